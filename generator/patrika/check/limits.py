"""Limits of files: of feeds and sitemaps by their standards, of all together by the host."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error, warning
from patrika.model.page import Page
from patrika.model.site import Host
from patrika.read.settings import SITE_FILE

FEED_BYTES = 2 * 1024 * 1024
"""What common readers take of a feed."""

SITEMAP_BYTES, SITEMAP_URLS, NEWS_URLS = 52_428_800, 50_000, 1_000
"""The Sitemaps protocol; Google on news sitemaps."""


class Capacity(Struct, frozen=True):
    """What a host takes, as its documentation said in November 2026; 0 where it says nothing."""

    name: str
    files: int = 0
    in_folder: int = 0
    file_bytes: int = 0
    bytes: int = 0
    """Of all files together."""


CAPACITIES: Mapping[Host, Capacity] = {
    "cloudflare": Capacity("Cloudflare Pages (free plan)", files=20_000, file_bytes=25 * 1024 * 1024),
    "github": Capacity("GitHub Pages", bytes=1024**3),
    "gitlab": Capacity("GitLab Pages", files=200_000, bytes=1024**3),
    "netlify": Capacity("Netlify", in_folder=54_000),
}


def host_findings(files: Mapping[str, int], host: Host) -> Iterator[Diagnostic]:
    """Yield what of an output folder the host does not take. `files` are sizes in bytes by path."""
    capacity = CAPACITIES.get(host)
    if not capacity:
        return

    def told(said: str, hint: str) -> Diagnostic:
        return warning("W722", Place(SITE_FILE), f"{capacity.name} {said}", hint, ("deploy", "host"))

    if capacity.files and len(files) > capacity.files:
        said = f"takes {capacity.files:,} files, and this site has {len(files):,}"
        yield told(said, "choose another plan or host, or write fewer files: [feeds], tags, archives of years ago")
    if capacity.bytes and (size := sum(files.values())) > capacity.bytes:
        said = f"takes {_gb(capacity.bytes)} in all, and this site has {_gb(size)}"
        yield told(said, "choose another host, or keep large pictures and recordings elsewhere")
    for path, size in sorted(files.items()) if capacity.file_bytes else ():
        if size > capacity.file_bytes:
            said = f"takes files of {capacity.file_bytes >> 20} MB at most, and /{path} has {size >> 20} MB"
            yield told(said, "make it smaller, or keep it elsewhere and link to it")
    folders = Counter(path.rpartition("/")[0] for path in files) if capacity.in_folder else {}
    for folder, count in sorted(folders.items()):
        if count > capacity.in_folder:
            said = f"takes {capacity.in_folder:,} files in a folder, and /{folder} has {count:,}"
            yield told(said, "give years or months folders of their own under [permalinks]")


def _gb(size: int) -> str:
    return f"{size / 1024**3:.1f} GB"


def file_findings(page: Page, size: int, content: Callable[[], bytes]) -> Iterator[Diagnostic]:
    """Yield what is too long of a feed or sitemap, whose `content` is asked for where that depends on it."""
    place = Place(page.path)
    if page.role == "feed" and size > FEED_BYTES:
        said = f"this feed has {size / 1024**2:.1f} MB, and many readers take no more than 2 MB"
        yield warning("W720", place, said, "`[feeds] items = 20`, or `full_text = false`")
    if page.role in ("sitemap", "news_sitemap", "sitemap_index"):
        most = NEWS_URLS if page.role == "news_sitemap" else SITEMAP_URLS
        text = content()
        count = text.count(b"<loc>")
        if size > SITEMAP_BYTES or count > most:
            said = f"this sitemap names {count:,} addresses in {size / 1024**2:.0f} MB: no more than {most:,} in 50 MB are read"
            yield error("E721", place, said, "give sections shapes of addresses that part them")
