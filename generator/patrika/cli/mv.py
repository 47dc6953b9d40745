"""`patrika mv`."""

from pathlib import Path

import click

from patrika.cli.options import find_root


@click.command()
@click.option("--root", type=click.Path(path_type=Path), help="Folder of site.toml (default: sought upward from here).")
@click.option("--dry-run", is_flag=True, help="Tell what would become of which file, and write nothing.")
@click.argument("old")
@click.argument("new")
def command(root: Path | None, dry_run: bool, old: str, new: str) -> int:
    """Call the story OLD NEW, in all languages and with its pictures. Both are story ids such as world/storm, or files.

    Links, picks and redirects.toml follow. The old address leads to the new one, and feeds know the story as before.
    """
    from patrika.run.moving import carry_out, plan_move

    folder = find_root(root)
    move = plan_move(old, new, folder)
    for line in move.told:
        click.echo(line)
    if dry_run:
        click.echo("Nothing was written: that would become of them without --dry-run.")
    else:
        carry_out(move, folder)
    return 0
