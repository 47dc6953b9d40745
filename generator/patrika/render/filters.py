"""The filters that templates have besides Jinja's own."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from patrika.model.site import Site
from patrika.plan.inputs import Text
from patrika.render.locale import Voice
from patrika.render.prose import Show, file_label, print_prose


@lru_cache(maxsize=65_536)
def percent_encoded(path: str) -> str:
    """Return a raw path as a URL has it: letters of other scripts percent-encoded, a fragment kept."""
    head, mark, fragment = path.partition("#")
    return quote(head, safe="/-._~!$&'()*+,;=:@") + mark + quote(fragment, safe="-._~!$&'()*+,;=:@/?")


def _of_instant(say: Callable[[int], str]) -> Callable[[int], str]:
    """Return a filter of instants: of 0, which is none, it says nothing."""
    return lambda moment: say(moment) if moment != 0 else ""


def filters_of(site: Site, voice: Voice, show: Show) -> dict[str, Callable[..., Any]]:
    """Return the filters of a language by name. `show` prints a block."""
    base, origin = site.base, site.url.removesuffix(site.base) if site.base else site.url

    def url(path: str) -> str:
        if not isinstance(path, str):
            raise TypeError("the filter url wants a path, which is a text")
        return path if "://" in path else base + percent_encoded(path)

    def absolute(path: str) -> str:
        return url(path) if "://" in path else origin + url(path)

    def prose(text: Text, lead_in: Markup | str = "", middle: Markup | str = "") -> Markup:
        return print_prose(text, voice, url, show, lead_in, middle)

    def listing(items: Any) -> Markup:
        return Markup(voice.listing([str(escape(item)) for item in items]))

    def same_day(moment: int, other: int) -> bool:
        return voice.local(moment).date() == voice.local(other).date()

    return {
        "url": url,
        "absolute": absolute,
        "prose": prose,
        "listing": listing,
        "same_day": same_day,
        "file_label": lambda media: Markup(file_label(media, voice)),
        "date": _of_instant(voice.date),
        "long_date": _of_instant(voice.long_date),
        "short_date": _of_instant(voice.short_date),
        "month": _of_instant(voice.month),
        "year": _of_instant(voice.year),
        "clock": _of_instant(voice.clock),
        "zone": _of_instant(voice.zone_name),
        "iso": _of_instant(voice.iso),
        "number": voice.number,
    }
