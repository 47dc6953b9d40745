"""Related stories, first form: older stories of the language that share tags, rare ones counting more.

What is related to a story follows from the stories before it, so it is remembered: `Tops` holds the best of every story's
older ones, and a chain of digests says how far those of an earlier build still hold.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from msgspec import Struct

from patrika.model.encoding import encode
from patrika.relate.catalog import EMPTY, Catalog, run_before

CANDIDATES = 500
KEPT = 16
"""Best older stories remembered for each: enough for a list of five with picks and exclusions."""

NONE = 0xFFFF_FFFF
"""In place of a rank where a story has fewer than KEPT older ones."""

LINK_BYTES = 8


class Tops(Struct, frozen=True, array_like=True):
    """The best older stories of every listed story of a language.

    `ranks` holds KEPT ranks (u32) a story, best first, in the order of the language's stories; `chain` LINK_BYTES a
    story: a digest of all that the ranks up to that story follow from.
    """

    ranks: bytes = b""
    chain: bytes = b""

    def row(self, rank: int) -> Iterator[int]:
        """Yield the ranks of the best older stories of the story at `rank`."""
        row = memoryview(self.ranks).cast("I")[rank * KEPT : (rank + 1) * KEPT]
        yield from (older for older in row if older != NONE)


def chain_of(catalog: Catalog, language: str) -> bytes:
    """Return a digest for every listed story of a language, each of all that is said of stories up to it."""
    link, links = b"", []
    for position in catalog.by_language.get(language, EMPTY).positions:
        said = encode((link, catalog.story[position], catalog.section[position], catalog.tags[position]))
        link = blake2b(said, digest_size=LINK_BYTES).digest()
        links.append(link)
    return b"".join(links)


def holding(known: Tops, chain: bytes) -> int:
    """Return for how many stories, from the oldest, what is known still holds."""
    length = min(len(known.chain), len(chain)) // LINK_BYTES
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        place = slice((middle - 1) * LINK_BYTES, middle * LINK_BYTES)
        low, high = (middle, high) if known.chain[place] == chain[place] else (low, middle - 1)
    return low


def best_older(catalog: Catalog, language: str, ranks: Iterable[int]) -> bytes:
    """Return the rows of Tops for the stories of a language at `ranks`."""
    positions, rows = catalog.by_language[language].positions, array("I")
    for rank in ranks:
        best = [catalog.rank[older] for older in islice(_older(catalog, positions[rank]), KEPT)]
        rows.extend(best + [NONE] * (KEPT - len(best)))
    return rows.tobytes()


def related_positions(
    catalog: Catalog, position: int, tops: Mapping[str, Tops], excluded: frozenset[str] = frozenset()
) -> Iterator[int]:
    """Yield positions of stories related to the one at `position`, best first, each once.

    Candidates are the 500 newest older listed stories that share a tag; a shared tag counts 1 + bit_length(older
    stories) - bit_length(older stories with the tag). They are followed by older ones of the same section, older ones
    of the language, and last by newer ones, nearest first. Stories of `excluded` ids are left out.
    """
    language = catalog.language[position]
    everything = catalog.by_language.get(language, EMPTY).positions
    found = tops.get(language) if catalog.listed[position] else None
    known = [everything[rank] for rank in found.row(catalog.rank[position])] if found else []
    seen = {position}
    for candidate in _after(known, catalog, position, everything):
        if candidate not in seen and catalog.story[candidate] not in excluded:
            seen.add(candidate)
            yield candidate


def _after(known: list[int], catalog: Catalog, position: int, everything: "array[int]") -> Iterator[int]:
    """Yield what is known, then all there is."""
    yield from known
    yield from _older(catalog, position)
    yield from everything[catalog.rank[position] :]


def _older(catalog: Catalog, position: int) -> Iterator[int]:
    """Yield all older stories, best first, each once."""
    language, rank = catalog.language[position], catalog.rank[position]
    seen: set[int] = set()
    section = catalog.by_section.get((language, catalog.section[position]), EMPTY)
    everything = catalog.by_language.get(language, EMPTY)
    for candidate in _sharing_tags(catalog, position):
        seen.add(candidate)
        yield candidate
    for run in (section, everything):
        for candidate in reversed(run.positions[: run_before(run, rank)]):
            if candidate not in seen:
                seen.add(candidate)
                yield candidate


def _sharing_tags(catalog: Catalog, position: int) -> Iterator[int]:
    language, rank = catalog.language[position], catalog.rank[position]
    scores: dict[int, int] = {}
    for tag in catalog.tags[position]:
        run = catalog.by_tag.get((language, tag), EMPTY)
        older = run_before(run, rank)
        worth = 1 + rank.bit_length() - older.bit_length()
        fresh = dict.fromkeys(run.positions[max(0, older - CANDIDATES) : older], worth)
        for candidate in scores.keys() & fresh.keys():
            fresh[candidate] += scores[candidate]
        scores |= fresh
    # One number a candidate, score before position, sorts faster than a pair.
    ordered = sorted(((score << 32) | candidate for candidate, score in _newest(scores)), reverse=True)
    yield from (number & 0xFFFF_FFFF for number in ordered)


def _newest(scores: dict[int, int]) -> Iterable[tuple[int, int]]:
    if len(scores) <= CANDIDATES:
        return scores.items()
    oldest = sorted(scores)[-CANDIDATES]
    return [item for item in scores.items() if item[0] >= oldest]
