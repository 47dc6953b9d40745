"""CommonMark: each example of its specification, and what is read otherwise on purpose."""

import re
from collections.abc import Callable
from functools import cache
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import unquote

import pytest

from patrika.model.diagnostics import Place
from patrika.read.grammar import commonmark, news_markdown
from patrika.read.markdown import Rendered, render_markdown
from patrika.read.typesetting import TYPOGRAPHY
from patrika.read.typography import PLAIN_TYPOGRAPHY, Typography
from tests.judges.programs import package_file

_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
COUNT = 652


class Example(NamedTuple):
    """An example of the specification, by the number that it has there."""

    number: int
    given: str
    wanted: str


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples of CommonMark 0.31.2, which writes tabs as arrows."""
    text = package_file("commonmark-spec/spec.txt").read_text("utf-8").replace("→", "\t")
    return tuple(Example(number, *found.groups()) for number, found in enumerate(_EXAMPLE.finditer(text), 1))


def apart(html: str) -> str:
    """Return HTML with a line for what is in an empty quotation, as the specification has it."""
    return html.replace("<blockquote></blockquote>", "<blockquote>\n</blockquote>")


def differing(rendering: Callable[[str], str]) -> list[int]:
    """Return the numbers of the examples that come out otherwise than they should."""
    return [it.number for it in examples() if apart(rendering(it.given)) != it.wanted]


def test_each_example_of_the_specification_comes_out_as_it_says() -> None:
    """With our emphasis, and without what we add."""
    assert len(examples()) == COUNT
    assert differing(commonmark().render) == []


TYPESET = [
    14, 46, 55, 87, 91, 197, 209, 210, 352, 359, 363, 380, 385, 395, 506, 508, 509, 590, 619, 620, 622, 624, 632, 650,
]  # fmt: skip
"""Quotation marks, apostrophes and dashes are printed as the language has them."""


@pytest.mark.parametrize(("typography", "changed"), [(None, []), (PLAIN_TYPOGRAPHY, TYPESET)], ids=["off", "on"])
def test_what_we_add_changes_no_example_but_by_typography(typography: Typography | None, changed: list[int]) -> None:
    """Tables, footnotes, blocks, attributes and struck words take nothing from CommonMark that its specification knows."""
    plain = commonmark()

    def rendered(text: str) -> str:
        env: dict[str, object] = {TYPOGRAPHY: typography}
        return str(plain.renderer.render(news_markdown(False).parse(text, env), plain.options, env))

    assert differing(rendered) == changed


HTML = [
    21, 31, *range(148, 192), 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536,
    *range(613, 618), 623, *range(625, 632), 642, 643,
]  # fmt: skip
"""Tags are refused, and comments are left out."""


def test_pages_show_each_example_but_raw_html() -> None:
    """In the dress of a page: headings from h2 on, with ids; code from left to right; no slash in void elements; addresses,
    titles and words of links and pictures where the page fills them in."""
    found = [it.number for it in examples() if undressed(shown(it.given)) != undressed(it.wanted)]
    assert found == sorted({*TYPESET, *HTML})


def shown(text: str) -> str:
    """Return a body with its links and pictures as CommonMark prints them."""
    rendered = render_markdown(text, Place("content/world/storm.en.md"))
    pieces, slots = rendered.body.pieces, rendered.body.slots
    return pieces[0] + "".join(
        _filled(rendered, slot.kind, slot.number) + piece for slot, piece in zip(slots, pieces[1:], strict=True)
    )


def _filled(rendered: Rendered, kind: str, number: int) -> str:
    if kind == "link":
        link = rendered.prose.links[number]
        address = f"{link.target}#{link.fragment}" if link.fragment else link.target
        return f'<a href="{escape(address)}"{_title(link.title)}>'
    if kind == "end":
        return "</a>"
    picture = rendered.prose.pictures[number]
    img = f'<img src="{escape(picture.target)}" alt="{escape(picture.alt)}"{_title(picture.caption)}>'
    return f"<p>{img}</p>" if kind == "figure" else img


def _title(title: str) -> str:
    return f' title="{escape(title, quote=False).replace(chr(34), "&quot;")}"' if title else ""


def undressed(html: str) -> str:
    """Return HTML without what is a page's way to print it."""
    html = re.sub(r"<(/?)h\d[^>]*>", r"<\1h>", apart(html).replace(" />", ">"))
    html = html.replace('<pre dir="ltr" tabindex="0">', "<pre>").replace('<code dir="ltr">', "<code>")
    return re.sub(r'(href|src)="([^"]*)"', lambda it: f'{it[1]}="{unquote(unescape(it[2]))}"', html)
