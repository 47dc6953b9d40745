"""The keys of pages cover all that pages show: each field of each value, changed alone, changes the keys of just the pages
that show it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import fields, replace

from patrika.model.article import Article, Author, Body, Hole, ImageRef, Prose, Slot, Standalone
from patrika.model.card import Card, Person
from patrika.model.encoding import Digest, digest
from patrika.model.media import Media, Picture
from patrika.model.page import Alternate, Toggle
from patrika.plan.inputs import Link, Month, Paging
from patrika.plan.shared import ArchivePlace, ListPlace, StoryPlace
from patrika.plan.site_plan import MAKERS
from patrika.plan.sources import Sources, sources
from patrika.relate.ties import Filling
from patrika.run import making
from patrika.run.printing import Printed, Shop, key_of, print_pages
from tests.sites.newspaper import Newspaper
from tests.sites.press import files, numbered, story
from tests.sites.talkative import talkative

MEDIA = Media("content/p.svg", "/media/p.svg", "image/svg+xml", 9, 2, 2, b"0" * 16)
PICTURE = Picture(MEDIA, "alt", "caption", "credit")
TOGGLE = Toggle("bn", "বাংলা", "bn", "ltr", "/bn/", True)
LINK = Link("x", "X", "/tags/x/")
VALUES: tuple[Struct, ...] = (
    Card("a", "en", "/a/", "A", "world", "report", 1, authors=(Person("Ann", "/a/"),), image=PICTURE, portrait=PICTURE),
    Article("content/a.md", "a", "en", "world", "report", "A", 1, Prose(b"0" * 16), "a", image=ImageRef("p", "alt")),
    Author("content/authors/ann.md", "ann", "en", "Ann", Prose(b"0" * 16)),
    Standalone("content/pages/about.md", "about", "en", "About", "about", Prose(b"0" * 16)),
    Prose(b"0" * 16, 1, "excerpt"),
    Body(("a", "b"), (Slot("link", 0),)),
    Filling((Hole("/a/", "bn", None, "css", MEDIA),), (Hole(picture=PICTURE),)),
    MEDIA,
    PICTURE,
    Person("Ann", "/a/"),
    StoryPlace(LINK, (TOGGLE,), "en"),
    ListPlace("/tags/x/", "X", "", (Alternate("en", "/"),), (TOGGLE,)),
    ArchivePlace(LINK, (TOGGLE,)),
    Month(1, "/world/2023/07/", 2),
    Paging(0, "", "/page/1/"),
)
"""One value of each kind that references name or hold."""


def other(value: Any) -> Any:
    """Return something else of the same type."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return value + "x"
        case bytes():
            return b"1" + value[1:]
        case tuple():
            return (*value, value[0]) if value else ("x",)
        case None:
            return "x"
        case _:
            return replace(value, **{fields(value)[0].name: other(getattr(value, fields(value)[0].name))})


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_each_field_of_a_value_changes_its_digest(value: Struct) -> None:
    for field in fields(value):
        changed = replace(value, **{field.name: other(getattr(value, field.name))})
        assert digest(changed) != digest(value), f"{type(value).__name__}.{field.name}"


@pytest.fixture
def shop(newspaper: Callable[..., Newspaper], monkeypatch: pytest.MonkeyPatch) -> Shop:
    """Give all that the pages of a small newspaper are made from, and leave them printed."""
    found: list[Shop] = []

    def noted(shop: Shop, *rest: Any) -> Printed:
        found.append(shop)
        return print_pages(shop, *rest)

    monkeypatch.setattr(making, "print_pages", noted)
    text = files(
        *numbered(60, tags="[x]", authors="[ann]"),
        story("seen", "2020-09-15", tags="[x, y]", authors="[ann]", title="Seldom seen", kicker="K"),
        story("seen", "2020-09-15", language="bn"),
    )
    newspaper(talkative(text + "-- content/authors/ann.en.md --\n---\nname: Ann\n---\nA.\n")).built()
    return found[0]


def keys(shop: Shop, told: Sources) -> Mapping[str, Digest]:
    grounds = shop.press.grounds
    return {
        page.output: key_of(MAKERS[page.role].refer(page, told), grounds[page.language, page.role].key)
        for page in shop.pages
    }


def test_each_field_of_a_card_changes_the_keys_of_just_the_pages_that_show_it(shop: Shop) -> None:
    edition, before = shop.sources.edition, keys(shop, shop.sources)
    catalog = edition.catalog
    position = next(n for n, e in enumerate(catalog.entries) if (e.story, e.language) == ("world/seen", "en"))
    showing = {page.output for page in shop.pages if "Seldom seen" in (shop.output / page.output).read_text("utf-8")}
    toggle = next(page.output for page in shop.pages if page.path == "/bn/world/2020/09/seen/")
    assert 5 < len(showing) < len(shop.pages) / 2
    card = Card("world/seen", "en", "/world/2020/09/seen/", "Seldom seen", "world", "report", 1)
    for field in fields(Card):
        changed = digest(replace(card, **{field.name: other(getattr(card, field.name))}))
        entries = (*catalog.entries[:position], replace(catalog.entries[position], card=changed))
        entries = (*entries, *catalog.entries[position + 1 :])
        cards = tuple(entry.card for entry in entries)
        after = keys(shop, sources(replace(edition, catalog=replace(catalog, entries=entries, cards=cards))))
        assert {page for page in before if before[page] != after[page]} == showing | {toggle}, field.name


def test_a_storys_own_text_changes_the_key_of_its_page_alone(shop: Shop) -> None:
    edition, before = shop.sources.edition, keys(shop, shop.sources)
    catalog = edition.catalog
    for field in ("own", "ties"):
        for position, entry in enumerate(catalog.entries):
            entries = list(catalog.entries)
            entries[position] = replace(entry, **{field: b"1" * 16})
            after = keys(shop, sources(replace(edition, catalog=replace(catalog, entries=tuple(entries)))))
            changed = {page for page in before if before[page] != after[page]}
            assert changed == {entry.path[1:] + "index.html"}
