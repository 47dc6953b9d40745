"""The filters that templates have besides Jinja's own."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from markupsafe import Markup, escape

from patrika.model.media import Media
from patrika.model.site import Site
from patrika.model.terms import Instant, SitePath
from patrika.plan.inputs import Text
from patrika.relate.addresses import percent_encoded
from patrika.render.isolating import isolated
from patrika.render.locale import Voice, og_locale
from patrika.render.prose import Href, Show, file_label, print_prose
from patrika.render.structured import json_ld_filter


def _of_instant(say: Callable[[Instant], str]) -> Callable[[Instant], str]:
    """Return a filter of instants: of 0, which is none, it says nothing."""

    @wraps(say)
    def said(moment: Instant) -> str:
        return say(moment) if moment != 0 else ""

    return said


def _field(item: object, name: str) -> object:
    """Return a field that templates may read: of a value of ours, or an entry of a table."""
    if isinstance(item, Mapping):
        return item[name]
    if name not in getattr(type(item), "__struct_fields__", ()):
        raise ValueError(f"in_order: “{name}” is no field of these")
    return getattr(item, name)


def hrefs(site: Site) -> tuple[Href, Href]:
    """Return what prints a path of the site: as its own pages link to it, and as a whole address."""
    base, origin = site.base, site.url.removesuffix(site.base) if site.base else site.url

    def url(path: SitePath) -> str:
        """Return the address on this site, percent-encoded, with the base path."""
        if not isinstance(path, str):
            raise TypeError("the filter url wants a path, which is a text")
        return path if "://" in path else base + percent_encoded(path)

    def absolute(path: SitePath) -> str:
        """Return the whole address, for `canonical`, `hreflang`, Open Graph."""
        return url(path) if "://" in path else origin + url(path)

    return url, absolute


def filters_of(site: Site, voice: Voice, show: Show) -> dict[str, Callable[..., Any]]:
    """Return the filters of a language by name. `show` prints a block."""
    url, absolute = hrefs(site)
    foreign = {
        it.id: Markup(' lang="{}" dir="{}"').format(it.tag, it.direction)
        for it in site.languages
        if it.id != voice.language.id
    }

    def prose(text: Text, lead_in: Markup | str = "", middle: Markup | str = "") -> Markup:
        """Return the body as HTML. `lead_in` opens its first paragraph, `middle` stands between two in its middle."""
        return print_prose(text, voice, url, show, lead_in, middle)

    def listing(items: Iterable[object]) -> Markup:
        """Return them joined as the language lists things."""
        return Markup(voice.listing([str(escape(item)) for item in items]))

    def in_order(items: Iterable[object], field: str = "") -> list[object]:
        """Return them sorted as dictionaries of the language do: themselves, or by a field of theirs such as `name`."""
        return sorted(items, key=lambda item: voice.order(str(_field(item, field) if field else item)))

    def same_day(moment: Instant, other: Instant) -> bool:
        """Return whether both are on one day of the site's zone."""
        return voice.local(moment).date() == voice.local(other).date()

    def label(media: Media) -> Markup:
        """Return type and size of a file."""
        return Markup(file_label(media, voice))

    def bdi(text: object) -> Markup:
        """Return a name, or words whose language is not known, in `<bdi>` where they could mix with those beside them."""
        return isolated(text, voice.language.direction)

    def lang(language: str) -> Markup:
        """Return `lang` and `dir` for an element whose words are in a language, by its id; of the page's own nothing."""
        return foreign.get(language, Markup())

    return {
        "url": url,
        "absolute": absolute,
        "prose": prose,
        "listing": listing,
        "in_order": in_order,
        "same_day": same_day,
        "file_label": label,
        "bdi": bdi,
        "lang": lang,
        **_spoken(voice),
        "og_locale": og_locale,
        "json_ld": json_ld_filter(voice, absolute),
    }


def _spoken(voice: Voice) -> dict[str, Callable[..., str]]:
    """Return the filters that say instants and numbers, by name."""
    return {
        "date": _of_instant(voice.date),
        "long_date": _of_instant(voice.long_date),
        "short_date": _of_instant(voice.short_date),
        "month": _of_instant(voice.month),
        "year": _of_instant(voice.year),
        "clock": _of_instant(voice.clock),
        "zone": _of_instant(voice.zone_name),
        "iso": _of_instant(voice.iso),
        "calendar_date": _of_instant(voice.calendar_date),
        "number": voice.number,
        "compact": voice.compact,
        "ordinal": voice.ordinal,
        "unit": voice.unit,
        "reading_time": voice.reading_time,
        "digits": voice.plain,
    }
