"""WordPress: an export (WXR) as stories, pages and people.

The file is read twice: first for names, pairs and pictures, then text by text. An export that cannot be read to its end is
known for that before anything is written.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from patrika.bring.cargo import Image, Outline, Text, Thing
from patrika.bring.markup import converted, plain
from patrika.bring.naming import ascii_id, kept_address
from patrika.bring.reports import kept_as_html, left_over
from patrika.bring.wordpress_index import KINDS, STATES, Index, categories_of, offset_minutes
from patrika.bring.wordpress_text import body_html, shortcodes
from patrika.bring.wxr import Record, records, whole
from patrika.model.diagnostics import Place, warning

_RESIZED = re.compile(r"-\d+x\d+(?=\.\w+$)")
_FILE = re.compile(r"\.(?!html?$|php$)\w{2,5}$")


def read_wordpress(path: Path, language: str = "") -> tuple[Outline, Iterator[Thing]]:
    """Return the outline of an exported site and, one by one, what it holds. `language` is that of texts that do not say
    theirs. Raises UnreadableSite."""
    index = Index(path, language)
    return index.outline(), _things(path, index)


def _things(path: Path, index: Index) -> Iterator[Thing]:
    yield from index.faults
    people = dict(_people(index))
    met: set[str] = set()
    for record in records(path):
        if record.get("wp:post_type") in KINDS and record.get("wp:status") in STATES:
            reading = _Item(record, index, people)
            met.update(reading.authors)
            yield from reading.things()
    for login in sorted(met & people.keys()):
        yield from _person(login, people[login], index)


def _people(index: Index) -> Iterator[tuple[str, str]]:
    """Yield for each login the id of its author."""
    met: set[str] = set()
    for number, (login, record) in enumerate(index.authors.items(), 1):
        id = ascii_id(login.partition("@")[0]) or f"author-{record.number or number}"
        id = id if id not in met else f"{id}-{record.number or number}"
        met.add(id)
        yield login, id


def _person(login: str, id: str, index: Index) -> Iterator[Thing]:
    record = index.authors[login]
    names = (record.get("wp:author_first_name"), record.get("wp:author_last_name"))
    name = plain(record.get("wp:author_display_name")) or plain(" ".join(names)).strip()
    place = Place(index.name, record.line)
    if not name:
        said = f"the author “{login}” has no name"
        yield warning("W609", place, said, f"write it into content/authors/{id}.{index.default}.md")
    yield Text(place, f"authors/{id}", index.default, (("name", name or login.partition("@")[0]),))


class _Item:
    """A post or page on its way to a text."""

    def __init__(self, record: Record, index: Index, people: dict[str, str]) -> None:
        self.record = record
        self.index = index
        self.people = people
        self.place = Place(index.name, record.line)
        self.number = record.number
        self.is_page = record.get("wp:post_type") == "page"
        self.language = index.languages[record.number]
        self.path = index.paths[record.number]
        guests = [label for label in record.labels if label.domain == "author"]
        creator = record.get("dc:creator")
        self.authors = [guest.slug.removeprefix("cap-") for guest in guests] or ([creator] if creator else [])
        self._guests = {guest.slug.removeprefix("cap-"): guest.name for guest in guests}

    def things(self) -> Iterator[Thing]:
        """Yield the text, and what needs a hand in it."""
        html = body_html(self.record.get("content:encoded"), self._gallery)
        made = converted(html, self._address)
        fields = self._page_fields() if self.is_page else self._story_fields()
        text = Text(
            self.place, self.path, self.language, tuple(it for it in fields if it[1]), made.body, form=made.form
        )
        yield text
        if made.lost:
            yield kept_as_html(text, made.lost)
        yield from left_over(text, shortcodes(made.body), "shortcode")
        if self.record.get("wp:post_password") or self.record.get("wp:status") == "private":
            said = "this text was private or behind a password, and is a draft now: a static site hides nothing"
            yield warning("W615", Place(text.target), said, "delete the file, or remove  draft: true  to publish it")

    def _story_fields(self) -> Iterator[tuple[str, Any]]:
        record, default = self.record, self.index.default
        yield "title", plain(record.get("title")) or self.path.rpartition("/")[2]
        yield "summary", plain(record.get("excerpt:encoded"))
        yield "date", self._moment("wp:post_date")
        updated = self._moment("wp:post_modified")
        yield "updated", updated if updated > self._moment("wp:post_date") else ""
        yield "draft", self._is_draft()
        yield "authors", [self.people.get(author) or self._guests.get(author, author) for author in self.authors]
        slugs = [label.slug for label in record.labels if label.domain == "post_tag"]
        yield "tags", list(dict.fromkeys(self.index.terms.tag(slug, default) for slug in slugs))
        yield "image", self._lead()
        section, *others = self.index.terms.sections(categories_of(record), default)
        yield "section", "" if self.path.startswith(section + "/") else section
        yield "also_in", others
        yield "priority", "high" if record.get("wp:is_sticky") == "1" else ""
        address = self.index.addresses.get(self.number, "")
        yield "url", address
        yield "aliases", self._older(address)
        yield "guid", record.get("guid")

    def _page_fields(self) -> Iterator[tuple[str, Any]]:
        yield "title", plain(self.record.get("title")) or self.path.rpartition("/")[2]
        yield "summary", plain(self.record.get("excerpt:encoded"))
        yield "image", self._lead()
        yield "draft", self._is_draft()
        old = self.index.addresses.get(self.number, "")
        path = "" if self.language == self.index.default else f"/{self.language}"
        moved = [old] if old and old.rstrip("/") != f"{path}/{self.path.rpartition('/')[2]}" else []
        yield "aliases", [*moved, *self._older(old)]

    def _older(self, address: str) -> list[str]:
        """Return the address that WordPress leads here since the item was renamed, if it tells one."""
        name = unquote(self.record.meta.get("_wp_old_slug", ""))
        parts = address.rstrip("/").rpartition("/")
        if not name or not address or name == parts[2]:
            return []
        kept, _ = kept_address(f"{parts[0]}/{name}{'/' if address.endswith('/') else ''}")
        return [kept] if kept else []

    def _is_draft(self) -> bool:
        return self.record.get("wp:status") not in ("publish", "future") or bool(self.record.get("wp:post_password"))

    def _moment(self, name: str) -> str:
        """Return a local time with its offset from UTC, where the item tells it."""
        local = self.record.get(name)
        minutes = offset_minutes(self.record)
        if not local or local.startswith("0000") or minutes is None:
            return "" if local.startswith("0000") else local
        sign, away = "-" if minutes < 0 else "+", abs(minutes)
        return f"{local}{sign}{away // 60:02d}:{away % 60:02d}"

    def _lead(self) -> Image | None:
        return self.index.images.get(whole(self.record.meta.get("_thumbnail_id", "")))

    def _gallery(self, ids: str) -> "tuple[Image, ...] | None":
        wanted = re.findall(r"\d+", ids)
        numbers = [whole(id) for id in wanted] if wanted else self.index.children.get(self.number, [])
        images = self.index.images
        return tuple(images[number] for number in numbers) if all(number in images for number in numbers) else None

    def _address(self, url: str, is_picture: bool) -> str:
        """Return an address of a body: a story or page of the old site by its file, another path of it by that path."""
        bare, mark, fragment = url.partition("#")
        path = self.index.home.path_of(bare) if bare else None
        if path is None:
            return url
        if is_picture or _FILE.search(path):
            whole = _RESIZED.sub("", path)
            return whole if whole in self.index.files else path
        number = self.index.number_at(path)
        if number is None:
            return path + mark + fragment
        language = self.index.languages[number]
        suffix = "" if language == self.language else f".{language}"
        return f"@/{self.index.paths[number]}{suffix}.md{mark}{fragment}"
