"""Every page that must exist, and what would be wrong with having them all."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from patrika.model.article import BodyLink
from patrika.model.diagnostics import Diagnostic, Place, error, nearest
from patrika.model.media import media_url
from patrika.model.page import FILE_ROLES, STORY_ROLES, Page, Role
from patrika.plan import (
    article,
    author,
    corrections,
    fallback,
    feed,
    front,
    headers,
    host,
    ninjs,
    redirect,
    root_files,
    section,
    sitemap,
    standalone,
    tag,
)
from patrika.plan.collisions import SourceOf, collisions
from patrika.plan.edition import Edition
from patrika.plan.file_inputs import FileInput
from patrika.plan.inputs import Input
from patrika.plan.refs import Shelf
from patrika.plan.sources import Sources
from patrika.plan.ways import is_led, overflow, ways
from patrika.read.settings import SITE_FILE


class Maker(Struct, frozen=True):
    """How pages of a role come about."""

    pages: Callable[[Edition], Iterator[Page]]
    refs: type
    """What `refer` returns."""
    refer: Callable[[Page, Sources], Any]
    fill: Callable[[Any, Shelf], Input | FileInput]


MAKERS: Mapping[Role, Maker] = {
    "front": Maker(front.pages, front.FrontRefs, front.refer, front.fill),
    "section": Maker(section.pages, section.SectionRefs, section.refer, section.fill),
    "archive": Maker(section.archive_pages, section.ArchiveRefs, section.refer_archive, section.fill_archive),
    "article": Maker(article.pages, article.ArticleRefs, article.refer, article.fill),
    "fallback": Maker(fallback.pages, article.ArticleRefs, fallback.refer, article.fill),
    "tag": Maker(tag.pages, tag.TagRefs, tag.refer, tag.fill),
    "series": Maker(tag.series_pages, tag.TagRefs, tag.refer_series, tag.fill),
    "author": Maker(author.pages, author.AuthorRefs, author.refer, author.fill),
    "corrections": Maker(corrections.pages, corrections.CorrectionsRefs, corrections.refer, corrections.fill),
    "standalone": Maker(standalone.pages, standalone.StandaloneRefs, standalone.refer, standalone.fill),
    "not_found": Maker(
        standalone.not_found_pages, standalone.NotFoundRefs, standalone.refer_not_found, standalone.fill_not_found
    ),
    "redirect": Maker(redirect.pages, redirect.RedirectRefs, redirect.refer, redirect.fill),
    "ninjs": Maker(ninjs.pages, ninjs.NinjsRefs, ninjs.refer, ninjs.fill),
    "feed": Maker(feed.pages, feed.FeedRefs, feed.refer, feed.fill),
    "sitemap": Maker(sitemap.pages, sitemap.SitemapRefs, sitemap.refer, sitemap.fill),
    "news_sitemap": Maker(sitemap.news_pages, sitemap.NewsSitemapRefs, sitemap.refer_news, sitemap.fill_news),
    "sitemap_index": Maker(sitemap.index_pages, sitemap.SitemapIndexRefs, sitemap.refer_index, sitemap.fill_index),
    "robots": Maker(root_files.robots_pages, root_files.RobotsRefs, root_files.refer_robots, root_files.fill_robots),
    "security": Maker(
        root_files.security_pages, root_files.SecurityRefs, root_files.refer_security, root_files.fill_security
    ),
    "rulebook": Maker(host.pages, host.HostRefs, host.refer, host.fill),
}


class SitePlan(Struct, frozen=True):
    """All pages, in the order of MAKERS, and the files of content/ that they use."""

    pages: tuple[Page, ...]
    media: tuple[str, ...]
    """By path from the site's root."""
    faults: tuple[Diagnostic, ...]
    astray: Mapping[int, tuple[Diagnostic, ...]] = {}
    """What is wrong with stories, by row of the cache, that link to paths at which there is nothing."""
    led: frozenset[str] = frozenset()
    """Old addresses that the host leads on from, so that there are no pages at them."""


_LIST: Mapping[Role, str] = {"corrections": "the list of corrections (which a page with policy: corrections opens)"}

LinksOf = Callable[[int], Iterable[tuple[str, BodyLink, str]]]
"""Source, link and path of the links to paths of the site in the story at a position."""


def plan_site(
    edition: Edition,
    used: Iterable[str],
    static: Iterable[str],
    assets: Iterable[str],
    source_of: SourceOf,
    links_of: LinksOf,
) -> SitePlan:
    """Return every page that must exist.

    `used` are the files that pages show or offer, by path from the site's root; `static` those of static/ and `assets`
    the generated ones, both by path under output/; a static file takes the place of a generated one of the same name, and of
    one that programs read, but of no page.
    `source_of` and `links_of` open the story at a position that something is wrong with.
    """
    static_names = tuple(static)
    pages = tuple(
        page
        for role, maker in MAKERS.items()
        for page in maker.pages(edition)
        if role not in FILE_ROLES or page.output not in static_names
    )
    media = tuple(path for path in used if path.startswith("content/"))
    generated = [name for name in assets if name not in static_names]
    checked = _told_once(pages, edition)
    others = [*media, *(f"static/{name}" for name in static_names), *(f"the asset {name}" for name in generated)]
    outputs = [page.output for page in checked]
    outputs += [*(media_url(path)[1:] for path in media), *static_names, *generated]

    def named(number: int) -> str:
        if number < len(checked):
            page = checked[number]
            kind = page.role if page.role in FILE_ROLES else f"{page.role} page"
            return source_of_page(page, edition, source_of) or _LIST.get(page.role) or f"the {kind} {page.path}"
        return others[number - len(checked)]

    def field_of(number: int) -> tuple[str | int, ...]:
        role = checked[number].role if number < len(checked) else ""
        if role == "feed":
            return feed.noted(checked[number], edition)
        return redirect.noted(checked[number], edition).field if role == "redirect" else ()

    known = (*(f"/{name}" for name in static_names), *(media_url(path) for path in media))
    astray, dead = _dead_paths(edition, pages, known, links_of)
    olds = [page for page in pages if page.role == "redirect"]
    led = frozenset(way.path for way in ways(olds, edition.site))
    faults = (
        *collisions(outputs, named, field_of),
        *redirect.faults(edition, pages, known),
        *feed.faults(edition),
        *overflow(olds, led, edition.site),
        *headers.too_long(edition.site),
        *headers.too_many(edition),
        *headers.needless(edition.site),
        *dead,
    )
    standing = tuple(page for page in pages if not is_led(page, led)) if led else pages
    return SitePlan(standing, media, faults, astray, led)


def _told_once(pages: Sequence[Page], edition: Edition) -> Sequence[Page]:
    """Return pages less the items of stories whose pages have one address: that is told of the pages."""
    if not edition.site.feeds.ninjs:
        return pages
    entries = edition.catalog.entries
    taken = Counter(entry.path.casefold() for entry in entries)
    return [page for page in pages if page.role != "ninjs" or taken[entries[page.position].path.casefold()] == 1]


def source_of_page(page: Page, edition: Edition, source_of: SourceOf) -> str:
    """Return the file that a page is the page of, empty for one of many files."""
    if page.role in (*STORY_ROLES, "ninjs"):
        return source_of(page.position)
    if page.role == "standalone":
        return edition.leaflets[page.language, page.subject].page.source
    if page.role == "corrections":
        told = edition.policy_page(page.language)
        return told.page.source if told else ""
    if page.role == "author":
        return edition.profiles[page.language, page.subject].author.source
    if page.role == "redirect":
        found = redirect.noted(page, edition)
        return found.source if found.position is None else source_of(found.position)
    return SITE_FILE if page.role == "feed" and page.position else ""


def _dead_paths(
    edition: Edition, pages: Iterable[Page], files: Iterable[str], links_of: LinksOf
) -> tuple[dict[int, tuple[Diagnostic, ...]], tuple[Diagnostic, ...]]:
    """Return links to paths of the site at which there is nothing: those of stories by row of the cache, and the others."""
    linked = [position for position, entry in enumerate(edition.catalog.entries) if entry.linked]
    others = list(_links_of_others(edition))
    if not linked and not others:
        return {}, ()
    entries = edition.catalog.entries
    known = {page.path for page in pages} | set(files)
    astray = [at for at in linked if any(not ({path, path + "/"} & known) for path in entries[at].linked)]
    return {entries[at].id: tuple(_dead(links_of(at), known)) for at in astray}, tuple(_dead(others, known))


def _dead(links: Iterable[tuple[str, BodyLink, str]], known: Collection[str]) -> Iterator[Diagnostic]:
    for source, link, path in links:
        if path not in known and path + "/" not in known:
            close = nearest(path, known)
            hint = f"did you mean “{close}”?" if close else "link to a file of content/ as @/…, which follows it"
            said = f"the link “{link.written or link.target}” leads to nothing"
            yield error("E301", Place(source, link.line, link.column), said, hint)


def _links_of_others(edition: Edition) -> Iterator[tuple[str, BodyLink, str]]:
    for profile in edition.profiles.values():
        yield from ((profile.author.source, link, path) for link, path in profile.ties.paths)
    for leaflet in edition.leaflets.values():
        yield from ((leaflet.page.source, link, path) for link, path in leaflet.ties.paths)
