"""A theme and those that it descends from: what its own files do not say or show, its parent's do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error, nearest
from patrika.model.site import Theme
from patrika.read import decoding
from patrika.read.settings import SITE_FILE
from patrika.read.text import nfc
from patrika.read.theme import parent_of, read_theme
from patrika.run.places_of_themes import SHIPPED_THEMES

THEME_FILE = "theme.toml"


class Lineage(Struct, frozen=True):
    """A theme, None where it cannot be used, and the folders that its files are sought in: its own, its parent's …"""

    theme: Theme | None
    folders: tuple[Path, ...]
    faults: tuple[Diagnostic, ...] = ()


def lineage(root: Path, name: str) -> Lineage:
    """Return a theme by its name, with what it takes from its parents."""
    folders: list[Path] = []
    place = Place(SITE_FILE)
    field: decoding.Path = ("site", "theme")
    while name:
        folder = theme_folder(root, name)
        if folder is None:
            return Lineage(None, (), (_missing(name, root, place, field),))
        if folder in folders:
            way = " → ".join([each.name for each in folders[folders.index(folder) :]] + [name])
            wrong = error("E203", place, f"this theme descends from itself: {way}", "name another parent", field)
            return Lineage(None, (), (wrong,))
        folders.append(folder)
        place, field = Place(said(folder / THEME_FILE, root)), ("parent",)
        name = parent_of((folder / THEME_FILE).read_bytes())
    return _read(tuple(folders), root)


def _read(folders: tuple[Path, ...], root: Path) -> Lineage:
    raw: Mapping[str, Any] = {}
    theme: Theme | None = None
    for folder in reversed(folders):
        toml = said(folder / THEME_FILE, root)
        theme, faults, raw = read_theme((folder / THEME_FILE).read_bytes(), toml, raw)
        if theme is None:
            return Lineage(None, (), faults)
        if theme.name != folder.name:
            wrong = f"this theme calls itself “{theme.name}”, but its folder is “{folder.name}”"
            return Lineage(None, (), (error("E203", Place(toml), wrong, f'write  name = "{folder.name}"', ("name",)),))
    return Lineage(theme, folders)


def _missing(name: str, root: Path, place: Place, field: decoding.Path) -> Diagnostic:
    close = nearest(name, theme_names(root))
    hint = f"did you mean “{close}”?" if close else f"themes are {', '.join(theme_names(root))}"
    return error("E207", place, f"there is no theme “{name}”", hint, field)


def theme_folder(root: Path, name: str) -> Path | None:
    """Return the folder of a theme: the site's own of that name, else the one shipped; None where there is none."""
    folders = (root / "themes" / name, *(shipped / name for shipped in SHIPPED_THEMES))
    return next((folder for folder in folders if (folder / THEME_FILE).is_file()), None)


def theme_names(root: Path) -> list[str]:
    """Return the names of all themes that a site could use."""
    folders = (root / "themes", *SHIPPED_THEMES)
    return sorted({file.parent.name for folder in folders for file in folder.glob(f"*/{THEME_FILE}")})


def said(path: Path, root: Path) -> str:
    """Return a file's path for messages, in NFC: from the site's root where it lies under it."""
    return nfc(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix())
