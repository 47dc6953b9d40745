"""A reader of the sample newsroom meets pictures, tables and things of other sites, by keyboard and on a small phone."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

GALLERY = "/culture/2025/02/boi-mela/"
TABLE = "/sport/2024/03/quiet-hundred/"
EMBED = "/bangladesh/2023/11/metro-motijheel/"
SOUND = "/bangladesh/2025/02/night-ferries/"
FILM = "/science/2023/08/moon-landing/"
SCROLLED = "element => Math.abs(element.scrollLeft)"


def tabbed_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, as a reader without a mouse would."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


@pytest.mark.parametrize("path", [GALLERY, f"/bn{GALLERY}"])
def test_the_gallery_is_scrolled_by_arrow_keys(site: str, page: Page, path: str) -> None:
    page.goto(site + path)
    tabbed_to(page, ".strip")
    strip = page.locator(".strip")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(20)
    page.wait_for_function("document.querySelector('.strip').scrollLeft > 200")
    expect(strip.locator("figcaption")).to_have_count(3)
    assert strip.get_attribute("aria-label")


@pytest.mark.parametrize("path", [TABLE, f"/bn{TABLE}"])
def test_the_table_scrolls_by_itself_on_a_small_phone(site: str, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    tabbed_to(page, ".sheet .table")
    page.keyboard.press("End")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(20)
    page.wait_for_function("document.querySelector('.sheet .table').scrollLeft > 40")
    assert page.evaluate("window.scrollX") == 0


@pytest.mark.parametrize(
    "path", [GALLERY, EMBED, SOUND, FILM, "/culture/2023/12/rickshaw-art/", "/climate/2025/03/solar-roofs/"]
)
def test_no_block_makes_a_small_phone_scroll_sideways(site: str, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for language in ("", "/bn"):
        page.goto(f"{site}{language}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", [EMBED, f"/bn{EMBED}"])
def test_nothing_of_another_site_is_loaded_before_its_link_is_followed(site: str, page: Page, path: str) -> None:
    """And then it is, in the frame, by the keyboard alone."""
    asked: list[str] = []
    here = urlsplit(site).netloc

    def answer(route: Route) -> None:
        if urlsplit(route.request.url).netloc == here:
            route.continue_()
        else:
            asked.append(route.request.url)
            route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>Map</title><p>A map")

    page.route("**/*", answer)
    page.goto(site + path, wait_until="networkidle")
    page.locator(".embed").scroll_into_view_if_needed()
    door = page.frame_locator(".embed iframe").get_by_role("link")
    expect(door).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == []
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.embed iframe')"):
            break
    expect(door).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.frame_locator(".embed iframe").get_by_text("A map")).to_be_visible()
    assert [urlsplit(url).netloc for url in asked] == ["www.openstreetmap.org"]
    assert page.url == site + path
    expect(page.locator(".embed figcaption a")).to_have_attribute(
        "href", "https://www.openstreetmap.org/#map=13/23.7560/90.3950"
    )


def test_the_link_in_the_frame_looks_like_the_paper(site: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(site + EMBED)
    body = page.frame_locator(".embed iframe").locator("body")
    assert body.evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(32, 30, 25)"


@pytest.mark.parametrize(("path", "kind"), [(SOUND, "audio"), (FILM, "video")])
def test_sound_and_film_are_loaded_when_they_are_played(site: str, page: Page, path: str, kind: str) -> None:
    """Nothing of them before, then all, with captions in the language of the page."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for language in ("", "/bn"):
        asked.clear()
        page.goto(f"{site}{language}{path}", wait_until="networkidle")
        page.locator(kind).scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if url.endswith((".wav", ".webm"))] == []
        page.locator(kind).evaluate("player => { player.muted = true; return player.play() }")
        page.wait_for_function(f"document.querySelector('{kind}').currentTime > 0.2")
        if kind == "video":
            track = page.evaluate(
                "[document.querySelector('video').textTracks[0]].map(t => [t.language, t.cues.length])[0]"
            )
            assert track == [language.strip("/") or "en", 3]
