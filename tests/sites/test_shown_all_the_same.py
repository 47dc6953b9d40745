"""Drafts, scheduled and expired stories where a site shows them: each for itself, with a badge, and never to be indexed."""

from collections.abc import Callable

import pytest

from patrika.cli.main import run
from patrika.run.request import BuildRequest
from tests.sites.newspaper import NOW, SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
OF_STATUS = {
    "draft": story("draft", draft="true"),
    "scheduled": story("scheduled", "2023-07-29"),
    "expired": story("expired", expire_at="2023-07-20"),
}
SETTINGS = {"draft": "drafts", "scheduled": "scheduled", "expired": "expired"}
BADGES = {"draft": "Draft", "scheduled": "Scheduled", "expired": "Expired"}
each_status = pytest.mark.parametrize("status", OF_STATUS)


def site(newspaper: Make, settings: str = "") -> Newspaper:
    """Return a site with a public story, which links to one of each status."""
    body = " ".join(f"[{status}]({status}.md)" for status in OF_STATUS)
    return newspaper(files(story("a", body=body), *OF_STATUS.values()), SITE + settings)


def seen(pages: dict[str, str]) -> set[str]:
    """Return the statuses of the stories that have a page."""
    return {status for status in OF_STATUS if f"world/2023/07/{status}/index.html" in pages}


def is_indexed(pages: dict[str, str]) -> bool:
    return any('content="noindex"' not in page for path, page in pages.items() if path.endswith(".html"))


@each_status
def test_stories_of_a_status_are_shown_alone_with_their_badge_and_no_page_is_indexed(
    newspaper: Make, status: str
) -> None:
    """Links to them are links, those to the others stay text; without the wish all is as it was."""
    paper = site(newspaper)
    before = paper.built()
    assert (seen(before), is_indexed(before)) == (set(), True)
    pages = paper.built(shows={status: True})
    assert (seen(pages), is_indexed(pages)) == ({status}, False)
    page = pages[f"world/2023/07/{status}/index.html"]
    assert f'<p class="badge">{BADGES[status]}</p>' in page
    assert f"<title>{BADGES[status]}: Story {status}" in page
    assert f'<span class="badge">{BADGES[status]}</span>' in pages["index.html"]
    assert pages["world/2023/07/a/index.html"].count(f'<a href="/world/2023/07/{status}/">{status}</a>') == 1
    assert paper.built() == before


@each_status
def test_settings_show_them_and_the_request_has_the_last_word(newspaper: Make, status: str) -> None:
    paper = site(newspaper, f"[build]\n{SETTINGS[status]} = true\n")
    pages = paper.built()
    assert (seen(pages), is_indexed(pages)) == ({status}, False)
    pages = paper.built(shows={status: False})
    assert (seen(pages), is_indexed(pages)) == (set(), True)


def test_an_environment_may_show_what_the_rest_hides(newspaper: Make) -> None:
    paper = site(newspaper, "[env.desk.build]\ndrafts = true\nexpired = true\n")
    assert seen(paper.built()) == set()
    assert seen(paper.built(env="desk")) == {"draft", "expired"}


def test_a_badge_speaks_the_language_of_its_page(newspaper: Make) -> None:
    paper = newspaper(files(story("e", language="bn", expire_at="2023-07-20")))
    assert '<p class="badge">মেয়াদ শেষ</p>' in paper.built(shows={"expired": True})["bn/world/2023/07/e/index.html"]


def test_a_story_that_ends_gets_its_badge_in_time(newspaper: Make) -> None:
    paper = newspaper(files(story("a"), story("soon", expire_at="2023-07-28 06:00")))
    report = paper.build(shows={"expired": True})
    assert report.next_change == 1_690_502_400
    page = "world/2023/07/soon/index.html"
    assert "badge" not in paper.pages()[page]
    assert "badge" in paper.built(now=1_690_502_400, shows={"expired": True})[page]


def test_the_place_of_a_draft_that_is_shown_is_kept_no_longer_than_the_draft_says(newspaper: Make) -> None:
    """The instant until which a build holds is that of all that it shows."""
    draft = story("d", draft="true", priority="lead", priority_until="2023-07-28 06:00")
    paper = newspaper(files(story("a"), draft))
    assert paper.build().next_change is None
    assert paper.build(shows={"draft": True}).next_change == 1_690_502_400


def test_what_is_wrong_with_an_expired_story_is_told_where_it_is_shown(newspaper: Make) -> None:
    paper = newspaper(files(story("a"), story("e", body="[x](nowhere.md)", expire_at="2023-07-20")))
    assert paper.build().published
    assert [fault.code for fault in paper.faults(shows={"expired": True})] == ["E301"]
    assert paper.build().published


def test_an_undated_page_is_shown_with_drafts_alone(newspaper: Make) -> None:
    paper = newspaper(files(story("a")) + "-- content/pages/us.en.md --\n---\ntitle: Us\ndraft: true\n---\nUs.\n")
    assert "us/index.html" not in paper.built(shows={"scheduled": True, "expired": True})
    assert "badge" in paper.built(shows={"draft": True})["us/index.html"]


def test_another_wish_is_something_to_do(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where no file changed since the last build."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    paper = site(newspaper)
    paper.build()
    assert paper.build(now=NOW + 1).seconds[-1][0] == "scan"
    assert paper.build(shows={"expired": True}).filled > 0


def test_options_and_the_summary_speak_of_each_status(newspaper: Make, capsys: pytest.CaptureFixture[str]) -> None:
    paper = site(newspaper, "[build]\nscheduled = true\n")
    asked = ["--drafts", "--no-scheduled", "--now", "2023-07-28 05:20", "--root", str(paper.root)]
    assert run(["build", *asked]) == 0
    assert seen(paper.pages()) == {"draft"}
    told = capsys.readouterr().out
    assert "Shown with a badge: 1 draft\n" in told
    assert "Held back: 1 scheduled, 1 expired\n" in told


@pytest.mark.parametrize(
    ("asked", "shown"),
    [([], {"draft", "scheduled"}), (["--no-drafts", "--expired"], {"scheduled", "expired"})],
)
def test_the_preview_shows_drafts_and_scheduled_stories_unless_told_otherwise(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, asked: list[str], shown: set[str]
) -> None:
    requests: list[BuildRequest] = []
    monkeypatch.setattr("patrika.run.serve.serve", lambda request, *_, **__: requests.append(request()))
    assert run(["serve", "--root", str(site(newspaper).root), *asked]) == 0
    assert {status for status, wish in requests[0].shows.items() if wish} == shown


WRONG = {
    "an unknown key": ("[build]\ndraft = true\n", "E202", "did you mean “drafts”?"),
    "no flag": ('[build]\ndrafts = "yes"\n', "E203", "write  drafts = true  or  drafts = false"),
}


@pytest.mark.parametrize(("settings", "code", "hint"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_the_wishes_is_told(newspaper: Make, settings: str, code: str, hint: str) -> None:
    (fault,) = site(newspaper, settings).faults()
    assert (fault.code, fault.hint) == (code, hint)
    assert fault.place.line == SITE.count("\n") + 2
