"""All that other pages may know of a story."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from patrika.model.media import Picture
from patrika.model.terms import Instant, SitePath


class Person(Struct, frozen=True, gc=False, array_like=True):
    """A name in a byline."""

    name: str
    path: SitePath = ""
    """The person's page; empty for a plain name."""


class Card(Struct, frozen=True, gc=False, tag="card"):
    """A story as lists show it."""

    story: str
    """The story's id."""
    language: str
    """The language's id."""
    path: SitePath
    title: str
    section: str
    """The section's id."""
    kind: str
    """`report`, `opinion`, or a word of the site's."""
    published: Instant
    """0 where it has no date."""
    summary: str = ""
    """Else the excerpt."""
    kicker: str = ""
    updated: Instant = 0
    """0 unless later than `published`."""
    days_alone: tuple[str, ...] = ()
    """Of `date` and `updated`, those written without a time: print no clock for them."""
    authors: tuple[Person, ...] = ()
    portrait: Picture | None = None
    """The first author's that has one."""
    agency: str = ""
    image: Picture | None = None
    tags: tuple[str, ...] = ()
    """Keys of its tags."""
    status: str = ""
    """`draft`, `scheduled` or `expired` where the site shows such stories, else empty."""
    extra: Mapping[str, Any] = {}
    """Of its [own fields](#own-fields) those that `card_extra` names; empty where it has none of them."""

    def __hash__(self) -> int:
        """Return a hash although own fields have none, so that what a card looks like can be remembered."""
        return hash((self.story, self.language, self.path, self.title, self.published))
