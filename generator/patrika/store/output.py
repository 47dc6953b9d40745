"""Output: all is staged, then moved where bytes differ, then what is no longer planned is removed."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from msgspec import Struct

from patrika.model.encoding import Digest, digest_of_bytes
from patrika.store import ledger
from patrika.store.folders import make_folders
from patrika.store.naming import naming

STAGE_MARKER = ".patrika-stage"
"""A file that says that a folder is a stage of ours, and may be deleted."""


LOOKED_THROUGH = 10_000
"""Files of an output folder that is looked through for others in every build."""


class Published(Struct, frozen=True):
    """What became of an output folder, by path with `/`, each sorted."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    foreign: tuple[str, ...]
    """Files that are not ours and were let alone."""


class InTheWayError(Exception):
    """A file that is not ours stands where one of ours must go; nothing was touched."""


class FileState(Struct, frozen=True, gc=False, array_like=True):
    """A file as it stands in output/, or will: size, time and digest of its bytes."""

    size: int
    mtime_ns: int
    digest: Digest


class Stage:
    """A build's files before any of them is in its place: those that differ from what is there are kept aside.

    Each process that stages has a folder of its own.
    """

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder = folder
        self.output = output
        self.fresh: dict[str, str] = {}
        self.same: set[str] = set()

    def put(self, path: str, content: bytes, known: FileState | None = None) -> FileState:
        """Stage a file with these bytes, unless it stands in output/ already, and return what stands there in the end.

        `known` is what a build wrote there; if the file is still as it was, its digest is taken on trust.
        """
        digest = digest_of_bytes(content)
        there = stands(self.output / path)
        if there and there.st_size == len(content):
            trusted = known and known.digest == digest and known.mtime_ns == there.st_mtime_ns
            if trusted or (self.output / path).read_bytes() == content:
                self.same.add(path)
                return FileState(len(content), there.st_mtime_ns, digest)
        aside = self._aside(path)
        with naming(aside):
            aside.write_bytes(content)
        return FileState(len(content), aside.stat().st_mtime_ns, digest)

    def keep(self, path: str) -> None:
        """Take note of a file that stands in output/ as it should."""
        self.same.add(path)

    def _aside(self, path: str) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        aside = self.folder / str(len(self.fresh))
        self.fresh[path] = str(aside)
        return aside


def stands(target: Path | str) -> os.stat_result | None:
    """Return the state of a file, None where there is no plain file."""
    try:
        state = os.stat(target, follow_symlinks=False)
    except (OSError, ValueError):
        return None
    return state if S_ISREG(state.st_mode) else None


def is_whole(target: str, known: FileState) -> FileState | None:
    """Return the state of a file that is still as a build wrote it, by size and time or else by digest; else None."""
    try:
        there = os.stat(target, follow_symlinks=False)
    except (OSError, ValueError):
        return None
    if there.st_size != known.size or not S_ISREG(there.st_mode):
        return None
    if there.st_mtime_ns == known.mtime_ns:
        return known
    if digest_of_bytes(Path(target).read_bytes()) != known.digest:
        return None
    return FileState(known.size, there.st_mtime_ns, known.digest)


@contextmanager
def staging(output: Path) -> Iterator[Stage]:
    """Give a stage beside `output` (within it, hidden, where moves from beside would not be possible), and clear it.

    A stage left by a build that was killed is cleared first; a folder of that name that is no stage raises InTheWayError.
    """
    folder = _stage_folder(output)
    if folder.exists():
        if not (folder / STAGE_MARKER).exists() and any(folder.iterdir()):
            raise InTheWayError(str(folder))
        shutil.rmtree(folder)
    try:
        folder.mkdir(parents=True)
        with naming(folder):
            (folder / STAGE_MARKER).touch()
        yield Stage(folder, output)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _stage_folder(output: Path) -> Path:
    beside = output.with_name(output.name + ".stage")
    if not output.exists():
        return beside
    one_device = os.stat(output).st_dev == os.stat(output.parent).st_dev
    return beside if one_device and os.access(output.parent, os.W_OK) and not output.is_symlink() else output / ".stage"


def publish(stage: Stage, cache: Path, site: str, about_to_change: Callable[[Iterable[str]], None]) -> Published:
    """Move what was staged into place and remove what we once wrote and no longer plan; nothing else is removed.

    `site` is the site's name, for the marker. Raises InTheWayError, before anything is touched, where something that is
    not ours would have to go. `about_to_change` is told of all files before the first is touched. The ledger is widened
    before the first move and narrowed after the last, so a kill in between forgets nothing. All folders are made, and seen
    to be writable, before the first move, so that a full disk or a lack of permissions leaves what stood.
    """
    output = stage.output
    planned = stage.same.union(stage.fresh)
    ours = ledger.read_ledger(cache, output, site)
    gone = sorted(ours - planned)
    if found := next(_in_the_way(output, stage.fresh, ours), ""):
        raise InTheWayError(found)
    is_listed = ledger.ledger_file(cache, output).exists()
    if not is_listed or not ours >= planned:
        ledger.write_ledger(cache, output, ours | planned)
    about_to_change([*stage.fresh, *gone])
    elsewhere = _behind_links(output, gone)
    gone = [path for path in gone if path not in elsewhere]
    make_folders(output, stage.fresh, gone)
    output.mkdir(parents=True, exist_ok=True)
    _mark(stage, site)
    removed = [path for path in gone if os.path.lexists(output / path)]
    if _make_way(output, stage.fresh, ours):
        make_folders(output, stage.fresh)
    for path, aside in stage.fresh.items():
        os.replace(aside, f"{output}/{path}")
    for path in gone:
        _remove(output, path)
    if not is_listed or ours != planned:
        ledger.write_ledger(cache, output, planned)
    foreign = sorted(frozenset(ledger.all_files(output)) - planned) if _is_looked_through(stage) else ()
    return Published(tuple(sorted(stage.fresh)), len(stage.same), tuple(removed), tuple(foreign))


def _is_looked_through(stage: Stage) -> bool:
    """Return whether the whole folder is looked through for files that are not ours: a small one always, a large one, in
    which that takes longer than all else, where nothing of it stood as it was to be."""
    return not stage.same or len(stage.same) + len(stage.fresh) <= LOOKED_THROUGH


def _mark(stage: Stage, site: str) -> None:
    marker = stage.output / ledger.MARKER
    if ledger.marked_for(stage.output) != site or marker.is_symlink():
        aside = stage.folder / ledger.MARKER
        with naming(aside):
            aside.write_text(site + "\n", "utf-8")
        os.replace(aside, marker)


def _in_the_way(output: Path, paths: Iterable[str], ours: frozenset[str]) -> Iterator[str]:
    """Yield what is not ours at the place of a file of ours, or is a file or a link where a folder of ours must be, or lies
    in a folder where a file of ours must be."""
    looked_at: set[str] = set()
    for path in paths:
        for folder in _folders(path):
            if folder in looked_at:
                continue
            looked_at.add(folder)
            there = _mode(f"{output}/{folder}")
            if there and folder not in ours and not S_ISDIR(there):
                yield folder
        there = _mode(f"{output}/{path}")
        if S_ISDIR(there):
            yield from (f"{path}/{inner}" for inner in _files(output / path) if f"{path}/{inner}" not in ours)
        elif there and path not in ours:
            yield path


def _make_way(output: Path, paths: Iterable[str], ours: frozenset[str]) -> bool:
    """Remove files of ours that stand where a folder must be, and folders that stand where a file must be and hold nothing
    else than files of ours. Return whether there are folders that could not be made before."""
    is_made = False
    looked_at: set[str] = set()
    for path in paths:
        for folder in _folders(path):
            if folder not in looked_at and folder in ours and not S_ISDIR(_mode(f"{output}/{folder}")):
                (output / folder).unlink(missing_ok=True)
                is_made = True
            looked_at.add(folder)
        if S_ISDIR(_mode(f"{output}/{path}")):
            _remove_folder(output / path)
    return is_made


def _behind_links(output: Path, paths: Iterable[str]) -> set[str]:
    """Return the files to which a link to a folder leads: they lie elsewhere, and are not ours to remove."""
    links: dict[str, bool] = {}
    found = set()
    for path in paths:
        for folder in _folders(path):
            if folder not in links:
                links[folder] = os.path.islink(f"{output}/{folder}")
            if links[folder]:
                found.add(path)
                break
    return found


def _mode(path: str) -> int:
    """Return what a path is, as stat has it, 0 where there is nothing. Links are not followed."""
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that a file lies in, outermost first."""
    yield from (path[:place] for place, letter in enumerate(path) if letter == "/")


def _files(folder: Path) -> list[str]:
    """Return every file and link in a folder, hidden ones too, by path from it."""
    found = sorted(folder.rglob("*"))
    return [path.relative_to(folder).as_posix() for path in found if path.is_symlink() or not path.is_dir()]


def _remove_folder(folder: Path) -> None:
    for inner in _files(folder):
        (folder / inner).unlink()
    for inner_folder in sorted(folder.rglob("*"), reverse=True):
        inner_folder.rmdir()
    folder.rmdir()


def _remove(output: Path, path: str) -> None:
    """Remove a file of ours, where it still is one, then the folders that it leaves empty."""
    if not (output / path).is_file() and not (output / path).is_symlink():
        return
    (output / path).unlink()
    folder = (output / path).parent
    while folder != output:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
