"""A reader goes through the sample newsroom."""

from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import APIResponse, Page, expect

MODEL = "/world/2023/07/kim-shoigu/"


def test_the_toggle_leads_to_the_same_story_and_back(site: str, page: Page) -> None:
    page.goto(site + MODEL)
    headline = page.locator("h1").inner_text()
    page.locator("nav.languages a[hreflang=bn]").click()
    expect(page).to_have_url(f"{site}/bn{MODEL}")
    expect(page.locator("html")).to_have_attribute("lang", "bn")
    page.locator("nav.languages a[hreflang=en]").click()
    expect(page).to_have_url(site + MODEL)
    expect(page.locator("h1")).to_have_text(headline)


def test_the_model_story_shows_five_related_and_four_opinions(site: str, page: Page) -> None:
    for path in (MODEL, f"/bn{MODEL}"):
        page.goto(site + path)
        expect(page.locator("section.related h3 > a")).to_have_count(5)
        expect(page.locator("aside.opinion h3 > a")).to_have_count(4)
        shown = page.locator("section.related h3 > a, aside.opinion h3 > a, section.latest h3 > a")
        paths = [link.get_attribute("href") for link in shown.all()]
        assert len(paths) == len(set(paths))


def test_the_menu_leads_to_a_section_and_marks_it(site: str, page: Page) -> None:
    page.goto(site + "/")
    page.locator("nav a[href$='/climate/']").first.click()
    expect(page).to_have_url(f"{site}/climate/")
    expect(page.locator("nav [aria-current=page]").first).to_contain_text("Climate")


def test_the_keyboard_reaches_the_story_past_the_menu(site: str, page: Page) -> None:
    page.goto(site + MODEL)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


@pytest.mark.parametrize(
    "path", ["/", MODEL, "/climate/", "/bn/", f"/bn{MODEL}", "/ur/", f"/ur{MODEL}", "/ur/culture/"]
)
def test_nothing_scrolls_sideways_on_a_small_phone(site: str, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_urdu_page_is_mirrored(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}/ur{MODEL}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    languages, label = page.locator("nav.languages").bounding_box(), page.locator("article .label a").bounding_box()
    assert languages
    assert label
    assert languages["x"] + languages["width"] < 640 < label["x"]


def test_every_internal_link_and_picture_is_there(site: str, page: Page) -> None:
    """Follow all links from the fronts, with the browser's own idea of what a link is."""
    todo, seen = [f"{site}/", f"{site}/bn/", f"{site}/ur/"], dict[str, int]()
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        answer = page.request.get(address)
        seen[address] = answer.status
        if answer.ok and "html" in answer.headers["content-type"]:
            todo += [found for found in _links(page, address, answer) if found.startswith(site + "/")]
    assert {address: status for address, status in seen.items() if status != 200} == {}
    assert len(seen) > 300


def _links(page: Page, address: str, answer: APIResponse) -> list[str]:
    found = page.evaluate(
        """html => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[href],[src]')]
             .map(e => e.getAttribute('href') || e.getAttribute('src'))""",
        answer.text(),
    )
    return [urldefrag(urljoin(address, link)).url for link in found]
