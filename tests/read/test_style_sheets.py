"""Style sheets packed: shorter, and to a browser the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinycss2 import parse_component_value_list

from patrika.read.style_sheets import read_sheet


def packed(css: str) -> str:
    """Return a style sheet packed, with its addresses as they are."""
    sheet = read_sheet(css)
    pairs = zip(sheet.links, sheet.pieces[1:], strict=True)
    return sheet.pieces[0] + "".join(link.address + piece for link, piece in pairs)


PACKED = {
    "space": ("a ,\n b > c { color : red ; top: 0 ; }\n", "a,b>c{color:red;top:0}"),
    "comments": ("/* a */ a/**/b { /* } */ top: /* 1 */ 0 }", "a/**/b{top:0}"),
    "a licence": ("/*! MIT */ a { top: 0 }", "/*! MIT */a{top:0}"),
    "a descendant that has but a state": (
        "@layer x { .a :is(b, c) { top: 0 } .a { :hover { top: 0 } .b :hover { color : red } } }",
        "@layer x{.a :is(b,c){top:0}.a{:hover{top:0}.b :hover{color:red}}}",
    ),
    "nested rules": (
        "a { &:hover { top: 0 } & > b { top: 0 } > c { top: 0 } }",
        "a{&:hover{top:0}&>b{top:0}>c{top:0}}",
    ),
    "sums": ("a { top: calc( 1px + ( 2px - 3px ) ) }", "a{top:calc(1px + (2px - 3px))}"),
    "queries": (
        "@media ( min-width : 1px ) and (400px <= width) , print { a { top: 0 } }",
        "@media (min-width : 1px) and (400px <= width),print{a{top:0}}",
    ),
    "what is asked of a container": (
        "@container x (width > 20rem) and style(--a: b) { a { top: 0 } }",
        "@container x (width>20rem) and style(--a: b){a{top:0}}",
    ),
    "values of own properties": (
        ":root { --a:  1px  +  2px, { x : y } ; --b: ; --c:a :b }",
        ":root{--a:1px + 2px, { x : y };--b: ;--c:a :b}",
    ),
    "texts": ("a { content: \"a  /* b */ ; }\" 'url(x)' }", 'a{content:"a  /* b */ ; }" "url(x)"}'),
    "layers in their order": ("@layer a , b.c;\n@layer b { }", "@layer a,b.c;@layer b{}"),
    "what is weighty": ("a { color: RED ! important; top: 0 !important }", "a{color:RED! important;top:0!important}"),
    "colours and sizes as they are written": ("a { color: #FFFFFF; top: 0.50px }", "a{color:#FFFFFF;top:0.50px}"),
    "an older browser's value before a newer one's": (
        "a { width: -webkit-fill-available; width: stretch; color: light-dark(#000, #fff) }",
        "a{width:-webkit-fill-available;width:stretch;color:light-dark(#000,#fff)}",
    ),
    "the encoding, which is known": ('@charset "utf-8"; a { content: "ক" }', 'a{content:"ক"}'),
}


@pytest.mark.parametrize(("css", "wanted"), PACKED.values(), ids=PACKED)
def test_comments_and_needless_space_are_left_out(css: str, wanted: str) -> None:
    assert packed(css) == wanted
    assert packed(wanted) == wanted


def meant(nodes: Any) -> list[Any]:
    """Return tokens without comments and space, with semicolons where they part something."""
    found: list[Any] = []
    for node in nodes:
        if node.type in ("whitespace", "comment"):
            continue
        inner = getattr(node, "arguments", getattr(node, "content", None))
        within = None if inner is None else meant(inner)
        if node.type == "url" or (within and getattr(node, "lower_name", "") == "url"):
            found.append("url")
        else:
            found.append(node.serialize() if within is None else (node.type, getattr(node, "name", ""), within))
    parted = [it for at, it in enumerate(found) if it != ";" or (at and found[at - 1] != ";")]
    return parted[:-1] if parted[-1:] == [";"] else parted


WORDS = (
    *(
        "a",
        "--",
        "--x",
        ":",
        ";",
        " ",
        "  ",
        "\n",
        ",",
        ">",
        "<",
        "=",
        "!",
        "-",
        "+",
        ".",
        "#",
        "@",
        "@m",
        "1",
        "1px",
        "U+1",
    ),
    *(
        "/* */",
        "/**/",
        "/",
        "*",
        "|",
        "~",
        "^",
        "$",
        "f(",
        "(",
        "[",
        ")",
        "]",
        "'t'",
        '"t\\""',
        "url(x)",
        "url( 'x' )",
        "\\41 b",
    ),
)
words = st.sampled_from(WORDS)
blocks = st.lists(words, max_size=9).map(lambda it: "a{" + "".join(it))


@given(blocks)
def test_all_other_tokens_stay_and_become_no_others(css: str) -> None:
    whole = css + ")" * css.count("(") + "]" * css.count("[") + "}"
    nodes = parse_component_value_list(whole)
    if len(nodes) == 2 and not read_sheet(whole).faults:
        assert meant(parse_component_value_list(packed(whole))) == meant(nodes)


def test_addresses_are_found_where_browsers_find_them() -> None:
    css = (
        "@import 'a.css' layer(x);@import url(b.css) screen;@import url( \"c.css\" );\n"
        '@namespace s url(ns);@font-face { src: url(d.woff2) format("woff2"), local("url(no)") }\n'
        "a { background: url( e\\)f.png ), image-set('g.png' 1x type('image/png'), url(h.png) 2x); --u: url(i.png) }\n"
        'a::before { content: "url(no)" /* url(no) */ attr(no) }\n'
    )
    found = [(link.address, link.use, link.line) for link in read_sheet(css).links]
    styles = [(f"{name}.css", "style", 1) for name in "abc"]
    assert found == [*styles, ("d.woff2", "font", 2), *((f"{name}.png", "image", 3) for name in ("e)f", "g", "h", "i"))]


def test_addresses_that_lead_elsewhere_are_left_alone() -> None:
    css = (
        "a{background:url(data:image/png;base64,AA==),url(https://a.example/b),url(//a.example/b),url(/b.png),url(#c);"
        "mask:url()}@font-face{src:url('data:font/woff2;base64,AA==')}"
    )
    sheet = read_sheet(css)
    assert (sheet.pieces, sheet.links) == ((css.replace("'", ""),), ())
    assert {(load.origin, load.use) for load in sheet.loads} == {
        ("data:", "image"),
        ("data:", "font"),
        ("https://a.example", "image"),
    }


FAULTS = {
    "a block without an end": ("a{}\n b { top: 0", 2, 4),
    "an end too many": ("a{}\n}", 2, 1),
    "a text without an end": ('a{content: "b;\n}', 1, 12),
    "an address with spaces": ("a{top:url(a b)}", 1, 7),
    "a semicolon between rules": ("a{};b{}", 1, 4),
    "a comment without an end": ("a{}\n/* b", 2, 1),
    "an address without an end": ("a{top:url(a", 1, 7),
}


@pytest.mark.parametrize(("css", "line", "column"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_read_is_told_by_line_and_column(css: str, line: int, column: int) -> None:
    assert (line, column) in [(fault.line, fault.column) for fault in read_sheet(css).faults]


def test_brackets_beyond_measure_are_told() -> None:
    assert read_sheet("a{" * 100_000).faults
