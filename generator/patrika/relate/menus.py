"""Menus looked at in what there is: the pages that they name."""

from collections.abc import Iterable, Iterator

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.model.site import MenuItem, Site
from patrika.read.menus import PAGE
from patrika.read.settings import SITE_FILE
from patrika.relate.targets import Known


def lost_pages(site: Site, index: Known) -> Iterator[Diagnostic]:
    """Yield the entries of menus that name pages which there are not in any language."""
    for item in _all(item for items in site.menus.values() for item in items):
        if item.ref.startswith(PAGE) and (id := item.ref.removeprefix(PAGE)) not in index.pages:
            close = did_you_mean(id, index.pages, "name a page as @/pages/about, without language and ending")
            yield error(
                "E403", Place(SITE_FILE), f"this entry leads to “{item.ref}”, which is nothing", close, item.field
            )


def _all(items: Iterable[MenuItem]) -> Iterator[MenuItem]:
    for item in items:
        yield item
        yield from _all(item.children)
