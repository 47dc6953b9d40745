"""Addresses of stories and pages: shapes in site.toml, and whole ones in front matter."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.sites.content_cases import STORM, storm
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
NIGHT = "2023-07-26T20:00:00Z"
"""The 27th in Dhaka."""


def shaped(permalinks: str, text: str) -> str:
    """Return a site whose stories have addresses of these shapes."""
    return plain(text, PLAIN_SITE + f"\n[permalinks]\n{permalinks}\n")


@pytest.mark.parametrize(
    ("shape", "english", "bangla"),
    [
        ("/:lang/:section/:slug/", "sport/cricket/final/index.html", "bn/sport/cricket/final/index.html"),
        ("/:lang/:year/:month/:day/:slug.html", "2023/07/27/final.html", "bn/2023/07/27/final.html"),
        ("/news/:lang/:stem", "news/2023-07-26-final/index.html", "news/bn/2023-07-26-final/index.html"),
        ("/:section-:lang-:slug.html", "sport/cricket--final.html", "sport/cricket-bn-final.html"),
        ("/{:day}/:lang/:slug/", "{27}/final/index.html", "{27}/bn/final/index.html"),
    ],
)
def test_each_part_of_a_shape_stands_for_something_of_the_story(
    shape: str, english: str, bangla: str, newspaper: Make
) -> None:
    """Days are the site's zone's, and a language at the root leaves no gap."""
    site = PLAIN_SITE.replace('id = "sport"', 'id = "sport/cricket"') + f'\n[permalinks]\ndefault = "{shape}"\n'
    both = [story("2023-07-26-final", NIGHT, "sport/cricket", language) for language in ("en", "bn")]
    out = newspaper(plain(files(*both), site)).built()
    assert {english, bangla} <= out.keys()
    assert f'href="/{quote(english.removesuffix("index.html"))}"' in out["index.html"]


def test_a_section_counts_before_a_kind_and_this_before_the_default(newspaper: Make) -> None:
    shapes = 'sport = "/s/:slug/"\n"sport/cricket" = "/c/:slug/"\ninterview = "/i/:slug/"\ndefault = "/d/:slug/"'
    site = (
        PLAIN_SITE + f'\n[[sections]]\nid = "sport/cricket"\n[[sections]]\nid = "sport/chess"\n[permalinks]\n{shapes}\n'
    )
    stories = [
        story("a", section="sport", kind="interview"),
        story("b", section="sport/cricket"),
        story("c", section="sport/chess"),
        story("d", kind="interview"),
        story("e"),
    ]
    out = newspaper(plain(files(*stories), site)).built()
    assert {f"{path}/index.html" for path in ("s/a", "c/b", "s/c", "i/d", "d/e")} <= out.keys()


def test_a_whole_address_is_taken_as_it_is(newspaper: Make) -> None:
    """Percent signs are read; what is no file of HTML is a folder; links and pages in a preview follow."""
    out = newspaper(
        plain(
            files(
                story("a", url="/2014/05/old.html", body="[b](b.md) [page](@/pages/about.md)"),
                story("b", url="/2014/old.php"),
                story("c", url='"/%E0%A6%9D%E0%A6%A1%E0%A6%BC/index.html"'),
            )
            + "-- content/pages/about.md --\n---\ntitle: About\nurl: /who/we/are\n---\nUs.\n"
        )
    ).built()
    assert {"2014/05/old.html", "2014/old.php/index.html", "ঝড়/index.html", "who/we/are/index.html"} <= out.keys()
    assert '<a href="/2014/old.php/">b</a> <a href="/who/we/are/">page</a>' in out["2014/05/old.html"]


def test_another_shape_moves_pages_and_all_that_leads_to_them(newspaper: Make) -> None:
    """No text is read again for it."""
    text = files(story("a", body="[b](b.md)"), story("b"))
    paper = newspaper(plain(text))
    paper.built()
    paper.put("site.toml", PLAIN_SITE + '\n[permalinks]\nworld = "/:slug.html"\n')
    report = paper.build()
    assert (report.published, report.parsed) == (True, 0)
    assert '<a href="/b.html">b</a>' in paper.pages()["a.html"]
    assert "world/2023/07/a/index.html" not in paper.pages()


END = len(PLAIN_SITE.splitlines()) + 2
SHAPES = (
    Case("an unknown part", 'default = "/:sectoin/:slug/"', f"site.toml:{END}:11", "“:sectoin”", "“:section”"),
    Case("no name of the story", 'default = "/:lang/:year/"', f"site.toml:{END}:11", "one address", ":slug or :stem"),
    Case("no slash in front", 'default = ":slug/"', f"site.toml:{END}:11", "no address of this site", "/2014/05/"),
    Case("a sign that is none", 'default = "/?p=:slug"', f"site.toml:{END}:11", "holds the sign '?'", "letters"),
    Case("a misspelt section", 'wrold = "/:slug/"', f"site.toml:{END}:1", "no section and no kind “wrold”", "“world”"),
    Case("a number", "world = 5", f"site.toml:{END}:9", "world: 5", 'world = "…"'),
)


@each(SHAPES)
def test_a_shape_that_cannot_be_is_told_at_its_line(case: Case, newspaper: Make) -> None:
    assert_said(case, newspaper(shaped(case.text, files(story("a")))).faults())


PLACE = f"{STORM}:4:6"
WHOLE = (
    Case("an address with its host", "url: https://x.example/a/", PLACE, "no address of this site", "without the host"),
    Case("an address with a question", "url: /?p=12", PLACE, "holds the sign '?'", "letters, digits"),
    Case("an address that leads upward", "url: /a/../b/", PLACE, "it names no file", "letters, digits"),
)


@each(WHOLE)
def test_an_address_that_cannot_be_is_told_at_its_line(case: Case, newspaper: Make) -> None:
    text = storm(f"title: Storm\ndate: 2023-07-27\n{case.text}")
    assert_said(case, newspaper(plain(text)).faults())


def test_two_stories_of_one_address_are_told(newspaper: Make) -> None:
    paper = newspaper(shaped('default = "/:slug/"', files(story("a"), story("a", language="bn"))))
    said = [f"{fault.code} {fault.place} {fault.message}" for fault in paper.faults()]
    assert said == ["E401 content/world/a.en.md its address /a/index.html is also that of content/world/a.bn.md"]


def test_two_addresses_of_one_story_that_differ_by_case_alone_are_an_error(newspaper: Make) -> None:
    (fault,) = newspaper(files(story("storm", aliases="[/world/2023/07/Storm/]"))).faults()
    assert fault.code == "E401"
    assert fault.place.path == "content/world/storm.en.md"
