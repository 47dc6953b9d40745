"""What was written into an output folder, kept in chunks, so that an edit rewrites little of it."""

from collections.abc import Mapping
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


def keep_written(cache: Cache, folder: str, changes: Mapping[str, PageRow | None]) -> None:
    """Keep changes (None: forget it) in what was written into an output folder, in the chunks that they touch."""
    by_chunk: dict[int, dict[str, PageRow | None]] = {}
    for path, row in changes.items():
        by_chunk.setdefault(crc32(path.encode()) % CHUNKS, {})[path] = row
    chunks = {}
    for number, found in by_chunk.items():
        known = cache.written_chunk(folder, number)
        rows: dict[str, PageRow | None] = {**(_ROWS.decode(known) if known else {}), **found}
        chunks[number] = encode({path: row for path, row in rows.items() if row is not None})
    cache.keep_written(folder, chunks)
