"""Stretches: the stories of a month, whose pages refer to what they did if nothing that they could refer to is another.

To refer to what a hundred thousand pages show takes longer than all else of a build after an edit. A stretch's digest is
taken over more than its pages refer to, a column at a time: the stories, their versions, what is related to them, and all
stories that their live windows can reach. Where it is what it was, so are the references. Stories with wishes of their own
(picks, exclusions, a series, versions of other names, those that are not listed) may refer to any story, and are always referred.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from patrika.model.encoding import Digest, digest
from patrika.model.site import Query, Site
from patrika.plan import queries
from patrika.plan.edition import Edition
from patrika.plan.sources import Sources, Words
from patrika.relate.catalog import NO_RUN, run_before
from patrika.relate.feed_ids import host_of
from patrika.relate.related import KEPT, NONE

NEAREST = 3 * KEPT
"""What stories are related to that have fewer than KEPT older ones in lists lies among so many of the first in lists."""


class Stretch(Struct, frozen=True):
    """Stories from `start` up to `end`, by position."""

    month: str
    """As yyyymm, in the site's zone."""
    start: int
    end: int
    digest: Digest


class _Reach(Struct, frozen=True):
    """A list of a story's page, and how many stories of its run it looks at, at most, from the end of a live window."""

    name: str
    query: Query
    stories: int


def settled(sources: Sources, stretches: Sequence[Stretch], known: Mapping[str, Digest]) -> bytearray:
    """Return by position whether a story's page, and its item, refer to what they did when `known` were the digests, by
    month."""
    entries = sources.edition.catalog.entries
    found = bytearray(len(entries))
    for it in stretches:
        if known.get(it.month) == it.digest:
            found[it.start : it.end] = b"\1" * (it.end - it.start)
            for position in _loose(sources.edition, it.start, it.end):
                found[position] = 0
    return found


def stretches_of(sources: Sources, grounds: Mapping[tuple[str, str], Digest]) -> tuple[Stretch, ...]:
    """Return the stretches of an edition, oldest first, none where a list of the theme may reach anywhere.

    `grounds` are digests of all that pages of stories share besides what `sources` has, by language and section.
    """
    edition = sources.edition
    reaches = tuple(_reaches(edition.theme.pages["article"].lists, edition.site))
    if any(not _is_bounded(reach) for reach in reaches):
        return ()
    corrections = [edition.corrections_path(language) for language in edition.site.language_ids]
    shared = (sorted(sources.shared.stories.items()), sorted(sources.shared.tag_links.items()), corrections)
    around = digest((reaches, edition.site.live_stories, edition.site.live_days, edition.site.feeds.ninjs, shared))
    days, found, start = edition.catalog.days, [], 0
    while start < len(days):
        month = days[start] // 100
        end = bisect_right(days, month * 100 + 99, start)
        said = _said(sources, reaches, grounds, start, end)
        found.append(Stretch(str(month), start, end, digest((around, said))))
        start = end
    return tuple(found)


def _reaches(lists: Mapping[str, Query], site: Site) -> Iterator[_Reach]:
    shown = 1  # The page's own story.
    for name, query in lists.items():
        recent = (site.live_stories or queries.RECENT) if query.order == "priority" else 0
        yield _Reach(name, query, query.offset + query.limit + shown + recent)
        shown += query.limit


def _is_bounded(reach: _Reach) -> bool:
    return (
        not reach.query.each and not reach.query.language and (reach.query.list != "related" or reach.stories <= KEPT)
    )


def _loose(edition: Edition, start: int, end: int) -> list[int]:
    return [
        position
        for position, it in enumerate(edition.catalog.entries[start:end], start)
        if it.picks or it.excluded or it.series or not it.listed or position in edition.twins
    ]


def _said(
    sources: Sources, reaches: Sequence[_Reach], grounds: Mapping[tuple[str, str], Digest], start: int, end: int
) -> list[Any]:
    """Return all that pages of a stretch could refer to."""
    catalog = sources.edition.catalog
    entries, cards, versions = catalog.entries[start:end], catalog.cards, catalog.versions
    said: list[Any] = [
        [(it.own, it.card, it.ties) for it in entries],
        [sources.grounds_of(it.language, it.blocks) for it in entries if it.blocks],
        [[cards[place] for place in found] for it in entries if (found := versions.get(it.story))],
        [position - start for position in _loose(sources.edition, start, end)],
        *(_items(sources, start, end) if sources.edition.site.feeds.ninjs else ()),
        *([_fallbacks(sources.edition, start, end)] if sources.edition.fallbacks else ()),
    ]
    words: dict[str, set[Words]] = {}
    for it in entries:
        words.setdefault(it.language, set()).add(queries.own_words(it, sources))
    for language in sorted(words):
        said.append([grounds[language, section] for section in sorted({own[0] for own in words[language]})])
        if any(reach.query.list == "related" for reach in reaches):
            said.append(_related(sources, language, start, end))
        said.append(list(_windows(sources, reaches, language, words[language], start, end)))
    return said


def _items(sources: Sources, start: int, end: int) -> Iterator[Any]:
    """Yield all that items of ninjs of a stretch could refer to besides what pages could: bodies as feeds show them, and ids."""
    catalog, site = sources.edition.catalog, sources.edition.site
    entries = catalog.entries[start:end]
    yield host_of(site), site.timezone, site.feeds.full_text
    for it in entries:
        if it.blocks:
            yield sources.grounds_of(it.language, [f"{name}.feed" for name in it.blocks])
    found = (place for it in entries for place in catalog.versions.get(it.story, ()))
    yield [(place - start, guid) for place in found if (guid := catalog.entries[place].guid)]


def _fallbacks(edition: Edition, start: int, end: int) -> list[list[tuple[str, str]]]:
    """Return what stands in for the translations that each story of a stretch lacks."""
    found = (edition.fallbacks.get(position, ()) for position in range(start, end))
    return [[(it.language, it.path) for it in ways] for ways in found]


def _related(sources: Sources, language: str, start: int, end: int) -> bytes:
    """Return the cards of what is related to a stretch's stories."""
    catalog = sources.edition.catalog
    listed = catalog.listed.get(language, NO_RUN)
    first, last = bisect_left(listed, start), bisect_left(listed, end)
    ranks = sources.edition.related.get(language, NO_RUN)[first * KEPT : last * KEPT]
    if NONE in ranks:
        oldest = catalog.all_in_lists(language)[:NEAREST]
        ranks = array("I", [*[rank for rank in ranks if rank != NONE], *oldest])
    return b"".join(map(catalog.cards.__getitem__, map(listed.__getitem__, ranks)))


def _windows(
    sources: Sources, reaches: Sequence[_Reach], language: str, words: Iterable[Words], start: int, end: int
) -> Iterator[Any]:
    """Yield how far each of a stretch's pages sees, and for each list the stories that any of them can see there."""
    catalog = sources.edition.catalog
    entries, listed = catalog.entries, catalog.listed.get(language, NO_RUN)
    ends = [catalog.ends[position] for position in range(start, end) if entries[position].language == language]
    lowest, highest = min(ends), max(ends)
    yield array("I", [each - lowest for each in ends]).tobytes()
    for reach in reaches:
        if reach.query.list == "latest":
            for sought in sorted({queries.sought(reach.query, own) for own in words}):
                run = queries.question(reach.name, reach.query, language, sought, sources).run
                far = max(0, run_before(run, lowest) - reach.stories)
                ranks = run[far : run_before(run, highest)]
                seen = [listed[rank] for rank in ranks]
                order = [catalog.priority[position] for position in seen] if reach.query.order == "priority" else []
                yield array("q", [rank - lowest for rank in ranks]).tobytes(), queries.join(seen, catalog), order
