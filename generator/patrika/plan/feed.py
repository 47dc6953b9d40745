"""Feeds: the newest stories of a language, whole, for programs that follow them."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from patrika.model.encoding import Digest, encode
from patrika.model.page import Page
from patrika.plan.channels import FILES, carried, channels
from patrika.plan.edition import Edition
from patrika.plan.inputs import FeedInput, FeedItem, FeedPlace, Text
from patrika.plan.refs import Shelf
from patrika.plan.sources import Sources

ITEMS = 50
"""Stories that a feed carries at most."""


class ItemRefs(Struct, frozen=True, gc=False, array_like=True):
    """A story that a feed carries by reference."""

    own: Digest
    card: Digest
    ties: Digest
    """What fills the slots of the body; empty where there is none."""


class FeedRefs(Struct, frozen=True, gc=False, array_like=True, tag="feed"):
    """A feed by reference: alone among all that is printed it names the bodies of many stories, though never more than ITEMS."""

    place: FeedPlace
    items: tuple[ItemRefs, ...]
    blocks: bytes
    """Grounds of the blocks in the bodies, as feeds show them."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield each feed."""
    for channel in channels(edition):
        for file in FILES.values():
            yield Page(channel.path + file, "feed", channel.language)


def refer(page: Page, sources: Sources) -> FeedRefs:
    """Return a feed by reference: its stories, newest first."""
    edition, entries = sources.edition, sources.edition.catalog.entries
    channel = next(it for it in channels(edition) if it.language == page.language)
    carries = [entries[position] for position in islice(carried(edition, channel), ITEMS)]
    title = edition.site.language(page.language).site_name
    return FeedRefs(
        FeedPlace("rss", page.path, channel.path, title),
        tuple([ItemRefs(entry.own, entry.card, entry.ties) for entry in carries]),
        sources.grounds_of(page.language, sorted({f"{name}.feed" for entry in carries for name in entry.blocks})),
    )


def fill(refs: FeedRefs, shelf: Shelf) -> FeedInput:
    """Return what a feed is written from."""
    return FeedInput(refs.place, tuple(_item(item, shelf) for item in refs.items))


def _item(refs: ItemRefs, shelf: Shelf) -> FeedItem:
    article = shelf.article(refs.own)
    text = Text(shelf.body(article.prose.body), *([shelf.filling(refs.ties)] if refs.ties else []))
    return FeedItem(encode(refs), article, shelf.card(refs.card), text)
