"""`patrika serve`."""

import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from patrika.cli.options import env_option, find_root, read_now, site_options, status_options, wished

if TYPE_CHECKING:
    from patrika.run.builder import Answer


@click.command()
@site_options
@env_option("preview")
@status_options("draft", "scheduled")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on, or the next free one; 0 is any.",
)
def command(
    root: Path | None,
    cache: Path | None,
    base_url: str,
    now: str,
    env: str,
    host: str,
    port: int,
    **statuses: bool | None,
) -> int:
    """Preview the site, and rebuild it on every change.

    Drafts and scheduled stories are shown with a badge unless told otherwise. output/ is not touched. Ctrl-C ends it.
    """
    from patrika.run.request import BuildRequest
    from patrika.run.serve import serve

    folder = find_root(root)
    moment = read_now(now, folder)
    shows = wished(statuses)
    memory = cache or folder / ".patrika"

    def request() -> BuildRequest:
        instant = moment if now else int(time.time())
        return BuildRequest(
            folder, memory / "serve", memory, instant, base_url=base_url, env=env, shows=shows, hosted=False
        )

    serve(request, _Terminal(port), host=host, port=port)
    return 0


class _Terminal:
    """Tells the terminal how the preview fares."""

    def __init__(self, wanted_port: int) -> None:
        self._wanted_port = wanted_port
        self._is_first = True

    def built(self, answer: "Answer", seconds: float) -> None:
        """Say what a build changed, or what is wrong."""
        from patrika.cli import telling
        from patrika.run.builder import Failure

        word, otherwise = "rebuilt", "not rebuilt: the last good pages are still shown"
        if self._is_first:
            word, otherwise = "built", "not built yet: mend this and it is tried again"
        self._is_first = False
        if isinstance(answer, Failure):
            click.echo(answer.trace + click.style(answer.message, fg="red", bold=True), err=True)
            click.echo(otherwise, err=True)
            return
        for item in answer.diagnostics:
            telling.print_diagnostic(item)
        if not answer.published:
            click.echo(otherwise, err=True)
            return
        changed = len(answer.written) + len(answer.removed)
        files = "nothing" if not changed else "1 file" if changed == 1 else f"{changed} files"
        click.echo(f"{word} in {seconds:.1f} s: {files} changed")

    def ready(self, address: str) -> None:
        """Say where to look."""
        port = urlsplit(address).port
        if self._wanted_port not in (0, port):
            click.echo(f"port {self._wanted_port} is in use: serving on {port}")
        click.echo(f"serving at {address} (Ctrl-C ends)")
