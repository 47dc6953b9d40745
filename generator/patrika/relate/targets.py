"""What the words of a link, a picture or a pick mean: a story, a page, a file, or nothing."""

import posixpath
from collections.abc import Iterable, Mapping

from msgspec import Struct

from patrika.model.article import Article, Author, Standalone
from patrika.model.diagnostics import nearest
from patrika.model.site import Site
from patrika.read.sources import CONTENT, language_of

STATIC = "static/"


class Known(Struct, frozen=True):
    """All that content may name, public or not."""

    stories: Mapping[str, Mapping[str, Article]]
    """By story id and language."""
    story_by_path: Mapping[str, str]
    """Story ids by path under content/ less language and ending, which differs where `story:` overrides it."""
    pages: Mapping[str, Mapping[str, Standalone]]
    people: Mapping[str, Mapping[str, Author]]
    public: frozenset[tuple[str, str]]
    """(story, language) of what readers may see at this instant."""
    public_pages: frozenset[tuple[str, str]]
    """The same of undated pages, by id."""
    files: frozenset[str]
    """Files of content/ and static/ that are no articles, by path from the site's root."""


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
    articles: Iterable[Article],
    pages: Iterable[Standalone],
    people: Iterable[Author],
    *,
    public: Iterable[Article],
    public_pages: Iterable[Standalone],
    files: Iterable[str],
    faulty: Iterable[str] = (),
) -> Known:
    """Return the index of all that content may name. What `faulty` files would have held is known, but not public."""
    stories: dict[str, dict[str, Article]] = {}
    by_path: dict[str, str] = {}
    for article in articles:
        stories.setdefault(article.story, {})[article.language] = article
        by_path[_bare(article.source, site)] = article.story
    standalone: dict[str, dict[str, Standalone]] = {}
    for page in pages:
        standalone.setdefault(page.id, {})[page.language] = page
    authors: dict[str, dict[str, Author]] = {}
    for person in people:
        authors.setdefault(person.id, {})[person.language] = person
    for path in faulty:
        id = _bare(path, site)
        folder, _, stem = id.rpartition("/")
        if folder in ("pages", "authors"):
            (standalone if folder == "pages" else authors).setdefault(stem, {})
        else:
            stories.setdefault(by_path.setdefault(id, id), {})
    shown = frozenset((article.story, article.language) for article in public)
    shown_pages = frozenset((page.id, page.language) for page in public_pages)
    return Known(stories, by_path, standalone, authors, shown, shown_pages, frozenset(files))


def _bare(path: str, site: Site) -> str:
    found = language_of(path, site)
    bare = found[0] if isinstance(found, tuple) else path.removesuffix(".md")
    return bare.removeprefix(CONTENT).removesuffix("/index")


def find(target: str, source: str, index: Known, site: Site) -> Target:
    """Return what `target`, written in the file `source`, means.

    `@/…` is from content/, a leading `/` is the published site's, anything else is beside `source`.
    """
    if target.startswith("/"):
        path = STATIC + target[1:]
        return FileTarget(path) if path in index.files else PathTarget(target)
    path = posixpath.normpath(
        posixpath.join(CONTENT, target[2:])
        if target.startswith("@/")
        else posixpath.join(posixpath.dirname(source), target)
    )
    if not path.startswith(CONTENT):
        return Missing(target, outside=True)
    if path in index.files:
        return FileTarget(path)
    return _named(path.removeprefix(CONTENT), target, index, site)


def _named(path: str, target: str, index: Known, site: Site) -> Target:
    found = language_of(path, site)
    bare, language = found if isinstance(found, tuple) else (path, "")
    asked = language if path.removesuffix(".md").endswith("." + language) else ""
    id = bare.removesuffix("/index")
    story = index.story_by_path.get(id, id)
    if story in index.stories:
        return StoryTarget(story, asked)
    if id.startswith("pages/") and id[6:] in index.pages:
        return PageTarget(id[6:], asked)
    if path.endswith(".md") or "." not in path.rpartition("/")[2]:
        close = nearest(id, [*index.stories, *(f"pages/{page}" for page in index.pages)])
        return Missing(target, f"@/{close}.md" if close else "")
    close = nearest(path, [file.removeprefix(CONTENT) for file in index.files if file.startswith(CONTENT)])
    return Missing(target, f"@/{close}" if close else "")


def version(story: str, language: str, index: Known, site: Site) -> Article | None:
    """Return the public version of a story to lead a reader of `language` to: that language's, else the default's, else
    the first in site.toml's order; None where no version is public."""
    versions = index.stories.get(story, {})
    for choice in (language, site.default_language, *site.language_ids):
        if choice in versions and (story, choice) in index.public:
            return versions[choice]
    return None


def page_version(id: str, language: str, index: Known, site: Site) -> Standalone | None:
    """Return the version of a standalone page to lead a reader of `language` to, or None."""
    versions = index.pages.get(id, {})
    for choice in (language, site.default_language, *site.language_ids):
        if choice in versions and (id, choice) in index.public_pages:
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
    )
