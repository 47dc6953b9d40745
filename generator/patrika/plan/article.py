"""Pages of stories."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.article import Hole
from patrika.model.encoding import Digest
from patrika.model.page import Frame, Page
from patrika.plan import frames, queries
from patrika.plan.edition import Edition
from patrika.plan.inputs import ArticleInput, Link, Text
from patrika.plan.refs import ListRefs, Shelf, fill_lists
from patrika.relate import addresses


class ArticleRefs(Struct, frozen=True, gc=False, array_like=True, tag="article"):
    """A story's page by reference."""

    frame: Frame
    own: Digest
    card: Digest
    lists: ListRefs
    links: tuple[Hole, ...]
    pictures: tuple[Hole, ...]
    section: Link
    tags: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for every public story."""
    catalog = edition.catalog
    for position, path in enumerate(catalog.path):
        source = edition.articles[position].source
        yield Page(addresses.output_of(path), path, "article", catalog.language[position], source, position)


def refer(page: Page, edition: Edition) -> ArticleRefs:
    """Return a story's page by reference."""
    catalog, position = edition.catalog, page.position
    article = edition.articles[position]
    language = edition.site.language(page.language)
    versions = {catalog.language[place]: catalog.path[place] for place in catalog.versions[article.story]}
    lists, _ = queries.answer(edition.theme.pages["article"].lists, queries.of_story(edition, position), edition)
    section = edition.site.section(article.section)
    section_path = (
        addresses.section(language, section.id)
        if edition.has_section(page.language, section.id)
        else addresses.home(language)
    )
    return ArticleRefs(
        frame=Frame(
            path=page.path,
            language=page.language,
            title=article.title,
            description=article.summary or article.prose.excerpt,
            section=article.section,
            moment=article.published,
            alternates=frames.alternates(edition, versions),
            toggles=frames.toggles(edition, page.language, versions, frames.section_or_front(edition, article.section)),
            noindex=article.noindex,
            canonical=article.canonical,
        ),
        own=catalog.own[position],
        card=catalog.card[position],
        lists=lists,
        links=edition.ties[position].links,
        pictures=edition.ties[position].pictures,
        section=Link(section.id, section.title_in(page.language), section_path),
        tags=tuple(
            Link(key, edition.tag_name(page.language, key), addresses.tag(language, key))
            for key in catalog.tags[position]
            if (page.language, key) in catalog.by_tag
        ),
    )


def fill(refs: ArticleRefs, shelf: Shelf) -> ArticleInput:
    """Return what the template of a story is given."""
    article = shelf.article(refs.own)
    lists, groups = fill_lists(refs.lists, shelf)
    return ArticleInput(
        frame=refs.frame,
        card=shelf.card(refs.card),
        text=Text(shelf.body(article.prose.body), refs.links, refs.pictures),
        section=refs.section,
        tags=refs.tags,
        lists=lists,
        groups=groups,
        standfirst=article.summary,
        dateline=article.dateline,
    )
