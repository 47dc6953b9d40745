"""Shelves: content by digest, and for each page only what its references name."""

from collections.abc import Iterable, Mapping
from typing import Any

from patrika.model.article import Article, Author, Body, Standalone
from patrika.model.card import Card
from patrika.model.encoding import Digest, digest
from patrika.plan.refs import digests_of

Stock = Mapping[Digest, Any]


def stock(values: Iterable[Any]) -> dict[Digest, Any]:
    """Return values by their digest."""
    return {digest(value): value for value in values}


class RestrictedShelf:
    """The content that one page may see."""

    def __init__(self, stock: Stock, refs: Any) -> None:
        """Allow what `refs` name, and the bodies of what they name."""
        self._stock = stock
        named = digests_of(refs)
        bodies = {item.prose.body for key in named if isinstance(item := stock.get(key), Article | Author | Standalone)}
        self._allowed = named | bodies

    def _get(self, key: Digest) -> Any:
        if key not in self._allowed:
            raise KeyError(f"a page asked for {key.hex()}, which its references do not name")
        return self._stock[key]

    def article(self, digest: Digest) -> Article:
        """Return a story."""
        return self._get(digest)  # type: ignore[no-any-return]

    def author(self, digest: Digest) -> Author:
        """Return a person."""
        return self._get(digest)  # type: ignore[no-any-return]

    def standalone(self, digest: Digest) -> Standalone:
        """Return an undated page."""
        return self._get(digest)  # type: ignore[no-any-return]

    def card(self, digest: Digest) -> Card:
        """Return a card."""
        return self._get(digest)  # type: ignore[no-any-return]

    def body(self, digest: Digest) -> Body:
        """Return a body."""
        return self._get(digest)  # type: ignore[no-any-return]
