"""All that pages may be made of in one build: what `refer` goes by."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from patrika.model.article import Author, Correction, Standalone, Tag
from patrika.model.language import Language
from patrika.model.media import Picture
from patrika.model.page import Mapped
from patrika.model.policies import CORRECTIONS
from patrika.model.site import Site, Theme
from patrika.relate import addresses, targets
from patrika.relate.catalog import Catalog, run_before
from patrika.relate.entries import Entry
from patrika.relate.redirects import Detour
from patrika.relate.targets import Known
from patrika.relate.ties import Ties, is_author_id


class MonthRun(Struct, frozen=True):
    """A month of a section: its stories are `start` to `end` of the section's run."""

    year: int
    month: int
    start: int
    end: int
    moment: int
    """UTC seconds of its first story."""


class Profile(Struct, frozen=True):
    """A person as a language's page shows them."""

    author: Author
    portrait: Picture | None
    ties: Ties
    text_tag: str = ""


class Leaflet(Struct, frozen=True):
    """A standalone page, or the text of a section's front, with what its words lead to."""

    page: Standalone
    image: Picture | None
    ties: Ties


class Sitemaps(Struct, frozen=True):
    """What sitemaps hold, each by its language and name. Only the stories of a month, in its order, are many."""

    stories: Mapping[tuple[str, str], "array[int]"]
    """Positions of the stories of a month of the site's zone; it has several sitemaps where one cannot hold them."""
    others: Mapping[tuple[str, str], tuple[Mapped, ...]]
    """All other pages that may be indexed."""
    news: Mapping[str, tuple[int, ...]]
    """By language the positions of what is news now, newest first."""
    next_change: int | None
    """The next instant, in UTC seconds, at which these would be others for the news alone."""


class Fallback(Struct, frozen=True, gc=False):
    """A story under the navigation of a language that lacks it."""

    language: str
    """That one."""
    path: str
    position: int
    """Of the version that is shown."""


class Edition(Struct, frozen=True):
    """The site, its theme, and everything public, related and resolved."""

    site: Site
    theme: Theme
    catalog: Catalog
    tags: Mapping[str, Tag]
    """Entities of tags.toml by key."""
    profiles: Mapping[tuple[str, str], Profile]
    """By language and author id; each has a page."""
    leaflets: Mapping[tuple[str, str], Leaflet]
    """By language and page id; each has a page, or is the text of a section's front that has."""
    related: Mapping[str, "array[int]"]
    """Ranks of the best older stories of every story, by language, as Tops has them."""
    months: Mapping[tuple[str, str], tuple[MonthRun, ...]]
    """Of each language and section with stories, oldest first."""
    twins: Mapping[int, tuple[int, ...]] = {}
    """Positions of a story's versions that are stories of other names, by its position."""
    fallbacks: Mapping[int, tuple[Fallback, ...]] = {}
    """What stands in for the translations that a story lacks, by the position of each of its versions."""
    detours: tuple[Detour, ...] = ()
    """Old addresses of redirects.toml."""
    series: Mapping[str, Tag] = {}
    """Those of series.toml by key."""
    policies: Mapping[tuple[str, str], Leaflet] = {}
    """Undated pages that state a policy, by language and policy."""
    corrected: Mapping[str, tuple[tuple[int, Correction], ...]] = {}
    """Positions of listed stories and what was corrected in them, by language, oldest first."""
    sitemaps: Sitemaps | None = None
    """None where no page may be indexed."""

    def tag_name(self, language: str, key: str) -> str:
        """Return a tag's name in a language: the entity's, else as the oldest story spells it, else the entity's in the
        default."""
        tag = self.tags.get(key)
        if tag and (name := tag.name.get(language)):
            return name
        spelling = self._spelling(language, key)
        if tag and spelling == key:
            return tag.name.get(self.site.default_language) or next(iter(tag.name.values()), key)
        return spelling

    def series_name(self, language: str, key: str) -> str:
        """Return a series' name in a language, else in the default, else any it has, else its key in words."""
        names = self.series[key].name if key in self.series else {}
        found = names.get(language) or names.get(self.site.default_language) or next(iter(names.values()), "")
        return found or key.replace("-", " ").capitalize()

    def policy_page(self, language: str, policy: str = CORRECTIONS) -> Leaflet | None:
        """Return the undated page that states a policy in a language."""
        return self.policies.get((language, policy))

    def corrections_path(self, language: str) -> str:
        """Return the path of a language's corrections: that of the page that states how the paper corrects, else one of
        their own; empty where there is nothing to show."""
        page, tongue = self.policy_page(language), self.site.language(language)
        if page:
            return addresses.standalone(tongue, page.page)
        return addresses.corrections(tongue) if self.corrected.get(language) else ""

    def _spelling(self, language: str, key: str) -> str:
        run = self.catalog.by_tag.get((language, key))
        if not run:
            return key
        oldest = self.catalog.entries[self.catalog.listed[language][run[0]]]
        return oldest.spelled[oldest.tags.index(key)] if oldest.spelled else key

    def has_section(self, language: str, section: str) -> bool:
        """Return whether a section has stories, and so a page, in a language."""
        return (language, section) in self.catalog.by_section

    def section_text(self, language: str, section: str) -> Leaflet | None:
        """Return the text of a section's front in a language, where editors wrote one."""
        return self.leaflets.get((language, f"{section}/_index"))

    def section_path(self, language: str, section: str) -> str:
        """Return the path of a section's front, or where it has none of the language's."""
        tongue = self.site.language(language)
        return addresses.section(tongue, section) if self.has_section(language, section) else addresses.home(tongue)


def months_of(catalog: Catalog, site: Site) -> dict[tuple[str, str], tuple[MonthRun, ...]]:
    """Return the months of each language and section with stories, oldest first. Stories without a date are in none, and
    sections whose stories need no date have none."""
    found: dict[tuple[str, str], tuple[MonthRun, ...]] = {}
    undated = {section.id for section in site.sections if not section.dated}
    for (language, section), run in catalog.by_section.items():
        months: list[MonthRun] = []
        positions, start = catalog.listed[language], run_before(run, catalog.undated[language])
        if section in undated:
            start = len(run)
        while start < len(run):
            first = positions[run[start]]
            month = catalog.days[first] // 100
            end = bisect_right(run, month, start, key=lambda rank: catalog.days[positions[rank]] // 100)
            months.append(MonthRun(month // 100, month % 100, start, end, catalog.entries[first].published))
            start = end
        found[language, section] = tuple(months)
    return found


def corrected_of(catalog: Catalog) -> dict[str, tuple[tuple[int, Correction], ...]]:
    """Return what was corrected in listed stories, and the stories' positions, by language, oldest first."""
    found: dict[str, list[tuple[int, Correction]]] = {}
    for position, entry in enumerate(catalog.entries):
        if entry.corrections and entry.listed:
            found.setdefault(entry.language, []).extend((position, it) for it in reversed(entry.corrections))
    return {language: tuple(sorted(items, key=lambda item: item[1].date)) for language, items in found.items()}


def twins_of(catalog: Catalog) -> dict[int, tuple[int, ...]]:
    """Return the positions of versions that are stories of other names, by position: each names all others, whichever of
    them says so, and none in a language that its own story has."""
    kin: dict[str, set[str]] = {}
    for entry in catalog.entries:
        if entry.elsewhere:
            for _, story in entry.elsewhere:
                if story in catalog.first:
                    both = kin.get(entry.story, {entry.story}) | kin.get(story, {story})
                    kin.update(dict.fromkeys(both, both))
    found = {}
    for story, stories in kin.items():
        own = catalog.versions_of(story)
        others = [place for other in sorted(stories - {story}) for place in catalog.versions_of(other)]
        by_language = {catalog.entries[place].language: place for place in reversed(others)}
        for place in own:
            by_language.pop(catalog.entries[place].language, None)
        found.update(dict.fromkeys(own, tuple(by_language.values())))
    return found


def pages_of_people(index: Known, catalog: Catalog, site: Site) -> tuple[tuple[str, str], ...]:
    """Return language and id of each person who has a page: who wrote in a language, or is described in it."""
    unlisted = [(entry.language, id) for entry in catalog.entries if not entry.listed for id in entry.authors]
    wrote = {(lang, id) for lang, id in (*catalog.by_author, *unlisted) if is_author_id(id) and index.people.get(id)}
    described = {(language, id) for id, versions in index.people.items() for language in versions}
    return tuple(sorted((wrote | described) & {(lang, id) for lang in site.language_ids for id in index.people}))


def author_for(id: str, language: str, index: Known, site: Site) -> tuple[Author, str]:
    """Return a person in a language, and the tag of the biography's language where that is another."""
    author = targets.author_in(id, language, index, site)
    assert author is not None, f"no author {id}"
    written = next((lang for lang, version in index.people[id].items() if version.prose == author.prose), language)
    return author, site.language(written).tag if written != language and author.prose.words else ""


def fallbacks_of(
    catalog: Catalog, twins: Mapping[int, tuple[int, ...]], site: Site, detours: Iterable[Detour]
) -> dict[int, tuple[Fallback, ...]]:
    """Return what stands in for the translations that stories lack, by the position of each of their versions. Where
    something else has the address, nothing does."""
    asking = [language for language in site.languages if language.fallback]
    if not asking:
        return {}
    entries, found = catalog.entries, dict[int, tuple[Fallback, ...]]()
    taken = {detour.path for detour in detours}.union(*([entry.path, *entry.aliases] for entry in entries))
    for position, entry in enumerate(entries):
        if position in found:
            continue
        versions = (*catalog.versions_of(entry.story), *twins.get(position, ()))
        here = {entries[place].language: place for place in reversed(versions)}
        known = here.keys() | {id for place in versions for id, to in entries[place].elsewhere if "://" in to}
        ways = [_fallback(language, here, entries) for language in asking if language.id not in known]
        standing = tuple(way for way in ways if way and way.path not in taken)
        taken.update(way.path for way in standing)
        found.update(dict.fromkeys(versions, standing))
    return {position: ways for position, ways in found.items() if ways}


def _fallback(language: Language, here: Mapping[str, int], entries: Sequence[Entry]) -> Fallback | None:
    """Return what stands in for a story in a language, by the positions of its versions, None where nothing does."""
    shown = next((here[other] for other in language.fallback if other in here), None)
    path = dict(entries[shown].fallbacks).get(language.id) if shown is not None else None
    return Fallback(language.id, path, shown) if shown is not None and path else None
