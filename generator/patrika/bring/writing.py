"""What was brought over, written into the folder of a site: nothing outside of it, and over nothing that differs."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins

from patrika.bring.cargo import Copy, Outline, Text, Thing
from patrika.bring.reports import named_files, text_of
from patrika.bring.site_files import lacking, site_toml, tags_toml
from patrika.model.diagnostics import Diagnostic, Place, error, in_order, warning
from patrika.read.settings import SITE_FILE

TAGS_FILE = "content/tags.toml"
_KINDS = {"pages": "pages", "authors": "people"}


class Outcome(Struct, frozen=True):
    """What an import did. Paths are from the site's root."""

    diagnostics: tuple[Diagnostic, ...]
    brought: tuple[tuple[str, int], ...] = ()
    """How many stories, pages, people and files there were."""
    written: tuple[str, ...] = ()
    unchanged: int = 0
    """Files that stood already as they should."""
    kept: tuple[str, ...] = ()
    """Files that differ and were left as they are."""

    def as_data(self) -> dict[str, Any]:
        """Return the outcome as JSON can hold it."""
        return {**to_builtins(self), "brought": dict(self.brought)}


class Writer:
    """Writes files under a site's root, one after the other, and remembers what became of them."""

    def __init__(self, root: Path, overwrite: bool) -> None:
        self.root = root
        self.overwrite = overwrite
        self.faults: list[Diagnostic] = []
        self.written: list[str] = []
        self.kept: list[str] = []
        self.unchanged = 0
        self.named: dict[str, Place] = {}
        """Files that texts name, by path from the site's root, and where the first one does."""
        self._folders: set[Path] = set()

    def write(self, target: str, content: bytes) -> None:
        """Write a file, unless one that differs is there already or something leads out of the site's folder."""
        path = self.root / target
        if not self._is_inside(path):
            said = f"“{target}” would be written outside of the site's folder"
            hint = "put a folder in place of the symbolic link on its way"
            self.faults.append(error("E603", Place(target), said, hint))
        elif path.is_file() and path.read_bytes() == content:
            self.unchanged += 1
        elif os.path.lexists(path) and not (self.overwrite and path.is_file()):
            self.kept.append(target)
            said = "this file differs from what is brought over, and is left as it is"
            self.faults.append(warning("W604", Place(target), said, "compare the two, or import with --overwrite"))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            self.written.append(target)

    def missing(self) -> Iterator[Diagnostic]:
        """Yield the files that texts name and that are not there."""
        for target, place in self.named.items():
            if not (self.root / target).is_file():
                said = f"“{target.partition('/')[2]}” is named here and was not brought over"
                yield warning("W607", place, said, f"copy it from the old site to {target}")

    def _is_inside(self, path: Path) -> bool:
        """Return whether a file would come to lie under the root, whatever links there are on the way."""
        folder = path.parent
        if folder not in self._folders:
            if ".." in path.parts or not folder.resolve().is_relative_to(self.root.resolve()):
                return False
            self._folders.add(folder)
        return not path.is_symlink()


def write_all(outline: Outline, things: Iterable[Thing], root: Path, *, overwrite: bool = False) -> Outcome:
    """Return what became of an import into `root`: texts and files written as they come, then tags.toml and, where there is
    none, site.toml."""
    writer = Writer(root, overwrite)
    brought: Counter[str] = Counter()
    for thing in things:
        if isinstance(thing, Text):
            is_front = thing.path.endswith("/_index")
            brought["fronts" if is_front else _KINDS.get(thing.path.partition("/")[0], "stories")] += 1
            writer.write(thing.target, text_of(thing).encode())
            for target, place in named_files(thing):
                writer.named.setdefault(target, place)
        elif isinstance(thing, Copy):
            brought["files"] += 1
            writer.write(thing.target, thing.source.read_bytes())
        else:
            writer.faults.append(thing)
    if outline.topics:
        writer.write(TAGS_FILE, tags_toml(outline).encode())
    if (root / SITE_FILE).is_file():
        writer.faults += lacking(outline, (root / SITE_FILE).read_bytes())
    else:
        writer.write(SITE_FILE, site_toml(outline).encode())
    writer.faults += writer.missing()
    return Outcome(
        in_order(writer.faults), tuple(brought.items()), tuple(writer.written), writer.unchanged, tuple(writer.kept)
    )
