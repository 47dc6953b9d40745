"""All public stories, ordered and indexed, as columns. A position is a story's row within one build."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from patrika.model.article import Article
from patrika.model.card import Card
from patrika.model.encoding import Digest, digest
from patrika.model.site import Site

DAY_S = 86_400
PRIORITY = ("normal", "high", "lead")


class Row(Struct, frozen=True):
    """A public story with what was found out about it."""

    article: Article
    card: Card
    priority: int
    """Index in PRIORITY at this build's instant."""


class Run(Struct, frozen=True):
    """Listed stories of a language that share something, oldest first: catalog positions, and their ranks among all
    listed stories of the language (both ascending)."""

    positions: "array[int]"
    ranks: "array[int]"


class Catalog(Struct, frozen=True):
    """The columns, sorted by (published, story, language), and the lists over them."""

    story: tuple[str, ...]
    language: tuple[str, ...]
    published: tuple[int, ...]
    section: tuple[str, ...]
    kind: tuple[str, ...]
    path: tuple[str, ...]
    priority: tuple[int, ...]
    listed: tuple[bool, ...]
    tags: tuple[tuple[str, ...], ...]
    own: tuple[Digest, ...]
    card: tuple[Digest, ...]
    rank: tuple[int, ...]
    """Place among the listed stories of the language; of an unlisted one, the number of those before it."""
    versions: Mapping[str, tuple[int, ...]]
    """Positions by story, in site.toml's order of languages."""
    by_language: Mapping[str, Run]
    by_section: Mapping[tuple[str, str], Run]
    by_kind: Mapping[tuple[str, str], Run]
    by_tag: Mapping[tuple[str, str], Run]
    by_author: Mapping[tuple[str, str], Run]

    def window_end(self, position: int, site: Site) -> int:
        """Return how many listed stories of the language the lists of a story's page may know of (its live window).

        It ends at the last whose date is at most live_days after the story's, or at the live_stories-th after it,
        whichever comes first.
        """
        positions = self.by_language[self.language[position]].positions
        end = len(positions)
        if site.live_days is not None:
            last = self.published[position] + site.live_days * DAY_S
            end = bisect_right(positions, last, key=lambda place: self.published[place])
        if site.live_stories is not None:
            end = min(end, self.rank[position] + self.listed[position] + site.live_stories)
        return end


EMPTY = Run(array("I"), array("I"))


def run_before(run: Run, rank: int) -> int:
    """Return how many stories of a run come before the language's story of that rank."""
    return bisect_left(run.ranks, rank)


def build_catalog(rows: Iterable[Row], site: Site) -> Catalog:
    """Return the catalog of public stories."""
    ordered = sorted(rows, key=lambda row: (row.article.published, row.article.story, row.article.language))
    ranks: list[int] = []
    counts: dict[str, int] = {}
    for row in ordered:
        ranks.append(counts.get(row.article.language, 0))
        counts[row.article.language] = ranks[-1] + row.article.listed
    listed = [(position, row) for position, row in enumerate(ordered) if row.article.listed]
    return Catalog(
        story=tuple(row.article.story for row in ordered),
        language=tuple(row.article.language for row in ordered),
        published=tuple(row.article.published for row in ordered),
        section=tuple(row.article.section for row in ordered),
        kind=tuple(row.article.kind for row in ordered),
        path=tuple(row.card.path for row in ordered),
        priority=tuple(row.priority for row in ordered),
        listed=tuple(row.article.listed for row in ordered),
        tags=tuple(row.card.tags for row in ordered),
        own=tuple(digest(row.article) for row in ordered),
        card=tuple(digest(row.card) for row in ordered),
        rank=tuple(ranks),
        versions=_versions(ordered, site.language_ids),
        by_language={language: run for (language, _), run in _runs(listed, ranks, lambda _: ("",)).items()},
        by_section=_runs(listed, ranks, lambda row: _and_parents(row.article.section, site)),
        by_kind=_runs(listed, ranks, lambda row: (row.article.kind,)),
        by_tag=_runs(listed, ranks, lambda row: row.card.tags),
        by_author=_runs(listed, ranks, lambda row: row.article.authors),
    )


def _and_parents(section: str, site: Site) -> tuple[str, ...]:
    return tuple(s.id for s in site.sections if section == s.id or section.startswith(s.id + "/"))


def _runs(
    listed: Sequence[tuple[int, Row]], ranks: Sequence[int], words: Callable[[Row], Iterable[str]]
) -> dict[tuple[str, str], Run]:
    runs: dict[tuple[str, str], Run] = {}
    for position, row in listed:
        for word in words(row):
            run = runs.setdefault((row.article.language, word), Run(array("I"), array("I")))
            run.positions.append(position)
            run.ranks.append(ranks[position])
    return runs


def _versions(ordered: Sequence[Row], languages: Sequence[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for position, row in enumerate(ordered):
        found.setdefault(row.article.story, []).append(position)
    order = {language: number for number, language in enumerate(languages)}
    return {
        story: tuple(sorted(positions, key=lambda place: order[ordered[place].article.language]))
        for story, positions in found.items()
    }
