"""The second theme, which takes most of itself from the first: read in three languages on a small phone and a wide screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading_room import Printed, hosted

STORY = "/world/2023/07/kim-shoigu/"
TONGUES = ("", "/bn", "/ur")


@pytest.fixture(scope="module")
def paper(printed: Printed) -> Iterator[str]:
    """Give the address of the sample newsroom in the theme ledger."""
    with hosted(printed("ledger", ""), "") as address:
        yield address


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("width", [320, 1280])
def test_all_is_one_column_of_words(paper: str, page: Page, tongue: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", STORY, "/world/", "/tags/north-korea/"):
        page.goto(paper + tongue + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.querySelector('main').getBoundingClientRect().width") <= 640
        expect(page.locator("main .card img")).to_have_count(0)


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_picture_comes_after_the_text(paper: str, page: Page, tongue: str) -> None:
    page.goto(paper + tongue + STORY)
    text, picture = page.locator(".prose").bounding_box(), page.locator(".figure img").bounding_box()
    assert text
    assert picture
    assert picture["y"] >= text["y"] + text["height"]


def test_its_parents_words_are_its_own(paper: str, page: Page) -> None:
    page.goto(f"{paper}/bn{STORY}")
    expect(page.locator("section.related h2")).to_have_text("আরও পড়ুন")
    expect(page.locator("section.related h3 > a")).to_have_count(5)


def test_the_toggle_leads_to_the_same_story(paper: str, page: Page) -> None:
    page.goto(paper + STORY)
    page.locator("nav.languages a[hreflang=bn]").click()
    expect(page).to_have_url(f"{paper}/bn{STORY}")
