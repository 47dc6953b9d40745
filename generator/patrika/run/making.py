"""A build that has something to do: read, relate, plan, print, publish."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from patrika.model.diagnostics import Diagnostic, in_order
from patrika.model.encoding import digest, digest_of_bytes
from patrika.plan import chrome
from patrika.plan.site_plan import SitePlan, plan_site
from patrika.render.page import Press, set_up
from patrika.run.editing import Edited, edit
from patrika.run.library import Desk, Library, read_library
from patrika.run.places import located
from patrika.run.printing import Printed, Shop, print_pages
from patrika.run.progress import Progress
from patrika.run.report import BuildReport, Scheduled, Stopwatch
from patrika.run.request import BuildRequest, SiteError
from patrika.run.setup import Setup, read_setup
from patrika.run.shelf import by_digest
from patrika.run.stamps import reading_stamp
from patrika.run.standing import forget_standing
from patrika.store.cache import Cache, PageRow
from patrika.store.output import InTheWayError, Published, Stage, is_whole, publish, staging
from patrika.store.scan import Scan


def make(
    request: BuildRequest, found: Scan, cache: Cache, sure_before_ns: int, watch: Stopwatch, progress: Progress
) -> BuildReport:
    """Return what became of a site whose files have been found, checked, rendered, staged and published."""
    with watch.stage("read"):
        setup = read_setup(request)
        if setup.site is None:
            return _failed(request, (*setup.faults, *found.faults), watch)
        cache.read_by(reading_stamp(setup.site))
        desk = Desk(request.root, setup.site)
        library = read_library(found.under("content"), desk, cache, sure_before_ns, request.jobs, progress)
    with watch.stage("relate"):
        edited = edit(library, setup, setup.site, found.files, request, cache)
    faults = (*setup.faults, *found.faults, *library.faults, *edited.faults)
    if setup.theme is None:
        return _failed(request, faults, watch)
    with watch.stage("plan"):
        assets = [asset.path[1:] for asset in setup.assets]
        plan = plan_site(edited.edition, edited.used, _static(found, setup), assets)
        press = _press(edited, setup, found, request.preview)
    faults = (*faults, *plan.faults, *press.faults)
    if _stops(faults, request):
        return _failed(request, faults, watch)
    with _staging(request) as stage:
        with watch.stage("render"):
            known = cache.pages(str(request.output))
            shop = _shop(plan, edited, library, press, known, stage, request)
            printed = print_pages(shop, stage, request.jobs, progress)
            files = _stage_files(plan, setup, found, request.root, stage, known)
        faults = (*faults, *printed.faults)
        if _stops(faults, request):
            return _failed(request, faults, watch)
        with watch.stage("publish"):
            published = _publish(stage, request, f"{setup.site.name} {setup.site.own_url}", cache)
            cache.keep_pages(str(request.output), {**printed.rows, **files})
    return _report(request, faults, watch, edited, library, printed, published, len(plan.pages))


def _shop(
    plan: SitePlan,
    edited: Edited,
    library: Library,
    press: Press,
    known: Mapping[str, PageRow],
    stage: Stage,
    request: BuildRequest,
) -> Shop:
    edition = edited.edition
    people = (profile.author for profile in edition.profiles.values())
    leaflets = (leaflet.page for leaflet in edition.leaflets.values())
    values = by_digest((*edition.articles, *edited.cards, *people, *leaflets))
    return Shop(
        plan.pages, edition, values, library.body_rows, press, known, request.output, stage.folder, request.cache
    )


def _publish(stage: Stage, request: BuildRequest, site: str, cache: Cache) -> Published:
    def about_to_change(paths: Iterable[str]) -> None:
        forget_standing(cache, request)
        cache.drop_keys(str(request.output), paths)

    try:
        return publish(stage, request.cache, site, about_to_change)
    except InTheWayError as found:
        raise SiteError(_in_the_way(f"{request.output}/{found}")) from None


def _in_the_way(path: str) -> str:
    return f"{path} is not ours and stands in the way: move it (or delete what an old build left), or choose another --output"


@contextmanager
def _staging(request: BuildRequest) -> Iterator[Stage]:
    try:
        with staging(request.output) as stage:
            yield stage
    except InTheWayError as found:
        raise SiteError(_in_the_way(str(found))) from None


def _stops(faults: tuple[Diagnostic, ...], request: BuildRequest) -> bool:
    stopping = ("error", "warning") if request.strict else ("error",)
    return any(fault.severity in stopping for fault in faults)


def _static(found: Scan, setup: Setup) -> list[str]:
    own = [file.path.removeprefix("static/") for file in found.under("static")]
    return sorted({*own, *setup.theme_static})


def _press(edited: Edited, setup: Setup, found: Scan, preview: bool) -> Press:
    edition = edited.edition
    static = _static(found, setup)
    chromes = {lang.id: chrome.chrome(lang, edition, setup.styles, static, preview) for lang in edition.site.languages}
    return set_up(edition.site, edition.theme, chromes, setup.templates, setup.phrases)


def _stage_files(
    plan: SitePlan, setup: Setup, found: Scan, root: Path, stage: Stage, known: Mapping[str, PageRow]
) -> dict[str, PageRow]:
    """Stage what is no page: media, assets, static files; the site's own static files take the place of others.

    Return the rows of the cache that are not what they were, by path.
    """
    reals = {file.path: root / file.real for file in found.files}
    copies = {media.url[1:]: reals[media.path] for media in plan.media}
    copies |= dict(setup.theme_static)
    copies |= {file.path.removeprefix("static/"): reals[file.path] for file in found.under("static")}
    rows = {output: _copied(output, source, stage, known.get(output)) for output, source in sorted(copies.items())}
    for asset in setup.assets:
        output = asset.path[1:]
        if output not in copies:
            state = stage.put(output, asset.content, known[output].state if output in known else None)
            rows[output] = PageRow(state.digest, state)
    return {output: row for output, row in rows.items() if known.get(output) != row}


def _copied(output: str, source: Path, stage: Stage, known: PageRow | None) -> PageRow:
    """Stage a copy of a file, unless the last build made the same one and it still stands."""
    state = source.stat()
    key = digest((str(source), state.st_size, state.st_mtime_ns, state.st_ctime_ns))
    if known and known.key == key and (there := is_whole(stage.output / output, known.state)):
        stage.keep(output)
        return PageRow(key, there)
    return PageRow(key, stage.put_copy(output, source, digest_of_bytes(source.read_bytes())))


def _failed(request: BuildRequest, faults: tuple[Diagnostic, ...], watch: Stopwatch) -> BuildReport:
    return BuildReport(
        diagnostics=in_order(located(faults, request.root)),
        published=False,
        seconds=tuple(watch.seconds.items()),
        cpu_s=watch.cpu_s(),
    )


def _report(
    request: BuildRequest,
    faults: tuple[Diagnostic, ...],
    watch: Stopwatch,
    edited: Edited,
    library: Library,
    printed: Printed,
    published: Published,
    pages: int,
) -> BuildReport:
    shown = edited.publication
    return BuildReport(
        diagnostics=in_order(located(faults, request.root)),
        published=True,
        written=published.written,
        unchanged=published.unchanged,
        removed=published.removed,
        foreign=published.foreign,
        pages=pages,
        articles=len(edited.edition.articles),
        parsed=library.parsed,
        filled=printed.filled,
        drafts=len(shown.drafts),
        scheduled=tuple(Scheduled(a.source, a.title, a.publish_at) for a in shown.scheduled),
        expired=len(shown.expired),
        next_change=shown.next_change,
        timezone=edited.edition.site.timezone,
        seconds=tuple(watch.seconds.items()),
        cpu_s=watch.cpu_s(),
    )
