"""What files for programs are made of: one closed value per role."""

from typing import Literal

from msgspec import Struct

from patrika.model.article import Article, Correction
from patrika.model.card import Card
from patrika.model.page import Mapped
from patrika.plan.hosts import HostInput
from patrika.plan.inputs import Link, Text

Form = Literal["rss", "atom", "json"]
"""How a feed is written."""


class FeedPlace(Struct, frozen=True, gc=False, array_like=True):
    """What a feed says of itself."""

    form: Form
    path: str
    """Its own, under the site's base, raw."""
    home: str
    """Of the page that lists the same stories."""
    kind: str
    id: str
    """Of that page: `section` and `world`."""
    language: str
    title: str
    """Empty for corrections that no page of the paper opens: their feed has a phrase of the theme."""
    description: str


class FeedItem(Struct, frozen=True):
    """A story as feeds carry it."""

    key: bytes
    """Names all that is written of it, so that this is done once for all feeds that carry it."""
    article: Article
    card: Card
    text: Text | None
    """None where feeds carry summaries alone."""
    section: str
    tags: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    """BCP 47 and paths of the languages that it is in."""

    @property
    def changed(self) -> int:
        """Return when it last changed, in UTC seconds."""
        return self.card.updated or self.card.published


class CorrectionItem(Struct, frozen=True):
    """A correction as feeds carry it."""

    id: str
    """A URI."""
    card: Card
    """Of its story."""
    correction: Correction

    @property
    def changed(self) -> int:
        """Return when it was made, in UTC seconds."""
        return self.correction.date


class FeedInput(Struct, frozen=True):
    """A feed, what it carries newest first."""

    place: FeedPlace
    items: tuple[FeedItem | CorrectionItem, ...]


class Version(Struct, frozen=True):
    """A story in another language."""

    name: str
    """The language's own."""
    tag: str
    """BCP 47."""
    path: str
    """A whole address where it is on another site."""
    title: str = ""
    """Empty there."""
    uri: str = ""
    """Its id; empty there."""


class NinjsInput(Struct, frozen=True):
    """A story as an item of ninjs."""

    story: FeedItem
    section: Link
    tags: tuple[Link, ...]
    """Those that have a page."""
    series: Link | None
    versions: tuple[Version, ...]
    corrections: tuple[tuple[str, Correction], ...]
    """With their ids, newest first."""


class SitemapInput(Struct, frozen=True):
    """A sitemap: its pages, in order."""

    pages: tuple[Mapped, ...]


class NewsSitemapInput(Struct, frozen=True):
    """A sitemap of news: its stories, newest first."""

    cards: tuple[Card, ...]


class SitemapIndexInput(Struct, frozen=True):
    """The index of sitemaps: the path of each, and when what it names last changed, 0 where nobody knows."""

    sitemaps: tuple[tuple[str, int], ...]


class RobotsInput(Struct, frozen=True):
    """The file robots.txt."""

    index: str
    """Path of the index of sitemaps; empty where there is none."""


class SecurityInput(Struct, frozen=True):
    """The file security.txt, at its path."""

    path: str


FileInput = (
    NinjsInput
    | FeedInput
    | SitemapInput
    | NewsSitemapInput
    | SitemapIndexInput
    | RobotsInput
    | SecurityInput
    | HostInput
)
"""What files for programs are made of, by role."""
