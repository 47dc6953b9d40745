"""Fronts of sections, and the monthly archives behind them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.encoding import Digest, digest
from patrika.model.media import Picture
from patrika.model.page import Frame, Page, Toggle
from patrika.plan import frames, queries
from patrika.plan.channels import Channel, feed_links
from patrika.plan.edition import Edition, MonthRun
from patrika.plan.inputs import ArchiveInput, Group, Link, Month, SectionInput, Text
from patrika.plan.refs import ListRefs, Shelf, cards_of, fill_lists
from patrika.plan.shared import ArchivePlace
from patrika.plan.sources import Sources
from patrika.relate import addresses
from patrika.relate.catalog import Catalog
from patrika.relate.ties import Filling

FRONT_STORIES = 40
"""Stories by day on a section's front; older ones are in its archive. Without an archive all are on the front."""


class SectionRefs(Struct, frozen=True, gc=False, array_like=True, tag="section"):
    """A section's front by reference."""

    frame: Frame
    section: Link
    description: str
    lists: ListRefs
    days: tuple[bytes, ...]
    months: tuple[Month, ...]
    text: Digest = b""
    """Of what editors wrote for it; empty where they did not."""
    image: Picture | None = None
    filling: Filling = Filling()
    blocks: bytes = b""
    """Grounds of the blocks in the text."""
    extra: Mapping[str, Any] = {}


class ArchiveRefs(Struct, frozen=True, gc=False, array_like=True, tag="archive"):
    """A month of a section by reference."""

    place: Digest
    language: str
    month: Month
    days: tuple[bytes, ...]
    newer: Month | None
    older: Month | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a front for each section with stories in a language."""
    for language in edition.site.languages:
        for section in edition.site.sections:
            if edition.has_section(language.id, section.id):
                yield Page(addresses.section(language, section.id), "section", language.id, section.id)


def archive_pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each month of each section with stories in a language."""
    for (language, section), months in edition.months.items():
        for number, month in enumerate(months):
            path = addresses.month(edition.site.language(language), section, month.year, month.month)
            yield Page(path, "archive", language, section, number)


def refer(page: Page, sources: Sources) -> SectionRefs:
    """Return a section's front by reference: its declared lists, then its newest stories by day."""
    edition = sources.edition
    section, catalog = edition.site.section(page.subject), edition.catalog
    run, listed = catalog.by_section[page.language, section.id], catalog.listed[page.language]
    told = edition.section_text(page.language, section.id)
    title, description = heading(edition, page.language, section.id)
    filling = told.ties.filling if told else Filling()
    lists, shown = queries.answer("section", queries.of_list(sources, page.language, section.id), sources)
    first = max(0, len(run) - FRONT_STORIES) if section.dated else 0
    newest = queries.newest_first(run, first, len(run), listed)
    fronts = {
        language.id: addresses.section(language, section.id)
        for language in edition.site.languages
        if edition.has_section(language.id, section.id)
    }
    frame = Frame(
        path=page.path,
        language=page.language,
        title=title,
        description=description,
        section=section.id,
        feeds=feed_links(edition, Channel("section", section.id, page.language, page.path), title),
        moment=catalog.entries[newest[0]].published,
        alternates=frames.alternates(edition.site, fronts),
        toggles=frames.toggles(edition.site, page.language, fronts, frames.front(edition.site)),
    )
    return SectionRefs(
        frame=frame,
        section=Link(section.id, section.title_in(page.language), page.path),
        description=description,
        lists=lists,
        days=_by_day([place for place in newest if place not in shown], catalog),
        months=tuple(
            _month(edition, page.language, section.id, month)
            for month in reversed(edition.months[page.language, section.id])
        ),
        text=digest(told.page) if told else b"",
        image=told.image if told else None,
        filling=filling,
        blocks=sources.grounds_of(page.language, filling.block_names),
        extra={**section.extra, **(told.page.extra if told else {})},
    )


def heading(edition: Edition, language: str, id: str) -> tuple[str, str]:
    """Return the title and the description of a section's front."""
    section, told = edition.site.section(id), edition.section_text(language, id)
    title, description = (told.page.title, told.page.summary) if told else ("", "")
    return title or section.title_in(language), description or section.description.get(language, "")


def refer_archive(page: Page, sources: Sources) -> ArchiveRefs:
    """Return a month of a section by reference."""
    edition, name = sources.edition, (page.language, page.subject)
    months, run = edition.months[name], edition.catalog.by_section[name]
    here = months[page.position]
    positions = queries.newest_first(run, here.start, here.end, edition.catalog.listed[page.language])

    def neighbour(number: int) -> Month | None:
        return _month(edition, *name, months[number]) if 0 <= number < len(months) else None

    return ArchiveRefs(
        place=sources.shared.archives[name],
        language=page.language,
        month=_month(edition, *name, here, current=True),
        days=_by_day(positions, edition.catalog),
        newer=neighbour(page.position + 1),
        older=neighbour(page.position - 1),
    )


def _month(edition: Edition, language: str, section: str, month: MonthRun, current: bool = False) -> Month:
    path = addresses.month(edition.site.language(language), section, month.year, month.month)
    return Month(month.moment, path, month.end - month.start, current)


def _by_day(positions: Sequence[int], catalog: Catalog) -> tuple[bytes, ...]:
    """Return the cards of stories in groups of a day of the site's zone, those without a date in one, in the order given."""
    days: dict[int, list[int]] = {}
    for position in positions:
        days.setdefault(catalog.days[position], []).append(position)
    return tuple([queries.join(places, catalog) for places in days.values()])


def fill(refs: SectionRefs, shelf: Shelf) -> SectionInput:
    """Return what the template of a section's front is given."""
    lists, groups = fill_lists(refs.lists, shelf)
    days = _filled(refs.days, shelf)
    text = Text(shelf.body(shelf.standalone(refs.text).prose.body), refs.filling) if refs.text else None
    return SectionInput(
        refs.frame, refs.section, refs.description, lists, groups, days, refs.months, text, refs.image, refs.extra
    )


def fill_archive(refs: ArchiveRefs, shelf: Shelf) -> ArchiveInput:
    """Return what the template of a month is given."""
    days, place = _filled(refs.days, shelf), shelf.shared(refs.place, ArchivePlace)
    frame = Frame(
        path=refs.month.path,
        language=refs.language,
        title=place.section.title,
        section=place.section.id,
        moment=days[0].moment,
        toggles=tuple(_toggle(way, refs) for way in place.ways),
        feeds=place.feeds,
    )
    return ArchiveInput(frame, place.section, refs.month, days, refs.newer, refs.older)


def _filled(days: Sequence[bytes], shelf: Shelf) -> tuple[Group, ...]:
    """Return days with their stories; the moment of each is its newest story's, 0 of those without a date."""
    found = [cards_of(day, shelf) for day in days]
    return tuple(Group(cards, moment=cards[0].published) for cards in found)


def _toggle(way: Toggle, refs: ArchiveRefs) -> Toggle:
    """Return the way to a language: a month's page has no translation, so to its section, or to the page itself."""
    return replace(way, path=refs.month.path, same=True, current=True) if way.language == refs.language else way
