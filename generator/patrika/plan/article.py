"""Pages of stories."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

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
    fallbacks: tuple[tuple[str, str], ...] = ()
    """Languages that show it for want of a translation, and its paths there."""
    shown_in: str = ""
    """That of these whose page it is; empty on the story's own."""
    original: str = ""
    """Whole address that such a page defers to."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for every public story."""
    for position, entry in enumerate(edition.catalog.entries):
        yield Page(entry.path, "article", entry.language, "", position)


def refer(page: Page, sources: Sources) -> ArticleRefs:
    """Return a story's page by reference."""
    lists, _ = queries.answer("article", queries.of_story(sources, page.position), sources)
    return refs_of(page, lists, sources)


def refs_of(page: Page, lists: ListRefs, sources: Sources, original: str = "") -> ArticleRefs:
    """Return a page that shows a story by reference: its own, or that of another language, which defers to the address
    `original`."""
    edition, shared, position, language = sources.edition, sources.shared, page.position, page.language
    catalog = edition.catalog
    entry = catalog.entries[position]
    links = shared.tag_links
    versions = catalog.versions.get(entry.story, ()) + edition.twins.get(position, ())
    return ArticleRefs(
        entry.own,
        entry.card,
        b"".join([catalog.cards[place] for place in versions if place != position]),
        shared.stories[language, entry.section],
        entry.ties,
        sources.grounds_of(language, entry.blocks) if entry.blocks else b"",
        b"".join([link for key in entry.tags if (link := links.get((language, key)))]),
        lists,
        tuple([way for way in entry.elsewhere if "://" in way[1]]),
        shared.series_links.get((language, entry.series), b"") if entry.series else b"",
        edition.corrections_path(entry.language) if entry.corrections and entry.listed else "",
        addresses.item(entry.path) if edition.site.feeds.ninjs and not entry.status and not original else "",
        tuple([(it.language, it.path) for it in edition.fallbacks.get(position, ())]),
        language if original else "",
        original,
    )


def fill(refs: ArticleRefs, shelf: Shelf) -> ArticleInput:
    """Return what the template of a story is given."""
    article, card, place = shelf.article(refs.own), shelf.card(refs.card), shelf.shared(refs.place, StoryPlace)
    here = {version.language: version.path for version in (card, *cards_of(refs.versions, shelf))}
    paths, stand_ins = {**dict(refs.elsewhere), **here}, dict(refs.fallbacks)
    language = refs.shown_in or card.language
    toggles = tuple(_toggle(way, paths, stand_ins, language) for way in place.ways)
    lists, groups = fill_lists(refs.lists, shelf)
    tongues = [(way.language, way.tag) for way in place.ways]
    return ArticleInput(
        frame=Frame(
            path=stand_ins[language] if refs.shown_in else card.path,
            language=language,
            title=article.title,
            description=article.summary or article.prose.excerpt,
            section=article.section,
            moment=article.published,
            alternates=() if refs.shown_in else frames.alternates_of(tongues, place.default, paths),
            toggles=toggles,
            noindex=article.noindex,
            canonical=refs.original or article.canonical,
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
        original=next(it for it in toggles if it.language == card.language) if refs.shown_in else None,
    )


def _toggle(way: Toggle, paths: Mapping[str, str], stand_ins: Mapping[str, str], language: str) -> Toggle:
    """Return the way to a language: to the same story, or to what stands in for it, or where it lacks both as `way` has it."""
    name = way.language
    path = paths.get(name) or stand_ins.get(name) or way.path
    stands_in = name in stand_ins and name not in paths
    return Toggle(name, way.name, way.tag, way.direction, path, name in paths, name == language, stands_in)
