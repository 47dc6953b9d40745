"""The Content-Security-Policy of a site: one for all its pages, of what they can load at all."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from patrika.model.diagnostics import Diagnostic, warning
from patrika.model.site import Site
from patrika.model.style_sheet import Use
from patrika.read.embeds import PROVIDERS
from patrika.render.inline import Inline, Load

SELF = "'self'"
_HEADER_ONLY = ("frame-ancestors",)
"""Directives that a browser heeds in a header alone (CSP level 3, section 3.3)."""


def policy_of(site: Site, inline: Inline, data: Collection[Use]) -> str:
    """Return the policy of a site. `data` says what stands in its style sheets as `data:`.

    All that pages do not load is forbidden: scripts, but those of the theme and of slots, and frames, but those of providers.
    """
    frames = [PROVIDERS[provider].origin for provider in site.embeds]
    within: Mapping[Use, Sequence[str]] = {use: ["data:"] for use in data}
    directives: Mapping[str, Iterable[str]] = {
        "default-src": ["'none'"],
        "script-src": [*([SELF] if inline.own_scripts else []), *inline.scripts, *site.csp.get("script", ())],
        "style-src": [SELF, *inline.styles, *within.get("style", ()), *site.csp.get("style", ())],
        "img-src": [SELF, *within.get("image", ()), *site.csp.get("image", ())],
        "font-src": [SELF, *within.get("font", ()), *site.csp.get("font", ())],
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


def unallowed(site: Site, loads: Iterable[Load]) -> Iterator[Diagnostic]:
    """Yield what templates and style sheets load from origins that the policy does not name."""
    for load in loads:
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
