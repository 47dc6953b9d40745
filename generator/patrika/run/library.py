"""The content read: every file of content/ parsed and checked."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from patrika.model.article import Article, Author, Body, SourceFile, Standalone
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.site import Site
from patrika.read.article import read_article, read_author, read_standalone

AUTHORS = "content/authors/"
PAGES = "content/pages/"
Progress = Callable[[str, int, int], None]
"""Told of a stage, what is done of it, and of how much."""


class Library(Struct, frozen=True):
    """All that editors wrote, checked; files with errors are not among it."""

    articles: tuple[Article, ...]
    authors: tuple[Author, ...]
    pages: tuple[Standalone, ...]
    bodies: tuple[Body, ...]
    faults: tuple[Diagnostic, ...]


def read_library(files: tuple[SourceFile, ...], root: Path, site: Site, progress: Progress) -> Library:
    """Return all content. `files` are those of content/; what does not end in .md is passed over."""
    articles: list[Article] = []
    authors: list[Author] = []
    pages: list[Standalone] = []
    bodies: list[Body] = []
    faults: list[Diagnostic] = []
    texts = [file for file in files if file.path.endswith(".md")]
    for number, file in enumerate(texts):
        progress("read", number, len(texts))
        name = file.path.rpartition("/")[2]
        if name.startswith("_"):
            continue
        content = (root / file.real).read_bytes()
        if file.path.startswith(AUTHORS):
            person = read_author(file.path, content, site)
            authors += [person.value] if person.value else []
            bodies.append(person.body)
            faults += person.faults
        elif file.path.startswith(PAGES):
            page = read_standalone(file.path, content, site)
            pages += [page.value] if page.value else []
            bodies.append(page.body)
            faults += page.faults
        else:
            story = read_article(file.path, content, site)
            articles += [story.value] if story.value else []
            bodies.append(story.body)
            faults += story.faults
    progress("read", len(texts), len(texts))
    kept, doubled = _without_doubles(articles)
    return Library(kept, tuple(authors), tuple(pages), tuple(bodies), (*faults, *doubled))


def _without_doubles(articles: list[Article]) -> tuple[tuple[Article, ...], list[Diagnostic]]:
    first: dict[tuple[str, str], Article] = {}
    faults = []
    for article in articles:
        known = first.setdefault((article.story, article.language), article)
        if known is not article:
            said = f"the story “{article.story}” in the language “{article.language}” is also in {known.source}"
            faults.append(
                error(
                    "E108",
                    Place(article.source),
                    said,
                    "remove one of the two, or give it another story: or language",
                )
            )
    return tuple(first.values()), faults
