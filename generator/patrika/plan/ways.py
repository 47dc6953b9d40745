"""Old addresses that the host itself leads on from, by rules, so that there need be no pages at them."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from patrika.model.diagnostics import Diagnostic, Place, warning
from patrika.model.page import Page
from patrika.model.site import Site
from patrika.plan.hosts import HOSTS, Ability, Way
from patrika.read.settings import SITE_FILE


def ways(redirects: Iterable[Page], site: Site) -> Iterator[Way]:
    """Yield what the host is told of pages at old addresses, as many as it takes, in their order."""
    ability = HOSTS[site.deploy.host]
    if not ability.leads:
        return
    left = ability.most
    for page in redirects:
        way = Way(forms_of(page.path, ability), page.path, page.subject)
        if not _fits(way, ability, site) or (left is not None and left < len(way.forms)):
            continue
        if left is not None:
            left -= len(way.forms)
        yield way


def forms_of(path: str, ability: Ability) -> tuple[str, ...]:
    """Return the forms in which an old address is asked for: a name with an ending was a file's, which has no slash."""
    bare = path.rstrip("/")
    if not path.endswith("/") or "." in bare.rpartition("/")[2]:
        return (bare,)
    return (path, bare) if ability.twice and bare else (path,)


def _fits(way: Way, ability: Ability, site: Site) -> bool:
    if not way.to and not ability.gone:
        return False
    if not (ability.letters or _is_plain(way.path)):
        return False
    written = len(site.base) * 2 + len(quote(way.path)) + len(quote(way.to)) + len("  301")
    return ability.longest is None or written <= ability.longest


def _is_plain(path: str) -> bool:
    return path.isascii() and " " not in path


def is_led(page: Page, led: frozenset[str]) -> bool:
    """Return whether there need be no page, since the host leads on from its address; `led` are paths of such ways. The page
    of what is gone is what the host shows."""
    return page.role == "redirect" and bool(page.subject) and page.path in led


def overflow(redirects: Iterable[Page], led: frozenset[str], site: Site) -> Iterator[Diagnostic]:
    """Yield a warning where there are more old addresses than the host takes rules."""
    ability = HOSTS[site.deploy.host]
    left = [
        page.path
        for page in redirects
        if page.subject and page.path not in led and (ability.letters or _is_plain(page.path))
    ]
    if ability.leads and left:
        most = f"{ability.most:,} rules" if ability.most else "rules"
        said = f"{ability.name} takes {most} of ours: {len(left)} old addresses lead on by pages instead, such as “{left[0]}”"
        yield warning(
            "W407", Place(SITE_FILE), said, "remove old addresses that nobody asks for any more", ("deploy", "host")
        )
