"""The keys of pages cover all that pages show: each field of each value, changed alone, changes the keys of just the pages
that show it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import fields, replace

from patrika.model.article import Article, Author, Body, Hole, ImageRef, Prose, Slot, Standalone
from patrika.model.blocks import Attribute, Block, BlockSpec, BodyBlock, Sheet, WrittenAttribute
from patrika.model.card import Card, Person
from patrika.model.encoding import Digest, digest, encode
from patrika.model.media import Media, Picture
from patrika.model.page import Alternate, Page, Toggle
from patrika.plan.inputs import Link, Month, Paging
from patrika.plan.shared import ArchivePlace, ListPlace, StoryPlace
from patrika.plan.site_plan import MAKERS
from patrika.plan.sources import Sources, sources
from patrika.plan.templates import template_of
from patrika.relate.ties import Filling
from patrika.render.page import Grounds
from patrika.run import making
from patrika.run.orders import Before, Kept, Order, key_of, orders
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
    Filling((Hole("/a/", "bn", None, "css", MEDIA, "title"),), (Hole(picture=PICTURE),), (Block("box"),)),
    Block("box", {"src": MEDIA}, (0,)),
    Sheet((("a",),), (True,)),
    BlockSpec("text", {"src": Attribute("table")}),
    Attribute("text", words=("a",)),
    BodyBlock("box", (WrittenAttribute("src", "a.csv", 9),), 1, 1, "none"),
    WrittenAttribute("src", "a.csv", 9),
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
        case dict():
            return {} if value else {"x": 1}
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


class Paper(Struct, frozen=True):
    """All that the pages of a newspaper are made from, and where they stand."""

    pages: Sequence[Page]
    sources: Sources
    grounds: Grounds
    output: Path


@pytest.fixture
def paper(newspaper: Callable[..., Newspaper], monkeypatch: pytest.MonkeyPatch) -> Paper:
    """Give all that the pages of a small newspaper are made from, and leave them printed."""
    found: list[tuple[Sequence[Page], Sources, Grounds]] = []

    def noted(
        pages: Sequence[Page], told: Sources, grounds: Grounds, before: Before, kept: Kept
    ) -> Iterator[tuple[Order, Digest]]:
        found.append((pages, told, grounds))
        return orders(pages, told, grounds, before, kept)

    monkeypatch.setattr(making, "orders", noted)
    text = files(
        *numbered(60, tags="[x]", authors="[ann]"),
        story("seen", "2020-09-15", tags="[x, y]", authors="[ann]", title="Seldom seen", kicker="K"),
        story("seen", "2020-09-15", language="bn"),
    )
    site = newspaper(talkative(text + "-- content/authors/ann.en.md --\n---\nname: Ann\n---\nA.\n"))
    site.built()
    return Paper(*found[0], site.root / "output")


def keys(paper: Paper, told: Sources) -> Mapping[str, Digest]:
    return {
        page.output: key_of(
            encode(MAKERS[page.role].refer(page, told)),
            paper.grounds[
                page.language, page.role, template_of(page, told.templates, told.edition.catalog.entries)
            ].key,
        )
        for page in paper.pages
    }


def test_each_field_of_a_card_changes_the_keys_of_just_the_pages_that_show_it(paper: Paper) -> None:
    edition, before = paper.sources.edition, keys(paper, paper.sources)
    catalog = edition.catalog
    position = next(n for n, e in enumerate(catalog.entries) if (e.story, e.language) == ("world/seen", "en"))
    showing = {page.output for page in paper.pages if "Seldom seen" in (paper.output / page.output).read_text("utf-8")}
    toggle = next(page.output for page in paper.pages if page.path == "/bn/world/2020/09/seen/")
    assert 5 < len(showing) < len(paper.pages) / 2
    card = Card("world/seen", "en", "/world/2020/09/seen/", "Seldom seen", "world", "report", 1)
    for field in fields(Card):
        changed = digest(replace(card, **{field.name: other(getattr(card, field.name))}))
        entries = (*catalog.entries[:position], replace(catalog.entries[position], card=changed))
        entries = (*entries, *catalog.entries[position + 1 :])
        cards = tuple(entry.card for entry in entries)
        after = keys(paper, sources(replace(edition, catalog=replace(catalog, entries=entries, cards=cards))))
        assert {page for page in before if before[page] != after[page]} == showing | {toggle}, field.name


def test_a_storys_own_text_changes_the_keys_of_its_page_and_of_the_feeds_that_carry_it_alone(paper: Paper) -> None:
    edition, before = paper.sources.edition, keys(paper, paper.sources)
    catalog = edition.catalog
    feeds = {it.output: (paper.output / it.output).read_text("utf-8") for it in paper.pages if it.role == "feed"}
    for field in ("own", "ties"):
        for position, entry in enumerate(catalog.entries):
            entries = list(catalog.entries)
            entries[position] = replace(entry, **{field: b"1" * 16})
            after = keys(paper, sources(replace(edition, catalog=replace(catalog, entries=tuple(entries)))))
            changed = {page for page in before if before[page] != after[page]}
            carrying = {file for file, text in feeds.items() if f":{entry.story}.{entry.language}" in text}
            assert changed == {entry.path[1:] + "index.html", *carrying}
