"""Versions of a story that have another name, or are on another site."""

from collections.abc import Callable

from patrika.model.article import Article, Prose
from patrika.model.site import Site
from patrika.relate.feed_ids import feed_id, host_of
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story
from tests.sites.talkative import talkative

Make = Callable[..., Newspaper]
FAIR, MELA = "world/2023/07/fair/index.html", "bn/sport/2023/07/mela/index.html"
URDU = '\n[languages.ur]\nname = "اردو"\n'


def alternate(language: str, address: str) -> str:
    return f'<link rel="alternate" hreflang="{language}" href="{address}">'


def test_a_version_of_another_name_is_linked_both_ways(newspaper: Make) -> None:
    """Whichever of the two names the other, in the head and in the switch of languages."""
    both = files(story("fair", translations="{bn: sport/mela}"), story("mela", section="sport", language="bn"))
    out = newspaper(both).built()
    for page in (out[FAIR], out[MELA]):
        assert alternate("bn", "https://test.example/bn/sport/2023/07/mela/") in page
        assert alternate("en", "https://test.example/world/2023/07/fair/") in page
    assert 'href="/bn/sport/2023/07/mela/" lang="bn"' in out[FAIR]


def test_versions_of_a_version_are_versions(newspaper: Make) -> None:
    three = files(
        story("fair", translations="{bn: '@/sport/mela.bn.md'}"),
        story("mela", section="sport", language="bn", translations="{ur: opinion/mela-ur}"),
        story("mela-ur", section="opinion", language="ur"),
    )
    out = newspaper(three, SITE + URDU).built()
    for page in (out[FAIR], out[MELA], out["ur/opinion/2023/07/mela-ur/index.html"]):
        assert page.count('rel="alternate" hreflang=') == 4


def test_a_version_on_another_site_is_linked(newspaper: Make) -> None:
    page = newspaper(files(story("fair", translations="{bn: https://mela.example/ক?a=b&c=d}"))).built()[FAIR]
    assert alternate("bn", "https://mela.example/%E0%A6%95?a=b&amp;c=d") in page
    assert 'href="https://mela.example/%E0%A6%95?a=b&amp;c=d" lang="bn"' in page


def test_a_file_of_the_storys_own_counts_before_what_is_named(newspaper: Make) -> None:
    text = files(
        story("fair", translations="{bn: sport/mela}"),
        story("fair", language="bn"),
        story("mela", section="sport", language="bn"),
    )
    page = newspaper(text).built()[FAIR]
    assert "/bn/world/2023/07/fair/" in page
    assert alternate("bn", "https://test.example/bn/sport/2023/07/mela/") not in page


def test_a_version_that_comes_and_goes_is_seen(newspaper: Make) -> None:
    """Not public yet: a notice; then both pages are made again."""
    scheduled = story("mela", section="sport", language="bn", publish_at="2023-07-29")
    paper = newspaper(talkative(files(story("fair", translations="{bn: sport/mela}"), scheduled)))
    assert [item.code for item in paper.build().diagnostics] == ["N302"]
    assert "hreflang" not in paper.pages()[FAIR]
    paper.put(*story("mela", section="sport", language="bn"))
    report = paper.build()
    assert report.diagnostics == ()
    assert FAIR in report.written


def test_a_version_that_is_held_back_is_left_out(newspaper: Make) -> None:
    faulty = story("mela", section="sport", language="bn", kicker="[a]")
    text = files(story("fair", translations="{bn: sport/mela}"), story("mela", section="sport"), faulty)
    report = newspaper(text, SITE + '\n[build]\non_error = "hold"\n').build()
    assert report.held == ("content/sport/mela.bn.md",)
    assert FAIR in report.written


def test_a_version_that_moves_takes_the_links_along(newspaper: Make) -> None:
    """Though the month of the story that names it is otherwise as it was; and the other way round."""
    paper = newspaper(
        files(
            story("fair", "2023-05-01", translations="{bn: sport/mela}"),
            story("mela", "2023-07-01", section="sport", language="bn"),
        )
    )
    paper.built()
    paper.put(*story("mela", "2023-07-01", section="sport", language="bn", slug="m"))
    assert 'href="/bn/sport/2023/07/m/"' in paper.built()["world/2023/05/fair/index.html"]
    paper.put(*story("fair", "2023-05-01", translations="{bn: sport/mela}", slug="f"))
    assert 'href="/world/2023/05/f/"' in paper.built()["bn/sport/2023/07/m/index.html"]
    paper.put(*story("fair", "2023-05-01", slug="f"))
    assert 'href="/world/2023/05/f/"' not in paper.built()["bn/sport/2023/07/m/index.html"]


MISTAKES = (
    Case(
        "a story that is not there", "{bn: sport/mla}", "content/world/fair.en.md:4:20", "“sport/mla”", "“sport/mela”"
    ),
    Case(
        "a language it lacks", "{bn: opinion/en}", "content/world/fair.en.md:4:20", "not in the language “bn”", "in en"
    ),
    Case(
        "an unknown language",
        "{be: sport/mela}",
        "content/world/fair.en.md:4:20",
        "unknown language “be”",
        "site.toml has en, bn",
    ),
    Case(
        "the file's own", "{en: sport/mela}", "content/world/fair.en.md:4:20", "of this file itself", "other languages"
    ),
    Case("no table", "sport/mela", "content/world/fair.en.md:4:15", "a table of languages", "{bn: sport/mela}"),
    Case("a script", "{bn: 'x://y'}", "content/world/fair.en.md:4:1", "“x://y” is not a web", "https://"),
)


@each(MISTAKES)
def test_a_version_that_cannot_be_is_told_at_its_line(case: Case, newspaper: Make) -> None:
    text = files(
        story("fair", translations=case.text),
        story("mela", section="sport", language="bn"),
        story("en", section="opinion"),
    )
    assert_said(case, newspaper(text).faults())


def test_a_feed_knows_a_story_by_its_id_and_language() -> None:
    """Whatever its address; letters of other scripts as URIs have them; or by what it was called before."""
    site = Site("", "https://staging.example", "UTC", "en", "t", (), (), 7, 25, own_url="https://test.example/paper")
    mine = Article("content/world/ঝড়.bn.md", "world/ঝড়", "bn", "world", "report", "", 1, Prose(b""), "x")
    assert feed_id(mine, host_of(site)) == "tag:test.example,2026:world/%E0%A6%9D%E0%A6%A1%E0%A6%BC.bn"
    old = Article("content/a.md", "a", "en", "world", "report", "", 1, Prose(b""), "x", guid="https://old.example/?p=1")
    assert feed_id(old, host_of(site)) == "https://old.example/?p=1"
