"""`_redirects` and `_headers`: rules as Netlify, Cloudflare and GitLab read them, a line or a few each.

Paths are percent-encoded, as browsers send them; what could be a placeholder or a splat in an address elsewhere is, too.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from patrika.plan.headers import FOR_EVER
from patrika.plan.hosts import HostInput, Said
from patrika.render.filters import percent_encoded

_PLACES = "abcdefgh"
"""Names of placeholders, one for each folder."""


def address(to: str, base: str) -> str:
    """Return where an old address leads, as a rule may say it: with nothing that a dialect of ours reads as its own."""
    if "://" not in to:
        return base + percent_encoded(to).replace("$", "%24")
    scheme, mark, rest = to.partition("://")
    host, slash, path = rest.partition("/")
    path = quote(path, safe="%/?#[]@!&'()+,;=:~-._")
    return quote(f"{scheme}{mark}{host}{slash}", safe=":/[]@-._") + re.sub(r":(?=[A-Za-z])", "%3A", path)


def redirects(file: HostInput, host: str) -> str:
    """Return the text of `_redirects`. Where a page is gone, Netlify shows the one at its address with status 410."""
    lines = []
    for way in file.ways:
        for form in way.forms:
            old = file.base + percent_encoded(form)
            lines.append(
                f"{old} {address(way.to, file.base)} 301" if way.to else f"{old} {address(way.path, file.base)} 410!"
            )
    if host == "netlify":
        below = [(home, page) for home, page in file.missing if home != "/"]
        lines += [f"{address(home, file.base)}* {address(page, file.base)} 404" for home, page in below]
    return "".join(f"{line}\n" for line in lines)


def headers(file: HostInput) -> str:
    """Return the text of `_headers`."""
    blocks = [_block(f"{file.base}/*", file.said)]
    blocks += [_block(address(path, file.base), (("Cache-Control", FOR_EVER),)) for path in file.lasting]
    blocks += [_block(path, feed.said) for feed in file.feeds for path in _places(feed.name, feed.depths, file.base)]
    return "".join(blocks)


def _places(name: str, depths: tuple[int, ...], base: str) -> Iterator[str]:
    """Yield paths with placeholders, one for all files of a name that lie equally deep."""
    for depth in depths:
        yield base + "".join(f"/:{place}" for place in _PLACES[:depth]) + f"/{name}"


def _block(path: str, said: Said) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in said)])
