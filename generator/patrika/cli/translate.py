"""`patrika translate`."""

import time
from pathlib import Path

import click

from patrika.cli.options import env_option, find_root


@click.command()
@click.option("--root", type=click.Path(path_type=Path), help="Folder of site.toml (default: sought upward from here).")
@click.option(
    "--cache",
    type=click.Path(path_type=Path),
    help="Folder for what Patrika remembers (default: .patrika beside site.toml).",
)
@env_option("production")
@click.option(
    "--from",
    "origin",
    default="",
    metavar="ID",
    help="Language to translate from (default: the site's, else the first).",
)
@click.option(
    "--update", is_flag=True, help="Say in the translation that it is up to date with its original as it is now."
)
@click.argument("story")
@click.argument("language")
def command(
    root: Path | None, cache: Path | None, env: str, origin: str, update: bool, story: str, language: str
) -> int:
    """Begin the translation of STORY into LANGUAGE, beside the original and with its words, as a draft.

    STORY is an id such as world/storm, or a file of it.
    """
    from patrika.cli import telling
    from patrika.run.crew import cores
    from patrika.run.newsroom import read_newsroom
    from patrika.run.request import BuildRequest
    from patrika.run.translating import begin_translation, update_translation

    folder = find_root(root)
    kept = cache or folder / ".patrika"
    request = BuildRequest(folder, folder / "output", kept, now=int(time.time()), env=env, jobs=cores())
    with telling.progress() as tell:
        newsroom = read_newsroom(request, telling.waiting, tell)
    if not update:
        click.echo(begin_translation(story, language, origin, newsroom, folder))
        return 0
    done = update_translation(story, language, origin, newsroom, folder)
    click.echo(f"{done.file} {'is' if done.is_changed else 'was'} up to date with {done.original}")
    return 0
