"""`patrika import`."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from patrika.bring.cargo import Outline, Thing

_KINDS = {
    "W604": "files that differ",
    "W605": "shortcodes and tags to write anew",
    "W606": "texts kept as HTML",
    "W607": "pictures and files missing",
    "W608": "addresses given twice",
    "W609": "authors without a name",
    "W610": "addresses that cannot be kept",
    "W611": "texts without a date",
    "W612": "lines missing in site.toml",
    "W613": "lines of raw HTML",
    "W615": "private texts, now drafts",
    "W616": "versions in one language",
}
"""What a code counts, in the summary."""

_ONE = {"stories": "story", "pages": "page", "people": "person", "fronts": "front", "files": "file"}

Read = Callable[[Path, str], "tuple[Outline, Iterator[Thing]]"]


@click.group()
def command() -> None:
    """Bring a site over from another generator or CMS: texts, people, tags, pictures, old addresses.

    Only files of the site's folder are written, and none that differs is written over. Nothing is downloaded.
    """


def _options(source: Callable[..., Any]) -> Callable[..., Any]:
    options = (
        click.option(
            "--site",
            type=click.Path(file_okay=False, path_type=Path),
            default=".",
            help="Folder of the site to write into (default: here).",
        ),
        click.option(
            "--language", default="", metavar="ID", help="Language of texts that do not say theirs, such as bn."
        ),
        click.option("--overwrite", is_flag=True, help="Write over files that differ."),
        click.option("--json", "as_json", is_flag=True, help="Print the report as JSON."),
    )
    for option in reversed(options):
        source = option(source)
    return source


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_options
def wordpress(file: Path, site: Path, language: str, overwrite: bool, as_json: bool) -> int:
    """Bring over FILE, an export made with Tools > Export."""
    from patrika.bring.wordpress import read_wordpress

    return _bring(read_wordpress, file, site, language, overwrite=overwrite, as_json=as_json)


@command.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@_options
def hugo(folder: Path, site: Path, language: str, overwrite: bool, as_json: bool) -> int:
    """Bring over FOLDER, the site of Hugo that has its settings there."""
    from patrika.bring.hugo import read_hugo

    _refuse_itself(folder, site)
    return _bring(read_hugo, folder, site, language, overwrite=overwrite, as_json=as_json)


@command.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@_options
def jekyll(folder: Path, site: Path, language: str, overwrite: bool, as_json: bool) -> int:
    """Bring over FOLDER, the site of Jekyll that has its _config.yml there."""
    from patrika.bring.jekyll import read_jekyll

    _refuse_itself(folder, site)
    return _bring(read_jekyll, folder, site, language, overwrite=overwrite, as_json=as_json)


def _refuse_itself(folder: Path, site: Path) -> None:
    """Refuse to write into the folder that is read."""
    if site.resolve().is_relative_to(folder.resolve()):
        raise click.BadParameter(
            f"{site} lies in {folder}, which is read: choose a folder of its own", param_hint="--site"
        )


def _bring(read: Read, source: Path, site: Path, language: str, *, overwrite: bool, as_json: bool) -> int:
    """Bring a site over, tell what became of it, and return the exit code."""
    from patrika.bring.cargo import UnreadableSite
    from patrika.bring.writing import Outcome, write_all

    try:
        outline, things = read(source, language)
        outcome = write_all(outline, things, site, overwrite=overwrite)
    except UnreadableSite as refused:
        outcome = Outcome((refused.fault,))
    if as_json:
        click.echo(json.dumps(outcome.as_data(), ensure_ascii=False, indent=2))
    else:
        _tell(outcome, site)
    return 1 if any(item.severity == "error" for item in outcome.diagnostics) else 0


def _tell(outcome: Any, site: Path) -> None:
    from patrika.cli.telling import print_diagnostic

    for item in outcome.diagnostics:
        print_diagnostic(item)
    brought = ", ".join(f"{count} {_ONE[kind] if count == 1 else kind}" for kind, count in outcome.brought) or "nothing"
    click.echo(
        f"{brought}: {len(outcome.written)} files written, {outcome.unchanged} unchanged, "
        f"{len(outcome.kept)} left as they are, in {site.resolve()}"
    )
    counts = Counter(item.code for item in outcome.diagnostics if item.code in _KINDS)
    for code, count in sorted(counts.items()):
        click.echo(f"  {_KINDS[code]}: {count} ({code})")
    click.echo("Look at it:  patrika serve")
