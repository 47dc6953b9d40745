"""What hosts are told, and what they can do with it: how many rules, of what kind."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from patrika.model.site import Encoding, Host, Site

HostFile = Literal[
    "redirects", "headers", "nojekyll", "nginx http", "nginx server", "cloudfront redirects", "cloudfront headers"
]
"""What a file for a host says."""


Said = tuple[tuple[str, str], ...]
"""Headers: names and values."""


class Way(Struct, frozen=True, gc=False, array_like=True):
    """An old address as the host is told of it."""

    forms: tuple[str, ...]
    """As browsers may ask for it, raw, under the site's base: with a slash at its end, without, or both."""
    path: str
    """As the site's own pages have it."""
    to: str
    """A path under the site's base or a whole address elsewhere; empty where what was there is gone."""


class FileHeaders(Struct, frozen=True, gc=False, array_like=True):
    """What is said with a file for programs, or with all of its name that lie equally deep."""

    folders: tuple[str, ...]
    """Those that it lies in, raw, under the site's base; an empty one stands for any."""
    name: str
    """Empty for the file that hosts show for a folder."""
    type: str
    """Its media type, as Content-Type says it."""
    topic: str | None = None
    """Of a feed that a hub tells of, the path that this knows it by: empty for its own. None where there is no hub."""


class HostInput(Struct, frozen=True):
    """A file for the host; what it does not say of is empty."""

    file: HostFile
    url: str
    """Origin and base path of the site."""
    base: str
    """Path that the site works under."""
    ways: tuple[Way, ...] = ()
    """Old addresses."""
    missing: tuple[tuple[str, str], ...] = ()
    """Fronts of languages, and the pages for what is not there below them."""
    said: Said = ()
    """Headers of all answers."""
    files: tuple[FileHeaders, ...] = ()
    """Headers of files for programs."""
    hub: str = ""
    """Of feeds; empty for none."""
    lasting: tuple[str, ...] = ()
    """Assets whose names change with their bytes."""
    compressed: tuple[Encoding, ...] = ()
    """How files are compressed that stand beside others."""


class Ability(Struct, frozen=True):
    """What a host can do, and the files by which it is told."""

    name: str
    files: Mapping[HostFile, str] = {}
    """Paths under the site's base."""
    leads: bool = True
    """Whether it leads on from old addresses by rules."""
    most: int | None = None
    """Rules that it heeds."""
    longest: int | None = None
    """Bytes of a rule that it takes."""
    header: int | None = None
    """Signs of a header that it takes."""
    blocks: int | None = None
    """Rules of headers that it heeds."""
    fills: bool = False
    """Whether what a rule leaves open in a path may stand in its headers."""
    twice: bool = False
    """Whether an address with a slash at its end and one without are two rules."""
    gone: bool = False
    """Whether it can say that a page is gone (410)."""
    compresses: bool = False
    """Whether it compresses what it sends by itself, and looks for no files that are compressed."""
    letters: bool = True
    """Whether it is known to compare addresses of other letters than ASCII's."""


NOWHERE = Ability("", leads=False)

HOSTS: Mapping[Host, Ability] = {
    "": NOWHERE,
    "netlify": Ability("Netlify", {"redirects": "/_redirects", "headers": "/_headers"}, gone=True, compresses=True),
    "cloudflare": Ability(
        "Cloudflare",
        {"redirects": "/_redirects", "headers": "/_headers"},
        most=2_000,
        longest=1_000,
        header=2_000,
        blocks=100,
        fills=True,
        twice=True,
        compresses=True,
    ),
    "github": Ability("GitHub", {"nojekyll": "/.nojekyll"}, leads=False, compresses=True),
    "gitlab": Ability("GitLab", {"redirects": "/_redirects"}, most=1_000, twice=True, letters=False),
    "s3": Ability(
        "CloudFront",
        {"cloudfront redirects": "/.deploy/redirects.json", "cloudfront headers": "/.deploy/headers.json"},
        longest=512,
        gone=True,
        compresses=True,
    ),
    "nginx": Ability(
        "nginx",
        {"nginx http": "/.deploy/http.conf", "nginx server": "/.deploy/server.conf"},
        twice=True,
        gone=True,
        fills=True,
    ),
}


def compressed(site: Site) -> tuple[Encoding, ...]:
    """Return how files are compressed that stand beside others: not at all where the host looks for none."""
    return () if HOSTS[site.deploy.host].compresses else site.deploy.compress


RULEBOOKS = frozenset(path for ability in HOSTS.values() for path in ability.files.values())
"""Paths of the files for all hosts."""
