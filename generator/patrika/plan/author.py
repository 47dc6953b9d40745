"""Pages of people."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.encoding import Digest, digest
from patrika.model.media import Picture
from patrika.model.page import Page
from patrika.plan import long_list, queries
from patrika.plan.edition import Edition
from patrika.plan.inputs import AuthorInput, Paging, Text
from patrika.plan.refs import Shelf, cards_of
from patrika.plan.shared import ListPlace
from patrika.plan.sources import Sources
from patrika.relate import addresses
from patrika.relate.catalog import NO_RUN
from patrika.relate.ties import Filling


class AuthorRefs(Struct, frozen=True, gc=False, array_like=True, tag="author"):
    """A page of a person by reference."""

    place: Digest
    own: Digest
    language: str
    portrait: Picture | None
    text_tag: str
    filling: Filling
    blocks: bytes
    """Grounds of the blocks in the biography."""
    count: int
    cards: bytes
    paging: Paging


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of each person who wrote, or is described, in a language."""
    for language, id in edition.profiles:
        run = edition.catalog.by_author.get((language, id), NO_RUN)
        path = addresses.author(edition.site.language(language), id)
        yield from long_list.pages_of(path, "author", language, id, len(run))


def refer(page: Page, sources: Sources) -> AuthorRefs:
    """Return a page of a person by reference."""
    edition, name = sources.edition, (page.language, page.subject)
    profile = edition.profiles[name]
    run = edition.catalog.by_author.get(name, NO_RUN)
    listed = edition.catalog.listed.get(page.language, NO_RUN)
    positions = queries.newest_first(run, *long_list.span(page.position, len(run)), listed)
    return AuthorRefs(
        place=sources.shared.authors[name],
        own=digest(profile.author),
        language=page.language,
        portrait=profile.portrait,
        text_tag=profile.text_tag,
        filling=profile.ties.filling,
        blocks=sources.grounds_of(page.language, profile.ties.filling.block_names),
        count=0 if page.position else len(run),
        cards=queries.join(positions, edition.catalog),
        paging=long_list.paging(
            addresses.author(edition.site.language(page.language), page.subject), page.position, len(run)
        ),
    )


def fill(refs: AuthorRefs, shelf: Shelf) -> AuthorInput:
    """Return what the template of a person is given."""
    author, cards = shelf.author(refs.own), cards_of(refs.cards, shelf)
    place = shelf.shared(refs.place, ListPlace)
    return AuthorInput(
        frame=long_list.frame(place, refs.language, refs.paging.number, cards[0].published if cards else 0),
        name=author.name,
        role=author.role,
        portrait=refs.portrait,
        text=Text(shelf.body(author.prose.body), refs.filling),
        text_tag=refs.text_tag,
        links=author.links,
        count=refs.count,
        cards=cards,
        paging=refs.paging,
        extra=author.extra,
    )
