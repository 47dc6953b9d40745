"""Pages of tags, and of series."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.encoding import Digest
from patrika.model.page import Page
from patrika.plan import long_list, queries
from patrika.plan.edition import Edition
from patrika.plan.inputs import Paging, TagInput
from patrika.plan.refs import Shelf, cards_of
from patrika.plan.shared import ListPlace
from patrika.plan.sources import Sources
from patrika.relate import addresses


class TagRefs(Struct, frozen=True, gc=False, array_like=True, tag="tag"):
    """A page of a tag, or of a series, by reference."""

    place: Digest
    language: str
    count: int
    cards: bytes
    paging: Paging


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of each tag that stories of a language carry."""
    for (language, key), run in edition.catalog.by_tag.items():
        path = addresses.tag(edition.site.language(language), key)
        yield from long_list.pages_of(path, "tag", language, key, len(run))


def refer(page: Page, sources: Sources) -> TagRefs:
    """Return a page of a tag by reference."""
    edition, name = sources.edition, (page.language, page.subject)
    run = edition.catalog.by_tag[name]
    listed = edition.catalog.listed[page.language]
    positions = queries.newest_first(run, *long_list.span(page.position, len(run)), listed)
    return TagRefs(
        sources.shared.tags[name],
        page.language,
        0 if page.position else len(run),
        queries.join(positions, edition.catalog),
        long_list.paging(addresses.tag(edition.site.language(page.language), page.subject), page.position, len(run)),
    )


def series_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of each series that stories of a language are parts of."""
    for (language, key), run in edition.catalog.by_series.items():
        path = addresses.series(edition.site.language(language), key)
        yield from long_list.pages_of(path, "series", language, key, len(run))


def refer_series(page: Page, sources: Sources) -> TagRefs:
    """Return a page of a series by reference: its parts in the order in which they appeared."""
    edition, name = sources.edition, (page.language, page.subject)
    run = edition.catalog.by_series[name]
    listed = edition.catalog.listed[page.language]
    start, end = long_list.span(page.position, len(run))
    return TagRefs(
        sources.shared.series[name],
        page.language,
        0 if page.position else len(run),
        queries.join([listed[rank] for rank in run[start:end]], edition.catalog),
        long_list.paging(addresses.series(edition.site.language(page.language), page.subject), page.position, len(run)),
    )


def fill(refs: TagRefs, shelf: Shelf) -> TagInput:
    """Return what the template of a tag, or of a series, is given."""
    place, cards = shelf.shared(refs.place, ListPlace), cards_of(refs.cards, shelf)
    frame = long_list.frame(place, refs.language, refs.paging.number, max(cards[0].published, cards[-1].published))
    return TagInput(frame, place.title, place.description, refs.count, cards, refs.paging)
