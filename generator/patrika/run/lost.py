"""Addresses that the last build had and this one lacks, and what could be written into redirects.toml for each."""

from collections.abc import Container, Iterable, Mapping, Sequence

from patrika.model.diagnostics import nearest
from patrika.model.page import Page
from patrika.model.site import Site
from patrika.plan.edition import Edition
from patrika.relate import addresses
from patrika.run.report import Lost

COMPARED = 500
"""New pages among which one is sought that is spelled much like a lost one; with more that would take too long."""


def lost_pages(
    removed: Iterable[str], known: Container[str], pages: Sequence[Page], edition: Edition
) -> tuple[Lost, ...]:
    """Return the addresses of pages that were removed, each with where it may lead: to the new page of the same name, or
    one much like it. `known` is what the last build wrote. All by file under output/."""
    paths = [path for output in removed if _is_page(path := path_of(output))]
    if not paths:
        return ()
    new: dict[tuple[str, str], Page] = {}
    for page in pages:
        if page.role in ("article", "standalone") and page.output not in known:
            new.setdefault((page.language, _name(page.path)), page)
    # A page that others lay below is a list, which went with its last story.
    lists = {path[: place + 1] for path in paths for place, letter in enumerate(path[:-1]) if letter == "/"}
    guesses = {path: _guess(path, new, edition.site) for path in paths if path not in lists}
    return tuple(Lost(path, _target(guess, edition) if (guess := guesses.get(path)) else "410") for path in paths)


def _is_page(path: str) -> bool:
    """Return whether a path is a page's. Files for programs have other endings, and no page in their place would lead on."""
    return path.endswith(("/", ".html", ".htm"))


def _guess(path: str, new: Mapping[tuple[str, str], Page], site: Site) -> Page | None:
    """Return the new page of the language that a path lies in whose name is the path's, or much like it."""
    language, name = addresses.language_at(path, site).id, _name(path)
    if (language, name) not in new and len(new) <= COMPARED:
        name = nearest(name, [other for id, other in new if id == language]) or name
    return new.get((language, name))


def path_of(output: str) -> str:
    """Return the path of a page under the site's base by its file."""
    return "/" + (output.removesuffix("index.html") if f"/{output}".endswith("/index.html") else output)


def _name(path: str) -> str:
    """Return the last part of a path, which stays where only the shape of addresses is another."""
    return path.rstrip("/").rpartition("/")[2].removesuffix(".html")


def _target(page: Page, edition: Edition) -> str:
    return (
        f'"@/pages/{page.subject}"'
        if page.role == "standalone"
        else f'"{edition.catalog.entries[page.position].story}"'
    )
