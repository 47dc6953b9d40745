"""`patrika new`."""

from pathlib import Path

import click

from patrika.cli.options import find_root, read_now


@click.command()
@click.option("--root", type=click.Path(path_type=Path), help="Folder of site.toml (default: sought upward from here).")
@click.option("--lang", default="", metavar="ID", help="Language (default: the site's).")
@click.option(
    "--slug", default="", help="Name of the file and last part of the address (default: made of the headline)."
)
@click.option("--date", default="", metavar="TIME", help="Date of the story (default: the present).")
@click.argument("section")
@click.argument("headline")
def command(root: Path | None, lang: str, slug: str, date: str, section: str, headline: str) -> int:
    """Begin a story in SECTION with a HEADLINE, from archetypes/SECTION.md if that is there."""
    from patrika.run.archetypes import begin_story

    folder = find_root(root)
    file = begin_story(
        folder, section, headline, language=lang, slug=slug, now=read_now(date, folder), dated=bool(date)
    )
    click.echo(file.relative_to(folder).as_posix())
    return 0
