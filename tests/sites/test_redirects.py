"""Old addresses: aliases in front matter and lines of redirects.toml, and the pages that lead on from them."""

from collections.abc import Callable

import pytest

from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
STORIES = files(
    story("a"),
    story("a", language="bn"),
    story("later", "2099-01-01"),
    ("content/pages/about.md", "---\ntitle: About\naliases: [/who/]\n---\nUs.\n"),
    ("static/list.txt", "1\n"),
)
A = "/world/2023/07/a/"


def led(redirects: str) -> str:
    """Return a site with some stories and these lines of redirects.toml."""
    return plain(f"{STORIES}-- redirects.toml --\n{redirects}\n")


def test_an_alias_leads_on_in_the_storys_language(newspaper: Make) -> None:
    """By a link, by the browser and for search engines, in the words of the language; under a path too."""
    site = SITE.replace("https://test.example", "https://test.example/paper")
    out = newspaper(files(story("ঝড়", language="bn", aliases="/bn/old.php")), site).built()
    page = out["bn/old.php/index.html"]
    path = "bn/world/2023/07/%E0%A6%9D%E0%A6%A1%E0%A6%BC/"
    assert '<html lang="bn" dir="ltr">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="https://test.example/paper/{path}">' in page
    assert f'<meta http-equiv="refresh" content="0; url=/paper/{path}">' in page
    assert f'<a href="/paper/{path}">নতুন ঠিকানায় যান</a>' in page


@pytest.mark.parametrize(
    ("target", "language", "address"),
    [
        ('"world/a"', "en", A),
        ('"world/a.bn"', "bn", "/bn" + A),
        ('"@/world/a.md"', "en", A),
        ('"@/pages/about"', "en", "/about/"),
        ('"/bn/world/"', "bn", "/bn/world/"),
        ('"/list.txt"', "en", "/list.txt"),
        ('"https://test.example/world/"', "en", "/world/"),
    ],
)
def test_a_redirect_leads_to_what_is_named(target: str, language: str, address: str, newspaper: Make) -> None:
    page = newspaper(led(f'"/old/x" = {target}')).built()["old/x/index.html"]
    assert f'<html lang="{language}"><title>https://test.example{address}</title>' in page


def test_a_redirect_may_leave_the_site_and_may_lead_to_nothing(newspaper: Make) -> None:
    out = newspaper(led('"/shop.html" = "https://shop.example/a?b=c"\n"/bn/contest/" = 410')).built()
    assert '<title>https://shop.example/a?b=c</title><a href="https://shop.example/a?b=c">' in out["shop.html"]
    assert '<html lang="bn"><title>gone</title>' in out["bn/contest/index.html"]


def test_what_is_gone_says_so_in_the_papers_own_dress(newspaper: Make) -> None:
    page = newspaper(files(story("a")) + '-- redirects.toml --\n"/contest/" = 410\n').built()["contest/index.html"]
    assert "<h1>This page is no longer here</h1>" in page
    assert "broadsheet." in page
    assert "refresh" not in page


def test_an_old_address_follows_its_language_to_a_story(newspaper: Make) -> None:
    page = newspaper(led('"/bn/old/" = "world/a"')).built()["bn/old/index.html"]
    assert f"<title>https://test.example/bn{A}</title>" in page


def test_a_new_headline_leaves_the_page_at_the_old_address_alone(newspaper: Make) -> None:
    paper = newspaper(plain(files(story("a", aliases="/old/"))))
    paper.built()
    paper.put(*story("a", aliases="/old/", title="Another"))
    report = paper.build()
    assert "front" in {made.role for made in report.made}
    assert "redirect" not in {made.role for made in report.made}
    paper.put(*story("a", aliases="/old/", slug="b"))
    assert "old/index.html" in paper.build().written


def test_a_link_to_an_old_address_is_no_mistake(newspaper: Make) -> None:
    newspaper(plain(files(story("a", aliases="/old/"), story("b", body="[a](/old/)")))).built()


def test_what_is_not_public_is_not_led_to(newspaper: Make) -> None:
    """Time never breaks a build: neither aliases nor redirects of what is to come are there yet."""
    paper = newspaper(led('"/soon/" = "world/later"'))
    paper.put(*story("later", "2099-01-01", aliases="/then/"))
    report = paper.build()
    assert [(item.code, str(item.place)) for item in report.diagnostics] == [("N406", "redirects.toml:1:12")]
    assert not {"soon/index.html", "then/index.html"} & paper.pages().keys()


def test_an_address_of_what_is_not_public_is_no_mistake(newspaper: Make) -> None:
    """Be it an alias in a text, or the story's own in redirects.toml."""
    later = story("later", "2099-01-01", aliases="/then/")
    text = (
        files(later, story("b", body="[then](/then/)")) + '-- redirects.toml --\n"/soon/" = "/world/2099/01/later/"\n'
    )
    report = newspaper(plain(text)).build()
    assert [item.code for item in report.diagnostics] == ["N301", "N406"]
    assert report.published


def test_an_alias_that_is_the_storys_own_address_is_passed_over(newspaper: Make) -> None:
    assert "Text." in newspaper(plain(files(story("a", aliases=f"[{A}]")))).built()["world/2023/07/a/index.html"]


def test_a_chain_of_redirects_is_warned_of(newspaper: Make) -> None:
    report = newspaper(led('"/old/" = "/who/"')).build()
    assert [item.code for item in report.diagnostics] == ["W405"]
    assert report.diagnostics[0].hint == "let it lead to “/about/” at once"
    assert report.published


MISTAKES = (
    Case("a story that is not there", '"/old/" = "world/aa"', "redirects.toml:1:11", "“world/aa”", "“world/a”"),
    Case("a path that is not there", '"/old/" = "/wrold/"', "redirects.toml:1:11", "“/wrold/”", "“/world/”"),
    Case("a picture", '"/old/" = "images/a.jpg"', "redirects.toml:1:11", "“images/a.jpg”", "by its id"),
    Case("an address of a page", f'"{A}" = "@/pages/about"', "redirects.toml:1:23", "content/world/a.en.md", "remove"),
    Case("an address of a front", '"/bn/" = 410', "redirects.toml:1:10", "the front page /bn/", "remove"),
    Case("an alias given again", '"/who" = 410', "redirects.toml:1:10", "content/pages/about.md", "remove"),
    Case("an address given twice", '"/x" = 410\n"/x/" = 410', "redirects.toml:2:1", "“/x/” is the same", "one of"),
    Case("no address", '"old" = 410', "redirects.toml:1:1", "“old” is no address of this site", "without the host"),
    Case("a question", '"/?p=1" = 410', "redirects.toml:1:1", "holds the sign '?'", "letters"),
    Case("another number", '"/old/" = 404', "redirects.toml:1:1", "“404” is nothing", "410 for what is gone"),
    Case("a script", '"/old/" = "javascript://x"', "redirects.toml:1:1", "“javascript://x”", "https://"),
    Case("no TOML", '"/old/" = world/a', "redirects.toml:1:11", "world/a", "quotation marks"),
)


@each(MISTAKES)
def test_a_redirect_that_cannot_be_is_told_at_its_line(case: Case, newspaper: Make) -> None:
    assert_said(case, newspaper(led(case.text)).faults())


def test_a_circle_is_told_of_at_each_of_its_lines(newspaper: Make) -> None:
    faults = newspaper(led('"/a/" = "/b/"\n"/b/" = "/c"\n"/c/" = "/a/"')).faults()
    assert [(fault.code, str(fault.place)) for fault in faults] == [
        ("E404", f"redirects.toml:{line}:9") for line in (1, 2, 3)
    ]


def test_two_stories_of_one_alias_are_told_at_the_alias(newspaper: Make) -> None:
    text = files(story("a", aliases="/old/"), story("b", aliases="[/x/, /old]"))
    case = Case("", "", "content/world/b.en.md:4:16", "also that of content/world/a.en.md", "remove this old address")
    assert_said(case, newspaper(plain(text, PLAIN_SITE)).faults())


def test_an_own_whole_address_is_read_as_readers_copy_it(newspaper: Make) -> None:
    """Percent-encoded, and with a heading."""
    text = files(story("ঝড়", language="bn"), ("content/tags.toml", "")) + (
        '-- redirects.toml --\n"/old/" = "https://test.example/bn/world/2023/07/%E0%A6%9D%E0%A6%A1%E0%A6%BC/#x"\n'
    )
    out = newspaper(text).built()
    assert 'href="/bn/world/2023/07/%E0%A6%9D%E0%A6%A1%E0%A6%BC/#x"' in out["old/index.html"]


@pytest.mark.parametrize("to", ["/sport/", "/tags/x/", "/draft/", "@/pages/draft"])
def test_a_way_to_what_is_not_there_now_is_told_and_stops_nobody(newspaper: Make, to: str) -> None:
    """A section, or a tag of tags.toml, whose last story expired; an undated page that is a draft."""
    text = (
        led(f'"/old/" = "{to}"')
        + "-- content/tags.toml --\n[x]\n-- content/pages/draft.md --\n---\ntitle: D\ndraft: true\n---\n.\n"
    )
    report = newspaper(text).build()
    assert report.published
    assert [item.code for item in report.diagnostics] == ["N406"]


def test_no_old_address_is_offered_as_where_to_lead(newspaper: Make) -> None:
    (fault,) = newspaper(led('"/category/sports/" = "/category/sport/"')).faults()
    assert fault.code == "E403"
    assert "/category/sports/" not in fault.hint
