"""Versions of stories in several languages: which belong together, and how each stands to the one it was translated from."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from patrika.model.article import Article, Original
from patrika.model.site import Site
from patrika.read.sources import bare_path
from patrika.relate.publication import status_of
from patrika.relate.targets import meant_name

State = Literal["complete", "draft", "outdated", "sourceless", "elsewhere", "missing"]
"""How a story stands in a language. `sourceless`: the version that it was translated from is not there."""


class Version(Struct, frozen=True, gc=False):
    """What of a story is to be known of it as a version of another."""

    source: str
    story: str
    language: str
    title: str
    published: int
    """UTC seconds, 0 for none."""
    status: str
    """`draft`, `scheduled` or `expired`, which readers do not see; empty where they do."""
    publish_at: int
    """UTC seconds, as `expire_at`."""
    expire_at: int
    wording: str
    original: Original | None
    named: tuple[tuple[str, str], ...]
    """Languages, and the story of another name or the whole address that is the version in it."""


class Kin(Struct, frozen=True):
    """A story in all its languages, whatever it is called in each."""

    story: str
    names: frozenset[str]
    """Ids of its stories, and of what they name as versions, also where there is no such story."""
    versions: tuple[Version, ...]
    """In the order of site.toml's languages; those of the story that `story` names come first among those of a language."""
    elsewhere: Mapping[str, str]
    """Whole addresses of versions on other sites, by language."""

    def version(self, language: str) -> Version | None:
        """Return the version in a language, None where it has none here."""
        return next((it for it in self.versions if it.language == language), None)

    def original_of(self, version: Version) -> Version | None:
        """Return what a version was translated from as it is now, None where that is not here."""
        if version.original is None:
            return None
        found = [it for it in self.versions if it.language == version.original.language]
        return min(found, key=lambda it: it.story != version.story, default=None)


def version_of(story: Article, now: int) -> Version:
    """Return a story as a version, as of an instant in UTC seconds."""
    return Version(
        source=story.source,
        story=story.story,
        language=story.language,
        title=story.title,
        published=story.published,
        status=status_of(story, now),
        publish_at=story.publish_at,
        expire_at=story.expire_at,
        wording=story.wording,
        original=story.translated_from,
        named=story.translations,
    )


def kin_of(versions: Iterable[Version], site: Site) -> tuple[Kin, ...]:
    """Return all stories with their versions, newest first. Of two versions of a story in one language the first file counts."""
    by_story: dict[str, dict[str, Version]] = {}
    by_path: dict[str, str] = {}
    for version in sorted(versions, key=lambda it: it.source):
        by_story.setdefault(version.story, {}).setdefault(version.language, version)
        if (path := bare_path(version.source, site)) != version.story:
            by_path.setdefault(path, version.story)
    groups: dict[str, set[str]] = {}
    for story, name in _ties(by_story, by_path, site):
        both = groups.get(story, {story}) | groups.get(name, {name})
        groups.update(dict.fromkeys(both, both))
    found, told = [], set[str]()
    for story in by_story:
        if story not in told:
            names = groups.get(story, {story})
            told |= names
            found.append(_kin(names, by_story, site))
    return tuple(sorted(found, key=lambda kin: (-max(it.published for it in kin.versions), kin.story)))


def state_of(kin: Kin, language: str) -> State:
    """Return how a story stands in a language."""
    version = kin.version(language)
    if version is None:
        return "elsewhere" if language in kin.elsewhere else "missing"
    if version.original is not None:
        original = kin.original_of(version)
        if original and original.wording != version.original.wording:
            return "outdated"
        if original is None and version.original.language not in kin.elsewhere:
            return "sourceless"
    return "draft" if version.status == "draft" else "complete"


def _ties(
    by_story: Mapping[str, Mapping[str, Version]], by_path: Mapping[str, str], site: Site
) -> Iterator[tuple[str, str]]:
    """Yield stories, each with one that it names as a version of itself."""
    for story, versions in by_story.items():
        for version in versions.values():
            for _, written in version.named:
                if "://" not in written:
                    id = meant_name(written.removeprefix("@/"), site)
                    yield story, by_path.get(id, id)


def _kin(names: Iterable[str], by_story: Mapping[str, Mapping[str, Version]], site: Site) -> Kin:
    known = sorted(name for name in names if name in by_story)
    order = {language: number for number, language in enumerate(site.language_ids)}
    versions = [version for name in known for version in by_story[name].values()]
    named = {language: to for it in versions for language, to in it.named if "://" in to}
    return Kin(
        story=known[0],
        names=frozenset(names),
        versions=tuple(sorted(versions, key=lambda it: order[it.language])),
        elsewhere=named,
    )
