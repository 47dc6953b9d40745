"""Sitemaps as files: one per language and month, one of all other pages, one of news, and the index that names them."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.page import Mapped, Page
from patrika.plan.edition import Edition, Sitemaps
from patrika.plan.file_inputs import NewsSitemapInput, SitemapIndexInput, SitemapInput
from patrika.plan.queries import join
from patrika.plan.refs import Shelf, cards_of
from patrika.plan.sitemaps import mapped
from patrika.plan.sources import Sources
from patrika.relate import addresses


class SitemapRefs(Struct, frozen=True, gc=False, array_like=True, tag="sitemap"):
    """A sitemap: all that it holds, a column each, since there are as many as there are stories."""

    paths: tuple[str, ...]
    moments: tuple[int, ...]
    pictures: tuple[tuple[str, ...], ...]


class NewsSitemapRefs(Struct, frozen=True, gc=False, array_like=True, tag="news_sitemap"):
    """A sitemap of news by reference."""

    cards: bytes


class SitemapIndexRefs(Struct, frozen=True, gc=False, array_like=True, tag="sitemap_index"):
    """The index of sitemaps."""

    sitemaps: tuple[tuple[str, int], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield each sitemap of stories or of other pages."""
    if maps := edition.sitemaps:
        for language, name in (*maps.others, *maps.stories):
            yield Page(addresses.sitemap(edition.site.language(language), name), "sitemap", language, name)


def refer(page: Page, sources: Sources) -> SitemapRefs:
    """Return what a sitemap holds, in order: stories oldest first, so that a new one is its last."""
    entries, maps = sources.edition.catalog.entries, _maps(sources.edition)
    name = (page.language, page.subject)
    if name in maps.others:
        found = maps.others[name]
    else:
        found = tuple([mapped(entries[position]) for position in maps.stories[name]])
    return SitemapRefs(
        tuple([it.path for it in found]), tuple([it.moment for it in found]), tuple([it.pictures for it in found])
    )


def fill(refs: SitemapRefs, _: Shelf) -> SitemapInput:
    """Return what a sitemap is written from."""
    rows = zip(refs.paths, refs.moments, refs.pictures, strict=True)
    return SitemapInput(tuple(Mapped(path, moment, pictures) for path, moment, pictures in rows))


def news_pages(edition: Edition) -> Iterator[Page]:
    """Yield the sitemap of each language's news, also where there is none: its address is known to search engines."""
    if edition.sitemaps:
        for language in edition.site.languages:
            yield Page(addresses.news_sitemap(language), "news_sitemap", language.id)


def refer_news(page: Page, sources: Sources) -> NewsSitemapRefs:
    """Return a language's news by reference."""
    return NewsSitemapRefs(join(_maps(sources.edition).news[page.language], sources.edition.catalog))


def fill_news(refs: NewsSitemapRefs, shelf: Shelf) -> NewsSitemapInput:
    """Return what a sitemap of news is written from."""
    return NewsSitemapInput(cards_of(refs.cards, shelf))


def index_pages(edition: Edition) -> Iterator[Page]:
    """Yield the index of sitemaps."""
    if edition.sitemaps:
        yield Page(addresses.SITEMAP_INDEX, "sitemap_index", edition.site.default_language)


def refer_index(_: Page, sources: Sources) -> SitemapIndexRefs:
    """Return the sitemaps that hold a page, language by language: news, other pages, then months, oldest first."""
    edition = sources.edition
    entries, maps = edition.catalog.entries, _maps(edition)
    found: list[tuple[str, int]] = []
    for language in edition.site.languages:
        if news := maps.news[language.id]:
            found.append((addresses.news_sitemap(language), entries[news[0]].published))
        held = {
            name: max([it.moment for it in pages]) for (id, name), pages in maps.others.items() if id == language.id
        }
        for (id, name), run in maps.stories.items():
            if id == language.id:
                held[name] = max([entries[position].updated or entries[position].published for position in run])
        found += [(addresses.sitemap(language, name), moment) for name, moment in held.items()]
    return SitemapIndexRefs(tuple(found))


def fill_index(refs: SitemapIndexRefs, _: Shelf) -> SitemapIndexInput:
    """Return what the index is written from."""
    return SitemapIndexInput(refs.sitemaps)


def _maps(edition: Edition) -> Sitemaps:
    assert edition.sitemaps is not None, "there are no sitemaps"
    return edition.sitemaps
