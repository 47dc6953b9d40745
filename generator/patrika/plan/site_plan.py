"""Every page that must exist, and what would be wrong with having them all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error, nearest
from patrika.model.media import Media
from patrika.model.page import Page, Role
from patrika.plan import article, author, front, section, standalone, tag
from patrika.plan.edition import Edition
from patrika.plan.inputs import Input
from patrika.plan.refs import Shelf
from patrika.read.text import nfc
from patrika.read.values import path_fault
from patrika.relate.ties import Ties


class Maker(Struct, frozen=True):
    """How pages of a role come about."""

    pages: Callable[[Edition], Iterator[Page]]
    refer: Callable[[Page, Edition], Any]
    fill: Callable[[Any, Shelf], Input]


MAKERS: Mapping[Role, Maker] = {
    "front": Maker(front.pages, front.refer, front.fill),
    "section": Maker(section.pages, section.refer, section.fill),
    "archive": Maker(section.archive_pages, section.refer_archive, section.fill_archive),
    "article": Maker(article.pages, article.refer, article.fill),
    "tag": Maker(tag.pages, tag.refer, tag.fill),
    "author": Maker(author.pages, author.refer, author.fill),
    "standalone": Maker(standalone.pages, standalone.refer, standalone.fill),
    "not_found": Maker(standalone.not_found_pages, standalone.refer_not_found, standalone.fill_not_found),
}


_ANOTHER_SLUG = "give one of them another slug:, or rename its file"


class SitePlan(Struct, frozen=True):
    """All pages, in the order of MAKERS, and the files of content/ that they use."""

    pages: tuple[Page, ...]
    media: tuple[Media, ...]
    faults: tuple[Diagnostic, ...]


def plan_site(edition: Edition, used: Iterable[Media], static: Iterable[str], assets: Iterable[str]) -> SitePlan:
    """Return every page that must exist.

    `used` are the files that pages show or offer, `static` those of static/ and `assets` the generated ones, both by path
    under output/; a static file takes the place of a generated one of the same name.
    """
    pages = tuple(chain.from_iterable(maker.pages(edition) for maker in MAKERS.values()))
    media = tuple(item for item in used if item.path.startswith("content/"))
    static_names = tuple(static)
    others = [
        *((name, f"static/{name}") for name in static_names),
        *((name, f"the asset {name}") for name in assets if name not in static_names),
    ]
    faults = (*_collisions(pages, media, others, edition), *_dead_paths(edition, pages, media, static_names))
    return SitePlan(pages, media, faults)


def _collisions(
    pages: Iterable[Page], media: Iterable[Media], others: Iterable[tuple[str, str]], edition: Edition
) -> Iterator[Diagnostic]:
    """Yield files at one address, also by case or normalisation, files where a folder must be, and names that some
    system cannot write."""
    files = [
        *((page.output, _source(page, edition)) for page in pages),
        *((item.url[1:], item.path) for item in media),
        *others,
    ]
    taken: dict[str, str] = {}
    for output, source in files:
        if fault := _name_fault(output):
            yield error("E402", Place(source), f"not every system can write /{output}: {fault}", "rename the file")
        first = taken.setdefault(_folded(output), source)
        if first != source:
            hint = "rename one of the two files" if source.startswith("static/") else _ANOTHER_SLUG
            yield error("E401", Place(source), f"its address /{output} is also that of {first}", hint)
    holding: dict[str, tuple[str, str]] = {}
    for output, source in files:
        for folder in _folders(_folded(output)):
            if folder in taken:
                holding.setdefault(folder, (output, source))
    for folder, (output, source) in sorted(holding.items()):
        place, other = (source, taken[folder]) if _is_file(source) else (taken[folder], source)
        said = f"/{folder} would be a file and also the folder of /{output}, because of {other}"
        yield error("E401", Place(place), said, "rename one of the two")


def _is_file(source: str) -> bool:
    return source.startswith(("content/", "static/"))


def _folded(output: str) -> str:
    return nfc(output).casefold()


def _folders(output: str) -> Iterator[str]:
    """Yield the folders that a file lies in, outermost first."""
    yield from (output[:place] for place, letter in enumerate(output) if letter == "/")


def _name_fault(output: str) -> str:
    faults = (path_fault(part) or ("it holds the sign '#'" if "#" in part else "") for part in output.split("/"))
    return next((fault for fault in faults if fault), "")


def _source(page: Page, edition: Edition) -> str:
    if page.role == "article":
        return page.subject
    if page.role == "standalone":
        return edition.leaflets[page.language, page.subject].page.source
    if page.role == "author":
        return edition.profiles[page.language, page.subject].author.source
    return f"the {page.role} page {page.path}"


def _dead_paths(
    edition: Edition, pages: Iterable[Page], media: Iterable[Media], static: Iterable[str]
) -> Iterator[Diagnostic]:
    linked = [(source, link, path) for source, ties in _all_ties(edition) for link, path in ties.paths]
    if not linked:
        return
    known = {page.path for page in pages}
    known |= {f"/{name}" for name in static} | {item.url for item in media}
    for source, link, path in linked:
        if not ({path, path + "/"} & known):
            close = nearest(path, known)
            hint = f"did you mean “{close}”?" if close else "link to a file of content/ as @/…, which follows it"
            yield error(
                "E301",
                Place(source, link.line, link.column),
                f"the link “{link.written or link.target}” leads to nothing",
                hint,
            )


def _all_ties(edition: Edition) -> Iterator[tuple[str, Ties]]:
    for found, ties in zip(edition.articles, edition.ties, strict=True):
        yield found.source, ties
    for profile in edition.profiles.values():
        yield profile.author.source, profile.ties
    for leaflet in edition.leaflets.values():
        yield leaflet.page.source, leaflet.ties
