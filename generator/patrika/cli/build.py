"""`patrika build`."""

from pathlib import Path

import click

from patrika.cli.options import find_root, read_now, site_options


@click.command()
@site_options
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Folder to publish into (default: output beside site.toml).",
)
@click.option("--drafts", is_flag=True, help="Show drafts and scheduled stories, with a badge.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes that parse and print (default: the cores there are)."
)
@click.option("--clean", is_flag=True, help="Forget the cache first; output/ is compared, not deleted.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(
    root: Path | None,
    cache: Path | None,
    base_url: str,
    now: str,
    output: Path | None,
    drafts: bool,
    strict: bool,
    jobs: int | None,
    clean: bool,
    as_json: bool,
) -> int:
    """Build the site into output/."""
    from patrika.cli import telling
    from patrika.run.build import build
    from patrika.run.crew import cores
    from patrika.run.request import BuildRequest, SiteError

    folder = find_root(root)
    request = BuildRequest(
        root=folder,
        output=output or folder / "output",
        cache=cache or folder / ".patrika",
        now=read_now(now, folder),
        base_url=base_url,
        preview=drafts,
        strict=strict,
        jobs=jobs or cores(),
        clean=clean,
    )
    if request.output.resolve().is_relative_to(request.cache.resolve()):
        raise SiteError(
            f"--output {request.output} lies in {request.cache.name}, which Patrika remembers builds in: choose another"
        )
    if as_json:
        report = build(request, waiting=telling.waiting)
        telling.print_json(report)
    else:
        with telling.progress() as tell:
            report = build(request, tell, telling.waiting)
        telling.print_report(report, request.output, strict, drafts)
    return 0 if report.published else 1
