"""`patrika why`, and what the summary says of pages that were made again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from patrika.cli.main import run
from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story
from tests.sites.talkative import talkative

Make = Callable[..., Newspaper]


@pytest.fixture
def paper(newspaper: Make, capsys: pytest.CaptureFixture[str]) -> Newspaper:
    """Give a site of two related stories, built, and built again after the older one's headline changed."""
    paper = newspaper(talkative(files(story("old", "2023-07-01", tags="[x]"), story("new", "2023-07-02", tags="[x]"))))
    assert run(["build", "--root", str(paper.root), "--now", "2023-07-28"]) == 0
    assert "its text" not in capsys.readouterr().out
    paper.write(files(story("old", "2023-07-01", tags="[x]", title="Another headline")))
    assert run(["build", "--root", str(paper.root), "--now", "2023-07-29"]) == 0
    return paper


def why(paper: Newspaper, page: str) -> int:
    return run(["why", "--root", str(paper.root), page])


def test_the_summary_says_by_role_what_was_made_and_why(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    told = capsys.readouterr().out
    assert "  2 article pages: " in told
    assert "its text 1" in told
    assert "list related" in told
    assert "  1 tag page: stories 1" in told


@pytest.mark.parametrize(
    "page",
    [
        "https://test.example/world/2023/07/new/",
        "/world/2023/07/new/",
        "world/2023/07/new/index.html",
        "content/world/new.en.md",
    ],
)
def test_a_page_that_shows_another_story_tells_the_list(
    paper: Newspaper, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert why(paper, page) == 0
    assert "world/2023/07/new/index.html, made as of 2023-07-29 00:00: list related" in capsys.readouterr().out


def test_a_page_that_was_not_made_again_tells_why_it_was_made_first(
    paper: Newspaper, capsys: pytest.CaptureFixture[str]
) -> None:
    assert why(paper, "404.html") == 0
    assert "404.html, made as of 2023-07-28 00:00: new" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("page", "hint"), [("world/2023/07/now/", "world/2023/07/new/index.html"), ("zzz", "name a URL")]
)
def test_a_page_that_there_is_not_is_told_with_what_to_do(
    paper: Newspaper, page: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert why(paper, page) == 2
    assert hint in capsys.readouterr().err


def test_before_the_first_build_nothing_is_known(newspaper: Make, capsys: pytest.CaptureFixture[str]) -> None:
    """And asking leaves nothing behind."""
    paper = newspaper(talkative(""))
    assert why(paper, "/") == 2
    assert "build first" in capsys.readouterr().err
    assert not Path(paper.root / ".patrika").exists()
