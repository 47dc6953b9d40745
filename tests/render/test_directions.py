"""Style sheets of the themes go by the direction of writing."""

from pathlib import Path

import pytest

from tests.render.style_directions import sided

THEMES = Path(__file__).parents[2] / "themes"
SHEETS = sorted(THEMES.glob("*/**/*.css"))

ON_PURPOSE = {
    ".door b::before { border-left: .75em solid currentcolor }": "a sign to play points to the right everywhere",
    ".door b::before { border-right: 0 }": "the same",
}
"""What is the same in a mirrored page, and why."""

WRONG = (
    "margin-left: 1em",
    "padding-right: 0",
    "left: 0",
    "right: auto",
    "float: left",
    "clear: right",
    "text-align: right",
    "border-left: 1px solid",
    "border-right-color: red",
    "border-top-left-radius: 1em",
    "scroll-padding-left: 1em",
    "margin: 0 1em 0 2em",
    "padding: 1px calc(1em + 2px) 3px 0",
    "inset: 0 auto 0 0",
    "border-width: 0 0 0 1px",
    "border-radius: 1em 0",
    "border-radius: 1em 0 0 1em",
    "background: url(a.svg) no-repeat right center",
    "background-position: 0 50%",
    "object-position: 20% center",
    "transform-origin: left",
    "transform: translateX(-1em)",
    "transform: translate(1em, 0)",
    "transform: rotate(90deg)",
    "translate: -100% 0",
    "rotate: 45deg",
    "transform: scaleX(-1)",
    "box-shadow: 2px 0 4px rgb(0 0 0 / .2)",
    "text-shadow: 1px 1px red",
    "background: linear-gradient(to right, red, blue)",
    "background-image: linear-gradient(90deg, red, blue)",
    "clip-path: inset(0 1em 0 0)",
    "clip-path: polygon(0 0, 1em 1em, 0 1em)",
    "direction: rtl",
)
RIGHT = (
    "margin-inline-start: 1em",
    "margin: 0 0 .5rem",
    "margin: 1em auto 2em",
    "padding: 1em 2em 3em 2em",
    "inset: 0",
    "inset-inline: 0 auto",
    "border-start-start-radius: 1em",
    "border-radius: 50%",
    "border-radius: 1em 1em 0 0",
    "text-align: start",
    "float: inline-end",
    "object-position: center top",
    "object-position: top",
    "background-position: 50% 0",
    "transform: translateY(1em)",
    "transform: translate(0, 1em)",
    "translate: 0 1em",
    "box-shadow: 0 1px 2px rgb(0 0 0 / .2)",
    "background: linear-gradient(red, blue)",
    "background: linear-gradient(180deg, red, blue)",
    "clip-path: inset(50%)",
    'content: "left"',
    "grid-area: left",
    "align-content: center",
    "--bright: 1",
)


@pytest.mark.parametrize("declaration", WRONG)
def test_what_stays_at_its_side_is_found(declaration: str) -> None:
    assert list(sided(f"@layer a {{ @media (min-width: 1px) {{ .b:hover {{ color: red; {declaration} }} }} }}")) == [
        f".b:hover {{ {declaration} }}"
    ]
    assert list(sided(f".b {{ color: red; > .c {{ {declaration}; }} }}")) == [f".b > .c {{ {declaration} }}"]
    assert list(sided(f".b:dir(rtl) {{ {declaration} }}")) == []


@pytest.mark.parametrize("declaration", RIGHT)
def test_what_is_mirrored_is_not(declaration: str) -> None:
    assert list(sided(f"/* left */ .b {{ {declaration} }}")) == []


def test_style_sheets_of_themes_name_no_side_of_the_screen() -> None:
    assert len({sheet.relative_to(THEMES).parts[0] for sheet in SHEETS}) == 2
    found = [it for sheet in SHEETS for it in sided(sheet.read_text("utf-8"))]
    assert sorted(found) == sorted(ON_PURPOSE)
