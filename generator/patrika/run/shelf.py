"""Shelves: content by digest, and for each page only what its references name."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from msgspec.msgpack import Decoder

from patrika.model.article import Article, Author, Body, Standalone
from patrika.model.card import Card
from patrika.model.encoding import Digest, digest
from patrika.plan.refs import digests_of
from patrika.store.cache import Cache


def by_digest(values: Iterable[Any]) -> dict[Digest, Any]:
    """Return values by their digest."""
    return {digest(value): value for value in values}


class Stock:
    """All content of a build by digest: values in memory, bodies in the cache."""

    def __init__(self, values: Mapping[Digest, Any], body_rows: Mapping[Digest, int], cache: Cache) -> None:
        """Take values by digest, and the rows of the cache that hold bodies."""
        self.values = values
        self._body_rows = body_rows
        self._cache = cache

    def body(self, key: Digest) -> Body:
        """Return a body."""
        return _BODIES.decode(self._cache.body(self._body_rows[key]))


_BODIES = Decoder(Body)


class RestrictedShelf:
    """The content that one page may see."""

    def __init__(self, stock: Stock, refs: Any) -> None:
        """Allow what `refs` name, and the bodies of what they name."""
        self._stock = stock
        named = digests_of(refs)
        found = (stock.values.get(key) for key in named)
        self._allowed = named | {item.prose.body for item in found if isinstance(item, Article | Author | Standalone)}

    def _get(self, key: Digest) -> Any:
        self._check(key)
        return self._stock.values[key]

    def _check(self, key: Digest) -> None:
        if key not in self._allowed:
            raise KeyError(f"a page asked for {key.hex()}, which its references do not name")

    def article(self, digest: Digest) -> Article:
        """Return a story."""
        return cast(Article, self._get(digest))

    def author(self, digest: Digest) -> Author:
        """Return a person."""
        return cast(Author, self._get(digest))

    def standalone(self, digest: Digest) -> Standalone:
        """Return an undated page."""
        return cast(Standalone, self._get(digest))

    def card(self, digest: Digest) -> Card:
        """Return a card."""
        return cast(Card, self._get(digest))

    def body(self, digest: Digest) -> Body:
        """Return a body."""
        self._check(digest)
        return self._stock.body(digest)
