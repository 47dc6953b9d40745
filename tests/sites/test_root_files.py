"""robots.txt and security.txt: what they say, and where they are not written."""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

import pytest

from patrika.read.crawlers import AI_CRAWLERS, OTHER_CRAWLERS
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
DAY_S = 86_400
PAGE = "https://test.example/world/2023/07/a/"
SECURITY = '[security]\ncontact = "desk@test.example"\nexpires = 2024-01-01T00:00:00Z\n'


def paper_with(newspaper: Make, rules: str, more: str = "") -> Newspaper:
    return newspaper(plain(files(story("a", "2023-07-01")) + more, f"{PLAIN_SITE}\n{rules}"))


def rules_of(text: str) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    return parser


def test_all_may_read_all_unless_told_otherwise(newspaper: Make) -> None:
    """Those that gather texts for AI stand in it as a comment."""
    text = paper_with(newspaper, "").built()["robots.txt"]
    rules = rules_of(text)
    assert all(rules.can_fetch(name, PAGE) for name in (*AI_CRAWLERS, "Googlebot"))
    assert rules.site_maps() == ["https://test.example/sitemap.xml"]
    assert "# User-agent: GPTBot\n" in text


def test_crawlers_for_ai_and_others_by_name_are_turned_away(newspaper: Make) -> None:
    rules = rules_of(
        paper_with(newspaper, '[robots]\nai = "deny"\ndeny = ["semrushbot", "MyBot"]').built()["robots.txt"]
    )
    assert not any(rules.can_fetch(name, PAGE) for name in (*AI_CRAWLERS, "SemrushBot", "MyBot"))
    assert all(rules.can_fetch(name, PAGE) for name in set(OTHER_CRAWLERS) - {"SemrushBot"})


def test_a_name_that_is_nearly_known_is_told_of_and_taken(newspaper: Make) -> None:
    paper = paper_with(newspaper, '[robots]\ndeny = ["GTPBot", "CCBot"]')
    report = paper.build()
    (fault,) = report.diagnostics
    assert (fault.code, fault.place.path, fault.hint) == ("W212", "site.toml", "did you mean “GPTBot”?")
    text = (paper.output / "robots.txt").read_text()
    assert "\nUser-agent: GTPBot\nUser-agent: CCBot\nDisallow: /\n" in text
    assert "# User-agent: CCBot" not in text


def test_security_txt_says_what_site_toml_does(newspaper: Make) -> None:
    rules = SECURITY + 'policy = "https://test.example/policy/"\nlanguages = ["en", "bn-BD"]\n'
    assert paper_with(newspaper, rules).built()[".well-known/security.txt"] == (
        "Contact: mailto:desk@test.example\n"
        "Expires: 2024-01-01T00:00:00Z\n"
        "Preferred-Languages: en, bn-BD\n"
        "Canonical: https://test.example/.well-known/security.txt\n"
        "Policy: https://test.example/policy/\n"
    )


def test_the_end_of_security_txt_is_told_of_in_time_and_changes_no_file(newspaper: Make) -> None:
    """Also where nothing else is to be done."""
    paper = paper_with(newspaper, SECURITY)
    end = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp())
    first = paper.build(end - 30 * DAY_S - 1)
    assert (first.diagnostics, first.next_change) == ((), None)
    told = []
    for now in (end - 30 * DAY_S, end - 1, end):
        report = paper.build(now)
        assert report.filled == 0
        told += [(fault.code, fault.message) for fault in report.diagnostics]
    assert told == [
        ("W213", f"security.txt {how}: 2024-01-01") for how in ("expires soon", "expires soon", "has expired")
    ]


def test_under_a_path_neither_is_written_and_a_notice_says_so(newspaper: Make) -> None:
    paper = newspaper(
        plain(files(story("a")), PLAIN_SITE.replace("test.example", "test.example/paper") + "\n" + SECURITY)
    )
    report = paper.build()
    (fault,) = report.diagnostics
    assert (fault.code, fault.severity) == ("N211", "notice")
    assert "https://test.example/paper/sitemap.xml" in fault.hint
    assert not any(path in report.written for path in ("robots.txt", ".well-known/security.txt"))
    assert "sitemap.xml" in report.written


def test_files_of_static_take_their_places(newspaper: Make) -> None:
    more = "-- static/robots.txt --\nmine\n-- static/.well-known/security.txt --\nmine\n-- static/ads.txt --\nads\n"
    out = paper_with(newspaper, SECURITY, more).built()
    assert [out[path] for path in ("robots.txt", ".well-known/security.txt", "ads.txt")] == [
        "mine\n",
        "mine\n",
        "ads\n",
    ]


WRONG = {
    "a word": ('[robots]\nai = "denied"', "ai: “denied” is not one of allow, deny", "did you mean “deny”?"),
    "no name": ('[robots]\ndeny = ["Bad Bot\\nAllow: /"]', "is not the name of a crawler", 'write  deny = ["GPTBot"]'),
    "no list": ('[robots]\ndeny = "GPTBot"', "deny: “GPTBot” is not a list", "write  deny = "),
    "a key": ("[robots]\ndenny = []", "unknown key “denny”", "did you mean “deny”?"),
    "no contact": ("[security]\nexpires = 2024-01-01", "[security] has no “contact”", "add a line"),
    "a contact": ('[security]\ncontact = "ring us"\nexpires = 2024-01-01', "neither an e-mail nor", "write  contact"),
    "two lines": (
        '[security]\ncontact = "a@b.example"\npolicy = "https://b.example/\\nExpires: x"\nexpires = 2024-01-01',
        "is not a web address",
        "write  policy",
    ),
    "no end": ('[security]\ncontact = "a@b.example"', "[security] has no “expires”", "within a year"),
    "an end": ('[security]\ncontact = "a@b.example"\nexpires = "soon"', "“soon” is not a date", "write a date as"),
    "a language": (
        '[security]\ncontact = "a@b.example"\nexpires = 2024-01-01\nlanguages = ["bangla"]',
        "“bangla” is not a language tag",
        "write it as",
    ),
    "no text": ("[security]\ncontact = 5\nexpires = 2024-01-01", "contact: “5” is not a text", "write  contact"),
}


@pytest.mark.parametrize(("rules", "says", "hint"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_line(newspaper: Make, rules: str, says: str, hint: str) -> None:
    found = [fault for fault in paper_with(newspaper, rules).faults() if says in fault.message]
    assert len(found) == 1, [str(fault) for fault in paper_with(newspaper, rules).faults()]
    assert hint in found[0].hint
    assert found[0].place.line > PLAIN_SITE.count("\n")
