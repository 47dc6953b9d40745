"""Output: all is staged, then moved where bytes differ, then what is no longer planned is removed."""

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from patrika.store import ledger


class Published(Struct, frozen=True):
    """What became of an output folder, by path with `/`, each sorted."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: tuple[str, ...]
    """Files that are not ours and were let alone."""


class Stage:
    """A build's files before any of them is in its place: those that differ from what is there are kept aside."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder = folder
        self.output = output
        self.fresh: dict[str, Path] = {}
        self.same: set[str] = set()

    def put(self, path: str, content: bytes) -> None:
        """Stage a file with these bytes, unless it stands in output/ already."""
        if _holds(self.output / path, content):
            self.same.add(path)
            return
        aside = self._aside(path)
        aside.write_bytes(content)

    def put_copy(self, path: str, source: Path) -> None:
        """Stage a copy of a file, unless it stands in output/ already."""
        target = self.output / path
        if target.is_file() and filecmp.cmp(source, target, shallow=False):
            self.same.add(path)
            return
        shutil.copyfile(source, self._aside(path))

    def _aside(self, path: str) -> Path:
        aside = self.folder / str(len(self.fresh))
        self.fresh[path] = aside
        return aside


def _holds(target: Path, content: bytes) -> bool:
    try:
        return os.stat(target).st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


@contextmanager
def staging(output: Path) -> Iterator[Stage]:
    """Give a stage beside `output` (within it, hidden, where moves from beside would not be possible), and clear it."""
    folder = _stage_folder(output)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield Stage(folder, output)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _stage_folder(output: Path) -> Path:
    beside = output.with_name(output.name + ".stage")
    if not output.exists():
        return beside
    one_device = os.stat(output).st_dev == os.stat(output.parent).st_dev
    return beside if one_device and os.access(output.parent, os.W_OK) and not output.is_symlink() else output / ".stage"


def publish(stage: Stage, cache: Path, site_url: str) -> Published:
    """Move what was staged into place and remove what we once wrote and no longer plan; nothing else is removed.

    The ledger is widened before the first move and narrowed after the last, so a kill in between forgets nothing.
    """
    output = stage.output
    planned = frozenset(stage.fresh) | stage.same
    ours = ledger.read_ledger(cache, output, site_url)
    gone = sorted(ours - planned)
    if stage.fresh or gone or not ours >= planned:
        ledger.write_ledger(cache, output, ours | planned)
    output.mkdir(parents=True, exist_ok=True)
    _mark(output, site_url)
    removed = [path for path in gone if os.path.lexists(output / path)]
    _make_way(output, stage.fresh, frozenset(gone))
    for path, aside in stage.fresh.items():
        target = output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(aside, target)
    for path in gone:
        _remove(output, path)
    ledger.write_ledger(cache, output, planned)
    foreign = sorted(frozenset(ledger.all_files(output)) - planned)
    return Published(tuple(sorted(stage.fresh)), tuple(sorted(stage.same)), tuple(removed), tuple(foreign))


def _mark(output: Path, site_url: str) -> None:
    if ledger.marked_for(output) != site_url:
        (output / ledger.MARKER).write_text(site_url + "\n", "utf-8")


def _make_way(output: Path, paths: Iterable[str], gone: frozenset[str]) -> None:
    """Remove files of ours that stand where a folder must be, or in a folder that stands where a file must be."""
    for path in paths:
        parts = path.split("/")
        for depth in range(1, len(parts)):
            parent = "/".join(parts[:depth])
            if parent in gone and (output / parent).is_file():
                (output / parent).unlink()
        if (output / path).is_dir():
            for inner in gone:
                if inner.startswith(path + "/"):
                    _remove(output, inner)


def _remove(output: Path, path: str) -> None:
    """Remove a file of ours, then the folders that it leaves empty."""
    (output / path).unlink(missing_ok=True)
    folder = (output / path).parent
    while folder != output:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
