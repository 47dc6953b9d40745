"""Sections whose stories lists elsewhere pass over."""

import re
from collections.abc import Callable

import pytest

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
NOTICES = '\n[[sections]]\nid = "notices"\nlisted = {}\n\n[[sections]]\nid = "world/notes"\nlisted = false\n'
PRINT = """
{% extends "base.html" %}
{% block main %}{% for name in page.lists %}{{ name }}:{% for card in page.lists[name] %} {{ card.title }}{% endfor %};
{% endfor %}{% for name in page.groups %}{% for group in page.groups[name] %}{{ group.id }}:
{%- for card in group.cards %} {{ card.title }}{% endfor %};
{% endfor %}{% endfor %}{% endblock %}
"""
LISTS = {
    "all": 'list = "latest"',
    "asked": 'list = "latest"\nsection = "notices"',
    "also": 'list = "latest"\nsection = "sport"',
    "tag": 'list = "latest"\ntag = "x"',
    "here": 'list = "latest"\nsection = "page"',
    "related": 'list = "related"',
    "sections": 'list = "latest"\neach = "section"',
}
ASKED = {
    "front": ("all", "asked", "also", "tag", "sections"),
    "section": ("all", "here"),
    "article": ("all", "here", "related"),
}
THEME = "".join(
    f"\n[pages.{role}.lists.{name}]\n{LISTS[name]}\nlimit = 9\nunless_shown = false\n"
    for role, names in ASKED.items()
    for name in names
)
STORIES = files(
    story("storm", "2023-07-01", tags="[x]"),
    story("match", "2023-07-02", "sport", tags="[x]"),
    story("notice", "2023-07-03", "notices", tags="[x]", authors="[Ann]"),
    story("tender", "2023-07-04", "notices", tags="[x]", also_in="[sport]"),
    story("note", "2023-07-05", "world/notes"),
    story("goal", "2023-07-06", "sport", tags="[x]"),
)


@pytest.fixture
def site(newspaper: Make) -> Newspaper:
    paper = newspaper(plain(STORIES, PLAIN_SITE + NOTICES.format("false")))
    theme = paper.root / "themes/plain/theme.toml"
    theme.write_text(theme.read_text("utf-8") + THEME, "utf-8")
    for role in ("front", "section", "article"):
        paper.put(f"templates/{role}.html", PRINT.lstrip())
    return paper


def shown(page: str) -> dict[str, str]:
    """Return what stands in each list of a page, in short."""
    return {
        name: found.replace("Story ", "").strip() for name, found in re.findall(r"^(?:.*>)?([\w/]+):(.*);$", page, re.M)
    }


def test_lists_elsewhere_pass_over_the_stories_of_an_unlisted_section(site: Newspaper) -> None:
    """But those that ask for it; and a listed section that has one too, by also_in, lists it."""
    lists = shown(site.built()["index.html"])
    del lists["latest"]
    assert lists == {
        "all": "goal match storm",
        "asked": "tender notice",
        "also": "goal tender match",
        "tag": "goal match storm",
        "world": "storm",
        "sport": "goal tender match",
    }


def test_pages_of_the_section_itself_have_its_stories(site: Newspaper) -> None:
    out = site.built()
    assert shown(out["notices/index.html"])["here"] == "tender notice"
    assert shown(out["notices/2023/07/notice/index.html"])["here"] == "tender"
    assert shown(out["world/notes/index.html"])["here"] == "note"
    assert shown(out["world/index.html"])["here"] == "storm"
    assert shown(out["sport/index.html"])["here"] == "goal tender match"
    assert shown(out["notices/index.html"])["all"] == "goal match storm"


def test_they_are_related_to_none_and_others_to_them(site: Newspaper) -> None:
    out = site.built()
    assert shown(out["sport/2023/07/goal/index.html"])["related"] == "match storm"
    assert shown(out["notices/2023/07/tender/index.html"])["related"] == "match storm goal"
    site.put(*story("goal", "2023-07-06", "sport", tags="[x]", related="[notices/notice]"))
    assert shown(site.built()["sport/2023/07/goal/index.html"])["related"] == "notice match storm"


def test_listing_a_section_again_changes_what_lists_show(site: Newspaper) -> None:
    site.built()
    site.put("site.toml", PLAIN_SITE + NOTICES.format("true"))
    out = site.built()
    assert shown(out["index.html"])["all"] == "goal tender notice match storm"
    assert shown(out["index.html"])["notices"] == "tender notice"
    assert shown(out["sport/2023/07/goal/index.html"])["related"] == "tender notice match storm"


def test_other_pages_have_them_as_ever(newspaper: Make) -> None:
    """Their section's front and months, those of a section around it, of their tags, authors and series."""
    stories = [
        story("notice", section="notices", tags="[x]", authors="[ann]", series="s"),
        story("note", section="world/notes"),
    ]
    people = "-- content/authors/ann.md --\n---\nname: Ann\n---\nA.\n"
    out = newspaper(files(*stories) + people, SITE + NOTICES.format("false")).built()
    for page in ("notices", "notices/2023/07", "tags/x", "authors/ann", "series/s"):
        assert "Story notice" in out[f"{page}/index.html"], page
    for page in ("world/notes", "world/notes/2023/07", "world", "world/2023/07"):
        assert "Story note" in out[f"{page}/index.html"], page
    assert "Story not" not in out["index.html"] + out["404.html"]
