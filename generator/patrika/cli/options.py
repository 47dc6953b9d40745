"""Options that several commands share, and how they become a request."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from patrika.model.diagnostics import Diagnostic, Place
from patrika.model.site import STATUSES
from patrika.read.moments import read_moment
from patrika.read.settings import SITE_FILE, is_site_url
from patrika.read.toml_text import read_toml
from patrika.read.unfit import Unfit
from patrika.run.request import SiteError


def site_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which site is meant and how, and as of when, it is to be seen."""
    return place_options(
        click.option("--now", default="", metavar="TIME", help="Build as of this time (default: the clock).")(command)
    )


def env_option(default: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what adds the option that names the environment, which the variable PATRIKA_ENV names otherwise."""
    return click.option(
        "--env",
        envvar="PATRIKA_ENV",
        default=default,
        show_default=True,
        metavar="NAME",
        help="Environment: the table [env.NAME] of site.toml is laid over the rest. Also PATRIKA_ENV.",
    )


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github", "sarif")),
    default="text",
    show_default=True,
    help="How to tell faults.",
)


def status_options(*by_default: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what adds the options that say whether stories are shown that readers may not see, each named by a status: of
    those in `by_default` they are, of others settings decide."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for name, status in reversed([*STATUSES.items()]):
            command = click.option(
                f"--{name}/--no-{name}",
                status,
                default=True if status in by_default else None,
                show_default=status in by_default,
                help=f"Whether to show {name if name == 'drafts' else f'{name} stories'}, with a badge.",
            )(command)
        return command

    return add


def wished(statuses: Mapping[str, bool | None]) -> dict[str, bool]:
    """Return what options say of statuses, without those left to the settings."""
    return {status: wish for status, wish in statuses.items() if wish is not None}


def place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which site is meant and where it stands."""
    options = (
        click.option(
            "--root",
            type=click.Path(path_type=Path),
            help="Folder of site.toml (default: sought upward from here).",
        ),
        click.option(
            "--cache",
            type=click.Path(path_type=Path),
            help="Folder for what Patrika remembers (default: .patrika beside site.toml).",
        ),
        click.option(
            "--base-url",
            default="",
            metavar="URL",
            callback=_site_url,
            help="Stands in place of [site] url for this run.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _site_url(_: click.Context, __: click.Parameter, url: str) -> str:
    if url and not is_site_url(url):
        raise click.BadParameter(f"“{url}” is not the address of a site; write it as https://example.org/paper")
    return url


def find_root(root: Path | None) -> Path:
    """Return the folder of site.toml: the given one, else the nearest at or above the working directory."""
    if root is not None:
        here = root.resolve()
        folders = [here]
    else:
        here = Path.cwd()
        folders = [here, *here.parents]
    for folder in folders:
        if (folder / SITE_FILE).is_file():
            return folder
    where = f"in {here}" if root is not None else f"in {here} or above it"
    raise SiteError(f"there is no {SITE_FILE} {where}; begin a site with: patrika init")


def read_now(text: str, root: Path) -> int:
    """Return the instant to build as of, in UTC seconds: `text` read in the site's zone, else the clock's."""
    if not text:
        return int(time.time())
    found = read_toml((root / SITE_FILE).read_bytes(), Place(SITE_FILE))
    settings = {} if isinstance(found, Diagnostic) else found[0].get("site", {})
    try:
        zone = ZoneInfo(str(settings.get("timezone", "UTC")))
    except (ValueError, OSError, KeyError):
        zone = ZoneInfo("UTC")
    try:
        return read_moment(text, zone)[0]
    except Unfit as fault:
        raise click.BadParameter(f"{fault.message}; {fault.hint}", param_hint="--now") from None
