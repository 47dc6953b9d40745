"""Entries: what the catalog keeps of every story, public or not, so that a build need not open a story that did not change."""

from msgspec import Struct

from patrika.model.article import Article, Correction
from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import Digest, digest
from patrika.model.site import Site
from patrika.read.fields import marks
from patrika.read.sources import bare_path
from patrika.relate import addresses

PRIORITY = ("normal", "high", "lead")


class Entry(Struct, frozen=True, gc=False, array_like=True):
    """A story by its row, its place in the paper, and by digest all that pages show of it. Instants are UTC seconds.

    The fields after `own` follow from the world around the story; `card` is empty until that was looked at.
    """

    id: int
    """Row of the cache, kept as long as the file is; it never decides order."""
    story: str
    language: str
    published: int
    """0 where it has no date."""
    section: str
    kind: str
    path: str
    tags: tuple[str, ...]
    """Keys."""
    spelled: tuple[str, ...]
    """The tags as written, where any is not its own key."""
    authors: tuple[str, ...]
    at: str
    """Path under content/ less language and ending, where that is not the story's id."""
    publish_at: int
    expire_at: int
    priority: int
    """Index in PRIORITY."""
    priority_until: int
    draft: bool
    listed: bool
    related_off: bool
    """Whether none but picks are related to it: also where it has no date, so that all others are newer."""
    excluded: tuple[str, ...]
    """Stories never to be related."""
    flaws: tuple[Diagnostic, ...]
    """What was wrong with the file alone."""
    anchors: tuple[str, ...]
    """Headings of its body that links may lead to."""
    own: Digest
    """Of the Article, which holds the digest of its body."""
    card: Digest = b""
    ties: Digest = b""
    """Of what fills the slots of its body; empty where there is no slot."""
    status: str = ""
    """What the card says of it: `draft`, `scheduled` or `expired`, which readers do not see."""
    picks: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    """Files that its page shows or offers, by path from the site's root."""
    blocks: tuple[str, ...] = ()
    """Names of the blocks that its page shows, sorted."""
    linked: tuple[str, ...] = ()
    """Paths of the site that it links to, to be looked up among the pages."""
    asked: tuple[str, ...] = ()
    """Names that were looked up in the world."""
    answers: Digest = b""
    """Digest of what these names stood for."""
    remarks: tuple[Diagnostic, ...] = ()
    aliases: tuple[str, ...] = ()
    """Old addresses that lead to it."""
    elsewhere: tuple[tuple[str, str], ...] = ()
    """Languages, and the story of another name or the whole address that is the version in it."""
    """What is to be said of it and stops nobody."""
    also_in: tuple[str, ...] = ()
    """Further sections that list it."""
    series: str = ""
    """Key."""
    updated: int = 0
    """0 unless later than `published`."""
    noindex: bool = False
    canonical: str = ""
    """Another address that its page defers to."""
    pictures: tuple[str, ...] = ()
    """Paths under the site's base of the pictures that its page shows as its own, the lead one first."""
    fallbacks: tuple[tuple[str, str], ...] = ()
    """Languages that may show it for want of a translation, and its path there."""
    marks: tuple[str, ...] = ()
    """What lists that go by own fields find it by: `place=Dhaka`."""
    corrections: tuple[Correction, ...] = ()
    """Newest first."""
    guid: str = ""
    """Its id in feeds, in place of ours."""


def entry_of(id: int, article: Article, flaws: tuple[Diagnostic, ...], site: Site) -> Entry:
    """Return what a story says by itself; `id` is its row in the cache."""
    tags = [(addresses.tag_key(tag, article.language, site), tag) for tag in article.tags]
    named = {key: tag for key, tag in reversed(tags) if key}
    keys = tuple(dict.fromkeys(key for key, _ in tags if key))
    spelled = tuple(named[key] for key in keys)
    at = bare_path(article.source, site)
    return Entry(
        id=id,
        story=article.story,
        language=article.language,
        published=article.published,
        section=article.section,
        kind=article.kind,
        path=addresses.article(article, site),
        tags=keys,
        spelled=spelled if spelled != keys else (),
        authors=article.authors,
        at=at if at != article.story else "",
        publish_at=article.publish_at,
        expire_at=article.expire_at,
        priority=PRIORITY.index(article.priority),
        priority_until=article.priority_until,
        draft=article.draft,
        listed=article.listed,
        related_off=article.related_off or not article.published,
        excluded=article.related_exclude,
        flaws=flaws,
        anchors=article.prose.anchors,
        own=digest(article),
        aliases=article.aliases,
        also_in=article.also_in,
        series=article.series,
        updated=article.updated if article.updated > article.published else 0,
        noindex=article.noindex,
        canonical=article.canonical,
        fallbacks=tuple(addresses.fallbacks(article, site)) if any(it.fallback for it in site.languages) else (),
        marks=marks(article.extra, site.sought) if site.sought else (),
        corrections=article.corrections,
        guid=article.guid,
    )
