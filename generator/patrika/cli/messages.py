"""`patrika messages`."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from patrika.cli.options import env_option, find_root, format_option

if TYPE_CHECKING:
    from patrika.model.diagnostics import Diagnostic


@click.group()
def command() -> None:
    """Bring the phrases of a site and its own themes up to date in all languages, or look for what is wrong with them."""


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what both commands are given."""
    options = (
        click.option(
            "--root", type=click.Path(path_type=Path), help="Folder of site.toml (default: sought upward from here)."
        ),
        env_option("production"),
        click.option("--theme", default="", metavar="NAME", help="Look at this theme in themes/ alone, used or not."),
        click.argument("languages", nargs=-1, metavar="[LANGUAGE]..."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@command.command(short_help="Write into PO files what templates say, to be filled in.")
@_options
def update(root: Path | None, env: str, theme: str, languages: tuple[str, ...]) -> int:
    """Write into PO files what templates say, for people to fill in: of all languages, or of each LANGUAGE.

    A theme in the site's own themes/ gets its own phrases, the site's locale/ what nobody else has words for.
    """
    from patrika.cli import telling
    from patrika.run.messages import plan_update
    from patrika.run.moving import Move, carry_out

    folder = find_root(root)
    plan = plan_update(folder, env, languages, theme)
    carry_out(Move(plan.written, (), ()), folder)
    for item in plan.faults:
        telling.print_diagnostic(item)
    for it in plan.files:
        counts = {name: getattr(it.state, name) for name in ("new", "fuzzy", "obsolete", "lacking")}
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        click.echo(f"{it.path}: {'written' if it.is_changed else 'up to date'}: {told}")
    if not plan.files and not plan.faults:
        click.echo("There is nothing to write: all phrases have words already, or are English.")
    return 1 if plan.faults else 0


@command.command(short_help="Tell what in PO files would be printed in English, or wrong.")
@_options
@format_option
def check(root: Path | None, env: str, theme: str, languages: tuple[str, ...], form: str) -> int:
    """Tell what in PO files would be printed in English, or wrong: of all languages, or of each LANGUAGE. Nothing is written."""
    from patrika.run import messages

    found = messages.check(find_root(root), env, languages, theme)
    _print(found, form)
    return 1 if any(item.severity != "notice" for item in found) else 0


def _print(found: "tuple[Diagnostic, ...]", form: str) -> None:
    """Print what was found in the wanted format: text to the terminal, all else to standard output."""
    from patrika.cli import formats, telling

    if form != "text":
        if printed := formats.printed(found, form):
            click.echo(printed)
        return
    for item in found:
        telling.print_diagnostic(item)
    counts = Counter(item.severity for item in found)
    told = ", ".join(f"{counts[name]} {name}{'s' * (counts[name] != 1)}" for name in ("error", "warning", "notice"))
    click.echo(told if found else "All phrases have their words.")
