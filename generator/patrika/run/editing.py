"""From a library to an edition: what is public, measured, resolved, carded, ordered."""

from collections.abc import Mapping

from msgspec import Struct

from patrika.model.article import Article, Author, SourceFile, Standalone
from patrika.model.card import Card
from patrika.model.diagnostics import Diagnostic, Place
from patrika.model.media import Media
from patrika.model.site import Site, Theme
from patrika.plan import edition as editions
from patrika.plan.edition import Edition, Leaflet, Profile
from patrika.relate import cards, catalog, targets, ties
from patrika.relate.publication import Publication, publication, status_of
from patrika.relate.ties import World
from patrika.run.library import Library
from patrika.run.request import BuildRequest
from patrika.run.setup import Setup
from patrika.store.images import measure


class Edited(Struct, frozen=True):
    """An edition, its cards and files, and what is wrong across files."""

    edition: Edition
    cards: tuple[Card, ...]
    media: Mapping[str, Media]
    publication: Publication
    faults: tuple[Diagnostic, ...]


NO_THEME = Theme("", {}, {})
"""In place of a theme at fault, so that content is checked all the same."""


def edit(library: Library, setup: Setup, site: Site, files: tuple[SourceFile, ...], request: BuildRequest) -> Edited:
    """Return the edition of an instant."""
    faults: list[Diagnostic] = []
    root, now, preview = request.root, request.now, request.preview
    shown = publication(library.articles, now, preview)
    pages = tuple(page for page in library.pages if preview or not page.draft)
    paths = {file.path: file.real for file in files if not file.path.endswith((".md", "/tags.toml"))}
    paths |= {f"static/{name}": str(path) for name, path in setup.theme_static.items() if f"static/{name}" not in paths}
    index = targets.known(
        site, library.articles, pages, library.authors, public=shown.public, files=paths, faulty=library.faulty
    )
    texts: tuple[Article | Standalone | Author, ...] = (*shown.public, *pages, *library.authors)
    named = [(text.source, text.prose, text.image) for text in texts]
    named += [(source, prose, None) for source, prose in library.loose]
    media = {path: measure(path, (root / paths[path]).read_bytes()) for path in ties.wanted_files(named, site, index)}
    world = World(site, index, media)
    rows = []
    for article in shown.public:
        card = cards.make_card(article, world, status_of(article, now), faults.append)
        rows.append(catalog.Row(article, card, _priority(article.priority, article.priority_until, now)))
    for source, prose in library.loose:
        ties.tie(source, prose, site.default_language, world, faults.append)
    built = catalog.build_catalog(rows, site)
    by_name = {(row.article.story, row.article.language): row for row in rows}
    ordered = [by_name[name] for name in zip(built.story, built.language, strict=True)]
    resolved = tuple(ties.tie_article(row.article, world, faults.append) for row in ordered)
    for row in ordered:
        ties.check_tags(row.article, faults.append)
    edition = Edition(
        site=site,
        theme=setup.theme or NO_THEME,
        catalog=built,
        index=index,
        articles=tuple(row.article for row in ordered),
        ties=resolved,
        tags={tag.id: tag for tag in setup.tags},
        tag_spelling=editions.spelling_of_tags(row.article for row in ordered),
        profiles=_profiles(world, shown, faults),
        leaflets=_leaflets(library, preview, world, faults),
        months=editions.months_of(built, site),
    )
    return Edited(edition, tuple(row.card for row in ordered), media, shown, tuple(faults))


def _priority(word: str, until: int, now: int) -> int:
    return catalog.PRIORITY.index(word) if not until or now < until else 0


def _profiles(world: World, shown: Publication, faults: list[Diagnostic]) -> dict[tuple[str, str], Profile]:
    found = {}
    for language, id in editions.pages_of_people(world.index, shown.public, world.site):
        author, text_tag = editions.author_for(id, language, world.index, world.site)
        source = next((a.source for a in world.index.people[id].values() if a.image == author.image), author.source)
        portrait = ties.picture(author.image, Place(source), world, faults.append, ("image",)) if author.image else None
        written = next(a.source for a in world.index.people[id].values() if a.prose == author.prose)
        found[language, id] = Profile(
            author, portrait, ties.tie(written, author.prose, language, world, faults.append), text_tag
        )
    return found


def _leaflets(
    library: Library, preview: bool, world: World, faults: list[Diagnostic]
) -> dict[tuple[str, str], Leaflet]:
    found = {}
    for page in library.pages:
        if preview or not page.draft:
            image = ties.front_picture(page.source, page.image, world, faults.append)
            tied = ties.tie(page.source, page.prose, page.language, world, faults.append)
            found[page.language, page.id] = Leaflet(page, image, tied)
    return found
