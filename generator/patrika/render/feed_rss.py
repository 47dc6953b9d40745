"""RSS 2.0, with the modules that newspapers' feeds are read with: content, dc, media, and Atom's links."""

from collections.abc import Iterator

from patrika.render import xml
from patrika.render.feed_parts import Shot, Told, Whole

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">\n<channel>\n'
)


def head(whole: Whole) -> str:
    """Return what stands before the items."""
    place, ground = whole.place, whole.ground
    said = [
        xml.element("title", place.title),
        xml.element("link", whole.home),
        xml.element("description", place.description or place.title),
        xml.element("language", ground.tag),
        xml.element("lastBuildDate", whole.changed) if whole.changed else "",
        xml.empty("atom:link", rel="self", type="application/rss+xml", href=whole.url),
        xml.empty("atom:link", rel="hub", href=ground.hub) if ground.hub else "",
    ]
    return _HEAD + "".join(said)


FOOT = "</channel>\n</rss>\n"
BETWEEN = ""


def item(told: Told, _: tuple[tuple[str, str], ...]) -> str:
    """Return a story."""
    return "".join(["<item>\n", *_said(told), "</item>\n"])


def _said(told: Told) -> Iterator[str]:
    yield xml.element("title", told.title)
    yield xml.element("link", told.url)
    yield xml.element("guid", told.id, isPermaLink="false")
    yield xml.element("pubDate", told.mail_date(told.published))
    for author in told.authors:
        yield xml.element("dc:creator", author.name)
    if told.agency:
        yield xml.element("dc:source", told.agency)
    for word in told.words:
        yield xml.element("category", word)
    if told.summary:
        yield xml.element("description", told.summary)
    if told.html:
        yield xml.element("content:encoded", told.html)
    if told.shot:
        yield media(told.shot)


def media(shot: Shot) -> str:
    """Return a picture in the words of Media RSS."""
    of, picture = shot.picture.media, shot.picture
    said = [
        xml.element("media:description", picture.caption or picture.alt, type="plain")
        if picture.alt or picture.caption
        else "",
        xml.element("media:credit", picture.credit) if picture.credit else "",
    ]
    size = {"width": str(of.width), "height": str(of.height)} if of.width else {}
    given = xml.attributes(url=shot.url, type=of.type, medium="image", **size)
    return f"<media:content{given}>\n{''.join(said)}</media:content>\n"
