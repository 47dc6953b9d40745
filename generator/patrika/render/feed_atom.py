"""Atom 1.0 (RFC 4287): alone of the forms it names the languages that a story is in."""

from collections.abc import Iterator

from patrika.render import xml
from patrika.render.feed_parts import Name, Told, Whole
from patrika.render.feed_rss import media

NEVER = "1970-01-01T00:00:00Z"
"""When a feed without stories last changed, since Atom must have it said."""

OTHER_LANGUAGE = "text/html; charset=utf-8"
"""Of links to a story's other languages. Some programs open the first alternate link, others the last that is `text/html` and no
more: so both open the story's own."""

FOOT = "</feed>\n"
BETWEEN = ""


def head(whole: Whole) -> str:
    """Return what stands before the entries."""
    place, ground = whole.place, whole.ground
    spaces = xml.attributes(
        xmlns="http://www.w3.org/2005/Atom", xmlns_media="http://search.yahoo.com/mrss/", xml_lang=ground.tag
    )
    said = [
        xml.element("id", whole.id),
        xml.element("title", place.title),
        xml.element("subtitle", place.description) if place.description else "",
        xml.element("updated", whole.changed or NEVER),
        xml.empty("link", rel="self", type="application/atom+xml", href=whole.url),
        xml.empty("link", rel="alternate", type="text/html", hreflang=ground.tag, href=whole.home),
        xml.empty("link", rel="hub", href=ground.hub) if ground.hub else "",
        _person("author", Name(ground.site_name)),
    ]
    return "".join([f'<?xml version="1.0" encoding="utf-8"?>\n<feed{spaces}>\n', *said])


def item(told: Told, versions: tuple[tuple[str, str], ...]) -> str:
    """Return a story; `versions` are tags and whole addresses of the languages that it is in."""
    return "".join(["<entry>\n", *_said(told, versions), "</entry>\n"])


def _said(told: Told, versions: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield xml.element("id", told.uri)
    yield xml.element("title", told.title)
    yield xml.empty("link", rel="alternate", type="text/html", hreflang=told.ground.tag, href=told.url)
    for tag, url in versions:
        if url != told.url:
            yield xml.empty("link", rel="alternate", type=OTHER_LANGUAGE, hreflang=tag, href=url)
    yield xml.element("published", told.date(told.published))
    yield xml.element("updated", told.date(told.changed))
    for author in told.authors or ((Name(told.agency),) if told.agency else ()):
        yield _person("author", author)
    if told.agency and told.authors:
        yield _person("contributor", Name(told.agency))
    for word in told.words:
        yield xml.empty("category", term=word)
    if told.summary:
        yield xml.element("summary", told.summary)
    if told.html:
        yield xml.element("content", told.html, type="html")
    if told.shot:
        yield media(told.shot)


def _person(what: str, named: Name) -> str:
    url = xml.element("uri", named.url) if named.url else ""
    return f"<{what}>\n{xml.element('name', named.name)}{url}</{what}>\n"
