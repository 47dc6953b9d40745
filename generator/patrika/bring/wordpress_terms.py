"""Categories, tags and languages of a WordPress export, as sections, tags and languages of ours.

Polylang keeps languages and translations as taxonomies, whose descriptions are serialised tables; WPML writes them into each
post.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from patrika.bring.cargo import Chapter, Tongue, Topic
from patrika.bring.naming import OWN_NAMES, has_id, section_id, tag_key
from patrika.bring.wxr import Label, Record, whole

NO_CATEGORY = "news"
_NUMBERS = re.compile(r's:\d+:"([A-Za-z_-]+)";i:(\d+);')
_LOCALE = re.compile(r's:6:"locale";s:\d+:"([a-z]{2,3}(?:_[A-Z]{2})?)["_]')
_PARTS = {4: str.title, 2: str.upper}


class Term(Struct, frozen=True):
    """A category or tag as the export has it."""

    number: int
    slug: str
    name: str
    parent: str = ""


def language_id(code: str) -> str:
    """Return a language's code as a BCP 47 tag: `pt-br` and `pt_BR` are `pt-BR`."""
    first, *rest = re.split(r"[-_]", code.strip())
    return "-".join([first.lower(), *(_PARTS.get(len(part), str.lower)(part) for part in rest if part)])


class Terms:
    """All terms of an export, resolved when all of them are known."""

    def __init__(self, records: Iterable[Record], labels: Iterable[Label]) -> None:
        self.categories: dict[str, Term] = {}
        self.tags: dict[str, Term] = {}
        self._names: dict[str, str] = {}
        self._locales: dict[str, str] = {}
        self._groups: list[dict[str, int]] = []
        for record in records:
            self._take(record)
        for label in labels:
            # An export of posts alone lists no terms: they are known by the posts that have them.
            known = self.categories if label.domain == "category" else self.tags
            if label.domain in ("category", "post_tag") and label.slug not in known:
                known[label.slug] = Term(0, label.slug, label.name or label.slug)
        slugs = {term.number: term.slug for term in (*self.categories.values(), *self.tags.values())}
        self._versions: dict[str, dict[str, str]] = {}
        for group in self._groups:
            versions = {language_id(code): slugs[number] for code, number in group.items() if number in slugs}
            self._versions.update(dict.fromkeys(versions.values(), versions))

    def _take(self, record: Record) -> None:
        taxonomy = record.get("wp:term_taxonomy")
        name = record.get("wp:cat_name", "wp:tag_name", "wp:term_name")
        slug = record.get("wp:category_nicename", "wp:tag_slug", "wp:term_slug")
        if record.kind == "wp:category":
            self.categories[slug] = Term(record.number, slug, name or slug, record.get("wp:category_parent"))
        elif record.kind == "wp:tag":
            self.tags[slug] = Term(record.number, slug, name or slug)
        elif taxonomy == "language":
            found = _LOCALE.search(record.get("wp:term_description"))
            self._names[language_id(slug)] = name
            self._locales[language_id(slug)] = found[1] if found else ""
        elif taxonomy == "term_translations":
            self._groups.append(
                {code: whole(number) for code, number in _NUMBERS.findall(record.get("wp:term_description"))}
            )

    def tongues(self, used: Iterable[str], default: str) -> Iterator[Tongue]:
        """Yield the languages in use, the default one first and without a path."""
        for id in dict.fromkeys([default, *used]):
            name = self._names.get(id) or OWN_NAMES.get(id.partition("-")[0], id)
            yield Tongue(id, name, self._locales.get(id, ""), "" if id == default else id)

    def sections(self, slugs: Iterable[str], default: str) -> tuple[str, ...]:
        """Return the sections that categories become, that of the story first. Those that hold another of them are left out:
        they list its stories anyway."""
        ids = tuple(dict.fromkeys(self._section(slug, default) for slug in slugs if slug)) or (NO_CATEGORY,)
        return tuple(id for id in ids if not any(other.startswith(id + "/") for other in ids))

    def _section(self, slug: str, default: str) -> str:
        """Return the id of the section that a category becomes: one for all its languages, within its parent's."""
        parts: list[str] = []
        met: set[str] = set()
        while slug in self.categories and slug not in met:
            met.add(slug)
            parts.append(self._section_word(slug, default))
            slug = self.categories[slug].parent
        return "/".join(reversed(parts)) or NO_CATEGORY

    def _section_word(self, slug: str, default: str) -> str:
        slugs = self._slugs(slug, default)
        word = next((section_id(it, "") for it in slugs if section_id(it, "")), "")
        return word or f"section-{self.categories[slugs[0]].number or sorted(self.categories).index(slugs[0]) + 1}"

    def _slugs(self, slug: str, default: str) -> list[str]:
        """Return the slugs of a term in all languages, that of the default language first."""
        versions = self._versions.get(slug, {})
        return list(dict.fromkeys([versions.get(default, slug), *versions.values(), slug]))

    def chapters(self, used: Mapping[str, str], default: str) -> Iterator[Chapter]:
        """Yield the sections in use, by id; `used` names for each slug of a category the language of its stories."""
        titles: dict[str, dict[str, str]] = {}
        for slug in self.categories:
            if slug not in used:
                continue
            id = self._section(slug, default)
            versions = self._versions.get(slug) or {used[slug]: slug}
            names = {code: self.categories[it].name for code, it in versions.items() if it in self.categories}
            titles.setdefault(id, {}).update(names)
        if NO_CATEGORY in used and NO_CATEGORY not in titles:
            titles[NO_CATEGORY] = {}
        for id, names in sorted(titles.items()):
            yield Chapter(id, tuple(sorted(names.items(), key=lambda name: (name[0] != default, name[0]))))

    def tag(self, slug: str, default: str) -> str:
        """Return a tag as stories name it: one word for all its languages."""
        slugs = [it for it in self._slugs(slug, default) if it in self.tags]
        first = next((it for it in slugs if has_id(it)), slugs[0])
        return tag_key(self.tags[first].name, first)[0]

    def topics(self, used: Mapping[str, str], default: str) -> Iterator[Topic]:
        """Yield the tags in use that have an id and another name than that."""
        names: dict[str, dict[str, str]] = {}
        for slug in self.tags:
            id = self.tag(slug, default)
            if slug in used and has_id(id):
                versions = self._versions.get(slug) or {used[slug]: slug}
                found = {code: self.tags[it].name for code, it in versions.items() if it in self.tags}
                names.setdefault(id, {}).update(found)
        for id, by_language in sorted(names.items()):
            if set(by_language.values()) != {id}:
                yield Topic(id, tuple(sorted(by_language.items())))
