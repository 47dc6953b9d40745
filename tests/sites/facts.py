"""What is said of a story in each place: on its page to readers, in the page's head, in feeds, sitemaps and items."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from tests.sites.feeds import SPACES, read
from tests.sites.structured_rules import story_of

Facts = dict[str, str]
"""Of title, description, url, image, author, published and changed (the last change, else publication), those that are said."""

Told = Iterator[tuple[str, Facts]]
"""Addresses of stories, and what a file says of them."""

_SITEMAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def seen(html: str) -> Facts:
    """Return what readers see of a story."""
    times = re.findall(r'<dt>(\w+|[^<]+)</dt> <dd><time datetime="([^"]+)"', html.partition('class="dates"')[2])
    title = re.search(r"<h1>(.*?)</h1>", html)
    assert title
    return _facts(title=unescape(title[1]), moments=[time for _, time in times])


def shared(html: str) -> Facts:
    """Return what the head says of a story by Open Graph, and its description."""
    found = {name: unescape(it) for name, it in re.findall(r'<meta property="([^"]+)" content="([^"]*)">', html)}
    description = re.search(r'<meta name="description" content="([^"]*)">', html)
    assert not description or unescape(description[1]) == found["og:description"]
    own = {name: found.get(f"og:{name}", "") for name in ("title", "description", "url", "image")}
    moments = [found.get("article:published_time", ""), found.get("article:modified_time", "")]
    return _facts(moments=moments, **own)


def structured(html: str) -> Facts:
    """Return what JSON-LD says of a story."""
    node = story_of(html)
    return _facts(
        title=node["headline"],
        description=node.get("description", ""),
        url=node["url"],
        image=node["image"][0]["url"] if "image" in node else "",
        author=_names(it["name"] for it in node.get("author", []) if isinstance(node.get("author"), list)),
        moments=[node.get("datePublished", ""), node.get("dateModified", "")],
    )


ON_PAGES: tuple[Callable[[str], Facts], ...] = (seen, shared, structured)


def of_rss(output: Path) -> Told:
    """Yield what feeds in RSS say, which tell no change."""
    for item in _each(output, "feed.xml", "channel/item"):
        image = item.find("media:content", SPACES)
        published = parsedate_to_datetime(_text(item, "pubDate")).isoformat()
        facts = _facts(
            title=_text(item, "title"),
            description=_text(item, "description"),
            url=_text(item, "link"),
            image="" if image is None else image.attrib["url"],
            author=_names(it.text or "" for it in item.findall("dc:creator", SPACES)),
        )
        yield facts["url"], facts | {"published": published}


def of_atom(output: Path) -> Told:
    """Yield what feeds in Atom say."""
    for entry in _each(output, "atom.xml", "atom:entry"):
        links = [it.attrib["href"] for it in entry.findall("atom:link", SPACES)]
        facts = _facts(
            title=_text(entry, "atom:title"),
            description=_text(entry, "atom:summary"),
            url=links[0],
            moments=[_text(entry, "atom:published"), _text(entry, "atom:updated")],
        )
        yield facts["url"], facts


def of_json_feed(output: Path) -> Told:
    """Yield what JSON Feeds say."""
    for path in sorted(output.rglob("feed.json")):
        for item in json.loads(path.read_text("utf-8"))["items"] if not _is_of_corrections(path) else []:
            facts = _facts(
                title=item["title"],
                description=item.get("summary", ""),
                url=item["url"],
                image=item.get("image", ""),
                moments=[item["date_published"], item.get("date_modified", "")],
            )
            yield facts["url"], facts


def of_sitemaps(output: Path) -> Told:
    """Yield what sitemaps say of all that has a date."""
    for path in sorted(output.glob("sitemaps/*.xml")):
        for url in read(path.read_text("utf-8")).findall("s:url", _SITEMAP):
            changed = url.findtext("s:lastmod", "", _SITEMAP)
            yield url.findtext("s:loc", "", _SITEMAP), {"changed": changed} if changed else {}


def of_news_sitemaps(output: Path) -> Told:
    """Yield what sitemaps of news say; a day alone is no instant, and so none of these facts."""
    for path in sorted(output.rglob("news-sitemap.xml")):
        for url in read(path.read_text("utf-8")).findall("s:url", _SITEMAP):
            title = url.findtext("n:news/n:title", "", _SITEMAP)
            published = url.findtext("n:news/n:publication_date", "", _SITEMAP)
            facts = {"title": title, **({"published": published} if "T" in published else {})}
            yield url.findtext("s:loc", "", _SITEMAP), facts


def of_items(output: Path) -> Told:
    """Yield what items of ninjs say."""
    for path in sorted(output.rglob("*ninjs.json")):
        item = json.loads(path.read_text("utf-8"))
        images = [it["uri"] for it in item.get("associations", []) if it["rel"] == "picture"]
        facts = _facts(
            title=item["headlines"][0]["value"],
            description="".join(it["value"] for it in item.get("descriptions", [])),
            url=item["renditions"][0]["href"],
            image="".join(images),
            author=_names(it["name"] for it in item.get("people", [])),
            moments=[item.get("firstCreated", ""), item.get("versionCreated", "")],
        )
        yield facts["url"], facts


IN_FILES: Mapping[str, Callable[[Path], Told]] = {
    "RSS": of_rss,
    "Atom": of_atom,
    "JSON Feed": of_json_feed,
    "sitemap": of_sitemaps,
    "news sitemap": of_news_sitemaps,
    "ninjs": of_items,
}


def _facts(moments: list[str] | None = None, **said: str) -> Facts:
    """Return facts, less what is empty; `moments` are those of publication and of the last change, if that is another."""
    known = [moment for moment in moments or () if moment]
    dates = {"published": known[0], "changed": known[-1]} if known else {}
    return {name: value for name, value in said.items() if value} | dates


def _names(names: Iterator[str]) -> str:
    return " / ".join(names)


def _each(output: Path, name: str, items: str) -> Iterator[ElementTree.Element]:
    for path in sorted(output.rglob(name)):
        if not _is_of_corrections(path):
            yield from read(path.read_text("utf-8")).findall(items, SPACES)


def _is_of_corrections(path: Path) -> bool:
    """Return whether a feed is of corrections, whose items are no stories."""
    return path.parent.name == "corrections"


def _text(element: ElementTree.Element, path: str) -> str:
    return element.findtext(path, "", SPACES) or ""


def page_at(url: str, origin: str) -> str:
    """Return the file of a page in the output by its address."""
    path = unquote(url.removeprefix(f"{origin}/"))
    return f"{path}index.html" if path.endswith("/") or not path else path
