"""A check: a build into a folder of its own, and then a look at its stories, its pages and its files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.check.finding import Finding
from patrika.check.ground import Ground
from patrika.check.limits import file_findings, host_findings
from patrika.check.slugs import slug_findings
from patrika.check.stories import story_findings
from patrika.check.texts import name_findings
from patrika.check.translations import translation_findings
from patrika.model.diagnostics import Diagnostic, Severity, in_order
from patrika.model.encoding import encode
from patrika.model.page import FILE_ROLES, Page
from patrika.plan.site_plan import source_of_page
from patrika.read.sources import bare_path
from patrika.relate.versions import Version, kin_of, version_of
from patrika.run.build import refuse_output
from patrika.run.editing import Edited
from patrika.run.entering import story_of
from patrika.run.judging import Bench
from patrika.run.lettering import letters_of
from patrika.run.making import Built, make
from patrika.run.outside import Answer, ask_all, finding_of
from patrika.run.places import located
from patrika.run.progress import Progress, silent
from patrika.run.report import Stopwatch
from patrika.run.request import BuildRequest
from patrika.run.stamps import program_stamp
from patrika.run.standing import UNSURE_NS, clock_ns
from patrika.run.verdicts import page_faults, told
from patrika.run.viewing import View, sizes_in, view
from patrika.run.weighing import weighed
from patrika.store.cache import DAMAGE, Cache, opened
from patrika.store.lock import locked
from patrika.store.scan import scan

_ANSWERS = Decoder(dict[str, Answer])


class CheckReport(Struct, frozen=True):
    """What a check found."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int
    """That were looked at: none where errors kept the site from being made at all."""
    articles: int
    judged: int
    """Pages whose bytes were looked at; of the others it was known what there is to be seen."""
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
            seen = _view(built, cache, request, progress)
            elsewhere = list(_elsewhere(seen, built, cache, request, progress)) if asks else []
            names = [it for file in found.files for it in name_findings(file.path, file.real)]
            spelled = {file.path: request.root / file.real for file in found.files}
            faults = (*_faults(built, seen, elsewhere, spelled, cache, request), *names)
    return CheckReport(
        diagnostics=in_order(located(faults, request.root)),
        pages=len(seen.seen),
        articles=len(built.edited.edition.catalog.entries) if built.edited else 0,
        judged=seen.judged,
        seconds=tuple(watch.seconds.items()),
        cpu_s=watch.cpu_s(),
    )


def _view(built: Built, cache: Cache, request: BuildRequest, progress: Progress) -> View:
    """Return what there is to be seen of the pages that readers look at: nothing where none could be made."""
    if not built.edited or not built.plan or not built.report.published:
        return View({}, (), 0)
    site = built.edited.edition.site
    sizes = dict(sizes_in(request.output))
    ground = Ground(site.url, frozenset(sizes), built.plan.led)
    bench = Bench(request.output, ground, sizes, site.checks.budget)
    return view(bench, built.plan.pages, cache, request, progress)


def _elsewhere(
    view: View, built: Built, cache: Cache, request: BuildRequest, progress: Progress
) -> Iterator[tuple[Page, Finding]]:
    """Yield links to elsewhere that lead nowhere, have moved or do not answer, but for those that the site skips."""
    skip = built.edited.edition.site.checks.skip if built.edited else ()
    links = [(page, address) for page, sight in view.seen for address in sight.outside if not address.startswith(skip)]
    kept = cache.meta("outside")
    answers = ask_all(
        (address for _, address in links),
        _ANSWERS.decode(kept) if kept else {},
        request.now,
        lambda done, total: progress("ask", done, total),
    )
    cache.keep_meta("outside", encode(answers))
    for page, address in links:
        if finding := finding_of(address, answers[address]):
            yield page, finding


def _faults(
    built: Built,
    view: View,
    elsewhere: Iterable[tuple[Page, Finding]],
    spelled: Mapping[str, Path],
    cache: Cache,
    request: BuildRequest,
) -> tuple[Diagnostic, ...]:
    """Return what the build found, and what it does not look for, in as much as there is of the site."""
    if not built.edited:
        return built.report.diagnostics
    edition = built.edited.edition
    zone = ZoneInfo(edition.site.timezone)
    faults, stories, versions = list(built.report.diagnostics), [], list[Version]()
    for entry in edition.catalog.entries:
        story, _ = story_of(cache, entry.id)
        stories.append((story.source, story.published))
        faults += story_findings(story, request.now, zone)
        faults += slug_findings(story, entry.path, edition.site)
        versions.append(version_of(story, request.now))
    for leaflet in edition.leaflets.values():
        faults += slug_findings(leaflet.page, f"/{leaflet.page.slug}/", edition.site)
    faults += letters_of(edition.catalog.entries, edition.site, spelled, cache)
    faults += _of_translations(versions, built.edited, cache, request.now)

    def file_of(page: Page) -> str:
        return source_of_page(page, edition, lambda position: stories[position][0])

    faults += told([*page_faults(view, edition.site.url, request.output), *elsewhere], file_of, spelled)
    if built.plan and view.seen:
        faults += host_findings(view.sizes, edition.site.deploy.host)
        for page in built.plan.pages:
            if page.role in FILE_ROLES:
                faults += file_findings(page, view.sizes.get(page.output, 0), (request.output / page.output).read_bytes)
    return tuple(weighed(faults, edition.site.checks, {**built.edited.aged, **dict(stories)}))


def _of_translations(public: Iterable[Version], edited: Edited, cache: Cache, now: int) -> Iterator[Diagnostic]:
    """Yield what is to be said of translations among what readers see."""
    versions = [*public]
    if not any(it.original for it in versions):
        return
    site = edited.edition.site
    versions += [version_of(story_of(cache, entry.id)[0], now) for entry in edited.publication.hidden]
    unread = frozenset(bare_path(path, site) for path in edited.held)
    for kin in kin_of(versions, site):
        yield from translation_findings(kin, unread)
