"""What was written into an output folder, kept in chunks, so that an edit rewrites little of it."""

from collections.abc import Iterable, Mapping
from zlib import crc32

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.encoding import Digest, encode
from patrika.store.cache import Cache
from patrika.store.output import FileState

CHUNKS = 256


class PageRow(Struct, frozen=True, gc=False, array_like=True):
    """A file that stands in output/: the key of what it was made of, and its state."""

    key: Digest
    state: FileState
    parts: bytes = b""
    """Of a page: short digests of what it was made of, part by part."""
    why: tuple[str, ...] = ()
    """Of a page: why it was made when it last was, such as the parts that had changed."""
    at: int = 0
    """Of a page: as of which instant it was made, in UTC seconds."""


_ROWS = Decoder(dict[str, PageRow])


def read_written(cache: Cache, folder: str) -> dict[str, PageRow]:
    """Return what was written into an output folder, by path under it."""
    rows: dict[str, PageRow] = {}
    for _, chunk in cache.written(folder):
        rows |= _ROWS.decode(chunk)
    return rows


def keep_written(
    cache: Cache, folder: str, known: Mapping[str, PageRow], changes: Mapping[str, PageRow | None]
) -> dict[str, PageRow]:
    """Return `known` with changes (None: forget it), after keeping the chunks that they touch."""
    rows = dict(known)
    for path, row in changes.items():
        if row is None:
            rows.pop(path, None)
        else:
            rows[path] = row
    touched: dict[int, dict[str, PageRow]] = {_chunk(path): {} for path in changes}
    if touched:
        for path, row in _in_chunks(rows, touched):
            touched[_chunk(path)][path] = row
        cache.keep_written(folder, {number: encode(chunk) for number, chunk in touched.items()})
    return rows


def _in_chunks(rows: Mapping[str, PageRow], wanted: Iterable[int]) -> Iterable[tuple[str, PageRow]]:
    numbers = frozenset(wanted)
    if len(numbers) == CHUNKS:
        return rows.items()
    return [(path, row) for path, row in rows.items() if crc32(path.encode()) % CHUNKS in numbers]


def _chunk(path: str) -> int:
    return crc32(path.encode()) % CHUNKS
