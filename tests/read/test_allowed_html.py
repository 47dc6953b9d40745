"""Raw HTML where a site allows some tags: what is taken, what is told, and that nothing else ever comes through."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patrika.model.diagnostics import Place
from patrika.model.site import MarkdownRules
from patrika.read.allowable import TAGS
from patrika.read.markdown import Rendered, render_markdown
from tests.read.test_markdown import PLACE, SITE, printed

RULES = MarkdownRules(html=("abbr", "br", "details", "div", "li", "mark", "ol", "summary", "table", "td", "tr"))


def render(text: str, rules: MarkdownRules = RULES) -> Rendered:
    return render_markdown(text, PLACE, SITE, rules)


TAKEN = {
    "<details open>\n<summary>Who & why</summary>\n\nThe *wind*.\n\n</details>": (
        '<details open="">\n<summary>Who &amp; why</summary>\n<p>The <em>wind</em>.</p>\n</details>'
    ),
    'A <abbr title="World Health Organization" onclick="x">WHO</abbr> note': (
        '<p>A <abbr title="World Health Organization">WHO</abbr> note</p>'
    ),
    "A<br>b<br/>c": "<p>A<br>b<br>c</p>",
    "<MARK class=x style=y id=main>a</MARK> b": '<p><mark class="x">a</mark> b</p>',
    "<table><tr><td colspan=2 bgcolor=red>1 &lt; 2</td></tr></table>": (
        '<table><tr><td colspan="2">1 &lt; 2</td></tr></table>'
    ),
    '<ol start="3" type="a"><li>x</ol>'.replace("x", "x</li>"): '<ol start="3" type="a"><li>x</li></ol>',
    "<div title='a > b'><!-- gone --></div>": '<div title="a &gt; b"></div>',
    "::: aside\n<details>\n\nA\n\n</details>\n\n:::": "⟦block 0⟧<details>\n<p>A</p>\n</details>\n⟦close 0⟧",
}


@pytest.mark.parametrize("text", TAKEN)
def test_tags_that_are_allowed_are_taken_with_harmless_attributes(text: str) -> None:
    rendered = render(text)
    assert rendered.faults == ()
    assert printed(rendered.body).strip() == TAKEN[text]


REFUSED = {
    "a tag that is not allowed": ("The <b>wind</b>", [("E120", 6, 5), ("E120", 6, 12)]),
    "one within one that is": ("<details><script>x</script></details>", [("E120", 6, 1)]),
    "a frame": ('<details><iframe src="https://a.example/"></iframe></details>', [("E124", 6, 1)]),
    "a tag that never ends": ("<details><div\n", [("E120", 6, 1)]),
    "an instruction": ("<details><?php x ?></details>", [("E120", 6, 1)]),
    "a block within a line": ("The <div>wind</div>", [("E120", 6, 5), ("E120", 6, 14)]),
    "a tag that is not closed": ("<details>\n\nWind.", [("E125", 6, 1)]),
    "a tag that is closed twice": ("<details></details>\n\n</details>", [("E125", 8, 1)]),
    "a tag that is closed in another paragraph": ("A <mark>b\n\nc</mark>", [("E125", 6, 3), ("E125", 8, 2)]),
    "tags that cross": (
        "A <mark><abbr>b</mark></abbr>",
        [("E125", 6, 3), ("E125", 6, 16)],
    ),
    "a tag that crosses emphasis": ("*A <mark>b* c</mark>", [("E125", 6, 4), ("E125", 6, 14)]),
    "a tag that ends outside of its list": ("- <details>\n\n  a\n\n</details>", [("E125", 6, 3), ("E125", 10, 1)]),
    "a tag that ends outside of its block": (
        "::: x\n<details>\n\n:::\n\n</details>",
        [("E125", 7, 1), ("E125", 11, 1)],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_all_else_is_told_at_its_place(name: str) -> None:
    text, wanted = REFUSED[name]
    faults = render(text).faults
    assert sorted((fault.code, fault.place.line, fault.place.column) for fault in faults) == sorted(wanted)
    assert all(fault.hint for fault in faults)


def test_without_the_list_nothing_is_taken() -> None:
    assert [fault.code for fault in render_markdown("<details>\n</details>", PLACE, SITE).faults] == ["E120"]


def test_lines_are_kept_where_a_site_wants_it() -> None:
    assert printed(render("a\nb", MarkdownRules(breaks=True)).body) == "<p>a<br>\nb</p>\n"
    assert printed(render("a\nb", MarkdownRules()).body) == "<p>a\nb</p>\n"


@pytest.mark.parametrize(("text", "column"), [("[x]{lang=urdu}", 5), ('[x]{.a lang="ur_PK"}', 8)])
def test_a_language_that_is_no_tag_is_told(text: str, column: int) -> None:
    (fault,) = render_markdown(text, PLACE, SITE).faults
    assert (fault.code, fault.place) == ("W126", Place(PLACE.path, 6, column))


SCRAPS = (
    "<details>", "</details>", "<summary>", "</summary>", "<div", ">", "<script>", "</script>", "<mark", " onclick=x",
    " title='", "'", '"', "/>", "<", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&lt;script&gt;", "&#60;", "\n", "\n\n",
    "<img src=x onerror=y>", "<td><svg/onload=x>", "<a href=javascript:x>", "*", "a", " ", "`", "[x](y.md)", "::: x\n",
    "\n:::\n", "\0", "- ", "> ",
)  # fmt: skip
HANDLERS = ("onclick", "onerror", "onload", "style", "href", "src", "id")


class _Seen(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: dict[str, set[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.setdefault(tag, set()).update(name for name, _ in attrs)


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=20).map("".join))
def test_whatever_is_written_only_what_is_allowed_comes_through(text: str) -> None:
    rendered = render(text, MarkdownRules(html=tuple(sorted(TAGS))))
    seen = _Seen("".join(rendered.body.pieces)).tags
    ours = {"p", "em", "strong", "code", "pre", "ul", "li", "blockquote", "h2", "hr", "br"}
    assert seen.keys() <= TAGS | ours
    assert not {name for names in seen.values() for name in names} & set(HANDLERS)
