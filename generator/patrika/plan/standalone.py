"""Undated pages, and the page for what is not there."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.encoding import Digest, digest
from patrika.model.media import Picture
from patrika.model.page import Frame, Page
from patrika.model.policies import CORRECTIONS
from patrika.plan import frames, queries
from patrika.plan.edition import Edition
from patrika.plan.inputs import NotFoundInput, StandaloneInput, Text
from patrika.plan.refs import ListRefs, Shelf, fill_lists
from patrika.plan.sources import Sources
from patrika.relate import addresses
from patrika.relate.ties import Filling


class StandaloneRefs(Struct, frozen=True, gc=False, array_like=True, tag="standalone"):
    """An undated page by reference."""

    frame: Frame
    own: Digest
    image: Picture | None
    filling: Filling
    blocks: bytes
    """Grounds of the blocks in its text."""


class NotFoundRefs(Struct, frozen=True, gc=False, array_like=True, tag="not_found"):
    """A page for what is not there, by reference."""

    frame: Frame
    lists: ListRefs


def pages(edition: Edition) -> Iterator[Page]:
    """Yield each undated page."""
    for (language, id), leaflet in edition.leaflets.items():
        if leaflet.page.section or leaflet.page.policy == CORRECTIONS:
            continue
        path = addresses.standalone(edition.site.language(language), leaflet.page)
        yield Page(path, "standalone", language, id)


def refer(page: Page, sources: Sources) -> StandaloneRefs:
    """Return an undated page by reference."""
    edition = sources.edition
    leaflet = edition.leaflets[page.language, page.subject]
    paths = {
        language.id: addresses.standalone(language, edition.leaflets[language.id, page.subject].page)
        for language in edition.site.languages
        if (language.id, page.subject) in edition.leaflets
    }
    frame = Frame(
        path=page.path,
        language=page.language,
        title=leaflet.page.title,
        description=leaflet.page.summary or leaflet.page.prose.excerpt,
        alternates=frames.alternates(edition.site, paths),
        toggles=frames.toggles(edition.site, page.language, paths, frames.front(edition.site)),
        noindex=leaflet.page.noindex,
    )
    filling = leaflet.ties.filling
    grounds = sources.grounds_of(page.language, filling.block_names)
    return StandaloneRefs(frame, digest(leaflet.page), leaflet.image, filling, grounds)


def fill(refs: StandaloneRefs, shelf: Shelf) -> StandaloneInput:
    """Return what the template of an undated page is given."""
    page = shelf.standalone(refs.own)
    text = Text(shelf.body(page.prose.body), refs.filling)
    return StandaloneInput(refs.frame, text, refs.image, "draft" if page.draft else "", page.extra)


def not_found_pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for what is not there, for each language."""
    for language in edition.site.languages:
        path = addresses.not_found(language)
        yield Page(path, "not_found", language.id)


def refer_not_found(page: Page, sources: Sources) -> NotFoundRefs:
    """Return the page for what is not there, by reference."""
    edition = sources.edition
    lists, shown = queries.answer("not_found", queries.of_list(sources, page.language), sources)
    paths = {page.language: page.path}
    frame = Frame(
        path=page.path,
        language=page.language,
        title="404",
        moment=queries.newest_moment(shown, edition.catalog),
        toggles=frames.toggles(edition.site, page.language, paths, frames.front(edition.site)),
        noindex=True,
    )
    return NotFoundRefs(frame, lists)


def fill_not_found(refs: NotFoundRefs, shelf: Shelf) -> NotFoundInput:
    """Return what the template of the page for what is not there is given."""
    lists, groups = fill_lists(refs.lists, shelf)
    return NotFoundInput(refs.frame, lists, groups)
