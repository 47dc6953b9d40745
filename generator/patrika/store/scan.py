"""What lies in a site's folders."""

import os
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from msgspec import Struct

from patrika.model.article import SourceFile
from patrika.model.diagnostics import Diagnostic, Place, error, warning

FOLDERS = ("content", "static")


class Scan(Struct, frozen=True):
    """The files of content/ and static/, sorted by path."""

    files: tuple[SourceFile, ...]
    faults: tuple[Diagnostic, ...]

    def under(self, folder: str) -> tuple[SourceFile, ...]:
        """Return the files of one folder."""
        return tuple(file for file in self.files if file.path.startswith(folder + "/"))


def scan(root: Path) -> Scan:
    """Return the files of a site's content/ and static/. Hidden files and editors' backups are passed over.

    Symbolic links that lead out of their folder are faults and are not followed, nor are links to folders.
    """
    files: dict[str, SourceFile] = {}
    faults: list[Diagnostic] = []
    for folder in FOLDERS:
        for file in _files(root, folder, faults):
            if file.path in files:
                hint = "rename one of them: their names differ only in how their letters are composed (Unicode NFC)"
                faults.append(error("E107", Place(file.path), "two files have this name", hint))
            files[file.path] = file
    return Scan(tuple(files[path] for path in sorted(files)), tuple(faults))


def _files(root: Path, folder: str, faults: list[Diagnostic]) -> Iterator[SourceFile]:
    inside = os.path.realpath(root / folder)
    todo = [folder]
    while todo:
        here = todo.pop()
        try:
            entries = sorted(os.scandir(root / here), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        for entry in entries:
            path = f"{here}/{entry.name}"
            if _is_passed_over(entry.name, folder):
                continue
            if entry.is_symlink() and not _stays(entry.path, inside):
                hint = f"copy what it leads to into {folder}/"
                faults.append(error("E305", Place(normalize("NFC", path)), f"this link leads out of {folder}/", hint))
            elif entry.is_symlink() and not os.path.exists(entry.path):
                hint = "remove it, or put the file in its place"
                faults.append(error("E302", Place(normalize("NFC", path)), "this link leads to nothing", hint))
            elif entry.is_symlink() and entry.is_dir():
                hint = "put the folder itself in its place: what it leads to may be met twice"
                faults.append(
                    warning("W109", Place(normalize("NFC", path)), "this link to a folder is not followed", hint)
                )
            elif entry.is_dir(follow_symlinks=False):
                todo.append(path)
            elif entry.is_file():
                stat = entry.stat()
                yield SourceFile(normalize("NFC", path), path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _is_passed_over(name: str, folder: str) -> bool:
    """Return whether a name is no one's content: hidden ones (but in static/, where .well-known belongs) and backups."""
    if folder == "static":
        return name in (".DS_Store", ".git", ".gitignore", ".gitkeep", "Thumbs.db")
    return name.startswith(".") or name.endswith("~") or name in ("Thumbs.db",)


def _stays(path: str, inside: str) -> bool:
    return os.path.realpath(path).startswith(inside + os.sep)
