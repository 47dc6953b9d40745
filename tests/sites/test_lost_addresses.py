"""Addresses that a build lost are told, with the line that leads on from each."""

from collections.abc import Callable

import pytest

from patrika.cli.main import run
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
STORIES = files(story("storm"), story("storm", language="bn"), story("cup", section="sport"), story("stays"))


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    """Give a site of a few stories, built."""
    paper = newspaper(plain(STORIES))
    assert paper.build().lost == ()
    return paper


def moved(paper: Newspaper, old: str, new: str) -> None:
    (paper.root / f"content/{old}").rename(paper.root / f"content/{new}")


def test_a_renamed_story_is_found_again_by_its_new_name(paper: Newspaper) -> None:
    moved(paper, "world/storm.en.md", "world/storm-nears.en.md")
    assert [str(it) for it in paper.build().lost] == ['"/world/2023/07/storm/" = "world/storm-nears"']
    paper.put("redirects.toml", '"/world/2023/07/storm/" = "world/storm-nears"\n')
    paper.built()
    assert paper.build().lost == ()


def test_a_story_that_went_leads_nowhere(paper: Newspaper) -> None:
    """The pages that listed it alone go with it."""
    (paper.root / "content/sport/cup.en.md").unlink()
    paper.put(*story("sports", section="world"))
    lines = [str(it) for it in paper.build().lost]
    assert lines == ['"/sport/2023/07/cup/" = 410', '"/sport/2023/07/" = 410', '"/sport/" = 410']


def test_each_language_is_led_to_by_the_storys_id(paper: Newspaper) -> None:
    """Another shape of addresses loses all old ones, and each story is found by its name."""
    paper.put("site.toml", PLAIN_SITE + '\n[permalinks]\nworld = "/:lang/:slug.html"\n')
    lost = [str(it) for it in paper.build().lost]
    assert lost == [
        '"/bn/world/2023/07/storm/" = "world/storm"',
        '"/world/2023/07/stays/" = "world/stays"',
        '"/world/2023/07/storm/" = "world/storm"',
    ]
    paper.put("redirects.toml", "\n".join(lost))
    out = paper.built()
    assert "<title>https://test.example/bn/storm.html</title>" in out["bn/world/2023/07/storm/index.html"]


def test_what_an_alias_keeps_is_not_lost(paper: Newspaper) -> None:
    paper.put(*story("storm", slug="wind", aliases="/world/2023/07/storm/"))
    assert paper.build().lost == ()


def test_files_that_are_no_pages_are_not_told_of(paper: Newspaper) -> None:
    paper.put("static/old.html", "<p>")
    paper.built()
    (paper.root / "static/old.html").unlink()
    report = paper.build()
    assert (report.removed, report.lost) == (("old.html",), ())


def test_the_summary_gives_the_lines_once(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    moved(paper, "world/stays.en.md", "world/stayed.en.md")
    build = ["build", "--root", str(paper.root), "--now", "2023-07-28"]
    assert run(build) == 0
    said = capsys.readouterr().out
    assert "1 address of the last build no longer there" in said
    assert '\n  "/world/2023/07/stays/" = "world/stayed"\n' in said
    assert run(build) == 0
    assert "no longer there" not in capsys.readouterr().out


@pytest.mark.parametrize("change", ["draft: true", "expire_at: 2023-07-02", "image: none.jpg"])
def test_an_address_that_is_to_come_back_is_not_lost(newspaper: Make, change: str) -> None:
    """A draft, an expired story, or one that is held back: a line for it would stand in its way when it does."""
    paper = newspaper(plain(files(story("storm"), story("other")), PLAIN_SITE + '\n[build]\non_error = "hold"\n'))
    paper.built()
    key, value = change.split(": ")
    paper.write(files(story("storm", **{key: value})))
    report = paper.build()
    assert report.published
    assert "world/2023/07/storm/index.html" not in paper.pages()
    assert report.lost == ()
