"""Menus as a language shows them."""

from collections.abc import Iterable, Iterator

from patrika.model.language import Language
from patrika.model.site import MenuItem
from patrika.plan.edition import Edition
from patrika.plan.inputs import Link
from patrika.read.menus import PAGE
from patrika.relate import addresses


def entries(items: Iterable[MenuItem], language: Language, edition: Edition) -> Iterator[Link]:
    """Yield the entries of a menu, without those whose target a language lacks."""
    for item in items:
        if target := _target(item.ref, language, edition):
            title = item.title.get(language.id) or item.title.get(edition.site.default_language) or target.title
            yield Link(target.id, title, target.path, tuple(entries(item.children, language, edition)))


def _target(ref: str, language: Language, edition: Edition) -> Link | None:
    if "://" in ref:
        return Link("", ref, ref)
    if not ref.startswith(PAGE):
        if not edition.has_section(language.id, ref):
            return None
        title = edition.site.section(ref).title_in(language.id)
        return Link(ref, title, addresses.section(language, ref))
    id = ref.removeprefix(PAGE)
    leaflet = edition.leaflets.get((language.id, id))
    return Link(id, leaflet.page.title, addresses.standalone(language, leaflet.page)) if leaflet else None
