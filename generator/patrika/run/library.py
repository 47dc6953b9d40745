"""The content read: every file of content/ parsed and checked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from patrika.model.article import Article, Author, Body, Prose, SourceFile, Standalone
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.site import Site
from patrika.read.article import Reading, read_article, read_author, read_standalone

AUTHORS = "content/authors/"
PAGES = "content/pages/"
Content = TypeVar("Content", Article, Author, Standalone)
Progress = Callable[[str, int, int], None]
"""Told of a stage, what is done of it, and of how much."""


class Library(Struct, frozen=True):
    """All that editors wrote, checked; files with errors are not among it."""

    articles: tuple[Article, ...]
    authors: tuple[Author, ...]
    pages: tuple[Standalone, ...]
    bodies: tuple[Body, ...]
    faulty: tuple[str, ...]
    """Files that could not be read: what names them is not at fault."""
    loose: tuple[tuple[str, Prose], ...]
    """Texts of faulty files, by file, whose links are checked all the same."""
    faults: tuple[Diagnostic, ...]


def read_library(files: tuple[SourceFile, ...], root: Path, site: Site, progress: Progress) -> Library:
    """Return all content. `files` are those of content/; what does not end in .md, or begins with `_`, is passed over."""
    texts = [file for file in files if file.path.endswith(".md") and not file.path.rpartition("/")[2].startswith("_")]
    readings: list[tuple[str, Reading[Any]]] = []
    for number, file in enumerate(texts):
        progress("read", number, len(texts))
        content = (root / file.real).read_bytes()
        readings.append((file.path, _reader(file.path)(file.path, content, site)))
    progress("read", len(texts), len(texts))
    values = [reading.value for _, reading in readings if reading.value is not None]
    stories, doubled = _without_doubles("story", [item for item in values if isinstance(item, Article)])
    people, doubled_people = _without_doubles("author", [item for item in values if isinstance(item, Author)])
    leaflets, doubled_pages = _without_doubles("page", [item for item in values if isinstance(item, Standalone)])
    return Library(
        articles=stories,
        authors=people,
        pages=leaflets,
        bodies=tuple(reading.body for _, reading in readings if reading.value is not None),
        faulty=tuple(path for path, reading in readings if reading.value is None),
        loose=tuple((path, reading.loose) for path, reading in readings if reading.loose is not None),
        faults=(
            *(fault for _, reading in readings for fault in reading.faults),
            *doubled,
            *doubled_people,
            *doubled_pages,
        ),
    )


def _reader(path: str) -> Callable[[str, bytes, Site], Reading[Any]]:
    if path.startswith(AUTHORS):
        return read_author
    return read_standalone if path.startswith(PAGES) else read_article


def _without_doubles(kind: str, found: list[Content]) -> tuple[tuple[Content, ...], list[Diagnostic]]:
    """Return the first of each name and language, and faults for the others."""
    first: dict[tuple[str, str], Content] = {}
    faults = []
    for item in found:
        name = item.story if isinstance(item, Article) else item.id
        known = first.setdefault((name, item.language), item)
        if known is not item:
            said = f"the {kind} “{name}” in the language “{item.language}” is also in {known.source}"
            hint = "remove one of the two, or give it another name or language"
            faults.append(error("E108", Place(item.source), said, hint))
    return tuple(first.values()), faults
