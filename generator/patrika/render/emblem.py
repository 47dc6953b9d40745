"""What stands for the paper on a reader's screen: the icon that is drawn where a site has none, and web manifests."""

import unicodedata
from collections.abc import Sequence
from html import escape

from msgspec import Struct, json

from patrika.model.language import Language
from patrika.model.paper import Icon
from patrika.model.site import Site
from patrika.read.text import initial_of
from patrika.relate import addresses
from patrika.relate.addresses import percent_encoded

_DEFAULTS = {"colour": "#1a1a1a", "ground": "#ffffff"}


class _Hand(Struct, frozen=True):
    """How letters of a script are drawn in a square of 64."""

    script: str
    """How names of its letters begin in Unicode."""
    faces: str
    size: int
    baseline: int
    """From the top."""


_HANDS = (
    _Hand("BENGALI", "'Noto Serif Bengali','Kohinoor Bangla','Nirmala UI',Vrinda,serif", 44, 47),
    _Hand("ARABIC", "'Noto Naskh Arabic','Geeza Pro','Segoe UI',serif", 48, 40),
    _Hand("DEVANAGARI", "'Noto Serif Devanagari','Kohinoor Devanagari','Nirmala UI',serif", 44, 47),
    _Hand("", "Charter,'Noto Serif',Georgia,Cambria,serif", 46, 48),
)
"""The last is for all other scripts."""


def draw_icon(site: Site) -> bytes:
    """Return an icon as SVG: the first letter of the paper's name on the theme's colour."""
    letter = initial_of(site.language(site.default_language).site_name)
    name = unicodedata.name(letter[0], "") if letter else ""
    hand = next(hand for hand in _HANDS if name.startswith(hand.script))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" fill="{_colour(site, "colour")}"/>'
        f'<text x="32" y="{hand.baseline}" font-family="{hand.faces}" font-size="{hand.size}" font-weight="700" '
        f'text-anchor="middle" fill="{_colour(site, "ground")}">{escape(letter)}</text></svg>\n'
    )
    return svg.encode()


def manifest(language: Language, site: Site, icons: Sequence[Icon]) -> bytes:
    """Return the web application manifest (W3C) of a language's edition."""
    home = site.base + percent_encoded(addresses.home(language))
    said = {
        "name": language.site_name,
        "short_name": language.site_name,
        "id": home,
        "lang": language.tag,
        "dir": language.direction,
        "start_url": home,
        "scope": f"{site.base}/",
        "display": "minimal-ui",
        "background_color": _colour(site, "ground"),
        "theme_color": _colour(site, "colour"),
        "icons": [_named(icon, site) for icon in icons],
    }
    return json.format(json.encode(said), indent=2) + b"\n"


def _named(icon: Icon, site: Site) -> dict[str, str]:
    sizes = {"sizes": icon.sizes} if icon.sizes else {}
    return {"src": site.base + icon.path, "type": icon.type, **sizes}


def _colour(site: Site, option: str) -> str:
    """Return a colour that the theme declares among its options, else a plain one."""
    return escape(str(site.options.get(option, _DEFAULTS[option])))
