"""Sections for directories, calendars and the like, whose stories need no date."""

import re
from collections.abc import Callable

import pytest

from tests.sites.newspaper import NOW, SITE, Newspaper
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]
DIRECTORY = """
[[sections]]
id = "people"
dated = false
title = { en = "Who is who", bn = "কে কী" }
"""
EPOCH = re.compile("1970|১৯৭০")


def undated(stem: str, section: str = "people", language: str = "en", **fields: object) -> tuple[str, str]:
    path, text = story(stem, "", section, language, "Text.", **fields)
    return path, text.replace("date: \n", "")


@pytest.mark.parametrize("theme", ["broadsheet", "ledger"])
def test_a_story_without_a_date_shows_none_anywhere(newspaper: Make, theme: str) -> None:
    """Not on its page, nor in any list, and it has a plain address."""
    both = [undated("ann", language=id, tags="[x]", authors="[bob]", series="s") for id in ("en", "bn")]
    site = (SITE + DIRECTORY).replace("[site]", f'[site]\ntheme = "{theme}"')
    paper = newspaper(files(*both, undated("cat")) + "-- content/authors/bob.md --\n---\nname: Bob\n---\nB.\n", site)
    out = paper.built()
    assert {
        "people/ann/index.html",
        "bn/people/ann/index.html",
        "tags/x/index.html",
        "series/s/index.html",
    } <= out.keys()
    assert not [
        path
        for path, page in out.items()
        if not path.endswith("atom.xml") and (EPOCH.search(page) or "<time" in page or "_time" in page)
    ]
    assert not any(re.search(r"people/\d", path) for path in out)


def test_an_updated_story_without_a_date_says_when(newspaper: Make) -> None:
    page = newspaper(files(undated("ann", updated="2023-07-27 03:16")), SITE + DIRECTORY).built()[
        "people/ann/index.html"
    ]
    assert page.count("<time") == 1
    assert 'datetime="2023-07-27T03:16:00+06:00"' in page
    assert "Published" not in page


def headlines(page: str) -> list[str]:
    return re.findall(r"Story (\w+)</a>", page)


def test_the_front_of_such_a_section_shows_all_its_stories(newspaper: Make) -> None:
    """Those with a date by day, newest first; then the others in the order of their ids. There are no months."""
    dated = numbered(45, section="people", step_s=86_400)
    out = newspaper(
        files(*dated, *(undated(f"p{number}") for number in range(5))),
        (SITE + DIRECTORY).replace("[site]", '[site]\ntheme = "ledger"'),
    ).built()
    names = [f"n{number:03}" for number in reversed(range(45))] + [f"p{number}" for number in range(5)]
    assert headlines(out["people/index.html"]) == names
    assert out["people/index.html"].count('class="day"') == 45
    assert out["people/index.html"].count('class="undated"') == 1
    assert "people/n044/index.html" in out
    assert not any(re.search(r"people/\d", path) for path in out)


def test_a_dated_section_around_it_has_no_month_for_what_has_no_date(newspaper: Make) -> None:
    nested = SITE + DIRECTORY.replace('"people"', '"world/people"')
    stories = [story("storm"), story("cat", section="world/people"), undated("ann", "world/people")]
    out = newspaper(files(*stories), nested).built()
    assert headlines(out["world/2023/07/index.html"]) == ["storm", "cat"]
    assert "Story ann" in out["world/index.html"]
    assert "2 stories" in out["world/index.html"]
    assert [path for path in out if re.fullmatch(r"world/\d+/\d+/index.html", path)] == ["world/2023/07/index.html"]
    assert not any(EPOCH.search(page) for path, page in out.items() if not path.endswith("atom.xml"))


def test_what_has_no_date_is_last_wherever_stories_are_listed(newspaper: Make) -> None:
    """Also after those of the years before 1970; the parts of a series are read in the order of their ids."""
    stories = [undated("b", tags="[x]", series="s"), undated("a", tags="[x]", series="s")]
    old = story("old", "1952-02-21", tags="[x]", series="s")
    out = newspaper(files(*stories, old), SITE + DIRECTORY).built()
    assert headlines(out["tags/x/index.html"]) == ["old", "a", "b"]
    assert headlines(out["series/s/index.html"]) == ["a", "b", "old"]
    assert [name for name in headlines(out["people/b/index.html"]) if name in ("a", "old")][:2] == ["a", "old"]
    assert "1952" in out["index.html"].split("<main", 1)[0]


def test_a_story_counts_by_its_final_section(newspaper: Make) -> None:
    """Front matter and [[defaults]] may put it into a section that needs no date, or into one that does."""
    site = '[[defaults]]\npath = "sport/who/*"\nsection = "people"\n' + SITE + DIRECTORY
    ann = "-- content/world/ann.en.md --\n---\ntitle: Ann\nsection: people\n---\nA.\n"
    out = newspaper(ann + files(undated("who/bob", "sport")), site).built()
    assert {"people/ann/index.html", "people/bob/index.html"} <= out.keys()


def test_a_story_of_a_dated_section_needs_its_date(newspaper: Make) -> None:
    paper = newspaper(files(undated("ann", section="world"), undated("bob", "world")), SITE + DIRECTORY)
    paper.put(*undated("cat", section="people"))
    paper.put("content/people/dan.en.md", "---\ntitle: Dan\nsection: sport\n---\nD.\n")
    found = [(fault.code, str(fault.place), fault.message) for fault in paper.faults()]
    said = "this file has no date"
    assert found == [
        ("E113", "content/people/dan.en.md:1:1", said),
        ("E113", "content/world/ann.en.md:1:1", said),
        ("E113", "content/world/bob.en.md:1:1", said),
    ]


def test_a_section_that_needs_dates_again_is_read_again(newspaper: Make) -> None:
    paper = newspaper(files(undated("ann")), SITE + DIRECTORY)
    paper.built()
    paper.put("site.toml", SITE + DIRECTORY.replace("dated = false\n", ""))
    assert [fault.code for fault in paper.faults()] == ["E113"]


def test_a_story_without_a_date_is_public_at_once(newspaper: Make) -> None:
    """Unless its front matter says otherwise."""
    later = undated("later", publish_at="2023-07-29")
    over = undated("over", expire_at="2023-07-20")
    paper = newspaper(files(undated("ann"), undated("draft", draft="true"), later, over), SITE + DIRECTORY)
    assert headlines(paper.built()["people/index.html"]) == ["ann"]
    assert headlines(paper.built(now=NOW + 2 * 86_400)["people/index.html"]) == ["ann", "later"]


@pytest.mark.parametrize("shape", ["/:lang/:section/:year/:slug/", "/:lang/:month/:day/:slug.html"])
def test_an_address_that_is_to_hold_a_date_is_an_error_for_a_story_without(newspaper: Make, shape: str) -> None:
    site = f'[permalinks]\ndefault = "{shape}"\n' + SITE + DIRECTORY
    paper = newspaper(files(undated("ann"), story("cat", section="people"), undated("own", url="/own/")), site)
    [fault] = paper.faults()
    token = re.findall(":year|:month", shape)[0]
    assert str(fault) == (
        f"content/people/ann.en.md:1:1: E113 this file has no date, and its address is to hold {token}: "
        f"[permalinks] default = “{shape}”\n"
        '    hint: add a line  date: …, or in site.toml, under [permalinks],  "people" = "/:lang/:section/:slug/"'
    )
    paper.put("site.toml", site.replace("default =", '"people" = "/:lang/:section/:slug/"\ndefault ='))
    assert "people/ann/index.html" in paper.built()


def test_a_permalink_wins_over_the_plain_address(newspaper: Make) -> None:
    site = '[permalinks]\npeople = "/who/:slug/"\n' + SITE + DIRECTORY
    assert "who/ann/index.html" in newspaper(files(undated("ann")), site).built()


def test_news_leaves_pages_without_a_date_as_they_are(newspaper: Make) -> None:
    """Such a story is older than all news, so its lists know of none."""
    paper = newspaper(files(*(undated(f"p{number}") for number in range(8)), story("a")), SITE + DIRECTORY)
    paper.built()
    paper.put(*story("new", "2023-07-27"))
    report = paper.build()
    assert not [path for path in report.written if path.startswith("people/p")]
    assert "Story new" not in paper.pages()["people/p1/index.html"]


def test_related_to_a_story_without_a_date_are_picks_alone(newspaper: Make) -> None:
    """All others are newer than it, and the oldest of the archive would be shown."""
    texts = files(
        undated("ann", tags="[x]", related="[world/b]"), story("a", tags="[x]"), story("b"), story("c", tags="[x]")
    )
    page = newspaper(texts, SITE + DIRECTORY).built()["people/ann/index.html"]
    related = page.partition('class="related')[2].partition("</section>")[0]
    assert re.findall(r"Story (\w+)", related) == ["b"]
