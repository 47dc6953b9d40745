"""Files that programs seek at the root of a host: robots.txt and security.txt. A site under a path has none."""

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, notice, warning
from patrika.model.page import Page
from patrika.model.site import Site
from patrika.plan.edition import Edition
from patrika.plan.file_inputs import RobotsInput, SecurityInput
from patrika.plan.refs import Shelf
from patrika.plan.sources import Sources
from patrika.read.settings import SITE_FILE
from patrika.relate import addresses
from patrika.relate.catalog import DAY_S

SOON_S = 30 * DAY_S
"""So long before the end of a security.txt it is told of."""

ROBOTS, SECURITY = "/robots.txt", "/.well-known/security.txt"


class RobotsRefs(Struct, frozen=True, gc=False, array_like=True, tag="robots"):
    """What robots.txt says besides settings."""

    index: str
    """Path of the index of sitemaps; empty where there is none."""


class SecurityRefs(Struct, frozen=True, gc=False, array_like=True, tag="security"):
    """What security.txt says besides settings."""

    path: str


def robots_pages(edition: Edition) -> Iterator[Page]:
    """Yield robots.txt."""
    if not edition.site.base:
        yield Page(ROBOTS, "robots", edition.site.default_language)


def refer_robots(_: Page, sources: Sources) -> RobotsRefs:
    """Return what robots.txt says besides settings."""
    return RobotsRefs(addresses.SITEMAP_INDEX if sources.edition.sitemaps else "")


def fill_robots(refs: RobotsRefs, _: Shelf) -> RobotsInput:
    """Return what robots.txt is written from."""
    return RobotsInput(refs.index)


def security_pages(edition: Edition) -> Iterator[Page]:
    """Yield security.txt where site.toml has what it must say."""
    if edition.site.security and not edition.site.base:
        yield Page(SECURITY, "security", edition.site.default_language)


def refer_security(page: Page, _: Sources) -> SecurityRefs:
    """Return what security.txt says besides settings."""
    return SecurityRefs(page.path)


def fill_security(refs: SecurityRefs, _: Shelf) -> SecurityInput:
    """Return what security.txt is written from."""
    return SecurityInput(refs.path)


def remarks(site: Site, now: int) -> Iterator[Diagnostic]:
    """Yield what is to be said of these files as of an instant."""
    if site.base and not site.is_preview:
        said = f"robots.txt{' and security.txt' if site.security else ''} belongs to the root of a host, and is not written"
        hint = f"give the sitemap {site.url}{addresses.SITEMAP_INDEX} to search engines, or name it in the host's robots.txt"
        yield notice("N211", Place(SITE_FILE), f"this site lies under {site.base}: {said}", hint, ("site", "url"))
    if site.security and not site.base and site.security.expires - SOON_S <= now:
        day = f"{datetime.fromtimestamp(site.security.expires, UTC):%Y-%m-%d}"
        said = "has expired" if site.security.expires <= now else "expires soon"
        hint = "see that its contacts still hold, and write a date within a year from now"
        yield warning("W213", Place(SITE_FILE), f"security.txt {said}: {day}", hint, ("security", "expires"))


def next_remark(site: Site, now: int) -> int | None:
    """Return the next instant at which something else is to be said of these files."""
    if site.security is None or site.base:
        return None
    moments = (site.security.expires - SOON_S, site.security.expires)
    return min((moment for moment in moments if moment > now), default=None)
