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
from patrika.relate.catalog import NO_RUN, Catalog, run_before

CANDIDATES = 500
KEPT = 16
"""Best older stories remembered for each: enough for a list of five with picks and exclusions."""

NONE = 0xFFFF_FFFF
"""In place of a rank where a story has fewer than KEPT older ones."""

LINK_BYTES = 8
BLOCK = 64
"""Stories that a link of the chain speaks for."""


class Tops(Struct, frozen=True, array_like=True):
    """The best older stories of every listed story of a language.

    `ranks` holds KEPT ranks (u32) a story, best first, in the order of the language's stories; `chain` LINK_BYTES for
    every BLOCK stories: a digest of all that the ranks up to its last story follow from.
    """

    ranks: bytes = b""
    chain: bytes = b""


def chain_of(catalog: Catalog, language: str) -> bytes:
    """Return digests for the listed stories of a language, BLOCK by BLOCK, each of all that is said of stories up to it."""
    positions = catalog.listed.get(language, NO_RUN)
    aside = catalog.in_lists.aside.get(language, frozenset())
    link, links = b"", []
    for start in range(0, len(positions), BLOCK):
        block = [catalog.entries[position] for position in positions[start : start + BLOCK]]
        told = [(entry.story, entry.section, entry.also_in, entry.tags) for entry in block]
        said = encode((link, told, sorted(aside.intersection(range(start, start + BLOCK)))))
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
    return min(low * BLOCK, len(known.ranks) // (KEPT * 4))


def best_older(catalog: Catalog, language: str, ranks: Iterable[int]) -> bytes:
    """Return the rows of Tops for the stories of a language at `ranks`."""
    positions, rows = catalog.listed[language], array("I")
    for rank in ranks:
        best = list(islice(_older(catalog, positions[rank]), KEPT))
        rows.extend([*best, *[NONE] * (KEPT - len(best))])
    return rows.tobytes()


def related_ranks(
    catalog: Catalog, position: int, tops: Mapping[str, "array[int]"], excluded: frozenset[str] = frozenset()
) -> Iterator[int]:
    """Yield ranks of stories related to the one at `position`, best first, each once. `tops` are the ranks of Tops by
    language.

    Stories of sections that are not listed are related to none. Of the others, candidates are the 500 newest older ones
    that share a tag; a shared tag counts 1 + bit_length(older stories) - bit_length(older stories with the tag). They are
    followed by older ones of the same section, older ones of the language, and last by newer ones, nearest first. Stories
    of `excluded` ids are left out.
    """
    entry, rank = catalog.entries[position], catalog.rank[position]
    positions = catalog.listed.get(entry.language, NO_RUN)
    seen = {rank} if entry.listed else set()
    known = tops.get(entry.language) if entry.listed else None
    for candidate in _after(known, catalog, position):
        if candidate not in seen and catalog.entries[positions[candidate]].story not in excluded:
            seen.add(candidate)
            yield candidate


def _after(known: "array[int] | None", catalog: Catalog, position: int) -> Iterator[int]:
    """Yield what is known, then all there is."""
    rank = catalog.rank[position]
    if known is not None:
        yield from (older for older in known[rank * KEPT : (rank + 1) * KEPT] if older != NONE)
    yield from _older(catalog, position)
    others = catalog.all_in_lists(catalog.entries[position].language)
    yield from (others[number] for number in range(run_before(others, rank), len(others)))


def _older(catalog: Catalog, position: int) -> Iterator[int]:
    """Yield the ranks of all older stories, best first, each once."""
    entry, rank = catalog.entries[position], catalog.rank[position]
    seen: set[int] = set()
    for candidate in _sharing_tags(catalog, position):
        seen.add(candidate)
        yield candidate
    section = catalog.in_lists.by_section.get((entry.language, entry.section), NO_RUN)
    for run in (section, catalog.all_in_lists(entry.language)):
        for candidate in reversed(run[: run_before(run, rank)]):
            if candidate not in seen:
                seen.add(candidate)
                yield candidate


def _sharing_tags(catalog: Catalog, position: int) -> Iterator[int]:
    entry, rank = catalog.entries[position], catalog.rank[position]
    count = run_before(catalog.all_in_lists(entry.language), rank)
    scores: dict[int, int] = {}
    for tag in entry.tags:
        run = catalog.in_lists.by_tag.get((entry.language, tag), NO_RUN)
        older = run_before(run, rank)
        worth = 1 + count.bit_length() - older.bit_length()
        fresh = dict.fromkeys(run[max(0, older - CANDIDATES) : older], worth)
        for candidate in scores.keys() & fresh.keys():
            fresh[candidate] += scores[candidate]
        scores |= fresh
    # One number a candidate, score before rank, sorts faster than a pair.
    ordered = sorted(((score << 32) | candidate for candidate, score in _newest(scores)), reverse=True)
    yield from (number & 0xFFFF_FFFF for number in ordered)


def _newest(scores: dict[int, int]) -> Iterable[tuple[int, int]]:
    if len(scores) <= CANDIDATES:
        return scores.items()
    oldest = sorted(scores)[-CANDIDATES]
    return [item for item in scores.items() if item[0] >= oldest]
