"""Shelves: content by digest, and for each page only what its references name."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.article import Article, Author, Body, Standalone
from patrika.model.card import Card
from patrika.model.encoding import Digest
from patrika.relate.entries import Entry
from patrika.relate.ties import Filling
from patrika.run.entering import story_of
from patrika.store.cache import Cache

Value = TypeVar("Value")
REMEMBERED = 4_096
"""Cards kept decoded: pages that follow one another show much the same."""

_BODIES = Decoder(Body)
_CARDS = Decoder(Card)
_FILLINGS = Decoder(Filling)


class Where(Struct, frozen=True):
    """Rows of the cache by what lies in them."""

    stories: Mapping[Digest, int]
    cards: Mapping[Digest, int]
    fillings: Mapping[Digest, int]
    bodies: Mapping[Digest, int]
    """Of people and undated pages."""


def where(entries: tuple[Entry, ...], bodies: Mapping[Digest, int]) -> Where:
    """Return where the content of stories lies."""
    return Where(
        {entry.own: entry.id for entry in entries},
        {entry.card: entry.id for entry in entries},
        {entry.ties: entry.id for entry in entries if entry.ties},
        bodies,
    )


class Stock:
    """All content of a build by digest: what is shared in memory, stories, cards and bodies in the cache."""

    def __init__(self, values: Mapping[Digest, Any], places: Where, cache: Cache) -> None:
        """Take values by digest, and the rows of the cache that hold the rest."""
        self.values = values
        self._where = places
        self._cache = cache
        self._bodies: dict[Digest, int] = {}
        self.card: Callable[[Digest], Card] = lru_cache(REMEMBERED)(self._card)

    def article(self, key: Digest) -> Article:
        """Return a story."""
        id = self._where.stories[key]
        article, _ = story_of(self._cache, id)
        self._bodies = {article.prose.body: id}
        return article

    def _card(self, key: Digest) -> Card:
        return _CARDS.decode(self._cache.card(self._where.cards[key]))

    def filling(self, key: Digest) -> Filling:
        """Return what fills a story's body."""
        return _FILLINGS.decode(self._cache.ties(self._where.fillings[key]))

    def body(self, key: Digest) -> Body:
        """Return the body of a person, an undated page, or the story that was asked for last."""
        id = self._bodies[key] if key in self._bodies else self._where.bodies[key]
        return _BODIES.decode(self._cache.body(id))


class RestrictedShelf:
    """The content that one page may see."""

    def __init__(self, stock: Stock, refs: bytes) -> None:
        """Allow what `refs`, which are encoded, name."""
        self._stock = stock
        self._named_bytes = refs
        self._bodies: set[Digest] = set()

    def _check(self, key: Digest) -> None:
        # Sixteen bytes of a digest are not met by chance; to take references apart costs as much as to fill them.
        if key not in self._named_bytes:
            raise KeyError(f"a page asked for {key.hex()}, which its references do not name")

    def _named(self, key: Digest) -> Any:
        self._check(key)
        return self._stock.values[key]

    def article(self, digest: Digest) -> Article:
        """Return a story, whose body is then to be had, too."""
        self._check(digest)
        article = self._stock.article(digest)
        self._bodies.add(article.prose.body)
        return article

    def author(self, digest: Digest) -> Author:
        """Return a person, whose body is then to be had, too."""
        author = cast(Author, self._named(digest))
        self._bodies.add(author.prose.body)
        return author

    def standalone(self, digest: Digest) -> Standalone:
        """Return an undated page, whose body is then to be had, too."""
        page = cast(Standalone, self._named(digest))
        self._bodies.add(page.prose.body)
        return page

    def card(self, digest: Digest) -> Card:
        """Return a card."""
        self._check(digest)
        return self._stock.card(digest)

    def body(self, digest: Digest) -> Body:
        """Return the body of a text that was had."""
        if digest not in self._bodies:
            self._check(digest)
        return self._stock.body(digest)

    def filling(self, digest: Digest) -> Filling:
        """Return what fills the slots of a story's body."""
        self._check(digest)
        return self._stock.filling(digest)

    def shared(self, digest: Digest, kind: type[Value]) -> Value:
        """Return a value that many pages share."""
        value = self._named(digest)
        assert isinstance(value, kind), f"{digest.hex()} is a {type(value).__name__}"
        return value
