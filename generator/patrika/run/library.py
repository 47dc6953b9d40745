"""The content read: every text of content/ parsed and checked, those that did not change from the cache.

Stories stay in the cache, where the catalog's entries are made from them; people, undated pages and files at fault, which
are few, come out as values.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.article import Article, Author, SourceFile, Standalone
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.encoding import Digest, digest, digest_of_bytes, encode
from patrika.model.site import Site
from patrika.read.article import Loose, Reading, is_of_section, read_file
from patrika.read.sources import endings_of
from patrika.run.crew import METHOD, Work, WorkerDiedError, crew
from patrika.run.progress import Progress
from patrika.store.cache import Cache, FolderRow, TextEntry
from patrika.store.scan import Scan, youngest_ns

Content = TypeVar("Content", Author, Standalone)
ALONE = 200
"""Files that one process parses sooner than workers could be begun."""

BATCH = 32
KEPT_AT_ONCE = 2_000


class FileRow(Struct, frozen=True, gc=False, array_like=True):
    """A text as it was when it was read: its row in the cache, and its state."""

    id: int
    size: int
    mtime_ns: int
    ctime_ns: int
    digest: Digest


_READINGS = Decoder(Reading)
_FILES = Decoder(dict[str, FileRow])
_JOBS = Decoder(tuple[tuple[str, str], ...])
_RESULTS = Decoder(tuple[tuple[Digest, bool, bytes, bytes], ...])


class Library(Struct, frozen=True):
    """What editors wrote besides stories, and what is wrong with files."""

    authors: tuple[Author, ...]
    pages: tuple[Standalone, ...]
    rows: Mapping[str, int]
    """Rows of the cache by path, of these texts and of files at fault."""
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


def read_library(found: Scan, desk: Desk, cache: Cache, sure_before_ns: int, jobs: int, progress: Progress) -> Library:
    """Return all content but stories, and see that the cache holds all texts as they are now. Passed over is what does not
    end as texts do, and what begins with `_` or lies in a folder that does.

    Files changed after `sure_before_ns`, by the file system's clock, may change again within the same tick: they are
    looked at by digest in the next build, too.
    """
    endings = endings_of(desk.site)
    folders = {texts[0].path.rpartition("/")[0]: texts for files in found.folders if (texts := _texts(files, endings))}
    known = cache.folders()
    seen = {path: _seen(texts, sure_before_ns) for path, texts in folders.items()}
    changed = {path: texts for path, texts in folders.items() if not _is_settled(known.get(path), seen[path])}
    parsed = 0
    if changed or known.keys() - folders.keys():
        before = {path: _FILES.decode(known[path].files) if path in known else {} for path in changed}
        after, parsed = _read_changed(changed, before, desk, cache, sure_before_ns, jobs, progress)
        rows = {path: FolderRow(seen[path], encode(files)) for path, files in after.items()}
        gone_folders = known.keys() - folders.keys()
        gone = {row.id for files in before.values() for row in files.values()}
        gone |= {row.id for path in gone_folders for row in _FILES.decode(known[path].files).values()}
        gone -= {row.id for files in after.values() for row in files.values()}
        cache.settle(rows, gone_folders, gone)
    if cache.count() > sum(map(len, folders.values())):
        _sweep(cache)
    return _library(cache, parsed)


def _texts(files: Sequence[SourceFile], endings: tuple[str, ...]) -> tuple[SourceFile, ...]:
    if "/_" in files[0].path.rpartition("/")[0] or not files[0].path.startswith("content/"):
        return ()
    return tuple(file for file in files if file.path.endswith(endings) and _is_read(file.path))


def _is_read(path: str) -> bool:
    return "/_" not in path or is_of_section(path)


def _seen(texts: Sequence[SourceFile], sure_before_ns: int) -> Digest:
    """Return the digest of a folder's texts by their states, empty where one is too young to be trusted by it."""
    return digest(texts) if youngest_ns(texts) < sure_before_ns else b""


def _is_settled(known: FolderRow | None, seen: Digest) -> bool:
    return bool(known and seen and known.state == seen)


def _sweep(cache: Cache) -> None:
    """Forget texts that no folder holds: a build that was killed had read them."""
    held = {row.id for folder in cache.folders().values() for row in _FILES.decode(folder.files).values()}
    cache.forget_all_but(held)


def _read_changed(
    folders: Mapping[str, Sequence[SourceFile]],
    before: Mapping[str, Mapping[str, FileRow]],
    desk: Desk,
    cache: Cache,
    sure_before_ns: int,
    jobs: int,
    progress: Progress,
) -> tuple[dict[str, dict[str, FileRow]], int]:
    """Return the files of folders as they are now, after parsing those that the cache does not hold, and their number."""
    after: dict[str, dict[str, FileRow]] = {}
    unknown: list[tuple[str, SourceFile]] = []
    empty = not cache.count()
    for path, texts in folders.items():
        after[path] = {}
        for file in texts:
            row = _row_of(file, before[path].get(file.path), desk.root, cache, empty)
            if row is None:
                unknown.append((path, file))
            else:
                after[path][file.path] = _trusted(file, row.id, row.digest, sure_before_ns)
    for (path, file), id, content in _parse(unknown, desk, cache, jobs, progress):
        after[path][file.path] = _trusted(file, id, content, sure_before_ns)
    return after, len(unknown)


def _row_of(file: SourceFile, known: FileRow | None, root: Path, cache: Cache, empty: bool) -> FileRow | None:
    """Return the row of a text that the cache holds as it is now, by its state or else by its bytes."""
    state = (file.size, file.mtime_ns, file.ctime_ns)
    if known and (known.size, known.mtime_ns, known.ctime_ns) == state:
        return known
    if empty:
        return None
    content = digest_of_bytes((root / file.real).read_bytes())
    if known and known.digest == content:
        return known
    id = cache.find(_source(file.path, content))
    return FileRow(id, *state, content) if id is not None else None


def _trusted(file: SourceFile, id: int, content: Digest, sure_before_ns: int) -> FileRow:
    """Return a text's row, with a time that no file has where it is too young to be trusted by it."""
    sure = max(file.mtime_ns, file.ctime_ns) < sure_before_ns
    return FileRow(id, file.size, file.mtime_ns if sure else -1, file.ctime_ns, content)


def _source(path: str, content: Digest) -> Digest:
    return digest((path, content))


def parser(desk: Desk) -> Work:
    """Return the work of a parsing worker: from (path, path as spelt on disk) pairs to digests, readings and bodies."""

    def work(job: bytes) -> bytes:
        done = []
        for path, real in _JOBS.decode(job):
            content = (desk.root / real).read_bytes()
            reading, body = read_file(path, content, desk.site)
            is_story = isinstance(reading.value, Article)
            done.append((digest_of_bytes(content), is_story, encode(reading), encode(body)))
        return encode(done)

    return work


def _parse(
    files: Sequence[tuple[str, SourceFile]], desk: Desk, cache: Cache, jobs: int, progress: Progress
) -> Iterator[tuple[tuple[str, SourceFile], int, Digest]]:
    """Yield files of folders with their new rows and the digests of their bytes, kept as they come."""
    batches = [files[start : start + BATCH] for start in range(0, len(files), BATCH)]
    sent = [encode([(file.path, file.real) for _, file in batch]) for batch in batches]
    entries: list[TextEntry] = []
    id, done = cache.next_id(), 0
    for number, result in _worked(sent, desk, jobs if len(files) > ALONE else 1):
        for place, (content, is_story, reading, body) in zip(batches[number], _RESULTS.decode(result), strict=True):
            path = place[1].path
            entries.append(TextEntry(id, path, _source(path, content), is_story, reading, body))
            yield place, id, content
            id += 1
        done += len(batches[number])
        progress("read", done, len(files))
        if len(entries) >= KEPT_AT_ONCE:
            cache.keep(entries)
            entries = []
    cache.keep(entries)


def _worked(batches: Sequence[bytes], desk: Desk, jobs: int) -> Iterator[tuple[int, bytes]]:
    if jobs == 1:
        work = parser(desk)
        yield from ((number, work(batch)) for number, batch in enumerate(batches))
        return
    try:
        with crew(jobs, parser, desk, METHOD) as run:
            yield from run(batches)
    except WorkerDiedError as fault:
        raise fault.over("read", lambda batch: [path for path, _ in _JOBS.decode(batches[batch])]) from None


def _library(cache: Cache, parsed: int) -> Library:
    found = [(id, path, _READINGS.decode(reading)) for id, path, reading in cache.others()]
    values = [reading.value for _, _, reading in found]
    people, doubled_people = _without_doubles("author", [item for item in values if isinstance(item, Author)])
    leaflets, doubled_pages = _without_doubles("page", [item for item in values if isinstance(item, Standalone)])
    return Library(
        authors=people,
        pages=leaflets,
        rows={path: id for id, path, _ in found},
        faulty=tuple(path for _, path, reading in found if reading.value is None),
        loose=tuple((path, reading.loose) for _, path, reading in found if reading.loose is not None),
        faults=(
            *(fault for _, _, reading in found for fault in reading.faults),
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
        known = first.setdefault((item.id, item.language), item)
        if known is not item:
            faults.append(doubled(kind, item.id, item.language, item.source, known.source))
    return tuple(first.values()), faults


def doubled(kind: str, name: str, language: str, source: str, known: str) -> Diagnostic:
    """Return the fault of a file that holds what another one holds."""
    said = f"the {kind} “{name}” in the language “{language}” is also in {known}"
    return error("E108", Place(source), said, "remove one of the two, or give it another name or language")
