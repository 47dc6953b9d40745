"""`_redirects` and `_headers`: rules as Netlify, Cloudflare and GitLab read them, a line or a few each.

Paths are percent-encoded, as browsers send them; what could be a placeholder or a splat in an address elsewhere is, too.
"""

import re
from urllib.parse import quote

from patrika.plan.headers import FOR_EVER
from patrika.plan.hosts import FileHeaders, HostInput, Said
from patrika.relate.addresses import percent_encoded

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
    blocks += [_block(file.base + _place(it), _said(it, file)) for it in file.files]
    return "".join(blocks)


def _place(it: FileHeaders) -> str:
    """Return the path of a file, or of all of a name that lie equally deep, under the site's base."""
    folders = [address(f"/{folder}", "") if folder else f"/:{_PLACES[at]}" for at, folder in enumerate(it.folders)]
    return "".join(folders) + address(f"/{it.name}", "")


def _said(it: FileHeaders, file: HostInput) -> Said:
    own = file.url + (address(it.topic, "") if it.topic else _place(it))
    link = (("Link", link_of(own, file.hub)),) if it.topic is not None else ()
    return ("Content-Type", it.type), *link


def link_of(feed: str, hub: str) -> str:
    """Return what a feed says of itself and of the hub that tells of it (WebSub, section 4; RFC 8288)."""
    return f'<{address(hub, "")}>; rel="hub", <{feed}>; rel="self"'


def _block(path: str, said: Said) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in said)])
