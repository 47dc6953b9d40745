"""Series: stories that are parts of one thing, in order."""

import re
from collections.abc import Callable

from tests.sites.newspaper import Newspaper
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]
NAMES = """-- content/series.toml --
[delta]
name = { en = "The Delta", bn = "বদ্বীপ" }
description = { en = "From the coast." }
"""


def box(html: str) -> list[str]:
    """Return the parts that a story's box shows, in order, the story itself between stars."""
    part = re.search(r'<nav class="series".*?</nav>', html, re.DOTALL)
    found = re.findall(r"<(a|b)[^>]*>Story (\w+)</", part[0]) if part else []
    return [f"*{stem}*" if element == "b" else stem for element, stem in found]


def test_each_part_shows_all_in_order_with_itself_marked(newspaper: Make) -> None:
    parts = [story(stem, f"2023-07-0{day}", series="delta") for stem, day in (("c", 3), ("a", 1), ("b", 2))]
    out = newspaper(files(*parts, story("other")) + NAMES).built()
    assert box(out["world/2023/07/a/index.html"]) == ["*a*", "b", "c"]
    assert box(out["world/2023/07/b/index.html"]) == ["a", "*b*", "c"]
    assert '<a href="/series/delta/">The Delta</a>' in out["world/2023/07/b/index.html"]
    assert box(out["world/2023/07/other/index.html"]) == []


def test_a_series_has_a_page_for_each_language_with_its_parts_oldest_first(newspaper: Make) -> None:
    parts = [story(stem, f"2023-07-0{day}", series="delta") for stem, day in (("b", 2), ("a", 1))]
    out = newspaper(files(*parts, story("a", language="bn", series="delta")) + NAMES).built()
    page = out["series/delta/index.html"]
    assert re.findall(r">Story (\w)<", page) == ["a", "b"]
    assert "From the coast." in page
    assert "<h1>বদ্বীপ</h1>" in out["bn/series/delta/index.html"]
    assert 'hreflang="bn" href="https://test.example/bn/series/delta/"' in page


def test_a_series_without_a_name_is_called_by_its_word(newspaper: Make) -> None:
    out = newspaper(files(story("a", series="Delta at risk"), story("b", series="delta-at-risk"))).built()
    assert "<h1>Delta at risk</h1>" in out["series/delta-at-risk/index.html"]


def test_a_lone_part_has_no_box(newspaper: Make) -> None:
    assert box(newspaper(files(story("a", series="delta"))).built()["world/2023/07/a/index.html"]) == []


def test_a_new_part_changes_no_more_pages_than_show_it(newspaper: Make) -> None:
    """A box shows seven parts around the story's own place, so only the last few know of the next."""
    paper = newspaper(files(*numbered(30, step_s=86_400 * 30, series="delta")))
    paper.build()
    paper.put(*story("new", "2023-07-20", series="delta"))
    written = paper.build().written
    assert sum("/n0" in path for path in written) <= 7
    newest = paper.pages()["world/2023/07/new/index.html"]
    assert box(newest) == [*(f"n0{number}" for number in range(24, 30)), "*new*"]


def test_what_is_wrong_with_series_is_told_with_its_place(newspaper: Make) -> None:
    paper = newspaper(files(story("a", series='"--"')) + "-- content/series.toml --\n[s]\nnom = 3\n")
    found = [(str(fault.place), fault.message) for fault in paper.faults()]
    assert ("content/world/a.en.md:4:9", "series: “--” has no letter") in found
    assert ("content/series.toml:2:1", "unknown key “nom” in [s]") in found


def test_of_a_long_series_the_parts_around_a_story_are_shown(newspaper: Make) -> None:
    parts = [story(stem, f"2023-07-{day:02}", series="delta") for day, stem in enumerate("abcdefghijkl", 1)]
    out = newspaper(files(*parts)).built()
    assert box(out["world/2023/07/a/index.html"]) == ["*a*", "b", "c", "d", "e", "f", "g"]
    assert box(out["world/2023/07/f/index.html"]) == ["c", "d", "e", "*f*", "g", "h", "i"]
    assert box(out["world/2023/07/l/index.html"]) == ["f", "g", "h", "i", "j", "k", "*l*"]
