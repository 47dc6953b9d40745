"""ninjs 3.1 of the IPTC: a story as the press exchanges stories. The only rule for names, roles and relations is that they say
what they mean, but for `main` and `web`, which IPTC's examples and NewsCodes have."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from msgspec.structs import replace

from patrika.model.language import Language
from patrika.model.site import Site
from patrika.plan.file_inputs import NinjsInput, Version
from patrika.plan.inputs import Link
from patrika.render import feed_parts
from patrika.render.feed_parts import FeedGround, Shot, Told, told
from patrika.render.instants import rfc_3339
from patrika.render.json_text import written
from patrika.render.locale import Voice
from patrika.render.locale.lists import listed
from patrika.render.means import Means

_STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
_PLAIN, _HTML = "text/plain", "text/html"
_OF_URIS = "!#$%&'()*+,/:;=?@[]~"
"""Signs that stand for themselves in a URI, besides letters, digits and `-._`."""

Node = dict[str, Any]


def ground(site: Site, language: Language, voice: Voice) -> FeedGround:
    """Return all that items of a language show besides their input: what feeds do, less what these say of themselves."""
    return replace(feed_parts.ground(site, language, voice), hub="", corrections="")


def writing(ground: FeedGround, means: Means) -> Callable[[NinjsInput], bytes]:
    """Return what writes items of ninjs in a language."""

    def write(item: NinjsInput) -> bytes:
        return (written(_item(item, told(item.story, ground, means), means)) + "\n").encode()

    return write


def _item(item: NinjsInput, it: Told, means: Means) -> Node:
    article, ground = item.story.article, it.ground
    names = [author.name for author in it.authors] or ([it.agency] if it.agency else [])
    return {
        "uri": _ascii(it.uri),
        "type": "text",
        "representationType": "partial" if item.story.text is None else "full",
        "firstCreated": it.date(it.published) if it.published else "",
        "versionCreated": it.date(it.changed) if it.changed else "",
        "pubStatus": "usable",
        "language": ground.tag,
        "headlines": [
            _worded("main", it.title),
            *([_worded("kicker", item.story.card.kicker)] if item.story.card.kicker else []),
        ],
        "descriptions": [_worded("summary", it.summary)] if it.summary else [],
        "bodies": [_worded("main", it.html, _HTML) | {"wordCount": article.prose.words}] if it.html else [],
        "by": listed(names, ground.spoken[0]),
        "people": [{"name": author.name, "rel": "author", "uri": author.url} for author in it.authors],
        "infoSources": list(_sources(it, means)),
        "subjects": list(_subjects(item, means)),
        "genres": [{"name": article.kind, "literal": article.kind}],
        "located": article.dateline,
        "expires": it.date(article.expire_at) if article.expire_at else "",
        "renditions": [{"name": "web", "href": it.url, "contentType": _HTML}],
        "associations": [
            *([_picture(it.shot, it)] if it.shot else []),
            *(_translation(version, means) for version in item.versions),
            *(_correction(id, correction.text, correction.date, it) for id, correction in item.corrections),
        ],
        "altIds": list(_other_ids(item, it)),
        "standard": _STANDARD,
    }


def _worded(role: str, value: str, type: str = _PLAIN) -> Node:
    return {"role": role, "contentType": type, "value": value}


def _sources(it: Told, means: Means) -> Iterator[Node]:
    """Yield the paper, whose id is that of JSON-LD, and the agency."""
    yield {"name": it.ground.site_name, "role": "publisher", "uri": means.absolute("/") + "#org"}
    if it.agency:
        yield {"name": it.agency, "role": "agency"}


def _subjects(item: NinjsInput, means: Means) -> Iterator[Node]:
    """Yield section, series and tags. A section without a page leads to the front, which is no subject."""
    has_page = item.section.path.endswith(f"/{item.section.id}/")
    yield _subject("section", item.section if has_page else replace(item.section, path=""), means)
    if item.series:
        yield _subject("series", item.series, means)
    for tag in item.tags:
        yield _subject("tag", tag, means)


def _subject(rel: str, link: Link, means: Means) -> Node:
    return {"name": link.title, "rel": rel, "uri": means.absolute(link.path) if link.path else "", "literal": link.id}


def _picture(shot: Shot, it: Told) -> Node:
    """Return the lead picture; who must be named for it is `by`."""
    media, picture = shot.picture.media, shot.picture
    words = [("caption", picture.caption), ("alt", picture.alt)]
    file = {"href": shot.url, "contentType": media.type, "width": media.width, "height": media.height}
    return {
        "name": picture.alt or it.title,
        "rel": "picture",
        "uri": shot.url,
        "type": "picture",
        "language": it.ground.tag,
        "descriptions": [_worded(role, text) for role, text in words if text],
        "by": picture.credit,
        "renditions": [{"name": "web", **file}],
    }


def _translation(version: Version, means: Means) -> Node:
    url = _ascii(means.absolute(version.path))
    return {
        "name": version.name,
        "rel": "translation",
        "uri": _ascii(version.uri) if version.uri else url,
        "type": "text",
        "representationType": "partial",
        "language": version.tag,
        "headlines": [_worded("main", version.title)] if version.title else [],
        "renditions": [{"name": "web", "href": url, "contentType": _HTML}],
    }


def _correction(id: str, text: str, date: int, it: Told) -> Node:
    """Return a correction, as its feed calls it: it is for print, and so no note to editors (`edNote`)."""
    return {
        "name": it.title,
        "rel": "correction",
        "uri": _ascii(id),
        "type": "component",
        "firstCreated": rfc_3339(date, it.ground.timezone),
        "language": it.ground.tag,
        "bodies": [_worded("main", text)],
    }


def _other_ids(item: NinjsInput, it: Told) -> Iterator[Node]:
    """Yield the address of the original, and the id in feeds where it is no URI."""
    if item.story.article.canonical:
        yield {"role": "canonical", "value": item.story.article.canonical}
    if it.id != it.uri:
        yield {"role": "guid", "value": it.id}


def _ascii(uri: str) -> str:
    """Return a URI of an IRI (RFC 3987)."""
    return quote(uri, safe=_OF_URIS)
