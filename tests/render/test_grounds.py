"""What pages of a role share is in their keys as far as they can show it, and no further."""

import re
from io import BytesIO
from typing import Any

import pytest
from babel.messages.pofile import read_po, write_po
from msgspec.structs import replace

from patrika.model.language import DateStyle
from patrika.model.paper import Paper
from patrika.plan.inputs import Chrome
from patrika.render.mentions import closure, parts_of, read_all, together
from patrika.render.page import Press
from patrika.render.speech import voices
from patrika.render.theme import SharedCode, environment
from tests.render.bangla_paper import BANGLA, CHROME, PAGES, PO, SITE, SOURCES, THEME, press, printed

PRESS = press()
PRINTED = printed(PRESS)


LOCALES = {"bn_BD": "bn_IN", "en_GB": "en_US"}
"""Others in place of those that must be locales."""


def other(value: Any) -> Any:
    """Return a value of the same type that is not the same."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return LOCALES.get(value, value + "x")
    if isinstance(value, dict):
        return {name: other(inner) for name, inner in value.items()}
    if isinstance(value, Paper):
        return replace(value, name=other(value.name))
    return type(value)()


def roles_grounded_otherwise(ready: Press) -> set[str]:
    changed = {role for (_, role, _), ground in ready.grounds.items() if ground not in PRESS.grounds.values()}
    return changed & PAGES.keys()


def roles_printed_otherwise(ready: Press) -> set[str]:
    return {role for role, page in printed(ready).items() if page != PRINTED[role]}


@pytest.mark.parametrize("field", Chrome.__struct_fields__)
def test_a_field_that_shows_on_a_page_is_in_the_ground_of_its_role(field: str) -> None:
    """No page can go stale: for every field of `chrome` and every role of the default theme."""
    ready = press(chrome=replace(CHROME, **{field: other(getattr(CHROME, field))}))
    grounded, shown = roles_grounded_otherwise(ready), roles_printed_otherwise(ready)
    assert shown <= grounded
    assert bool(shown) == bool(grounded), "a field that is mentioned and never shown"


def test_an_option_touches_only_the_role_that_mentions_it() -> None:
    assert roles_grounded_otherwise(
        press(chrome=replace(CHROME, options={**CHROME.options, "rail_latest": False}))
    ) == {"article"}
    assert roles_grounded_otherwise(press(chrome=replace(CHROME, options={**CHROME.options, "new": 1}))) == set()


@pytest.mark.parametrize(
    "site",
    [
        replace(SITE, url="https://other.example"),
        replace(SITE, timezone="Europe/Berlin"),
        replace(SITE, languages=(replace(BANGLA, numerals="latn"),)),
        replace(SITE, languages=(replace(BANGLA, locale="en_GB"),)),
        replace(SITE, languages=(replace(BANGLA, dates=DateStyle(calendar="bangladesh")),)),
    ],
    ids=["url", "zone", "numerals", "locale", "calendar"],
)
def test_what_filters_go_by_touches_every_role(site: Any) -> None:
    ready = press(site=site)
    assert roles_printed_otherwise(ready) == roles_grounded_otherwise(ready) == set(PAGES)


def marked() -> tuple[str, dict[str, str]]:
    """Return the PO file with a mark in place of each translation, and the phrases by mark."""
    catalog, phrases = read_po(BytesIO(PO.encode())), {}
    for number, message in enumerate(catalog):
        if message.id:
            key, mark = (message.id if isinstance(message.id, str) else message.id[0]), f"⟦{number}⟧"
            phrases[mark] = key
            message.string = mark if isinstance(message.id, str) else (mark, mark)
    text = BytesIO()
    write_po(text, catalog)
    return text.getvalue().decode(), phrases


def test_each_phrase_on_a_page_is_one_that_its_templates_mention() -> None:
    po, phrases = marked()
    ready = press(po=po)
    env = environment(SITE, BANGLA, voices(SITE, {})[0]["bn"], CHROME, SOURCES, SharedCode())
    parts = parts_of(SOURCES, read_all(SOURCES, env, {}))
    said = set()
    for role, page in printed(ready).items():
        shown = {phrases[mark] for mark in re.findall(r"⟦[0-9]+⟧", page)}
        template = THEME.pages[role].template
        assert shown <= together(parts[name].mentions for name in closure(template, parts)).phrases
        said |= shown
    assert {"Elsewhere", "Related stories", "%(count)s story", "Footnotes", "Newer stories"} <= said


def test_a_phrase_touches_the_roles_that_say_it() -> None:
    assert roles_grounded_otherwise(
        press(po=PO.replace('msgid "Elsewhere"\nmsgstr "', 'msgid "Elsewhere"\nmsgstr "x'))
    ) == {"author"}


@pytest.mark.parametrize(
    "po",
    [
        PO.replace('\nmsgid "Elsewhere"', '\n# Said over links.\nmsgid "Elsewhere"'),
        PO.replace('"Project-Id-Version: ', '"PO-Revision-Date: 2023-07-27 03:16+0600\\n"\n"Project-Id-Version: '),
        PO + '\nmsgid "Said by none"\nmsgstr "x"\n',
        PO + '\nmsgctxt "other"\nmsgid "Elsewhere"\nmsgstr "x"\n',
    ],
    ids=["comment", "header", "unsaid", "other context"],
)
def test_what_no_page_says_of_a_file_of_phrases_touches_none(po: str) -> None:
    assert po != PO
    assert roles_grounded_otherwise(press(po=po)) == set()


@pytest.mark.parametrize(
    "po",
    [
        re.sub(r'(msgstr\[1\] ")', r"\1x", PO),
        PO.replace("plural=(n > 1)", "plural=(n > 9)"),
    ],
    ids=["form", "rule"],
)
def test_a_plural_touches_the_roles_that_count(po: str) -> None:
    ready = press(po=po)
    assert po != PO
    assert roles_grounded_otherwise(ready) == {"section", "archive", "tag", "author", "corrections"}


def test_a_fuzzy_phrase_is_none() -> None:
    ready = press(po=PO.replace('\nmsgid "Elsewhere"', '\n#, fuzzy\nmsgid "Elsewhere"'))
    assert roles_grounded_otherwise(ready) == roles_printed_otherwise(ready) == {"author"}
