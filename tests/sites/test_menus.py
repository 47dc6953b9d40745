"""Menus: what site.toml puts under the paper's name and at its foot."""

import re
from collections.abc import Callable

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import story

Make = Callable[..., Newspaper]

MENUS = """
[[menus.main]]
ref = "sport"

[[menus.main]]
ref = "world"
title = { en = "Abroad" }
children = [{ ref = "@/pages/about" }, { ref = "opinion" }]

[[menus.footer]]
ref = "https://shop.example/"
title = { en = "Shop", bn = "দোকান" }
"""
ABOUT = "---\ntitle: About us\n---\nWe.\n"


def paper_with(newspaper: Make, menus: str) -> Newspaper:
    """Return a newspaper with a story in two of three sections, a page, and menus."""
    paper = newspaper("", SITE + menus)
    paper.put("site.toml", SITE + menus)
    for section in ("world", "sport"):
        paper.put(*story("a", "2023-07-10", section))
    paper.put(*story("a", "2023-07-10", "world", "bn"))
    paper.put("content/pages/about.md", ABOUT)
    return paper


def entries(page: str, css: str = "menu") -> list[tuple[str, str]]:
    """Return address and words of the entries of menus of a class."""
    shown = re.findall(rf'<nav class="{css}".*?</nav>', page, re.DOTALL)
    return [link for menu in shown for link in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', menu)]


def test_a_menu_is_shown_in_its_order_with_what_is_below(newspaper: Make) -> None:
    """Without what a language lacks: a section without a story, a page that is not translated."""
    pages = paper_with(newspaper, MENUS).built()
    below = [("/world/", "Abroad"), ("/about/", "About us")]
    assert entries(pages["index.html"]) == [("/sport/", "Sport"), *below]
    assert '<a href="/about/">About us</a></li>\n</ul></li>' in pages["index.html"]
    assert entries(pages["bn/index.html"]) == [("/bn/world/", "Abroad")]
    assert ("https://shop.example/", "দোকান") in entries(pages["bn/index.html"], "foot-menu")
    assert '<a href="/about/" aria-current="page">' in pages["about/index.html"]


def test_without_menus_the_sections_and_pages_are_shown(newspaper: Make) -> None:
    page = paper_with(newspaper, "").built()["index.html"]
    assert entries(page) == [("/world/", "World"), ("/sport/", "Sport")]
    assert ("/about/", "About us") in entries(page, "foot-menu")


def test_mistakes_in_menus_are_told_at_their_lines(newspaper: Make) -> None:
    menus = """
[[menus.main]]
ref = "wrld"

[[menus.main]]
ref = "https://shop.example/"
titel = "Shop"

[[menus.main]]
ref = "https://shop.example/a b"
title = "Shop"
"""
    first = len(SITE.split("\n"))
    told = {(item.place.line, item.message, item.hint) for item in paper_with(newspaper, menus).faults()}
    assert told == {
        (first + 2, "“wrld” is no section", "did you mean “world”?"),
        (first + 4, "an entry that leads out of the site has no “title”", 'add a line  title = "…"'),
        (first + 9, "“https://shop.example/a b” is not a web address", "write it whole: https://example.org/page"),
        (first + 6, "unknown key “titel” in [menus.main]", "did you mean “title”?"),
    }


def test_a_menu_that_is_no_list_of_entries_is_told(newspaper: Make) -> None:
    first = len(SITE.split("\n"))
    told = {
        (item.place.line, item.message, item.hint)
        for item in paper_with(newspaper, '\n[menus]\nmain = "world"\nfooter = ["world"]\n').faults()
    }
    assert told == {
        (first + 2, "main is not a list of tables", "write  [[menus.main]]"),
        (first + 3, "footer is not a list of tables", "write  [[menus.footer]]"),
    }


def test_menus_and_pages_that_there_are_not_are_told_at_their_lines(newspaper: Make) -> None:
    menus = '\n[[menus.main]]\nref = "@/pages/abuot"\n\n[[menus.man]]\nref = "world"\n'
    first = len(SITE.split("\n"))
    told = {(item.place.line, item.message, item.hint) for item in paper_with(newspaper, menus).faults()}
    assert told == {
        (first + 2, "this entry leads to “@/pages/abuot”, which is nothing", "did you mean “about”?"),
        (first + 4, "the theme “broadsheet” has no menu “man”", "did you mean “main”?"),
    }
