"""The front of each language."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.page import Frame, Page
from patrika.plan import frames, queries
from patrika.plan.edition import Edition
from patrika.plan.inputs import FrontInput
from patrika.plan.refs import ListRefs, Shelf, fill_lists
from patrika.plan.sources import Sources
from patrika.relate import addresses


class FrontRefs(Struct, frozen=True, gc=False, array_like=True, tag="front"):
    """A front by reference."""

    frame: Frame
    lists: ListRefs


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a front for every language, also for one without stories."""
    for language in edition.site.languages:
        path = addresses.home(language)
        yield Page(path, "front", language.id)


def refer(page: Page, sources: Sources) -> FrontRefs:
    """Return a front by reference."""
    site = sources.edition.site
    lists, shown = queries.answer("front", queries.of_list(sources, page.language), sources)
    paths = {language.id: addresses.home(language) for language in site.languages}
    frame = Frame(
        path=page.path,
        language=page.language,
        title=site.language(page.language).site_name,
        moment=queries.newest_moment(shown, sources.edition.catalog),
        alternates=frames.alternates(site, paths),
        toggles=frames.toggles(site, page.language, paths, frames.front(site)),
    )
    return FrontRefs(frame, lists)


def fill(refs: FrontRefs, shelf: Shelf) -> FrontInput:
    """Return what the template of a front is given."""
    lists, groups = fill_lists(refs.lists, shelf)
    return FrontInput(refs.frame, lists, groups)
