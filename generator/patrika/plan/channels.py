"""Which feeds there are: of what, in which forms, at which addresses."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from msgspec import Struct

from patrika.model.article import Correction
from patrika.model.page import FeedLink
from patrika.plan.edition import Edition
from patrika.plan.file_inputs import Form
from patrika.relate import addresses
from patrika.relate.catalog import NO_RUN

FILES: Mapping[Form, str] = {"rss": "feed.xml", "atom": "atom.xml", "json": "feed.json"}
"""Names of feeds by their form: each lies beside the page that lists the same."""

TYPES: Mapping[Form, tuple[str, str]] = {
    "rss": ("application/rss+xml", "RSS"),
    "atom": ("application/atom+xml", "Atom"),
    "json": ("application/feed+json", "JSON"),
}
"""Media types of the forms, and what readers call them."""

ENOUGH = 5
"""Stories that a tag must have for a feed."""

Kind = Literal["front", "section", "tag", "author", "corrections"]

FORMS: Mapping[Kind, tuple[Form, ...]] = {
    "front": ("rss", "atom", "json"),
    "section": ("rss", "atom", "json"),
    "tag": ("rss",),
    "author": ("rss",),
    "corrections": ("rss", "atom", "json"),
}
"""Forms of the feeds of each kind of list."""


class Channel(Struct, frozen=True):
    """A list of stories, or of corrections, that has feeds; `id` is the section's, tag's or person's."""

    kind: Kind
    id: str
    language: str
    path: str
    """Of the page that lists them."""

    def path_of(self, form: Form) -> str:
        """Return the path of one of its feeds."""
        return addresses.beside(self.path, FILES[form])


def channels(edition: Edition) -> Iterator[Channel]:
    """Yield all that has feeds."""
    site = edition.site
    for language in site.languages:
        yield Channel("front", "", language.id, addresses.home(language))
        sections = (Channel("section", it.id, language.id, addresses.section(language, it.id)) for it in site.sections)
        yield from (it for it in sections if has_feeds(edition, it))
        if path := edition.corrections_path(language.id):
            yield Channel("corrections", "", language.id, path)
    for id, key in edition.catalog.by_tag:
        if has_feeds(edition, it := Channel("tag", key, id, addresses.tag(site.language(id), key))):
            yield it
    for id, person in edition.profiles:
        if has_feeds(edition, it := Channel("author", person, id, addresses.author(site.language(id), person))):
            yield it


def has_feeds(edition: Edition, channel: Channel) -> bool:
    """Return whether a list has feeds: a section with stories unless it says no, a tag with enough, a person who wrote; and
    corrections wherever they have a page."""
    if channel.kind == "corrections":
        return True
    if channel.kind == "section" and not edition.site.section(channel.id).feed:
        return False
    wanted = {"front": 0, "section": 1, "tag": ENOUGH, "author": 1}[channel.kind]
    return len(list(islice(carried(edition, channel), wanted))) == wanted


def carried(edition: Edition, channel: Channel) -> Iterator[int]:
    """Yield the positions of the stories that feeds of a list may carry, newest first: what has a date, and readers may see."""
    entries, listed = edition.catalog.entries, edition.catalog.listed.get(channel.language, NO_RUN)
    for rank in reversed(_run(edition, channel)):
        entry = entries[listed[rank]]
        if not entry.published:
            return  # What has no date stands before all that has one.
        if not entry.status:
            yield listed[rank]


def corrected(edition: Edition, language: str) -> Iterator[tuple[int, Correction]]:
    """Yield the corrections that feeds may carry, newest first, with the positions of their stories: what readers may see."""
    for position, correction in reversed(edition.corrected.get(language, ())):
        if not edition.catalog.entries[position].status:
            yield position, correction


def _run(edition: Edition, channel: Channel) -> Sequence[int]:
    """Return the ranks of a list's stories, oldest first."""
    catalog, name = edition.catalog, (channel.language, channel.id)
    if channel.kind == "front":
        return catalog.all_in_lists(channel.language)
    runs = {"section": catalog.by_section, "tag": catalog.by_tag, "author": catalog.by_author}
    return runs[channel.kind].get(name, NO_RUN)


def feed_links(edition: Edition, channel: Channel, title: str) -> tuple[FeedLink, ...]:
    """Return the feeds of a list for the pages that lead to them, none where it has none; `title` is the list's."""
    if not has_feeds(edition, channel):
        return ()
    return tuple(FeedLink(channel.path_of(form), *TYPES[form], title) for form in FORMS[channel.kind])
