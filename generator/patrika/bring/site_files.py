"""site.toml and tags.toml for a site that is brought over, or what those that are there lack."""

from collections.abc import Iterable, Iterator

from patrika.bring.cargo import Chapter, Outline, Tongue
from patrika.bring.plain_yaml import toml_key, toml_names, toml_text
from patrika.model.diagnostics import Diagnostic, Place, warning
from patrika.read.settings import SITE_FILE, read_site
from patrika.read.text import key_of

_OPINION = ("opinion", "opinions", "editorial", "editorials", "op-ed", "columns")


def site_toml(outline: Outline) -> str:
    """Return the settings of a site, so that it builds at once."""
    lines = [
        "# Made by an import. Every key is explained in Patrika's docs/operators.md.",
        "",
        "[site]",
        f"name = {toml_text(outline.name)}",
        f"url = {toml_text(outline.url)}",
        f"timezone = {toml_text(outline.timezone)}",
        f"default_language = {toml_text(outline.tongues[0].id)}",
    ]
    for tongue in outline.tongues:
        lines += ["", *_language(tongue)]
    for chapter in outline.chapters or (Chapter("news"),):
        lines += ["", *_section(chapter)]
    return "\n".join([*lines, ""])


def tags_toml(outline: Outline) -> str:
    """Return the tags that have an id of their own, with their names."""
    tables = (f"[{topic.id}]\nname = {toml_names(topic.names)}\n" for topic in outline.topics)
    return "\n".join(tables)


def lacking(outline: Outline, content: bytes) -> Iterator[Diagnostic]:
    """Yield what site.toml must have and has not: languages and sections of what was brought over."""
    site, _, _ = read_site(content)
    if site is None:
        said = "this site.toml cannot be read, so it is not known what it lacks"
        yield warning("W612", Place(SITE_FILE), said, "run  patrika build  and mend what it says, then import again")
        return
    sections = {section.id for section in site.sections}
    for tongue in outline.tongues:
        if tongue.id not in site.language_ids:
            yield _lacks(f"the language “{tongue.id}”", _language(tongue))
    for chapter in outline.chapters:
        if chapter.id not in sections:
            yield _lacks(f"the section “{chapter.id}”", _section(chapter))


def _lacks(what: str, lines: Iterable[str]) -> Diagnostic:
    return warning("W612", Place(SITE_FILE), f"site.toml does not have {what}", "add  " + "  ".join(lines))


def _language(tongue: Tongue) -> Iterator[str]:
    yield f"[languages.{toml_key(tongue.id)}]"
    yield f"name = {toml_text(tongue.name or tongue.id)}"
    if tongue.locale:
        yield f"locale = {toml_text(tongue.locale)}"
    yield f"path = {toml_text(tongue.path)}"
    if tongue.site_name:
        yield f"site_name = {toml_text(tongue.site_name)}"


def _section(chapter: Chapter) -> Iterator[str]:
    yield "[[sections]]"
    yield f"id = {toml_text(chapter.id)}"
    if chapter.kind or key_of(chapter.id) in _OPINION:
        yield f"kind = {toml_text(chapter.kind or 'opinion')}"
    if chapter.titles:
        yield f"title = {toml_names(chapter.titles)}"
