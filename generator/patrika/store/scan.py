"""What lies in a site's folders."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from unicodedata import normalize

from msgspec import Struct

from patrika.model.article import SourceFile
from patrika.model.diagnostics import Diagnostic, Place, error, warning
from patrika.model.spelling import difference

FOLDERS = ("content", "static")


class Scan(Struct, frozen=True):
    """The files of content/ and static/: each folder's together, sorted by path, folders with files alone."""

    folders: tuple[tuple[SourceFile, ...], ...]
    faults: tuple[Diagnostic, ...]

    @property
    def files(self) -> Iterator[SourceFile]:
        """Yield all files."""
        for folder in self.folders:
            yield from folder

    def under(self, name: str) -> Iterator[SourceFile]:
        """Yield the files of content/ or static/."""
        for folder in self.folders:
            if folder[0].path.startswith(name + "/"):
                yield from folder


def youngest_ns(files: Iterable[SourceFile]) -> int:
    """Return the latest time at which any of some files changed, by the file system's clock."""
    return max((max(file.mtime_ns, file.ctime_ns) for file in files), default=0)


def scan(root: Path) -> Scan:
    """Return the files of a site's content/ and static/. Hidden files and editors' backups are passed over.

    Symbolic links that lead out of their folder are faults and are not followed, nor are links to folders.
    """
    found: list[tuple[SourceFile, ...]] = []
    faults: list[Diagnostic] = []
    for folder in FOLDERS:
        found += _folders(root, folder, faults)
    paths = [file.path for files in found for file in files]
    names = [_folder(files[0]) for files in found]
    if len(set(paths)) < len(paths) or len(set(names)) < len(names):
        found = _together(found, faults)
    return Scan(tuple(found), tuple(faults))


def _together(folders: Iterable[tuple[SourceFile, ...]], faults: list[Diagnostic]) -> list[tuple[SourceFile, ...]]:
    """Return the files of folders that have one name by NFC as those of one folder, and of files of one name the last."""
    files: dict[str, SourceFile] = {}
    for file in (file for folder in folders for file in folder):
        if (other := files.get(file.path)) is not None:
            said = f"two files have this name: {difference(other.real, file.real)}"
            hint = "rename one of them: their names differ only in how their letters are composed (Unicode NFC)"
            faults.append(error("E107", Place(file.path), said, hint))
        files[file.path] = file
    by_folder: dict[str, list[SourceFile]] = {}
    for path in sorted(files):
        by_folder.setdefault(_folder(files[path]), []).append(files[path])
    return [tuple(found) for found in by_folder.values()]


def _folder(file: SourceFile) -> str:
    return file.path.rpartition("/")[0]


def _folders(root: Path, top: str, faults: list[Diagnostic]) -> Iterator[tuple[SourceFile, ...]]:
    """Yield the files of each folder under `top` that has any."""
    inside = os.path.realpath(root / top)
    todo = [top]
    while todo:
        here = todo.pop()
        files = []
        for entry in _entries(f"{root}/{here}"):
            if _is_passed_over(entry.name, top):
                continue
            path = f"{here}/{entry.name}"
            if not entry.name.isascii() and (fault := _unreadable(path)):
                faults.append(fault)
            elif entry.is_file(follow_symlinks=False):
                state = entry.stat(follow_symlinks=False)
                files.append(_file(path, state))
            elif entry.is_dir(follow_symlinks=False):
                todo.append(path)
            elif entry.is_symlink() and (target := _target(entry, path, top, inside, faults)):
                files.append(_file(path, target))
        if files:
            files.sort(key=lambda file: file.path)
            yield tuple(files)


def _entries(folder: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []


def _unreadable(path: str) -> Diagnostic | None:
    """Return what is wrong with a path whose bytes are not UTF-8, which Python keeps as lone surrogates (PEP 383)."""
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode(errors="surrogateescape").decode(errors="replace")
        hint = "rename it with letters of UTF-8, as git, browsers and servers take names"
        return error("E106", Place(shown), "the name of this file is not UTF-8", hint)
    return None


def _file(path: str, state: os.stat_result) -> SourceFile:
    name = path if path.isascii() else normalize("NFC", path)
    return SourceFile(name, path, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


def _target(
    entry: "os.DirEntry[str]", path: str, top: str, inside: str, faults: list[Diagnostic]
) -> os.stat_result | None:
    """Return the state of the file that a link leads to, or None and what is wrong with the link."""
    place = Place(normalize("NFC", path))
    if not _stays(entry.path, inside):
        faults.append(error("E305", place, f"this link leads out of {top}/", f"copy what it leads to into {top}/"))
    elif not os.path.exists(entry.path):
        faults.append(error("E302", place, "this link leads to nothing", "remove it, or put the file in its place"))
    elif entry.is_dir():
        hint = "put the folder itself in its place: what it leads to may be met twice"
        faults.append(warning("W109", place, "this link to a folder is not followed", hint))
    elif S_ISREG((state := entry.stat()).st_mode):
        return state
    return None


def _is_passed_over(name: str, top: str) -> bool:
    """Return whether a name is no one's content: hidden ones (but in static/, where .well-known belongs) and backups."""
    if top == "static":
        return name in (".DS_Store", ".git", ".gitignore", ".gitkeep", "Thumbs.db")
    return name[0] == "." or name[-1] == "~" or name == "Thumbs.db"


def _stays(path: str, inside: str) -> bool:
    return os.path.realpath(path).startswith(inside + os.sep)
