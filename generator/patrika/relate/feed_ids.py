"""What feeds call a story: an id that stays when its address changes, so that readers' programs do not show it again."""

import re
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from patrika.model.article import Article, Correction
from patrika.model.site import Site

_URI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+""")
"""RFC 3986, and RFC 3987 for other letters than ASCII's."""


def host_of(site: Site) -> str:
    """Return the host that ids are made of: that of site.toml, whatever the address for one build."""
    return urlsplit(site.own_url or site.url).hostname or ""


def feed_id(story: Article, host: str) -> str:
    """Return a story's id in feeds: its `guid`, else a tag: URI of its id and language."""
    return story.guid or tag_uri(story.story, story.language, host)


def tag_uri(story: str, language: str, host: str) -> str:
    """Return a tag: URI (RFC 4151) of a story's id and language."""
    return f"tag:{host},2026:{quote(story)}.{language}"


def uri_of(story: str, language: str, guid: str, host: str) -> str:
    """Return a story's id where nothing but a URI will do: its `guid` where that is one, else our own."""
    return guid if _URI.fullmatch(guid) else tag_uri(story, language, host)


def correction_ids(story: str, corrections: Sequence[Correction], timezone: str) -> tuple[str, ...]:
    """Return what the corrections of a story are called, newest first as they are; `story` is its URI.

    An id is the day on which it was made, and the clock where that was written, so that it stays when the words are mended.
    Of several of one instant the oldest is called by that alone, and each newer one by its number, too.
    """
    zone, met, found = ZoneInfo(timezone), dict[str, int](), list[str]()
    for it in reversed(corrections):
        said = datetime.fromtimestamp(it.date, zone).strftime("%Y%m%dT%H%M%S" if it.timed else "%Y%m%d")
        met[said] = number = met.get(said, 0) + 1
        found.append(f"{story.replace('#', '%23')}#correction-{said}{f'-{number}' if number > 1 else ''}")
    return tuple(reversed(found))


def channel_id(kind: str, id: str, language: str, host: str) -> str:
    """Return what a list of stories is called by its feeds, a section's by its id: no address, and no story's id."""
    return f"tag:{host},2026:feed:{'/'.join(filter(None, (language, kind, quote(id))))}"
