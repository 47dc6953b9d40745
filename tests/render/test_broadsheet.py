"""The default theme keeps its promises: colours, directions, phrases, weight."""

import re
from collections import Counter
from collections.abc import Sequence
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from patrika.model.article import PHRASES

THEME = Path(__file__).parents[2] / "themes" / "broadsheet"
CSS = "\n".join(path.read_text("utf-8") for path in sorted(THEME.glob("assets/css/*.css")))
GROUNDS = ("paper", "tint", "notice", "corr")
PLACE = re.compile(r"%\((\w+)\)s")
TEXTS = ("ink", "ink-2", "ink-3", "accent", "link", "visited")


def palettes() -> tuple[dict[str, str], dict[str, str]]:
    """Return the light and the dark colours of tokens.css, by name."""
    text = (THEME / "assets/css/tokens.css").read_text("utf-8")
    light, _, dark = text.partition("prefers-color-scheme: dark")
    pattern = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b")
    first = dict(pattern.findall(light))
    return first, {**first, **dict(pattern.findall(dark.partition("prefers-contrast")[0]))}


def luminance(colour: str) -> float:
    """Return relative luminance as WCAG 2.2 defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_colour_is_readable_on_every_ground(scheme: int) -> None:
    """WCAG 2.2 SC 1.4.3 asks for 4.5 to 1."""
    colours = palettes()[scheme]
    weak = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text in TEXTS
        for ground in GROUNDS
        if ground in colours and contrast(colours[text], colours[ground]) < 4.5
    }
    assert weak == {}
    assert contrast(colours["focus"], colours["paper"]) >= 3
    assert contrast(colours["mid"], colours["paper"]) >= 3


def test_the_style_sheet_can_be_overridden() -> None:
    bare = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    assert "!important" not in bare
    assert not re.search(r"^\s*#[a-z]", bare, re.MULTILINE)


def phrases() -> set[str]:
    found: set[str] = set(PHRASES)
    for path in THEME.glob("templates/**/*.html"):
        for _, message, _, _ in extract_from_file(
            "jinja2.ext:babel_extract", path, options={"silent": "false", "extensions": "patrika.render.slots.SlotTag"}
        ):
            found |= set(message) if isinstance(message, tuple) else {message}
    return found


SPOKEN = ("ar", "bn", "hi", "ur")


def catalogue(language: str) -> Catalog:
    with (THEME / "locale" / f"{language}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def texts(said: str | Sequence[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


def test_the_theme_speaks_four_languages_besides_english() -> None:
    assert tuple(sorted(path.stem for path in THEME.glob("locale/*.po"))) == SPOKEN


@pytest.mark.parametrize("language", SPOKEN)
def test_every_phrase_is_translated_and_nothing_else(language: str) -> None:
    told = [m for m in catalogue(language) if m.id]
    translated = {id for m in told if m.string and all(m.string) and not m.fuzzy for id in texts(m.id)}
    assert translated == phrases()
    assert len({m.id for m in told}) == len(told)


@pytest.mark.parametrize("language", SPOKEN)
def test_plurals_are_those_of_cldr(language: str) -> None:
    """Form by form: none says more numbers than CLDR has it say, and none fewer."""
    spoken = catalogue(language)
    form, category = c2py(spoken.plural_expr), Locale(language).plural_form
    numbers = {number: (form(number), category(number)) for number in range(201)}
    pairs = set(numbers.values())
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs}) == spoken.num_plurals


@pytest.mark.parametrize("language", SPOKEN)
def test_translations_have_the_places_of_their_phrases(language: str) -> None:
    """All of them; the form of a single number may say it in words."""
    spoken = catalogue(language)
    form = c2py(spoken.plural_expr)
    single = {index for index, count in Counter(map(form, range(201))).items() if count == 1}
    for m in spoken:
        places = {place for id in texts(m.id) for place in PLACE.findall(id)}
        for index, string in enumerate(texts(m.string)):
            found = set(PLACE.findall(string))
            assert found == places or (m.pluralizable and index in single and found < places), string


def test_templates_hold_no_script_and_no_inline_style() -> None:
    for path in THEME.glob("templates/**/*.html"):
        text = path.read_text("utf-8")
        assert "<script" not in text, path
        assert "style=" not in text, path
        assert text.lstrip().startswith("{#"), f"{path} does not say what it shows"


def test_no_pages_text_is_set_in_a_size_under_thirteen_pixels() -> None:
    sizes = re.findall(r"font-size:\s*([\d.]+)rem", CSS)
    assert sizes
    assert [size for size in sizes if float(size) < 0.8125] == []
