"""Feeds: what is in them, in which forms, at which addresses, and what an edit makes again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites.feeds import SPACES, json_feed_faults, read, texts
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]

STORM = """
-- content/authors/ann.en.md --
---
name: Ann Das
---
Ann writes.
-- content/images/p.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>
-- content/world/storm.en.md --
---
title: Storm & “surge”
date: 2023-07-27 03:16
updated: 2023-07-27 09:40
summary: The wind rose
authors: [ann, Bo Li]
agency: Reuters
dateline: BHOLA
tags: [Sea]
image: {src: "@/images/p.svg", alt: Waves, caption: "The sea ]]> rises", credit: Bo/Agency}
---
Read [on](@/sport/cup) or [above](#later).

## Later

![p](@/images/p.svg)
-- content/world/storm.bn.md --
---
title: ঝড়
date: 2023-07-27 03:16
---
বাতাস।
-- content/sport/cup.en.md --
---
title: Cup
date: 2023-07-26 10:00
---
They won.
"""


def with_feeds(settings: str) -> str:
    """Return the plain site's site.toml with a table [feeds]."""
    return f"{PLAIN_SITE}\n[feeds]\n{settings}\n"


def test_rss_carries_a_story_whole(newspaper: Make) -> None:
    """Headline, address, id, English date, people apart from the agency, words, summary, body, picture and its credit."""
    out = newspaper(plain(STORM)).built()
    root = read(out["feed.xml"])
    assert texts(root, "channel/title") == ["The Test"]
    assert texts(root, "channel/link") == ["https://test.example/"]
    assert texts(root, "channel/language") == ["en"]
    assert texts(root, "channel/lastBuildDate") == ["Thu, 27 Jul 2023 09:40:00 +0600"]
    itself = root.find("channel/atom:link", SPACES)
    assert itself is not None
    assert itself.attrib == {"rel": "self", "type": "application/rss+xml", "href": "https://test.example/feed.xml"}
    assert texts(root, "channel/item/title") == ["Storm & “surge”", "Cup"]
    item = root.findall("channel/item")[0]
    assert texts(item, "link") == ["https://test.example/world/2023/07/storm/"]
    assert texts(item, "guid") == ["tag:test.example,2026:world/storm.en"]
    assert texts(item, "pubDate") == ["Thu, 27 Jul 2023 03:16:00 +0600"]
    assert texts(item, "dc:creator") == ["Ann Das", "Bo Li"]
    assert texts(item, "dc:source") == ["Reuters"]
    assert texts(item, "category") == ["World", "Sea"]
    assert texts(item, "description") == ["The wind rose"]
    assert texts(item, "media:content/media:description") == ["The sea ]]> rises"]
    assert texts(item, "media:content/media:credit") == ["Bo/Agency"]
    picture = item.find("media:content", SPACES)
    assert picture is not None
    assert picture.attrib["url"] == "https://test.example/media/images/p.svg"
    assert (picture.attrib["width"], picture.attrib["height"]) == ("4", "2")
    (body,) = texts(item, "content:encoded")
    assert body.startswith('<p>BHOLA — Read <a href="https://test.example/sport/2023/07/cup/">on</a> or ')
    assert '<a href="https://test.example/world/2023/07/storm/#later">above</a>' in body
    assert '<img src="https://test.example/media/images/p.svg" alt="p" width="4" height="2">' in body


def test_atom_names_the_languages_of_a_story(newspaper: Make) -> None:
    root = read(newspaper(plain(STORM)).built()["atom.xml"])
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "en"
    assert texts(root, "atom:id") == ["tag:test.example,2026:feed:en/front"]
    assert texts(root, "atom:updated") == ["2023-07-27T09:40:00+06:00"]
    entry = root.findall("atom:entry", SPACES)[0]
    assert texts(entry, "atom:published") == ["2023-07-27T03:16:00+06:00"]
    links = [(it.attrib["hreflang"], it.attrib["href"]) for it in entry.findall("atom:link", SPACES)]
    assert links == [
        ("en", "https://test.example/world/2023/07/storm/"),
        ("bn", "https://test.example/bn/world/2023/07/storm/"),
    ]
    assert texts(entry, "atom:author/atom:name") == ["Ann Das", "Bo Li"]
    assert texts(entry, "atom:author/atom:uri") == ["https://test.example/authors/ann/"]
    assert texts(entry, "atom:contributor/atom:name") == ["Reuters"]


def test_json_feed_says_the_same(newspaper: Make) -> None:
    out = newspaper(plain(STORM)).built()
    assert [fault for path, text in out.items() if path.endswith(".json") for fault in json_feed_faults(text)] == []
    item = json.loads(out["feed.json"])["items"][0]
    assert (item["title"], item["date_modified"]) == ("Storm & “surge”", "2023-07-27T09:40:00+06:00")
    assert item["authors"] == [
        {"name": "Ann Das", "url": "https://test.example/authors/ann/"}, {"name": "Bo Li"}, {"name": "Reuters"}
    ]  # fmt: skip
    assert item["content_html"] == texts(read(out["feed.xml"]), "channel/item/content:encoded")[0]


def test_languages_sections_large_tags_and_people_who_write_have_feeds(newspaper: Make) -> None:
    """A section unless it says no; a tag with five stories; RSS alone for tags and people."""
    site = PLAIN_SITE.replace('id = "sport"', 'id = "sport"\nfeed = false')
    many = files(*(story(f"t{n}", tags="[x, y]" if n else "[y, z]") for n in range(5)))
    out = newspaper(plain(STORM + many, site)).built()
    feeds = {path for path in out if path.rpartition("/")[2] in ("feed.xml", "atom.xml", "feed.json")}
    assert feeds == {
        *("feed.xml", "atom.xml", "feed.json", "bn/feed.xml", "bn/atom.xml", "bn/feed.json"),
        *("world/feed.xml", "world/atom.xml", "world/feed.json"),
        *("bn/world/feed.xml", "bn/world/atom.xml", "bn/world/feed.json"),
        *("tags/y/feed.xml", "authors/ann/feed.xml"),
    }
    assert texts(read(out["tags/y/feed.xml"]), "channel/title") == ["y | The Test"]
    assert texts(read(out["authors/ann/feed.xml"]), "channel/item/title") == ["Storm & “surge”"]


def test_only_the_newest_are_carried_and_none_that_readers_do_not_see(newspaper: Make) -> None:
    """Also in previews; what is not listed, or has no date, is not carried either."""
    site = with_feeds("items = 3").replace('id = "opinion"', 'id = "opinion"\ndated = false')
    paper = newspaper(
        plain(
            files(
                *numbered(5),
                story("draft", "2023-07-27", draft="true"),
                story("later", "2023-07-30"),
                story("unlisted", "2023-07-27", listed="false"),
            )
            + "-- content/opinion/seat.en.md --\n---\ntitle: Seat\n---\nA.\n",
            site,
        )
    )
    for shows in ({}, {"draft": True, "scheduled": True}):
        root = read(paper.built(shows=shows)["feed.xml"])
        assert texts(root, "channel/item/title") == ["Story n004", "Story n003", "Story n002"]


def test_a_feed_without_stories_has_no_date_of_its_own(newspaper: Make) -> None:
    out = newspaper(plain(STORM.partition("-- content/world/storm.bn.md")[0].replace("(@/sport/cup)", "(/)"))).built()
    assert texts(read(out["bn/feed.xml"]), "channel/lastBuildDate") == []
    assert texts(read(out["bn/atom.xml"]), "atom:updated") == ["1970-01-01T00:00:00Z"]
    assert json.loads(out["bn/feed.json"])["items"] == []


def test_an_edit_of_a_body_touches_its_page_and_the_feeds_that_carry_it(newspaper: Make) -> None:
    """Three of the language and three of the section; none for a story older than all that feeds carry."""
    paper = newspaper(plain(files(*numbered(60)), with_feeds("items = 50")))
    paper.build()
    paper.write(files(story("n059", "2020-09-15T23:26:40Z", body="Other.", summary="S")))
    paper.build()
    paper.write(files(story("n059", "2020-09-15T23:26:40Z", body="Another.", summary="S")))
    feeds = [f"{folder}{name}" for folder in ("", "world/") for name in ("atom.xml", "feed.json", "feed.xml")]
    report = paper.build()
    assert (report.filled, sorted(report.written)) == (7, sorted([*feeds, "world/2020/09/n059/index.html"]))
    paper.write(files(story("n003", "2020-09-13T15:26:40Z", body="Other.", summary="S")))
    paper.build()
    paper.write(files(story("n003", "2020-09-13T15:26:40Z", body="Another.", summary="S")))
    assert paper.build().written == ("world/2020/09/n003/index.html",)


def test_summaries_alone(newspaper: Make) -> None:
    """Then no body is in a feed's references either, and JSON Feed has the summary as its text."""
    out = newspaper(plain(STORM, with_feeds("full_text = false"))).built()
    assert texts(read(out["feed.xml"]), "channel/item/content:encoded") == []
    assert json.loads(out["feed.json"])["items"][0]["content_text"] == "The wind rose"
    assert json_feed_faults(out["feed.json"]) == []


def test_a_hub_is_named_in_each_form(newspaper: Make) -> None:
    out = newspaper(plain(STORM, with_feeds('hub = "https://hub.example/"'))).built()
    for name, path in (("feed.xml", "channel/atom:link"), ("atom.xml", "atom:link")):
        hubs = [it.attrib for it in read(out[name]).findall(path, SPACES) if it.attrib["rel"] == "hub"]
        assert hubs == [{"rel": "hub", "href": "https://hub.example/"}]
    assert json.loads(out["feed.json"])["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]


def test_a_feed_at_an_old_address_is_the_same_to_the_byte(newspaper: Make) -> None:
    also_at = '[feeds.also_at]\n"/rss.xml" = "/feed.xml"\n"/বিশ্ব/feed/" = "/bn/world/atom.xml"'
    out = newspaper(plain(STORM, f"{PLAIN_SITE}\n{also_at}\n")).built()
    assert out["rss.xml"] == out["feed.xml"]
    paper = Path("বিশ্ব/feed/index.html").as_posix()
    assert out[paper] == out["bn/world/atom.xml"]


def test_a_file_of_static_takes_the_place_of_a_feed(newspaper: Make) -> None:
    out = newspaper(plain(STORM + "-- static/feed.xml --\n<rss/>\n")).built()
    assert out["feed.xml"] == "<rss/>\n"
    assert texts(read(out["world/feed.xml"]), "channel/item/title") == ["Storm & “surge”"]


def test_a_long_feed_leaves_out_its_oldest_stories(newspaper: Make) -> None:
    """It stays below 2 MB; one story of more than 1 MB is carried by its summary alone."""
    long = "word " * 60_000
    out = newspaper(
        plain(files(*(story(f"n{n}", f"2023-07-{10 + n}", body=long) for n in range(9)), story("huge", body=long * 4)))
    ).built()
    assert 1_500_000 < len(out["feed.xml"].encode()) <= 2_000_000
    assert texts(read(out["feed.xml"]), "channel/item/title") == [f"Story n{n}" for n in range(8, 2, -1)]


def test_a_story_too_long_for_feeds_is_carried_by_its_summary(newspaper: Make) -> None:
    out = newspaper(plain(files(story("huge", body="word " * 250_000, summary="S")))).built()
    assert texts(read(out["feed.xml"]), "channel/item/description") == ["S"]
    assert texts(read(out["feed.xml"]), "channel/item/content:encoded") == []
    assert json.loads(out["feed.json"])["items"][0]["content_text"] == "S"


@pytest.mark.parametrize("url", ["https://test.example/paper", "https://test.example"])
def test_addresses_in_feeds_are_whole_under_a_path_as_well(newspaper: Make, url: str) -> None:
    out = newspaper(plain(STORM)).built(base_url=url)
    root = read(out["feed.xml"])
    assert texts(root, "channel/item/link")[0] == f"{url}/world/2023/07/storm/"
    assert texts(root, "channel/item/guid")[0] == "tag:test.example,2026:world/storm.en"
    assert f'src="{url}/media/images/p.svg"' in texts(root, "channel/item/content:encoded")[0]


def test_the_id_in_feeds_that_a_story_had_before_is_kept(newspaper: Make) -> None:
    """Atom wants a URI: what is none stands in the other forms alone."""
    out = newspaper(plain(files(story("a", guid="https://old.example/?p=1"), story("b", guid="'17'")))).built()
    assert sorted(texts(read(out["feed.xml"]), "channel/item/guid")) == ["17", "https://old.example/?p=1"]
    assert sorted(texts(read(out["atom.xml"]), "atom:entry/atom:id")) == [
        "https://old.example/?p=1",
        "tag:test.example,2026:world/b.en",
    ]


def test_a_lost_feed_is_no_lost_address(newspaper: Make) -> None:
    """A page in its place, as redirects.toml makes, is no feed; [feeds.also_at] keeps old addresses of feeds."""
    paper = newspaper(plain(files(*(story(f"feed{n}", tags="[feed]") for n in range(5)))))
    paper.build()
    (paper.root / "content/world/feed4.en.md").unlink()
    report = paper.build()
    assert "tags/feed/feed.xml" in report.removed
    assert [str(lost) for lost in report.lost] == ['"/world/2023/07/feed4/" = 410']


def test_blocks_are_shown_as_the_theme_says_for_feeds(newspaper: Make) -> None:
    """Else by their content; an edit of the template for feeds touches feeds alone."""
    text = plain(files(story("a", body='::: box title="T"\nFacts.\n:::')))
    theme = text.replace(
        "[pages.front.lists.latest]", '[blocks.box.attributes.title]\ntype = "text"\n\n[pages.front.lists.latest]'
    )
    paper = newspaper(theme + "-- themes/plain/templates/blocks/box.html --\n<div>{{ block.content }}</div>\n")
    assert texts(read(paper.built()["feed.xml"]), "channel/item/content:encoded") == ["<p>Facts.</p>\n"]
    paper.put("templates/blocks/box.feed.html", "<b>{{ block.attributes.title }}</b>")
    report = paper.build()
    assert {path.rpartition("/")[2] for path in report.written} == {"feed.xml", "atom.xml", "feed.json"}
    assert texts(read(paper.pages()["feed.xml"]), "channel/item/content:encoded")[0].strip() == "<b>T</b>"
