"""Files for programs: for each role, what its files show besides their input, and what writes them."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from patrika.model.language import Language
from patrika.model.page import FileRole
from patrika.model.site import Site
from patrika.render import feed_parts, feeds, hosts, ninjs, root_files, sitemaps
from patrika.render.locale import Voice
from patrika.render.means import Means


class Writer(Struct, frozen=True):
    """How files of a role are written in a language."""

    ground: Callable[[Site, Language, Voice], Struct]
    """Returns all that they may show besides their input, as a closed value: its digest is in their keys."""
    writing: Callable[[Any, Means], Callable[[Any], bytes]]
    """Returns what writes a file of its input; is given the ground, and no other way to the site."""


WRITERS: Mapping[FileRole, Writer] = {
    "ninjs": Writer(ninjs.ground, ninjs.writing),
    "feed": Writer(feed_parts.ground, feeds.writing),
    "sitemap": Writer(sitemaps.ground, sitemaps.writing),
    "news_sitemap": Writer(sitemaps.news_ground, sitemaps.news_writing),
    "sitemap_index": Writer(sitemaps.ground, sitemaps.index_writing),
    "robots": Writer(root_files.robots_ground, root_files.robots_writing),
    "security": Writer(root_files.security_ground, root_files.security_writing),
    "rulebook": Writer(hosts.ground, hosts.writing),
}
