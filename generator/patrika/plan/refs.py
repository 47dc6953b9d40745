"""Pages by reference: what all references share, and the way from them to content."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from msgspec import Struct

from patrika.model.article import Article, Author, Body, Standalone
from patrika.model.card import Card
from patrika.model.encoding import Digest, split_digests
from patrika.plan.inputs import Group
from patrika.relate.ties import Filling

Value = TypeVar("Value")


class GroupRefs(Struct, frozen=True, gc=False, array_like=True):
    """A group of cards by reference: `cards` is their digests, joined."""

    cards: bytes
    id: str = ""
    title: str = ""
    path: str = ""


class ListRefs(Struct, frozen=True, gc=False, array_like=True):
    """The lists of a page by reference, in theme.toml's order."""

    lists: tuple[tuple[str, bytes], ...] = ()
    groups: tuple[tuple[str, tuple[GroupRefs, ...]], ...] = ()


class Shelf(Protocol):
    """The only way of `fill` to content; raises KeyError for a digest that the page's references do not name."""

    def article(self, digest: Digest) -> Article:
        """Return a story."""

    def author(self, digest: Digest) -> Author:
        """Return a person."""

    def standalone(self, digest: Digest) -> Standalone:
        """Return an undated page."""

    def card(self, digest: Digest) -> Card:
        """Return a card."""

    def body(self, digest: Digest) -> Body:
        """Return a body."""

    def filling(self, digest: Digest) -> Filling:
        """Return what fills the slots of a story's body."""

    def shared(self, digest: Digest, kind: type[Value]) -> Value:
        """Return a value that many pages share."""


def cards_of(joined: bytes, shelf: Shelf) -> tuple[Card, ...]:
    """Return the cards of a joined list."""
    return tuple(shelf.card(digest) for digest in split_digests(joined))


def fill_group(refs: GroupRefs, shelf: Shelf) -> Group:
    """Return a group with its cards."""
    return Group(cards_of(refs.cards, shelf), refs.id, refs.title, refs.path)


def fill_lists(refs: ListRefs, shelf: Shelf) -> tuple[Mapping[str, tuple[Card, ...]], Mapping[str, tuple[Group, ...]]]:
    """Return the lists and the groups of a page, by name."""
    lists = {name: cards_of(joined, shelf) for name, joined in refs.lists}
    groups = {name: tuple(fill_group(group, shelf) for group in found) for name, found in refs.groups}
    return lists, groups
