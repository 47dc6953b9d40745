"""The content read: every file of content/ parsed and checked, those that did not change from the cache."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.article import Article, Author, SourceFile, Standalone
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.encoding import Digest, digest_of_bytes, encode
from patrika.model.site import Site
from patrika.read.article import Loose, Reading, read_file
from patrika.run.crew import METHOD, Work, crew
from patrika.run.progress import Progress
from patrika.store.cache import Cache, SourceEntry, SourceRow

Content = TypeVar("Content", Article, Author, Standalone)
ALONE = 200
"""Files that one process parses sooner than workers could be begun."""

BATCH = 32
KEPT_AT_ONCE = 2_000
_READINGS = Decoder(Reading)
_JOBS = Decoder(tuple[tuple[str, str], ...])
_RESULTS = Decoder(tuple[tuple[bytes, bytes, bytes], ...])


class Library(Struct, frozen=True):
    """All that editors wrote, checked; files with errors are not among it."""

    articles: tuple[Article, ...]
    authors: tuple[Author, ...]
    pages: tuple[Standalone, ...]
    body_rows: Mapping[Digest, int]
    """Rows of the cache that hold bodies, by the bodies' digest."""
    faulty: tuple[str, ...]
    """Files that could not be read: what names them is not at fault."""
    loose: tuple[tuple[str, Loose], ...]
    """What faulty files name, by file, which is checked all the same."""
    faults: tuple[Diagnostic, ...]
    parsed: int
    """Files that had to be parsed; the others came from the cache."""


class Desk(Struct, frozen=True):
    """Where and how files are read: all that a parsing worker needs."""

    root: Path
    site: Site


def read_library(
    files: Sequence[SourceFile], desk: Desk, cache: Cache, sure_before_ns: int, jobs: int, progress: Progress
) -> Library:
    """Return all content. `files` are those of content/; passed over is what does not end in .md, and what begins with `_` or
    lies in a folder that does.

    Files changed after `sure_before_ns`, by the file system's clock, may change again within the same tick: they are
    looked at by digest in the next build, too.
    """
    texts = [file for file in files if file.path.endswith(".md") and "/_" not in file.path]
    known = cache.sources()
    changed = list(_changed(texts, known, desk.root, cache, sure_before_ns))
    cache.forget(sorted(known.keys() - {file.path for file in texts}))
    _parse(changed, desk, cache, sure_before_ns, jobs, progress)
    rows = cache.sources() if changed else known
    readings = {path: _READINGS.decode(reading) for path, reading in cache.readings()}
    return _library([(file.path, readings[file.path]) for file in texts], rows, len(changed))


def _changed(
    texts: Iterable[SourceFile], known: Mapping[str, SourceRow], root: Path, cache: Cache, sure_before_ns: int
) -> Iterator[SourceFile]:
    """Yield the files whose bytes are not those that the cache knows."""
    touched = []
    for file in texts:
        row = known.get(file.path)
        if row and (row.size, row.mtime_ns, row.ctime_ns) == (file.size, file.mtime_ns, file.ctime_ns):
            continue
        if row and row.size == file.size and row.digest == digest_of_bytes((root / file.real).read_bytes()):
            touched.append((_trusted_mtime(file, sure_before_ns), file.ctime_ns, row.id))
        else:
            yield file
    cache.touch(touched)


def _trusted_mtime(file: SourceFile, sure_before_ns: int) -> int:
    """Return a file's time of change, or one that no file has where it is too young to be trusted by it."""
    return file.mtime_ns if max(file.mtime_ns, file.ctime_ns) < sure_before_ns else -1


def parser(desk: Desk) -> Work:
    """Return the work of a parsing worker: from (path, path as spelt on disk) pairs to digests, readings and bodies."""

    def work(job: bytes) -> bytes:
        done = []
        for path, real in _JOBS.decode(job):
            content = (desk.root / real).read_bytes()
            reading, body = read_file(path, content, desk.site)
            done.append((digest_of_bytes(content), encode(reading), encode(body)))
        return encode(done)

    return work


def _parse(
    changed: Sequence[SourceFile], desk: Desk, cache: Cache, sure_before_ns: int, jobs: int, progress: Progress
) -> None:
    batches = [changed[start : start + BATCH] for start in range(0, len(changed), BATCH)]
    sent = [encode([(file.path, file.real) for file in batch]) for batch in batches]
    entries: list[SourceEntry] = []
    done = 0
    for number, result in _worked(sent, desk, jobs if len(changed) > ALONE else 1):
        for file, (digest, reading, body) in zip(batches[number], _RESULTS.decode(result), strict=True):
            mtime = _trusted_mtime(file, sure_before_ns)
            entries.append(SourceEntry(file.path, file.size, mtime, file.ctime_ns, digest, reading, body))
        done += len(batches[number])
        progress("read", done, len(changed))
        if len(entries) >= KEPT_AT_ONCE:
            cache.keep(entries)
            entries = []
    cache.keep(entries)


def _worked(batches: Sequence[bytes], desk: Desk, jobs: int) -> Iterator[tuple[int, bytes]]:
    if jobs == 1:
        work = parser(desk)
        yield from ((number, work(batch)) for number, batch in enumerate(batches))
        return
    with crew(jobs, parser, desk, METHOD) as run:
        yield from run(batches)


def _library(readings: Sequence[tuple[str, Reading]], rows: Mapping[str, SourceRow], parsed: int) -> Library:
    values = [reading.value for _, reading in readings if reading.value is not None]
    stories, doubled = _without_doubles("story", [item for item in values if isinstance(item, Article)])
    people, doubled_people = _without_doubles("author", [item for item in values if isinstance(item, Author)])
    leaflets, doubled_pages = _without_doubles("page", [item for item in values if isinstance(item, Standalone)])
    return Library(
        articles=stories,
        authors=people,
        pages=leaflets,
        body_rows={value.prose.body: rows[value.source].id for value in values},
        faulty=tuple(path for path, reading in readings if reading.value is None),
        loose=tuple((path, reading.loose) for path, reading in readings if reading.loose is not None),
        faults=(
            *(fault for _, reading in readings for fault in reading.faults),
            *doubled,
            *doubled_people,
            *doubled_pages,
        ),
        parsed=parsed,
    )


def _without_doubles(kind: str, found: list[Content]) -> tuple[tuple[Content, ...], list[Diagnostic]]:
    """Return the first of each name and language, and faults for the others."""
    first: dict[tuple[str, str], Content] = {}
    faults = []
    for item in found:
        name = item.story if isinstance(item, Article) else item.id
        known = first.setdefault((name, item.language), item)
        if known is not item:
            said = f"the {kind} “{name}” in the language “{item.language}” is also in {known.source}"
            hint = "remove one of the two, or give it another name or language"
            faults.append(error("E108", Place(item.source), said, hint))
    return tuple(first.values()), faults
