"""Markdown: cases in text files beside this one, and laws that hold for any text."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patrika.model.article import PHRASES, Body, BodyLink, BodyPicture, Slot
from patrika.model.diagnostics import Place
from patrika.model.encoding import digest
from patrika.read.markdown import EXCERPT_GRAPHEMES, render_html, render_markdown

CASES = Path(__file__).parent / "cases"
SITE = "https://test.example"
PLACE = Place("content/world/storm.en.md", 6)


class Case(NamedTuple):
    """A case of a text file: title, dot, Markdown, dot, HTML, dot."""

    file: str
    line: int
    title: str
    given: str
    wanted: str


def read_cases(file: Path) -> Iterator[Case]:
    """Yield the cases of a file with the line on which the title of each stands."""
    parts: list[list[str]] = [[]]
    start = 0
    for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
        if line != ".":
            if len(parts) == 1 and line.strip():
                parts, start = [[line]], number
            elif len(parts) > 1:
                parts[-1].append(line)
        elif len(parts) < 3:
            parts.append([])
        else:
            title, given, wanted = ("\n".join(part) for part in parts)
            yield Case(file.name, start, title, given, wanted)
            parts = [[]]
    assert parts == [[]], f"{file.name}:{start}: a case that is not closed"


def all_cases() -> list[object]:
    """Return the cases of all files, each named by its file and line."""
    return [
        pytest.param(case, id=f"{case.file}:{case.line} {case.title}")
        for file in sorted(CASES.glob("*.txt"))
        for case in read_cases(file)
    ]


def said(slot: Slot) -> str:
    """Return a slot as cases write it."""
    return f"⟦{PHRASES[slot.number]}⟧" if slot.kind == "say" else f"⟦{slot.kind} {slot.number}⟧"


def printed(body: Body) -> str:
    """Return a body with its slots in brackets."""
    holes = [*(said(slot) for slot in body.slots), ""]
    return "".join(piece + hole for piece, hole in zip(body.pieces, holes, strict=True))


@pytest.mark.parametrize("case", all_cases())
def test_cases(case: Case) -> None:
    render = render_html if case.file == "html.txt" else render_markdown
    rendered = render(case.given, PLACE, SITE)
    assert printed(rendered.body).rstrip("\n") == case.wanted, f"tests/read/cases/{case.file}:{case.line}"


RAW = {
    "a block": ("Wind.\n\n<div>rain</div>\n", [(8, 1, "<div>rain</div>")]),
    "a block, indented": ("Wind.\n\n  <div>rain</div>\n", [(8, 3, "<div>rain</div>")]),
    "a pair within a line": ("The <b>wind</b> rose.", [(6, 5, "<b>"), (6, 12, "</b>")]),
    "the second line of a paragraph": ("The wind\nrose <br> fast.", [(7, 6, "<br>")]),
    "two of a kind": ("a <br> b <br> c", [(6, 3, "<br>"), (6, 10, "<br>")]),
    "within a list": ("- one\n- <i>two</i>", [(7, 3, "<i>"), (7, 9, "</i>")]),
    "within a quotation": ("> > a <hr> b", [(6, 7, "<hr>")]),
    "within a heading": ("# Wind <br> rain", [(6, 8, "<br>")]),
    "within a table": ("| a |\n|---|\n| b <br> |", [(8, 5, "<br>")]),
    "after Bangla": ("বাতাস <br>", [(6, 7, "<br>")]),
    "a script": ("<script>\nalert(1)\n</script>", [(6, 1, "<script>")]),
    "an instruction": ("a <?php x ?> b", [(6, 3, "<?php x ?>")]),
    "within a footnote": ("a[^1]\n\n[^1]: <b>", [(8, 7, "<b>")]),
}


@pytest.mark.parametrize(("text", "wanted"), RAW.values(), ids=RAW)
def test_raw_html_is_told_with_line_and_column_and_never_printed(text: str, wanted: list[tuple[int, int, str]]) -> None:
    rendered = render_markdown(text, PLACE, SITE)
    assert [(fault.code, fault.place.line, fault.place.column) for fault in rendered.faults] == [
        ("E120", line, column) for line, column, _ in wanted
    ]
    for fault, (_, _, tag) in zip(rendered.faults, wanted, strict=True):
        assert fault.message == f"raw HTML is off: “{tag}”"
        assert fault.hint
        assert tag not in printed(rendered.body)


FENCES = {
    "a block that is not closed": ("Wind.\n\n::: aside\nRain.", [("E127", 8, 1, "“aside” is not closed")]),
    "an inner block that is not closed": (":::: aside\n::: verse\n::::", [("E127", 7, 1, "“verse” is not closed")]),
    "a fence too many": ("::: aside\n:::\n:::", [("E127", 8, 1, "closes nothing")]),
    "too few colons": (":::: aside\n:::", [("E127", 6, 1, "is not closed"), ("E127", 7, 1, "closes nothing")]),
    "a block that is closed outside of its list": (
        "- ::: aside\n  a\n\n:::",
        [("E127", 6, 3, "is not closed"), ("E127", 9, 1, "closes nothing")],
    ),
    "more blocks in each other than anyone writes": (
        "::: a\n" * 21 + ":::\n" * 20,
        [("E127", 26, 1, "is not closed")],
    ),
    "no name": ('::: "x"\n:::', [("E123", 6, 5, '“"x"”')]),
    "a value without quotation marks": ("> ::: aside title=Two words\n> :::", [("E123", 6, 23, "“words”")]),
    "curly quotation marks": ("::: aside title=“Wind”\n:::", [("E123", 6, 11, "title=“Wind”")]),
    "an attribute twice": ('::: aside a="1" a="2"\n:::', [("E123", 6, 17, "“a” is given twice")]),
}


@pytest.mark.parametrize(("text", "wanted"), FENCES.values(), ids=FENCES)
def test_a_fence_at_fault_is_told_with_line_and_column(text: str, wanted: list[tuple[str, int, int, str]]) -> None:
    rendered = render_markdown(text, PLACE, SITE)
    assert len(rendered.faults) == len(wanted)
    for fault, (code, line, column, says) in zip(rendered.faults, wanted, strict=True):
        assert (fault.code, fault.place.line, fault.place.column) == (code, line, column)
        assert says in fault.message
        assert fault.hint
    assert ":::" not in printed(rendered.body)


def test_a_block_notes_its_attributes_and_pictures() -> None:
    text = '- a\n- ::: gallery caption="The \\"third\\" wave" n=3\n\n  ![a](1.jpg) ![b](2.jpg)\n  :::\n\n![c](3.jpg)\n'
    (block,) = render_markdown(text, PLACE, SITE).prose.blocks
    assert [(it.name, it.value, it.column) for it in block.attributes] == [
        ("caption", 'The "third" wave', 15),
        ("n", "3", 44),
    ]
    assert (block.name, block.line, block.column, block.holds, block.pictures) == ("gallery", 7, 3, "pictures", (0, 1))


HELD = {
    "": "none",
    "![a](1.jpg)\n![b](2.jpg)\n": "pictures",
    "Wind.\n": "text",
    "![a](1.jpg) wind\n": "text",
    "---\n": "text",
}


@pytest.mark.parametrize("text", HELD)
def test_what_a_block_holds_is_told(text: str) -> None:
    (block,) = render_markdown(f"::: x\n{text}:::\n", PLACE, SITE).prose.blocks
    assert block.holds == HELD[text]


def test_an_excerpt_is_not_taken_from_a_block() -> None:
    assert render_markdown("::: aside\nA fact.\n:::\n\nThe wind rose.\n", PLACE, SITE).prose.excerpt == "The wind rose."


@pytest.mark.parametrize(
    "text", ["2 < 3", "a <3 b", "`<b>`", "\\<b>", "    <div>", "```\n<div>\n```", "<!-- a note -->"]
)
def test_what_only_looks_like_html_is_no_fault(text: str) -> None:
    rendered = render_markdown(text, PLACE, SITE)
    assert rendered.faults == ()
    assert "<b>" not in printed(rendered.body)


@pytest.mark.parametrize("text", ["a\0b", "a \0link 0\0 b", "[a\0](b\0.md)", "`\0say 0\0`", "## \0number 7\0"])
def test_a_slots_own_mark_cannot_be_written(text: str) -> None:
    """NUL is replaced, as CommonMark has it, before it could be taken for a slot."""
    rendered = render_markdown(text, PLACE, SITE)
    assert "\0" not in printed(rendered.body)
    assert {slot.kind for slot in rendered.body.slots} <= {"link", "end"}


def test_links_are_numbered_with_their_places() -> None:
    text = "See [a](@/world/a.md#wind) and [b](b.md),\n[c](https://elsewhere.example), [d](/x/), <https://x.example>.\n"
    rendered = render_markdown(text, PLACE, SITE)
    assert [(link.target, link.fragment, link.line, link.column) for link in rendered.prose.links] == [
        ("@/world/a.md", "wind", 6, 9),
        ("b.md", "", 6, 36),
        ("/x/", "", 7, 37),
    ]


def test_links_to_the_sites_own_address_are_internal() -> None:
    """With its base path; another site whose name begins like ours is not ours."""
    text = "[a](https://org.example/paper/x/) [b](https://org.example/paper) [c](https://org.example/papers/)"
    rendered = render_markdown(text, PLACE, "https://org.example/paper")
    assert [link.target for link in rendered.prose.links] == ["/x/", "/"]
    assert 'href="https://org.example/papers/"' in printed(rendered.body)


def test_targets_are_read_as_people_write_them() -> None:
    """Percent signs and composed letters are one spelling of a name."""
    rendered = render_markdown("[a](%E0%A6%9D%E0%A6%A1%E0%A6%BC.md) ![b](<my photo.jpg>) [c](ঝড়.md)", PLACE, SITE)
    assert [link.target for link in rendered.prose.links] == ["ঝড়.md", "ঝড়.md"]
    assert [picture.target for picture in rendered.prose.pictures] == ["my photo.jpg"]


def test_pictures_keep_their_words() -> None:
    rendered = render_markdown('Wind ![a *tall* wave](a.jpg "The “wave”") and ![](b.jpg)', PLACE, SITE)
    assert [(p.target, p.alt, p.caption, p.line, p.column) for p in rendered.prose.pictures] == [
        ("a.jpg", "a tall wave", "The “wave”", 6, 23),
        ("b.jpg", "", "", 6, 51),
    ]


def test_words_for_a_picture_have_those_for_pictures_within_them() -> None:
    rendered = render_markdown("![a ![b *c*](b.jpg)\nd](a.jpg)", PLACE, SITE)
    assert [it.alt for it in rendered.prose.pictures] == ["a b c d"]


EXCERPTS = {
    "the first paragraph": ("# Wind\n\nIt *rose* at `noon`.\nThen rain.\n\nMore.", "It rose at noon. Then rain."),
    "all before the mark": ("One.\n\nTwo.\n\n<!--more-->\n\nThree.", "One. Two."),
    "all before the mark, with spaces": ("One.\n\n<!-- more -->\n\nTwo.", "One."),
    "no picture": ("![x](a.jpg)\n\nThe wind.", "The wind."),
    "no list or quotation": ("> Said.\n\n- item\n\nThe wind.", "The wind."),
    "a mark that comes first": ("<!--more-->\n\nOne.", ""),
    "a link's words": ("See [the *storm*](a.md).", "See the storm."),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "wanted"), EXCERPTS.values(), ids=EXCERPTS)
def test_the_excerpt_is_the_text_before_the_mark_or_the_first_paragraph(text: str, wanted: str) -> None:
    rendered = render_markdown(text, PLACE, SITE)
    assert rendered.prose.excerpt == wanted
    assert rendered.faults == ()
    assert "more" not in printed(rendered.body)


def test_a_mark_within_a_paragraph_ends_the_excerpt() -> None:
    """WordPress and Hugo accept it anywhere, and imported archives have it in the middle of a paragraph."""
    rendered = render_markdown("One.\n<!--more-->\nTwo.", PLACE, SITE)
    assert rendered.prose.excerpt == "One."
    assert "more" not in printed(rendered.body)


def test_a_long_excerpt_is_cut_at_a_word() -> None:
    excerpt = render_markdown("বাতাস " * 100, PLACE, SITE).prose.excerpt
    assert excerpt.endswith("বাতাস…")
    assert len(excerpt) <= EXCERPT_GRAPHEMES * 3


def test_words_are_counted_in_every_script() -> None:
    text = "## দুই শব্দ\n\nপ্রথম আলো’র **খবর** and two.\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1] x\n\n[^1]: note\n"
    assert render_markdown(text, PLACE, SITE).prose.words == 2 + 5 + 4 + 1 + 1


def test_anchors_are_told_in_order() -> None:
    rendered = render_markdown("# স্বাধীনতা দিবস\n\n## Wind\n\n## Wind\n\n## !\n", PLACE, SITE)
    assert rendered.prose.anchors == ("স্বাধীনতা-দিবস", "wind", "wind-2", "section")


def test_equal_text_gives_equal_digests_and_no_state_is_kept() -> None:
    """The parser is shared by all articles of a process: none may leave a footnote or a number behind."""
    text = "a[^1] [x](y.md) ![z](z.jpg)\n\n[^1]: note\n"
    first = render_markdown(text, PLACE, SITE)
    render_markdown("b[^2] [p](q.md)\n\n[^2]: other\n\n[r]: /s/\n", PLACE, SITE)
    again = render_markdown(text, PLACE, SITE)
    assert first == again
    assert first.prose.body == digest(first.body)


SCRAPS = (
    "*", "**", "_", "~~", "`", "```\n", "[a](b.md)", "[a]", "(b)", "![x](y.jpg)", "![x](y.jpg 'c')", "[^1]",
    "[^1]: n", "^[n]", "<b>", "</b>", "<div>", "<script>", "<!--more-->", "<!-- x", "-->", "<a href='x'>",
    "<x@y.z>", "<https://x.y>", "&lt;", "&#0;", "\\", "\n", "\n\n", "# ", "- ", "1. ", "> ", "| a | b |\n",
    "|---|:-:|\n", "    ", "\t", "---\n", "{lang=ur}", "{.c #d}", "{", "}", "“", "”", "'", '"', "ক্ষ", "ঝড়",
    "\u200d", "\0", "\0link 0\0", "\ue000", "wind", " ", "[r]: /s/\n", "[r]", "https://test.example/x",
    "\n::: aside\n", "\n:::\n", "\n:::: gallery k=\"v\"\n", "\n::::\n", ":::",
    "<", ">", "<?x?>", "<!X>", "<![CDATA[x]]>", "javascript:x", "[x](javascript:y)", "![x](data:z)",
)  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.one_of(MARKDOWN, st.text(max_size=80)))
def test_any_text_gives_a_body_that_can_be_filled_and_holds_no_tag_of_its_own(text: str) -> None:
    """Pieces are one more than slots, numbers name what was noted, links open and close, raw tags never reach print."""
    rendered = render_markdown(text, PLACE, SITE)
    body, prose = rendered.body, rendered.prose
    assert len(body.pieces) == len(body.slots) + 1
    held = {"link": len(prose.links), "end": len(prose.links), "say": len(PHRASES), "number": 10_000}
    held |= {"block": len(prose.blocks), "close": len(prose.blocks)}
    for slot in body.slots:
        assert 0 <= slot.number < held.get(slot.kind, len(prose.pictures))
    opened: list[tuple[str, int]] = []
    for slot in body.slots:
        if slot.kind in ("link", "block"):
            opened.append((slot.kind, slot.number))
        elif slot.kind in ("end", "close"):
            assert opened.pop() == ({"end": "link", "close": "block"}[slot.kind], slot.number)
    assert not opened
    html = printed(body).lower()
    for tag in ("<b>", "</b>", "<div>", "<script", "<!--", "<?", "<!", "<a href='", "style=", '="javascript:', "\0"):
        assert tag not in html, tag
    for fault in rendered.faults:
        assert fault.place.line >= PLACE.line
        assert fault.place.column >= 1


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(MARKDOWN)
def test_places_of_links_and_pictures_point_at_their_words(text: str) -> None:
    """A link's line and column lead to its target as written, so that an editor's program can jump there."""
    rendered = render_markdown(text, PLACE, SITE)
    lines = text.replace("\r", "\n").split("\n")
    noted: list[BodyLink | BodyPicture] = [*rendered.prose.links, *rendered.prose.pictures]
    for written in noted:
        assert PLACE.line <= written.line < PLACE.line + len(lines)
        line = lines[written.line - PLACE.line]
        if written.target in ("b.md", "y.jpg") and f"({written.target}" in line:
            assert line.startswith(written.target, written.column - 1), (line, written)
