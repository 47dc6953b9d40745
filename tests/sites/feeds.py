"""Feeds read as programs read them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def read(text: str) -> ElementTree.Element:
    """Return the root of a file in XML."""
    return ElementTree.fromstring(text.encode())


def texts(root: ElementTree.Element, path: str) -> list[str]:
    """Return the texts of the elements at a path, such as `channel/item/dc:creator`."""
    return [element.text or "" for element in root.findall(path, SPACES)]


def json_feed_faults(text: str) -> list[str]:
    """Return what JSON Feed 1.1 forbids in a feed: what is missing, or of another type than it says."""
    return list(_faults(json.loads(text)))


_TOP = {"title": str, "home_page_url": str, "feed_url": str, "description": str, "language": str, "authors": list}
_ITEM = {
    "id": str, "url": str, "title": str, "content_html": str, "content_text": str, "summary": str, "image": str,
    "date_published": str, "date_modified": str, "authors": list, "tags": list, "language": str,
}  # fmt: skip


def _faults(feed: dict[str, Any]) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "another version"
    yield from (f"the feed has no {key}" for key in ("title", "items") if key not in feed)
    yield from _of_other_types(feed, {**_TOP, "version": str, "items": list, "hubs": list})
    for hub in feed.get("hubs", []):
        yield from _of_other_types(hub, {"type": str, "url": str})
    for item in feed["items"]:
        yield from _of_other_types(item, _ITEM)
        yield from (f"an item has no {key}" for key in ("id", "url") if not item.get(key))
        if not {"content_html", "content_text"} & item.keys():
            yield "an item has no content"
        dates = (item.get("date_published"), item.get("date_modified"))
        yield from (f"{date} is no date of RFC 3339" for date in dates if date and not _DATE.fullmatch(date))
        for author in item.get("authors", []):
            yield from _of_other_types(author, {"name": str, "url": str})


def _of_other_types(value: dict[str, Any], types: Mapping[str, type]) -> Iterator[str]:
    yield from (f"{key} is not known" for key in value if key not in types)
    yield from (f"{key} is of another type" for key in value if key in types and not isinstance(value[key], types[key]))
