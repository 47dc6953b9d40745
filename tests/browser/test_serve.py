"""An editor works with the preview open."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites.newspaper import SITE, Newspaper

PATIENCE_S = 20.0
STORY = """---
title: {title}
date: 2023-07-27 03:16
---
{body}
"""
STORM = "content/world/storm.en.md"
PATH = "/world/2023/07/storm/"
OVERLAY = "section[role=alert]"
Serve = Callable[..., "Preview"]


class Preview:
    """A `patrika serve` that runs, its terminal, and its site."""

    def __init__(self, paper: Newspaper, terminal: Path, *options: str) -> None:
        self.paper = paper
        self.terminal = terminal
        command = [sys.executable, "-m", "patrika", "serve", "--root", str(paper.root), *options]
        with terminal.open("wb") as out:
            # In a session of its own, so that what it leaves behind can be found and ended.
            self.program = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)

    @property
    def said(self) -> str:
        return self.terminal.read_text("utf-8")

    def address(self) -> str:
        """Return where the site is, without a final slash, once that has been said."""
        wait_for(lambda: "serving at" in self.said or self.program.poll() is not None, self)
        found = re.search(r"serving at (\S+?)/ ", self.said)
        assert found, self.said
        return found[1]

    def family(self) -> list[int]:
        """Return the processes of its session that are alive."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                state, _, _, session = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(session) == self.program.pid and state != "Z":
                found.append(int(folder.name))
        return found

    def interrupt(self) -> int:
        """Press Ctrl-C, which all processes of the terminal feel, and return the exit code."""
        os.killpg(self.program.pid, signal.SIGINT)
        return self.program.wait(PATIENCE_S)

    def end(self) -> None:
        """End whatever is left."""
        if self.program.poll() is None:
            self.interrupt()
        if self.family():
            os.killpg(self.program.pid, signal.SIGKILL)


def wait_for(condition: Callable[[], bool], preview: Preview) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, preview.said
        time.sleep(0.02)


@pytest.fixture
def serve(newspaper: Callable[..., Newspaper], tmp_path: Path) -> Iterator[Serve]:
    """Give a starter of previews of a small site."""
    started: list[Preview] = []

    def start(
        *options: str, site: str = SITE, storm: str = STORY.format(title="Storm", body="The wind rose.")
    ) -> Preview:
        paper = newspaper("", site)
        paper.put(STORM, storm)
        paper.put("static/favicon.ico", b"")  # Browsers ask for it, and its absence is an error in the console.
        preview = Preview(paper, tmp_path / f"terminal-{len(started)}", *(options or ("--port", "0")))
        started.append(preview)
        return preview

    yield start
    for preview in started:
        preview.end()


def write_storm(preview: Preview, title: str, body: str = "The wind rose.") -> None:
    preview.paper.put(STORM, STORY.format(title=title, body=body))


def test_an_edit_a_mistake_and_its_mending_are_seen_without_a_reload(serve: Serve, page: Page) -> None:
    """The page follows the edit, keeps standing under what is wrong, and is rid of it once that is mended."""
    preview = serve()
    page.goto(preview.address() + PATH)
    expect(page.locator("h1")).to_have_text("Storm")
    write_storm(preview, "Storm turns")
    expect(page.locator("h1")).to_have_text("Storm turns")
    page.evaluate("window.mark = 'the same page'")

    preview.paper.put(STORM, "---\ntitle: <b>New</b>\ndate: 2023-07-27\nauthros: me\n---\nText.\n")
    overlay = page.locator(OVERLAY)
    expect(overlay).to_be_visible()
    expect(overlay).to_contain_text(f"{STORM}:4:1")
    expect(overlay).to_contain_text("hint: ")
    expect(overlay).to_have_attribute("dir", "ltr")
    expect(page.locator("h1")).to_have_text("Storm turns")
    box = overlay.bounding_box()
    assert box is not None
    assert box["height"] <= 0.6 * 720
    assert page.evaluate("window.mark") == "the same page"
    page.reload()
    expect(overlay).to_contain_text("authros")
    assert f"{STORM}:4:1: error" in preview.said

    page.evaluate("window.mark = 'the same page'")
    write_storm(preview, "Storm turns")
    expect(overlay).to_have_count(0)
    assert page.evaluate("window.mark") == "the same page"
    write_storm(preview, "Storm passes")
    expect(page.locator("h1")).to_have_text("Storm passes")
    assert not preview.paper.output.exists()
    assert "__patrika" not in "".join(p.read_text("utf-8") for p in preview.paper.root.rglob("*.html"))


def test_a_mistake_is_shown_as_text_only(serve: Serve, page: Page) -> None:
    preview = serve()
    page.goto(preview.address() + PATH)
    preview.paper.put("content/world/b.en.md", '---\ntitle: B\ndate: 2023-07-27\nkind: "<img src=x>"\n<i>: 1\n---\n')
    overlay = page.locator(OVERLAY)
    expect(overlay).to_contain_text("<i>")
    expect(overlay.locator("img, i")).to_have_count(0)


def test_a_site_that_never_was_whole_is_shown_as_soon_as_it_is(serve: Serve, browser: Browser) -> None:
    """There is no page yet: one of ours tells the mistake, follows it, and gives way to the site."""
    preview = serve(storm="---\ndate: 2023-07-27\n---\nText.\n")
    page = browser.new_page()  # Not the strict one: the answer 503 is an error in the console.
    response = page.goto(preview.address() + PATH)
    assert response is not None
    assert response.status == 503
    expect(page.locator(OVERLAY)).to_contain_text(STORM)
    expect(page.locator(OVERLAY)).to_have_count(1)
    preview.paper.put(STORM, "---\ntitle: Storm\ndate: never\n---\nText.\n")
    expect(page.locator(OVERLAY)).to_contain_text("never")
    expect(page.locator(OVERLAY)).to_have_count(1)
    write_storm(preview, "Storm")
    expect(page.locator("h1")).to_have_text("Storm")
    expect(page.locator(OVERLAY)).to_have_count(0)
    page.close()


def test_a_hidden_tab_holds_no_connection_and_catches_up_when_it_is_seen(serve: Serve, browser: Browser) -> None:
    """Browsers open six connections to a host: more tabs than that would otherwise keep each other from loading."""
    hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true});"
    tell = "document.dispatchEvent(new Event('visibilitychange'))"
    preview = serve()
    address = preview.address()
    window = browser.new_context()
    tabs = [window.new_page() for _ in range(7)]
    for tab in tabs:
        tab.goto(address + PATH)
        tab.evaluate(hide % "true" + tell)
    write_storm(preview, "Storm turns")
    wait_for(lambda: "rebuilt in" in preview.said, preview)
    expect(tabs[0].locator("h1")).to_have_text("Storm")
    tabs[0].evaluate(hide % "false" + tell)
    expect(tabs[0].locator("h1")).to_have_text("Storm turns")
    window.close()


def test_a_template_of_the_site_is_followed(serve: Serve, page: Page) -> None:
    """Folders that are made while the preview runs count from then on."""
    preview = serve()
    page.goto(preview.address() + PATH)
    theme = '{% extends "broadsheet/article.html" %}{% block main %}<h1>Own TEXT</h1>{% endblock %}'
    for text in ("one", "two"):
        preview.paper.put("templates/article.html", theme.replace("TEXT", text))
        expect(page.locator("h1")).to_have_text(f"Own {text}")
    (preview.paper.root / "templates/article.html").unlink()
    expect(page.locator("h1")).to_have_text("Storm")


def test_what_is_held_back_is_told_over_pages_that_go_on(serve: Serve, page: Page) -> None:
    """Another's mistake stands in nobody's way, and is seen by all until it is mended."""
    preview = serve(site='build.on_error = "hold"\n' + SITE)
    page.goto(preview.address() + PATH)
    wrong = "content/world/wrong.en.md"
    preview.paper.put(wrong, "---\ntitel: W\ndate: 2023-07-27\n---\nText.\n")
    overlay = page.locator(OVERLAY)
    expect(overlay).to_contain_text("Stories are held back")
    expect(overlay).to_contain_text(f"{wrong}:2:1")
    write_storm(preview, "Storm turns")
    expect(page.locator("h1")).to_have_text("Storm turns")
    expect(overlay).to_contain_text("titel")
    preview.paper.put(wrong, "---\ntitle: W\ndate: 2023-07-27\n---\nText.\n")
    expect(overlay).to_have_count(0)


def test_drafts_and_scheduled_stories_are_seen_with_a_badge(serve: Serve, page: Page) -> None:
    preview = serve(
        "--port",
        "0",
        "--now",
        "2023-07-28",
        storm=STORY.format(title="Storm", body="").replace("---\n", "---\ndraft: true\n", 1),
    )
    preview.paper.put("content/world/fair.en.md", "---\ntitle: Fair\ndate: 2023-08-02\n---\nLater.\n")
    address = preview.address()
    page.goto(address + PATH)
    expect(page.locator("main .badge").first).to_have_text("Draft")
    page.goto(address + "/world/2023/08/fair/")
    expect(page.locator("main .badge").first).to_have_text("Scheduled")


def test_ctrl_c_ends_it_cleanly_with_a_page_open(serve: Serve, browser: Browser) -> None:
    preview = serve()
    page = browser.new_page()  # Not the strict one: it goes on asking for the server.
    page.goto(preview.address() + PATH)
    write_storm(preview, "Storm turns")
    expect(page.locator("h1")).to_have_text("Storm turns")
    assert len(preview.family()) >= 2
    assert preview.interrupt() == 0
    wait_for(lambda: preview.family() == [], preview)
    assert "Traceback" not in preview.said
    page.close()


def test_ctrl_c_in_the_midst_of_a_build_ends_it_as_cleanly(serve: Serve) -> None:
    preview = serve()
    wait_for(lambda: len(preview.family()) >= 2, preview)
    assert preview.interrupt() == 0
    wait_for(lambda: preview.family() == [], preview)
    assert "Traceback" not in preview.said


def test_a_page_comes_back_to_a_preview_that_is_started_again(serve: Serve, browser: Browser) -> None:
    first = serve()
    address = first.address()
    page = browser.new_page()
    page.goto(address + PATH)
    first.interrupt()
    write_storm(first, "Storm turns")
    again = Preview(first.paper, first.terminal, "--port", address.rpartition(":")[2])
    expect(page.locator("h1")).to_have_text("Storm turns", timeout=PATIENCE_S * 1000)
    page.close()
    assert again.interrupt() == 0


def test_a_taken_port_moves_on_and_says_so(serve: Serve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        preview = serve("--port", str(port))
        moved = int(preview.address().rpartition(":")[2])
    assert port < moved <= port + 20
    assert f"port {port} is in use: serving on {moved}" in preview.said


def test_a_site_with_a_path_is_served_under_it(serve: Serve, page: Page) -> None:
    preview = serve(site=SITE.replace("https://test.example", "https://org.github.io/paper/"))
    address = preview.address()
    assert address.endswith("/paper")
    page.goto(address.removesuffix("/paper"))
    expect(page).to_have_url(f"{address}/")
    page.locator("h3 > a, h2 > a").first.click()
    expect(page).to_have_url(address + PATH)
    write_storm(preview, "Storm turns")
    expect(page.locator("h1")).to_have_text("Storm turns")
