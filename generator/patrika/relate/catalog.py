"""All public stories, ordered and indexed. A position is a story's place in a build; a rank its place among the listed
stories of its language. Neither is ever kept."""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TypeAlias

from msgspec import Struct

from patrika.model.encoding import Digest
from patrika.model.site import Site
from patrika.relate.addresses import days_of
from patrika.relate.entries import Entry

DAY_S = 86_400

Run: TypeAlias = "array[int]"
"""Ranks of listed stories of a language that share something, oldest first."""

Runs: TypeAlias = dict[tuple[str, str], Run]

NO_RUN: Run = array("I")

_UNDATED = -(1 << 62)
"""An instant before all dates."""


class InLists(Struct, frozen=True):
    """What lists seek among: no stories of sections that are not listed, but where a list asks for such a section. Where all
    sections are listed, these are the catalog's own runs."""

    aside: Mapping[str, frozenset[int]]
    """By language the ranks of stories whose section is not listed, where there are any."""
    all: Mapping[str, Run]
    """The ranks of all others, of the same languages."""
    by_section: Runs
    """Of the others."""
    by_tag: Runs
    """Of the others."""
    asked: Runs
    """By section what a list finds that asks for it: all stories of one that is not listed; those of any other that did not
    come to it by such a section alone."""


class Catalog(Struct, frozen=True):
    """The entries, sorted by (published, story, language), and the lists over them. Those without a date come before all
    others, the last by story and language first: so lists, which are newest first, end with them in the order of stories."""

    entries: tuple[Entry, ...]
    cards: tuple[Digest, ...]
    """By position."""
    days: tuple[int, ...]
    """By position: the day of publication in the site's zone, as yyyymmdd; 0 where there is no date."""
    priority: tuple[int, ...]
    """By position: index in PRIORITY at this build's instant."""
    rank: tuple[int, ...]
    """By position: place among the listed stories of the language; of an unlisted one, the number of those before it."""
    ends: tuple[int, ...]
    """By position: how many listed stories of the language the lists of the story's page may know of (its live window)."""
    listed: Mapping[str, "array[int]"]
    """Positions of a language's listed stories, by rank."""
    undated: Mapping[str, int]
    """How many of a language's listed stories, the first by rank, have no date."""
    first: Mapping[str, int]
    """Position of a story's first version."""
    versions: Mapping[str, tuple[int, ...]]
    """Positions of the versions of stories that have several, in site.toml's order of languages."""
    by_section: Runs
    by_kind: Runs
    by_tag: Runs
    by_author: Runs
    by_series: Runs
    by_mark: Runs
    """By own fields, as `marks` of entries have them."""
    in_lists: InLists

    def versions_of(self, story: str) -> tuple[int, ...]:
        """Return the positions of a story's versions, in site.toml's order of languages."""
        return self.versions.get(story) or (self.first[story],)

    def count(self, language: str) -> int:
        """Return how many listed stories a language has."""
        return len(self.listed.get(language, ()))

    def all_in_lists(self, language: str) -> Sequence[int]:
        """Return the ranks of a language's stories that lists have which ask for no section."""
        return self.in_lists.all.get(language, range(self.count(language)))


def run_before(run: Sequence[int], rank: int) -> int:
    """Return how many stories of a run come before the language's story of that rank."""
    return bisect_left(run, rank)


def in_order(run: Sequence[int], undated: int) -> Sequence[int]:
    """Return a run in the order in which its stories are to be read one after the other: those without a date, of which
    the language has as many, by story, then the others by date."""
    first = run_before(run, undated)
    return array("I", [*reversed(run[:first]), *run[first:]]) if first > 1 else run


def build_catalog(entries: Iterable[Entry], site: Site, now: int) -> Catalog:
    """Return the catalog of public stories as of an instant in UTC seconds."""
    undated, ordered = _ordered(entries)
    listed: dict[str, array[int]] = {}
    ranks: list[int] = []
    for position, entry in enumerate(ordered):
        positions = listed.get(entry.language)
        if positions is None:
            positions = listed[entry.language] = array("I")
        ranks.append(len(positions))
        if entry.listed:
            positions.append(position)
    first, versions = _versions(ordered, site.language_ids)
    by_section, by_kind, by_tag, by_author, by_series, by_mark = _runs(ordered, ranks, _parents(site))
    return Catalog(
        entries=ordered,
        cards=tuple([entry.card for entry in ordered]),
        days=(*[0] * undated, *days_of([entry.published for entry in ordered[undated:]], site)),
        priority=tuple(
            [entry.priority if not entry.priority_until or now < entry.priority_until else 0 for entry in ordered]
        ),
        rank=tuple(ranks),
        ends=tuple(_ends(ordered, ranks, listed, site)),
        listed={language: positions for language, positions in listed.items() if positions},
        undated={language: bisect_left(positions, undated) for language, positions in listed.items()},
        first=first,
        versions=versions,
        by_section=by_section,
        by_kind=by_kind,
        by_tag=by_tag,
        by_author=by_author,
        by_series=by_series,
        by_mark=by_mark,
        in_lists=_in_lists(ordered, ranks, listed, site, by_section, by_tag),
    )


def _ordered(entries: Iterable[Entry]) -> tuple[int, tuple[Entry, ...]]:
    """Return the number of stories without a date, and all in the order of the catalog."""
    dated = sorted(entries, key=attrgetter("published", "story", "language"))
    undated = [entry for entry in dated if not entry.published]
    if undated:
        dated = [entry for entry in dated if entry.published]
    return len(undated), (*reversed(undated), *dated)


def _ends(
    ordered: Sequence[Entry], ranks: Sequence[int], listed: Mapping[str, "array[int]"], site: Site
) -> Iterable[int]:
    """Yield where live windows end: at the last story whose date is at most live_days after the story's, or at the
    live_stories-th after it, whichever comes first. A story without a date is older than all that have one."""
    dates = {
        language: [ordered[position].published or _UNDATED for position in positions]
        for language, positions in listed.items()
    }
    days_s = None if site.live_days is None else site.live_days * DAY_S
    for entry, rank in zip(ordered, ranks, strict=True):
        end = len(dates[entry.language])
        if site.live_stories is not None:
            end = min(end, rank + entry.listed + site.live_stories)
        if days_s is not None:
            end = bisect_right(dates[entry.language], (entry.published or _UNDATED) + days_s, rank, end)
        yield end


def _parents(site: Site) -> dict[str, tuple[str, ...]]:
    """Return each section with those that it lies in."""
    ids = [section.id for section in site.sections]
    return {id: tuple(other for other in ids if id == other or id.startswith(other + "/")) for id in ids}


def _runs(
    ordered: Sequence[Entry], ranks: Sequence[int], parents: Mapping[str, tuple[str, ...]]
) -> tuple[Runs, Runs, Runs, Runs, Runs, Runs]:
    """Return the runs of sections, kinds, tags, authors, series and marks."""
    by_language: dict[str, tuple[_Shelf, _Shelf, _Shelf, _Shelf, _Shelf, _Shelf]] = {
        language: (_shelf(), _shelf(), _shelf(), _shelf(), _shelf(), _shelf())
        for language in {entry.language for entry in ordered}
    }
    for entry, rank in zip(ordered, ranks, strict=True):
        if entry.listed:
            sections, kinds, tags, authors, series, marks = by_language[entry.language]
            kinds[entry.kind].append(rank)
            for id in _places(entry, parents) if entry.also_in else parents.get(entry.section, ()):
                sections[id].append(rank)
            for key in entry.tags:
                tags[key].append(rank)
            for author in entry.authors:
                authors[author].append(rank)
            if entry.series:
                series[entry.series].append(rank)
            for mark in entry.marks:
                marks[mark].append(rank)
    found: list[Runs] = [
        {(language, word): run for language, shelves in by_language.items() for word, run in shelves[number].items()}
        for number in range(6)
    ]
    return found[0], found[1], found[2], found[3], found[4], found[5]


def _in_lists(
    ordered: Sequence[Entry],
    ranks: Sequence[int],
    listed: Mapping[str, "array[int]"],
    site: Site,
    by_section: Runs,
    by_tag: Runs,
) -> InLists:
    """Return what lists seek among."""
    unlisted = frozenset(section.id for section in site.sections if not section.listed)
    parents = _parents(site)
    aside: defaultdict[str, set[int]] = defaultdict(set)
    passed: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for entry, rank in zip(ordered, ranks, strict=True) if unlisted else ():
        if entry.listed and entry.section in unlisted:
            aside[entry.language].add(rank)
            also = {id for section in entry.also_in if section not in unlisted for id in parents.get(section, ())}
            for id in set(_places(entry, parents)) - unlisted - also:
                passed[entry.language, id].add(rank)
    if not aside:
        return InLists({}, {}, by_section, by_tag, by_section)
    return InLists(
        aside={language: frozenset(found) for language, found in aside.items()},
        all={language: _without(range(len(listed[language])), found) for language, found in aside.items()},
        by_section={name: _without(run, aside.get(name[0], ())) for name, run in by_section.items()},
        by_tag={name: _without(run, aside.get(name[0], ())) for name, run in by_tag.items()},
        asked={name: _without(run, passed.get(name, ())) for name, run in by_section.items()},
    )


def _without(run: Iterable[int], ranks: Collection[int]) -> Run:
    """Return a run less some ranks."""
    return array("I", [rank for rank in run if rank not in ranks] if ranks else run)


def _places(entry: Entry, parents: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """Return the sections that list a story, each once."""
    return dict.fromkeys(id for section in (entry.section, *entry.also_in) for id in parents.get(section, ()))


_Shelf: TypeAlias = defaultdict[str, Run]


def _shelf() -> _Shelf:
    return defaultdict(lambda: array("I"))


def _versions(ordered: Sequence[Entry], languages: Sequence[str]) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    first: dict[str, int] = {}
    several: dict[str, list[int]] = {}
    for position, entry in enumerate(ordered):
        known = first.setdefault(entry.story, position)
        if known != position:
            several.setdefault(entry.story, [known]).append(position)
    order = {language: number for number, language in enumerate(languages)}
    return first, {
        story: tuple(sorted(positions, key=lambda place: order[ordered[place].language]))
        for story, positions in several.items()
    }
