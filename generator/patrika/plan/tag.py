"""Pages of tags, and of series."""

from collections.abc import Iterator, Mapping, Sequence

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
    """Return a page of a tag by reference: its stories, newest first."""
    run = sources.edition.catalog.by_tag[page.language, page.subject]
    path = addresses.tag(sources.edition.site.language(page.language), page.subject)
    return _refer(page, sources, sources.shared.tags, path, run, newest_first=True)


def series_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of each series that stories of a language are parts of."""
    for (language, key), run in edition.catalog.by_series.items():
        path = addresses.series(edition.site.language(language), key)
        yield from long_list.pages_of(path, "series", language, key, len(run))


def refer_series(page: Page, sources: Sources) -> TagRefs:
    """Return a page of a series by reference: its parts in the order in which they appeared."""
    run = queries.parts_of(page.language, page.subject, sources.edition.catalog)
    path = addresses.series(sources.edition.site.language(page.language), page.subject)
    return _refer(page, sources, sources.shared.series, path, run, newest_first=False)


def _refer(
    page: Page,
    sources: Sources,
    places: Mapping[tuple[str, str], Digest],
    path: str,
    run: Sequence[int],
    *,
    newest_first: bool,
) -> TagRefs:
    catalog, (start, end) = sources.edition.catalog, long_list.span(page.position, len(run))
    positions = queries.newest_first(run, start, end, catalog.listed[page.language])
    return TagRefs(
        places[page.language, page.subject],
        page.language,
        0 if page.position else len(run),
        queries.join(positions if newest_first else reversed(positions), catalog),
        long_list.paging(path, page.position, len(run)),
    )


def fill(refs: TagRefs, shelf: Shelf) -> TagInput:
    """Return what the template of a tag, or of a series, is given."""
    place, cards = shelf.shared(refs.place, ListPlace), cards_of(refs.cards, shelf)
    frame = long_list.frame(place, refs.language, refs.paging.number, max(cards[0].published, cards[-1].published))
    return TagInput(frame, place.title, place.description, refs.count, cards, refs.paging, place.extra)
