"""From a library to an edition: what is public, measured, resolved, carded, ordered."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Article, Author, ImageRef, Prose, SourceFile, Standalone
from patrika.model.card import Card
from patrika.model.diagnostics import Diagnostic, Place
from patrika.model.media import Media, Picture
from patrika.model.site import Site, Theme
from patrika.plan import edition as editions
from patrika.plan.edition import Edition, Leaflet, Profile
from patrika.relate import cards, catalog, targets, ties
from patrika.relate.catalog import Row
from patrika.relate.publication import Publication, publication, status_of
from patrika.relate.ties import Report, Ties, World
from patrika.run.library import Library
from patrika.run.relating import relate
from patrika.run.request import BuildRequest
from patrika.run.setup import Setup
from patrika.store.cache import Cache
from patrika.store.images import measure

NO_THEME = Theme("", {}, {})
"""In place of a theme at fault, so that content is checked all the same."""


class Edited(Struct, frozen=True):
    """An edition, its cards and files, and what is wrong across files."""

    edition: Edition
    cards: tuple[Card, ...]
    used: tuple[Media, ...]
    """Files that public pages show or offer, by path."""
    publication: Publication
    faults: tuple[Diagnostic, ...]


def edit(
    library: Library, setup: Setup, site: Site, files: tuple[SourceFile, ...], request: BuildRequest, cache: Cache
) -> Edited:
    """Return the edition of an instant, and what is wrong with it and with the stories that are to come."""
    shown = publication(library.articles, request.now, request.preview)
    pages = tuple(page for page in library.pages if request.preview or not page.draft)
    world = _world(library, shown, pages, setup, site, files, request)
    faults: list[Diagnostic] = []
    rows = [_row(article, world, request.now, _reporter(article, faults)) for article in shown.public]
    built = catalog.build_catalog(rows, site)
    by_name = {(row.article.story, row.article.language): row for row in rows}
    ordered = [by_name[name] for name in zip(built.story, built.language, strict=True)]
    articles = tuple(row.article for row in ordered)
    edition = Edition(
        site=site,
        theme=setup.theme or NO_THEME,
        catalog=built,
        index=world.index,
        articles=articles,
        ties=tuple(ties.tie_article(article, world, _reporter(article, faults)) for article in articles),
        tags={tag.id: tag for tag in setup.tags},
        tag_spelling=editions.spelling_of_tags(articles),
        profiles=_profiles(world, shown, faults),
        leaflets=_leaflets(pages, world, faults),
        related=relate(built, site.language_ids, cache, request.jobs),
        months=editions.months_of(built, site),
    )
    _check_the_unseen(library, shown, world, request.now, faults)
    shown_cards = tuple(row.card for row in ordered)
    return Edited(edition, shown_cards, _used(edition, shown_cards), shown, tuple(faults))


def _world(
    library: Library,
    shown: Publication,
    pages: tuple[Standalone, ...],
    setup: Setup,
    site: Site,
    files: tuple[SourceFile, ...],
    request: BuildRequest,
) -> World:
    """Return what words are resolved against, with every file measured that some text names."""
    paths = {file.path: file.real for file in files if not file.path.endswith((".md", "/tags.toml"))}
    paths |= {f"static/{name}": str(path) for name, path in setup.theme_static.items() if f"static/{name}" not in paths}
    index = targets.known(
        site,
        library.articles,
        library.pages,
        library.authors,
        public=shown.public,
        public_pages=pages,
        files=paths,
        faulty=library.faulty,
    )
    texts: tuple[Article | Standalone | Author, ...] = (*library.articles, *library.pages, *library.authors)
    named: list[tuple[str, Prose, ImageRef | None]] = [(text.source, text.prose, text.image) for text in texts]
    named += [(source, loose.prose, loose.image) for source, loose in library.loose]
    wanted = ties.wanted_files(named, site, index)
    media = {path: measure(path, (request.root / paths[path]).read_bytes()) for path in wanted}
    return World(site, index, media)


def _row(article: Article, world: World, now: int, report: Report) -> Row:
    card = cards.make_card(article, world, status_of(article, now), report)
    ties.check_tags(article, report)
    until = article.priority_until
    return Row(article, card, catalog.PRIORITY.index(article.priority) if not until or now < until else 0)


def _reporter(article: Article, faults: list[Diagnostic]) -> Report:
    """Return where faults of a story go: an unfinished draft stops nobody, so its errors are warnings."""

    def report(fault: Diagnostic) -> None:
        unfinished = article.draft and fault.severity == "error"
        faults.append(replace(fault, severity="warning") if unfinished else fault)

    return report


def _check_the_unseen(library: Library, shown: Publication, world: World, now: int, faults: list[Diagnostic]) -> None:
    """Check stories that readers do not see yet, so that the hour of their publication brings no surprise, and the texts
    of files whose front matter is at fault."""
    seen = {article.source for article in shown.public}
    for article in (*shown.scheduled, *shown.drafts):
        if article.source not in seen:
            report = _reporter(article, faults)
            _row(article, world, now, report)
            ties.tie_article(article, world, report)
    for source, loose in library.loose:
        ties.tie_loose(source, loose, world, faults.append)


def _profiles(world: World, shown: Publication, faults: list[Diagnostic]) -> dict[tuple[str, str], Profile]:
    found = {}
    for language, id in editions.pages_of_people(world.index, shown.public, world.site):
        author, text_tag = editions.author_for(id, language, world.index, world.site)
        source = next((a.source for a in world.index.people[id].values() if a.image == author.image), author.source)
        portrait = ties.picture(author.image, Place(source), world, faults.append, ("image",)) if author.image else None
        written = next(a.source for a in world.index.people[id].values() if a.prose == author.prose)
        tied = ties.tie(written, author.prose, language, world, faults.append)
        found[language, id] = Profile(author, portrait, tied, text_tag)
    return found


def _leaflets(pages: Iterable[Standalone], world: World, faults: list[Diagnostic]) -> dict[tuple[str, str], Leaflet]:
    found = {}
    for page in pages:
        image = ties.front_picture(page.source, page.image, world, faults.append)
        tied = ties.tie(page.source, page.prose, page.language, world, faults.append)
        found[page.language, page.id] = Leaflet(page, image, tied)
    return found


def _used(edition: Edition, shown: Iterable[Card]) -> tuple[Media, ...]:
    """Return the files that pages show or offer, by path."""
    pictures: list[Picture | None] = [picture for card in shown for picture in (card.image, card.portrait)]
    pictures += [profile.portrait for profile in edition.profiles.values()]
    pictures += [leaflet.image for leaflet in edition.leaflets.values()]
    tied = (
        *edition.ties,
        *(profile.ties for profile in edition.profiles.values()),
        *(leaflet.ties for leaflet in edition.leaflets.values()),
    )
    media = {picture.media.path: picture.media for picture in pictures if picture}
    media |= {item.path: item for found in tied for item in _media_of(found)}
    return tuple(media[path] for path in sorted(media))


def _media_of(found: Ties) -> Iterator[Media]:
    yield from (hole.media for hole in found.links if hole.media)
    yield from (hole.picture.media for hole in found.pictures if hole.picture)
