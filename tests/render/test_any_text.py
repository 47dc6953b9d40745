"""Whatever editors write in front matter is read back from pages, JSON-LD, sitemaps and items as it was written: nothing of it
breaks out of its place, and nothing is lost."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from patrika.model.article import Article, Body, Correction, Prose
from patrika.model.card import Card, Person
from patrika.model.media import Media, Picture
from patrika.plan import inputs
from patrika.plan.file_inputs import FeedItem, NewsSitemapInput, NinjsInput, Version
from patrika.plan.inputs import Link, Text
from patrika.read.values import text as written
from patrika.render import ninjs
from patrika.render.sitemaps import NewsGround, news_writing
from tests.judges.json_schemas import json_findings
from tests.render.bangla_paper import PAGES, THEME, press
from tests.render.test_feeds import ARTICLE, GROUND, MEANS

PRESS = press()
TEMPLATE = THEME.pages["article"].template
MEDIA = Media("content/images/p.jpg", "/media/images/p.jpg", "image/jpeg", 9, 640, 480, b"")
OURS = "tag:t.example,2026:world/a.bn"
NEWS = {"n": "http://www.google.com/schemas/sitemap-news/0.9"}

NASTY = (
    "</script><script>alert(1)</script>", "</title><b>", '" onload="alert(1)', "' x='", "a & b &amp; c &#60; &lt;", "<!-- ",
    "]]>", "<![CDATA[", "a\u2028b\u2029c", "👩‍👩‍👧‍👦 🇧🇩", "\u202eabc\u202c \u200fאב\u200e", "\u0301\u09cd\u200d",
    "ক্ষ ত্‍ ৎ", "\u0000a\u0007\u001b", "\ufffe\uffff", "{{ page.card.title }}{% raw %}", "\\u003c/script\\u003e",
    "%s %(count)s", "\u00a0a\u3000b\u0085c", "&quot;&apos;", "javascript:alert(1)", "🫠\U0010fffd\ufdd0\u007f\u009f",
    "x" * 2_000, "অ" * 2_000, "<" * 2_000,
)  # fmt: skip

any_text = st.one_of(
    st.text(min_size=1),
    st.lists(st.one_of(st.sampled_from(NASTY[:-3]), st.text(max_size=9)), min_size=1, max_size=4).map("".join),
)


def page_with(text: str) -> inputs.ArticleInput:
    """Return a story's page in which each text of an editor is the one given."""
    page = PAGES["article"]
    assert isinstance(page, inputs.ArticleInput)
    people = (Person(text), Person(text, "/bn/authors/x/"))
    said = {"title": text, "summary": text, "kicker": text, "agency": text, "authors": people, "status": ""}
    card = replace(page.card, image=Picture(MEDIA, text, text, text), **said)
    return replace(
        page,
        frame=replace(page.frame, title=text, description=text),
        card=card,
        section=Link("world", text, "/bn/world/"),
        tags=(Link("x", text, "/bn/tags/x/"),),
        standfirst=text,
        dateline=text,
        corrections=(Correction(1_690_000_000, text),),
    )


def check_page(text: str) -> None:
    printed = PRESS.print("article", TEMPLATE, "bn", page_with(text))
    assert isinstance(printed, bytes), printed
    root = html.document_fromstring(printed, parser=html.HTMLParser(encoding="utf-8"))
    metas = {it.get("property") or it.get("name"): it.get("content") for it in root.iter("meta")}
    assert root.findtext("head/title") == f"{text} | পত্রিকা"
    assert metas["description"] == text
    for name in ("og:title", "og:description", "og:image:alt", "article:section", "article:tag"):
        assert metas[name] == text, name
    assert "".join(root.find(".//h1").itertext()) == text
    credit = next(it for it in root.iter("span") if it.get("class") == "credit")
    assert "".join(credit.itertext()) == text
    assert root.find(".//article//img").get("alt") == text
    check_data([it.text_content() for it in root.iter("script")], text)


def check_data(scripts: list[str], text: str) -> None:
    """Make sure of the blocks of JSON-LD: as many as there should be, with the text in each place."""
    nodes: list[dict[str, Any]] = [json.loads(script) for script in scripts]
    assert [node["@type"] for node in nodes] == ["NewsArticle", "WebPage", "BreadcrumbList", "NewsMediaOrganization"]
    story, page, trail, _ = nodes
    assert (story["headline"], story["description"], story["dateline"], story["articleSection"]) == (text,) * 4
    assert (story["keywords"], story["sourceOrganization"]["name"]) == ([text], text)
    assert [it["name"] for it in story["author"]] == [text, text]
    assert (story["image"][0]["caption"], story["image"][0]["creditText"]) == (text, text)
    assert story["correction"][0]["text"] == page["name"] == trail["itemListElement"][-1]["name"] == text


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:20]))
def test_nothing_breaks_out_of_a_page(text: str) -> None:
    check_page(written(f"a{text}b"))


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(any_text.map(written).filter(bool))
def test_a_page_says_any_text_as_it_was_written(text: str) -> None:
    check_page(text)


def check_item(text: str) -> None:
    people = (Person(text), Person(text, "/bn/authors/x/"))
    card = Card(
        "world/a", "bn", "/bn/a/", text, "world", "report", 1_690_000_000, text, text, authors=people, agency=text,
        image=Picture(MEDIA, text, text, text),
    )  # fmt: skip
    article: Article = replace(ARTICLE, prose=Prose(b"", 1), dateline=text, kind=text, guid=text)
    story = FeedItem(b"k", article, card, Text(Body(("<p>x</p>",))), text, (text,), ())
    tag, version = Link("x", text, "/bn/tags/x/"), Version("English", "en", "/a/", text, "urn:x:1")
    corrections = (("urn:x:2", Correction(1_690_000_000, text)),)
    said = ninjs.writing(GROUND, MEANS)(NinjsInput(story, tag, (tag,), tag, (version,), corrections)).decode()
    assert json_findings(said, "ninjs") == []
    item = json.loads(said)
    assert [it["value"] for it in (*item["headlines"], *item["descriptions"])] == [text] * 3
    assert [it["name"] for it in (*item["people"], *item["subjects"], *item["genres"])] == [text] * 6
    picture, translation, correction = item["associations"]
    assert (picture["by"], *(it["value"] for it in picture["descriptions"])) == (text, text, text)
    assert translation["headlines"][0]["value"] == correction["bodies"][0]["value"] == text
    assert [it["value"] for it in item.get("altIds", [])] == ([text] if item["uri"] == OURS else [])
    news = NewsGround("https://t.example", "Asia/Dhaka", "T", "bn")
    sitemap = ElementTree.fromstring(news_writing(news, MEANS)(NewsSitemapInput((card,))))
    assert [it.text for it in sitemap.iter(f"{{{NEWS['n']}}}title")] == [text]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:20]))
def test_nothing_breaks_out_of_an_item_or_a_sitemap_of_news(text: str) -> None:
    check_item(written(f"a{text}b"))


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(any_text.map(written).filter(bool))
def test_an_item_and_a_sitemap_of_news_say_any_text_as_it_was_written(text: str) -> None:
    check_item(text)
