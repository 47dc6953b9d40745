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


TEXT = """-- content/sport/_index.en.md --
---
title: Sport, and why
summary: Played here.
image: {src: pitch.svg, alt: A pitch}
---
See [the goal](goal.md).
-- content/sport/pitch.svg --
<svg width="3" height="2" xmlns="http://www.w3.org/2000/svg"/>
"""


def test_editors_write_the_text_of_a_sections_front(newspaper: Make) -> None:
    """It has no page and no menu entry of its own; the menu keeps the section's name."""
    both = [story("goal", section="sport", language=language) for language in ("en", "bn")]
    paper = newspaper(files(*both) + TEXT)
    out = paper.built()
    front = out["sport/index.html"]
    assert "<h1>Sport, and why</h1>" in front
    assert '<p class="about">Played here.</p>' in front
    assert 'See <a href="/sport/2023/07/goal/">the goal</a>.' in front
    assert 'src="/media/sport/pitch.svg"' in front
    assert ">Sport</a>" in front
    assert not any("_index" in path for path in out)
    assert "Played" not in out["bn/sport/index.html"]
    paper.put("content/sport/_index.en.md", "---\ntitle: Sport\n---\nTwo.\n")
    report = paper.build()
    assert {path for path in report.written if path.endswith(".html")} == {"sport/index.html"}
    assert "media/sport/pitch.svg" in report.removed


def test_the_text_of_a_section_without_a_story_publishes_nothing(newspaper: Make) -> None:
    paper = newspaper(files(story("a")) + TEXT.replace("See [the goal](goal.md).", "Soon."))
    assert not any("sport" in path or "media" in path for path in paper.built())
    assert not (paper.output / "media").exists()


def test_what_is_wrong_with_a_sections_text_is_told_with_its_place(newspaper: Make) -> None:
    told = newspaper(
        files(story("a"))
        + "-- content/sport/_index.md --\n---\ntitel: S\n---\n[x](gone.md)\n"
        + "-- content/sprot/_index.en.md --\n---\ntitle: S\n---\n"
    ).faults()
    found = [(fault.code, str(fault.place), fault.hint) for fault in told]
    assert ("E110", "content/sport/_index.md:2:1", "did you mean “title”?") in found
    assert ("E114", "content/sprot/_index.en.md", "did you mean “sport”?") in found
    assert any(code == "E301" and place.startswith("content/sport/_index.md:4") for code, place, _ in found)
