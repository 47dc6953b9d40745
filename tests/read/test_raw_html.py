"""HTML that somebody else wrote: whatever it is, what is printed of it is well formed and harmless."""

from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from patrika.model.diagnostics import Place
from patrika.read.markdown import render_html
from patrika.read.raw_html import KEPT, VOID
from tests.read.test_markdown import printed

TAGS = (
    "a",
    "b",
    "blockquote",
    "code",
    "div",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h3",
    "li",
    "p",
    "pre",
    "script",
    "svg",
)
pieces = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in (*TAGS, "br", "hr", "table", "tr", "td", "ul")]),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ["<a href=x.md>", "<a href='javascript:x()'>", "<img src=a.jpg alt=A onerror=x>", "<!--more-->", "<!--"]
    ),
    st.sampled_from(
        ["word", " ", "\n", "&lt;script&gt;", "<", "\x00link 0\x00", "<p", 'id="', "<![CDATA[", "<?php", "<math><mi>"]
    ),
)


class Balance(HTMLParser):
    """Follows the tags of a text and fails where one is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.add(tag)
        assert not {name for name, _ in attrs if name.startswith("on") or name == "style"}
        assert not [value for _, value in attrs if value and value.startswith("javascript:")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=400, deadline=None)
@given(st.lists(pieces, max_size=14).map("".join))
@example("<a href=x.md><table><a href=x.md>word")
def test_whatever_is_written_is_printed_well_formed_and_harmless(text: str) -> None:
    rendered = render_html(text, Place("content/a.en.html", 1))
    shown = printed(rendered.body)
    balance = Balance()
    balance.feed(shown)
    balance.close()
    assert balance.open == []
    assert balance.met <= KEPT
    links = [slot.number for slot in rendered.body.slots if slot.kind == "link"]
    assert links == [slot.number for slot in rendered.body.slots if slot.kind == "end"]
    assert links == list(range(len(rendered.prose.links)))
    assert shown.count("⟦figure") + shown.count("⟦image") == len(rendered.prose.pictures)
