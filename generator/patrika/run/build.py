"""The one build: full, incremental, preview, the same function and the same bytes."""

from pathlib import Path

from patrika.model.diagnostics import Diagnostic, in_order
from patrika.plan import chrome
from patrika.plan.site_plan import MAKERS, SitePlan, plan_site
from patrika.render.page import Press, set_up
from patrika.run.editing import Edited, edit
from patrika.run.library import Library, Progress, read_library
from patrika.run.places import located
from patrika.run.report import BuildReport, Scheduled, Stopwatch
from patrika.run.request import BuildRequest, SiteError
from patrika.run.setup import Setup, read_setup
from patrika.run.shelf import RestrictedShelf, stock
from patrika.store.output import InTheWayError, Published, Stage, publish, staging
from patrika.store.scan import Scan, scan


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody of progress."""


def build(request: BuildRequest, progress: Progress = silent) -> BuildReport:
    """Return what became of a site: checked, and where nothing is wrong rendered, staged and published.

    Raises SiteError where no build is possible, and OSError where the machine fails; output/ is then as it was.
    """
    refuse_output(request)
    watch = Stopwatch()
    with watch.stage("read"):
        setup = read_setup(request)
        found = scan(request.root)
        if setup.site is None:
            return _failed(request, (*setup.faults, *found.faults), watch)
        library = read_library(found.under("content"), request.root, setup.site, progress)
    faults = (*setup.faults, *found.faults, *library.faults)
    with watch.stage("relate"):
        edited = edit(library, setup, setup.site, found.files, request)
    faults = (*faults, *edited.faults)
    if setup.theme is None:
        return _failed(request, faults, watch)
    with watch.stage("plan"):
        plan = plan_site(
            edited.edition, edited.media, _static(found, setup), [asset.path[1:] for asset in setup.assets]
        )
        press = _press(edited, setup, found, request.preview)
    faults = (*faults, *plan.faults, *press.faults)
    if _stops(faults, request):
        return _failed(request, faults, watch)
    with staging(request.output) as stage:
        with watch.stage("render"):
            faults = (*faults, *_render(plan, edited, library, press, stage, progress))
            _stage_files(plan, setup, found, request.root, stage)
        if _stops(faults, request):
            return _failed(request, faults, watch)
        with watch.stage("publish"):
            published = _publish(stage, request, setup.site.name)
    return _report(request, faults, watch, plan, edited, published)


def _publish(stage: Stage, request: BuildRequest, site: str) -> Published:
    try:
        return publish(stage, request.cache, site)
    except InTheWayError as found:
        said = f"{request.output}/{found} is not ours and stands in the way: move it, or choose another --output"
        raise SiteError(said) from None


def refuse_output(request: BuildRequest) -> None:
    """Raise SiteError where the output folder is, holds, or is above site.toml, or lies in a folder of the site's sources."""
    output, root = request.output.resolve(), request.root.resolve()
    if root == output or root.is_relative_to(output):
        raise SiteError(f"--output {request.output} is or holds the folder of site.toml: choose a folder of its own")
    sources = ("content", "static", "templates", "themes", "assets", "data", "slots", ".git")
    if taken := next((name for name in sources if output.is_relative_to(root / name)), ""):
        raise SiteError(f"--output {request.output} lies in {taken}/, which is the site's own: choose another folder")
    if output in (cache := request.cache.resolve(), *cache.parents):
        raise SiteError(
            f"--output {request.output} is or holds {cache.name}, which Patrika remembers builds in: choose another"
        )
    for folder in (output, *output.parents):
        if folder.exists() and not folder.is_dir():
            name = folder.relative_to(root) if folder.is_relative_to(root) else folder
            said = "is a file" if folder == output else f"lies below {name}, which is a file"
            raise SiteError(f"--output {request.output} {said}: choose a folder")


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


def _render(
    plan: SitePlan, edited: Edited, library: Library, press: Press, stage: Stage, progress: Progress
) -> tuple[Diagnostic, ...]:
    """Refer, fill, print and stage every page; return what is wrong with templates."""
    edition = edited.edition
    people = (profile.author for profile in edition.profiles.values())
    leaflets = (leaflet.page for leaflet in edition.leaflets.values())
    shelves = stock((*edition.articles, *edited.cards, *people, *leaflets, *library.bodies))
    faults: list[Diagnostic] = []
    for number, page in enumerate(plan.pages):
        progress("render", number, len(plan.pages))
        maker = MAKERS[page.role]
        refs = maker.refer(page, edition)
        printed = press.print(page.role, maker.fill(refs, RestrictedShelf(shelves, refs)))
        if isinstance(printed, Diagnostic):
            faults.append(printed)
        else:
            stage.put(page.output, printed)
    progress("render", len(plan.pages), len(plan.pages))
    return tuple(faults)


def _stage_files(plan: SitePlan, setup: Setup, found: Scan, root: Path, stage: Stage) -> None:
    """Stage what is no page: media, assets, static files; the site's own static files take the place of others."""
    reals = {file.path: root / file.real for file in found.files}
    copies = {media.url[1:]: reals[media.path] for media in plan.media}
    copies |= dict(setup.theme_static)
    copies |= {file.path.removeprefix("static/"): reals[file.path] for file in found.under("static")}
    for asset in setup.assets:
        if asset.path[1:] not in copies:
            stage.put(asset.path[1:], asset.content)
    for output, source in sorted(copies.items()):
        stage.put_copy(output, source)


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
    plan: SitePlan,
    edited: Edited,
    published: Published,
) -> BuildReport:
    shown = edited.publication
    return BuildReport(
        diagnostics=in_order(located(faults, request.root)),
        published=True,
        written=published.written,
        unchanged=published.unchanged,
        removed=published.removed,
        foreign=published.foreign,
        pages=len(plan.pages),
        articles=len(edited.edition.articles),
        drafts=len(shown.drafts),
        scheduled=tuple(Scheduled(a.source, a.title, a.publish_at) for a in shown.scheduled),
        expired=len(shown.expired),
        next_change=shown.next_change,
        timezone=edited.edition.site.timezone,
        seconds=tuple(watch.seconds.items()),
        cpu_s=watch.cpu_s(),
    )
