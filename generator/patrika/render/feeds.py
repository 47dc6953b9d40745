"""Feeds written: RSS 2.0."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from patrika.model.article import PHRASES
from patrika.model.site import Language, Site
from patrika.plan.inputs import FeedInput, FeedItem
from patrika.relate.feed_ids import feed_id, host_of
from patrika.render import xml
from patrika.render.locale import Voice
from patrika.render.means import Means

_RSS = (
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>\n'
)


class FeedGround(Struct, frozen=True):
    """All that feeds of a language show besides their input."""

    tag: str
    url: str
    host: str
    """That ids are made of, whatever the address for one build."""
    timezone: str
    spoken: tuple[str, str]
    """Locale and numerals, for what bodies say of themselves."""
    phrases: Mapping[str, tuple[str, ...]]
    """Of the theme, that bodies ask for."""


def ground(site: Site, language: Language, voice: Voice) -> FeedGround:
    """Return all that feeds of a language show besides their input."""
    spoken = (language.locale, language.numerals)
    return FeedGround(language.tag, site.url, host_of(site), site.timezone, spoken, voice.phrases.among(PHRASES))


def writing(ground: FeedGround, means: Means) -> Callable[[FeedInput], bytes]:
    """Return what writes feeds of a language."""

    def write(feed: FeedInput) -> bytes:
        return _rss(feed, ground, means).encode()

    return write


def _rss(feed: FeedInput, ground: FeedGround, means: Means) -> str:
    place = feed.place
    said = [
        xml.element("title", place.title),
        xml.element("link", means.absolute(place.home)),
        xml.element("description", place.title),
        xml.element("language", ground.tag),
        xml.empty("atom:link", rel="self", type="application/rss+xml", href=means.absolute(place.path)),
    ]
    items = [_rss_item(item, ground, means) for item in feed.items]
    return "".join([_RSS, *said, *items, "</channel>\n</rss>\n"])


def _rss_item(item: FeedItem, ground: FeedGround, means: Means) -> str:
    card = item.card
    said = [
        xml.element("title", card.title),
        xml.element("link", means.absolute(card.path)),
        xml.element("guid", feed_id(item.article, ground.host), isPermaLink="false"),
        xml.element("pubDate", _rfc_822(card.published, ground.timezone)),
        xml.element("description", card.summary) if card.summary else "",
        xml.element("content:encoded", means.prose(item.text)),
    ]
    return "".join(["<item>\n", *said, "</item>\n"])


def _rfc_822(moment: int, timezone: str) -> str:
    """Return an instant as RFC 822 has it, with names in English, whatever the language."""
    return format_datetime(_local(moment, timezone))


def _local(moment: int, timezone: str) -> datetime:
    """Return an instant in a zone, or in UTC where the zone then was seconds off, which no offset can say."""
    local = datetime.fromtimestamp(moment, ZoneInfo(timezone))
    offset = local.utcoffset()
    return local if offset is not None and not offset.total_seconds() % 60 else local.astimezone(UTC)
