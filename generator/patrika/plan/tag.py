"""Pages of tags."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.page import Frame, Page
from patrika.plan import frames, long_list, queries
from patrika.plan.edition import Edition
from patrika.plan.inputs import Paging, TagInput
from patrika.plan.refs import Shelf, cards_of
from patrika.relate import addresses


class TagRefs(Struct, frozen=True, gc=False, array_like=True, tag="tag"):
    """A page of a tag by reference."""

    frame: Frame
    name: str
    description: str
    count: int
    cards: bytes
    paging: Paging


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of each tag that stories of a language carry."""
    for (language, key), run in edition.catalog.by_tag.items():
        path = addresses.tag(edition.site.language(language), key)
        yield from long_list.pages_of(path, "tag", language, key, len(run.positions))


def refer(page: Page, edition: Edition) -> TagRefs:
    """Return a page of a tag by reference."""
    run = edition.catalog.by_tag[page.language, page.subject]
    count = len(run.positions)
    positions = queries.reversed_slice(run, *long_list.span(page.position, count))
    head = addresses.tag(edition.site.language(page.language), page.subject)
    name = edition.tag_name(page.language, page.subject)
    entity = edition.tags.get(page.subject)
    description = entity.description.get(page.language, "") if entity else ""
    paths = {
        language.id: addresses.tag(language, page.subject)
        for language in edition.site.languages
        if (language.id, page.subject) in edition.catalog.by_tag
    }
    frame = Frame(
        path=page.path,
        language=page.language,
        title=name,
        description=description,
        moment=edition.catalog.published[positions[0]],
        alternates=frames.alternates(edition, paths) if page.position == 0 else (),
        toggles=frames.toggles(edition, page.language, paths, frames.front(edition)),
    )
    return TagRefs(
        frame,
        name,
        description,
        0 if page.position else count,
        queries.join(positions, edition.catalog),
        long_list.paging(head, page.position, count),
    )


def fill(refs: TagRefs, shelf: Shelf) -> TagInput:
    """Return what the template of a tag is given."""
    return TagInput(refs.frame, refs.name, refs.description, refs.count, cards_of(refs.cards, shelf), refs.paging)
