"""`patrika init`."""

import os
from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--name", default="", help="Name of the paper.")
def command(folder: Path, name: str) -> int:
    """Begin a small bilingual site in FOLDER (default: here) that builds at once."""
    from patrika.run.starting import begin

    files = begin(folder, name)
    click.echo(f"{len(files)} files written into {folder.resolve()}")
    away = "" if folder.resolve() == Path.cwd() else f"cd {os.path.relpath(folder)} && "
    click.echo(f"Look at it:  {away}patrika serve")
    return 0
