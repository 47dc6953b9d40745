"""`patrika status`."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from patrika.cli.options import env_option, find_root, read_now

if TYPE_CHECKING:
    from patrika.relate.versions import State, Version
    from patrika.run.status import Cell, Change, Row, Status

_STATES: "tuple[State, ...]" = ("complete", "outdated", "draft", "missing", "sourceless", "elsewhere")
_COLOURS = {"complete": "green", "outdated": "yellow", "missing": "red", "sourceless": "red"}
_WIDTH = max(map(len, _STATES)) + 2


@click.command()
@click.option("--root", type=click.Path(path_type=Path), help="Folder of site.toml (default: sought upward from here).")
@click.option(
    "--cache",
    type=click.Path(path_type=Path),
    help="Folder for what Patrika remembers (default: .patrika beside site.toml).",
)
@click.option("--now", default="", metavar="TIME", help="Tell what is so at this time (default: the clock).")
@env_option("production")
@click.option("--translations", is_flag=True, help="List stories, and how each stands in each language.")
@click.option("--outdated", is_flag=True, help="List those alone of which a translation is outdated.")
@click.option("--missing", is_flag=True, help="List those alone that lack a language.")
@click.option("--lang", multiple=True, metavar="ID", help="Look at this language alone; may be given more than once.")
@click.option("--diff", is_flag=True, help="Show the lines that have changed in originals since they were translated.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def command(
    root: Path | None,
    cache: Path | None,
    now: str,
    env: str,
    translations: bool,
    outdated: bool,
    missing: bool,
    lang: tuple[str, ...],
    diff: bool,
    as_json: bool,
) -> int:
    """Tell which stories are drafts, scheduled or about to expire, and how translations stand. Nothing is built."""
    from patrika.cli import telling
    from patrika.run.crew import cores
    from patrika.run.newsroom import read_newsroom
    from patrika.run.request import BuildRequest
    from patrika.run.status import status_of, with_changes

    folder = find_root(root)
    kept = cache or folder / ".patrika"
    request = BuildRequest(folder, folder / "output", kept, now=read_now(now, folder), env=env, jobs=cores())
    with telling.progress() as tell:
        newsroom = read_newsroom(request, telling.waiting, tell)
    _check(lang, newsroom.site.language_ids)
    status = status_of(newsroom, request.now, lang, _wanted(outdated, missing))
    lists = translations or outdated or missing or diff
    if lists:
        status = with_changes(status, newsroom, folder)
    if as_json:
        click.echo(json.dumps(_as_data(status, lists), ensure_ascii=False, indent=2))
    elif lists:
        _print_table(status, diff)
    else:
        _print_summary(status)
    return 0


def _check(wished: tuple[str, ...], known: tuple[str, ...]) -> None:
    from patrika.model.diagnostics import did_you_mean

    for language in wished:
        if language not in known:
            hint = did_you_mean(language, known, ", ".join(known))
            raise click.BadParameter(f"unknown language “{language}”: {hint}", param_hint="--lang")


def _wanted(outdated: bool, missing: bool) -> Callable[["Cell"], bool]:
    states = ("outdated", "sourceless") * outdated + ("missing",) * missing
    return (lambda cell: cell.state in states) if states else (lambda _: True)


def _as_data(status: "Status", lists: bool) -> dict[str, object]:
    from msgspec import to_builtins

    def told(version: "Version") -> dict[str, object]:
        names = ("source", "story", "language", "title", "publish_at", "expire_at")
        return {name: getattr(version, name) for name in names}

    data = {"now": status.now, "timezone": status.timezone, "languages": [*status.languages]}
    data |= {name: [*map(told, getattr(status, name))] for name in ("drafts", "scheduled", "expiring")}
    counts = {
        language: {state: by_state.get(state, 0) for state in _STATES} for language, by_state in status.counts.items()
    }
    data |= {"unread": [*status.unread], "translations": counts}
    return data | ({"stories": to_builtins(status.stories)} if lists else {})


def _print_summary(status: "Status") -> None:
    zone = ZoneInfo(status.timezone)

    def moment(seconds: int) -> str:
        return f"{datetime.fromtimestamp(seconds, zone):%Y-%m-%d %H:%M}  "

    lists = (
        ("Drafts", [("", it) for it in status.drafts]),
        ("Scheduled", [(moment(it.publish_at), it) for it in status.scheduled]),
        ("To expire", [(moment(it.expire_at), it) for it in status.expiring]),
    )
    for heading, stories in lists:
        click.echo(f"{heading}: {len(stories) or 'none'}")
        for when, it in stories:
            click.echo(f"  {when}{it.source}  {it.title}")
    if status.unread:
        click.echo(f"At fault, and so not counted: {len(status.unread)}")
        for path in status.unread:
            click.echo(f"  {path}")
    _print_counts(status)


def _print_counts(status: "Status") -> None:
    click.echo("Stories by language:")
    width = max(map(len, status.languages))
    for language, counts in status.counts.items():
        told = [f"{counts[state]} {state}" for state in _STATES if counts.get(state)]
        click.echo(f"  {language:<{width}}  {', '.join(told) or 'none'}")


def _print_table(status: "Status", diff: bool) -> None:
    """Print a line for each story: languages first, since what comes last need not stand in a column."""
    if status.stories:
        click.echo("".join(f"{language:<{_WIDTH}}" for language in status.languages) + "story")
    for row in status.stories:
        states = (click.style(f"{it.state:<{_WIDTH}}", fg=_COLOURS.get(it.state)) for it in row.versions.values())
        click.echo(f"{''.join(states)}{row.story}  {row.title}")
        for line in _told(row, status.timezone, diff):
            click.echo(f"  {line}")
    _print_counts(status)


def _told(row: "Row", timezone: str, diff: bool) -> Iterator[str]:
    for language, cell in row.versions.items():
        if cell.changed:
            yield f"{language}: {cell.original} has changed{_since(cell.changed, timezone)}"
            yield from (f"  {line}" for line in cell.changed.lines if diff)
        elif cell.state == "outdated":
            yield f"{language}: {cell.original} has changed; git does not know what it was"
        elif cell.state == "sourceless":
            yield f"{language}: what {cell.source} was translated from is not there"


def _since(change: "Change", timezone: str) -> str:
    day = datetime.fromtimestamp(change.moment, ZoneInfo(timezone))
    lines = f"{change.added} lines more, {change.removed} less"
    return f" since {day:%Y-%m-%d} ({change.commit[:8]}): {', '.join(change.parts)}; {lines}"
