"""Each rule of a check: a site that keeps it is not spoken of, and one that breaks it is told where, and what to do."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

import pytest

from patrika.check.across import Card, alternate_findings
from patrika.check.limits import CAPACITIES, FEED_BYTES, file_findings, host_findings
from patrika.model.codes import CODES, is_checked
from patrika.model.page import Page
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.photos import photo
from tests.sites.press import files, story

Make = Callable[..., Newspaper]

STORM, BANGLA = "content/world/storm.en.md", "content/world/storm.bn.md"
URDU = '[languages.ur]\nname = "اردو"\n'
TIDY = files(
    story("storm", title="A storm", summary="Wind came in the night.", image="{src: roof.jpg, alt: A roof in a tree}"),
    story("storm", language="bn", title="ঝড়", summary="রাতে হাওয়া এল।"),
    story(
        "calm",
        title="A calm",
        summary="Then it was gone.",
        body="## After it\n\n[Before](storm.en.md)\n\n### At sea\n\nText.",
    ),
)


def tidy(newspaper: Make, more: str = "", site: str = SITE) -> Newspaper:
    """Return a site of which nothing is to be said, with some files in place of its own."""
    paper = newspaper(TIDY, site).write(more)
    paper.put("content/world/roof.jpg", photo(320, 180))
    return paper


def test_of_a_tidy_site_nothing_is_said(newspaper: Make) -> None:
    report = tidy(newspaper).check()
    assert report.diagnostics == ()
    assert (report.articles, report.pages > 10) == (3, True)


class Broken(NamedTuple):
    code: str
    place: str
    says: str
    files: str
    site: str = ""


def again(stem: str = "storm", **fields: object) -> str:
    """Return one of the tidy stories with other front matter."""
    own: dict[str, Any] = {"title": "A storm", "summary": "Wind came in the night.", **fields}
    return files(story(stem, **{key: value for key, value in own.items() if value is not None}))


SPACES = "<a href=' /world/ '>x</a> <img alt='' src=' /p.svg '>"
LISTS = ("/p.svg 1x,\n/p.svg?a,b 2x", "/p.svg 1x,/p.svg 2x", "/p.svg,", ", ,", "data:image/gif;base64,R0 1x, /p.svg 2x")
"""As people write them, and browsers take them."""


def test_addresses_are_read_as_browsers_read_them(newspaper: Make) -> None:
    chosen = "".join(f"<img alt='' src='/p.svg' srcset='{told}'>" for told in LISTS)
    assert tidy(newspaper, footer(SPACES + chosen, ICON)).check().diagnostics == ()


@pytest.mark.parametrize("told", ["/p.svg 1x,/q.svg 2x", "/p.svg 1x,\n/q.svg 2x", "/p.svg, /q.svg 2x"])
def test_each_picture_to_choose_from_is_looked_for(told: str, newspaper: Make) -> None:
    report = tidy(newspaper, footer(f"<img alt='' src='/p.svg' srcset='{told}'>", ICON)).check()
    assert ["“/q.svg”" in item.message for item in report.diagnostics] == [True]


def head(html: str) -> str:
    return f"-- slots/head.html --\n{html}\n"


def translation(**fields: str) -> str:
    """Return the Bangla one of the tidy stories with more front matter."""
    return files(story("storm", language="bn", title="ঝড়", summary="রাতে হাওয়া এল।", **fields))


def footer(html: str, more: str = "") -> str:
    """Return what all pages show at their end."""
    return f"-- slots/footer.html --\n{html}\n{more}"


CHOOSE = "<img alt='' src='/p.svg' srcset='/p.svg 1x, /q.svg 2x'>"
SCRIPT = "<script src='/a.js'></script>"
HEAVY = f"-- static/a.js --\n{''.join(sha256(b'%d' % n).hexdigest() for n in range(2_000))}\n"
ICON = "-- static/p.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>\n"
LEAD_SAID_TWICE = "{src: roof.jpg, alt: A roof, caption: A roof}"
TO_COME = "[{date: 2033-01-01, text: Wrong.}]"
GONE = "https://test.example/gone/"
SAID_TWICE = "is its caption"

BROKEN = {
    "a slot links to nothing": Broken(
        "E701", "/", "“/no/” leads to nothing: here and on", footer("<a href='/no/'>x</a>")
    ),
    "a slot loads nothing": Broken("E701", "/", "“/x.png”, which is not", footer("<img alt='' src='/x.png'>")),
    "a slot names a feed that is not": Broken(
        "E701", "/", "“/no.xml” leads", head("<link rel='alternate' href='/no.xml'>")
    ),
    "a picture to choose is not there": Broken("E701", "/", "“/q.svg”, which", footer(CHOOSE, ICON)),
    "a link names no place in its page": Broken("W702", "/", "no place called “ha”", footer("<a href='#ha'>x</a>")),
    "a link names no place elsewhere": Broken(
        "W702", "/bn/", "no place called “ha”", footer("<a href='/bn/#ha'>x</a>")
    ),
    "a story defers to nothing": Broken("E703", f"{STORM}:5:12", "is not there", again(canonical=GONE)),
    "two stories have one title": Broken("W705", STORM, "“A calm | The Test”, is also", again(title="A calm")),
    "two stories have one description": Broken(
        "W706", STORM, "“Then it was gone.”", again(summary="Then it was gone.")
    ),
    "a picture in a slot has no alt": Broken("W707", "/", "“/p.svg” has no alt", footer("<img src='/p.svg'>", ICON)),
    "a caption is said twice": Broken("W708", f"{STORM}:5:29", SAID_TWICE, again(image=LEAD_SAID_TWICE)),
    "a caption in a text is said twice": Broken("W708", f"{STORM}:7:6", SAID_TWICE, again(body='![A](roof.jpg "A")')),
    "a heading skips a level": Broken("W709", f"{STORM}:9:6", "“B” is of level 4 below", again(body="## A\n\n#### B")),
    "a page has two first headings": Broken("W710", "/", "2 headings of the first level", footer("<h1>Ad</h1>")),
    "an id stands twice": Broken("W711", "/", "“main”", footer("<p id='main'>x</p>")),
    "a story has no summary": Broken("W712", f"{STORM}:2:8", "no summary", again(summary=None)),
    "a headline is long": Broken("W713", f"{STORM}:2:8", "111 characters", again(title="a" * 111)),
    "a date is yet to come": Broken(
        "W714", f"{STORM}:3:7", "date: 2033", again(date="2033-01-01", publish_at="2023-01-01")
    ),
    "a change is yet to come": Broken("W714", f"{STORM}:5:10", "updated: 2033-01-01", again(updated="2033-01-01")),
    "a correction is yet to come": Broken("W714", f"{STORM}:5:1", "corrections", again(corrections=TO_COME)),
    "a story was changed before it was": Broken("W715", f"{STORM}:5:10", "before it was", again(updated="2023-06-30")),
    "the HTML of stories is heavy": Broken("E716", STORM, "more than 1 KB", "", "[check.budget]\nstory = 1\n"),
    "the HTML of lists is heavy": Broken("E716", "/", "more than 1 KB", "", "[check.budget]\nlist = 1\n"),
    "style sheets are heavy": Broken("E717", "/", "more than 1 KB: here and on", "", "[check.budget]\nstyles = 1\n"),
    "a picture is heavy": Broken("W718", "/", "roof.jpg has", "", "[check.budget]\npicture = 1\n"),
    "a translation's original has changed": Broken(
        "N730", f"{BANGLA}:5:18", "“en” has changed since", translation(translated_from="en@00000000")
    ),
    "a translation's original is not there": Broken(
        "W738", f"{BANGLA}:5:18", "version “ur”, which is not there", translation(translated_from="ur@00000000"), URDU
    ),
    "all of a page is heavy": Broken("W719", STORM, "more than 4 KB", "", "[check.budget]\nwhole = 4\n"),
    "a script makes a page heavy": Broken(
        "W719", "/", "more than 60 KB", footer(SCRIPT, HEAVY), "[check.budget]\nwhole = 60\n"
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_what_breaks_a_rule_is_told_at_its_place(broken: Broken, newspaper: Make) -> None:
    report = tidy(newspaper, broken.files, f"{SITE}\n{broken.site}").check()
    told = [item for item in report.diagnostics if broken.says in item.message]
    said = "\n".join(map(str, report.diagnostics))
    assert {item.code for item in report.diagnostics} == {broken.code}, said
    assert broken.place in [str(item.place) for item in told], said
    assert all(item.hint for item in report.diagnostics)
    assert told[0].severity == {"E": "error", "W": "warning", "N": "notice"}[broken.code[0]]


@pytest.mark.parametrize("fields", [{"noindex": "true"}, {"canonical": "https://other.example/a/"}])
def test_what_search_engines_leave_out_may_be_as_another(fields: dict[str, str], newspaper: Make) -> None:
    assert tidy(newspaper, again(title="A calm", summary="Then it was gone.", **fields)).check().diagnostics == ()


def test_a_change_on_the_day_of_publication_needs_no_hour(newspaper: Make) -> None:
    """A day alone is its first minute, which is not meant to be before the story."""
    same_day = again(date="2023-07-01T10:00:00+06:00", updated="2023-07-01")
    assert tidy(newspaper, same_day).check().diagnostics == ()


EN, BN = "https://test.example/a/", "https://test.example/bn/a/"
PAIR = (("en", EN), ("bn", BN), ("x-default", EN))

VERSIONS: dict[str, tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...], str]] = {
    "one does not name the other": (PAIR, (), "its version “bn”, https://test.example/bn/a/, does not name it in turn"),
    "one does not name itself": (PAIR[1:2] + PAIR[2:], PAIR, "does not name itself"),
    "none is for all other languages": (PAIR[:2], PAIR, "named for other languages"),
    "two are for one language": ((*PAIR, ("en", BN)), PAIR, "named for one language"),
    "one is nowhere": ((*PAIR, ("ur", "https://test.example/ur/a/")), PAIR, "is no page of this site"),
}


@pytest.mark.parametrize(("english", "bangla", "says"), VERSIONS.values(), ids=VERSIONS)
def test_versions_name_one_another(
    english: tuple[tuple[str, str], ...], bangla: tuple[tuple[str, str], ...], says: str
) -> None:
    """Of a version on another site nothing is asked."""
    found = list(
        alternate_findings({EN: Card(alternates=english), BN: Card(alternates=bangla)}, "https://test.example")
    )
    assert any(says in finding.message and finding.code == "E704" for _, finding in found), found
    whole = Card(alternates=(*PAIR, ("hi", "https://hindi.example/a/")))
    assert list(alternate_findings({EN: whole, BN: whole}, "https://test.example")) == []


def test_feeds_and_sitemaps_keep_within_what_is_read() -> None:
    feed, sitemap, news = (Page(f"/{role}.xml", role, "en") for role in ("feed", "sitemap", "news_sitemap"))
    assert list(file_findings(feed, FEED_BYTES, bytes)) == []
    assert [it.code for it in file_findings(feed, FEED_BYTES + 1, bytes)] == ["W720"]
    for page, most in ((sitemap, 50_000), (news, 1_000)):
        assert list(file_findings(page, 9, (b"<loc>" * most).strip)) == []
        (told,) = file_findings(page, 9, (b"<loc>" * (most + 1)).strip)
        assert (told.code, f"{most:,}" in told.message) == ("E721", True)
    assert [it.code for it in file_findings(sitemap, 52_428_801, bytes)] == ["E721"]


MB = 1024**2
TOO_MUCH = {
    "cloudflare": ({str(n): 1 for n in range(20_001)}, {"a": 25 * MB + 1}),
    "github": ({"a": 1024 * MB, "b": 1},),
    "gitlab": ({"a": 1024 * MB, "b": 1}, {str(n): 1 for n in range(200_001)}),
    "netlify": ({f"a/{n}": 1 for n in range(54_001)},),
}


def test_hosts_are_given_no_more_than_they_take() -> None:
    assert TOO_MUCH.keys() == CAPACITIES.keys()
    for host in CAPACITIES:
        assert list(host_findings({"a/b": 25 * MB, "c": 1}, host)) == []
        for files_there in TOO_MUCH[host]:
            (told,) = host_findings(files_there, host)
            assert (told.code, told.place.path) == ("W722", "site.toml")
    assert list(host_findings({"a": 9 * 1024 * MB}, "nginx")) == []


def test_a_large_file_is_told_of_where_the_host_is_named(newspaper: Make) -> None:
    paper = tidy(newspaper, site=f'{SITE}\n[deploy]\nhost = "cloudflare"\n')
    (paper.root / "static").mkdir()
    with (paper.root / "static/film.mp4").open("wb") as film:
        film.truncate(26 * MB)
    (told,) = paper.check().diagnostics
    assert (told.code, "/film.mp4 has 26 MB" in told.message) == ("W722", True)


def test_each_code_of_checks_has_a_case() -> None:
    elsewhere = {"E704", "W720", "E721", "W722", "W723", "N724", "N725", "W739"}
    in_letters = {*(f"W73{number}" for number in range(1, 7)), "N737"}
    assert {it.code for it in BROKEN.values()} | elsewhere | in_letters == {code for code in CODES if is_checked(code)}
