"""Quotation marks and dashes of a whole paper: as each language has them, or as site.toml says, in all places alike."""

from collections.abc import Callable
from pathlib import Path

import pytest

from patrika.model.article import Article
from patrika.read.article import read_file
from patrika.read.settings import read_site
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story
from tests.sites.test_incremental import clean, tree

Make = Callable[..., Newspaper]
BANGLA = 'name = "বাংলা"\n'
STORM = """
-- content/world/storm.bn.md --
---
title: "'ঝড়' আসছে -- \\"সতর্কতা\\""
date: 2023-07-27
summary: "\\"ঝড়\\"র খবর..."
kicker: "'৭১"
dateline: Cox's Bazar
agency: Reuters' desk
authors: [Star's desk]
tags: [it's]
image: {src: "@/images/p.svg", alt: "It's \\"p\\"", caption: "The 'p'", credit: "Ann's"}
corrections: {date: 2023-07-28, text: "It's \\"so\\"."}
extra: {place: "Cox's Bazar"}
---
সে বলে, "ঝড়"। [It's "late"]{lang=en}

::: aside title="The 'box'"
![It's](@/images/p.svg "The \\"p\\"")
:::
-- content/images/p.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>
"""


def test_a_story_is_set_wherever_it_is_shown_and_its_names_are_not(newspaper: Make) -> None:
    """Titles in lists, feeds and JSON-LD are the page's; credits, agencies, authors, tags and addresses are as written."""
    pages = newspaper(STORM).built()
    page = pages["bn/world/2023/07/storm/index.html"]
    title = "‘ঝড়’ আসছে – “সতর্কতা”"
    assert f"<h1>{title}</h1>" in page
    assert f'"headline":"{title}"' in page
    for path in ("bn/index.html", "bn/world/index.html", "bn/feed.xml", "bn/atom.xml", "bn/feed.json"):
        assert title in pages[path], path
    shown = (
        "“ঝড়”র খবর…", ">’৭১<", "Cox’s Bazar</span> —", 'alt="It’s “p”"', "The ‘p’ ", "It’s “so”.", ">It’s “late”<",
        "সে বলে, “ঝড়”।", "The ‘box’", 'alt="It’s"', "The “p”",
    )  # fmt: skip
    assert [words for words in shown if words not in page] == []
    for name in ("Ann&#39;s", "Reuters&#39; desk", "Star&#39;s desk"):
        assert name in page, name
    assert "bn/tags/it-s/index.html" in pages


def read(text: str, site: str = SITE) -> Article:
    """Return the Bangla story of a text."""
    found, faults, _ = read_site(site.encode())
    assert found, faults
    content = text.partition(" --\n")[2].partition("-- content")[0]
    reading, _ = read_file("content/world/storm.bn.md", content.encode(), found)
    assert isinstance(reading.value, Article), reading.faults
    return reading.value


def test_what_a_translation_is_made_from_goes_by_the_text_as_it_is_written() -> None:
    story, bare = read(STORM), read(STORM, SITE + "\n[markdown]\ntypography = false\n")
    assert story.title != bare.title
    assert story.wording == bare.wording
    for name in ("slug", "story", "section", "tags", "authors", "agency", "extra"):
        assert getattr(story, name) == getattr(bare, name), name


def test_without_typography_all_is_printed_as_it_is_written(newspaper: Make) -> None:
    page = newspaper(STORM, SITE + "\n[markdown]\ntypography = false\n").built()["bn/world/2023/07/storm/index.html"]
    assert [sign for sign in "“”‘’–…" if sign in page.partition("<main")[2].partition("related")[0]] == []


PEOPLE = """
-- content/pages/about.en.md --
---
title: It's "us"
summary: 1971--2023
---
A.
-- content/authors/ann.en.md --
---
name: Ann O'Hara
role: The editor's "eye"
---
It's me.
-- content/world/_index.en.md --
---
title: The world's
---
It's round.
"""


def test_people_and_pages_are_set_too(newspaper: Make) -> None:
    pages = newspaper(PEOPLE + files(story("a", authors="[ann]"))).built()
    assert "<h1>It’s “us”</h1>" in pages["about/index.html"]
    assert 'content="1971–2023"' in pages["about/index.html"]
    assert "The world’s" in pages["world/index.html"]
    assert "The editor’s “eye”" in pages["authors/ann/index.html"]
    assert "Ann O&#39;Hara" in pages["authors/ann/index.html"]


def test_a_change_of_marks_makes_again_what_shows_them(newspaper: Make, tmp_path: Path) -> None:
    """Of all that was read and made before nothing else may stay: it equals a clean build."""
    body = "\"a\" ['b']{lang=bn}\n\n::: aside title=\"'c'\"\nd\n:::"
    paper = newspaper(files(story("a", body=body), story("a", language="bn", body=body, title="'T'")))
    assert '“a” <span lang="bn" dir="ltr">‘b’</span>' in paper.built()["world/2023/07/a/index.html"]
    for quotes in ('"«»‹›"', '["« ", " »", "„", "“"]'):
        paper.put("site.toml", SITE.replace(BANGLA, f"{BANGLA}quotes = {quotes}\n"))
        pages = paper.built()
        opens, closes = ("‹", "›") if "‹" in quotes else ("„", "“")
        assert f'“a” <span lang="bn" dir="ltr">{opens}b{closes}</span>' in pages["world/2023/07/a/index.html"]
        assert f"<h1>{opens}T{closes}</h1>" not in pages["bn/world/2023/07/a/index.html"]
        assert f"{opens}c{closes}" in pages["bn/world/2023/07/a/index.html"]
        assert tree(paper.output) == clean(paper, tmp_path / opens)
    paper.put("site.toml", SITE + "\n[markdown]\ntypography = false\n")
    assert "‘" not in paper.built()["bn/world/2023/07/a/index.html"].partition("<article")[2].partition("</article")[0]
    assert tree(paper.output) == clean(paper, tmp_path / "off")


def unfit(title: str, value: str, said: str) -> Case:
    """Return the case of `quotes` that are none."""
    text = PLAIN_SITE.replace('name = "English"\n', f'name = "English"\nquotes = {value}\n', 1)
    return Case(title, text, "site.toml:9:10", f"{said} is not four quotation marks", 'quotes = "«»‹›"')


UNFIT = (
    unfit("two marks", '"«»"', "quotes: “«»”"),
    unfit("letters", '"abcd"', "quotes: “abcd”"),
    unfit("spaces", '["«", "»", " ", " "]', "quotes"),
    unfit("numbers", "[1, 2, 3, 4]", "quotes"),
    unfit("no text", "5", "quotes: “5”"),
    unfit("long ones", '["<<<<", ">>>>", "<", ">"]', "quotes"),
    unfit("nothing", '""', "quotes: “”"),
)


@each(UNFIT)
def test_marks_that_are_none_are_told_at_their_place(newspaper: Make, case: Case) -> None:
    assert_said(case, newspaper(plain(files(story("a")), case.text)).faults())


def test_a_setting_of_another_kind_is_told(newspaper: Make) -> None:
    site = newspaper(files(story("a")), f"{SITE}\n[markdown]\ntypography = 1\n")
    row = SITE.count("\n") + 3
    case = Case("", "", f"site.toml:{row}:14", "typography: 1 is not true or false", "typography = true")
    assert_said(case, site.faults())


@pytest.mark.parametrize("tag", ["bn-BD", "bn"])
def test_words_of_a_language_of_the_site_have_its_marks(newspaper: Make, tag: str) -> None:
    site = SITE.replace(BANGLA, f'{BANGLA}tag = "{tag}"\nquotes = "«»‹›"\n')
    page = newspaper(files(story("a", body=f'["b"]{{lang={tag}}}')), site).built()["world/2023/07/a/index.html"]
    assert "«b»" in page
