"""The folder of a Jekyll site becomes stories, pages and people, each with its address."""

from datetime import datetime
from pathlib import Path

import pytest

from patrika.bring.jekyll_settings import JekyllSettings
from patrika.read.text import nfc
from tests.bring.importing import EXPORTS, Imported, laid

SETTINGS = JekyllSettings("", "", "UTC", "en", (), "date", "", (), ())


@pytest.fixture
def jekyll(tmp_path: Path) -> Path:
    """Give the folder of the old site."""
    return laid(EXPORTS / "jekyll.txt", tmp_path / "jekyll", ("assets/road.jpg",))


def test_a_post_comes_over_whole(imported: Imported, jekyll: Path) -> None:
    """Front matter over the defaults of _config.yml, address by its rule, liquid and kramdown as Markdown."""
    text = imported.bring("jekyll", jekyll).files()["content/world/2014-05-01-landslide.en.md"]
    assert text == (
        """---
title: "Landslide: road to Bandarban shut"
date: 2014-05-01 10:30:00 +0600
authors: [anika]
tags: [hills, roads]
image:
  src: "/assets/road.jpg"
url: "/world/2014/05/01/landslide.html"
aliases: ["/old/landslide.html"]
extra:
  weather: rain
---

The road is shut.
<!--more-->
See [the tea story](@/business/2014-06-02-Tea-Prices.md), [the map](/assets/map.pdf)
and [us](@/pages/about.md).

![The road](/assets/road.jpg)

{#far}
## How far

```ruby
puts "{{ far }}"
```

{% include map.html at="Bandarban" %}

{{ shown }}
"""
    )


def test_versions_are_found_by_what_they_share(imported: Imported, jekyll: Path) -> None:
    """Their sections are one, whatever they are called in each language."""
    files = imported.bring("jekyll", jekyll).files()
    bangla = files["content/world/2014-05-01-landslide.bn.md"]
    assert nfc('url: "/bn/পাহাড়ধস/"') in bangla
    assert nfc("[চায়ের খবর](@/business/2014-06-02-Tea-Prices.en.md)") in bangla
    assert 'id = "world"\ntitle = { en = "World", bn = "বিশ্ব" }' in files["site.toml"]


def test_folders_and_categories_are_sections_and_part_of_the_address(imported: Imported, jekyll: Path) -> None:
    text = imported.bring("jekyll", jekyll).files()["content/business/2014-06-02-Tea-Prices.en.md"]
    assert 'title: "- Tea: #1"' in text
    assert "also_in: [tea, world]" in text
    assert 'url: "/business/tea/world/2014/06/02/Tea-Prices.html"' in text


def test_drafts_stay_drafts(imported: Imported, jekyll: Path) -> None:
    files = imported.bring("jekyll", jekyll).files()
    assert "date: 2014-06-04\ndraft: true\n" in files["content/news/soon.en.md"]
    assert "draft: true\n" in files["content/news/2014-06-04-hidden.en.md"]


def test_people_and_files_come_over_and_jekyll_s_own_do_not(imported: Imported, jekyll: Path) -> None:
    files = imported.bring("jekyll", jekyll).files()
    assert files["content/authors/anika.en.md"] == (
        "---\nname: Anika Das\nlinks: [https://anika.example]\n---\n\nAnika walks the hills.\n"
    )
    static = {
        path.relative_to(imported.root / "static").as_posix()
        for path in (imported.root / "static").rglob("*")
        if path.is_file()
    }
    assert static == {"CNAME", "assets/map.pdf", "assets/road.jpg"}


def test_all_that_needs_a_hand_is_told_by_its_place(imported: Imported, jekyll: Path) -> None:
    assert imported.bring("jekyll", jekyll).told() == [
        "_data/authors.yml: W609 the author “ghost” has no name",
        "content/news/2014-06-03-table.en.html: W606 this text stays HTML, since Markdown cannot say “<tr>”",
        "content/pages/about.en.md:6: W613 raw HTML is an error in a build: “</b>”",
        "content/pages/about.en.md:6: W613 raw HTML is an error in a build: “<b>”",
        "content/world/2014-05-01-landslide.en.md:28: W605 this tag of the old site is not known here: "
        '“{% include map.html at="Bandarban" %}”',
        "_data/menu.yml: N614 data is not brought over",
        "_events: N614 the collection “events” is not brought over",
        "_layouts: N614 templates and plugins are not brought over",
    ]
    assert imported.code == 0


def test_the_site_builds_and_a_second_import_changes_nothing(imported: Imported, jekyll: Path) -> None:
    about = jekyll / "about.md"
    about.write_text(about.read_text("utf-8").replace("<b>Hello.</b>", "Hello."), "utf-8")
    imported.bring("jekyll", jekyll)
    assert "0 errors" in imported.build()
    assert "The road is shut." in imported.page("/world/2014/05/01/landslide.html")
    assert "/world/2014/05/01/landslide.html" in imported.page("/old/landslide.html")
    assert 'colspan="2"' in imported.page("/2014/06/03/table.html")
    before = imported.files()
    imported.bring("jekyll", jekyll)
    assert imported.files() == before
    assert imported.report["written"] == []


@pytest.mark.parametrize(
    ("rule", "address"),
    [
        ("date", "/world/rivers/2014/05/01/Big-storm.html"),
        ("pretty", "/world/rivers/2014/05/01/Big-storm/"),
        ("ordinal", "/world/rivers/2014/121/Big-storm.html"),
        ("weekdate", "/world/rivers/2014/W18/Thu/Big-storm.html"),
        ("none", "/world/rivers/Big-storm.html"),
        ("/:year/:i_month/:slug", "/2014/5/big-storm.html"),
        ("/news/:slugified_categories/:title/", "/news/world/rivers/Big-storm/"),
        ("/:year/:moon/", ""),
    ],
)
def test_addresses_follow_the_rule(rule: str, address: str) -> None:
    """That of a rule with a token unknown here is not known."""
    found = SETTINGS.post_address(rule, datetime(2014, 5, 1), {"slug": "Big storm"}, ["World", "rivers"])
    assert found == address


def test_a_folder_without_settings_is_refused(imported: Imported, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    assert imported.bring("jekyll", tmp_path / "photos").told() == ["photos: E601 this folder holds no site of Jekyll"]
    assert imported.code == 1
    assert not imported.root.exists()
