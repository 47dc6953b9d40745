"""What style sheets are packed to: to a browser the same rules."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from patrika.read.style_sheets import read_sheet
from tests.read.test_style_sheets import packed

_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
THEMES = Path(__file__).parents[2] / "themes"
_RULES = """css => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    const found = [...style.sheet.cssRules].map(rule => rule.cssText);
    style.remove();
    return found;
}"""

MODERN = """
@layer a , b.c;
@property --x { syntax: "<length>"; inherits: false; initial-value: 0px }
@layer a { .a :is(b, c) { top: 0 } .a :hover { color : red } :is( :lang(bn) , :lang(ur) ) :is( em , i ) { top: 0 } }
.a { .b :hover { color: red } :hover { top: 0 } &:focus > b { top: 1px } }
.a { > .c :first-child { left: 0 } & + & { left: 1px } ~ .e { top: 0 } }
.n { &.x { top: 0 } .y & { top: 0 } &:not(&.z) { top: 0 } @media (width > 1px) { top: 0; .k :hover { left: 0 } } color: blue; }
:root { --x: 1px + 2px; --z:a  ,  b; --sel: .a > .b + .c; --emp: ; --semi: {a :b} }
.q { width: calc(var(--x)); height: calc( 1px + ( 2px * 3 ) - 4px ); margin: -1px +2px; inset: calc(-1 * (1px + 2px)) }
li:nth-child( 2n + 1 of .x > .y ), * + *, * > *, .a * .b, .p::part(foo bar) { top: 0 }
@media screen and (min-width: 1px) and (not (hover)) , print { a { top: 0 } }
@media (400px <= width < 900px) { a { color: light-dark( #fff , oklch( 0.5 0.2 30 / 50% ) ) } }
@supports selector(a > b) and (not (display: foo)) { a { top: 0 } }
@container card (width > 20rem) and style(--a: b) { .x { inline-size: 10cqi } }
.grid { grid-template: "a  b" 1fr "c d" auto / 1fr 2fr; grid-area: 1 / 2 / -1; aspect-ratio: 16 / 9 }
a[href ^= "http" i], a[data-x = 'y  z'] { content: "a  b /* c */ } ;"; color: #fff ! important; width: -webkit-fill-available }
.\\31 23 , .a\\:b , .u\\41 b { content: '\\1F44D' }
@font-face { font-family: F; src: local("X  Y") , url(data:font/woff2;base64,AA==) ; unicode-range: U+26, U+0-7F, U+4?? }
h1/**/, h2 /* } */ .x { margin: 1px/**/2px }
@keyframes k { from , 10.5% { top : 0 } to { top : 1px } }
@scope (.a) to (.b > .c) { :scope > img { top: 0 } }
@starting-style { a { opacity: 0 } }
@page :first { margin: 1in }
.t { filter: drop-shadow(0 0 2px rgb(0 0 0 / .5)) blur( 2px ) }
.t { font: italic 700 1rem / 1.5 "A", serif; transition: top .5s ease-in , left 1s }
"""


def rules(page: Page, css: str) -> list[str]:
    """Return the rules that a browser finds, but for spaces and escapes that it keeps as they were written."""
    found = [_ESCAPE.sub(lambda it: chr(int(it[1], 16)), rule) for rule in page.evaluate(_RULES, css)]
    return [re.sub(r"\s*([,()>])\s*", r"\1", rule) for rule in found]


SHEETS = {
    "modern": MODERN,
    **{path.name: path.read_text("utf-8") for path in sorted(THEMES.glob("*/assets/css/*.css"))},
}


@pytest.mark.parametrize("css", SHEETS.values(), ids=SHEETS)
def test_a_packed_sheet_is_the_same_to_a_browser(css: str, page: Page) -> None:
    found = rules(page, packed(css))
    assert found == rules(page, css)
    assert found
    assert not read_sheet(css).faults
