"""Redirects of redirects.toml resolved: what each leads to at this instant."""

from collections.abc import Callable, Collection, Iterable
from urllib.parse import unquote

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error, notice
from patrika.model.site import Redirect, Site
from patrika.read.redirects import REDIRECTS_FILE
from patrika.read.text import nfc
from patrika.relate import addresses, targets
from patrika.relate.targets import Known, Missing, PageTarget, StoryTarget


class Detour(Struct, frozen=True):
    """An old address and where it leads."""

    path: str
    key: str
    """The address as redirects.toml has it."""
    language: str
    """That of what it leads to, as far as this is known; else of the old address."""
    to: str
    """A path under the site's base, a whole address elsewhere, or empty for what is gone."""


def resolve(
    redirects: Iterable[Redirect],
    index: Known,
    site: Site,
    idle: Collection[str],
    report: Callable[[Diagnostic], None],
) -> tuple[Detour, ...]:
    """Return where redirects lead, without those that lead nowhere at this instant, and report these. `idle` are the paths of
    sections and tags that have no story now.

    Paths of the site are taken as they are: whether there is something at them is known once all pages are planned.
    """
    detours = []
    for redirect in redirects:
        found = _resolved(redirect, index, site, idle)
        if isinstance(found, Detour):
            detours.append(found)
        elif found:
            report(found)
    return tuple(detours)


def _resolved(redirect: Redirect, index: Known, site: Site, idle: Collection[str]) -> Detour | Diagnostic | None:
    to, language = redirect.to, addresses.language_at(redirect.path, site)
    if (to + "/").startswith(site.url + "/"):
        path, mark, fragment = to.removeprefix(site.url).partition("#")
        to = f"{nfc(unquote(path)) or '/'}{mark}{fragment}"
    if to.startswith("/"):
        path = to.partition("#")[0]
        if targets.is_hidden(path, index) or not {path, f"{path}/"}.isdisjoint(idle):
            return _hidden(redirect)
        language = addresses.language_at(path, site)
    elif to and "://" not in to:
        return _to_content(redirect, language.id, index, site)
    return Detour(redirect.path, redirect.key, language.id, to)


def _to_content(redirect: Redirect, language: str, index: Known, site: Site) -> Detour | Diagnostic | None:
    """Return the way to a story or an undated page; None where its file is at fault, and told as such."""
    place, field = Place(REDIRECTS_FILE), (redirect.key,)
    target = targets.find("@/" + redirect.to.removeprefix("@/"), REDIRECTS_FILE, index, site)
    if isinstance(target, StoryTarget):
        entry = targets.version(target.story, target.language or language, index, site)
        if entry:
            return Detour(redirect.path, redirect.key, entry.language, entry.path)
        is_known = bool(index.stories[target.story]) or target.story in index.withheld
    elif isinstance(target, PageTarget):
        page = targets.page_version(target.id, target.language or language, index, site)
        if page:
            path = addresses.standalone(site.language(page.language), page)
            return Detour(redirect.path, redirect.key, page.language, path)
        is_known = bool(index.pages[target.id])
    else:
        close = target.nearest.removeprefix("@/").removesuffix(".md") if isinstance(target, Missing) else ""
        hint = (
            f"did you mean “{close}”?"
            if close
            else "name a story by its id, a page as @/pages/…, or a file by its path"
        )
        return error("E403", place, f"“{redirect.key}” leads to “{redirect.to}”, which is nothing", hint, field)
    return _hidden(redirect) if is_known else None


def _hidden(redirect: Redirect) -> Diagnostic:
    said = f"“{redirect.to}” is not public now: “{redirect.key}” leads nowhere until it is"
    return notice("N406", Place(REDIRECTS_FILE), said, "", (redirect.key,))
