"""A check: a build into a folder of its own, and then a look at its stories, its pages and its files."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.check.across import Card, alternate_findings, doubled
from patrika.check.facts import facts_of
from patrika.check.finding import Finding
from patrika.check.ground import Ground
from patrika.check.limits import file_findings, host_findings
from patrika.check.stories import story_findings
from patrika.model.article import Article
from patrika.model.diagnostics import Diagnostic, Place, Severity, in_order
from patrika.model.encoding import encode
from patrika.model.page import FILE_ROLES, Page
from patrika.plan.site_plan import SitePlan, source_of_page
from patrika.read.text import nfc
from patrika.run.build import refuse_output
from patrika.run.editing import Edited
from patrika.run.entering import story_of
from patrika.run.judging import Bench, Sight, judge_pages, missing_places
from patrika.run.making import Built, make
from patrika.run.outside import Answer, ask_all, finding_of
from patrika.run.places import located
from patrika.run.progress import Progress, silent
from patrika.run.report import Stopwatch
from patrika.run.request import BuildRequest
from patrika.run.stamps import program_stamp
from patrika.run.standing import UNSURE_NS, clock_ns
from patrika.run.weighing import weighed
from patrika.store.cache import DAMAGE, Cache, opened
from patrika.store.ledger import MARKER
from patrika.store.lock import locked
from patrika.store.scan import scan

FEW = 3
"""Pages that have the same fault and are told one by one: if there are more, it comes from what they share."""

_SEVERITIES: Mapping[str, Severity] = {"E": "error", "W": "warning", "N": "notice"}


class CheckReport(Struct, frozen=True):
    """What a check found."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int
    """That were looked at: none where errors kept the site from being made at all."""
    articles: int
    seconds: tuple[tuple[str, float], ...]
    cpu_s: float

    def count(self, severity: Severity) -> int:
        """Return the number of diagnostics of a severity."""
        return sum(item.severity == severity for item in self.diagnostics)


def check(
    request: BuildRequest,
    progress: Progress = silent,
    waiting: Callable[[str], None] = lambda _: None,
    asks: bool = False,
) -> CheckReport:
    """Return what is wrong with a site, and what could be better. `request.output` is a folder for the check alone, which
    is kept for the next; `asks` has links to elsewhere asked for. Raises as `build` does."""
    refuse_output(request)
    with locked(request.cache, waiting, request.wait):
        try:
            return _check(request, progress, asks)
        except DAMAGE:
            return _check(request, progress, asks, anew=True)


def _check(request: BuildRequest, progress: Progress, asks: bool, anew: bool = False) -> CheckReport:
    watch = Stopwatch()
    with opened(request.cache, program_stamp(), anew=anew) as cache:
        with watch.stage("scan"):
            sure_before_ns = clock_ns(request.cache) - UNSURE_NS
            found = scan(request.root)
        built = make(request, found, cache, sure_before_ns, watch, progress)
        with watch.stage("check"):
            faults = _faults(built, cache, request, progress, asks)
    return CheckReport(
        diagnostics=in_order(located(faults, request.root)),
        pages=len(_judged(built.plan)) if built.plan and built.report.published else 0,
        articles=len(built.edited.edition.catalog.entries) if built.edited else 0,
        seconds=tuple(watch.seconds.items()),
        cpu_s=watch.cpu_s(),
    )


def _faults(
    built: Built, cache: Cache, request: BuildRequest, progress: Progress, asks: bool
) -> tuple[Diagnostic, ...]:
    """Return what the build found, and what it does not look for, in as much as there is of the site."""
    if not built.edited:
        return built.report.diagnostics
    stories = _Stories(built.edited, cache)
    faults = [*built.report.diagnostics, *_of_stories(stories, built.edited, request)]
    if built.plan and built.report.published:
        faults += _of_pages(built.plan, built.edited, stories, request, progress, asks)
    return tuple(weighed(faults, built.edited.edition.site.checks, {**built.edited.aged, **stories.dates()}))


class _Stories:
    """The stories of an edition, by their position in its catalog."""

    def __init__(self, edited: Edited, cache: Cache) -> None:
        self._entries = edited.edition.catalog.entries
        self.cache = cache
        self.sources = [self.at(position).source for position in range(len(self._entries))]

    def __len__(self) -> int:
        return len(self._entries)

    def at(self, position: int) -> Article:
        """Return a story."""
        return story_of(self.cache, self._entries[position].id)[0]

    def dates(self) -> dict[str, int]:
        """Return when stories appeared, in UTC seconds, by their files."""
        return {source: entry.published for source, entry in zip(self.sources, self._entries, strict=True)}


def _of_stories(stories: _Stories, edited: Edited, request: BuildRequest) -> Iterator[Diagnostic]:
    zone = ZoneInfo(edited.edition.site.timezone)
    for position in range(len(stories)):
        yield from story_findings(stories.at(position), request.now, zone)


def _of_pages(
    plan: SitePlan, edited: Edited, stories: _Stories, request: BuildRequest, progress: Progress, asks: bool
) -> Iterator[Diagnostic]:
    """Yield what is wrong with printed pages, with each alone and with all together, and with files for programs."""
    site = edited.edition.site
    sizes = dict(_sizes(request.output))
    ground = Ground(site.url, frozenset(sizes), plan.led)
    bench = Bench(request.output, ground, sizes, site.checks.budget, asks)
    seen = judge_pages(bench, _judged(plan), request.jobs, progress)

    def place(page: Page) -> Place:
        return Place(source_of_page(page, edited.edition, stories.sources.__getitem__) or page.path)

    wanted = [(page, *link) for page, sight in seen for link in sight.elsewhere]
    by_address = {ground.address(page.path): page for page, _ in seen}
    cards = {address: sight.card for address, (_, sight) in zip(by_address, seen, strict=True)}
    found = [
        *((page, finding) for page, sight in seen for finding in sight.findings),
        *missing_places(request.output, wanted),
        *((by_address[address], finding) for address, finding in alternate_findings(cards, site.url)),
        *_doubled(by_address, cards, request.output),
        *_outside(seen, stories.cache, site.checks.skip, request.now, progress),
    ]
    yield from _told(found, place, request.root)
    yield from host_findings(sizes, site.deploy.host)
    for page in plan.pages:
        if page.role in FILE_ROLES:
            yield from file_findings(page, sizes.get(page.output, 0), (request.output / page.output).read_bytes)


def _judged(plan: SitePlan) -> list[Page]:
    """Return the pages that readers look at: not those that lead on to others at once."""
    return [page for page in plan.pages if page.role not in (*FILE_ROLES, "redirect")]


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield path and bytes of all files of an output folder but what is for the host or for us."""
    for inner, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".deploy"]
        for name in names:
            if name != MARKER:
                file = Path(inner, name)
                yield file.relative_to(folder).as_posix(), file.stat().st_size


_DOUBLED = {
    "title": ("W705", "its title, “{}”, is also that of {}", "say in each what it alone is about"),
    "description": ("W706", "its description, “{}”, is also that of {}", "write a `summary:` or description for each"),
}


def _doubled(by_address: Mapping[str, Page], cards: Mapping[str, Card], folder: Path) -> Iterator[tuple[Page, Finding]]:
    told = [(address, by_address[address].language, card) for address, card in cards.items()]
    for part, (code, said, hint) in _DOUBLED.items():
        for first, *others in doubled(told, part):
            facts = facts_of((folder / by_address[first].output).read_bytes())
            for address in others:
                yield (
                    by_address[address],
                    Finding(code, said.format(getattr(facts, part), by_address[first].path), hint),
                )


_ANSWERS = Decoder(dict[str, Answer])


def _outside(
    seen: Iterable[tuple[Page, Sight]], cache: Cache, skip: tuple[str, ...], now: int, progress: Progress
) -> Iterator[tuple[Page, Finding]]:
    """Yield links to elsewhere that lead nowhere, have moved or do not answer, but for those that begin as `skip` says."""
    links = [(page, address) for page, sight in seen for address in sight.outside if not address.startswith(skip)]
    if not links:
        return
    kept = cache.meta("outside")
    answers = ask_all(
        (address for _, address in links),
        _ANSWERS.decode(kept) if kept else {},
        now,
        lambda done, total: progress("ask", done, total),
    )
    cache.keep_meta("outside", encode(answers))
    for page, address in links:
        if finding := finding_of(address, answers[address]):
            yield page, finding


def _told(found: Iterable[tuple[Page, Finding]], place: Callable[[Page], Place], root: Path) -> Iterator[Diagnostic]:
    """Yield findings as diagnostics: what many pages share once, and of no file."""
    pages_of: dict[Finding, list[Page]] = defaultdict(list)
    for page, finding in found:
        pages_of[finding].append(page)
    for finding, pages in pages_of.items():
        severity = _SEVERITIES[finding.code[0]]
        if len(pages) > FEW:
            said = f"{finding.message}: here and on {len(pages) - 1} other pages"
            yield Diagnostic(finding.code, severity, Place(pages[0].path), said, finding.hint)
            continue
        for page in pages:
            at = _line(place(page), finding.quote, root)
            yield Diagnostic(finding.code, severity, at, finding.message, finding.hint)


def _line(place: Place, quote: str, root: Path) -> Place:
    """Return the place in a file at which some words of a page stand, as far as they stand there."""
    if not quote or not (file := root / place.path.lstrip("/")).is_file() or place.path.startswith("/"):
        return place
    text = nfc(file.read_text("utf-8-sig"))
    before, found, _ = text.partition(quote)
    return Place(place.path, before.count("\n") + 1, len(before) - before.rfind("\n")) if found else place
