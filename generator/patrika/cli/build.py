"""`patrika build`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from patrika.cli.options import env_option, find_root, read_now, site_options, status_options, wished

if TYPE_CHECKING:
    from patrika.run.report import BuildReport
    from patrika.run.request import BuildRequest


@click.command()
@site_options
@env_option("production")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Folder to publish into (default: output beside site.toml).",
)
@status_options()
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes that parse and print (default: the cores there are)."
)
@click.option("--clean", is_flag=True, help="Forget the cache first; output/ is compared, not deleted.")
@click.option("--no-wait", is_flag=True, help="Fail at once where another build of this site goes on.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(
    root: Path | None,
    cache: Path | None,
    base_url: str,
    now: str,
    env: str,
    output: Path | None,
    strict: bool,
    jobs: int | None,
    clean: bool,
    no_wait: bool,
    as_json: bool,
    **statuses: bool | None,
) -> int:
    """Build the site into output/."""
    from patrika.run.crew import cores
    from patrika.run.request import BuildRequest, SiteError
    from patrika.store.lock import HeldError

    folder = find_root(root)
    request = BuildRequest(
        root=folder,
        output=output or folder / "output",
        cache=cache or folder / ".patrika",
        now=read_now(now, folder),
        base_url=base_url,
        env=env,
        shows=wished(statuses),
        strict=strict,
        jobs=jobs or cores(),
        clean=clean,
        wait=not no_wait,
    )
    if request.output.resolve().is_relative_to(request.cache.resolve()):
        raise SiteError(
            f"--output {request.output} lies in {request.cache.name}, which Patrika remembers builds in: choose another"
        )
    try:
        report = _told(request, as_json)
    except HeldError as holder:
        click.echo(f"patrika: another build of this site goes on, by process {holder}; nothing was done", err=True)
        return 4
    return (3 if report.held else 0) if report.published else 1


def _told(request: "BuildRequest", as_json: bool) -> "BuildReport":
    """Build, tell what became of the site, and return it."""
    from patrika.cli import telling
    from patrika.run.build import build

    if as_json:
        report = build(request, waiting=telling.waiting)
        telling.print_json(report)
    else:
        with telling.progress() as tell:
            report = build(request, tell, telling.waiting)
        telling.print_report(report, request.output, request.strict)
    return report
