"""`patrika check`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from patrika.cli.options import env_option, find_root, format_option, read_now, site_options, status_options, wished

if TYPE_CHECKING:
    from patrika.run.checking import CheckReport


@click.command()
@site_options
@env_option("production")
@status_options()
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--external", is_flag=True, help="Also ask for links to elsewhere, politely; it takes a while.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes that parse and print (default: the cores there are)."
)
@click.option("--no-wait", is_flag=True, help="Fail at once where a build of this site goes on.")
@format_option
def command(
    root: Path | None,
    cache: Path | None,
    base_url: str,
    now: str,
    env: str,
    strict: bool,
    external: bool,
    jobs: int | None,
    no_wait: bool,
    form: str,
    **statuses: bool | None,
) -> int:
    """Look for all that is wrong with the site, and for what could be better. Nothing is published."""
    from patrika.cli import telling
    from patrika.run.checking import check
    from patrika.run.crew import cores
    from patrika.run.request import BuildRequest
    from patrika.store.lock import HeldError

    folder = find_root(root)
    kept = cache or folder / ".patrika"
    request = BuildRequest(
        root=folder,
        output=kept / "check",
        cache=kept,
        now=read_now(now, folder),
        base_url=base_url,
        env=env,
        shows=wished(statuses),
        jobs=jobs or cores(),
        wait=not no_wait,
        holds=True,
    )
    try:
        if form == "text":
            with telling.progress() as tell:
                report = check(request, tell, telling.waiting, external)
        else:
            report = check(request, waiting=telling.waiting, asks=external)
    except HeldError as holder:
        click.echo(f"patrika: a build of this site goes on, by process {holder}; nothing was done", err=True)
        return 4
    _print(report, form)
    return 1 if report.count("error") or (strict and report.count("warning")) else 0


def _print(report: "CheckReport", form: str) -> None:
    """Print what was found in the wanted format: text to the terminal, all else to standard output."""
    from patrika.cli import formats, telling

    if form == "text":
        telling.print_check(report)
        return
    counts = {f"{severity}s": report.count(severity) for severity in ("error", "warning", "notice")}
    if told := formats.printed(report.diagnostics, form, **counts, pages=report.pages, articles=report.articles):
        click.echo(told)
