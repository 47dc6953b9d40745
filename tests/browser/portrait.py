"""`python -m tests.browser.portrait`: the picture in the README, of the model story in two languages, taken anew."""

import tempfile
from pathlib import Path

import pyvips
from playwright.sync_api import sync_playwright

from patrika.run.build import build
from patrika.run.request import BuildRequest
from tests.browser.reading_room import FLAGS, NOW, REPOSITORY, chromium_path, hosted

MODEL = "world/2023/07/kim-shoigu/"
TARGET = REPOSITORY / "docs" / "newspaper.png"
WIDTH, HEIGHT, GAP = 1280, 1500, 40


def photographs(address: str) -> list[bytes]:
    """Return the top of the model story's page in English and in Bangla, as PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        taken = []
        for path in (MODEL, f"bn/{MODEL}"):
            page.goto(f"{address}/{path}")
            page.wait_for_load_state("networkidle")
            taken.append(page.screenshot())
        browser.close()
    return taken


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        assert build(BuildRequest(REPOSITORY, output, Path(folder) / "cache", NOW)).published
        with hosted(output, "") as address:
            pages = [pyvips.Image.new_from_buffer(shot, "").colourspace("srgb")[0:3] for shot in photographs(address)]
    both = pyvips.Image.arrayjoin(pages, across=2, shim=GAP, background=[138.0, 133.0, 121.0])
    both.resize(0.5).write_to_file(f"{TARGET}[compression=9,palette=true,strip=true]")


if __name__ == "__main__":
    main()
