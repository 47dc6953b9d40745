"""Watching: which changes of files matter to a build, gathered so that one save is one rebuild. It builds nothing."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from math import inf
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from patrika.run.sources import FILES, FOLDERS

Noticed = SimpleQueue["Path | None"]
"""Paths in the order of their events; None where the watcher was closed."""
_OPENED_OR_READ = ("opened", "closed", "closed_no_write")
_BACKUPS = ("~", "___jb_tmp___", "___jb_old___")
_MOST_S = 2.0


class Watcher:
    """Watches a site's sources, and folders beside it. It has threads: start processes before it."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._noticed: Noticed = SimpleQueue()
        self._handler = _Handler(self._noticed, self._root)
        self._observer: BaseObserver = Observer()
        self._watches: dict[Path, ObservedWatch] = {}
        self.is_closed = False

    def __enter__(self) -> Self:
        """Begin to watch."""
        self._observer.schedule(self._handler, str(self._root))
        self._observer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop watching."""
        self.close()
        self._observer.stop()
        self._observer.join()

    def close(self) -> None:
        """End every wait, now and from now on. From any thread."""
        self.is_closed = True
        self._noticed.put(None)

    def follow(self, beside: Sequence[Path]) -> None:
        """Watch the site's folders that are there now, those made anew since the last call, and the folders `beside`."""
        wanted = {self._root / name for name in FOLDERS} | {folder.resolve() for folder in beside}
        present = {folder for folder in wanted if folder.is_dir()}
        # A folder that was away and is back is another folder: its old watch sees nothing.
        anew = self._handler.take_away()
        for folder in [folder for folder in self._watches if folder not in present or folder in anew]:
            self._observer.unschedule(self._watches.pop(folder))
        for folder in sorted(present - self._watches.keys()):
            with suppress(FileNotFoundError):  # It may be gone again: then that has been noticed.
                self._watches[folder] = self._observer.schedule(self._handler, str(folder), recursive=True)

    def wait(self, *, quiet_s: float = 0.1, timeout_s: float | None = None) -> frozenset[Path]:
        """Return what changed, once nothing has for `quiet_s`; nothing where the watcher was closed or time is up."""
        return gather(self._noticed, quiet_s=quiet_s, timeout_s=timeout_s)


def gather(noticed: Noticed, *, quiet_s: float, timeout_s: float | None = None) -> frozenset[Path]:
    """Return the next paths of a queue, and all that follow each other by less than `quiet_s`; none where it is closed.

    What never comes to rest is returned after some seconds all the same.
    """
    changed: set[Path] = set()
    wait_s, end = timeout_s, inf
    try:
        while monotonic() < end:
            path = noticed.get(timeout=wait_s)
            if path is None:
                noticed.put(None)
                return frozenset()
            end = min(end, monotonic() + _MOST_S)
            wait_s = quiet_s
            changed.add(path)
    except Empty:
        pass
    return frozenset(changed)


def matters(path: Path) -> bool:
    """Return whether a build could read a path, which is relative to the site's root.

    Hidden files (but in static/, where .well-known belongs) and what editors keep beside a file do not.
    """
    return not any(_is_aside(part, path.parts[0] == "static") for part in path.parts)


def _is_aside(name: str, hidden_is_fine: bool) -> bool:
    if name.startswith("."):
        return not hidden_is_fine or name.endswith((".swp", ".swx", ".swo")) or name in (".git", ".DS_Store")
    # Vim tries whether it may write with a file of the name 4913; JetBrains and Emacs write beside first.
    return name.endswith(_BACKUPS) or name == "4913" or name[0] == name[-1] == "#"


class _Handler(FileSystemEventHandler):
    """Puts the paths that matter into a queue, and keeps which folders of the site went away. In watchdog's thread."""

    def __init__(self, noticed: Noticed, root: Path) -> None:
        self._noticed = noticed
        self._root = root
        self._away: SimpleQueue[Path] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note an event that says that something was written, moved or removed."""
        if event.event_type in _OPENED_OR_READ or (event.is_directory and event.event_type in ("modified", "attrib")):
            return
        for said in (event.src_path, event.dest_path):
            if said and self._concerns(path := Path(str(said))):
                if event.is_directory:
                    self._away.put(path)
                self._noticed.put(path)

    def take_away(self) -> frozenset[Path]:
        """Return the folders that were made, moved or removed since the last call."""
        return frozenset(_drained(self._away))

    def _concerns(self, path: Path) -> bool:
        if not path.is_relative_to(self._root):
            return matters(Path(path.name))
        inner = path.relative_to(self._root)
        if len(inner.parts) == 1:
            return inner.name in (*FILES, *FOLDERS)
        return len(inner.parts) > 1 and inner.parts[0] in FOLDERS and matters(inner)


def _drained(queue: SimpleQueue[Path]) -> Iterable[Path]:
    while not queue.empty():
        yield queue.get()
