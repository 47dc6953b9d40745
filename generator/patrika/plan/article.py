"""Pages of stories."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.card import Card
from patrika.model.encoding import Digest, split_digests
from patrika.model.page import Frame, Page, Toggle
from patrika.plan import frames, queries
from patrika.plan.edition import Edition
from patrika.plan.inputs import ArticleInput, Link, Text
from patrika.plan.refs import ListRefs, Shelf, cards_of, fill_lists
from patrika.plan.shared import StoryPlace
from patrika.plan.sources import Sources
from patrika.relate import addresses


class ArticleRefs(Struct, frozen=True, gc=False, array_like=True, tag="article"):
    """A story's page by reference."""

    own: Digest
    card: Digest
    versions: bytes
    """Cards of the story in other languages, in site.toml's order, then those of other names."""
    place: Digest
    ties: Digest
    """What fills the slots of the body; empty where there is none."""
    blocks: bytes
    """Grounds of the blocks in the body."""
    tags: bytes
    lists: ListRefs
    elsewhere: tuple[tuple[str, str], ...]
    """Languages, and whole addresses of the story's versions in them on other sites."""
    series: Digest
    """Empty where it is a part of none."""
    all_corrections: str
    """Path of the list that its corrections are in; empty where it has none."""
    item: str = ""
    """Path of its item of ninjs; empty where it has none."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for every public story."""
    for position, entry in enumerate(edition.catalog.entries):
        yield Page(entry.path, "article", entry.language, "", position)


def refer(page: Page, sources: Sources) -> ArticleRefs:
    """Return a story's page by reference."""
    catalog, shared, position = sources.edition.catalog, sources.shared, page.position
    entry = catalog.entries[position]
    links = shared.tag_links
    versions = catalog.versions.get(entry.story, ()) + sources.edition.twins.get(position, ())
    lists, _ = queries.answer("article", queries.of_story(sources, position), sources)
    return ArticleRefs(
        entry.own,
        entry.card,
        b"".join([catalog.cards[place] for place in versions if place != position]),
        shared.stories[entry.language, entry.section],
        entry.ties,
        sources.grounds_of(entry.language, entry.blocks) if entry.blocks else b"",
        b"".join([link for key in entry.tags if (link := links.get((entry.language, key)))]),
        lists,
        tuple([way for way in entry.elsewhere if "://" in way[1]]),
        shared.series_links.get((entry.language, entry.series), b"") if entry.series else b"",
        sources.edition.corrections_path(entry.language) if entry.corrections and entry.listed else "",
        addresses.item(entry.path) if sources.edition.site.feeds.ninjs and not entry.status else "",
    )


def fill(refs: ArticleRefs, shelf: Shelf) -> ArticleInput:
    """Return what the template of a story is given."""
    article, card, place = shelf.article(refs.own), shelf.card(refs.card), shelf.shared(refs.place, StoryPlace)
    here = {version.language: version.path for version in (card, *cards_of(refs.versions, shelf))}
    paths = {**dict(refs.elsewhere), **here}
    lists, groups = fill_lists(refs.lists, shelf)
    return ArticleInput(
        frame=Frame(
            path=card.path,
            language=card.language,
            title=article.title,
            description=article.summary or article.prose.excerpt,
            section=article.section,
            moment=article.published,
            alternates=frames.alternates_of([(way.language, way.tag) for way in place.ways], place.default, paths),
            toggles=tuple(_toggle(way, paths, card) for way in place.ways),
            noindex=article.noindex,
            canonical=article.canonical,
            item=refs.item,
        ),
        card=card,
        text=Text(shelf.body(article.prose.body), *([shelf.filling(refs.ties)] if refs.ties else [])),
        section=place.section,
        tags=tuple(shelf.shared(digest, Link) for digest in split_digests(refs.tags)),
        lists=lists,
        groups=groups,
        standfirst=article.summary,
        dateline=article.dateline,
        series=shelf.shared(refs.series, Link) if refs.series else None,
        extra=article.extra,
        words=article.prose.words,
        corrections=article.corrections,
        all_corrections=refs.all_corrections,
    )


def _toggle(way: Toggle, paths: dict[str, str], card: Card) -> Toggle:
    """Return the way to a language: to the same story, or where it lacks that as `way` has it."""
    here = way.language in paths
    path = paths[way.language] if here else way.path
    return Toggle(way.language, way.name, way.tag, way.direction, path, here, way.language == card.language)
