"""The first pass over a WordPress export: what each post and page will be called, so that links and pairs can be resolved."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from patrika.bring.cargo import Image, Outline
from patrika.bring.markup import plain
from patrika.bring.naming import Home, Taken, kept_address, stem_of
from patrika.bring.wordpress_terms import NO_CATEGORY, Terms, language_id
from patrika.bring.wxr import Label, Record, records, whole
from patrika.model.diagnostics import Diagnostic, Place, notice, warning

KINDS = {"post": "stories", "page": "pages"}
STATES = frozenset({"publish", "future", "draft", "pending", "private"})
_SILENT = frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache"})
_ZONES = {0: "UTC", 300: "Asia/Karachi", 330: "Asia/Kolkata", 345: "Asia/Kathmandu", 360: "Asia/Dhaka"}


class Seed(NamedTuple):
    """What must be known of a post or page before any is written."""

    number: int
    line: int
    is_page: bool
    language: str
    group: str
    """What versions of one story share; of a story alone its own number."""
    slug: str
    title: str
    address: str
    categories: tuple[str, ...]
    is_public: bool


class Index:
    """All that is known after the first pass."""

    def __init__(self, path: Path, language: str) -> None:
        self.name = path.name
        self.faults: list[Diagnostic] = []
        self.authors: dict[str, Record] = {}
        self.images: dict[int, Image] = {}
        self.files: set[str] = set()
        """Paths of uploads."""
        self.children: dict[int, list[int]] = {}
        self.paths: dict[int, str] = {}
        """By number of the item, where its file lies under content/, without language and ending."""
        self.languages: dict[int, str] = {}
        self.by_address: dict[str, int] = {}
        self.addresses: dict[int, str] = {}
        """Old addresses that are kept, by number."""
        self._site: dict[str, str] = {}
        self._passed_over: Counter[str] = Counter()
        self._offsets: Counter[int] = Counter()
        self._tag_use: dict[str, str] = {}
        self._category_use: dict[str, str] = {}
        self._labels: dict[tuple[str, str], Label] = {}
        terms: list[Record] = []
        seeds: list[Seed] = []
        for record in records(path):
            if record.kind == "item":
                self._take_item(record, seeds)
            elif record.kind == "wp:author":
                self.authors[record.get("wp:author_login")] = record
            elif record.kind == "field":
                self._site.update((key, value.strip()) for key, value in record.fields.items())
            else:
                terms.append(record)
        self.terms = Terms(terms, self._labels.values())
        self.default = language or self._default(seeds)
        self._settle(seeds)
        self.faults += self._closing_words()

    @property
    def home(self) -> Home:
        """Return the old site's address."""
        return Home(self._site.get("wp:base_blog_url") or self._site.get("wp:base_site_url", ""))

    def outline(self) -> Outline:
        """Return what is known of the site as a whole."""
        minutes = self._offsets.most_common(1)[0][0] if self._offsets else 0
        zone = _ZONES.get(minutes) or (f"Etc/GMT{-minutes // 60:+d}" if minutes % 60 == 0 else "UTC")
        used = dict.fromkeys(sorted(set(self.languages.values())))
        return Outline(
            name=self._site.get("title") or self.name,
            url=(self._site.get("wp:base_blog_url") or "https://example.org").rstrip("/"),
            timezone=zone,
            tongues=tuple(self.terms.tongues(used, self.default)),
            chapters=tuple(self.terms.chapters(self._category_use, self.default)),
            topics=tuple(self.terms.topics(self._tag_use, self.default)),
        )

    def number_at(self, path: str) -> int | None:
        """Return the number of the item at an old path, whether that ends with a slash or names it by its number."""
        if found := re.fullmatch(r"/(?:index\.php)?\?(?:p|page_id)=(\d+)", path):
            number = whole(found[1])
            return number if number in self.paths else None
        return next((self.by_address[it] for it in (path, path + "/", path.rstrip("/")) if it in self.by_address), None)

    def _take_item(self, record: Record, seeds: list[Seed]) -> None:
        kind = record.get("wp:post_type")
        if kind == "attachment":
            self._take_attachment(record)
        elif kind in KINDS and record.get("wp:status") in STATES:
            seeds.append(_seed(record))
            offset = offset_minutes(record)
            if offset is not None:
                self._offsets[offset] += 1
            if "wp:comment" in record.fields:
                self._passed_over["comment"] += 1
            self._labels.update({(label.domain, label.slug): label for label in record.labels})
            self._note_use(record, seeds[-1])
        elif kind not in KINDS and kind not in _SILENT:
            self._passed_over[kind] += 1

    def _note_use(self, record: Record, seed: Seed) -> None:
        for label in record.labels:
            if label.domain == "post_tag":
                self._tag_use.setdefault(label.slug, seed.language)
            elif label.domain == "category":
                self._category_use.setdefault(label.slug, seed.language)
        if not seed.categories and not seed.is_page:
            self._category_use.setdefault(NO_CATEGORY, seed.language)

    def _take_attachment(self, record: Record) -> None:
        path = self.home.path_of(record.get("wp:attachment_url", "guid"))
        if path:
            self.files.add(path)
            alt = plain(record.meta.get("_wp_attachment_image_alt", ""))
            self.images[record.number] = Image(path, alt, plain(record.get("excerpt:encoded")))
            self.children.setdefault(whole(record.get("wp:post_parent")), []).append(record.number)

    def _default(self, seeds: list[Seed]) -> str:
        """Return the language of texts that do not say theirs: the site's, among those in use."""
        used = {seed.language for seed in seeds if seed.language}
        told = language_id(self._site.get("language", "en") or "en")
        near = next((it for it in sorted(used) if it.partition("-")[0] == told.partition("-")[0]), "")
        return near or (min(used) if used else told.partition("-")[0])

    def _settle(self, seeds: list[Seed]) -> None:
        """Give each post and page its file, versions of one story the same, and keep its address if no other has it."""
        for use in (self._category_use, self._tag_use):
            use.update({slug: language or self.default for slug, language in use.items()})
        groups: dict[str, list[Seed]] = {}
        for seed in seeds:
            groups.setdefault(seed.group, []).append(seed)
        taken = Taken()
        for group in groups.values():
            first = next((seed for seed in group if (seed.language or self.default) == self.default), group[0])
            path = self._path_for(first, taken)
            met: set[str] = set()
            for seed in (first, *(seed for seed in group if seed is not first)):
                language = seed.language or self.default
                own = path if language not in met else self._alone(seed, taken)
                met.add(language)
                self.paths[seed.number], self.languages[seed.number] = own, language
        for seed in seeds:
            self._keep_address(seed)

    def _path_for(self, seed: Seed, taken: Taken) -> str:
        folder = "pages" if seed.is_page else self.terms.sections(seed.categories, self.default)[0]
        return taken.free(f"{folder}/{stem_of(seed.slug, seed.title, f'post-{abs(seed.number)}')}")

    def _alone(self, seed: Seed, taken: Taken) -> str:
        said = f"“{seed.title}” is one of two versions of a story in one language, and becomes a story of its own"
        self.faults.append(warning("W616", Place(self.name, seed.line), said, "keep one of the two, or leave it so"))
        return self._path_for(seed, taken)

    def _keep_address(self, seed: Seed) -> None:
        path = self.home.path_of(seed.address)
        if path is None or not seed.is_public:
            return
        place = Place(self.name, seed.line)
        if path in self.by_address:
            other = self.paths[self.by_address[path]]
            said = f"“{seed.title}” has the address {path}, as content/{other} has: the first keeps it"
            self.faults.append(warning("W608", place, said, "give one of them another url:"))
            return
        self.by_address[path] = seed.number
        kept, why = kept_address(path)
        if why and "?" in path:
            self._passed_over["?"] += 1
        elif why:
            said = f"the address {path} cannot be kept as it is: {why}"
            self.faults.append(warning("W610", place, said, "tell your server to lead it to the new one"))
        if kept:
            self.addresses[seed.number] = kept

    def _closing_words(self) -> Iterator[Diagnostic]:
        passed = dict(sorted(self._passed_over.items()))
        place = Place(self.name)
        if count := passed.pop("?", 0):
            said = f"{count} posts and pages had addresses such as /?p=12, which files cannot have"
            yield notice("N614", place, said, "they have new addresses")
        if count := passed.pop("comment", 0):
            yield notice("N614", place, f"comments of {count} posts and pages are not brought over")
        for kind, count in passed.items():
            yield notice("N614", place, f"{count} of the type “{kind}” are not brought over")


def offset_minutes(record: Record) -> int | None:
    """Return the minutes by which an item's local time is ahead of UTC; None for drafts, which have no time of UTC yet."""
    try:
        local, utc = (datetime.fromisoformat(record.get(f"wp:post_date{suffix}")) for suffix in ("", "_gmt"))
    except ValueError:
        return None
    minutes = round((local - utc) / timedelta(minutes=1))
    return minutes if -1_440 < minutes < 1_440 else None


def categories_of(record: Record) -> tuple[str, ...]:
    """Return the slugs of a post's categories."""
    return tuple(label.slug for label in record.labels if label.domain == "category" and label.slug)


def _seed(record: Record) -> Seed:
    labels = {label.domain: label for label in record.labels}
    code = labels["language"].slug if "language" in labels else record.meta.get("_wpml_import_language_code", "")
    pair = labels["post_translations"].slug if "post_translations" in labels else ""
    group = pair or record.meta.get("_wpml_import_translation_group", "").strip()
    is_page = record.get("wp:post_type") == "page"
    return Seed(
        record.number,
        record.line,
        is_page,
        language_id(code) if code else "",
        f"{record.get('wp:post_type')} {group}" if group else f"#{record.number}",
        record.get("wp:post_name"),
        plain(record.get("title")),
        record.get("link"),
        categories_of(record),
        record.get("wp:status") in ("publish", "future") and not record.get("wp:post_password"),
    )
