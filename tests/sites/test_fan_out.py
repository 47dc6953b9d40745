"""What an edit touches does not grow with the archive."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from patrika.run.report import BuildReport
from tests.sites.newspaper import Newspaper
from tests.sites.press import files, numbered, story
from tests.sites.talkative import talkative

Make = Callable[..., Newspaper]
HOUR_S = 3_600
FIRST = 1_600_000_000
LISTED_PER_NEWS = 25
"""Stories of a language whose pages follow the news, as site.toml has it."""


def archive(count: int) -> str:
    """Return `count` stories, one every six hours, every fifth an opinion piece."""
    news = numbered(count, FIRST, 6 * HOUR_S, tags="[x, y]", authors="[Ann B]", summary="S")
    views = (
        (path.replace("world", "opinion"), text) for path, text in numbered(count // 5, FIRST, 30 * HOUR_S, tags="[x]")
    )
    return talkative(files(*news, *views)).replace('timezone = "', 'live_days = 7\nlive_stories = 25\ntimezone = "')


def fresh(section: str, count: int) -> tuple[str, str]:
    """Return a story that is newer than all of an archive."""
    moment = datetime.fromtimestamp(FIRST + count * 6 * HOUR_S, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return story("fresh", moment, section, tags="[x, y, z]", authors="[Someone New]")


def edited(newspaper: Make, count: int, path: str, text: str) -> BuildReport:
    """Return what a build tells after one more file was written into an archive."""
    paper = newspaper(archive(count))
    assert paper.build().published
    paper.put(path, text)
    return paper.build()


@pytest.mark.parametrize("section", ["world", "opinion"])
@pytest.mark.parametrize("count", [150, 450])
def test_a_new_story_touches_no_more_than_it_would_in_a_small_archive(
    newspaper: Make, section: str, count: int
) -> None:
    report = edited(newspaper, count, *fresh(section, count))
    fronts_and_lists, feeds, sitemaps = 10, 9, 4
    assert (report.parsed, report.looked_at) == (1, 1)
    assert len(report.written) <= LISTED_PER_NEWS + 1 + fronts_and_lists + feeds + sitemaps
    assert report.filled == len(report.written)


def test_an_old_storys_body_touches_its_page_alone(newspaper: Make) -> None:
    path, text = story("n010", "2020-09-15", tags="[x, y]", authors="[Ann B]", summary="S")
    paper = newspaper(archive(150))
    paper.put(path, text)
    assert paper.build().published
    paper.put(path, text.replace("Text.", "Other text."))
    report = paper.build()
    assert (report.parsed, report.looked_at, report.filled) == (1, 1, 1)


def test_an_old_storys_headline_touches_what_shows_it_and_looks_again_at_what_links_to_it(newspaper: Make) -> None:
    paper = newspaper(archive(150))
    paper.write(files(story("linker", "2020-09-20", body="See [it](@/world/n010.md).")))
    assert paper.build().published
    path = "content/world/n010.en.md"
    paper.put(path, (paper.root / path).read_text("utf-8").replace("Story n010", "Another headline"))
    report = paper.build()
    assert (report.parsed, report.looked_at) == (1, 2)
    assert {made.role for made in report.made} == {"article", "archive", "tag"}
    assert all("Another headline" in paper.pages()[page] for page in report.written)
    assert len(report.written) == sum("Another headline" in text for text in paper.pages().values())


def test_pages_that_see_as_far_share_the_answers(newspaper: Make) -> None:
    """Each story's page asks for the latest as of its own window; for opinion pieces there are as many answers as pieces."""
    report = newspaper(archive(150)).build()
    assert report.pages > 180
    assert report.answered <= 180 + 30 + 20
