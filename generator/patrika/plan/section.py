"""Fronts of sections, and the monthly archives behind them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from patrika.model.page import Frame, Page
from patrika.plan import frames, queries
from patrika.plan.edition import Edition, MonthRun
from patrika.plan.inputs import ArchiveInput, Link, Month, SectionInput
from patrika.plan.refs import GroupRefs, ListRefs, Shelf, fill_group, fill_lists
from patrika.relate import addresses

FRONT_STORIES = 40
"""Stories by day on a section's front; older ones are in its archive."""


class SectionRefs(Struct, frozen=True, gc=False, array_like=True, tag="section"):
    """A section's front by reference."""

    frame: Frame
    section: Link
    description: str
    lists: ListRefs
    days: tuple[GroupRefs, ...]
    months: tuple[Month, ...]


class ArchiveRefs(Struct, frozen=True, gc=False, array_like=True, tag="archive"):
    """A month of a section by reference."""

    frame: Frame
    section: Link
    month: Month
    days: tuple[GroupRefs, ...]
    newer: Month | None
    older: Month | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a front for each section with stories in a language."""
    for language in edition.site.languages:
        for section in edition.site.sections:
            if edition.has_section(language.id, section.id):
                path = addresses.section(language, section.id)
                yield Page(addresses.output_of(path), path, "section", language.id, section.id)


def archive_pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each month of each section with stories in a language."""
    for (language, section), months in edition.months.items():
        for number, month in enumerate(months):
            path = addresses.month(edition.site.language(language), section, month.year, month.month)
            yield Page(addresses.output_of(path), path, "archive", language, section, number)


def refer(page: Page, edition: Edition) -> SectionRefs:
    """Return a section's front by reference: its declared lists, then its newest stories by day."""
    section = edition.site.section(page.subject)
    run = edition.catalog.by_section[page.language, section.id]
    spec = edition.theme.pages["section"]
    lists, shown = queries.answer(spec.lists, queries.of_list(edition, page.language, section.id), edition)
    newest = queries.reversed_slice(run, max(0, len(run.positions) - FRONT_STORIES), len(run.positions))
    frame = Frame(
        path=page.path,
        language=page.language,
        title=section.title_in(page.language),
        description=section.description.get(page.language, ""),
        section=section.id,
        moment=edition.catalog.published[run.positions[-1]],
        alternates=frames.alternates(edition, _fronts(edition, section.id)),
        toggles=frames.toggles(edition, page.language, _fronts(edition, section.id), frames.front(edition)),
    )
    return SectionRefs(
        frame=frame,
        section=Link(section.id, section.title_in(page.language), page.path),
        description=section.description.get(page.language, ""),
        lists=lists,
        days=_by_day([place for place in newest if place not in shown], edition),
        months=tuple(reversed([_month(edition, page.language, section.id, month) for month in _months(page, edition)])),
    )


def refer_archive(page: Page, edition: Edition) -> ArchiveRefs:
    """Return a month of a section by reference."""
    section, months = edition.site.section(page.subject), _months(page, edition)
    run = edition.catalog.by_section[page.language, section.id]
    here = months[page.position]
    positions = queries.reversed_slice(run, here.start, here.end)
    language = edition.site.language(page.language)

    def neighbour(number: int) -> Month | None:
        return _month(edition, page.language, section.id, months[number]) if 0 <= number < len(months) else None

    frame = Frame(
        path=page.path,
        language=page.language,
        title=section.title_in(page.language),
        section=section.id,
        moment=edition.catalog.published[positions[0]],
        toggles=frames.toggles(
            edition, page.language, {page.language: page.path}, frames.section_or_front(edition, section.id)
        ),
    )
    return ArchiveRefs(
        frame=frame,
        section=Link(section.id, section.title_in(page.language), addresses.section(language, section.id)),
        month=_month(edition, page.language, section.id, here, current=True),
        days=_by_day(positions, edition),
        newer=neighbour(page.position + 1),
        older=neighbour(page.position - 1),
    )


def _months(page: Page, edition: Edition) -> tuple[MonthRun, ...]:
    return edition.months[page.language, page.subject]


def _fronts(edition: Edition, section: str) -> dict[str, str]:
    return {
        language.id: addresses.section(language, section)
        for language in edition.site.languages
        if edition.has_section(language.id, section)
    }


def _month(edition: Edition, language: str, section: str, month: MonthRun, current: bool = False) -> Month:
    path = addresses.month(edition.site.language(language), section, month.year, month.month)
    return Month(month.moment, path, month.end - month.start, current)


def _by_day(positions: Sequence[int], edition: Edition) -> tuple[GroupRefs, ...]:
    """Return stories in groups of a day of the site's zone, in the order given."""
    days: dict[tuple[int, int, int], list[int]] = {}
    for position in positions:
        day = addresses.day_of(edition.catalog.published[position], edition.site)
        days.setdefault(day, []).append(position)
    return tuple(
        GroupRefs(queries.join(places, edition.catalog), moment=edition.catalog.published[places[0]])
        for places in days.values()
    )


def fill(refs: SectionRefs, shelf: Shelf) -> SectionInput:
    """Return what the template of a section's front is given."""
    lists, groups = fill_lists(refs.lists, shelf)
    days = tuple(fill_group(day, shelf) for day in refs.days)
    return SectionInput(refs.frame, refs.section, refs.description, lists, groups, days, refs.months)


def fill_archive(refs: ArchiveRefs, shelf: Shelf) -> ArchiveInput:
    """Return what the template of a month is given."""
    days = tuple(fill_group(day, shelf) for day in refs.days)
    return ArchiveInput(refs.frame, refs.section, refs.month, days, refs.newer, refs.older)
