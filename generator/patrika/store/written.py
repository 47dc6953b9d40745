"""What was written into an output folder, kept in chunks, so that an edit rewrites little of it, and in columns, so that a
build that looks at all of it need not unpack what it does not ask for."""

import os
from array import array
from collections.abc import Iterable, Mapping
from stat import S_ISREG
from zlib import crc32

from msgspec import DecodeError, Struct
from msgspec.msgpack import Decoder

from patrika.model.encoding import DIGEST_SIZE, Digest, encode
from patrika.store.cache import Cache
from patrika.store.output import FileState, is_whole

CHUNKS = 256


class Tale(Struct, frozen=True, gc=False, array_like=True):
    """What is to be told of a page: short digests of what it was made of, part by part, why it was made when it last was,
    such as the parts that had changed, and as of which instant, in UTC seconds."""

    parts: bytes = b""
    why: tuple[str, ...] = ()
    at: int = 0


class Row(Struct, frozen=True, gc=False):
    """A file that stands in output/: the key of what it was made of, its state, and of a page its tale."""

    key: Digest
    state: FileState
    tale: Tale | None = None
    """None: what was known of it still holds."""


class _Chunk(Struct, frozen=True, array_like=True):
    """Paths, and in their order the rest: digests joined, sizes and times as arrays of u64 and i64."""

    paths: tuple[str, ...] = ()
    keys: bytes = b""
    sizes: bytes = b""
    times: bytes = b""
    digests: bytes = b""


class Written(Struct, frozen=True):
    """All that was written into an output folder. `places` has the place of a path in the columns."""

    places: Mapping[str, int]
    keys: bytes
    sizes: "array[int]"
    times: "array[int]"
    digests: bytes

    def key(self, path: str) -> Digest:
        """Return the key of what a file was made of, empty where it was not written."""
        return _cut(self.keys, place) if (place := self.places.get(path)) is not None else b""

    def state(self, path: str) -> FileState | None:
        """Return a file's state, None where it was not written."""
        place = self.places.get(path)
        return None if place is None else self._state(place)

    def _state(self, place: int) -> FileState:
        return FileState(self.sizes[place], self.times[place], _cut(self.digests, place))

    def unlike(self, output: str) -> dict[str, FileState | None]:
        """Return the files that do not stand as they were written, by size and time: with their state where the bytes are
        the same all the same, with None where they are not."""
        found: dict[str, FileState | None] = {}
        stat, prefix = os.stat, output + "/"
        for path, size, time in zip(self.places, self.sizes, self.times, strict=True):
            try:
                there = stat(prefix + path, follow_symlinks=False)
            except (OSError, ValueError):
                found[path] = None
                continue
            if there.st_mtime_ns != time or there.st_size != size or not S_ISREG(there.st_mode):
                found[path] = is_whole(prefix + path, self._state(self.places[path]))
        return found


_CHUNKS = Decoder(_Chunk)
_TALES = Decoder(dict[str, Tale])
_STRETCHES = Decoder(dict[str, Digest])


def read_written(cache: Cache, folder: str) -> Written:
    """Return what was written into an output folder, by path under it."""
    paths: list[str] = []
    keys, digests = [], []
    sizes, times = array("Q"), array("q")
    for _, content in cache.written(folder):
        chunk = _decoded(content)
        paths += chunk.paths
        keys.append(chunk.keys)
        sizes.frombytes(chunk.sizes)
        times.frombytes(chunk.times)
        digests.append(chunk.digests)
    return Written(dict(zip(paths, range(len(paths)), strict=True)), b"".join(keys), sizes, times, b"".join(digests))


def tales(cache: Cache, folder: str, paths: Iterable[str]) -> dict[str, Tale]:
    """Return what is to be told of the pages among some files."""
    by_chunk: dict[int, list[str]] = {}
    for path in paths:
        by_chunk.setdefault(_chunk_of(path), []).append(path)
    found: dict[str, Tale] = {}
    for number, wanted in by_chunk.items():
        known = _tales(cache, folder, number)
        found |= {path: known[path] for path in wanted if path in known}
    return found


def keep_written(cache: Cache, folder: str, changes: Mapping[str, Row | None]) -> None:
    """Keep changes (None: forget it) in what was written into an output folder, in the chunks that they touch."""
    by_chunk: dict[int, dict[str, Row | None]] = {}
    for path, row in changes.items():
        by_chunk.setdefault(_chunk_of(path), {})[path] = row
    chunks = {}
    for number, found in by_chunk.items():
        content, told = cache.written_chunk(folder, number)
        rows: dict[str, Row | None] = {**(_rows(content) if content else {}), **found}
        known = _TALES.decode(told) if told else {}
        held = {path: row for path, row in rows.items() if row}
        telling = {path: tale for path, row in held.items() if (tale := row.tale or known.get(path))}
        chunks[number] = (_encoded(held), encode(telling))
    cache.keep_written(folder, chunks)


def read_stretches(cache: Cache, folder: str) -> dict[str, Digest]:
    """Return the digests by month of the stories whose pages stand in an output folder."""
    kept = cache.meta(_stretches(folder))
    return _STRETCHES.decode(kept) if kept else {}


def keep_stretches(cache: Cache, folder: str, stretches: Mapping[str, Digest]) -> None:
    """Keep the digests by month of the stories whose pages stand in an output folder: the pages' rows are right by them."""
    cache.keep_meta(_stretches(folder), encode(stretches))


def _stretches(folder: str) -> str:
    return f"stretches {folder}"


def _encoded(rows: Mapping[str, Row]) -> bytes:
    states = [row.state for row in rows.values()]
    return encode(
        _Chunk(
            tuple(rows),
            b"".join(row.key for row in rows.values()),
            array("Q", [state.size for state in states]).tobytes(),
            array("q", [state.mtime_ns for state in states]).tobytes(),
            b"".join(state.digest for state in states),
        )
    )


def _rows(content: bytes) -> dict[str, Row]:
    chunk = _decoded(content)
    sizes, times = array("Q", chunk.sizes), array("q", chunk.times)
    states = [FileState(*it, _cut(chunk.digests, place)) for place, it in enumerate(zip(sizes, times, strict=True))]
    return {path: Row(_cut(chunk.keys, place), states[place]) for place, path in enumerate(chunk.paths)}


def _decoded(content: bytes) -> _Chunk:
    chunk = _CHUNKS.decode(content)
    lengths = {len(chunk.keys), len(chunk.digests), 2 * len(chunk.sizes), 2 * len(chunk.times)}
    if lengths != {DIGEST_SIZE * len(chunk.paths)}:
        raise DecodeError("the columns of a chunk are not of one length")
    return chunk


def _tales(cache: Cache, folder: str, number: int) -> dict[str, Tale]:
    _, content = cache.written_chunk(folder, number)
    return _TALES.decode(content) if content else {}


def _cut(joined: bytes, place: int) -> bytes:
    return joined[place * DIGEST_SIZE : (place + 1) * DIGEST_SIZE]


def _chunk_of(path: str) -> int:
    return crc32(path.encode()) % CHUNKS
