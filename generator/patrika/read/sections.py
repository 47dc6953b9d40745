"""[[sections]] of site.toml."""

import re
from collections.abc import Mapping

from patrika.model.diagnostics import did_you_mean
from patrika.model.language import Language
from patrika.model.site import Section
from patrika.read.tables import Table

RESERVED_PATHS = ("media", "tags", "series", "authors", "assets", "page", "pages", "images")
_KEYS = ("id", "kind", "title", "description", "template", "story_template", "dated", "listed", "feed", "extra")
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*(?:/[a-z0-9]+(?:[-_][a-z0-9]+)*)*")


def read_sections(top: Table, languages: tuple[Language, ...], default: str) -> tuple[Section, ...]:
    """Return what site.toml says under [[sections]]; `default` is the id of the default language."""
    tables = top.tables("sections")
    if not tables and "sections" not in top.values:
        top.refuse("site.toml names no section", 'add a table  [[sections]]  with  id = "news"', code="E204")
    sections: list[Section] = []
    paths = {language.path for language in languages}
    for table in tables:
        table.only(*_KEYS)
        id = table.text("id", required=True)
        if id and not _ID.fullmatch(id):
            table.refuse(f"“{id}” cannot be a section's id", "use lower-case Latin letters, digits and hyphens", "id")
        if id and id.partition("/")[0] in {*RESERVED_PATHS, *paths}:
            table.refuse(
                f"the id “{id}” is taken",
                f"choose another than {', '.join(sorted({*RESERVED_PATHS, *paths} - {''}))}",
                "id",
            )
        if any(section.id == id for section in sections):
            table.refuse(f"the section “{id}” is given twice", "remove one of the two", "id")
        title, description = (by_language(table, key, languages) for key in ("title", "description"))
        sections.append(
            Section(
                id=id,
                kind=table.text("kind", "report"),
                title=_titles(title, id, languages, default),
                description=description,
                template=table.text("template"),
                extra=table.get("extra", dict, {}),
                story_template=table.text("story_template"),
                dated=table.get("dated", bool, True),
                listed=table.get("listed", bool, True),
                feed=table.get("feed", bool, True),
            )
        )
    return tuple(sections)


def by_language(table: Table, key: str, languages: tuple[Language, ...]) -> dict[str, str]:
    """Return a text by language; a text alone is that of every language."""
    if isinstance(table.values.get(key), str):
        return {language.id: table.values[key] for language in languages}
    texts = table.texts(key)
    ids = [language.id for language in languages]
    for language in texts:
        if language not in ids:
            table.refuse(
                f"unknown language “{language}”",
                did_you_mean(language, ids, f"languages are {', '.join(ids)}"),
                key,
                language,
            )
    return texts


def _titles(titles: Mapping[str, str], id: str, languages: tuple[Language, ...], default: str) -> dict[str, str]:
    """Return a title for each language: its own, else the default's, else the id in capitals."""
    first = next(iter(titles.values()), id.rpartition("/")[2].replace("-", " ").capitalize())
    fallback = titles.get(default, first)
    return {language.id: titles.get(language.id, fallback) for language in languages}
