"""What we print in a language is what CLDR says through babel and through the browser, but for what docs/languages.md lists."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel import Locale
from playwright.sync_api import Browser, Page
from reference.languages import TAGS

from patrika.model.language import Language
from patrika.model.numerals import DIGITS
from patrika.render.locale import settled
from patrika.render.locale.calendars import persian
from tests.browser.oracles import Said, of_babel, of_browser, ours

DOCS = Path(__file__).parents[2] / "docs" / "languages.md"
SAME = "as here"


def language_of(tag: str) -> Language:
    return settled(Language(tag, tag, tag, "", "", "ltr", "", tag))[0]


def differences(tag: str, babel: Said, icu: Said, here: Said) -> Iterator[tuple[str, ...]]:
    """Yield language, what, what babel and browsers say where they say otherwise, and what we print."""
    for what, said in here.items():
        others = [it.get(what, said) for it in (babel, icu)]
        parts = list(zip(said.split(" / "), *(it.split(" / ") for it in others), strict=True))
        apart = [part for part in parts if len(set(part)) > 1]
        if apart:
            mine, *theirs = (", ".join(side) for side in zip(*apart, strict=True))
            told = [
                "" if what not in it else SAME if it_said == mine else it_said
                for it, it_said in zip((babel, icu), theirs, strict=True)
            ]
            yield tag, what, *told, mine


def listed() -> list[tuple[str, ...]]:
    """Return the rows of the table in the docs without their reasons."""
    text = DOCS.read_text("utf-8").partition("## Where this is not CLDR's")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.split("\n") if line.startswith("| `")]
    assert all(row[-1] for row in rows), "each row has a reason"
    return [(row[0].strip("`"), *row[1:-1]) for row in rows]


def test_each_difference_from_cldr_is_listed_with_its_reason(browser: Browser) -> None:
    """And nothing is listed that is none. Spaces and marks that cannot be seen are as good as others."""
    languages = {tag: language_of(tag) for tag in TAGS}
    tags = {tag: "zh" if tag == "zh" else it.locale.replace("_", "-") for tag, it in languages.items()}
    icu = of_browser(browser, tuple(tags.values()))
    assert [tag for tag in TAGS if tags[tag] not in icu] == ["ne"]
    found = [
        tuple(re.sub("[\u200f\u200e]", "", cell).replace("\u00a0", " ").replace("\u202f", " ") for cell in row)
        for tag, language in languages.items()
        for row in differences(tag, of_babel(language), icu.get(tags[tag], {}), ours(language))
    ]
    assert found == listed()


def test_digits_are_those_of_the_browser(page: Page) -> None:
    """Of all numbering systems that both know."""
    script = """names => Object.fromEntries(names.map(name => {
        const format = new Intl.NumberFormat('en', {numberingSystem: name});
        return [name, [...Array(10).keys()].map(digit => format.format(digit)).join('')];
    }))"""
    known = [name for name in page.evaluate("Intl.supportedValuesOf('numberingSystem')") if name in DIGITS]
    assert len(known) > 70
    assert page.evaluate(script, known) == {name: DIGITS[name] for name in known}


def test_days_of_the_persian_calendar_are_those_of_the_browser(page: Page) -> None:
    """Each 17th day of a century."""
    days = [date(1950, 1, 1) + timedelta(days=17 * count) for count in range(2_150)]
    script = """days => {
        const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn',
            {timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric'});
        const part = (parts, type) => parseInt(parts.find(it => it.type === type).value);
        return days.map(day => format.formatToParts(new Date(day)))
            .map(parts => ['year', 'month', 'day'].map(type => part(parts, type)));
    }"""
    theirs = page.evaluate(script, [day.isoformat() for day in days])
    assert [[it.year, it.month, it.day] for it in map(persian, days)] == theirs


@pytest.mark.parametrize("tag", TAGS)
def test_categories_of_ordinals_are_those_of_the_browser(tag: str, page: Page) -> None:
    """By which 1st, 2nd and 3rd are told apart."""
    count = "tag => [...Array(200).keys()].map(it => new Intl.PluralRules(tag, {type: 'ordinal'}).select(it))"
    assert page.evaluate(count, tag) == [Locale.parse(tag).ordinal_form(it) for it in range(200)]
