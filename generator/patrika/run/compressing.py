"""Compressed siblings of text files (`index.html.br`, `index.html.gz`), for hosts that send them as they are."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.encoding import Digest, digest, encode
from patrika.model.site import Encoding
from patrika.run.crew import Work, WorkerDiedError, crew
from patrika.run.orders import Before
from patrika.store.output import Stage
from patrika.store.written import Row

LEAST = 1_024
"""Bytes of a file that is worth it: what is shorter fits into one packet as it is."""

ALONE = 200
"""Files that one process compresses sooner than workers could be begun."""

BATCH = 32
_TEXTS = frozenset((
    "atom", "css", "csv", "geojson", "htm", "html", "ics", "js", "json", "map", "md", "mjs", "otf", "rss", "srt", "svg", "tsv",
    "ttf", "txt", "vtt", "webmanifest", "xml", "xsl",
))  # fmt: skip
"""Endings of files that grow smaller. Those of pictures, sound and web fonts do not: they are compressed already."""

_ENDINGS: Mapping[Encoding, str] = {"br": ".br", "gzip": ".gz"}
_BEST, _QUICK = 11, 8
"""Qualities of Brotli: the best takes thirty times as long and saves a tenth. It is for assets, which are few and kept long."""

_USUAL = 6
"""Level of gzip: the best, 9, takes twice as long and saves a hundredth."""

_UNKNOWN = b"\xff"
"""What gzip calls a system that it does not tell (RFC 1952), so that bytes are the same on all."""


class _Errand(Struct, frozen=True, array_like=True):
    """A file to be compressed, and where it lies now."""

    path: str
    real: str
    encoding: Encoding


_ERRANDS = Decoder(tuple[_Errand, ...])
_RESULTS = Decoder(tuple[bytes, ...])


def stage_siblings(
    rows: Mapping[str, Row], stage: Stage, before: Before, encodings: Sequence[Encoding], jobs: int
) -> dict[str, Row]:
    """Stage siblings of all that is staged, or stands and is kept, and return their rows, by path. One is made anew only where
    its file is another. A file that the site has of that name is let alone. `rows` are of files that are not as they were."""
    planned = sorted(stage.same.union(stage.fresh))
    taken = _taken(planned)
    found: dict[str, Row] = {}
    todo: list[tuple[str, Digest, _Errand]] = []
    for path in planned:
        state = row.state if (row := rows.get(path)) else before.written.state(path)
        if state is None or state.size < LEAST or path.rpartition(".")[2].lower() not in _TEXTS:
            continue
        for encoding in encodings:
            sibling = path + _ENDINGS[encoding]
            if sibling.casefold() in taken:
                continue
            key = digest((state.digest, encoding))
            if before.written.key(sibling) == key and (there := before.there(sibling)):
                stage.keep(sibling)
                found[sibling] = Row(key, there)
            else:
                real = stage.fresh.get(path) or f"{stage.output}/{path}"
                todo.append((sibling, key, _Errand(path, real, encoding)))
    for (sibling, key, _), content in zip(todo, _compressed([errand for *_, errand in todo], jobs), strict=True):
        found[sibling] = Row(key, stage.put(sibling, content, before.written.state(sibling)))
    return _changed(found, before)


def _changed(found: Mapping[str, Row], before: Before) -> dict[str, Row]:
    written = before.written
    return {it: row for it, row in found.items() if (row.key, row.state) != (written.key(it), written.state(it))}


def _taken(planned: Sequence[str]) -> set[str]:
    """Return names of files and of folders, letters in one case: some systems do not tell them apart."""
    names = {path.casefold() for path in planned}
    return names.union(name[:place] for name in names for place, letter in enumerate(name) if letter == "/")


def _compressed(errands: Sequence[_Errand], jobs: int) -> Iterator[bytes]:
    """Yield files compressed, in their order."""
    batches = [errands[start : start + BATCH] for start in range(0, len(errands), BATCH)]
    if len(errands) <= ALONE or jobs == 1:
        work = _press(None)
        for batch in batches:
            yield from _RESULTS.decode(work(encode(batch)))
        return
    results: dict[int, bytes] = {}
    due = 0
    try:
        # Never forked: where pictures were read there are threads by now.
        with crew(min(jobs, len(batches)), _press, None, "spawn") as run:
            for number, result in run(encode(batch) for batch in batches):
                results[number] = result
                while due in results:
                    yield from _RESULTS.decode(results.pop(due))
                    due += 1
    except WorkerDiedError as fault:
        raise fault.over("compressed", lambda number: [errand.path for errand in batches[number]]) from None


def _press(_: None) -> Work:
    """Return the work of compressing."""

    def work(job: bytes) -> bytes:
        return encode([_WAYS[it.encoding](Path(it.real).read_bytes(), it.path) for it in _ERRANDS.decode(job)])

    return work


def _brotli(content: bytes, path: str) -> bytes:
    # Loaded here: few sites ask for it.
    import brotli

    quality = _BEST if path.startswith("assets/") else _QUICK
    made: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality)
    return made


def _gzip(content: bytes, _: str) -> bytes:
    made = zlib.compress(content, _USUAL, wbits=31)
    return made[:9] + _UNKNOWN + made[10:]


_WAYS: Mapping[Encoding, Callable[[bytes, str], bytes]] = {"br": _brotli, "gzip": _gzip}
