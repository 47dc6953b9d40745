"""Which feeds there are: of what, in which forms, at which addresses."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.plan.edition import Edition
from patrika.plan.inputs import Form
from patrika.relate import addresses

FILES: dict[Form, str] = {"rss": "feed.xml"}
"""Names of feeds by their form: each lies beside the page that lists the same stories."""


class Channel(Struct, frozen=True):
    """Stories that have feeds: those of a language."""

    language: str
    path: str
    """Of the page that lists them."""


def channels(edition: Edition) -> Iterator[Channel]:
    """Yield all that has feeds."""
    for language in edition.site.languages:
        yield Channel(language.id, addresses.home(language))


def carried(edition: Edition, channel: Channel) -> Iterator[int]:
    """Yield the positions of the stories that feeds of a channel may carry, newest first: those that readers may see."""
    entries = edition.catalog.entries
    for position in reversed(edition.catalog.listed.get(channel.language, ())):
        if not entries[position].published:
            return  # What has no date stands before all that has one.
        if not entries[position].status:
            yield position
