"""What there is to lead to: the files of an output folder, and how addresses on a page name them."""

from functools import lru_cache
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from msgspec import Struct

from patrika.relate.addresses import percent_encoded

_OTHER_SCHEMES = ("mailto:", "tel:", "sms:", "data:", "javascript:", "geo:", "whatsapp:", "viber:")


class Target(Struct, frozen=True):
    """What an address leads to."""

    path: str = ""
    """Under the site's base, raw; empty where it lies elsewhere."""
    fragment: str = ""
    outside: str = ""
    """The whole address, where it is one of the web and not of this site."""


class Ground(Struct, frozen=True):
    """The site as links see it."""

    url: str
    """Origin and base path, without a final slash."""
    files: frozenset[str]
    """All in the output folder, by path in it."""
    led: frozenset[str] = frozenset()
    """Old addresses that the host leads on from, under the site's base."""

    def address(self, path: str) -> str:
        """Return the whole address of a path under the site's base, as pages print it."""
        return self.url + percent_encoded(path)

    def file_at(self, path: str) -> str | None:
        """Return the file that a host shows at a path, as hosts commonly do, None where there is none."""
        inside = path[1:]
        names = [f"{inside}index.html"] if path.endswith("/") else [inside, f"{inside}/index.html", f"{inside}.html"]
        return next((name for name in names if name in self.files), None)

    def leads_on(self, path: str) -> bool:
        """Return whether a path is an old address of the site that its host leads on from."""
        return path in self.led or f"{path}/" in self.led


def target_of(address: str, page: str, url: str) -> Target:
    """Return what an address means on the page at the path `page` of the site `url` (RFC 3986, section 5)."""
    # Most links of a page stand on all others as well, and begin with a slash.
    is_rooted = address.startswith("/")
    return _target_of(address, "/" if is_rooted else page, url)


@lru_cache(maxsize=65_536)
def _target_of(address: str, page: str, url: str) -> Target:
    if address.startswith(_OTHER_SCHEMES):
        return Target()
    here = f"{url}{page}"
    try:
        whole, fragment = urldefrag(urljoin(here, address))
        parts = urlsplit(whole)
    except ValueError:
        return Target(outside=address)
    own = urlsplit(url)
    base = own.path
    is_own = (parts.scheme, parts.netloc) == (own.scheme, own.netloc) and f"{parts.path}/".startswith(f"{base}/")
    if not is_own:
        return Target(outside=whole if parts.scheme in ("http", "https") else "")
    return Target(unquote(parts.path[len(base) :]) or "/", unquote(fragment))
