"""Blocks of a theme: declared in theme.toml, written by editors, shown by templates of their own."""

from collections.abc import Callable

import pytest

from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import Newspaper, without_feeds
from tests.sites.plain import PLAIN_SITE, THEME, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
PAGE = "world/2023/07/storm/index.html"
SVG = '<svg width="3" height="2" xmlns="http://www.w3.org/2000/svg"/>'

DECLARED = """
[blocks.box.attributes.title]
type = "text"
required = true

[blocks.box.attributes.tone]
type = "text"
words = ["calm", "loud"]

[blocks.box.attributes.open]
type = "flag"

[blocks.box.attributes.level]
type = "number"

[blocks.box.attributes.source]
type = "url"

[blocks.pair]
content = "pictures"

[blocks.map]
content = "none"

[blocks.map.attributes.src]
type = "picture"

[blocks.sums]
content = "none"

[blocks.sums.attributes.src]
type = "table"
required = true
"""

BOX = """<aside data-level="{{ block.attributes.level }}" data-tone="{{ block.attributes.tone }}"
{%- if block.attributes.open %} data-open{% endif %}><b>{{ block.attributes.title }}</b>{{ block.content }}</aside>
"""

BLOCKS = {
    "themes/plain/theme.toml": THEME + DECLARED,
    "themes/plain/templates/blocks/box.html": BOX,
    "themes/plain/templates/blocks/pair.html": "{% for it in block.pictures %}<i>{{ it.media.url }} {{ it.alt }} "
    "{{ it.caption }} {{ it.media.width }}</i>{% endfor %}",
    "themes/plain/templates/blocks/map.html": "<u>{{ block.attributes.src.url | url if block.attributes.src }}</u>",
    "themes/plain/templates/blocks/sums.html": "{% for row in block.attributes.src.rows %}<s>{{ row | join('|') }}</s>"
    "{% endfor %}{{ block.attributes.src.numeric | join(',') }}",
    "content/world/1.svg": SVG,
    "content/world/sums.csv": "name,sum\nA,1\n",
}


def paper(body: str, more: str = "") -> str:
    """Return a site with the blocks above and a story of this body."""
    return plain(
        files(*((path, text.rstrip() + "\n") for path, text in BLOCKS.items()), story("storm", "2023-07-27", body=body))
        + more
    )


def shown(newspaper: Make, body: str) -> str:
    """Return the body of a story as its page has it."""
    page = newspaper(paper(body)).built()[PAGE]
    return page.partition("</h1>")[2].partition("</main>")[0]


def test_a_block_is_shown_by_its_template(newspaper: Make) -> None:
    """With the values that were written, and what stands for those that were not."""
    said = shown(
        newspaper, 'Wind.\n\n::: box title="Rain & co" tone="loud" open="true" level=3\nIt *fell*.\n:::\n\nSun.'
    )
    assert said.split("\n")[:4] == [
        "<p>Wind.</p>",
        '<aside data-level="3" data-tone="loud" data-open><b>Rain &amp; co</b><p>It <em>fell</em>.</p>',
        "</aside><p>Sun.</p>",
        "",
    ]
    assert '<aside data-level="0" data-tone=""><b>A</b></aside>' in shown(newspaper, '::: box title="A"\n:::')


def test_blocks_stand_in_each_other(newspaper: Make) -> None:
    said = shown(newspaper, ':::: box title="A"\n::: box title="B"\n[x](storm.md)\n:::\nC\n::::')
    assert said.count("<aside") == 2
    assert "<b>A</b><aside" in said
    assert '<b>B</b><p><a href="/world/2023/07/storm/">x</a></p>\n</aside><p>C</p>\n</aside>' in said


def test_a_block_of_pictures_is_given_them(newspaper: Make) -> None:
    said = shown(newspaper, '::: pair\n![one](1.svg "First")\n![two](@/world/1.svg)\n:::')
    assert said.startswith("<i>/media/world/1.svg one First 3</i><i>/media/world/1.svg two  3</i>")
    assert "<img" not in said


def test_files_of_attributes_are_published_and_tables_are_read(newspaper: Make) -> None:
    built = newspaper(paper('::: map src="1.svg"\n:::\n\n::: sums src="sums.csv"\n:::'))
    page = built.built()[PAGE]
    assert "<u>/media/world/1.svg</u>" in page
    assert "<s>name|sum</s><s>A|1</s>False,True" in page
    assert (built.output / "media/world/1.svg").exists()
    assert not (built.output / "media/world/sums.csv").exists()


def test_the_dateline_opens_the_first_paragraph_outside_of_blocks(newspaper: Make) -> None:
    template = (
        '{% extends "plain/article.html" %}{% block main %}{{ page.text | prose(lead_in="DHAKA ") }}{% endblock %}'
    )
    body = '::: box title="A"\nFact.\n:::\nWind.\n\nRain.'
    page = newspaper(paper(body, f"-- templates/article.html --\n{template}\n")).built()[PAGE]
    assert "<p>Fact.</p>" in page
    assert "<p>DHAKA Wind.</p>\n<p>Rain.</p>" in page


def test_blocks_stand_in_biographies_and_undated_pages(newspaper: Make) -> None:
    texts = '---\n{}: A\n---\n::: box title="A"\n![p](@/world/1.svg)\n:::\n'
    site = newspaper(
        paper(
            "Wind.",
            f"-- content/pages/about.en.md --\n{texts.format('title')}-- content/authors/ann.en.md --\n"
            f"{texts.format('name')}-- templates/author.html --\n{{{{ page.text | prose }}}}\n"
            "-- templates/standalone.html --\n{{ page.text | prose }}\n",
        )
    )
    for path in ("about/index.html", "authors/ann/index.html"):
        assert '<b>A</b><figure><img src="/media/world/1.svg"' in site.built()[path]
    site.put("themes/plain/templates/blocks/box.html", "<b>changed</b>")
    report = site.build()
    assert (report.filled, len(report.written)) == (2, 2)


def test_a_changed_template_makes_just_the_pages_again_that_show_the_block(newspaper: Make) -> None:
    """Of a block, of what it includes, and of what it mentions; a site's own template takes the theme's place."""
    site = newspaper(paper('::: box title="A"\nRain.\n:::', files(story("calm"), story("calm", language="bn"))))
    assert "<b>A</b>" in site.built()[PAGE]
    site.put("templates/blocks/box.html", '{% include "parts/own.html" %}')
    site.put("templates/parts/own.html", "<b>own {{ block.attributes.title }}</b>")
    assert site.build().written == (PAGE,)
    assert "<b>own A</b>" in site.pages()[PAGE]
    site.put("templates/parts/own.html", "<b>{{ chrome.options.motto }}</b>")
    assert (site.build().filled, "<b>none</b>" in site.pages()[PAGE]) == (1, True)
    toml = (site.root / "site.toml").read_text("utf-8")
    site.put("site.toml", toml + '\n[theme]\nmotto = "loud"\n')
    assert (site.build().filled, "<b>loud</b>" in site.pages()[PAGE]) == (1, True)


def test_another_declaration_is_held_against_what_was_written(newspaper: Make) -> None:
    """Stories that use the block are looked at again, and nothing is read anew."""
    site = newspaper(paper('::: box title="A"\nRain.\n:::', files(story("calm"))))
    site.built()
    toml = (site.root / "themes/plain/theme.toml").read_text("utf-8")
    site.put("themes/plain/theme.toml", toml.replace("blocks.box.attributes.title", "blocks.box.attributes.name"))
    assert [fault.code for fault in site.faults()] == ["E311", "E311"]
    site.put("themes/plain/theme.toml", toml + '\n[blocks.box.attributes.note]\ntype = "text"\n')
    site.put("templates/blocks/box.html", "<b>{{ block.attributes.note }}.</b>")
    report = site.build()
    assert (report.parsed, report.looked_at, report.written) == (0, 1, (PAGE,))


def test_a_changed_table_is_read_again(newspaper: Make) -> None:
    site = newspaper(paper('::: sums src="sums.csv"\n:::'))
    site.built()
    site.put("content/world/sums.csv", "name;sum\nB;2\n")
    assert (without_feeds(site.build().written), "<s>B|2</s>" in site.pages()[PAGE]) == ((PAGE,), True)


def test_a_draft_with_a_block_at_fault_shows_its_content(newspaper: Make) -> None:
    """A draft's mistakes are warnings, and the preview has its words all the same."""
    site = newspaper(paper("", files(story("other", body="::: bx\nWind.\n:::", draft="true"))))
    site.put("site.toml", PLAIN_SITE + "\n[build]\ndrafts = true\n")
    report = site.build()
    assert report.published
    assert [fault.code for fault in report.diagnostics if fault.severity == "warning"] == ["E310"]
    assert "<p>Wind.</p>" in site.pages()["world/2023/07/other/index.html"]


def test_a_story_with_a_block_at_fault_is_held_back_where_a_site_wants_it(newspaper: Make) -> None:
    """Until its block, its file, or what the theme declares is mended."""
    site = newspaper(paper("", files(story("other", body='::: sums src="sums.csv"\n:::'))))
    site.put("site.toml", PLAIN_SITE + '\n[build]\non_error = "hold"\n')
    site.put("content/world/sums.csv", "a,b\n1\n")
    report = site.build()
    assert report.published, report.diagnostics
    assert (report.published, report.held) == (True, ("content/world/other.en.md",))
    site.put("content/world/sums.csv", "a,b\n1,2\n")
    assert site.build().held == ()


MISTAKES = (
    Case("a block that there is not", "::: bx\n:::", "8:1", "no block “bx”", "did you mean “box”?"),
    Case("a block like no other", "::: zzz\n:::", "8:1", "no block “zzz”", "box, pair, map, sums"),
    Case(
        "an attribute that is not declared", '::: box title="A" ton="x"\n:::', "8:19", "“ton”", "did you mean “tone”?"
    ),
    Case("an attribute that is required", "::: box\n:::", "8:1", "“box” has no “title”", 'add  title="…"'),
    Case("an attribute that is empty", '::: box title=" "\n:::', "8:1", "“box” has no “title”", 'add  title="…"'),
    Case("a word of none", '::: box title="A" tone="lod"\n:::', "8:19", "“lod” is not one of", "mean “loud”?"),
    Case("a flag that is none", '::: box title="A" open="yes"\n:::', "8:19", "“yes”", "true or false"),
    Case("a number that is none", '::: box title="A" level="3rd"\n:::', "8:19", "“3rd”", "in digits"),
    Case("an address that is none", '::: box title="A" source="x"\n:::', "8:19", "source: “x”", "https://"),
    Case("text where pictures stand", "::: pair\nWind.\n:::", "8:1", "pictures and nothing else", "as ![what"),
    Case("no pictures where they stand", "::: pair\n:::", "8:1", "has no picture in it", "write each as"),
    Case("text where nothing stands", '::: map src="1.svg"\nWind.\n:::', "8:1", "holds nothing", "above or below"),
    Case("a file that is not there", '::: map src="2.svg"\n:::', "8:9", "“2.svg” is not there", "“@/world/1.svg”"),
    Case("a file outside", '::: map src="../../../x.svg"\n:::', "8:9", "leaves content/", "content/ or static/"),
    Case("a file of another kind", '::: map src="sums.csv"\n:::', "8:9", "“sums.csv”", "name a picture"),
    Case("a picture for a table", '::: sums src="1.svg"\n:::', "8:10", "“1.svg”", "name a table"),
    Case("a story for a picture", '::: map src="storm.md"\n:::', "8:9", "“storm.md” is not there", "beside this file"),
    Case("a block that is not closed", '::: box title="A"\nWind.', "8:1", "is not closed", "end it with"),
    Case("single quotation marks", "::: box title='A'\n:::", "8:9", "“title='A'” is not how", 'key="value"'),
    Case("a fence without end", ":" * 9_000 + "\n", "8:1", "“" + ":" * 40 + "” closes nothing", ""),
    Case("an attribute that cannot be read", "::: box title=“A”\n:::", "8:9", "“title=“A””", 'key="value"'),
)


@each(MISTAKES)
def test_a_mistake_in_a_block_is_told_at_its_place(newspaper: Make, case: Case) -> None:
    # Three colons and the front matter of a story without other fields: its text begins on line 6.
    found = newspaper(paper("Wind.\n\n" + case.text)).faults()
    assert_said(case._replace(place=f"content/world/storm.en.md:{case.place}"), found)


SHEETS: dict[str, tuple[str | bytes, str, str]] = {
    "ragged rows": ("a,b\n1,2\n\n3\n", ", line 4: this row has 1 cells, and the first row has 2", "leave none out"),
    "a row after one over two lines": ('a,b\n"1\n2",3\n4\n', ", line 4: this row has 1 cells", ""),
    "another encoding": ("a,b\né,1\n".encode("latin-1"), ", line 2: this file is not UTF-8", "UTF-8"),
    "nothing": ("\n", ": this table is empty", "up to 1,000 rows"),
    "too many rows": ("a\n" * 1001, ": this table has 1,001 rows", "up to 1,000 rows"),
    "quotation marks within a cell": ('a,b\n"x"y,2\n', ", line 2: this line cannot be read as CSV", '"a ""b"""'),
}


@pytest.mark.parametrize("title", SHEETS)
def test_a_table_at_fault_is_told_where_it_is_named(newspaper: Make, title: str) -> None:
    content, says, hint = SHEETS[title]
    site = newspaper(paper('::: sums src="sums.csv"\n:::'))
    site.put("content/world/sums.csv", content)
    case = Case(title, "", "content/world/storm.en.md:6:10", f"“sums.csv”{says}", hint)
    assert_said(case, site.faults())


def test_separators_within_a_quoted_cell_are_none(newspaper: Make) -> None:
    """And numbers of other scripts are numbers, with a sign of theirs for per cent, too."""
    site = newspaper(paper('::: sums src="sums.csv"\n:::'))
    site.put("content/world/sums.csv", '"seats; votes; rest",sum\nA,۱۲٫۵٪\n')
    page = site.built()["world/2023/07/storm/index.html"]
    assert "<s>seats; votes; rest|sum</s><s>A|۱۲٫۵٪</s>False,True" in page


THEMES = (
    Case(
        "a type that there is not", 'type = "txt"', "type: “txt”", "type: “txt” is not one of", "did you mean “text”?"
    ),
    Case("words that are none", 'type = "text"\nwords = [1]', "words", "not a list of texts", "words = "),
)


@each(THEMES)
def test_a_declaration_at_fault_is_told(newspaper: Make, case: Case) -> None:
    site = newspaper(paper("Wind."))
    site.put("themes/plain/theme.toml", f"{THEME}\n[blocks.box.attributes.title]\n{case.text}\n")
    lines = (THEME + "\n").count("\n")
    row = lines + 2 + case.text.count("\n")
    assert_said(case._replace(place=f"themes/plain/theme.toml:{row}:{8 if 'type:' in case.says else 9}"), site.faults())


@pytest.mark.parametrize("name", ["items", "Title", "x y"])
def test_a_name_that_templates_could_not_read_is_refused(newspaper: Make, name: str) -> None:
    """`block.attributes.items` would be a method of the dict that holds them."""
    site = newspaper(paper("Wind."))
    site.put("themes/plain/theme.toml", f'{THEME}\n[blocks.box.attributes."{name}"]\ntype = "text"\n')
    (fault,) = site.faults()
    assert (fault.code, f"“{name}” cannot be" in fault.message) == ("E203", True)


def test_a_block_without_template_is_told_at_its_declaration(newspaper: Make) -> None:
    site = newspaper(paper("Wind."))
    site.put("themes/plain/theme.toml", THEME + DECLARED + "\n[blocks.none]\n")
    row = (THEME + DECLARED + "\n").count("\n") + 1
    assert_said(Case("", "", f"themes/plain/theme.toml:{row}:1", "“blocks/none.html”", "templates/"), site.faults())


def test_a_template_for_feeds_is_checked(newspaper: Make) -> None:
    site = newspaper(paper("Wind.", "-- templates/blocks/box.feed.html --\n{{ block. }}\n"))
    assert_said(Case("", "", "templates/blocks/box.feed.html:1", "cannot be read", ""), site.faults())


def test_a_template_of_a_block_that_fails_is_told_at_its_line(newspaper: Make) -> None:
    """It has its block and what all pages share, and not the page."""
    site = newspaper(paper('::: box title="A"\n:::', "-- templates/blocks/box.html --\n\n{{ page.card }}\n"))
    assert_said(Case("", "", "templates/blocks/box.html:2", "'page' is undefined", "docs/themes.md"), site.faults())
