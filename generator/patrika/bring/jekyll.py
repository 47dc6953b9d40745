"""Jekyll: the folder of a site as stories, pages and people."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from patrika.bring import jekyll_text
from patrika.bring.cargo import Chapter, Copy, Image, Outline, Text, Thing, Tongue, UnreadableSite
from patrika.bring.foreign import (
    Source,
    lead_picture,
    left_values,
    moment_in,
    people_in,
    read_settings,
    read_source,
    text_in,
    texts_in,
    walked,
)
from patrika.bring.jekyll_settings import JekyllSettings, read_jekyll_settings
from patrika.bring.naming import OWN_NAMES, Home, SectionIds, ascii_id, stem_of
from patrika.bring.old_site import Leaf, OldSite
from patrika.model.diagnostics import Diagnostic, Place, notice, warning
from patrika.read.moments import read_moment

_TEXTS = (".md", ".markdown", ".mkdown", ".mkd", ".html")
_DATA = (".yml", ".yaml", ".json", ".toml")
_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")
_PAIRS = ("ref", "page_id", "translation_id", "lang-ref", "lang_ref", "translation_key")
_USED = frozenset(
    {
        *_PAIRS, "title", "excerpt", "description", "summary", "date", "last_modified_at", "updated", "modified_date",
        "published", "author", "authors", "category", "categories", "tag", "tags", "slug", "permalink", "redirect_from",
        "lang", "alt", "layout", "comments", "toc", "sitemap",
    }
)  # fmt: skip


def read_jekyll(folder: Path, language: str = "") -> tuple[Outline, Iterator[Thing]]:
    """Return the outline of the site in a folder and, one by one, what it holds. `language` is that of texts that do not say
    theirs. Raises UnreadableSite."""
    settings = read_jekyll_settings(folder)
    if isinstance(settings, Diagnostic):
        raise UnreadableSite(settings)
    site = _Site(folder, settings, language or settings.language.partition("_")[0].partition("-")[0] or "en")
    return site.outline(), site.things()


class _Site:
    """A Jekyll site, all of its texts read."""

    def __init__(self, folder: Path, settings: JekyllSettings, default: str) -> None:
        self.folder = folder
        self.settings = settings
        self.default = default
        self.zone = settings.timezone if settings.timezone in available_timezones() else "UTC"
        self.faults: list[Diagnostic] = []
        self.copies: list[Copy] = []
        self.people: list[tuple[Place, str, Mapping[str, Any]]] = []
        self._known: dict[str, str] = {}
        self._ids = SectionIds()
        self._newest = ""
        self._read_people()
        posts, pages = self._sources()
        leaves = [*(self._post(*post) for post in posts), *(self._page(source, path) for source, path in pages)]
        static = frozenset(copy.target.removeprefix("static") for copy in self.copies)
        self.old = OldSite(leaves, Home(settings.url), default, static)

    def outline(self) -> Outline:
        """Return what is known of the site as a whole."""
        used = sorted({leaf.language for leaf in self.old.leaves} - {self.default})
        tongues = (
            Tongue(id, OWN_NAMES.get(id.partition("-")[0], id), path="" if id == self.default else id)
            for id in (self.default, *used)
        )
        chapters = (Chapter(id, tuple(names.items())) for id, names in self.old.sections().items())
        return Outline(self.settings.title, self.settings.url, self.zone, tuple(tongues), tuple(chapters))

    def things(self) -> Iterator[Thing]:
        """Yield all that is brought over, and what needs a hand."""
        yield from (*self.faults, *self.old.faults)
        for leaf in self.old.leaves:
            named = partial(self.old.named, leaf)
            body, left = jekyll_text.translated(leaf.body, named, self.settings.separator)
            yield from self.old.things(leaf, body, left, "tag")
        for person in self.people:
            yield from self._person(*person)
        yield from self.copies

    def _sources(self) -> tuple[list[tuple[Source, Path, str]], list[tuple[Source, str]]]:
        """Return posts, with what their file's name says of the day, and pages; take note of files to copy."""
        posts, pages = list[tuple[Source, Path, str]](), list[tuple[Source, str]]()
        for path in walked(self.folder):
            relative = path.relative_to(self.folder)
            name, parts = relative.as_posix(), relative.parts
            kind = next((part for part in parts[:-1] if part in ("_posts", "_drafts")), "")
            others = tuple(part for part in parts if part not in ("_posts", "_drafts"))
            if self.settings.is_left_out(others):
                self._note_left_out(parts)
                continue
            source = read_source(path, name) if path.suffix in _TEXTS else None
            if isinstance(source, Diagnostic):
                self.faults.append(source)
            elif source is None or source.fields is None:
                if not kind and not _begins_with_fence(path):
                    self.copies.append(Copy(path, f"static/{name}"))
            elif kind:
                posts.append((source, path, kind))
            elif "{%" in source.body and path.suffix == ".html":
                self.faults.append(notice("N614", Place(name), "this template is not brought over"))
            elif relative.stem not in ("index", "404") or source.body.strip():
                pages.append((source, name))
        self._newest = max(
            (self._date(source, path)[0] for source, path, _ in posts), key=lambda date: date[:10], default=""
        )
        return posts, pages

    def _note_left_out(self, parts: tuple[str, ...]) -> None:
        """Take note, once, of folders of Jekyll's own whose files are not brought over."""
        place = Place(parts[0])
        if parts[0] in ("_layouts", "_includes", "_plugins", "_sass"):
            said = "templates and plugins are not brought over"
        elif parts[0][0] == "_" and len(parts) > 1 and parts[0] not in ("_site", "_data"):
            said = f"the collection “{parts[0][1:]}” is not brought over"
        else:
            return
        if not any(fault.place == place for fault in self.faults):
            self.faults.append(notice("N614", place, said))

    def _date(self, source: Source, path: Path) -> tuple[str, str]:
        """Return the date of a post, empty where it has none, and its name without it."""
        found = _NAME.fullmatch(path.stem)
        day = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}" if found else ""
        return moment_in(source.fields or {}, ZoneInfo(self.zone), "date") or day, found[4] if found else path.stem

    def _post(self, source: Source, path: Path, kind: str) -> Leaf:
        relative = path.relative_to(self.folder)
        fields = self.settings.over_defaults(source.fields or {}, relative.as_posix(), kind.strip("_"))
        written, slug = self._date(source, path)
        slug, language = self._language(slug, fields, relative)
        if not written and kind == "_posts":
            said = "this text has no date, and is given that of the newest post"
            self.faults.append(warning("W611", source.place, said, "write date: into it, or into its name"))
        date = written or self._newest or "2000-01-01"
        above = [part for part in relative.parts[:-1] if part not in ("_posts", "_drafts", language)]
        categories = list(dict.fromkeys([*above, *_words(fields, "category"), *_words(fields, "categories")]))
        name = f"{written[:10]}-{slug}" if _NAME.fullmatch(path.stem) else slug
        return Leaf(
            place=source.place,
            file=path,
            root=self.folder,
            group=self._group(fields, "/".join([*above, name])),
            names=(f"_posts/{path.stem}", path.stem, relative.with_suffix("").as_posix()),
            language=language,
            section=self._ids.id_of(categories[0]) if categories else "news",
            stem=stem_of(name, text_in(fields, "title"), "post"),
            address="" if kind == "_drafts" else self._address(fields, date, slug, categories, language),
            fields=dict(self._fields(fields, date, slug, kind == "_drafts")),
            body=source.body,
            form="html" if path.suffix == ".html" else "md",
            section_name=categories[0] if categories and categories[0] not in above else "",
            also_in=tuple(dict.fromkeys(self._ids.id_of(name) for name in categories[1:])),
            aliases=tuple(texts_in(fields, "redirect_from")),
        )

    def _page(self, source: Source, name: str) -> Leaf:
        path = self.folder / name
        fields = self.settings.over_defaults(source.fields or {}, name, "pages")
        bare = name.rpartition(".")[0]
        slug, language = self._language(bare.rpartition("/")[2], fields, path.relative_to(self.folder))
        slug = bare.rpartition("/")[0].rpartition("/")[2] if slug == "index" else slug
        return Leaf(
            place=source.place,
            file=path,
            root=self.folder,
            group=self._group(fields, f"page {bare.removesuffix(f'.{language}').removeprefix(f'{language}/')}"),
            names=(bare,),
            language=language,
            section="",
            stem=stem_of(slug, text_in(fields, "title"), "page"),
            address=text_in(fields, "permalink") or self.settings.page_address(bare),
            fields=dict(self._fields(fields, "", slug, is_draft=False)),
            body=source.body,
            form="html" if path.suffix == ".html" else "md",
            aliases=tuple(texts_in(fields, "redirect_from")),
        )

    def _language(self, slug: str, fields: Mapping[str, Any], path: Path) -> tuple[str, str]:
        """Return a name without its language, and the language: of front matter, the name, or a folder."""
        known = {*self.settings.languages, *OWN_NAMES, self.default}
        bare, dot, suffix = slug.rpartition(".")
        if dot and suffix in known:
            return bare, suffix
        folder = next((part for part in path.parts[:-1] if part in self.settings.languages), "")
        return slug, text_in(fields, "lang", "locale").partition("_")[0] or folder or self.default

    def _group(self, fields: Mapping[str, Any], path: str) -> str:
        if key := text_in(fields, *_PAIRS):
            return f"key {key}"
        permalink = text_in(fields, "permalink")
        return f"permalink {permalink}" if permalink and self.settings.languages and ":" not in permalink else path

    def _address(self, fields: Mapping[str, Any], date: str, slug: str, categories: list[str], language: str) -> str:
        day = datetime.fromtimestamp(read_moment(date, ZoneInfo(self.zone))[0], ZoneInfo(self.zone))
        rule = text_in(fields, "permalink") or self.settings.permalink
        path = self.settings.post_address(rule, day, {"slug": text_in(fields, "slug") or slug}, categories)
        return f"/{language}{path}" if path and self.settings.languages and language != self.default else path

    def _fields(self, fields: Mapping[str, Any], date: str, slug: str, is_draft: bool) -> Iterator[tuple[str, Any]]:
        yield "title", text_in(fields, "title") or slug.replace("-", " ").capitalize()
        yield "summary", text_in(fields, "excerpt", "description", "summary")
        yield "date", date
        updated = moment_in(fields, ZoneInfo(self.zone), "last_modified_at", "updated", "modified_date")
        yield "updated", updated if updated != date else ""
        yield "draft", is_draft or str(fields.get("published", True)).lower() in ("false", "no")
        yield "authors", people_in(fields, self._known)
        yield "tags", list(dict.fromkeys([*_words(fields, "tag"), *_words(fields, "tags")]))
        yield "image", lead_picture(fields)
        yield "extra", dict(left_values(fields, _USED))

    def _read_people(self) -> None:
        data = self.folder / "_data"
        for path in walked(data) if data.is_dir() else ():
            name = path.relative_to(self.folder).as_posix()
            if path.stem != "authors" or path.suffix not in _DATA:
                self.faults.append(notice("N614", Place(name), "data is not brought over"))
                continue
            found = read_settings(path, name)
            if isinstance(found, Diagnostic):
                self.faults.append(found)
                continue
            for key, person in found.items():
                values = person if isinstance(person, dict) else {"name": person}
                id = ascii_id(key) or ascii_id(text_in(values, "name")) or f"author-{len(self.people) + 1}"
                self.people.append((Place(name), id, values))
                self._known.update({key: id, text_in(values, "name"): id})
        self._known.pop("", None)

    def _person(self, place: Place, id: str, values: Mapping[str, Any]) -> Iterator[Thing]:
        name = text_in(values, "name", "display_name")
        if not name:
            said = f"the author “{id}” has no name"
            yield warning("W609", place, said, f"write it into content/authors/{id}.{self.default}.md")
        links = [link for link in texts_in(values, "web", "url", "uri", "home", "links") if link.startswith("http")]
        portrait = text_in(values, "avatar", "image", "picture")
        image = Image(f"/{portrait.lstrip('/')}" if "://" not in portrait else portrait) if portrait else None
        fields = (("name", name or id), ("role", text_in(values, "role", "title")), ("image", image), ("links", links))
        yield Text(place, f"authors/{id}", self.default, tuple(it for it in fields if it[1]), text_in(values, "bio"))


def _words(fields: Mapping[str, Any], name: str) -> list[str]:
    """Return a list that may be written as words with blanks between them. `category` and `tag` hold one."""
    value = fields.get(name)
    return value.split() if isinstance(value, str) and name.endswith("s") else texts_in(fields, name)


def _begins_with_fence(path: Path) -> bool:
    """Return whether Jekyll makes a file of this one, which then is no file to copy."""
    with path.open("rb") as file:
        return file.read(4) in (b"---\n", b"---\r")
