"""All that other pages may know of a story."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from patrika.model.media import Picture


class Person(Struct, frozen=True, gc=False, array_like=True):
    """A name in a byline; `path` leads to the author's page and is empty where there is none."""

    name: str
    path: str = ""


class Card(Struct, frozen=True, gc=False, tag="card"):
    """A story as lists show it. Instants are UTC seconds; `path` is under the site's base, raw (not percent-encoded)."""

    story: str
    language: str
    path: str
    title: str
    section: str
    kind: str
    published: int
    """0 where it has no date."""
    summary: str = ""
    kicker: str = ""
    updated: int = 0
    days_alone: tuple[str, ...] = ()
    """Of `date` and `updated`, those that have no time of day to be shown."""
    authors: tuple[Person, ...] = ()
    portrait: Picture | None = None
    """The first author's picture, for opinion lists."""
    agency: str = ""
    image: Picture | None = None
    tags: tuple[str, ...] = ()
    status: str = ""
    """`draft`, `scheduled` or `expired` where the site shows such stories, else empty."""
    extra: Mapping[str, Any] = {}
    """Of its own fields, those that cards carry: empty where it has none of them, else all."""

    def __hash__(self) -> int:
        """Return a hash although own fields have none, so that what a card looks like can be remembered."""
        return hash((self.story, self.language, self.path, self.title, self.published))
