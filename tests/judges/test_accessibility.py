"""axe-core finds no violation of WCAG 2.2 AA, nor of its best practices, in any page in either colour scheme."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.reading_room import hosted
from tests.judges.accessibility import axe_findings
from tests.judges.sample import Printing

BROKEN = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Broken on purpose</title>
<style>
@media (prefers-color-scheme: dark) { p { color: #111; background: #222 } }
</style>
</head>
<body>
<main>
<h1>One</h1>
<img src="a.png">
<p>Dark on dark.</p>
<iframe title="Inner" srcdoc="<!doctype html><html lang='en'><title>Inner</title><a href='/x'></a>"></iframe>
</main>
</body>
</html>
"""


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Give a fresh page for a screen of a desk, whose console nobody minds."""
    fresh = browser.new_page(viewport={"width": 1280, "height": 900})
    yield fresh
    fresh.close()


@pytest.mark.parametrize("name", ["broadsheet", "ledger", "starter", "hard"])
def test_axe_finds_nothing_in_pages(printings: Mapping[str, Printing], reader: Page, name: str) -> None:
    printing = printings[name]
    with hosted(printing.output, "") as address:
        assert [found for page in printing.seen for found in axe_findings(reader, f"{address}/{page}")] == []


def test_axe_finds_what_is_broken_in_a_page_in_its_frame_and_in_the_dark_alone(tmp_path: Path, reader: Page) -> None:
    (tmp_path / "broken.html").write_text(BROKEN, "utf-8")
    with hosted(tmp_path, "") as address:
        found = axe_findings(reader, f"{address}/broken.html")
    assert [(say.split()[0], say.split(": ")[1]) for say in found] == [
        ("light", "image-alt"),
        ("light", "link-name"),
        ("dark", "color-contrast"),
    ]
