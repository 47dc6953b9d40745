"""The state of the newsroom: what is unfinished, what is to come and to go, and how each story stands in each language."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Original
from patrika.model.site import Site
from patrika.read.wording import Part, changes, read_parts, wording_of
from patrika.relate.versions import Kin, State, Version, state_of
from patrika.run.git import past_of
from patrika.run.newsroom import Newsroom

MOST_ASKED = 100
"""Outdated translations whose originals git is asked for: the newest."""


class Change(Struct, frozen=True):
    """What has changed in an original since it was translated."""

    commit: str
    """The last that has it as it was."""
    moment: int
    """UTC seconds of that commit."""
    parts: tuple[str, ...]
    """Such as `title` and `text`."""
    added: int
    """Paragraphs and other lines."""
    removed: int
    lines: tuple[str, ...]
    """What was removed and added, in order, by `-` and `+`."""


class Cell(Struct, frozen=True):
    """How a story stands in a language."""

    state: State
    source: str = ""
    """Its file; empty where it has none."""
    status: str = ""
    """`draft`, `scheduled` or `expired`, which readers do not see."""
    original: str = ""
    """File of the version that it was translated from."""
    url: str = ""
    """Of a version on another site."""
    changed: Change | None = None
    """Of one that is outdated, where git knows what its original was."""


class Row(Struct, frozen=True):
    """A story in all languages."""

    story: str
    title: str
    date: int
    """UTC seconds, 0 for none."""
    versions: Mapping[str, Cell]
    """By language, in site.toml's order."""


class Status(Struct, frozen=True):
    """The state of the newsroom as of an instant."""

    now: int
    timezone: str
    languages: tuple[str, ...]
    drafts: tuple[Version, ...]
    scheduled: tuple[Version, ...]
    """Soonest first."""
    expiring: tuple[Version, ...]
    """Those that readers see and that have an end, soonest first."""
    unread: tuple[str, ...]
    """Files of content/ with a fault."""
    counts: Mapping[str, Mapping[State, int]]
    """Stories by language and state."""
    stories: tuple[Row, ...]
    """Newest first, without those that are over."""


def status_of(
    newsroom: Newsroom, now: int, languages: Iterable[str] = (), wanted: Callable[[Cell], bool] = lambda _: True
) -> Status:
    """Return the state of the newsroom in some languages, or else in all. Of the stories those are named that have a version
    which is `wanted`, or the lack of one."""
    site = newsroom.site
    shown = tuple(language for language in site.language_ids if language in languages) or site.language_ids
    alive = [kin for kin in newsroom.stories if any(it.status != "expired" for it in kin.versions)]
    rows = [_row(kin, shown) for kin in alive]
    versions = [*chain.from_iterable(kin.versions for kin in alive)]
    versions = [it for it in versions if it.language in shown]
    return Status(
        now=now,
        timezone=site.timezone,
        languages=shown,
        drafts=tuple(it for it in versions if it.status == "draft"),
        scheduled=_soonest((it for it in versions if it.status == "scheduled"), lambda it: it.publish_at),
        expiring=_soonest((it for it in versions if not it.status and it.expire_at), lambda it: it.expire_at),
        unread=newsroom.unread,
        counts={language: Counter(row.versions[language].state for row in rows) for language in shown},
        stories=tuple(row for row in rows if any(map(wanted, row.versions.values()))),
    )


def with_changes(status: Status, newsroom: Newsroom, root: Path) -> Status:
    """Return a status that says of what is outdated what has changed in its original, where git knows it."""
    stamps = {it.source: it.original for kin in newsroom.stories for it in kin.versions if it.original}
    left, rows = MOST_ASKED, []

    @lru_cache
    def change(path: str, original: Original) -> Change | None:
        return _change(newsroom.spelled.get(path, path), original, newsroom.site, root)

    for row in status.stories:
        cells = dict(row.versions)
        for language, cell in row.versions.items():
            if cell.state == "outdated" and left:
                left -= 1
                cells[language] = replace(cell, changed=change(cell.original, stamps[cell.source]))
        rows.append(replace(row, versions=cells))
    return replace(status, stories=tuple(rows))


def _soonest(versions: Iterable[Version], moment: Callable[[Version], int]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda it: (moment(it), it.source)))


def _row(kin: Kin, languages: Iterable[str]) -> Row:
    first = next((it for it in kin.versions if it.original is None), kin.versions[0])
    return Row(kin.story, first.title, first.published, {language: _cell(kin, language) for language in languages})


def _cell(kin: Kin, language: str) -> Cell:
    version, state = kin.version(language), state_of(kin, language)
    if version is None:
        return Cell(state, url=kin.elsewhere.get(language, ""))
    original = kin.original_of(version)
    return Cell(state, version.source, version.status, original.source if original else "")


def _change(path: str, original: Original, site: Site, root: Path) -> Change | None:
    """Return what has changed in a file since it had the wording that a translation was made from."""
    for past in past_of(path, root):
        before = read_parts(path, past.content, site)
        if wording_of(before) == original.wording:
            return _between(past.commit, past.moment, before, read_parts(path, (root / path).read_bytes(), site))
    return None


def _between(commit: str, moment: int, before: tuple[Part, ...], after: tuple[Part, ...]) -> Change:
    found = changes(before, after)
    lines = tuple(chain.from_iterable(found.values()))
    added = sum(line.startswith("+") for line in lines)
    return Change(commit, moment, tuple(found), added, len(lines) - added, lines)
