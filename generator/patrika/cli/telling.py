"""What the terminal is told: progress, faults, and the closing summary."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from patrika.model.diagnostics import Diagnostic
from patrika.model.page import FILE_ROLES
from patrika.run.progress import Progress
from patrika.run.report import BuildReport

if TYPE_CHECKING:
    from patrika.run.checking import CheckReport

_COLOURS = {"error": "red", "warning": "yellow", "notice": "cyan"}
_REASONS = {
    "file": "its file was gone or altered",
    "theme": "theme or settings",
    "settings": "settings, menus or phrases",
    "own": "its text",
    "card": "its card",
    "versions": "translations",
    "elsewhere": "translations",
    "place": "name, menu or ways to other languages",
    "frame": "name, menu or ways to other languages",
    "section": "name, menu or ways to other languages",
    "ties": "links and pictures",
    "links": "links and pictures",
    "pictures": "links and pictures",
    "portrait": "links and pictures",
    "image": "links and pictures",
    "paths": "addresses",
    "moments": "dates",
    "listed": "sitemaps",
    "sitemaps": "sitemaps",
    "cards": "stories",
    "items": "stories",
    "days": "stories",
    "count": "number of stories",
    "month": "months",
    "months": "months",
    "to": "where it leads",
    "newer": "months",
    "older": "months",
}
"""In words, why a page was made: parts of references as plan has them; `new`, `tags`, `paging`, lists speak for themselves."""

_FILES = {
    "ninjs": "item",
    "news_sitemap": "news sitemap",
    "sitemap_index": "index of sitemap",
    "robots": "robots.txt file",
    "security": "security.txt file",
}
"""Files for programs in words, where their role's name does not do."""

REASONS_TOLD = 5
LOST_TOLD = 20
_WORDS = {"read": "Reading files", "render": "Printing pages", "check": "Looking at pages", "ask": "Asking elsewhere"}


@contextmanager
def progress() -> Iterator[Progress]:
    """Give a teller of progress: a bar on a terminal, one plain line a stage elsewhere."""
    if not sys.stderr.isatty():
        yield _plain
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description:<18}"), BarColumn(), MofNCompleteColumn())
    # Without auto_refresh rich starts no thread, and a process that forks workers must have none.
    with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        tasks = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(_WORDS.get(stage, stage), total=total)
            if done % 50 == 0 or done == total:
                bar.update(tasks[stage], completed=done, total=total)
                bar.refresh()

        yield tell


def _plain(stage: str, done: int, total: int) -> None:
    if done == total:
        click.echo(f"{_WORDS.get(stage, stage)}: {total}", err=True)


def waiting(holder: str) -> None:
    """Say that another build goes on here, and by whom."""
    click.echo(f"Waiting for another build of this site, by process {holder}", err=True)


def print_diagnostic(item: Diagnostic) -> None:
    """Print a fault with its place, what is wrong, and what to do."""
    kind = click.style(item.severity, fg=_COLOURS[item.severity], bold=True)
    click.echo(f"{click.style(str(item.place), bold=True)}: {kind} {item.code}: {item.message}", err=True)
    if item.hint:
        click.echo(f"    hint: {item.hint}", err=True)


def print_report(report: BuildReport, output: Path, strict: bool = False) -> None:
    """Print all faults, then the summary."""
    for item in report.diagnostics:
        print_diagnostic(item)
    if report.begun_anew:
        click.echo(f"The cache was begun anew: {report.begun_anew}.", err=True)
    counts = _counts(report)
    if not report.published:
        why = "warnings count as errors" if strict and not report.errors else counts
        click.echo(f"Nothing was published ({why}); {output} is as it was.", err=True)
        return
    seconds = " · ".join(f"{stage} {time:.2f}" for stage, time in report.seconds)
    click.echo(
        f"{_plural(report.pages, 'page')} of {_plural(report.articles, 'article')}: "
        f"{_plural(len(report.written), 'file')} written, {report.unchanged} unchanged, "
        f"{len(report.removed)} removed, in {output}"
    )
    click.echo(f"Seconds: {seconds} (CPU {report.cpu_s:.2f}); {counts}")
    _print_made(report)
    if report.foreign:
        click.echo(
            f"{_plural(len(report.foreign), 'file')} in {output} not ours and let alone, such as {report.foreign[0]}"
        )
    if report.held:
        click.echo(f"Held back for their errors: {_plural(len(report.held), 'file')}")
    for path in report.held:
        click.echo(f"  {path}")
    _print_lost(report)
    _print_schedule(report)


def print_check(report: "CheckReport") -> None:
    """Print what a check found, then the summary."""
    for item in report.diagnostics:
        print_diagnostic(item)
    if not report.pages:
        click.echo("No page was looked at: what is wrong above keeps all of them from being made.", err=True)
    counts = [(report.count(severity), severity) for severity in ("error", "warning", "notice")]
    seconds = " · ".join(f"{stage} {time:.2f}" for stage, time in report.seconds)
    click.echo(
        f"{_plural(report.pages, 'page')} of {_plural(report.articles, 'article')} looked at: "
        f"{', '.join(_plural(count, word) for count, word in counts)}"
    )
    click.echo(f"Seconds: {seconds} (CPU {report.cpu_s:.2f})")
    if report.diagnostics:
        click.echo(f"What a code means: patrika help {report.diagnostics[0].code}")


def _print_lost(report: BuildReport) -> None:
    """Tell which addresses the last build had and this one lacks, as lines for redirects.toml."""
    if not report.lost:
        return
    addresses = "address" if len(report.lost) == 1 else "addresses"
    click.echo(
        f"{len(report.lost)} {addresses} of the last build no longer there. Lines for redirects.toml, to lead on:"
    )
    for lost in report.lost[:LOST_TOLD]:
        click.echo(f"  {lost}")
    if len(report.lost) > LOST_TOLD:
        click.echo(f"  … and {len(report.lost) - LOST_TOLD} more, which --json tells")


def reason(part: str) -> str:
    """Return in words why a page was made: the part of it that had changed."""
    return _REASONS.get(part, part)


def _print_made(report: BuildReport) -> None:
    """Tell what was made and why, where not all of it is new."""
    if all(why == "new" for made in report.made for why, _ in made.why):
        return
    for made in report.made:
        words: Counter[str] = Counter()
        for why, count in made.why:
            words[reason(why)] += count
        told = ", ".join(f"{why} {count}" for why, count in words.most_common(REASONS_TOLD))
        word = _FILES.get(made.role, made.role) if made.role in FILE_ROLES else f"{made.role} page"
        click.echo(f"  {_plural(made.count, word)}: {told}")


def _counts(report: BuildReport) -> str:
    return f"{_plural(report.errors, 'error')}, {_plural(report.warnings, 'warning')}"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _print_schedule(report: BuildReport) -> None:
    zone = ZoneInfo(report.timezone)
    told = {"draft": _plural(report.drafts, "draft") if report.drafts else ""}
    told["scheduled"] = f"{len(report.scheduled)} scheduled" if report.scheduled else ""
    told["expired"] = f"{report.expired} expired" if report.expired else ""
    for word, is_shown in (("Held back", False), ("Shown with a badge", True)):
        if counts := [count for status, count in told.items() if count and (status in report.shown) == is_shown]:
            click.echo(f"{word}: {', '.join(counts)}")
    for story in report.scheduled[:5]:
        click.echo(f"  {datetime.fromtimestamp(story.moment, zone):%Y-%m-%d %H:%M}  {story.source}  {story.title}")
    if report.next_change is not None:
        change = datetime.fromtimestamp(report.next_change, zone)
        click.echo(f"The next build that would differ: {change:%Y-%m-%d %H:%M} {report.timezone}")


def print_json(report: BuildReport) -> None:
    """Print the report as JSON on standard output."""
    click.echo(json.dumps(report.as_data(), ensure_ascii=False, indent=2))
