"""The Content-Security-Policy of a site: one for all its pages, of what they can load at all."""

from collections.abc import Iterable, Iterator, Mapping

from patrika.model.diagnostics import Diagnostic, warning
from patrika.model.site import Site
from patrika.read.embeds import PROVIDERS
from patrika.render.inline import Inline

SELF = "'self'"
_HEADER_ONLY = ("frame-ancestors",)
"""Directives that a browser heeds in a header alone (CSP level 3, section 3.3)."""


def policy_of(site: Site, inline: Inline, styles: bytes) -> str:
    """Return the policy of a site. `styles` are its style sheets.

    All that pages do not load is forbidden: scripts, but those of the theme and of slots, and frames, but those of providers.
    """
    frames = [PROVIDERS[provider].origin for provider in site.embeds]
    pictures = [SELF, *(["data:"] if b"data:" in styles else [])]
    directives: Mapping[str, Iterable[str]] = {
        "default-src": ["'none'"],
        "script-src": [*([SELF] if inline.own_scripts else []), *inline.scripts, *site.csp.get("script", ())],
        "style-src": [SELF, *inline.styles, *site.csp.get("style", ())],
        "img-src": [*pictures, *site.csp.get("image", ())],
        "font-src": [SELF, *site.csp.get("font", ())],
        "media-src": [SELF, *site.csp.get("media", ())],
        "connect-src": site.csp.get("connect", ()),
        "frame-src": [*frames, *site.csp.get("frame", ())],
        "manifest-src": [SELF],
        "base-uri": ["'none'"],
        "form-action": [SELF, *site.csp.get("form", ())],
        "frame-ancestors": ["'none'"],
    }
    said = [" ".join((name, *dict.fromkeys(values))) for name, values in directives.items() if values]
    return "; ".join([*said, *(["upgrade-insecure-requests"] if site.url.startswith("https:") else [])])


def unallowed(site: Site, inline: Inline) -> Iterator[Diagnostic]:
    """Yield what templates load from origins that the policy does not name."""
    for load in inline.loads:
        allowed = site.csp.get(load.kind, ())
        if not any(_covers(origin, load.origin) for origin in allowed):
            said = f"browsers will load nothing from {load.origin}: the policy does not name it"
            listed = ", ".join(f'"{origin}"' for origin in (*allowed, load.origin))
            yield warning("W512", load.place, said, f"under [csp] write  {load.kind} = [{listed}]")


def _covers(allowed: str, origin: str) -> bool:
    host = allowed.partition("://*")[2]
    return origin.endswith(host) if host else origin.lower() == allowed.lower()


def spoken_in_pages(site: Site) -> str:
    """Return the policy as pages say it themselves, where the host has no way to say it; else empty."""
    is_silent = site.deploy.host in ("github", "gitlab")
    parts = site.deploy.policy.split("; ") if is_silent else []
    return "; ".join(part for part in parts if part.partition(" ")[0] not in _HEADER_ONLY)
