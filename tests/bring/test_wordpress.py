"""An export of WordPress becomes stories, pages and people, each with its address."""

import re
from pathlib import Path

import pytest

from patrika.bring.cargo import UnreadableSite
from patrika.bring.wxr import records
from patrika.read.text import nfc
from tests.bring.importing import EXPORTS, Imported

EXPORT = EXPORTS / "wordpress.xml"
BANGLA_TITLE = "লঞ্চের ভাড়া: “ডেক অর্ধেক ফাঁকা”"


def test_a_post_comes_over_whole(imported: Imported) -> None:
    """Headline, standfirst, instant, people, tags, lead picture, old address and feed id; its text as Markdown."""
    text = imported.bring("wordpress", EXPORT).files()["content/world/ferry-fares.en.md"]
    assert text.startswith(
        """---
title: "Ferries & fares: “half the deck stays empty”"
summary: A deck ticket costs 50 taka more.
date: 2014-05-01 10:30:00+06:00
authors: [anika]
tags: [rivers]
image:
  src: "/wp-content/uploads/2014/05/ferry.jpg"
  alt: A crowded ferry
  caption: A full ferry leaves Sadarghat.
url: "/2014/05/ferry-fares/"
guid: "https://delta.example/?p=30"
---

A deck ticket from **Dhaka to Barishal** costs 50\u00a0taka more. See [the match report](@/sport/cricket/test-win.md).

<!--more-->

{#routes}
## The routes
"""
    )
    assert "wp:" not in text


def test_pairs_of_polylang_are_versions_of_one_story(imported: Imported) -> None:
    """With one section and one tag for all languages, and each version's own address."""
    files = imported.bring("wordpress", EXPORT).files()
    bangla = files["content/world/ferry-fares.bn.md"]
    assert f'title: "{BANGLA_TITLE}"' in bangla
    assert 'url: "/bn/2014/05/লঞ্চ/"' in bangla
    assert "tags: [rivers]" in bangla
    assert files["content/tags.toml"] == '[rivers]\nname = { bn = "নদী", en = "Rivers" }\n'
    assert 'title = { en = "World", bn = "বিশ্ব" }' in files["site.toml"]
    assert {path for path in files if path.startswith("content/pages/")} == {
        "content/pages/about.en.md",
        "content/pages/about.bn.md",
    }
    assert 'aliases: ["/bn/amader-kotha/"]' in files["content/pages/about.bn.md"]


def test_pairs_of_wpml_are_versions_of_one_story(imported: Imported, tmp_path: Path) -> None:
    marks = {"en": ("pll_p1", "English"), "bn": ("pll_p1", "বাংলা")}
    text = EXPORT.read_text("utf-8")
    for code, (pair, name) in marks.items():
        old = f"""<category domain="language" nicename="{code}"><![CDATA[{name}]]></category>
\t\t<category domain="post_translations" nicename="{pair}"><![CDATA[{pair}]]></category>"""
        assert old in text
        new = "".join(
            f"<wp:postmeta><wp:meta_key>_wpml_import_{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
            for key, value in (("language_code", code), ("translation_group", "77"))
        )
        text = text.replace(old, new)
    (tmp_path / "wpml.xml").write_text(text, "utf-8")
    files = imported.bring("wordpress", tmp_path / "wpml.xml").files()
    assert {"content/world/ferry-fares.en.md", "content/world/ferry-fares.bn.md"} <= files.keys()


def test_classic_posts_have_their_paragraphs_and_shortcodes_of_wordpress_become_markdown(imported: Imported) -> None:
    text = imported.bring("wordpress", EXPORT).files()["content/world/ferry-fares.bn.md"]
    assert text.partition("\n---\n\n")[2] == nfc(
        "ঢাকা থেকে **বরিশালের** ডেকের টিকিটে ৫০ টাকা বেশি লাগবে।\\\n"
        "যাত্রীরা ক্ষুব্ধ।\n\n"
        '![ভরা লঞ্চ](/wp-content/uploads/2014/05/ferry.jpg "সদরঘাটে ভরা লঞ্চ")\n\n'
        "::: gallery\n"
        '![A crowded ferry](/wp-content/uploads/2014/05/ferry.jpg "A full ferry leaves Sadarghat.")\n'
        "![An empty quay](/wp-content/uploads/2014/05/quay.jpg)\n"
        ":::\n\n"
        '\\[contact-form-7 id="12" title="Tip us"\\]\n'
    )


def test_a_post_lies_in_the_deepest_of_its_categories_and_keeps_the_address_it_had_before_it_was_renamed(
    imported: Imported,
) -> None:
    text = imported.bring("wordpress", EXPORT).files()["content/sport/cricket/test-win.en.md"]
    assert 'title: "- A win, a “test”: #1"' in text
    assert "also_in: [world]" in text
    assert 'url: "/2014/06/test-win/"\naliases: ["/2014/06/a-win/"]' in text
    assert "[Bangla report](@/world/ferry-fares.bn.md)" in text
    assert "1\\. not a list \\<b>" in text


def test_all_that_needs_a_hand_is_told_by_its_place(imported: Imported) -> None:
    assert imported.bring("wordpress", EXPORT).told() == [
        "content/world/ferry-fares.bn.md:24: W605 this shortcode of the old site is not known here: "
        "“[contact-form-7 id=\"12\" title=\"Tip us\"]”",
        "content/world/ferry-fares.en.md:8:9: W607 “wp-content/uploads/2014/05/ferry.jpg” is named here and was not brought "
        "over",
        "content/world/ferry-fares.en.md:27:18: W607 “wp-content/uploads/2014/05/quay.jpg” is named here and was not brought "
        "over",
        "content/world/levels.en.html: W606 this text stays HTML, since Markdown cannot say “<sup>”",
        "content/world/members.en.md: W615 this text was private or behind a password, and is a draft now: a static site hides "
        "nothing",
        "wordpress.xml:19: W609 the author “desk@delta.example” has no name",
        "wordpress.xml:177: W608 “Two posts, one address” has the address /2014/06/test-win/, as content/sport/cricket/test-win "
        "has: the first keeps it",
        "wordpress.xml: N614 1 of the type “tribe_events” are not brought over",
        "wordpress.xml: N614 comments of 1 posts and pages are not brought over",
    ]  # fmt: skip
    assert imported.code == 0
    assert imported.report["brought"] == {"stories": 7, "pages": 2, "people": 2}


def test_what_markdown_cannot_say_stays_html(imported: Imported) -> None:
    files = imported.bring("wordpress", EXPORT).files()
    assert "content/world/levels.en.md" not in files
    assert '<td colspan="2">Padma</td>' in files["content/world/levels.en.html"]


def test_nobody_s_mail_address_is_published(imported: Imported) -> None:
    files = imported.bring("wordpress", EXPORT).files()
    assert "name: desk\n" in files["content/authors/desk.en.md"]
    assert not any("@delta.example" in text for text in files.values())


def test_the_site_builds_when_the_pictures_are_there_and_a_second_import_changes_nothing(imported: Imported) -> None:
    imported.bring("wordpress", EXPORT).put_missing()
    assert "0 errors" in imported.build()
    assert "<h1>Ferries &amp; fares" in imported.page("/2014/05/ferry-fares/")
    assert nfc("যাত্রীরা ক্ষুব্ধ।") in imported.page("/bn/2014/05/লঞ্চ/")
    assert 'colspan="2"' in imported.page("/2014/06/levels/")
    assert "/2014/06/test-win/" in imported.page("/2014/06/a-win/")
    assert "/bn/about/" in imported.page("/bn/amader-kotha/")
    before = imported.files()
    imported.bring("wordpress", EXPORT)
    assert imported.files() == before
    assert imported.report["written"] == []
    assert imported.report["unchanged"] == len(before.keys() - {"site.toml"})
    assert imported.told("W604", "W607", "W612") == []


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        ("</channel>\n</rss>", "", "wordpress.xml:335:1", "no element found"),
        ("<title><![CDATA[About us]]></title>", "<title>About & us</title>", "wordpress.xml:259:17", "not well-formed"),
        ("<rss version", "<html version", "wordpress.xml:335:3", "mismatched tag"),
        ("<!-- This", '<!DOCTYPE rss [<!ENTITY lol "lol">]>\n<!-- This', "wordpress.xml:2:29", "declares the entity “lol”"),
    ],
)  # fmt: skip
def test_of_an_export_that_cannot_be_read_to_its_end_nothing_is_written(
    imported: Imported, tmp_path: Path, old: str, new: str, place: str, says: str
) -> None:
    text = EXPORT.read_text("utf-8")
    assert old in text
    (tmp_path / "wordpress.xml").write_text(text.replace(old, new, 1), "utf-8")
    imported.bring("wordpress", tmp_path / "wordpress.xml")
    assert imported.code == 1
    (told,) = imported.told()
    assert told.startswith(f"{place}: E601")
    assert says in told
    assert "nothing was written" in imported.report["diagnostics"][0]["hint"]
    assert not imported.root.exists()


def test_an_export_is_read_record_by_record(tmp_path: Path) -> None:
    """However large it is: what comes later is not looked at before it is wanted."""
    lines = EXPORT.read_text("utf-8").replace("</channel>\n</rss>\n", "")
    (tmp_path / "large.xml").write_text(lines + "<item>\n<title>x</title>\n</item>\n" * 9_000 + "<broken", "utf-8")
    found = records(tmp_path / "large.xml")
    assert next(found).fields == {"title": "The Delta Post"}
    with pytest.raises(UnreadableSite):
        list(found)


def test_a_file_that_is_no_export_is_refused(imported: Imported, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<rss><channel><title>A feed</title></channel></rss>")
    assert imported.bring("wordpress", tmp_path / "feed.xml").told() == [
        "feed.xml:1:1: E601 this file is no WordPress export"
    ]
    assert imported.code == 1


def test_signs_that_xml_forbids_do_not_stop_an_import(imported: Imported, tmp_path: Path) -> None:
    """They come from pasting into the editor, and WordPress exports them as they are."""
    (tmp_path / "pasted.xml").write_bytes(EXPORT.read_bytes().replace(b"We are on", b"We\x0bare on"))
    files = imported.bring("wordpress", tmp_path / "pasted.xml").files()
    assert "We are on the river." in files["content/pages/about.en.md"]


def test_items_without_a_number_or_with_one_number_are_all_brought_over(imported: Imported, tmp_path: Path) -> None:
    text = (
        EXPORT.read_text("utf-8")
        .replace("<wp:post_id>33<", "<wp:post_id>32<")
        .replace("<wp:post_id>34<", "<wp:post_id><")
    )
    (tmp_path / "odd.xml").write_text(text.replace("\n", " "), "utf-8")
    files = imported.bring("wordpress", tmp_path / "odd.xml").files()
    wanted = {"content/sport/cricket/test-win.en.md", "content/world/test-win-2.en.md", "content/world/levels.en.html"}
    assert wanted <= files.keys()
    assert imported.told("W604") == []


def test_an_export_of_posts_alone_has_its_sections_and_tags_from_the_posts(imported: Imported, tmp_path: Path) -> None:
    """WordPress lists terms only where all content is exported; languages are then told by their codes."""
    lines = EXPORT.read_text("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith(("\t<wp:category>", "\t<wp:tag>", "\t<wp:term>")))
    (tmp_path / "posts.xml").write_text(kept, "utf-8")
    files = imported.bring("wordpress", tmp_path / "posts.xml").files()
    assert "content/world/ferry-fares.en.md" in files
    assert "content/cricket/test-win.en.md" in files
    assert '[languages.bn]\nname = "বাংলা"' in files["site.toml"]


def test_without_polylang_and_wpml_all_is_in_the_language_of_the_site(imported: Imported, tmp_path: Path) -> None:
    text = re.sub(r"<category domain=\"(language|post_translations)\".*?</category>", "", EXPORT.read_text("utf-8"))
    (tmp_path / "one.xml").write_text(text.replace("<language>en-US</language>", "<language>bn-BD</language>"), "utf-8")
    assert 'default_language = "bn"' in imported.bring("wordpress", tmp_path / "one.xml").files()["site.toml"]
    assert "content/world/ferry-fares.bn.md" in imported.files()
    other = imported.bring("wordpress", tmp_path / "one.xml", "--language", "ur").files()
    assert "content/world/ferry-fares.ur.md" in other
