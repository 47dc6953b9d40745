"""A page that says itself what a browser may load is whole under its own policy."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page

from tests.browser.reading_room import hosted
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
FILM = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
STATS = "-- slots/body_end.html --\n<script>document.title = 'counted'</script>\n"
ICON = "-- static/favicon.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>\n"
UNKNOWN = "-- slots/head.html --\n<script>document.title = {{ 1 }}</script>\n"
BROWSER_TEXT = files(story("a", body=f"Words.\n\n{FILM}"))


def test_a_page_is_whole_under_its_policy(newspaper: Make, page: Page) -> None:
    """Its style sheet, that of the door of an embed, and a script in a slot; nothing of it is complained of."""
    paper = newspaper(BROWSER_TEXT + STATS + ICON, f'{SITE}\n[deploy]\nhost = "github"\n')
    assert paper.build().published
    with hosted(paper.output, "") as address:
        page.goto(f"{address}/world/2023/07/a/")
        assert page.title() == "counted"
        assert page.evaluate("document.styleSheets.length") == 1
        door = page.frame_locator("iframe").locator("body.door")
        assert door.evaluate("body => body.ownerDocument.styleSheets.length") == 1


def test_what_the_policy_does_not_know_is_not_run(newspaper: Make, browser: Browser) -> None:
    paper = newspaper(BROWSER_TEXT + UNKNOWN, f'{SITE}\n[deploy]\nhost = "github"\n')
    assert [told.code for told in paper.build().diagnostics] == ["W511"]
    with hosted(paper.output, "") as address:
        page = browser.new_page()
        page.goto(f"{address}/world/2023/07/a/")
        assert page.title() != "1"
        page.close()
