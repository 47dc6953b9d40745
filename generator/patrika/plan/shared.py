"""What many pages share, by digest: said once, and named by each page's references in sixteen bytes."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Tag
from patrika.model.encoding import Digest, digest
from patrika.model.language import Language
from patrika.model.page import Alternate, FeedLink, Toggle
from patrika.plan import frames
from patrika.plan.channels import Channel, Kind, feed_links
from patrika.plan.edition import Edition
from patrika.plan.inputs import Link
from patrika.relate import addresses


class StoryPlace(Struct, frozen=True, tag="story place"):
    """What all stories of a section share in a language."""

    section: Link
    ways: tuple[Toggle, ...]
    """To each language, for a story that it lacks."""
    default: str
    """The site's default language."""


class ListPlace(Struct, frozen=True, tag="list place"):
    """What all pages of a long list share."""

    path: str
    """Of the head."""
    title: str
    description: str
    alternates: tuple[Alternate, ...]
    """Of the head; closed pages have none."""
    toggles: tuple[Toggle, ...]
    extra: Mapping[str, Any] = {}
    """Own fields of a tag or a series."""
    feeds: tuple[FeedLink, ...] = ()


class ArchivePlace(Struct, frozen=True, tag="archive place"):
    """What all months of a section share in a language."""

    section: Link
    ways: tuple[Toggle, ...]
    feeds: tuple[FeedLink, ...] = ()


class Shared(Struct, frozen=True):
    """Shared values, and their digests by what pages know of themselves: language, and section, tag or person."""

    values: Mapping[Digest, Any]
    stories: Mapping[tuple[str, str], Digest]
    archives: Mapping[tuple[str, str], Digest]
    tag_links: Mapping[tuple[str, str], Digest]
    tags: Mapping[tuple[str, str], Digest]
    authors: Mapping[tuple[str, str], Digest]
    series_links: Mapping[tuple[str, str], Digest]
    series: Mapping[tuple[str, str], Digest]


def shared_values(edition: Edition) -> Shared:
    """Return all that pages of an edition share."""
    tags = (edition, edition.catalog.by_tag, addresses.tag, edition.tag_name)
    series = (edition, edition.catalog.by_series, addresses.series, edition.series_name)
    kinds = [
        *(_stories(edition), _archives(edition), _links(*tags)),
        _with_feeds("tag", edition, _lists(*tags, edition.tags)),
        _with_feeds("author", edition, _authors(edition)),
        *(_links(*series), _lists(*series, edition.series)),
    ]
    values: dict[Digest, Any] = {}
    digests = []
    for kind in kinds:
        named = {name: (digest(value), value) for name, value in kind}
        values |= dict(named.values())
        digests.append({name: found for name, (found, _) in named.items()})
    return Shared(values, *digests)


Named = Iterator[tuple[tuple[str, str], Any]]


def _stories(edition: Edition) -> Named:
    site = edition.site
    for section in site.sections:
        ways = frames.toggles(site, "", {}, frames.section_or_front(edition, section.id))
        for language in site.language_ids:
            link = Link(section.id, section.title_in(language), edition.section_path(language, section.id))
            yield (language, section.id), StoryPlace(link, ways, site.default_language)


def _archives(edition: Edition) -> Named:
    site = edition.site
    for language, id in edition.months:
        section = site.section(id)
        path = addresses.section(site.language(language), id)
        ways = frames.toggles(site, language, {}, frames.section_or_front(edition, id))
        title = section.title_in(language)
        feeds = feed_links(edition, Channel("section", id, language, path), title)
        yield (language, id), ArchivePlace(Link(id, title, path), ways, feeds)


Keys = Collection[tuple[str, str]]
"""Languages, each with the key of a tag or a series that has stories in it."""

Address = Callable[[Language, str], str]
Name = Callable[[str, str], str]
"""Returns a tag's or a series' name in a language."""


def _links(edition: Edition, keys: Keys, address: Address, name: Name) -> Named:
    for language, key in keys:
        yield (language, key), Link(key, name(language, key), address(edition.site.language(language), key))


def _lists(edition: Edition, keys: Keys, address: Address, name: Name, entities: Mapping[str, Tag]) -> Named:
    for language, key in keys:
        entity = entities.get(key)
        paths = {other.id: address(other, key) for other in edition.site.languages if (other.id, key) in keys}
        description = entity.description.get(language, "") if entity else ""
        place = _list_place(edition, language, name(language, key), description, paths)
        yield (language, key), replace(place, extra=entity.extra) if entity else place


def _authors(edition: Edition) -> Named:
    for (language, id), profile in edition.profiles.items():
        paths = {
            other.id: addresses.author(other, id)
            for other in edition.site.languages
            if (other.id, id) in edition.profiles
        }
        description = "" if profile.text_tag else profile.author.prose.excerpt
        yield (language, id), _list_place(edition, language, profile.author.name, description, paths)


def _with_feeds(kind: Kind, edition: Edition, places: Named) -> Named:
    for (language, id), place in places:
        feeds = feed_links(edition, Channel(kind, id, language, place.path), place.title)
        yield (language, id), replace(place, feeds=feeds)


def _list_place(edition: Edition, language: str, title: str, description: str, paths: Mapping[str, str]) -> ListPlace:
    site = edition.site
    toggles = frames.toggles(site, language, paths, frames.front(site))
    return ListPlace(paths[language], title, description, frames.alternates(site, paths), toggles)
