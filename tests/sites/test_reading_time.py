"""How long a story is read: beside its date in broadsheet, where a site wishes it."""

from collections.abc import Callable

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
TIMED = SITE + "\n[theme]\nreading_time = true\n"
STORIES = files(
    story("a", body="word " * 900),
    story("a", language="bn", body="শব্দ " * 900),
    story("b", body="![p](@/images/p.svg)"),
    ("content/images/p.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>\n'),
)
A, B = "world/2023/07/a/index.html", "world/2023/07/b/index.html"


def said(label: str, time: str) -> str:
    return f'<dt>{label}</dt> <dd><bdi class="unit">{time}</bdi></dd>'


def test_a_story_says_in_its_language_how_long_it_is_read(newspaper: Make) -> None:
    pages = newspaper(STORIES, TIMED).built()
    assert said("Reading time", "4 minutes") in pages[A]
    assert said("পড়তে লাগবে", "৫ মিনিট") in pages[f"bn/{A}"]
    assert said("Reading time", "1 minute") in pages[B]


def test_it_is_said_without_a_date_too(newspaper: Make) -> None:
    site = TIMED.replace('id = "sport"', 'id = "sport"\ndated = false')
    pages = newspaper(files(story("c", date="", section="sport")), site).built()
    page = pages["sport/c/index.html"]
    assert said("Reading time", "1 minute") in page
    assert "Time zone" not in page


def test_nothing_is_said_of_it_where_nobody_asked(newspaper: Make) -> None:
    assert "Reading time" not in newspaper(STORIES).built()[A]
