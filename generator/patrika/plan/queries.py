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
from patrika.plan.sources import Question, Sources, Window
from patrika.relate import addresses
from patrika.relate.catalog import NO_RUN, Catalog, run_before
from patrika.relate.related import KEPT, NONE, related_ranks

RECENT = 25
"""Stories among which a list by priority seeks, where the site sets no number of live ones."""


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


def answer(role: Role, standpoint: Standpoint, sources: Sources) -> tuple[ListRefs, set[int]]:
    """Return the answers to a role's queries by reference, in their order, and the positions of all stories they show."""
    catalog, position = sources.edition.catalog, standpoint.position
    shown = set() if position is None else {position}
    lists, groups = [], []
    for question in _questions(role, standpoint, sources):
        query = question.query
        if query.each:
            groups.append((question.name, tuple(_by_section(query, standpoint, sources, shown))))
            continue
        latest = query.list == "latest"
        window = _window(question, standpoint, sources) if latest else _known_related(query, position, sources.edition)
        if window is None or not shown.isdisjoint(window.positions):
            lists.append((question.name, join(_take(question, standpoint, sources, shown), catalog)))
        else:
            shown.update(window.positions)
            lists.append((question.name, window.cards))
    return ListRefs(tuple(lists), tuple(groups)), shown


def join(positions: Iterable[int], catalog: Catalog) -> bytes:
    """Return the digests of the cards at `positions`, joined."""
    return b"".join([catalog.cards[position] for position in positions])


def _questions(role: Role, standpoint: Standpoint, sources: Sources) -> tuple[Question, ...]:
    """Return a role's queries as they are asked in a language and section."""
    place = (role, standpoint.language, standpoint.section)
    questions = sources.questions.get(place)
    if questions is None:
        queries = sources.edition.theme.pages[role].lists
        questions = sources.questions[place] = tuple(
            question(name, query, standpoint.language, standpoint.section, sources) for name, query in queries.items()
        )
    return questions


def question(name: str, query: Query, language: str, section: str, sources: Sources) -> Question:
    """Return a query as it is asked in a language and section: one that asks for no section is the same in all."""
    if query.list != "latest":
        return Question(name, query, (), {})
    section = section if query.section == "page" else query.section
    place = (query, language, section)
    asked = sources.asked.get(place)
    if asked is None:
        run = _chosen(sources.edition.catalog, language, section, query.kind, query.not_kind)
        asked = sources.asked[place] = Question(name, query, run, {})
    return Question(name, query, asked.run, asked.windows)


def _window(question: Question, standpoint: Standpoint, sources: Sources) -> Window:
    """Return the answer that is right if nothing that it holds is shown yet."""
    seen = run_before(question.run, standpoint.end)
    window = question.windows.get(seen)
    if window is None:
        catalog, query = sources.edition.catalog, question.query
        if query.order == "newest":
            listed, end = catalog.listed.get(standpoint.language, NO_RUN), max(0, seen - query.offset)
            ranks = question.run[max(0, end - query.limit) : end]
            found = [listed[rank] for rank in reversed(ranks)] if len(ranks) >= query.at_least else []
        else:
            found = _take(question, replace(standpoint, position=None), sources, set())
        window = question.windows[seen] = Window(tuple(found), join(found, catalog))
    return window


def _known_related(query: Query, position: int | None, edition: Edition) -> Window | None:
    """Return what is related to a listed story without wishes of its own, if as much is known as the query wants."""
    if position is None:
        return None
    catalog = edition.catalog
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
        own = question("", replace(query, each="", section="page"), inner.language, inner.section, sources)
        if positions := _take(own, inner, sources, shown):
            path = addresses.section(language, section.id)
            yield GroupRefs(join(positions, edition.catalog), section.id, section.title_in(language.id), path)


def _take(question: Question, standpoint: Standpoint, sources: Sources, shown: set[int]) -> list[int]:
    query = question.query
    hidden = shown if query.unless_shown else {standpoint.position}
    fresh = (place for place in _candidates(question, standpoint, sources) if place not in hidden)
    found = list(islice(fresh, query.offset, query.offset + query.limit))
    if len(found) < query.at_least:
        return []
    shown.update(found)
    return found


def _candidates(question: Question, standpoint: Standpoint, sources: Sources) -> Iterator[int]:
    catalog, query, run = sources.edition.catalog, question.query, question.run
    if query.list != "latest":
        yield from _of_own_story(query, standpoint, sources.edition)
        return
    listed = catalog.listed.get(standpoint.language, NO_RUN)
    newest = (listed[run[number]] for number in range(run_before(run, standpoint.end) - 1, -1, -1))
    if query.order == "priority":
        reach = sources.edition.site.live_stories or RECENT
        recent = list(islice(newest, reach))
        yield from sorted(recent, key=lambda place: (-catalog.priority[place], -place))
    yield from newest


def _chosen(catalog: Catalog, language: str, section: str, kind: str, not_kind: str) -> Sequence[int]:
    """Return the ranks of the stories that a query seeks among, oldest first."""
    run: Sequence[int] = range(catalog.count(language))
    if section:
        run = catalog.by_section.get((language, section), NO_RUN)
    if kind:
        of_kind = catalog.by_kind.get((language, kind), NO_RUN)
        run = array("I", sorted(set(run).intersection(of_kind))) if section else of_kind
    if not_kind:
        run = array("I", sorted(set(run).difference(catalog.by_kind.get((language, not_kind), NO_RUN))))
    return run


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
