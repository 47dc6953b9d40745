"""Which stories stand on which page."""

import re
from collections.abc import Callable

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]
FOREVER = SITE.replace(
    'timezone = "Asia/Dhaka"', 'timezone = "Asia/Dhaka"\nlive_days = "forever"\nlive_stories = "forever"'
)


def stories_in(html: str, css_class: str) -> list[str]:
    """Return the stems of the stories that a department of a page links to, in order."""
    part = re.search(rf'<(section|aside) class="{css_class}[^"]*".*?</\1>', html, re.DOTALL)
    return re.findall(r'href="[^"]*/([^/"]+)/">Story', part[0]) if part else []


def test_related_looks_back_and_rare_tags_count_more(newspaper: Make) -> None:
    """Of older stories the one that shares the rarest tag comes first, and newer ones do not come at all."""
    common = [story(f"old{number}", f"2023-06-{number + 1:02}", tags="[news]") for number in range(6)]
    paper = newspaper(
        files(
            *common,
            story("rare", "2023-05-01", tags="[news, eclipse]"),
            story("own", "2023-07-01", tags="[news, eclipse]"),
            story("newer", "2023-07-02", tags="[news, eclipse]"),
        )
    )
    out = paper.built()
    assert stories_in(out["world/2023/07/own/index.html"], "related") == ["rare", "old5", "old4", "old3", "old2"]


def test_a_newer_story_is_related_only_while_older_ones_are_too_few(newspaper: Make) -> None:
    paper = newspaper(files(story("first", "2023-07-01"), story("own", "2023-07-02"), story("next", "2023-07-03")))
    assert stories_in(paper.built()["world/2023/07/own/index.html"], "related") == ["first", "next"]


def test_picks_come_first_in_the_editors_order(newspaper: Make) -> None:
    paper = newspaper(
        files(
            story("a", "2023-06-01", tags="[x]"),
            story("b", "2023-06-02", tags="[x]"),
            story("c", "2023-06-03", section="sport"),
            story("own", "2023-07-01", tags="[x]", related="[sport/c, world/a]"),
        )
    )
    assert stories_in(paper.built()["world/2023/07/own/index.html"], "related") == ["c", "a", "b"]


def test_related_off_leaves_the_picks_alone_and_related_exclude_leaves_one_out(newspaper: Make) -> None:
    paper = newspaper(
        files(
            story("a", "2023-06-01"),
            story("b", "2023-06-02"),
            story("off", "2023-07-01", related="[world/a]", related_off="true"),
            story("less", "2023-07-01", related_exclude="[world/b]"),
        )
    )
    out = paper.built()
    assert stories_in(out["world/2023/07/off/index.html"], "related") == ["a"]
    assert "b" not in stories_in(out["world/2023/07/less/index.html"], "related")


def test_no_story_stands_twice_on_a_page(newspaper: Make) -> None:
    opinions = [
        story(f"view{number}", f"2023-07-{number + 2:02}", section="opinion", tags="[x]") for number in range(8)
    ]
    reports = [story(f"news{number}", f"2023-07-{number + 2:02}", tags="[x]") for number in range(12)]
    for path, html in newspaper(files(*opinions, *reports)).built().items():
        if re.search(r"/\d{4}/\d\d/[^/]+/index.html", path):
            shown = re.findall(r'<h3><a href="([^"]+)">', html)
            assert len(shown) == len(set(shown)), path
            assert f"/{path.removesuffix('index.html')}" not in shown


def test_an_opinion_after_the_live_window_does_not_touch_an_old_story(newspaper: Make) -> None:
    """live_days is 7: the story of 1 July knows of opinions until 8 July, to the second."""
    old = [story(f"before{number}", "2023-06-01") for number in range(6)]
    paper = newspaper(files(*old, story("own", "2023-07-01 12:00"), story("in", "2023-07-08 12:00", section="opinion")))
    first = paper.built()
    assert stories_in(first["world/2023/07/own/index.html"], "opinion") == ["in"]
    paper.write(files(story("out", "2023-07-08 12:01", section="opinion")))
    report = paper.build()
    assert "world/2023/07/own/index.html" not in report.written
    assert stories_in(paper.pages()["world/2023/07/own/index.html"], "opinion") == ["in"]


def test_the_live_window_also_ends_with_the_live_stories_th_later_story(newspaper: Make) -> None:
    site = SITE.replace('timezone = "Asia/Dhaka"', 'timezone = "Asia/Dhaka"\nlive_stories = 3')
    old = [story(f"before{number}", "2023-06-01") for number in range(6)]
    after = [story(f"view{number}", f"2023-07-01 13:0{number}", section="opinion") for number in range(5)]
    paper = newspaper(files(*old, story("own", "2023-07-01 12:00"), *after), site)
    assert stories_in(paper.built()["world/2023/07/own/index.html"], "opinion") == ["view2", "view1", "view0"]


def test_a_site_that_lives_for_ever_shows_todays_opinion_everywhere(newspaper: Make) -> None:
    old = [story(f"before{number}", "2020-06-01") for number in range(6)]
    paper = newspaper(files(*old, story("own", "2020-07-01"), story("today", "2023-07-27", section="opinion")), FOREVER)
    assert stories_in(paper.built()["world/2020/07/own/index.html"], "opinion") == ["today"]


def test_priority_chooses_the_lead_and_the_newest_wins_a_tie(newspaper: Make) -> None:
    plain = [story(f"n{number}", f"2023-07-2{number}") for number in range(5)]
    paper = newspaper(
        files(*plain, story("lead1", "2023-07-10", priority="lead"), story("lead2", "2023-07-11", priority="lead"))
    )
    headline = re.search(r"<h2[^>]*><a href=\"([^\"]+)\">", paper.built()["index.html"])
    assert headline
    assert headline[1] == "/world/2023/07/lead2/"


def test_priority_ends_at_priority_until(newspaper: Make) -> None:
    paper = newspaper(
        files(story("now", "2023-07-27"), story("was", "2023-07-01", priority="lead", priority_until="2023-07-20"))
    )
    headline = re.search(r"<h2[^>]*><a href=\"([^\"]+)\">", paper.built()["index.html"])
    assert headline
    assert headline[1] == "/world/2023/07/now/"


def test_an_unlisted_story_has_a_page_and_stands_in_no_list(newspaper: Make) -> None:
    """Search engines may find it all the same: what they shall not says noindex."""
    out = newspaper(files(story("seen"), story("unseen", listed="false", tags="[x]"))).built()
    own, sitemap = "world/2023/07/unseen/index.html", "sitemaps/en-2023-07.xml"
    assert {path for path, text in out.items() if "/unseen/" in text} == {own, sitemap}


def test_long_lists_go_on_in_closed_pages_numbered_from_the_oldest(newspaper: Make) -> None:
    """149 stories: one closed page and 99 on the head; the 150th closes the second page and leaves the first as it was."""
    paper = newspaper(files(*numbered(149, tags="[long]")))
    out = paper.built()
    assert "tags/long/page/1/index.html" in out
    assert "tags/long/page/2/index.html" not in out
    assert out["tags/long/page/1/index.html"].count('<article class="card') == 50
    assert "Story n000" in out["tags/long/page/1/index.html"]
    assert out["tags/long/index.html"].count('<article class="card') == 99
    paper.write(files(story("last", "2023-07-01", tags="[long]")))
    report = paper.build()
    assert "tags/long/page/2/index.html" in report.written
    paper.write(files(story("more", "2023-07-02", tags="[long]")))
    report = paper.build()
    assert "tags/long/index.html" in report.written
    assert not {"tags/long/page/1/index.html", "tags/long/page/2/index.html"} & set(report.written)
    assert paper.pages()["tags/long/page/2/index.html"].count('<article class="card') == 50
    assert paper.pages()["tags/long/index.html"].count('<article class="card') == 51


def test_a_section_without_a_story_in_a_language_has_no_page_and_no_menu_entry(newspaper: Make) -> None:
    out = newspaper(files(story("a"), story("b", section="sport"), story("b", section="sport", language="bn"))).built()
    assert "world/index.html" in out
    assert "bn/world/index.html" not in out
    assert "/bn/world/" not in out["bn/index.html"]
    assert "/bn/sport/" in out["bn/index.html"]


def test_the_toggle_of_an_untranslated_story_leads_to_the_section_or_else_the_front_and_says_so(
    newspaper: Make,
) -> None:
    out = newspaper(files(story("a"), story("b", section="sport"), story("c", section="sport", language="bn"))).built()
    assert re.search(r'<a href="/bn/sport/"[^>]*hreflang="bn"', out["sport/2023/07/b/index.html"])
    assert re.search(r'<a href="/bn/"[^>]*hreflang="bn"', out["world/2023/07/a/index.html"])
    assert not re.search(r'<a href="/bn/sport/"[^>]*rel="alternate"', out["sport/2023/07/b/index.html"])


def test_archives_are_by_month_of_the_sites_zone(newspaper: Make) -> None:
    """21:30 UTC on 30 June is July in Dhaka."""
    out = newspaper(files(story("late", "2023-06-30T21:30:00Z"), story("early", "2023-06-30T12:00:00Z"))).built()
    assert "Story late" in out["world/2023/07/index.html"]
    assert "Story early" in out["world/2023/06/index.html"]
    assert "Story late" not in out["world/2023/06/index.html"]


def test_a_scheduled_story_appears_at_its_instant_and_goes_at_its_end(newspaper: Make) -> None:
    paper = newspaper(files(story("a"), story("soon", "2023-07-28 06:00", expire_at="2023-07-29 06:00")))
    report = paper.build()
    page = "world/2023/07/soon/index.html"
    assert page not in paper.pages()
    assert [item.source for item in report.scheduled] == ["content/world/soon.en.md"]
    assert report.next_change == 1_690_502_400
    report = paper.build(now=1_690_502_400)
    assert page in paper.pages()
    assert report.next_change == 1_690_588_800
    assert page in paper.build(now=1_690_588_800).removed


def test_a_link_to_a_hidden_story_is_text_with_a_notice_and_becomes_a_link_in_time(newspaper: Make) -> None:
    paper = newspaper(files(story("a", body="See [the end](s.md)."), story("s", "2023-07-28 06:00")))
    report = paper.build()
    assert "See the end." in paper.pages()["world/2023/07/a/index.html"]
    assert [item.code for item in report.diagnostics] == ["N301"]
    assert (
        'See <a href="/world/2023/07/s/">the end</a>.' in paper.built(now=1_690_502_400)["world/2023/07/a/index.html"]
    )


def test_a_link_leads_to_the_readers_language_where_that_translation_exists(newspaper: Make) -> None:
    both = [story("both", language=language) for language in ("en", "bn")]
    body = "See [both](both.md#top) and [one](@/world/one.md)."
    paper = newspaper(files(*both, story("one"), story("a", language="bn", body=body)))
    html = paper.built()["bn/world/2023/07/a/index.html"]
    assert '<a href="/bn/world/2023/07/both/#top">both</a>' in html
    assert '<a href="/world/2023/07/one/" hreflang="en">one</a>' in html


def test_authors_and_tags_have_names_in_each_language(newspaper: Make) -> None:
    paper = newspaper(
        files(
            story("a", authors="[anis]", tags="[rivers]"),
            story("a", language="bn", authors="[anis]", tags="[rivers]"),
        )
        + "-- content/authors/anis.en.md --\n---\nname: Anis\n---\nA life.\n"
        + "-- content/authors/anis.bn.md --\n---\nname: আনিস\n---\nজীবনী।\n"
        + '-- content/tags.toml --\n[rivers]\nname = { en = "Rivers", bn = "নদী" }\n'
    )
    out = paper.built()
    assert "আনিস" in out["bn/authors/anis/index.html"]
    assert "A life." in out["authors/anis/index.html"]
    assert "নদী" in out["bn/tags/rivers/index.html"]
    assert '<a href="/bn/authors/anis/"' in out["bn/world/2023/07/a/index.html"]
    assert 'hreflang="bn" href="https://test.example/bn/tags/rivers/"' in out["tags/rivers/index.html"]
