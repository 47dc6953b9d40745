"""The text files of a site and of its themes: templates and phrases."""

from collections.abc import Iterator, Sequence
from os import walk
from pathlib import Path

from patrika.model.diagnostics import Diagnostic, Place
from patrika.model.site import Site
from patrika.read.decoding import decode
from patrika.read.text import nfc
from patrika.render.theme import TemplateSource
from patrika.run.lineage import said
from patrika.run.slots import slot_templates

LOCALE, PO = "locale", ".po"
"""The folder of phrases, and how their files end: editors of PO files leave others beside them."""


def templates_of(root: Path, folders: Sequence[Path], site: Site) -> tuple[dict[str, TemplateSource], list[Diagnostic]]:
    """Return templates by name: the site's own before the theme's and its parents', which are also there under their
    themes' names, and what fills slots."""
    shared: dict[str, TemplateSource] = {}
    named: dict[str, TemplateSource] = {}
    faults: list[Diagnostic] = []
    for folder in reversed(folders):
        found, wrong = texts_under(folder / "templates", root)
        shared |= found
        named |= {f"{folder.name}/{name}": source for name, source in found.items()}
        faults += wrong
    own, own_faults = texts_under(root / "templates", root)
    slots, slot_faults = texts_under(root / "slots", root)
    filling, filling_faults = slot_templates(slots, site.language_ids)
    return {**shared, **named, **own, **filling}, [*faults, *own_faults, *slot_faults, *filling_faults]


def phrases_of(root: Path, folders: Sequence[Path]) -> tuple[dict[str, tuple[TemplateSource, ...]], list[Diagnostic]]:
    """Return PO files by language: the site's own, the theme's, its parents'."""
    phrases: dict[str, tuple[TemplateSource, ...]] = {}
    faults: list[Diagnostic] = []
    for folder in (root, *folders):
        found, wrong = texts_under(folder / LOCALE, root, PO)
        faults += wrong
        for name, text in found.items():
            language = name.removesuffix(PO)
            phrases[language] = (*phrases.get(language, ()), text)
    return phrases, faults


def texts_under(folder: Path, root: Path, ending: str = "") -> tuple[dict[str, TemplateSource], list[Diagnostic]]:
    """Return the text files under a folder, of an ending, by their path from it, and those that are not UTF-8 as faults."""
    found: dict[str, TemplateSource] = {}
    faults = []
    for path, name in files_under(folder):
        if not name.endswith(ending):
            continue
        text = decode(path.read_bytes(), Place(said(path, root)))
        if isinstance(text, Diagnostic):
            faults.append(text)
        else:
            found[name] = TemplateSource(text, said(path, root))
    return found, faults


def files_under(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files under a folder with their paths from it in NFC, sorted, without hidden ones, none where it is not there.

    Raises OSError where a folder cannot be read.
    """
    for path in sorted(Path(here, name) for here, _, names in walk(folder, onerror=_unless_gone) for name in names):
        name = nfc(path.relative_to(folder).as_posix())
        if path.is_file() and not any(part.startswith(".") for part in name.split("/")) and not name.endswith("~"):
            yield path, name


def _unless_gone(fault: OSError) -> None:
    if not isinstance(fault, FileNotFoundError | NotADirectoryError):
        raise fault
