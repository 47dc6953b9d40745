"""Hugo: the folder of a site as stories, pages and people."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo, available_timezones

from patrika.bring import hugo_text
from patrika.bring.cargo import Chapter, Copy, Outline, Text, Thing, Topic, UnreadableSite
from patrika.bring.foreign import is_true, lead_picture, left_values, moment_in, people_in, text_in, texts_in, walked
from patrika.bring.hugo_settings import HugoSettings, read_hugo_settings
from patrika.bring.hugo_tree import Sheet, files, passed_over, sheets
from patrika.bring.naming import Home, SectionIds, ascii_id, has_id, stem_of
from patrika.bring.old_site import Leaf, OldSite
from patrika.model.diagnostics import Diagnostic, warning

_BLOGS = ("post", "posts", "blog", "article", "articles")
"""Sections that say nothing: there the first category of a story is its section."""

_PEOPLE = ("authors", "author")
_TERMS = ("tags", "categories", *_PEOPLE)
_DATES = ("date", "publishDate", "publishdate", "pubdate", "lastmod")
_USED = frozenset(
    {
        *_DATES, "title", "description", "summary", "modified", "expiryDate", "expirydate", "unpublishdate", "draft", "author",
        "authors", "tags", "categories", "slug", "url", "aliases", "params", "translationKey", "alt",
        "layout", "type", "markup", "outputs", "cascade", "menu", "menus", "weight", "build", "_build", "headless", "linkTitle",
    }
)  # fmt: skip


def read_hugo(folder: Path, language: str = "") -> tuple[Outline, Iterator[Thing]]:
    """Return the outline of the site in a folder and, one by one, what it holds. `language` is that of texts that do not say
    theirs. Raises UnreadableSite."""
    settings = read_hugo_settings(folder, language)
    if isinstance(settings, Diagnostic):
        raise UnreadableSite(settings)
    site = _Site(folder, settings)
    return site.outline(), site.things()


class _Site:
    """A Hugo site, all of its texts read."""

    def __init__(self, folder: Path, settings: HugoSettings) -> None:
        self.folder = folder
        self.settings = settings
        self.zone = settings.timezone if settings.timezone in available_timezones() else "UTC"
        self.default = settings.languages[0].tongue.id
        self.faults: list[Diagnostic] = []
        self.sheets: list[Sheet] = []
        for found in sheets(folder, settings):
            if isinstance(found, Diagnostic):
                self.faults.append(found)
            else:
                self.sheets.append(found)
        self._ids = SectionIds()
        self._titles: dict[str, dict[str, str]] = {}
        self._topics: dict[str, dict[str, str]] = {}
        self._by_person = {(_person(sheet), sheet.language.tongue.id): sheet for sheet in self.sheets if _person(sheet)}
        self._people: dict[str, str] = {}
        for (id, _), sheet in self._by_person.items():
            names = (id, *sheet.folders[1:2], text_in(sheet.source.fields or {}, "title", "name"))
            self._people.update(dict.fromkeys(filter(None, names), id))
        static = frozenset(f"/{path}" for path in self._static())
        leaves = [leaf for sheet in self.sheets if sheet.stem != "_index" for leaf in self._leaf(sheet)]
        for sheet in self.sheets:
            self._note_title(sheet)
        self.old = OldSite(leaves, Home(settings.url), self.default, static)

    def outline(self) -> Outline:
        """Return what is known of the site as a whole."""
        named = self.old.sections().items()
        chapters = (Chapter(id, tuple({**names, **self._titles.get(id, {})}.items())) for id, names in named)
        topics = (Topic(id, tuple(sorted(names.items()))) for id, names in sorted(self._topics.items()))
        tongues = tuple(language.tongue for language in self.settings.languages)
        return Outline(self.settings.title, self.settings.url, self.zone, tongues, tuple(chapters), tuple(topics))

    def things(self) -> Iterator[Thing]:
        """Yield all that is brought over, and what needs a hand."""
        yield from (*self.faults, *self.old.faults, *passed_over(self.folder))
        for leaf in self.old.leaves:
            body, left = hugo_text.translated(leaf.body, partial(self.old.named, leaf))
            yield from self.old.things(leaf, body, left, "shortcode")
        yield from self._persons()
        yield from self._fronts()
        moved = {leaf.file.parent: self.old.path(leaf) for leaf in self.old.leaves if leaf.is_bundle}
        for path, parts in files(self.folder, self.settings):
            home = next((above for above in path.parents if above in moved), None)
            inside = path.relative_to(home).as_posix() if home else ""
            target = f"{moved[home].removesuffix('/index')}/{inside}" if home else "/".join(parts)
            yield Copy(path, f"content/{target}")
        for name, path in self._static().items():
            yield Copy(path, f"static/{name}")

    def _static(self) -> dict[str, Path]:
        roots = [self.folder / name for name in self.settings.static]
        return {path.relative_to(root).as_posix(): path for root in roots for path in walked(root)}

    def _leaf(self, sheet: Sheet) -> Iterator[Leaf]:
        """Yield the text of a sheet with front matter, understood."""
        fields = sheet.source.fields
        if fields is None or sheet.folders[:1] in [(term,) for term in _TERMS]:
            return
        fields = {**fields, **(fields["params"] if isinstance(fields.get("params"), dict) else {})}
        folders = sheet.folders[:-1] if sheet.is_bundle else sheet.folders
        file = sheet.folders[-1] if sheet.is_bundle else sheet.stem
        date = moment_in(fields, ZoneInfo(self.zone), *_DATES) or _day_of(file)
        categories = texts_in(fields, "categories", "category")
        section, within = self._place(folders, categories)
        by_category = section and folders[0] in _BLOGS and categories
        if section and not date:
            said = "this text has no date, and is brought over as a page"
            hint = "give it date: and move it into a section, or leave it so"
            self.faults.append(warning("W611", sheet.source.place, said, hint))
        is_story = bool(section and date)
        address = self._address(fields, folders, sheet, {"file": file, "date": _day_of(date)})
        key = text_in(fields, "translationKey")
        yield Leaf(
            place=sheet.source.place,
            file=sheet.file,
            root=self.folder / sheet.language.folder,
            group=f"key {key}" if key else sheet.key,
            names=(sheet.key,),
            language=sheet.language.tongue.id,
            section=section if is_story else "",
            stem="/".join(stem_of(part, "", "text") for part in ((*within, file) if is_story else (file,))),
            address=address,
            fields=dict(self._fields(fields, date, file, [] if by_category else categories)),
            body=sheet.source.body,
            form="html" if sheet.is_html else "md",
            is_bundle=sheet.is_bundle,
            section_name=categories[0] if by_category else folders[0] if section and not ascii_id(folders[0]) else "",
            also_in=tuple(dict.fromkeys(self._ids.id_of(name) for name in categories[1:])) if by_category else (),
            aliases=tuple(_alias(alias, address, sheet) for alias in texts_in(fields, "aliases")),
        )

    def _place(self, folders: tuple[str, ...], categories: list[str]) -> tuple[str, tuple[str, ...]]:
        """Return the section of a text, empty for a page, and its folders within that."""
        if not folders or folders[0] in ("page", "pages"):
            return "", ()
        name = categories[0] if folders[0] in _BLOGS and categories else folders[0]
        return self._ids.id_of(name), folders[1:]

    def _fields(self, fields: dict[str, Any], date: str, file: str, labels: list[str]) -> Iterator[tuple[str, Any]]:
        zone = ZoneInfo(self.zone)
        yield "title", text_in(fields, "title", "linkTitle") or file
        yield "summary", text_in(fields, "description", "summary")
        yield "date", date
        updated = moment_in(fields, zone, "lastmod", "modified")
        yield "updated", updated if updated != date else ""
        published = moment_in(fields, zone, "publishDate", "publishdate", "pubdate")
        yield "publish_at", published if published != date else ""
        yield "expire_at", moment_in(fields, zone, "expiryDate", "expirydate", "unpublishdate")
        yield "draft", is_true(fields.get("draft"))
        yield "authors", people_in(fields, self._people)
        yield "tags", list(dict.fromkeys([*texts_in(fields, "tags"), *labels]))
        yield "image", lead_picture(fields)
        yield "extra", dict(left_values(fields, _USED))

    def _address(self, fields: dict[str, Any], folders: tuple[str, ...], sheet: Sheet, named: dict[str, str]) -> str:
        tongue = sheet.language.tongue
        if url := text_in(fields, "url"):
            whole = url if url.startswith("/") else f"/{tongue.path}/{url}".replace("//", "/")
            return whole if whole.endswith("/") or "." in whole.rpartition("/")[2] else f"{whole}/"
        said = {"title": text_in(fields, "title"), "slug": text_in(fields, "slug")}
        return self.settings.address(folders, tongue, {**named, **said})

    def _note_title(self, sheet: Sheet) -> None:
        """Take note of the name of a section or tag that a text of its own gives."""
        title = text_in(sheet.source.fields or {}, "title")
        if sheet.stem != "_index" or not title:
            return
        if len(sheet.folders) == 1:
            self._titles.setdefault(self._ids.id_of(sheet.folders[0]), {})[sheet.language.tongue.id] = title
        elif sheet.folders[:1] == ("tags",) and has_id(sheet.folders[-1]):
            self._topics.setdefault(sheet.folders[-1], {})[sheet.language.tongue.id] = title

    def _persons(self) -> Iterator[Thing]:
        for id, sheet in self._by_person.items():
            fields = sheet.source.fields or {}
            name, place, language = text_in(fields, "title", "name"), sheet.source.place, sheet.language.tongue.id
            if not name:
                said = f"the author “{id[0]}” has no name"
                yield warning("W609", place, said, f"write it into content/authors/{id[0]}.{language}.md")
            values = (("name", name or id[0]), ("role", text_in(fields, "role")), ("image", lead_picture(fields)))
            yield Text(place, f"authors/{id[0]}", language, tuple(it for it in values if it[1]), sheet.source.body)

    def _fronts(self) -> Iterator[Text]:
        """Yield the texts that stand above the lists of sections."""
        for sheet in self.sheets:
            title = text_in(sheet.source.fields or {}, "title")
            if (
                sheet.stem == "_index"
                and len(sheet.folders) == 1
                and sheet.folders[0] not in _TERMS
                and sheet.source.body.strip()
            ):
                path = f"{self._ids.id_of(sheet.folders[0])}/_index"
                yield Text(sheet.source.place, path, sheet.language.tongue.id, (("title", title),), sheet.source.body)


def _person(sheet: Sheet) -> str:
    """Return the id of the person that a text is about, empty where it is about none."""
    if sheet.folders[:1] not in [(folder,) for folder in _PEOPLE] or (
        sheet.stem == "_index" and len(sheet.folders) < 2
    ):
        return ""
    title = text_in(sheet.source.fields or {}, "title", "name")
    return ascii_id(sheet.folders[1] if len(sheet.folders) > 1 else sheet.stem) or ascii_id(title) or "author"


def _alias(alias: str, address: str, sheet: Sheet) -> str:
    """Return an alias from the root of the site: Hugo puts the language before one that begins there."""
    prefix = f"/{sheet.language.tongue.path}".rstrip("/")
    return f"{prefix}{alias}" if alias.startswith("/") else urljoin(address.rstrip("/"), alias)


def _day_of(text: str) -> str:
    """Return the day with which a date or a file's name begins, as 2014-05-01."""
    found = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", text)
    return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}" if found else ""
