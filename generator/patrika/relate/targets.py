"""What the words of a link, a picture or a pick mean: a story, a page, a file, or nothing."""

import posixpath
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from msgspec import Struct

from patrika.model.article import Author, Standalone
from patrika.model.blocks import BlockSpec
from patrika.model.diagnostics import nearest
from patrika.model.site import Declared, Site
from patrika.read.fields import ABSENT
from patrika.read.sources import CONTENT, bare_path, endings_of, language_of
from patrika.relate import addresses
from patrika.relate.entries import Entry

STATIC = "static/"


class Known(Struct, frozen=True):
    """All that content may name, public or not."""

    stories: Mapping[str, Mapping[str, Entry]]
    """By story id and language."""
    story_by_path: Mapping[str, str]
    """Story ids by path under content/ less language and ending, where `story:` overrides it or a file is at fault."""
    pages: Mapping[str, Mapping[str, Standalone]]
    people: Mapping[str, Mapping[str, Author]]
    hidden: frozenset[tuple[str, str]]
    """(story, language) of what readers may not see at this instant."""
    hidden_paths: frozenset[str]
    """Where these would be, or would be led to from, and no public story is."""
    hidden_pages: frozenset[tuple[str, str]]
    """The same of undated pages, by id."""
    withheld: frozenset[str]
    """Stories with a version that is held back because its file cannot be read."""
    files: Mapping[str, bytes]
    """Files of content/ and static/ that are no articles, by path from the site's root: what tells each from another state
    of itself."""
    blocks: Mapping[str, BlockSpec] | None
    """Blocks that the theme declares; None where the theme is at fault."""


class StoryTarget(Struct, frozen=True):
    """A story, with the language where the link asks for one."""

    story: str
    language: str = ""


class PageTarget(Struct, frozen=True):
    """A standalone page."""

    id: str
    language: str = ""


class FileTarget(Struct, frozen=True):
    """A file that is there."""

    path: str


class PathTarget(Struct, frozen=True):
    """A path of the site, to be looked up among the pages planned."""

    path: str


class Missing(Struct, frozen=True):
    """Nothing; `outside` says that the path leaves content/."""

    wanted: str
    nearest: str = ""
    outside: bool = False


Target = StoryTarget | PageTarget | FileTarget | PathTarget | Missing


def known(
    site: Site,
    entries: Collection[Entry],
    pages: Iterable[Standalone],
    people: Iterable[Author],
    *,
    hidden: Collection[Entry],
    hidden_pages: Collection[Standalone],
    files: Mapping[str, bytes],
    blocks: Mapping[str, BlockSpec] | None,
    faulty: Iterable[str] = (),
) -> Known:
    """Return the index of all that content may name. What `faulty` files would have held is known, but not public."""
    stories: dict[str, dict[str, Entry]] = {}
    by_path: dict[str, str] = {}
    for entry in entries:
        stories.setdefault(entry.story, {})[entry.language] = entry
        if entry.at:
            by_path[entry.at] = min(entry.story, by_path.get(entry.at, entry.story))
    standalone: dict[str, dict[str, Standalone]] = {}
    for page in pages:
        standalone.setdefault(page.id, {})[page.language] = page
    authors: dict[str, dict[str, Author]] = {}
    for person in people:
        authors.setdefault(person.id, {})[person.language] = person
    withheld: set[str] = set()
    for path in faulty:
        id = bare_path(path, site)
        folder, _, stem = id.rpartition("/")
        if folder in ("pages", "authors"):
            (standalone if folder == "pages" else authors).setdefault(stem, {})
        else:
            stories.setdefault(story := by_path.get(id, id), {})
            if site.holds:
                withheld.add(story)
    unseen = frozenset((entry.story, entry.language) for entry in hidden)
    paths = {path for entry in hidden for path in (entry.path, *entry.aliases)}
    paths |= {
        path for it in hidden_pages for path in (addresses.standalone(site.language(it.language), it), *it.aliases)
    }
    if paths:
        public = (entry for entry in entries if (entry.story, entry.language) not in unseen)
        paths.difference_update(path for entry in public for path in (entry.path, *entry.aliases))
    shown_pages = frozenset((page.id, page.language) for page in hidden_pages)
    return Known(
        stories, by_path, standalone, authors, unseen, frozenset(paths), shown_pages, frozenset(withheld), files, blocks
    )


def find(target: str, source: str, index: Known, site: Site) -> Target:
    """Return what `target`, written in the file `source`, means.

    `@/…` is from content/, a leading `/` is the published site's, anything else is beside `source`.
    """
    if target.startswith("/"):
        path = STATIC + target[1:]
        return FileTarget(path) if path in index.files else PathTarget(target)
    path = meant_path(target, source)
    if not path.startswith(CONTENT):
        return Missing(target, outside=True)
    if path in index.files:
        return FileTarget(path)
    return _named(path.removeprefix(CONTENT), target, index, site)


def is_hidden(path: str, index: Known) -> bool:
    """Return whether a path of the site is that of a story or page that readers may not see at this instant."""
    return path in index.hidden_paths or path + "/" in index.hidden_paths


def meant_path(target: str, source: str) -> str:
    """Return the path from the site's root that `target`, written in the file `source`, means if it means a file."""
    if target.startswith("/"):
        return STATIC + target[1:]
    beside = CONTENT if target.startswith("@/") else posixpath.dirname(source)
    return posixpath.normpath(posixpath.join(beside, target.removeprefix("@/")))


def meant_name(path: str, site: Site) -> str:
    """Return the story or page that a path under content/ names, by path less language and ending."""
    found = language_of(path, site)
    return (found[0] if isinstance(found, tuple) else path).removesuffix("/index")


def _named(path: str, target: str, index: Known, site: Site) -> Target:
    found = language_of(path, site)
    language = found[1] if isinstance(found, tuple) else ""
    asked = language if path.removesuffix(".md").removesuffix(".html").endswith("." + language) else ""
    id = meant_name(path, site)
    story = index.story_by_path.get(id, id)
    if story in index.stories:
        return StoryTarget(story, asked)
    if id.startswith("pages/") and id[6:] in index.pages:
        return PageTarget(id[6:], asked)
    if path.endswith(endings_of(site)) or "." not in path.rpartition("/")[2]:
        close = nearest(id, [*index.stories, *(f"pages/{page}" for page in index.pages)])
        return Missing(target, f"@/{close}.md" if close else "")
    close = nearest(path, [file.removeprefix(CONTENT) for file in index.files if file.startswith(CONTENT)])
    return Missing(target, f"@/{close}" if close else "")


def version(story: str, language: str, index: Known, site: Site) -> Entry | None:
    """Return the public version of a story to lead a reader of `language` to: that language's, else the default's, else
    the first in site.toml's order; None where no version is public."""
    versions = index.stories.get(story, {})
    for choice in (language, site.default_language, *site.language_ids):
        if choice in versions and (story, choice) not in index.hidden:
            return versions[choice]
    return None


def page_version(id: str, language: str, index: Known, site: Site) -> Standalone | None:
    """Return the version of a standalone page to lead a reader of `language` to, or None."""
    versions = index.pages.get(id, {})
    for choice in (language, site.default_language, *site.language_ids):
        if choice in versions and (id, choice) not in index.hidden_pages:
            return versions[choice]
    return None


def author_in(id: str, language: str, index: Known, site: Site) -> Author | None:
    """Return a person in a language; what that language lacks comes from the default's file, or any other."""
    versions = index.people.get(id, {})
    order = [
        choice for choice in dict.fromkeys((language, site.default_language, *site.language_ids)) if choice in versions
    ]
    if not order:
        return None
    best = versions[order[0]]
    rest = [versions[choice] for choice in order]
    return Author(
        source=best.source,
        id=id,
        language=language,
        name=next((a.name for a in rest if a.name), id),
        prose=next((a.prose for a in rest if a.prose.words), best.prose),
        role=next((a.role for a in rest if a.role), ""),
        image=next((a.image for a in rest if a.image), None),
        links=next((a.links for a in rest if a.links), ()),
        extra=_together([a.extra for a in reversed(rest)], site.fields.get("author", {})),
    )


def _together(extras: Iterable[Mapping[str, Any]], declared: Declared) -> dict[str, Any]:
    """Return own fields, the later before the earlier where they say anything."""
    found: dict[str, Any] = {}
    for extra in extras:
        said = {name for name, value in extra.items() if name not in declared or value != ABSENT[declared[name]]}
        found |= {name: value for name, value in extra.items() if name in said or name not in found}
    return dict(sorted(found.items()))
