"""Whatever texts stories have, feeds can be read, and say these texts less what XML cannot carry."""

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from patrika.model.article import Article, Body, Prose
from patrika.model.card import Card, Person
from patrika.model.media import Media, Picture
from patrika.plan.file_inputs import FeedInput, FeedItem, FeedPlace, Form
from patrika.plan.inputs import Text
from patrika.read.text import fit
from patrika.render.feed_parts import FeedGround
from patrika.render.feeds import writing
from patrika.render.instants import rfc_822, rfc_3339
from patrika.render.means import Means
from patrika.render.plain_html import plain
from tests.sites.feeds import SPACES, json_feed_faults, read, texts

GROUND = FeedGround("bn", "ltr", "T", "https://t.example", "t.example", "Asia/Dhaka", "", ("bn_BD", "beng"), {})
MEANS = Means(lambda path: f"https://t.example{path}", lambda text, dateline: dateline + "".join(text.body.pieces))
CARD = Card("world/a", "bn", "/bn/a/", "T", "world", "report", 1_690_000_000)
ARTICLE = Article("content/world/a.bn.md", "world/a", "bn", "world", "report", "T", 1_690_000_000, Prose(b""), "a")
MEDIA = Media("content/p.jpg", "/media/p.jpg", "image/jpeg", 9, 4, 2, b"0")

NASTY = (
    "</script><b>", "“a” 'b' \"c\"", "a & b &amp; c", "\u2028\u2029", "👩‍👩‍👧 ক্ষ", "\u202eab\u200f", "\x00\x07\x1b\ufffe\uffff",
    "]]>", "<![CDATA[", "a\r\nb\tc", "&#0;", "\ud800", "<!-- ", "x" * 5_000,
)  # fmt: skip


def written(form: Form, text: str) -> str:
    """Return a feed of one story of which all texts are the one given."""
    said = {"title": text, "summary": text, "agency": text, "authors": (Person(text), Person(text, "/bn/authors/x/"))}
    card = replace(CARD, image=Picture(MEDIA, text, text, text), **said)
    article = replace(ARTICLE, guid=text if len(text) < 100 else "")
    item = FeedItem(b"k", article, card, Text(Body((text,))), text, (text, text), (("en", "/a/"), ("bn", "/bn/a/")))
    place = FeedPlace(form, "/bn/feed.xml", "/bn/", "section", "world", "bn", text, text)
    return writing(GROUND, MEANS)(FeedInput(place, (item,))).decode()


def read_back(text: str) -> str:
    """Return a text as XML gives it back: line ends and all, less what it cannot carry."""
    return fit(text)


def check(text: str) -> None:
    wanted = read_back(text)
    rss, atom = read(written("rss", text)), read(written("atom", text))
    for path in ("channel/title", "channel/item/title", "channel/item/media:content/media:credit"):
        assert texts(rss, path) == [wanted]
    assert texts(rss, "channel/item/dc:creator") == [wanted, wanted]
    assert texts(rss, "channel/item/category") == [wanted] * 3
    assert texts(rss, "channel/item/content:encoded") in ([plain(wanted, "https://t.example/bn/a/")], [])
    for path in ("atom:title", "atom:entry/atom:title", "atom:entry/atom:contributor/atom:name"):
        assert texts(atom, path) == [wanted]
    assert [it.attrib["term"] for it in atom.findall("atom:entry/atom:category", SPACES)] == [wanted] * 3
    json_feed = written("json", text)
    item = json.loads(json_feed)["items"][0]
    assert item["title"] == wanted
    assert item["tags"] == [wanted] * 3
    assert [fault for fault in json_feed_faults(json_feed) if fault != "an item has no id"] == []


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nothing_breaks_out(text: str) -> None:
    check(f"a{text}b")


@given(st.text(alphabet=st.characters(), min_size=1).filter(lambda text: fit(text) != ""))
def test_any_text_is_read_back(text: str) -> None:
    check(text)


@given(st.text(alphabet=st.sampled_from("<>&\"'=-!ab/ #\nclasstyhrefpi"), max_size=60))
def test_html_made_plain_loses_no_text(text: str) -> None:
    """Whatever stands between tags: it is not for this to mend HTML that is none."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    html = f'<p class="x">{escaped}</p>'
    assert plain(html, "https://t.example/") == f"<p>{escaped}</p>"


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<a class="file" href="https://a" download>x</a>', '<a href="https://a">x</a>'),
        ('<img src="https://a" alt="a &gt; b" loading="lazy">', '<img src="https://a" alt="a &gt; b">'),
        ('<p style="color: red" onclick=\'x("a > b")\'>x</p>', "<p>x</p>"),
        ("<script>alert(1)</script><p>x</p><style>p {}</style>", "<p>x</p>"),
        ('<a href="#fn-1" id="fnref-1" role="doc-noteref">1</a>', '<a href="https://t/#fn-1" id="fnref-1">1</a>'),
        ('<br class="x"/>', "<br/>"),
        ("<td class=\"align-right\" scope='row'>x</td>", "<td scope='row'>x</td>"),
    ],
)
def test_html_is_made_plain(html: str, wanted: str) -> None:
    assert plain(html, "https://t/") == wanted


def test_instants_are_as_programs_read_them() -> None:
    """English names, an offset of whole minutes even in times of sundials, and years before 1000."""
    assert rfc_822(1_690_406_160, "Asia/Dhaka") == "Thu, 27 Jul 2023 03:16:00 +0600"
    assert rfc_3339(1_690_406_160, "Asia/Dhaka") == "2023-07-27T03:16:00+06:00"
    assert re.fullmatch(r"\w{3}, \d\d \w{3} 1850 \d\d:\d\d:\d\d \+0000", rfc_822(-3_784_000_000, "Asia/Dhaka"))
    assert rfc_3339(-3_784_000_000, "Asia/Dhaka").endswith("+00:00")


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_a_story_is_written_once_for_all_feeds_that_carry_it(form: Form) -> None:
    printed: list[str] = []

    def prose(text: Text, _: str) -> str:
        printed.append(text.body.pieces[0])
        return text.body.pieces[0]

    write: Callable[[FeedInput], bytes] = writing(GROUND, Means(MEANS.absolute, prose))
    items = tuple(
        FeedItem(str(n).encode(), ARTICLE, CARD, Text(Body((f"<p>{n}</p>",))), "W", (), ()) for n in range(50)
    )
    for id in ("world", "sport"):
        write(FeedInput(FeedPlace(form, "/f", "/", "section", id, "bn", id, ""), items))
    assert len(printed) == 50
