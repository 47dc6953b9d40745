"""What many pages share, by digest: said once, and named by each page's references in sixteen bytes."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from patrika.model.encoding import Digest, digest
from patrika.model.page import Alternate, Toggle
from patrika.plan import frames
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


class ArchivePlace(Struct, frozen=True, tag="archive place"):
    """What all months of a section share in a language."""

    section: Link
    ways: tuple[Toggle, ...]


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
    kinds = [
        *(_stories(edition), _archives(edition), _tag_links(edition), _tags(edition), _authors(edition)),
        *(_series_links(edition), _series(edition)),
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
        yield (language, id), ArchivePlace(Link(id, section.title_in(language), path), ways)


def _tag_links(edition: Edition) -> Named:
    for language, key in edition.catalog.by_tag:
        path = addresses.tag(edition.site.language(language), key)
        yield (language, key), Link(key, edition.tag_name(language, key), path)


def _tags(edition: Edition) -> Named:
    site = edition.site
    for language, key in edition.catalog.by_tag:
        entity = edition.tags.get(key)
        paths = {
            other.id: addresses.tag(other, key) for other in site.languages if (other.id, key) in edition.catalog.by_tag
        }
        description = entity.description.get(language, "") if entity else ""
        yield (language, key), _list_place(edition, language, edition.tag_name(language, key), description, paths)


def _authors(edition: Edition) -> Named:
    for (language, id), profile in edition.profiles.items():
        paths = {
            other.id: addresses.author(other, id)
            for other in edition.site.languages
            if (other.id, id) in edition.profiles
        }
        description = "" if profile.text_tag else profile.author.prose.excerpt
        yield (language, id), _list_place(edition, language, profile.author.name, description, paths)


def _series_links(edition: Edition) -> Named:
    for language, key in edition.catalog.by_series:
        path = addresses.series(edition.site.language(language), key)
        yield (language, key), Link(key, edition.series_name(language, key), path)


def _series(edition: Edition) -> Named:
    site = edition.site
    for language, key in edition.catalog.by_series:
        told = edition.series.get(key)
        paths = {
            other.id: addresses.series(other, key)
            for other in site.languages
            if (other.id, key) in edition.catalog.by_series
        }
        description = told.description.get(language, "") if told else ""
        yield (language, key), _list_place(edition, language, edition.series_name(language, key), description, paths)


def _list_place(edition: Edition, language: str, title: str, description: str, paths: Mapping[str, str]) -> ListPlace:
    site = edition.site
    toggles = frames.toggles(site, language, paths, frames.front(site))
    return ListPlace(paths[language], title, description, frames.alternates(site, paths), toggles)
