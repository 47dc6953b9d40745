"""Pages of people."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.article import Hole
from patrika.model.encoding import Digest
from patrika.model.media import Picture
from patrika.model.page import Frame, Page
from patrika.plan import frames, long_list, queries
from patrika.plan.edition import Edition
from patrika.plan.inputs import AuthorInput, Paging, Text
from patrika.plan.refs import Shelf, cards_of
from patrika.relate import addresses
from patrika.relate.catalog import EMPTY


class AuthorRefs(Struct, frozen=True, gc=False, array_like=True, tag="author"):
    """A page of a person by reference."""

    frame: Frame
    own: Digest
    portrait: Picture | None
    text_tag: str
    links: tuple[Hole, ...]
    pictures: tuple[Hole, ...]
    count: int
    cards: bytes
    paging: Paging


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of each person who wrote, or is described, in a language."""
    for language, id in edition.profiles:
        run = edition.catalog.by_author.get((language, id), EMPTY)
        path = addresses.author(edition.site.language(language), id)
        yield from long_list.pages_of(path, "author", language, id, len(run.positions))


def refer(page: Page, edition: Edition) -> AuthorRefs:
    """Return a page of a person by reference."""
    profile = edition.profiles[page.language, page.subject]
    run = edition.catalog.by_author.get((page.language, page.subject), EMPTY)
    count = len(run.positions)
    positions = queries.reversed_slice(run, *long_list.span(page.position, count))
    head = addresses.author(edition.site.language(page.language), page.subject)
    paths = {
        language.id: addresses.author(language, page.subject)
        for language in edition.site.languages
        if (language.id, page.subject) in edition.profiles
    }
    frame = Frame(
        path=page.path,
        language=page.language,
        title=profile.author.name,
        description="" if profile.text_tag else profile.author.prose.excerpt,
        moment=queries.newest_moment(positions, edition.catalog),
        alternates=frames.alternates(edition, paths) if page.position == 0 else (),
        toggles=frames.toggles(edition, page.language, paths, frames.front(edition)),
    )
    return AuthorRefs(
        frame=frame,
        own=edition.profile_digest(page.language, page.subject),
        portrait=profile.portrait,
        text_tag=profile.text_tag,
        links=profile.ties.links,
        pictures=profile.ties.pictures,
        count=0 if page.position else count,
        cards=queries.join(positions, edition.catalog),
        paging=long_list.paging(head, page.position, count),
    )


def fill(refs: AuthorRefs, shelf: Shelf) -> AuthorInput:
    """Return what the template of a person is given."""
    author = shelf.author(refs.own)
    return AuthorInput(
        frame=refs.frame,
        name=author.name,
        role=author.role,
        portrait=refs.portrait,
        text=Text(shelf.body(author.prose.body), refs.links, refs.pictures),
        text_tag=refs.text_tag,
        links=author.links,
        count=refs.count,
        cards=cards_of(refs.cards, shelf),
        paging=refs.paging,
    )
