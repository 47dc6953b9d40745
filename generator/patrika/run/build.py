"""The one build: full, incremental, preview, the same function and the same bytes."""

from collections.abc import Callable

from msgspec.structs import replace

from patrika.run.progress import Progress, silent
from patrika.run.report import BuildReport, Stopwatch
from patrika.run.request import BuildRequest, SiteError
from patrika.run.sources import FOLDERS
from patrika.run.stamps import program_stamp
from patrika.run.standing import UNSURE_NS, clock_ns, inputs_of, keep_standing, standing_report
from patrika.store.cache import DAMAGE, opened
from patrika.store.lock import locked
from patrika.store.scan import scan


def build(
    request: BuildRequest, progress: Progress = silent, waiting: Callable[[str], None] = lambda _: None
) -> BuildReport:
    """Return what became of a site: checked, and where nothing is wrong rendered, staged and published.

    One build at a time uses a cache: `waiting` is told who has it, or HeldError says so where the request is not to wait.
    Raises SiteError where no build is possible, OSError where the machine fails, and WorkerDiedError where a worker does;
    output/ is then as it was.
    """
    refuse_output(request)
    with locked(request.cache, waiting, request.wait):
        try:
            return _build(request, progress)
        except DAMAGE:
            # Damage that the stamp did not show: the cache is safe to lose, so it is begun anew.
            report = _build(replace(request, clean=True), progress)
            return replace(report, begun_anew="the cache was damaged")


def _build(request: BuildRequest, progress: Progress) -> BuildReport:
    watch = Stopwatch()
    with opened(request.cache, program_stamp(), anew=request.clean) as cache:
        with watch.stage("scan"):
            sure_before_ns = clock_ns(request.cache) - UNSURE_NS
            found = scan(request.root)
            inputs = inputs_of(request, found, sure_before_ns)
            standing = standing_report(cache, request, inputs)
        if standing is not None:
            return replace(standing, seconds=tuple(watch.seconds.items()), cpu_s=watch.cpu_s())
        # Where there is nothing to do, neither templates nor Markdown nor locales need be loaded.
        from patrika.run.making import make

        report = make(request, found, cache, sure_before_ns, watch, progress).report
        keep_standing(cache, request, inputs, report)
        return replace(report, begun_anew=cache.fresh)


def refuse_output(request: BuildRequest) -> None:
    """Raise SiteError where the output folder is, holds, or is above site.toml, or lies in a folder of the site's sources."""
    output, root = request.output.resolve(), request.root.resolve()
    if root == output or root.is_relative_to(output):
        raise SiteError(f"--output {request.output} is or holds the folder of site.toml: choose a folder of its own")
    if taken := next((name for name in (*FOLDERS, ".git") if output.is_relative_to(root / name)), ""):
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
