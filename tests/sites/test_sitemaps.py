"""Sitemaps: what is in them, once, and what a change of the paper changes of them."""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from patrika.model.site import PRODUCTION
from tests.sites.newspaper import NOW, SITE, Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}
DAY_S, HOUR_S = 86_400, 3_600
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>"


def said(text: str, path: str) -> list[str]:
    """Return the texts of the elements of a sitemap at a path such as `s:url/s:loc`."""
    return [it.text or "" for it in ElementTree.fromstring(text.encode()).iterfind(path, NAMES)]


def locations(text: str) -> list[str]:
    """Return the paths that a sitemap of https://test.example names, as they lie on disk."""
    return [unquote(url).removeprefix("https://test.example") for url in said(text, "s:url/s:loc")]


def sitemaps(paper: Newspaper) -> dict[str, str]:
    return {path: text for path, text in paper.pages().items() if path.startswith("sitemaps/")}


def moment(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_stories_are_in_the_sitemap_of_their_month_and_all_else_in_another(newspaper: Make) -> None:
    """Months are the site's zone's, lastmod is `updated`, else `date`; of a list its newest story's."""
    paper = newspaper(
        plain(
            files(
                story("eve", "2023-06-30T18:30:00Z", tags="[x]"),
                story("old", "2023-06-30", updated="2023-07-20 12:00"),
                story("eve", "2023-07-01", language="bn"),
            )
            + "-- content/pages/about.en.md --\n---\ntitle: About\n---\nUs.\n"
        )
    )
    out = paper.built()
    assert sorted(sitemaps(paper)) == [
        "sitemaps/bn-2023-07.xml",
        "sitemaps/bn-pages.xml",
        "sitemaps/en-2023-06.xml",
        "sitemaps/en-2023-07.xml",
        "sitemaps/en-pages.xml",
    ]
    assert locations(out["sitemaps/en-2023-06.xml"]) == ["/world/2023/06/old/"]
    assert said(out["sitemaps/en-2023-06.xml"], "s:url/s:lastmod") == ["2023-07-20T12:00:00+06:00"]
    assert locations(out["sitemaps/en-2023-07.xml"]) == ["/world/2023/07/eve/"]
    lists = dict.fromkeys(["/", "/world/", "/world/2023/07/", "/tags/x/"], "2023-07-01T00:30:00+06:00")
    lists["/world/2023/06/"] = "2023-07-20T12:00:00+06:00"
    urls = ElementTree.fromstring(out["sitemaps/en-pages.xml"].encode()).iterfind("s:url", NAMES)
    found = {it.findtext("s:loc", "", NAMES)[20:]: it.findtext("s:lastmod", "", NAMES) for it in urls}
    assert found == {**lists, "/about/": ""}
    assert said(out["sitemap.xml"], "s:sitemap/s:loc") == [
        f"https://test.example/sitemaps/{name}.xml"
        for name in ("en-pages", "en-2023-06", "en-2023-07", "bn-pages", "bn-2023-07")
    ]
    assert said(out["sitemap.xml"], "s:sitemap/s:lastmod")[1] == "2023-07-20T12:00:00+06:00"


def test_each_page_that_may_be_indexed_is_in_one_sitemap_and_nothing_else_is(newspaper: Make) -> None:
    text = files(
        *numbered(120, tags="[x]", authors="[ann, Bob C]", series="s"),
        story("hidden", noindex="true"),
        story("copy", canonical="https://elsewhere.example/copy/"),
        story("self", canonical="https://test.example/world/2023/07/self/"),
        story("unlisted", listed="false", aliases="[/old/]"),
        story("keep", "", "sport"),
        story("ঝড়", language="bn"),
    )
    site = SITE.replace('id = "sport"', 'id = "sport"\ndated = false')
    people = "-- content/authors/ann.en.md --\n---\nname: Ann\n---\nA.\n"
    pages = "-- content/pages/terms.en.md --\n---\ntitle: T\nnoindex: true\n---\nT.\n"
    paper = newspaper(text + people + pages, site)
    out = paper.built()
    indexed = [
        "/" + path.removesuffix("index.html")
        for path, html in out.items()
        if path.endswith(".html") and 'name="robots" content="noindex"' not in html and "/page/" not in path
        if 'http-equiv="refresh"' not in html and "elsewhere.example/copy" not in html
    ]
    named = [path for text in sitemaps(paper).values() for path in locations(text)]
    assert sorted(named) == sorted(indexed)
    assert {"/sport/keep/", "/world/2023/07/self/", "/world/2023/07/unlisted/", "/bn/world/2023/07/ঝড়/"} <= set(named)
    assert any("/page/1/" in f"/{path}" for path in out)


def test_the_pictures_of_a_story_are_named_the_lead_one_first(newspaper: Make) -> None:
    text = files(
        story("a", image='{src: "@/images/z&.svg", alt: Z}', body="![A](b.svg) ![A](b.svg) [C](c.svg)", authors="[ann]")
    )
    pictures = (
        f"-- content/images/z&.svg --\n{SVG}\n-- content/world/b.svg --\n{SVG}\n-- content/world/c.svg --\n{SVG}\n"
    )
    ann = '-- content/authors/ann.md --\n---\nname: Ann\nimage: {src: "@/world/c.svg", alt: C}\n---\nA.\n'
    out = newspaper(plain(text + pictures + ann)).built()
    assert said(out["sitemaps/en-2023-07.xml"], "s:url/image:image/image:loc") == [
        "https://test.example/media/images/z&.svg",
        "https://test.example/media/world/b.svg",
    ]


def test_a_new_story_rewrites_its_months_sitemap_that_of_its_lists_and_the_index_alone(newspaper: Make) -> None:
    paper = newspaper(plain(files(*numbered(60, 1_685_000_000, DAY_S))))
    assert len([path for path in paper.built() if path.startswith("sitemaps/en-")]) == 4
    paper.write(files(story("fresh", "2023-07-25")))
    assert [path for path in paper.build().written if "sitemap" in path] == [
        "sitemap.xml",
        "sitemaps/en-2023-07.xml",
        "sitemaps/en-pages.xml",
    ]
    paper.write(files(story("fresh", "2023-07-25", body="Another text, and another summary.")))
    report = paper.build()
    assert report.parsed == 1
    assert [made.role for made in report.made if "sitemap" in made.role] == []
    paper.write(files(story("fresh", "2023-07-25", updated="2023-07-26")))
    assert "sitemaps/en-2023-07.xml" in paper.build().written


def test_what_is_too_much_for_one_sitemap_goes_on_in_another(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full one stays as it is."""
    monkeypatch.setattr("patrika.plan.sitemaps.MOST_PAGES", 4)
    paper = newspaper(plain(files(*numbered(10, 1_690_000_000))))
    out = paper.built()
    parts = ["sitemaps/en-2023-07.xml", "sitemaps/en-2023-07-2.xml", "sitemaps/en-2023-07-3.xml"]
    assert [len(locations(out[part])) for part in parts] == [4, 4, 2]
    assert said(out["sitemap.xml"], "s:sitemap/s:loc")[1:4] == [f"https://test.example/{part}" for part in parts]
    paper.write(files(story("fresh", "2023-07-28 01:00")))
    assert [path for path in paper.build().written if "2023-07" in path and "sitemap" in path] == parts[2:]
    monkeypatch.setattr("patrika.plan.sitemaps.MOST_BYTES", 1_000)
    sizes = [len(text) for path, text in newspaper("").built(clean=True).items() if path.startswith("sitemaps/en-2023")]
    assert len(sizes) > 3
    assert max(sizes) < 1_000


def test_addresses_are_whole_encoded_and_escaped_also_under_a_path(newspaper: Make) -> None:
    text = files(story("ঝড়", slug="ঝড়-😀&'b", title="x"))
    site = PLAIN_SITE.replace("https://test.example", "https://test.example/paper")
    out = newspaper(plain(text, site)).built()
    assert "&amp;" in out["sitemaps/en-2023-07.xml"]
    (found,) = said(out["sitemaps/en-2023-07.xml"], "s:url/s:loc")
    assert found.isascii()
    assert unquote(found) == "https://test.example/paper/world/2023/07/ঝড়-😀&'b/"
    assert said(out["sitemap.xml"], "s:sitemap/s:loc")[0] == "https://test.example/paper/sitemaps/en-pages.xml"


NEWS_SITE = PLAIN_SITE.replace('name = "The Test"', 'name = "The Test (Dhaka)"')


def test_news_are_the_listed_stories_of_two_days(newspaper: Make) -> None:
    text = files(
        story("first", moment(NOW - 2 * DAY_S)),
        story("last", moment(NOW - 2 * DAY_S + 1), title="\"'A' & “B” ]]> <c>\\u2028\\a😀\""),
        story("now", moment(NOW), kind="opinion"),
        story("day", "2023-07-27"),
        story("later", moment(NOW + HOUR_S), publish_at=moment(NOW - HOUR_S)),
        story("unlisted", moment(NOW), listed="false"),
        story("fair", moment(NOW), kind="event"),
        story("notice", moment(NOW), "sport"),
        story("hidden", moment(NOW), noindex="true"),
        story("bangla", moment(NOW), language="bn"),
    )
    site = NEWS_SITE.replace('id = "sport"', 'id = "sport"\nlisted = false')
    out = newspaper(plain(text, site)).built()
    news = out["news-sitemap.xml"]
    assert [path.split("/")[4] for path in locations(news)] == ["now", "day", "last"]
    item = "s:url/news:news/"
    assert said(news, f"{item}news:title")[2] == "‘A’ & “B” ]]> <c> 😀"
    assert said(news, f"{item}news:publication_date")[1:] == ["2023-07-27", "2023-07-26T05:20:01+06:00"]
    assert said(news, f"{item}news:publication/news:name") == ["The Test"] * 3
    assert said(out["bn/news-sitemap.xml"], f"{item}news:publication/news:name") == ["পরীক্ষা"]
    assert said(out["bn/news-sitemap.xml"], f"{item}news:publication/news:language") == ["bn"]
    assert "https://test.example/news-sitemap.xml" in said(out["sitemap.xml"], "s:sitemap/s:loc")


def test_the_build_says_when_news_leave_and_a_later_one_has_them_gone(newspaper: Make) -> None:
    """The clock alone changes the sitemap of news, and the index, which names none without news."""
    paper = newspaper(plain(files(story("a", moment(NOW - HOUR_S)))))
    report = paper.build()
    over = NOW - HOUR_S + 2 * DAY_S
    assert report.next_change == over
    assert (paper.build(over - 1).written, paper.build(over - 1).filled) == ((), 0)
    later = paper.build(over)
    assert later.written == ("news-sitemap.xml", "sitemap.xml")
    assert later.next_change is None
    out = paper.pages()
    assert locations(out["news-sitemap.xml"]) == []
    assert "news" not in out["sitemap.xml"]
    assert paper.build(over + DAY_S).filled == 0


def test_news_are_a_thousand_at_most(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("patrika.plan.sitemaps.NEWS_STORIES", 3)
    paper = newspaper(plain(files(*numbered(5, NOW - 5 * HOUR_S))))
    report = paper.build()
    assert [path.split("/")[4] for path in locations(paper.pages()["news-sitemap.xml"])] == ["n004", "n003", "n002"]
    assert report.next_change == NOW - 3 * HOUR_S + 2 * DAY_S


@pytest.mark.parametrize(("tag", "said"), [("bn-BD", "bn"), ("zh-Hant-HK", "zh-tw"), ("zh", "zh-cn"), ("ckb", "ckb")])
def test_languages_are_named_as_google_does(tag: str, said: str) -> None:
    from patrika.render.sitemaps import news_language

    assert news_language(tag) == said


@pytest.mark.parametrize("wishes", [{"env": "preview"}, {"drafts": True}])
def test_where_no_page_may_be_indexed_there_is_none(newspaper: Make, wishes: dict[str, object]) -> None:
    paper = newspaper(plain(files(story("a", moment(NOW - HOUR_S))), PLAIN_SITE))
    assert "sitemap" in paper.built()["robots.txt"]
    if "drafts" in wishes:
        paper.put("site.toml", PLAIN_SITE + "\n[build]\ndrafts = true\n")
    report = paper.build(env=str(wishes.get("env", PRODUCTION)))
    assert report.lost == ()
    assert report.next_change is None
    out = paper.pages()
    assert [path for path in out if "sitemap" in path] == []
    assert "sitemap" not in out["robots.txt"].lower()


def test_a_file_of_static_takes_the_place_of_a_sitemap(newspaper: Make) -> None:
    out = newspaper(plain(files(story("a")) + "-- static/news-sitemap.xml --\n<mine/>\n")).built()
    assert out["news-sitemap.xml"] == "<mine/>\n"
