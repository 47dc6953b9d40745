"""Feeds written in each form from the same input, each story once for all feeds that carry it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from msgspec.structs import replace

from patrika.plan.file_inputs import CorrectionItem, FeedInput, FeedItem, Form
from patrika.relate.feed_ids import channel_id
from patrika.render import feed_atom, feed_json, feed_rss
from patrika.render.feed_parts import FeedGround, Told, Whole, told, told_correction
from patrika.render.instants import rfc_822, rfc_3339
from patrika.render.means import Means
from patrika.render.remembered import Remembered

MOST_BYTES = 2_000_000
"""That a feed may have; its oldest stories are left out until it fits. Aggregators take no more."""

MOST_OF_A_STORY = 1_000_000
"""Bytes of a story; a longer one is carried by its summary alone."""

_REMEMBERED = 512
"""Stories kept as told, and as each form has them."""

Versions = tuple[tuple[str, str], ...]


class _Form(Protocol):
    """A form of feeds."""

    FOOT: str
    BETWEEN: str

    def head(self, whole: Whole) -> str:
        """Return what stands before the items."""

    def item(self, told: Told, versions: Versions) -> str:
        """Return a story."""


_FORMS: Mapping[Form, _Form] = {"rss": feed_rss, "atom": feed_atom, "json": feed_json}


def writing(ground: FeedGround, means: Means) -> Callable[[FeedInput], bytes]:
    """Return what writes feeds of a language."""
    as_told: Remembered[bytes, Told] = Remembered(_REMEMBERED)
    as_written: Remembered[tuple[Form, bytes, Versions], bytes] = Remembered(_REMEMBERED * len(_FORMS))

    def tell(item: FeedItem) -> Told:
        return as_told.get(item.key, lambda: told(item, ground, means))

    def written(item: FeedItem | CorrectionItem, form: Form) -> bytes:
        if isinstance(item, CorrectionItem):
            return _FORMS[form].item(told_correction(item, ground, means), ()).encode()
        return as_written.get((form, item.key, item.versions), lambda: _written(tell(item), item, form, means))

    def write(feed: FeedInput) -> bytes:
        form, of = feed.place.form, _FORMS[feed.place.form]
        head, foot, between = of.head(_whole(feed, ground, means)).encode(), of.FOOT.encode(), of.BETWEEN.encode()
        items = [written(item, form) for item in feed.items]
        return head + between.join(_fitting(items, MOST_BYTES - len(head) - len(foot), len(between))) + foot

    return write


def _whole(feed: FeedInput, ground: FeedGround, means: Means) -> Whole:
    place = feed.place
    said = rfc_822 if place.form == "rss" else rfc_3339
    changed = max((item.changed for item in feed.items), default=None)
    return Whole(
        place if place.title else replace(place, title=f"{ground.corrections} | {ground.site_name}"),
        means.absolute(place.path),
        means.absolute(place.home),
        channel_id(place.kind, place.id, place.language, ground.host),
        "" if changed is None else said(changed, ground.timezone),
        ground,
    )


def _written(of: Told, item: FeedItem, form: Form, means: Means) -> bytes:
    versions = tuple((tag, means.absolute(path)) for tag, path in item.versions)
    found = _FORMS[form].item(of, versions).encode()
    return found if len(found) <= MOST_OF_A_STORY else _FORMS[form].item(replace(of, html=""), versions).encode()


def _fitting(items: Sequence[bytes], room: int, between: int) -> Iterator[bytes]:
    """Yield items as long as there is room."""
    for item in items:
        room -= len(item) + between
        if room < 0:
            return
        yield item
