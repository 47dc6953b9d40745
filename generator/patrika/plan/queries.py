"""Answers to the queries that theme.toml declares, for one page, so that no story is on it twice."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.site import Query
from patrika.plan.edition import Edition
from patrika.plan.refs import GroupRefs, ListRefs
from patrika.relate import addresses
from patrika.relate.catalog import EMPTY, Catalog, Run, run_before
from patrika.relate.related import related_positions


class Standpoint(Struct, frozen=True):
    """From where a page asks: its language, its section, its own story, and how much of the language it may know of."""

    language: str
    end: int
    """Number of the language's listed stories, oldest first, that the page's lists are answered from."""
    section: str = ""
    position: int | None = None


def of_story(edition: Edition, position: int) -> Standpoint:
    """Return the standpoint of a story's page: it knows of stories up to the end of its live window."""
    catalog = edition.catalog
    end = catalog.window_end(position, edition.site) if catalog.language[position] in catalog.by_language else 0
    return Standpoint(catalog.language[position], end, catalog.section[position], position)


def of_list(edition: Edition, language: str, section: str = "") -> Standpoint:
    """Return the standpoint of a page that follows the news."""
    return Standpoint(language, len(edition.catalog.by_language.get(language, EMPTY).positions), section)


def answer(queries: Mapping[str, Query], standpoint: Standpoint, edition: Edition) -> tuple[ListRefs, frozenset[int]]:
    """Return the answers by reference, in the queries' order, and the positions of all stories they show."""
    shown = set() if standpoint.position is None else {standpoint.position}
    lists, groups = [], []
    for name, query in queries.items():
        if query.each:
            groups.append((name, tuple(_by_section(query, standpoint, edition, shown))))
        else:
            lists.append((name, join(_take(query, standpoint, edition, shown), edition.catalog)))
    return ListRefs(tuple(lists), tuple(groups)), frozenset(shown)


def join(positions: Iterable[int], catalog: Catalog) -> bytes:
    """Return the digests of the cards at `positions`, joined."""
    return b"".join(catalog.card[position] for position in positions)


def _by_section(query: Query, standpoint: Standpoint, edition: Edition, shown: set[int]) -> Iterator[GroupRefs]:
    language = edition.site.language(standpoint.language)
    for section in edition.site.sections:
        inner = Standpoint(standpoint.language, standpoint.end, section.id, standpoint.position)
        own = replace(query, each="", section="page")
        if positions := _take(own, inner, edition, shown):
            path = addresses.section(language, section.id)
            yield GroupRefs(join(positions, edition.catalog), section.id, section.title_in(language.id), path)


def _take(query: Query, standpoint: Standpoint, edition: Edition, shown: set[int]) -> list[int]:
    hidden = shown if query.unless_shown else frozenset({standpoint.position})
    fresh = (place for place in _candidates(query, standpoint, edition) if place not in hidden)
    found = list(islice(fresh, query.offset, query.offset + query.limit))
    if len(found) < query.at_least:
        return []
    shown.update(found)
    return found


def _candidates(query: Query, standpoint: Standpoint, edition: Edition) -> Iterator[int]:
    catalog = edition.catalog
    if query.list != "latest":
        yield from _of_own_story(query, standpoint, edition)
        return
    section = standpoint.section if query.section == "page" else query.section
    run = _run(catalog, standpoint.language, section, query.kind)
    newest = reversed(run.positions[: run_before(run, standpoint.end)])
    chosen = (place for place in newest if _fits(place, section, query, catalog))
    if query.order == "priority":
        reach = edition.site.live_stories or 25
        recent = list(islice(chosen, reach))
        yield from sorted(recent, key=lambda place: (-catalog.priority[place], -place))
    yield from chosen


def _run(catalog: Catalog, language: str, section: str, kind: str) -> Run:
    if section:
        return catalog.by_section.get((language, section), EMPTY)
    if kind:
        return catalog.by_kind.get((language, kind), EMPTY)
    return catalog.by_language.get(language, EMPTY)


def _fits(place: int, section: str, query: Query, catalog: Catalog) -> bool:
    kind = catalog.kind[place]
    return (not section or not query.kind or kind == query.kind) and (not query.not_kind or kind != query.not_kind)


def _of_own_story(query: Query, standpoint: Standpoint, edition: Edition) -> Iterator[int]:
    """Yield the editors' picks, then, for `related`, what the engine finds."""
    position = standpoint.position
    if position is None:
        return
    catalog, article = edition.catalog, edition.articles[position]
    for story in edition.ties[position].picks:
        yield from (place for place in catalog.versions[story] if catalog.language[place] == standpoint.language)
    if query.list == "related" and not article.related_off:
        picked = set(edition.ties[position].picks)
        excluded = frozenset(article.related_exclude)
        related = related_positions(catalog, position, edition.related, excluded)
        yield from (place for place in related if catalog.story[place] not in picked)


def newest_moment(positions: Iterable[int], catalog: Catalog) -> int:
    """Return the date of the newest of some stories, 0 where there is none."""
    return max((catalog.published[place] for place in positions), default=0)


def reversed_slice(run: Run, start: int, end: int) -> "array[int]":
    """Return positions of a part of a run, newest first."""
    part = run.positions[start:end]
    part.reverse()
    return part
