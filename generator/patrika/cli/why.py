"""`patrika why`."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from patrika.cli.options import find_root, place_options


@click.command()
@place_options
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Folder that the page was published into (default: output beside site.toml).",
)
@click.argument("page")
def command(root: Path | None, cache: Path | None, base_url: str, output: Path | None, page: str) -> int:
    """Tell why PAGE was made when it last was. PAGE is a URL, a file in output/, or a story's file in content/."""
    from patrika.cli.telling import reason
    from patrika.read.settings import SITE_FILE, read_site
    from patrika.run.request import BuildRequest
    from patrika.run.why import why

    folder = find_root(root)
    request = BuildRequest(folder, output or folder / "output", cache or folder / ".patrika", now=0, base_url=base_url)
    site, _, _ = read_site((folder / SITE_FILE).read_bytes())
    zone = ZoneInfo(site.timezone if site else "UTC")
    for found in why(request, page):
        made = f", made as of {datetime.fromtimestamp(found.at, zone):%Y-%m-%d %H:%M}" if found.at else ""
        click.echo(f"{found.path}{made}: {', '.join(map(reason, found.why)) or 'a copy of a file of the site'}")
    return 0
