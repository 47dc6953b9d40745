"""The built sample newsroom, over HTTP at the root and under a path, and a browser to read it with."""

import functools
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from patrika.run.build import build
from patrika.run.request import BuildRequest

REPOSITORY = Path(__file__).parents[2]
NOW = 1_764_000_000
CHROMIUM = ("chromium", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
BASES = ("", "/paper")
SOURCES = ("content", "data", "slots", "static", "redirects.toml")
"""What the sample newsroom may consist of, besides its settings."""

Printed = Callable[[str, str], Path]
"""Returns the output of the sample newsroom in a theme, at a base path."""


def chromium_path() -> str | None:
    """Return the system's Chromium that runs, None for Playwright's own."""
    found = (shutil.which(name) for name in CHROMIUM)
    runs = (path for path in found if path and subprocess.run([path, "--version"], capture_output=True).returncode == 0)
    return next(runs, None)


class Handler(SimpleHTTPRequestHandler):
    """A static host: the site lies under `base`, and what is not there is answered with 404.html."""

    def __init__(self, *arguments: Any, base: str, **rest: Any) -> None:
        self.base = base
        super().__init__(*arguments, **rest)

    def translate_path(self, path: str) -> str:
        """Return the file of a path under the base."""
        if not path.startswith(self.base):
            return str(Path(self.directory) / "nowhere")
        return super().translate_path(path[len(self.base) :] or "/")

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, as far as the browser wants it: one that leaves the page hangs up."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *args: object) -> None:
        """Be quiet."""


@contextmanager
def hosted(folder: Path, base: str) -> Iterator[str]:
    """Serve a folder under a path and give its address, without a final slash."""
    handler = functools.partial(Handler, directory=str(folder), base=base)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Give what prints the sample newsroom, each way only once."""

    @functools.cache
    def output(theme: str, base: str) -> Path:
        root = tmp_path_factory.mktemp(f"sample_{theme}")
        for name in SOURCES:
            source = REPOSITORY / name
            if source.exists():
                (shutil.copytree if source.is_dir() else shutil.copyfile)(source, root / name)
        settings = (REPOSITORY / "site.toml").read_text("utf-8")
        (root / "site.toml").write_text(settings.replace('theme = "broadsheet"', f'theme = "{theme}"'), "utf-8")
        url = f"https://patrika.example{base}"
        report = build(BuildRequest(root, root / "output", root / ".patrika", NOW, base_url=url))
        assert report.published, report.diagnostics
        assert [item for item in report.diagnostics if item.severity in ("error", "warning")] == []
        return root / "output"

    return output


@pytest.fixture(scope="session", params=BASES, ids=("root", "paper"))
def site(request: pytest.FixtureRequest, printed: Printed) -> Iterator[str]:
    """Give the address of the sample newsroom, for each base path."""
    base: str = request.param
    with hosted(printed("broadsheet", base), base) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the system's Chromium, or Playwright's own where the system has none."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a fresh page whose console errors and failed requests fail the test."""
    fresh = browser.new_page()
    faults: list[str] = []
    fresh.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    fresh.on("pageerror", lambda fault: faults.append(str(fault)))
    yield fresh
    fresh.close()
    assert faults == []
