"""`patrika init`."""

import os
from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--name", default="", help="Name of the paper.")
@click.option(
    "--ci",
    type=click.Choice(["github", "gitlab", "none"]),
    default="github",
    show_default=True,
    help="Where the repository will lie: a recipe that publishes the paper from there is written, too.",
)
def command(folder: Path, name: str, ci: str) -> int:
    """Begin a small bilingual site in FOLDER (default: here) that builds at once."""
    from patrika.run.starting import RECIPES, begin

    files = begin(folder, name, ci)
    click.echo(f"{len(files)} files written into {folder.resolve()}")
    away = "" if folder.resolve() == Path.cwd() else f"cd {os.path.relpath(folder)} && "
    click.echo(f"Look at it:  {away}patrika serve")
    if ci in RECIPES:
        click.echo(f"Publish it:  {RECIPES[ci]} says how")
    return 0
