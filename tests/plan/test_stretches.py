"""Stretches: what is taken for settled refers to what it did, whatever was edited; and little of an archive is not settled."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from random import Random

import pytest
from msgspec.structs import replace

from patrika.model.article import Tag
from patrika.model.encoding import digest, encode
from patrika.model.language import Language
from patrika.model.page import Page, Role
from patrika.model.site import FeedRules, PageSpec, Query, Section, Site, Theme
from patrika.plan import article, edition, ninjs
from patrika.plan.edition import Edition
from patrika.plan.sources import Sources, sources
from patrika.plan.stretches import settled, stretches_of
from patrika.relate.catalog import build_catalog
from patrika.relate.entries import Entry
from patrika.relate.related import best_older
from tests.relate.test_catalog_laws import row

DAY_S = 86_400
NOW = 500 * DAY_S
LANGUAGES = tuple(Language(id, id, id, id, "latn", "ltr", id, id) for id in ("en", "bn"))
TITLE = {"en": "Title", "bn": "শিরোনাম"}
SECTIONS = (
    *(Section(id, "report", TITLE) for id in ("world", "sport")),
    Section("views", "opinion", TITLE),
    Section("notes", "report", TITLE, listed=False),
)
SITE = Site("", "https://x.example", "UTC", "en", "t", LANGUAGES, SECTIONS, 7, 8)
WITH_ITEMS = replace(SITE, feeds=FeedRules(ninjs=True))
BLOCKS = {(language.id, name): digest(name) for language in LANGUAGES for name in ("box", "box.feed")}
GROUNDS = {(language.id, section.id): b"ground" for language in LANGUAGES for section in SECTIONS}
RAIL = {
    "related": Query("related", limit=3),
    "views": Query("latest", kind="opinion", limit=2),
    "latest": Query("latest", not_kind="opinion", limit=3, at_least=2),
}
LISTS: Mapping[str, Mapping[str, Query]] = {
    "none": {},
    "related": {"related": Query("related", limit=3)},
    "views": {"views": Query("latest", kind="opinion", limit=2)},
    "here": {"here": Query("latest", section="page", limit=2, offset=1)},
    "first": {"first": Query("latest", order="priority", limit=2)},
    "two": {"two": Query("latest", kind="opinion", limit=1), "more": Query("latest", kind="opinion", limit=2)},
    "own words": {
        "tag": Query("latest", tag="page", limit=2),
        "author": Query("latest", author="page", not_kind="opinion", limit=2),
        "kind": Query("latest", kind="page", section="page", limit=2),
    },
    "own fields": {
        "hot": Query("latest", where=(("hot", True), ("place", "Dhaka")), limit=2),
        "cold": Query("latest", where=(("hot", False),), limit=2),
    },
    "named": {"tag": Query("latest", tag="u", limit=2), "author": Query("latest", author="ann", limit=2)},
    "series": {"series": Query("series", limit=3), "views": Query("latest", kind="opinion", limit=2)},
    "rail": RAIL,
    "mixed": {
        "first": Query("latest", order="priority", limit=2),
        "here": Query("latest", section="page", limit=2, offset=1),
        "related": Query("related", limit=2, unless_shown=False),
        "picks": Query("picks"),
    },
}
FAR_REACHING: Sequence[Mapping[str, Query]] = (
    {"latest": Query("latest", limit=12), "related": Query("related", limit=4)},
    {"sections": Query("latest", each="section")},
    {"abroad": Query("latest", language="bn")},
)


def made(entry: Entry, version: int = 0) -> Entry:
    """Return an entry with digests of its own."""
    name = (entry.story, entry.language, version)
    return replace(entry, own=digest(("own", name)), card=digest(("card", name)), ties=digest(name) if version else b"")


def archive() -> list[Entry]:
    """Return stories of some five months, the first long before the others; some in two languages, of which a few came
    out in another month; some without a date; some with wishes of their own."""
    random = Random(1)
    found = []
    for number in range(120):
        tags = ("rare",) if number in (5, 100) else tuple(random.sample("uvwxyz", random.randrange(3)))
        section, listed = random.choice(SECTIONS), number not in (50, 100)
        for language in ("en", "bn")[: 1 + (number % 3 == 0)]:
            day = number * 5 // 4 + (70 if number else 0) + (40 if language == "bn" and number % 2 else 0)
            moment = 0 if number % 24 == 3 else day * DAY_S
            entry = row(f"s{number:03}", language, section.id, moment, tags, listed)
            authors = ("ann", "bob")[: number % 4]
            series = "s" if number % 9 == 4 else ""
            picks = ("s001",) if number % 40 == 7 else ()
            excluded = tuple(f"s{other:03}" for other in range(10, 110)) if number == 110 else ()
            marks = ("hot=true", *(["place=Dhaka"] if number % 2 else [])) if number % 5 < 2 else ()
            entry = replace(entry, marks=marks, blocks=("box",) if number % 7 == 0 else ())
            found.append(
                made(replace(entry, kind=section.kind, authors=authors, series=series, picks=picks, excluded=excluded))
            )
    return found


def printed(entries: Sequence[Entry], lists: Mapping[str, Query]) -> Sources:
    catalog = build_catalog(entries, SITE, NOW)
    related = {id: array("I", best_older(catalog, id, range(catalog.count(id)))) for id in catalog.listed}
    theme = Theme("t", {"article": PageSpec("article.html", lists)}, {})
    months = edition.months_of(catalog, SITE)
    site = WITH_ITEMS if lists is RAIL else SITE
    return sources(Edition(site, theme, catalog, {}, {}, {}, related, months), BLOCKS)


def references(told: Sources) -> dict[tuple[str, str], bytes]:
    """Return what the page of each story refers to, and its item where the site has such."""
    found = {}
    for place, it in enumerate(told.edition.catalog.entries):
        page, item = (Page(it.path, role, it.language, "", place) for role in _OF_STORIES)
        items = [ninjs.refer(item, told)] if told.edition.site.feeds.ninjs else []
        found[it.story, it.language] = encode((article.refer(page, told), *items))
    return found


_OF_STORIES: tuple[Role, Role] = ("article", "ninjs")


def _places(edit: str, entries: Sequence[Entry], random: Random) -> Sequence[int]:
    """Return the stories to be edited: all where other pages show what is edited, else some, and those with wishes."""
    if edit == "headline":
        return range(len(entries))
    wishful = [place for place, it in enumerate(entries) if it.picks or it.excluded or it.series or not it.listed]
    return [*random.sample(range(len(entries)), 8), *wishful]


def _moved(entry: Entry, random: Random) -> Entry:
    return made(replace(entry, published=random.randrange(220) * DAY_S), 1)


EDITS: Mapping[str, Callable[[Entry, Random], Sequence[Entry]]] = {
    "body": lambda it, _: [replace(it, own=digest("o"), ties=digest("t"))],
    "ties": lambda it, _: [replace(it, ties=digest("t"))],
    "headline": lambda it, _: [made(it, 1)],
    "card": lambda it, _: [replace(it, card=digest("c"))],
    "date": lambda it, random: [_moved(it, random)],
    "no date": lambda it, _: [made(replace(it, published=0 if it.published else 99 * DAY_S), 1)],
    "tags": lambda it, random: [made(replace(it, tags=tuple(random.sample("uvwxyz", 2))), 1)],
    "section": lambda it, _: [made(replace(it, section="views", kind="opinion"), 1)],
    "aside": lambda it, _: [made(replace(it, section="world" if it.section == "notes" else "notes"), 1)],
    "series": lambda it, _: [made(replace(it, series="" if it.series else "s"), 1)],
    "authors": lambda it, _: [made(replace(it, authors=it.authors[1:] or ("bob",)), 1)],
    "kind": lambda it, _: [made(replace(it, kind="report" if it.kind == "opinion" else "opinion"), 1)],
    "marks": lambda it, _: [made(replace(it, marks=() if it.marks else ("hot=true", "place=Dhaka")), 1)],
    "also in": lambda it, _: [made(replace(it, also_in=("views", "world")), 1)],
    "listed": lambda it, _: [made(replace(it, listed=not it.listed), 1)],
    "picks": lambda it, random: [replace(it, picks=() if it.picks else (f"s{random.randrange(120):03}",))],
    "excluded": lambda it, random: [replace(it, excluded=(f"s{random.randrange(120):03}",))],
    "related": lambda it, _: [made(replace(it, related_off=True), 1)],
    "priority": lambda it, _: [replace(it, priority=2)],
    "id": lambda it, _: [replace(it, own=digest("i"), guid="urn:x:1")],
    "blocks": lambda it, _: [replace(it, own=digest("b"), ties=digest("b"), blocks=() if it.blocks else ("box",))],
    "removed": lambda it, _: [],
    "new": lambda it, random: [it, _moved(replace(it, story="new"), random)],
    "translated": lambda it, _: [it, made(replace(it, language="bn" if it.language == "en" else "en"))],
}


@pytest.mark.parametrize("lists", LISTS)
@pytest.mark.parametrize("edit", EDITS)
def test_a_settled_page_refers_to_what_it_did(edit: str, lists: str) -> None:
    entries = archive()
    told = printed(entries, LISTS[lists])
    before, known = references(told), {it.month: it.digest for it in stretches_of(told, GROUNDS)}
    random, spared = Random(edit), 0
    for place in _places(edit, entries, random):
        changed = {(it.story, it.language): it for it in [*entries[:place], *entries[place + 1 :]]}
        changed |= {(it.story, it.language): it for it in EDITS[edit](entries[place], random)}
        after = printed(tuple(changed.values()), LISTS[lists])
        flags = settled(after, stretches_of(after, GROUNDS), known)
        now = references(after)
        for flag, entry in zip(flags, after.edition.catalog.entries, strict=True):
            name = (entry.story, entry.language)
            assert not flag or now[name] == before[name], f"{edit} of {entries[place]}: {name} is not settled"
        spared += sum(flags)
    assert spared > 0


def test_nothing_is_settled_where_what_all_share_is_another() -> None:
    told = printed(archive(), RAIL)
    known = {it.month: it.digest for it in stretches_of(told, GROUNDS)}
    assert sum(settled(told, stretches_of(told, GROUNDS), known)) > 100
    assert not any(settled(told, stretches_of(told, dict.fromkeys(GROUNDS, b"other")), known))
    named = replace(told.edition, tags={"u": Tag("u", {"en": "Umbrellas"})})
    assert not any(settled(told, stretches_of(sources(named, BLOCKS), GROUNDS), known))
    wider = replace(told.edition, site=replace(WITH_ITEMS, live_stories=9))
    assert not any(settled(told, stretches_of(sources(wider, BLOCKS), GROUNDS), known))
    for feeds in (FeedRules(), FeedRules(ninjs=True, full_text=False)):
        other = replace(told.edition, site=replace(SITE, feeds=feeds))
        assert not any(settled(told, stretches_of(sources(other, BLOCKS), GROUNDS), known))


def test_an_item_is_not_settled_where_feeds_show_its_blocks_in_another_way() -> None:
    told = printed(archive(), RAIL)
    known = {it.month: it.digest for it in stretches_of(told, GROUNDS)}
    after = sources(told.edition, {**BLOCKS, ("bn", "box.feed"): digest("other")})
    flags, before, now = settled(after, stretches_of(after, GROUNDS), known), references(told), references(after)
    changed = [(it.story, it.language) for it in told.edition.catalog.entries]
    assert any(before[name] != now[name] for name in changed)
    assert [name for flag, name in zip(flags, changed, strict=True) if flag and before[name] != now[name]] == []


@pytest.mark.parametrize(
    "lists", FAR_REACHING, ids=["more than is remembered as related", "each section", "another language"]
)
def test_where_a_list_may_reach_anywhere_each_page_is_referred(lists: Mapping[str, Query]) -> None:
    assert stretches_of(printed(archive(), lists), GROUNDS) == ()


def test_a_new_story_and_a_body_leave_the_months_before_settled() -> None:
    entries = archive()
    told = printed(entries, RAIL)
    known = {it.month: it.digest for it in stretches_of(told, GROUNDS)}
    newest = made(row("new", "en", "world", 225 * DAY_S, ("u",), True))
    edited = [replace(it, own=digest("o")) if it.story == "s060" else it for it in entries]
    for changed in ([*entries, newest], edited):
        after = printed(changed, RAIL)
        unlike = [it.month for it in stretches_of(after, GROUNDS) if known.get(it.month) != it.digest]
        assert len(unlike) == 1


def test_stretches_know_every_way_of_asking() -> None:
    """A new word of the list grammar needs a thought here: can it reach farther than a stretch has it?

    A stretch says what a list's run shows to its pages, as many stories back as limit, offset, order and what stands on the
    page (unless_shown, at_least) can make it look; a run for each of the words kind, section, tag and author that its own
    stories give. not_kind and where are in the run. The runs of other languages (language) and of all sections (each) it does
    not say.
    """
    by_run = "kind not_kind section tag author"
    known = f"list limit {by_run} language offset order each at_least where unless_shown"
    assert Query.__struct_fields__ == tuple(known.split())
