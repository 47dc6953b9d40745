"""The texts of a Hugo site's content folders, each with its language, and the files that lie beside them."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from patrika.bring.foreign import Source, read_source, walked
from patrika.bring.hugo_settings import HugoLanguage, HugoSettings
from patrika.model.diagnostics import Diagnostic, Place, notice

TEXTS = (".md", ".markdown", ".mdown", ".html", ".htm")
_OTHER_TEXTS = (".org", ".adoc", ".asciidoc", ".rst", ".pandoc", ".ad")
_TEMPLATES = {
    "layouts": "templates",
    "themes": "themes",
    "assets": "files that templates make others of",
    "data": "data",
}


class Sheet(Struct, frozen=True):
    """A text of a Hugo site. `folders` are those above it, below the content folder; a bundle's own is its last."""

    source: Source
    file: Path
    language: HugoLanguage
    folders: tuple[str, ...]
    stem: str
    is_html: bool

    @property
    def is_bundle(self) -> bool:
        """Return whether the text is that of a folder, with files of its own."""
        return self.stem == "index" and self.folders != ()

    @property
    def key(self) -> str:
        """Return the path that all languages of the text share."""
        return "/".join(self.folders if self.is_bundle else (*self.folders, self.stem))


def sheets(folder: Path, settings: HugoSettings) -> Iterator[Sheet | Diagnostic]:
    """Yield the texts of all content folders, in the order of languages and names, and what cannot be read."""
    for language in _by_folder(settings):
        root = folder / language.folder
        paths = list(walked(root, _others(folder, root, settings)))
        indexes = (it for it in paths if it.name.partition(".")[0] == "index" and it.suffix in TEXTS)
        bundles = frozenset(it.parent for it in indexes) - {root}
        for path in paths:
            relative = path.relative_to(root)
            name = path.relative_to(folder).as_posix()
            if path.suffix in _OTHER_TEXTS:
                yield notice("N614", Place(name), f"texts in the form {path.suffix} are not brought over")
            elif path.suffix in TEXTS and not _is_part_of_bundle(path, bundles):
                source = read_source(path, name)
                if isinstance(source, Diagnostic):
                    yield source
                    continue
                stem, own = _language(relative.stem, settings)
                yield Sheet(source, path, own or language, relative.parts[:-1], stem, path.suffix in (".html", ".htm"))


def files(folder: Path, settings: HugoSettings) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield the files of content folders that are no texts, with their path below the content folder."""
    for language in _by_folder(settings):
        root = folder / language.folder
        for path in walked(root, _others(folder, root, settings)):
            if path.suffix not in (*TEXTS, *_OTHER_TEXTS):
                yield path, path.relative_to(root).parts


def passed_over(folder: Path) -> Iterator[Diagnostic]:
    """Yield what is not brought over."""
    for name, what in _TEMPLATES.items():
        if (folder / name).is_dir() and next(walked(folder / name), None):
            yield notice("N614", Place(name), f"{what} are not brought over")


def _by_folder(settings: HugoSettings) -> list[HugoLanguage]:
    """Return a language for each content folder: of those that share one, the default."""
    found: dict[str, HugoLanguage] = {}
    for language in settings.languages:
        found.setdefault(language.folder, language)
    return list(found.values())


def _others(folder: Path, root: Path, settings: HugoSettings) -> tuple[Path, ...]:
    """Return the content folders of other languages that lie within one."""
    roots = {folder / language.folder for language in settings.languages} - {root}
    return tuple(other for other in sorted(roots) if other.is_relative_to(root))


def _language(stem: str, settings: HugoSettings) -> tuple[str, HugoLanguage | None]:
    """Return a file's name without its language, and that."""
    bare, dot, suffix = stem.rpartition(".")
    found = next((language for language in settings.languages if language.tongue.id == suffix.lower()), None)
    return (bare, found) if dot and found else (stem, None)


def _is_part_of_bundle(path: Path, bundles: frozenset[Path]) -> bool:
    """Return whether a text is a resource of a bundle, or of one above it, and so no page."""
    is_own = path.name.partition(".")[0] == "index"
    return any(folder in bundles for folder in (path.parent.parents if is_own else path.parents))
