"""Pages at old addresses, which lead on to where their content is now."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error, nearest, warning
from patrika.model.page import Frame, Page
from patrika.plan.edition import Edition
from patrika.plan.inputs import RedirectInput
from patrika.plan.refs import Shelf
from patrika.plan.sources import Sources
from patrika.read.redirects import REDIRECTS_FILE
from patrika.relate import addresses


class RedirectRefs(Struct, frozen=True, gc=False, array_like=True, tag="redirect"):
    """A page at an old address, by reference: it shows nothing of what it leads to, and so stays when that changes."""

    frame: Frame
    to: str


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each alias of stories and undated pages and each redirect; its subject is where it leads."""
    for position, entry in enumerate(edition.catalog.entries):
        if entry.aliases:
            for alias in entry.aliases:
                if alias != entry.path:
                    yield Page(alias, "redirect", entry.language, entry.path, position)
    for (language, _), leaflet in edition.leaflets.items():
        path = addresses.standalone(edition.site.language(language), leaflet.page)
        yield from (Page(alias, "redirect", language, path) for alias in leaflet.page.aliases if alias != path)
    for detour in edition.detours:
        yield Page(detour.path, "redirect", detour.language, detour.to)


def refer(page: Page, _: Sources) -> RedirectRefs:
    """Return a page at an old address by reference."""
    return RedirectRefs(Frame(page.path, page.language, page.subject, noindex=True), page.subject)


def fill(refs: RedirectRefs, _: Shelf) -> RedirectInput:
    """Return what the template of a page at an old address is given."""
    return RedirectInput(refs.frame, refs.to)


class Noted(Struct, frozen=True):
    """Where an old address is noted down."""

    position: int | None = None
    """Of the story that has it as an alias."""
    source: str = REDIRECTS_FILE
    field: tuple[str | int, ...] = ()


def noted(page: Page, edition: Edition) -> Noted:
    """Return where the old address of a page is noted down."""
    if detour := next((it for it in edition.detours if (it.path, it.to) == (page.path, page.subject)), None):
        return Noted(field=(detour.key,))
    for (language, _), leaflet in edition.leaflets.items():
        if language == page.language and page.path in leaflet.page.aliases:
            return Noted(None, leaflet.page.source, ("aliases", leaflet.page.aliases.index(page.path)))
    aliases = edition.catalog.entries[page.position].aliases
    return Noted(page.position, "", ("aliases", aliases.index(page.path)))


def faults(edition: Edition, planned: Iterable[Page], files: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield redirects to paths of the site at which there is nothing, or another redirect. `files` are paths under the
    site's base, as those of pages."""
    wanted = [detour for detour in edition.detours if detour.to.startswith("/")]
    if not wanted:
        return
    known = {page.path for page in planned} | set(files)
    leads = {page.path: page.subject for page in pages(edition)}
    for detour in wanted:
        place, field, to = Place(REDIRECTS_FILE), (detour.key,), detour.to.partition("#")[0]
        said = f"“{detour.key}” leads to “{to}”"
        if not {to, f"{to}/"}.isdisjoint(leads):
            way = _way(detour.path, leads)
            if way[-1] in way[:-1]:
                yield error("E404", place, f"{said} and so in a circle", "let it lead to a page", field)
            else:
                hint = f"let it lead to “{way[-1]}” at once" if way[-1] else "write 410 here, too"
                yield warning("W405", place, f"{said}, which itself leads on", hint, field)
        elif not {to, f"{to}/"} & known:
            close = nearest(to, known - leads.keys())
            hint = f"did you mean “{close}”?" if close else "name a page, a story by its id, or 410 for what is gone"
            yield error("E403", place, f"{said}, which is nothing", hint, field)


def _way(path: str, leads: dict[str, str]) -> list[str]:
    """Return the addresses from one to the last, or to the first that comes again."""
    way = [path]
    while way[-1] in leads and way[-1] not in way[:-1]:
        to = leads[way[-1]]
        way.append(f"{to}/" if f"{to}/" in leads else to)
    return way
