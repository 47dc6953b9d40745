"""Files for the host: rules of redirects and of headers, in the dialect of the place where the site is published."""

from collections.abc import Iterator
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.page import Page
from patrika.plan import headers, redirect
from patrika.plan.edition import Edition
from patrika.plan.hosts import HOSTS, HostFile, HostInput, compressed
from patrika.plan.refs import Shelf
from patrika.plan.sources import Sources
from patrika.plan.ways import ways
from patrika.relate import addresses


class HostRefs(Struct, frozen=True, gc=False, array_like=True, tag="rulebook"):
    """A file for the host by reference: it says nothing of content, and so is whole."""

    says: HostInput


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the files of the host that site.toml names; their subject is what they say."""
    for says, path in HOSTS[edition.site.deploy.host].files.items():
        yield Page(path, "rulebook", edition.site.default_language, says)


def refer(page: Page, sources: Sources) -> HostRefs:
    """Return a file for the host."""
    edition, site = sources.edition, sources.edition.site
    says = HostInput(cast(HostFile, page.subject), site.url, site.base)
    if "headers" in says.file or "nginx" in says.file:
        files, lasting = headers.of_files(edition), site.deploy.lasting
        says = replace(says, said=headers.of_all(site), files=files, hub=site.feeds.hub, lasting=lasting)
    if "nginx server" in says.file:
        says = replace(says, compressed=compressed(site))
    if "redirects" in says.file or "nginx" in says.file:
        missing = tuple((addresses.home(it), addresses.not_found(it)) for it in site.languages)
        says = replace(says, ways=tuple(ways(redirect.pages(edition), site)), missing=missing)
    if says.file == "cloudfront redirects" and site.feeds.hub:
        feeds = tuple(it for it in headers.of_files(edition) if it.topic is not None)
        says = replace(says, files=feeds, hub=site.feeds.hub)
    return HostRefs(says)


def fill(refs: HostRefs, _: Shelf) -> HostInput:
    """Return what a file for the host is written from."""
    return refs.says
