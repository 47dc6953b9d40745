"""Answers to the queries that theme.toml declares, for one page, so that no story is on it twice."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.page import PageRole
from patrika.model.site import Query
from patrika.plan.edition import Edition
from patrika.plan.refs import GroupRefs, ListRefs
from patrika.plan.sources import PAGE, Question, Sources, Window, Words
from patrika.read.fields import mark
from patrika.relate import addresses
from patrika.relate.catalog import NO_RUN, Catalog, in_order, run_before
from patrika.relate.entries import Entry
from patrika.relate.related import KEPT, NONE, related_ranks

RECENT = 25
"""Stories among which a list by priority seeks, where the site sets no number of live ones."""


class Standpoint(Struct, frozen=True, gc=False):
    """From where a page asks: its language, its own words and story, and how much of the language it may know of."""

    language: str
    end: int
    """Number of the language's listed stories, oldest first, that the page's lists are answered from."""
    words: Words = ("", "", "", "")
    """Its own."""
    position: int | None = None


def of_story(sources: Sources, position: int) -> Standpoint:
    """Return the standpoint of a story's page: it knows of stories up to the end of its live window."""
    entry = sources.edition.catalog.entries[position]
    return Standpoint(entry.language, sources.edition.catalog.ends[position], own_words(entry, sources), position)


def of_fallback(sources: Sources, language: str, position: int) -> Standpoint:
    """Return the standpoint of a page that shows a story in a language that lacks it."""
    return _abroad(language, of_story(sources, position), sources.edition.catalog)


def own_words(entry: Entry, sources: Sources) -> Words:
    """Return a story's own words: its section, and of the others those that a list asks for."""
    if not sources.own:
        return (entry.section, "", "", "")
    kind = entry.kind if "kind" in sources.own else ""
    tag = entry.tags[0] if entry.tags and "tag" in sources.own else ""
    author = entry.authors[0] if entry.authors and "author" in sources.own else ""
    return (entry.section, kind, tag, author)


def of_list(sources: Sources, language: str, section: str = "") -> Standpoint:
    """Return the standpoint of a page that follows the news."""
    return Standpoint(language, sources.edition.catalog.count(language), (section, "", "", ""))


def answer(role: PageRole, standpoint: Standpoint, sources: Sources) -> tuple[ListRefs, set[int]]:
    """Return the answers to a role's queries by reference, in their order, and the positions of all stories they show."""
    catalog, position = sources.edition.catalog, standpoint.position
    shown = set() if position is None else {position}
    lists, groups = [], []
    for question in _questions(role, standpoint, sources):
        query = question.query
        asking = _abroad(query.language, standpoint, catalog) if query.language else standpoint
        if query.each:
            groups.append((question.name, tuple(_by_section(query, standpoint, sources, shown))))
            continue
        if query.list == "series":
            parts = _parts(query, standpoint, catalog)
            shown.update(parts)
            lists.append((question.name, join(parts, catalog)))
            continue
        latest = query.list == "latest"
        window = _window(question, asking, sources) if latest else _known_related(query, standpoint, sources.edition)
        if window is None or not shown.isdisjoint(window.positions):
            lists.append((question.name, join(_take(question, asking, sources, shown), catalog)))
        else:
            shown.update(window.positions)
            lists.append((question.name, window.cards))
    return ListRefs(tuple(lists), tuple(groups)), shown


def join(positions: Iterable[int], catalog: Catalog) -> bytes:
    """Return the digests of the cards at `positions`, joined."""
    return b"".join([catalog.cards[position] for position in positions])


def _abroad(language: str, standpoint: Standpoint, catalog: Catalog) -> Standpoint:
    """Return a standpoint as it is in another language: a story's page knows of what is no newer than the last story of
    its own language that it knows of."""
    position = standpoint.position
    if position is None:
        return replace(standpoint, language=language, end=catalog.count(language))
    known = catalog.listed.get(standpoint.language, NO_RUN)[: standpoint.end]
    last = max(position, known[-1]) if known else position
    return replace(standpoint, language=language, end=bisect_right(catalog.listed.get(language, NO_RUN), last))


def _questions(role: PageRole, standpoint: Standpoint, sources: Sources) -> tuple[Question, ...]:
    """Return a role's queries as they are asked in a language and for words of its own."""
    place = (role, standpoint.language, standpoint.words)
    questions = sources.questions.get(place)
    if questions is None:
        queries = sources.edition.theme.pages[role].lists
        questions = sources.questions[place] = tuple(
            question(name, query, query.language or standpoint.language, standpoint.words, sources)
            for name, query in queries.items()
        )
    return questions


def question(name: str, query: Query, language: str, own: Words, sources: Sources) -> Question:
    """Return a query as it is asked of a language: one that asks for nothing of the page's own is the same on all."""
    if query.list != "latest":
        return Question(name, query, (), {})
    words = sought(query, own)
    place = (query, language, words)
    asked = sources.asked.get(place)
    if asked is None:
        run = _chosen(sources.edition.catalog, query, language, words)
        asked = sources.asked[place] = Question(name, query, run, {})
    return Question(name, query, asked.run, asked.windows)


def sought(query: Query, own: Words) -> Words:
    """Return the words that a query seeks on a page with words of its own."""
    section, kind, tag, author = own
    return (
        section if query.section == PAGE else query.section,
        kind if query.kind == PAGE else query.kind,
        tag if query.tag == PAGE else query.tag,
        author if query.author == PAGE else query.author,
    )


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


def _known_related(query: Query, standpoint: Standpoint, edition: Edition) -> Window | None:
    """Return what is related to a listed story without wishes of its own, on its own page, if as much is known as the query
    wants."""
    catalog, position = edition.catalog, standpoint.position
    if position is None or (entry := catalog.entries[position]).language != standpoint.language:
        return None
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
    for section in (it for it in edition.site.sections if it.listed):
        words = (section.id, *standpoint.words[1:])
        own = question("", replace(query, each="", section=PAGE), standpoint.language, words, sources)
        if positions := _take(own, standpoint, sources, shown):
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


def _chosen(catalog: Catalog, query: Query, language: str, words: Words) -> Sequence[int]:
    """Return the ranks of the stories that a query seeks among, oldest first: none where it asks for the page's own word and
    there is none, but for a section, of which all that are listed are then meant."""
    section, kind, tag, author = words
    asked = (
        (section, catalog.in_lists.asked, section),
        (query.kind, catalog.by_kind, kind),
        (query.tag, catalog.by_tag, tag),
        (query.author, catalog.by_author, author),
    )
    runs: list[Sequence[int]] = [runs.get((language, word), NO_RUN) for is_asked, runs, word in asked if is_asked]
    runs += [
        catalog.by_mark.get((language, mark(name, value)), NO_RUN) for name, value in query.where if value is not False
    ]
    if not runs or (not section and language in catalog.in_lists.all):
        runs.append(catalog.all_in_lists(language))
    run = min(runs, key=len)
    if len(runs) > 1:
        run = array("I", sorted(set(run).intersection(*runs)))
    without = [catalog.by_kind.get((language, query.not_kind), NO_RUN)] if query.not_kind else []
    for name, value in query.where:
        if value is False:
            without.append(catalog.by_mark.get((language, mark(name, True)), NO_RUN))
    if without:
        run = array("I", sorted(set(run).difference(*without)))
    return run


def _of_own_story(query: Query, standpoint: Standpoint, edition: Edition) -> Iterator[int]:
    """Yield the editors' picks, then, for `related`, what the engine finds: each in the page's language."""
    position = standpoint.position
    if position is None:
        return
    catalog = edition.catalog
    entry = catalog.entries[position]
    for story in entry.picks:
        yield from _in_language(standpoint.language, story, catalog)
    if query.list == "related" and not entry.related_off:
        listed = catalog.listed.get(entry.language, NO_RUN)
        related = related_ranks(catalog, position, edition.related, frozenset(entry.excluded))
        picked = set(entry.picks)
        found = (place for rank in related if catalog.entries[place := listed[rank]].story not in picked)
        if standpoint.language == entry.language:
            yield from found
        else:
            for place in found:
                yield from _in_language(standpoint.language, catalog.entries[place].story, catalog)


def _in_language(language: str, story: str, catalog: Catalog) -> Iterator[int]:
    """Yield the position of a story's version in a language."""
    yield from (place for place in catalog.versions_of(story) if catalog.entries[place].language == language)


def _parts(query: Query, standpoint: Standpoint, catalog: Catalog) -> list[int]:
    """Return parts of a story's series, itself among them, in the order in which they appeared: all, or as many as the query
    wants around the story's own place, so that a new part changes no more pages than that. In a language that lacks the story
    there is no such place."""
    position = standpoint.position
    if position is None or not (entry := catalog.entries[position]).series or entry.language != standpoint.language:
        return []
    run, listed = parts_of(entry.language, entry.series, catalog), catalog.listed.get(entry.language, NO_RUN)
    rank = catalog.rank[position]
    here = run.index(rank) if rank in run else run_before(run, rank)
    start = max(0, min(here - query.limit // 2, len(run) - query.limit))
    found = [listed[rank] for rank in run[start : start + query.limit]]
    return found if len(found) >= query.at_least else []


def parts_of(language: str, series: str, catalog: Catalog) -> Sequence[int]:
    """Return the ranks of a series' parts in the order in which they appeared."""
    return in_order(catalog.by_series.get((language, series), NO_RUN), catalog.undated.get(language, 0))


def newest_moment(positions: Iterable[int], catalog: Catalog) -> int:
    """Return the date of the newest of some stories, 0 where there is none."""
    return catalog.entries[newest].published if (newest := max(positions, default=-1)) >= 0 else 0


def newest_first(run: Sequence[int], start: int, end: int, listed: "array[int]") -> list[int]:
    """Return positions of a part of a run, newest first."""
    return [listed[rank] for rank in reversed(run[start:end])]
