"""What a content file's path says: what it is, its story, language, section and slug."""

import re

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.model.site import Site
from patrika.read import values

CONTENT = "content/"
_LANGUAGE_LIKE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LEADING_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})-(?=.)")


class Origin(Struct, frozen=True):
    """What a path says of the file at it. `slug` and `day` come from the stem; `section` may be overridden inside."""

    story: str
    language: str
    section: str
    slug: str
    day: str = ""


def endings_of(site: Site) -> tuple[str, ...]:
    """Return how the names of texts end: other files of content/ are shown or offered by texts."""
    return (".md", *(f".{language}.html" for language in site.language_ids))


def is_passed_over(path: str) -> bool:
    """Return whether a text at a path under content/ is no one's content: hidden, put aside, or an editor's backup."""
    return any(part.startswith(("_", ".")) or part.endswith("~") for part in path.split("/"))


def language_of(path: str, site: Site) -> tuple[str, str] | Diagnostic:
    """Return a content file's path without its ending and language, and the language that its name gives it."""
    is_html = path.endswith(".html") and path.endswith(endings_of(site))
    bare = path.removesuffix(".html" if is_html else ".md")
    head, dot, suffix = bare.rpartition(".")
    if not dot or "/" in suffix:
        return bare, site.default_language
    if suffix in site.language_ids:
        return head, suffix
    if _LANGUAGE_LIKE.fullmatch(suffix):
        return error(
            "E105",
            Place(path),
            f"“{suffix}” looks like a language, but site.toml has none of that name",
            did_you_mean(suffix, site.language_ids, f"add [languages.{suffix}] to site.toml, or rename the file"),
        )
    return bare, site.default_language


def origin_of(path: str, site: Site) -> Origin | Diagnostic:
    """Return what the path of a story says, or what is wrong with it. The section is empty where no folder is one."""
    found = language_of(path, site)
    if isinstance(found, Diagnostic):
        return found
    bare, language = found
    story = bare.removeprefix(CONTENT)
    folder, _, stem = story.rpartition("/")
    if stem == "index" and "/" in folder:
        story, stem = folder, folder.rpartition("/")[2]
    dated = _LEADING_DATE.match(stem)
    slug = stem[dated.end() :] if dated else stem
    if fault := values.segment_fault(slug):
        return error(
            "E106",
            Place(path),
            f"“{slug}” cannot be part of an address: {fault}",
            "rename the file, or its folder",
        )
    sections = [s.id for s in site.sections if story == s.id or story.startswith(s.id + "/")]
    return Origin(story, language, max(sections, key=len, default=""), slug, dated[1] if dated else "")


def bare_path(path: str, site: Site) -> str:
    """Return a content file's path under content/ without its language and ending; a bundle's is its folder's."""
    found = language_of(path, site)
    bare = found[0] if isinstance(found, tuple) else path.removesuffix(".md")
    return bare.removeprefix(CONTENT).removesuffix("/index")
