"""Related stories, first form: older stories of the language that share tags, rare ones counting more."""

from collections.abc import Iterator

from patrika.relate.catalog import EMPTY, Catalog, run_before

CANDIDATES = 500


def related_positions(catalog: Catalog, position: int, excluded: frozenset[str] = frozenset()) -> Iterator[int]:
    """Yield positions of stories related to the one at `position`, best first, each once.

    Candidates are the 500 newest older listed stories that share a tag; a shared tag counts 1 + bit_length(older
    stories) - bit_length(older stories with the tag). They are followed by older ones of the same section, older ones
    of the language, and last by newer ones, nearest first. Stories of `excluded` ids are left out.
    """
    seen = {position}
    for candidate in _candidates(catalog, position):
        if candidate not in seen and catalog.story[candidate] not in excluded:
            seen.add(candidate)
            yield candidate


def _candidates(catalog: Catalog, position: int) -> Iterator[int]:
    language, rank = catalog.language[position], catalog.rank[position]
    yield from _sharing_tags(catalog, position)
    everything = catalog.by_language.get(language, EMPTY)
    section = catalog.by_section.get((language, catalog.section[position]), EMPTY)
    for run in (section, everything):
        yield from reversed(run.positions[: run_before(run, rank)])
    yield from everything.positions[rank:]


def _sharing_tags(catalog: Catalog, position: int) -> list[int]:
    language, rank = catalog.language[position], catalog.rank[position]
    scores: dict[int, int] = {}
    for tag in catalog.tags[position]:
        run = catalog.by_tag.get((language, tag), EMPTY)
        older = run_before(run, rank)
        worth = 1 + rank.bit_length() - older.bit_length()
        for candidate in run.positions[max(0, older - CANDIDATES) : older]:
            scores[candidate] = scores.get(candidate, 0) + worth
    newest = sorted(scores, reverse=True)[:CANDIDATES]
    return sorted(newest, key=lambda candidate: (-scores[candidate], -candidate))
