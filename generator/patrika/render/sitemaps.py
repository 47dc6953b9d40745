"""Sitemaps written: as sitemaps.org has them, with pictures and news as Google does."""

import re
from collections.abc import Callable

from msgspec import Struct

from patrika.model.card import Card
from patrika.model.language import Language
from patrika.model.page import Mapped
from patrika.model.site import Site
from patrika.plan.file_inputs import NewsSitemapInput, SitemapIndexInput, SitemapInput
from patrika.render import xml
from patrika.render.instants import rfc_3339
from patrika.render.locale import Voice
from patrika.render.means import Means
from patrika.render.prose import Href

_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


class SitemapGround(Struct, frozen=True):
    """All that sitemaps show besides their input."""

    url: str
    timezone: str


class NewsGround(Struct, frozen=True):
    """All that a language's sitemap of news shows besides its input."""

    url: str
    timezone: str
    name: str
    """The paper's, as Google knows it."""
    language: str
    """As Google knows it."""


def ground(site: Site, _language: Language, _voice: Voice) -> SitemapGround:
    """Return all that sitemaps show besides their input."""
    return SitemapGround(site.url, site.timezone)


def news_ground(site: Site, language: Language, _: Voice) -> NewsGround:
    """Return all that a language's sitemap of news shows besides its input. Google wants the name without what stands
    in parentheses."""
    name = " ".join(re.sub(r"\([^()]*\)", " ", language.site_name).split())
    return NewsGround(site.url, site.timezone, name or language.site_name, news_language(language.tag))


def news_language(tag: str) -> str:
    """Return a language as sitemaps of news name it: two or three letters of ISO 639, but of Chinese the script too."""
    parts = tag.lower().split("-")
    if parts[0] != "zh":
        return parts[0]
    return "zh-tw" if {"hant", "tw", "hk", "mo"}.intersection(parts) else "zh-cn"


def writing(ground: SitemapGround, means: Means) -> Callable[[SitemapInput], bytes]:
    """Return what writes sitemaps."""

    def write(sitemap: SitemapInput) -> bytes:
        return _urlset("image", _IMAGE, [_url(page, ground, means.absolute) for page in sitemap.pages])

    return write


def news_writing(ground: NewsGround, means: Means) -> Callable[[NewsSitemapInput], bytes]:
    """Return what writes a language's sitemap of news."""

    def write(sitemap: NewsSitemapInput) -> bytes:
        return _urlset("news", _NEWS, [_news(card, ground, means.absolute) for card in sitemap.cards])

    return write


def index_writing(ground: SitemapGround, means: Means) -> Callable[[SitemapIndexInput], bytes]:
    """Return what writes the index of sitemaps."""

    def write(index: SitemapIndexInput) -> bytes:
        items = [
            f"<sitemap>\n{xml.element('loc', means.absolute(path))}{_lastmod(moment, ground)}</sitemap>\n"
            for path, moment in index.sitemaps
        ]
        return "".join([f'{_XML}<sitemapindex xmlns="{_SITEMAP}">\n', *items, "</sitemapindex>\n"]).encode()

    return write


def _urlset(prefix: str, namespace: str, urls: list[str]) -> bytes:
    opening = f'{_XML}<urlset xmlns="{_SITEMAP}" xmlns:{prefix}="{namespace}">\n'
    return "".join([opening, *urls, "</urlset>\n"]).encode()


def _url(page: Mapped, ground: SitemapGround, absolute: Href) -> str:
    pictures = [f"<image:image>{_loc(absolute(path), 'image:loc')}</image:image>\n" for path in page.pictures]
    return "".join(
        ["<url>\n", xml.element("loc", absolute(page.path)), _lastmod(page.moment, ground), *pictures, "</url>\n"]
    )


def _loc(address: str, name: str) -> str:
    return f"<{name}>{xml.content(address)}</{name}>"


def _lastmod(moment: int, ground: SitemapGround) -> str:
    return xml.element("lastmod", rfc_3339(moment, ground.timezone)) if moment else ""


def _news(card: Card, ground: NewsGround, absolute: Href) -> str:
    date = rfc_3339(card.published, ground.timezone)
    said = [
        xml.element("loc", absolute(card.path)),
        "<news:news>\n<news:publication>\n",
        xml.element("news:name", ground.name),
        xml.element("news:language", ground.language),
        "</news:publication>\n",
        xml.element("news:publication_date", date[:10] if "date" in card.days_alone else date),
        xml.element("news:title", card.title),
        "</news:news>\n",
    ]
    return "".join(["<url>\n", *said, "</url>\n"])
