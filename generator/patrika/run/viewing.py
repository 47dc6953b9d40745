"""What there is to be seen of pages, remembered: one that is as it was is not looked at again, unless what it leads to may
have gone."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.check.weights import PACKED
from patrika.model.encoding import Digest, encode
from patrika.model.page import FILE_ROLES, Page
from patrika.run.judging import Bench, Sight, judge_pages
from patrika.run.progress import Progress
from patrika.run.request import BuildRequest
from patrika.store.cache import Cache
from patrika.store.ledger import MARKER, output_name
from patrika.store.written import Written, read_written

CHUNKS = 64
"""So that an edit rewrites little of what is remembered."""

_GROWING = ("E701", "E703")
"""Faults that a new file may mend, without any change of the page."""


class Surroundings(Struct, frozen=True):
    """All that a look at a page depends on besides the page."""

    planned: frozenset[str]
    """Pages and files for programs, which weigh nothing on other pages."""
    files: Mapping[str, int]
    """Sizes of all other files."""
    packed: Mapping[str, Digest]
    """Those of them that weigh what their bytes do, not their size."""
    led: frozenset[str]
    url: str
    budget: bytes

    def have_grown_from(self, before: "Surroundings") -> bool:
        """Return whether all that there was is there as it was, so that no link that led somewhere leads nowhere now."""
        return (
            (before.url, before.budget) == (self.url, self.budget)
            and before.planned <= self.planned
            and before.led <= self.led
            and before.files.items() <= self.files.items()
            and before.packed.items() <= self.packed.items()
        )


class View(Struct, frozen=True):
    """What there is to be seen of a site's pages."""

    sizes: Mapping[str, int]
    """Of all files in the output folder, in bytes."""
    seen: tuple[tuple[Page, Sight], ...]
    judged: int
    """Pages that were looked at; what is to be seen of the others was known."""


class Seen(Struct, frozen=True, array_like=True):
    """A page's bytes, by digest, and what was seen of it."""

    digest: Digest
    sight: Sight


_CHUNK = Decoder(dict[str, Seen])
_SURROUNDINGS = Decoder(Surroundings)


def _surroundings(bench: Bench, planned: Iterable[Page], written: Written) -> Surroundings:
    """Return what pages are looked at in."""
    outputs = frozenset(page.output for page in planned)
    others = {path: size for path, size in bench.sizes.items() if path not in outputs}
    packed = {path: state.digest for path in others if path.endswith(PACKED) and (state := written.state(path))}
    return Surroundings(outputs, others, packed, bench.ground.led, bench.ground.url, encode(bench.budget))


def _remembered(cache: Cache, digests: Mapping[str, Digest], around: Surroundings) -> dict[str, Sight]:
    """Return what is known of pages, by their files; `digests` are those of their bytes now."""
    kept = cache.meta("surroundings")
    if not kept or not around.have_grown_from(_SURROUNDINGS.decode(kept)):
        return {}
    known = {path: seen for number in range(CHUNKS) for path, seen in _chunk(cache, number).items()}
    return {
        path: seen.sight
        for path, digest in digests.items()
        if (seen := known.get(path))
        and seen.digest == digest
        and not any(finding.code in _GROWING for finding in seen.sight.findings)
    }


def _chunk(cache: Cache, number: int) -> dict[str, Seen]:
    kept = cache.meta(f"sights {number}")
    return _CHUNK.decode(kept) if kept else {}


def _remember(cache: Cache, seen: Mapping[str, Seen], around: Surroundings) -> None:
    """Keep what was seen of all pages, by their files."""
    chunks: dict[int, dict[str, Seen]] = {number: {} for number in range(CHUNKS)}
    for path, it in seen.items():
        chunks[crc32(path.encode()) % CHUNKS][path] = it
    cache.keep_meta("surroundings", b"")  # Until all of it is kept, none of it holds.
    for number, chunk in chunks.items():
        content = encode(chunk)
        if content != cache.meta(f"sights {number}"):
            cache.keep_meta(f"sights {number}", content)
    cache.keep_meta("surroundings", encode(around))


def view(bench: Bench, planned: Sequence[Page], cache: Cache, request: BuildRequest, progress: Progress) -> View:
    """Return what there is to be seen of the pages among what is planned that readers look at."""
    # Those that lead on to others at once are seen by nobody.
    pages = [page for page in planned if page.role not in (*FILE_ROLES, "redirect")]
    written = read_written(cache, output_name(request.cache, request.output))
    digests = {page.output: state.digest for page in pages if (state := written.state(page.output))}
    around = _surroundings(bench, planned, written)
    known = _remembered(cache, digests, around)
    fresh = judge_pages(bench, [page for page in pages if page.output not in known], request.jobs, progress)
    sights = {**known, **{page.output: sight for page, sight in fresh}}
    if fresh:
        _remember(cache, {path: Seen(digest, sights[path]) for path, digest in digests.items()}, around)
    return View(bench.sizes, tuple((page, sights[page.output]) for page in pages), len(fresh))


def sizes_in(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield path and bytes of all files of an output folder but what is for the host or for us."""
    for inner, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".deploy"]
        prefix = os.path.relpath(inner, folder).replace(os.sep, "/")
        for name in names:
            if name != MARKER:
                yield name if prefix == "." else f"{prefix}/{name}", os.stat(os.path.join(inner, name)).st_size
