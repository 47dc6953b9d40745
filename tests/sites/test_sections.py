"""Sections: which stories they list, and how."""

from collections.abc import Callable

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
NESTED = (
    SITE
    + """
[[sections]]
id = "sport/cricket"
title = "Cricket"
"""
)


def test_a_section_lists_the_stories_of_those_below_it(newspaper: Make) -> None:
    out = newspaper(files(story("bat", section="sport/cricket"), story("goal", section="sport")), NESTED).built()
    assert "Story bat" in out["sport/index.html"]
    assert "Story bat" in out["sport/cricket/index.html"]
    assert "Story goal" not in out["sport/cricket/index.html"]
    assert "sport/cricket/2023/07/bat/index.html" in out


def test_a_story_is_listed_in_other_sections_too_at_one_address(newspaper: Make) -> None:
    """Their fronts and months have it, those above them as well, and each once."""
    paper = newspaper(
        files(story("stadium", section="world", also_in="[sport/cricket, sport]"), story("goal", section="sport")),
        NESTED,
    )
    out = paper.built()
    for page in ("world", "sport/cricket", "sport/cricket/2023/07", "sport/2023/07"):
        assert out[f"{page}/index.html"].count('href="/world/2023/07/stadium/"') == 1, page
    assert "opinion/index.html" not in out
    paper.put(*story("stadium", section="world"))
    paper.build()
    assert "sport/cricket/index.html" not in paper.pages()
    assert "stadium" not in paper.pages()["sport/index.html"]


def test_a_further_section_that_is_none_is_an_error_with_its_place(newspaper: Make) -> None:
    paper = newspaper(files(story("a", also_in="[world, sprot]")))
    [fault] = paper.faults()
    assert str(fault.place) == "content/world/a.en.md:4:18"
    assert fault.message == "unknown section “sprot”"
    assert fault.hint == "did you mean “sport”?"
