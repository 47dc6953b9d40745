"""What sitemaps hold: the stories of each month, all other pages that may be indexed, and the news of two days.

Numbered pages of long lists are in none: whatever they lead to is in a sitemap itself, and each new story would move them.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from patrika.model.page import Mapped, Page
from patrika.model.site import Site
from patrika.plan import author, corrections, front, section, standalone, tag
from patrika.plan.edition import Edition, Leaflet, Sitemaps
from patrika.relate.catalog import DAY_S, NO_RUN, Catalog, Runs
from patrika.relate.entries import Entry

NEWS_S = 2 * DAY_S
NEWS_STORIES = 1_000
NO_NEWS = ("event", "notice")
"""Kinds of stories that are no news, also where their section is listed."""
PICTURES = 1_000
"""Pictures of a page that a sitemap may name."""
MOST_PAGES = 50_000
MOST_BYTES = 52_428_800
"""Of a sitemap, by the protocol (sitemaps.org)."""

_TAGS, _SIGN = 160, 12
"""Bytes that an address takes in a sitemap at most: for what stands around it, and for each sign, of which a letter may be
four bytes, percent-encoded in three signs each."""


def sitemaps_of(edition: Edition, now: int) -> Sitemaps | None:
    """Return what sitemaps hold at an instant, None where no page may be indexed."""
    if edition.site.is_preview:
        return None
    months: dict[tuple[str, int], array[int]] = {}
    undated: dict[str, list[Mapped]] = {}
    for position, entry in enumerate(edition.catalog.entries):
        if is_indexed(entry, edition.site):
            if not entry.published:
                undated.setdefault(entry.language, []).append(mapped(entry))
                continue
            name = (entry.language, edition.catalog.days[position] // 100)
            if (found := months.get(name)) is None:
                found = months[name] = array("I")
            found.append(position)
    news, next_change = _news(edition, now)
    return Sitemaps(dict(_stories(months, edition)), dict(_others(undated, edition)), news, next_change)


def is_indexed(entry: Entry, site: Site) -> bool:
    """Return whether search engines may index a story's page, at its own address."""
    if entry.noindex:
        return False
    return not entry.canonical or unquote(entry.canonical.removeprefix(site.url)) == entry.path


def mapped(entry: Entry) -> Mapped:
    """Return a story's page as sitemaps have it."""
    return Mapped(entry.path, entry.updated or entry.published, entry.pictures[:PICTURES])


def _stories(
    months: Mapping[tuple[str, int], "array[int]"], edition: Edition
) -> Iterator[tuple[tuple[str, str], "array[int]"]]:
    entries = edition.catalog.entries
    for (language, month), found in months.items():
        start = 0
        for name, end in _parts(f"{month // 100:04}-{month % 100:02}", (mapped(entries[at]) for at in found), edition):
            yield (language, name), found[start:end]
            start = end


def _others(
    undated: Mapping[str, Sequence[Mapped]], edition: Edition
) -> Iterator[tuple[tuple[str, str], tuple[Mapped, ...]]]:
    found: dict[str, list[Mapped]] = {language: [] for language in edition.site.language_ids}
    for pages, moment in _KINDS:
        for page in pages(edition):
            if page.role not in _LONG or not page.position:
                found[page.language].append(Mapped(page.path, moment(page, edition)))
    for page in standalone.pages(edition):
        leaflet = edition.leaflets[page.language, page.subject]
        if not leaflet.page.noindex:
            found[page.language].append(Mapped(page.path, 0, _pictures(leaflet)))
    for language, fronts in found.items():
        others = [*fronts, *undated.get(language, ())]
        start = 0
        for name, end in _parts("pages", others, edition):
            yield (language, name), tuple(others[start:end])
            start = end


def _parts(name: str, pages: Iterable[Mapped], edition: Edition) -> Iterator[tuple[str, int]]:
    """Yield the names and ends of the sitemaps that hold some pages: a full one stays as it is, whatever comes after it."""
    site, number, start, end, size = len(edition.site.url), 1, 0, 0, 0
    for page in pages:
        signs = len(page.path) + sum(map(len, page.pictures))
        room = (1 + len(page.pictures)) * (_TAGS + site) + _SIGN * signs
        if end - start == MOST_PAGES or size + room > MOST_BYTES:
            yield _part(name, number), end
            number, start, size = number + 1, end, 0
        end, size = end + 1, size + room
    yield _part(name, number), end


def _part(name: str, number: int) -> str:
    return f"{name}-{number}" if number > 1 else name


def _news(edition: Edition, now: int) -> tuple[dict[str, tuple[int, ...]], int | None]:
    """Return what is news, and the next instant at which that will be something else."""
    catalog, news, changes = edition.catalog, {}, []
    for language in edition.site.language_ids:
        listed, found = catalog.listed.get(language, NO_RUN), list[int]()
        for rank in reversed(catalog.all_in_lists(language)):
            entry = catalog.entries[listed[rank]]
            if entry.published > now:
                changes.append(entry.published)
            elif entry.published <= now - NEWS_S or len(found) == NEWS_STORIES:
                break
            elif entry.kind not in NO_NEWS and is_indexed(entry, edition.site):
                found.append(listed[rank])
        if found:
            changes.append(catalog.entries[found[-1]].published + NEWS_S)
        news[language] = tuple(found)
    return news, min(changes, default=None)


def _pictures(leaflet: Leaflet) -> tuple[str, ...]:
    shown = (leaflet.image, *(hole.picture for hole in leaflet.ties.filling.pictures))
    return tuple(dict.fromkeys(picture.media.url for picture in shown if picture))[:PICTURES]


def _newest(page: Page, edition: Edition, run: Sequence[int]) -> int:
    """Return when the newest story of a run last changed, 0 where it has none."""
    if not run:
        return 0
    entry = edition.catalog.entries[edition.catalog.listed[page.language][run[-1]]]
    return entry.updated or entry.published


def _of_runs(runs: Callable[[Catalog], Runs]) -> Callable[[Page, Edition], int]:
    return lambda page, it: _newest(page, it, runs(it.catalog).get((page.language, page.subject), NO_RUN))


def _of_front(page: Page, edition: Edition) -> int:
    return _newest(page, edition, edition.catalog.all_in_lists(page.language))


def _of_month(page: Page, edition: Edition) -> int:
    name = (page.language, page.subject)
    last = edition.months[name][page.position].end
    return _newest(page, edition, edition.catalog.by_section[name][last - 1 : last])


def _corrections(edition: Edition) -> Iterator[Page]:
    for page in corrections.pages(edition):
        told = edition.policy_page(page.language)
        if not (told and told.page.noindex):
            yield page


def _of_corrections(page: Page, edition: Edition) -> int:
    found = edition.corrected.get(page.language, ())
    return found[-1][1].date if found else 0


_KINDS: tuple[tuple[Callable[[Edition], Iterator[Page]], Callable[[Page, Edition], int]], ...] = (
    (front.pages, _of_front),
    (section.pages, _of_runs(lambda it: it.by_section)),
    (section.archive_pages, _of_month),
    (tag.pages, _of_runs(lambda it: it.by_tag)),
    (tag.series_pages, _of_runs(lambda it: it.by_series)),
    (author.pages, _of_runs(lambda it: it.by_author)),
    (_corrections, _of_corrections),
)
"""Pages that list something, and when the newest of it last changed."""

_LONG = ("tag", "series", "author", "corrections")
"""Roles of lists that go on in numbered pages."""
