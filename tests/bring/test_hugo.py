"""The folder of a Hugo site becomes stories, pages and people, each with its address."""

from pathlib import Path
from urllib.parse import quote

import pytest

from patrika.bring.hugo_settings import urlized
from patrika.cli.main import run
from patrika.read.text import nfc
from tests.bring.importing import EXPORTS, Imported, laid

PICTURES = ("content/world/trip/beach.jpg", "static/images/storm.jpg")


@pytest.fixture
def hugo(tmp_path: Path) -> Path:
    """Give the folder of the old site."""
    return laid(EXPORTS / "hugo.txt", tmp_path / "hugo", PICTURES)


def test_a_story_comes_over_whole(imported: Imported, hugo: Path) -> None:
    """TOML between +++; dates, people, tags, address by the site's rule, aliases, and what only themes know."""
    text = imported.bring("hugo", hugo).files()["content/world/storm.en.md"]
    assert text.startswith(
        """---
title: "Storm: “the worst” in years"
summary: Winds of 90 km/h
date: 2023-07-27T03:16:00+06:00
updated: 2023-07-28T09:00:00+06:00
publish_at: 2023-07-27T06:00:00+06:00
expire_at: 2033-01-01T00:00:00+00:00
authors: [anika, Rahim Uddin]
tags: [storms, উপকূল, Weather]
image:
  src: "/images/storm.jpg"
url: "/2023/07/storm-of-the-year/"
aliases: ["/old/storm.html", "/2023/07/storm-2023/"]
extra:
  mood: dark
---
"""
    )


def test_shortcodes_of_hugo_become_markdown_and_code_is_left_alone(imported: Imported, hugo: Path) -> None:
    text = imported.bring("hugo", hugo).files()["content/world/storm.en.md"]
    assert text.partition("\n---\n\n")[2] == (
        "The wind rose. See [the trip](@/world/trip.md#day-two) or [the fair](@/culture/fair.md), and\n"
        "[in Bangla](@/world/trip.bn.md).\n\n"
        '![Dark clouds](/images/storm.jpg "Clouds on Thursday")\n\n'
        "https://www.youtube.com/watch?v=abc_123\n\n"
        '{{< weather station="Chittagong" >}}\n\n'
        "```\n"
        '{{< figure src="x.jpg" >}} [not a link](/posts/fair/)\n'
        "```\n"
    )


def test_a_bundle_keeps_its_folder_and_pictures(imported: Imported, hugo: Path) -> None:
    files = imported.bring("hugo", hugo).files()
    assert {"content/world/trip/index.en.md", "content/world/trip/index.bn.md"} <= files.keys()
    assert (imported.root / "content/world/trip/beach.jpg").is_file()
    assert "image:\n  src: beach.jpg\n  alt: A wide beach\n" in files["content/world/trip/index.en.md"]
    assert '```go\nfmt.Println("sea")\n```' in files["content/world/trip/index.en.md"]


def test_people_are_found_by_folder_and_by_name(imported: Imported, hugo: Path) -> None:
    files = imported.bring("hugo", hugo).files()
    assert files["content/authors/anika.en.md"] == "---\nname: Anika Das\n---\n\nAnika writes about the sea.\n"
    assert "authors: [anika]" in files["content/world/trip/index.en.md"], "which names her in words"


def test_where_the_folder_says_nothing_the_category_is_the_section_of_all_versions(
    imported: Imported, hugo: Path
) -> None:
    files = imported.bring("hugo", hugo).files()
    assert 'aliases: ["/bn/purano/"]' in files["content/world/storm.bn.md"]
    assert 'url: "/bn/posts/fair/"' in files["content/culture/fair.bn.md"]
    assert "draft: true\nalso_in: [world]" in files["content/culture/fair.en.md"]
    assert 'title = { bn = "সংস্কৃতি", en = "Culture" }' in files["site.toml"]
    assert 'title = { bn = "বিশ্ব", en = "World" }' in files["site.toml"]
    assert files["content/tags.toml"] == nfc('[storms]\nname = { bn = "ঝড়", en = "Storms" }\n')


def test_languages_come_from_the_settings(imported: Imported, hugo: Path) -> None:
    settings = imported.bring("hugo", hugo).files()["site.toml"]
    assert 'timezone = "Asia/Dhaka"\ndefault_language = "en"' in settings
    assert '[languages.bn]\nname = "বাংলা"\nlocale = "bn_BD"\npath = "bn"\nsite_name = "উপকূল টাইমস"' in settings


def test_a_language_may_have_a_folder_of_its_own(imported: Imported, tmp_path: Path) -> None:
    old = tmp_path / "hugo"
    for path, text in {
        "config/_default/hugo.yaml": "baseURL: https://coast.example/\ntitle: The Coast\ndefaultContentLanguage: bn\n",
        "config/_default/languages.yaml": "bn: {contentDir: content/bn}\nen: {contentDir: content/en, weight: 2}\n",
        "content/bn/world/storm.md": "---\ntitle: ঝড়\ndate: 2023-07-27\n---\nবাতাস।\n",
        "content/en/world/storm.md": "---\ntitle: Storm\ndate: 2023-07-27\n---\nWind. ![x](cloud.png)\n",
        "content/en/world/cloud.png": "",
    }.items():
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_text(text, "utf-8")
    files = imported.bring("hugo", old).files()
    assert 'url: "/world/storm/"' in files["content/world/storm.bn.md"]
    assert 'url: "/en/world/storm/"' in files["content/world/storm.en.md"]
    assert "![x](@/world/cloud.png)" in files["content/world/storm.en.md"]
    assert (imported.root / "content/world/cloud.png").is_file()


def test_all_that_needs_a_hand_is_told_by_its_place(imported: Imported, hugo: Path) -> None:
    """What cannot be read is an error, and the rest is brought over."""
    assert imported.bring("hugo", hugo).told() == [
        "content/posts/broken.md:3:1: E602 this front matter cannot be read: found unexpected end of stream",
        "content/posts/timeless.md: W611 this text has no date, and is brought over as a page",
        "content/world/storm.en.md:25: W605 this shortcode of the old site is not known here: "
        '“{{< weather station="Chittagong" >}}”',
        "content/world/trip/index.en.md:15: W613 raw HTML is an error in a build: “<div class=\"note\">Bring a hat.</div>”",
        "content/world/trip/index.md: W610 the address /2023/08/-a-trip-#-to-kuakata/ cannot be kept as it is: it holds the "
        "sign '#'",
        "layouts: N614 templates are not brought over",
    ]  # fmt: skip
    assert imported.code == 1
    assert imported.report["brought"] == {"pages": 3, "stories": 6, "people": 1, "fronts": 1, "files": 3}


def test_the_site_builds_and_a_second_import_changes_nothing(imported: Imported, hugo: Path) -> None:
    (hugo / "content/posts/broken.md").unlink()
    trip = hugo / "content/world/trip/index.md"
    trip.write_text(trip.read_text("utf-8").replace('<div class="note">Bring a hat.</div>', "Bring a hat."), "utf-8")
    assert imported.bring("hugo", hugo).code == 0
    assert "0 errors" in imported.build()
    assert "The wind rose." in imported.page("/2023/07/storm-of-the-year/")
    assert "/2023/07/storm-of-the-year/" in imported.page("/old/storm.html")
    assert quote(nfc("/bn/2023/07/ঝড়/")) in imported.page("/bn/purano/")
    before = imported.files()
    imported.bring("hugo", hugo)
    assert imported.files() == before
    assert imported.report["written"] == []


def test_a_site_is_not_written_into_the_folder_that_is_read(imported: Imported, hugo: Path) -> None:
    assert run(["import", "hugo", str(hugo), "--site", str(hugo / "paper")]) == 2
    assert not (hugo / "paper").exists()


def test_settings_that_cannot_be_read_stop_an_import(imported: Imported, hugo: Path) -> None:
    (hugo / "hugo.toml").write_text("title = Coast")
    (told,) = imported.bring("hugo", hugo).told()
    assert told.startswith("hugo.toml: E602 this file cannot be read")
    assert imported.code == 1
    assert not imported.root.exists()


@pytest.mark.parametrize(
    ("title", "part"),
    [("- A trip # to Kuakata", "-a-trip-#-to-kuakata"), ("কুয়াকাটা যাত্রা!", "কুয়াকাটা-যাত্রা"), ("A, b  (c)", "a-b-c")],
)
def test_titles_become_addresses_as_hugo_makes_them(title: str, part: str) -> None:
    """As Hugo 0.168 wrote them."""
    assert urlized(title) == nfc(part)


def test_a_folder_without_settings_is_refused(imported: Imported, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    assert imported.bring("hugo", tmp_path / "photos").told() == ["photos: E601 this folder holds no site of Hugo"]
    assert imported.code == 1
    assert not imported.root.exists()
