"""Answers to the queries that theme.toml declares, for one page, so that no story is on it twice."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.page import Role
from patrika.model.site import Query
from patrika.plan.edition import Edition
from patrika.plan.refs import GroupRefs, ListRefs
from patrika.plan.sources import Sources, Window
from patrika.relate import addresses
from patrika.relate.catalog import NO_RUN, Catalog, run_before
from patrika.relate.related import KEPT, NONE, related_ranks


class Standpoint(Struct, frozen=True, gc=False):
    """From where a page asks: its language, its section, its own story, and how much of the language it may know of."""

    language: str
    end: int
    """Number of the language's listed stories, oldest first, that the page's lists are answered from."""
    section: str = ""
    position: int | None = None


def of_story(sources: Sources, position: int) -> Standpoint:
    """Return the standpoint of a story's page: it knows of stories up to the end of its live window."""
    entry = sources.edition.catalog.entries[position]
    return Standpoint(entry.language, sources.edition.catalog.ends[position], entry.section, position)


def of_list(sources: Sources, language: str, section: str = "") -> Standpoint:
    """Return the standpoint of a page that follows the news."""
    return Standpoint(language, sources.edition.catalog.count(language), section)


def answer(role: Role, standpoint: Standpoint, sources: Sources) -> tuple[ListRefs, frozenset[int]]:
    """Return the answers to a role's queries by reference, in their order, and the positions of all stories they show."""
    shown = set() if standpoint.position is None else {standpoint.position}
    lists, groups = [], []
    for name, query in sources.edition.theme.pages[role].lists.items():
        if query.each:
            groups.append((name, tuple(_by_section(query, standpoint, sources, shown))))
            continue
        window = _shared(role, name, query, standpoint, sources)
        if window is not None and shown.isdisjoint(window.positions):
            shown.update(window.positions)
            lists.append((name, window.cards))
        else:
            lists.append((name, join(_take(query, standpoint, sources, shown), sources.edition.catalog)))
    return ListRefs(tuple(lists), tuple(groups)), frozenset(shown)


def join(positions: Iterable[int], catalog: Catalog) -> bytes:
    """Return the digests of the cards at `positions`, joined."""
    return b"".join([catalog.cards[position] for position in positions])


def _shared(role: Role, name: str, query: Query, standpoint: Standpoint, sources: Sources) -> Window | None:
    """Return the answer that would be right if nothing were shown yet; None where it would have to be sought."""
    if query.list != "latest":
        return _known_related(query, standpoint, sources.edition)
    section = standpoint.section if query.section == "page" else query.section
    seen = run_before(_run(query, standpoint, sources), standpoint.end)
    place = (role, name, standpoint.language, section, seen)
    window = sources.windows.get(place)
    if window is None:
        positions = tuple(_take(query, replace(standpoint, position=None), sources, set()))
        window = sources.windows[place] = Window(positions, join(positions, sources.edition.catalog))
    return window


def _known_related(query: Query, standpoint: Standpoint, edition: Edition) -> Window | None:
    """Return what is related to a listed story without wishes of its own, if as much is known as the query wants."""
    position, catalog = standpoint.position, edition.catalog
    if position is None:
        return None
    entry = catalog.entries[position]
    tops, end = edition.related.get(entry.language), query.offset + query.limit
    if entry.picks or entry.excluded or not entry.listed or query.list != "related" or tops is None or end > KEPT:
        return None
    if entry.related_off:
        return Window((), b"")
    start = catalog.rank[position] * KEPT
    ranks = tops[start + query.offset : start + end].tolist()
    if len(ranks) < max(query.limit, query.at_least) or ranks[-1] == NONE:
        return None
    listed = catalog.listed[entry.language]
    positions = tuple([listed[rank] for rank in ranks])
    return Window(positions, join(positions, catalog))


def _by_section(query: Query, standpoint: Standpoint, sources: Sources, shown: set[int]) -> Iterator[GroupRefs]:
    edition = sources.edition
    language = edition.site.language(standpoint.language)
    for section in edition.site.sections:
        inner = Standpoint(standpoint.language, standpoint.end, section.id, standpoint.position)
        own = replace(query, each="", section="page")
        if positions := _take(own, inner, sources, shown):
            path = addresses.section(language, section.id)
            yield GroupRefs(join(positions, edition.catalog), section.id, section.title_in(language.id), path)


def _take(query: Query, standpoint: Standpoint, sources: Sources, shown: set[int]) -> list[int]:
    hidden = shown if query.unless_shown else frozenset({standpoint.position})
    fresh = (place for place in _candidates(query, standpoint, sources) if place not in hidden)
    found = list(islice(fresh, query.offset, query.offset + query.limit))
    if len(found) < query.at_least:
        return []
    shown.update(found)
    return found


def _candidates(query: Query, standpoint: Standpoint, sources: Sources) -> Iterator[int]:
    catalog = sources.edition.catalog
    if query.list != "latest":
        yield from _of_own_story(query, standpoint, sources.edition)
        return
    run = _run(query, standpoint, sources)
    listed = catalog.listed.get(standpoint.language, NO_RUN)
    newest = (listed[run[number]] for number in range(run_before(run, standpoint.end) - 1, -1, -1))
    if query.order == "priority":
        reach = sources.edition.site.live_stories or 25
        recent = list(islice(newest, reach))
        yield from sorted(recent, key=lambda place: (-catalog.priority[place], -place))
    yield from newest


def _run(query: Query, standpoint: Standpoint, sources: Sources) -> Sequence[int]:
    """Return the ranks of the stories that a query seeks among, oldest first."""
    section = standpoint.section if query.section == "page" else query.section
    place = (standpoint.language, section, query.kind, query.not_kind)
    run = sources.runs.get(place)
    if run is None:
        run = sources.runs[place] = _chosen(sources.edition.catalog, *place)
    return run


def _chosen(catalog: Catalog, language: str, section: str, kind: str, not_kind: str) -> Sequence[int]:
    if section:
        run: Sequence[int] = catalog.by_section.get((language, section), NO_RUN)
    else:
        run = catalog.by_kind.get((language, kind), NO_RUN) if kind else range(catalog.count(language))
    if not not_kind and not (section and kind):
        return run
    listed, entries = catalog.listed.get(language, NO_RUN), catalog.entries
    kinds = ((rank, entries[listed[rank]].kind) for rank in run)
    return array("I", [rank for rank, found in kinds if found != not_kind and (not kind or found == kind)])


def _of_own_story(query: Query, standpoint: Standpoint, edition: Edition) -> Iterator[int]:
    """Yield the editors' picks, then, for `related`, what the engine finds."""
    position = standpoint.position
    if position is None:
        return
    catalog = edition.catalog
    entry = catalog.entries[position]
    for story in entry.picks:
        yield from (place for place in catalog.versions_of(story) if catalog.entries[place].language == entry.language)
    if query.list == "related" and not entry.related_off:
        listed = catalog.listed.get(entry.language, NO_RUN)
        related = related_ranks(catalog, position, edition.related, frozenset(entry.excluded))
        picked = set(entry.picks)
        yield from (place for rank in related if catalog.entries[place := listed[rank]].story not in picked)


def newest_moment(positions: Iterable[int], catalog: Catalog) -> int:
    """Return the date of the newest of some stories, 0 where there is none."""
    return max((catalog.entries[place].published for place in positions), default=0)


def newest_first(run: Sequence[int], start: int, end: int, listed: "array[int]") -> list[int]:
    """Return positions of a part of a run, newest first."""
    return [listed[rank] for rank in reversed(run[start:end])]
