"""The corrections of each language: a long list, under the page in which the paper tells how it corrects, if there is one."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.article import Correction
from patrika.model.encoding import Digest, digest
from patrika.model.media import Picture
from patrika.model.page import Frame, Page
from patrika.plan import frames, long_list
from patrika.plan.channels import Channel, feed_links
from patrika.plan.edition import Edition
from patrika.plan.inputs import Corrected, CorrectionsInput, Paging, Text
from patrika.plan.refs import Shelf
from patrika.plan.sources import Sources
from patrika.relate.ties import Filling


class CorrectionsRefs(Struct, frozen=True, gc=False, array_like=True, tag="corrections"):
    """A page of corrections by reference."""

    frame: Frame
    text: Digest
    """Of the undated page that opens it; empty where there is none."""
    image: Picture | None
    filling: Filling
    blocks: bytes
    """Grounds of the blocks in the text."""
    count: int
    items: tuple[tuple[Digest, Correction], ...]
    """Cards, and what was corrected in their stories, newest first."""
    paging: Paging


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of each language that has a story with a correction, or a page with that policy."""
    for language in edition.site.language_ids:
        if path := edition.corrections_path(language):
            yield from long_list.pages_of(path, "corrections", language, "", len(edition.corrected.get(language, ())))


def refer(page: Page, sources: Sources) -> CorrectionsRefs:
    """Return a page of corrections by reference; what the paper tells of them is on the head alone."""
    edition, language = sources.edition, page.language
    paths = {other: path for other in edition.site.language_ids if (path := edition.corrections_path(other))}
    found = edition.corrected.get(language, ())
    start, end = long_list.span(page.position, len(found))
    leaflet = edition.policy_page(language)
    told = leaflet if page.position == 0 else None
    newest = found[end - 1][1].date if end > start else 0
    filling = told.ties.filling if told else Filling()
    frame = Frame(
        path=page.path,
        language=language,
        title=leaflet.page.title if leaflet else "",
        description=(told.page.summary or told.page.prose.excerpt) if told else "",
        moment=newest,
        alternates=() if page.position else frames.alternates(edition.site, paths),
        toggles=frames.toggles(edition.site, language, paths, frames.front(edition.site)),
        noindex=bool(leaflet and leaflet.page.noindex),
        feeds=feed_links(
            edition, Channel("corrections", "", language, paths[language]), leaflet.page.title if leaflet else ""
        ),
    )
    return CorrectionsRefs(
        frame=frame,
        text=digest(told.page) if told else b"",
        image=told.image if told else None,
        filling=filling,
        blocks=sources.grounds_of(language, filling.block_names),
        count=0 if page.position else len(found),
        items=tuple((edition.catalog.cards[place], correction) for place, correction in reversed(found[start:end])),
        paging=long_list.paging(paths[language], page.position, len(found)),
    )


def fill(refs: CorrectionsRefs, shelf: Shelf) -> CorrectionsInput:
    """Return what the template of corrections is given."""
    page = shelf.standalone(refs.text) if refs.text else None
    return CorrectionsInput(
        frame=refs.frame,
        text=Text(shelf.body(page.prose.body), refs.filling) if page else None,
        image=refs.image,
        status="draft" if page and page.draft else "",
        count=refs.count,
        corrections=tuple(Corrected(shelf.card(card), correction) for card, correction in refs.items),
        paging=refs.paging,
    )
