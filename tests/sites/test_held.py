"""Stories at fault held back, and the rest published: `[build] on_error = "hold"`."""

import json
from collections.abc import Callable

import pytest

from patrika.cli.main import run
from tests.sites.newspaper import NOW, SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
HOLD = 'build.on_error = "hold"\n' + SITE
PATH = "content/world/wrong.en.md"
PAGE = "world/2023/07/wrong/index.html"
GOOD = story("good")
NAMING = story("naming", body="See [the story](wrong.md).", related="[world/wrong]")
AT_FAULT = {
    "a misspelt key": (story("wrong", titel="T"), "E110"),
    "no front matter": ((PATH, "Text.\n"), "E103"),
    "an unknown section": ((PATH, GOOD[1].replace("date:", "section: wrold\ndate:")), "E114"),
    "a link to nothing": (story("wrong", body="[x](nowhere.md)"), "E301"),
    "a link to a path of nothing": (story("wrong", body="[x](/no/where/)"), "E301"),
    "a picture that is not there": (story("wrong", body="![x](none.jpg)"), "E302"),
    "a picture at its head that is not there": (story("wrong", image="{src: none.jpg, alt: x}"), "E302"),
    "a pick of nothing": (story("wrong", related="[world/nothing]"), "E307"),
    "an author of no file": (story("wrong", authors="[nobody]"), "E308"),
}


def held_back(paper: Newspaper, now: int = NOW) -> list[str]:
    """Build, and return the files that are held back, after making sure that the rest was published."""
    report = paper.build(now)
    assert report.published, "\n".join(map(str, report.diagnostics))
    return list(report.held)


@pytest.mark.parametrize(("wrong", "code"), AT_FAULT.values(), ids=AT_FAULT)
def test_a_story_at_fault_is_held_back_and_the_rest_published(
    newspaper: Make, wrong: tuple[str, str], code: str
) -> None:
    """As if it were a draft: what leads to it is text, and left out of picks, with notices. Mended, it is there."""
    paper = newspaper(files(GOOD, NAMING, wrong), HOLD)
    report = paper.build()
    assert (report.published, report.held) == (True, (PATH,))
    told = [(it.code, it.severity, it.place.path) for it in report.diagnostics if it.severity != "warning"]
    naming = NAMING[0]
    assert told == [(code, "error", PATH), ("N302", "notice", naming), ("N301", "notice", naming)]
    assert all("is not public now" in it.message for it in report.diagnostics[-2:])
    pages = paper.pages()
    assert "world/2023/07/good/index.html" in pages
    assert PAGE not in pages
    assert "Story wrong" not in pages["index.html"]
    assert "See the story." in pages["world/2023/07/naming/index.html"]

    paper.put(*story("wrong"))
    assert held_back(paper) == []
    assert PAGE in paper.pages()
    assert (
        f'See <a href="/{PAGE.removesuffix("index.html")}">the story</a>.'
        in (paper.pages()["world/2023/07/naming/index.html"])
    )


def test_a_page_once_published_is_taken_back_with_its_pictures(newspaper: Make) -> None:
    svg = '<svg width="4" height="2" xmlns="http://www.w3.org/2000/svg"/>'
    paper = newspaper(files(GOOD, story("wrong", body="![x](a.svg)"), ("content/world/a.svg", svg)), HOLD)
    assert held_back(paper) == []
    paper.put(*story("wrong", body="![x](a.svg) ![y](b.svg)"))
    assert {PAGE, "media/world/a.svg"} <= set(paper.build().removed)


def test_without_the_setting_a_fault_stops_all(newspaper: Make) -> None:
    (fault,) = newspaper(files(GOOD, NAMING, story("wrong", titel="T"))).faults()
    assert fault.code == "E110"


def test_only_the_version_at_fault_is_held_back(newspaper: Make) -> None:
    """Whoever links to it leads to the other language meanwhile."""
    paper = newspaper(files(NAMING, story("wrong", titel="T"), story("wrong", language="bn")), HOLD)
    assert held_back(paper) == [PATH]
    link = '<a href="/bn/world/2023/07/wrong/" hreflang="bn">the story</a>'
    assert link in paper.pages()["world/2023/07/naming/index.html"]


def test_of_two_files_of_one_story_the_second_is_held_back(newspaper: Make) -> None:
    paper = newspaper(files(story("first", title="One"), story("second", title="Two", story="world/first")), HOLD)
    assert held_back(paper) == ["content/world/second.en.md"]
    assert "One" in paper.pages()["world/2023/07/first/index.html"]


def test_a_link_by_its_address_to_a_story_held_back_is_text_as_well(newspaper: Make) -> None:
    """Among links that lead somewhere and nowhere; where another story has that address, the link leads there."""
    body = "[it](/world/2023/07/wrong/) [good](/world/2023/07/good/)"
    paper = newspaper(files(GOOD, story("naming", body=body), story("wrong", body="[x](nowhere.md)")), HOLD)
    assert held_back(paper) == [PATH]
    page = "world/2023/07/naming/index.html"
    assert '<p>it <a href="/world/2023/07/good/">good</a></p>' in paper.pages()[page]
    paper.put(*story("naming", body=f"{body} [x](/no/where/)"))
    assert [it.message for it in paper.build().diagnostics if it.severity == "error"] == [
        "the link “/no/where/” leads to nothing",
        "the link “nowhere.md” leads to nothing",
    ]
    paper.put(*story("naming", body=body))
    paper.put(*story("other", slug="wrong"))
    assert held_back(paper) == [PATH]
    assert '<a href="/world/2023/07/wrong/">it</a>' in paper.pages()[page]


def test_what_linked_to_a_page_that_is_gone_with_a_story_is_held_back_as_well(newspaper: Make) -> None:
    """The page of a tag goes with its only story, then that of the next tag; both faults are told."""
    first = story("wrong", tags="[x]", body="[x](nowhere.md)")
    second = story("second", tags="[y]", body="[x](/tags/x/)")
    third = story("third", body="[y](/tags/y/)")
    paper = newspaper(files(GOOD, first, second, third), HOLD)
    report = paper.build()
    assert report.held == ("content/world/second.en.md", "content/world/third.en.md", PATH)
    assert [it.place.path for it in report.diagnostics if it.severity == "error"] == list(report.held)
    paper.put(*story("wrong", tags="[x]"))
    assert held_back(paper) == []


STOPPING = {
    "an address that two stories have": files(story("one", slug="s"), story("two", slug="s")),
    "a person": "-- content/authors/ann.en.md --\n---\nnmae: Ann\n---\n",
    "an undated page": "-- content/pages/us.en.md --\n---\ntitle: Us\n---\n[x](nowhere.md)\n",
    "an undated page that cannot be read": "-- content/pages/us.en.md --\n---\ntitel: Us\n---\n",
    "tags": "-- content/tags.toml --\n[x\n",
    "settings": "-- site.toml --\n" + HOLD.replace("timezone", "timezoen"),
    "a template": "-- templates/article.html --\n{{ nothing }}\n",
    "a file that leads out of content": "",
}


@pytest.mark.parametrize("at_fault", STOPPING.values(), ids=STOPPING)
def test_what_is_no_fault_of_a_story_stops_all(newspaper: Make, at_fault: str) -> None:
    paper = newspaper(files(GOOD, story("wrong", titel="T")) + at_fault, HOLD)
    if not at_fault:
        (paper.root / "content/world/out.en.md").symlink_to("/etc/hostname")
    assert len(paper.faults()) >= 2


def test_strict_stops_all_the_same(newspaper: Make) -> None:
    paper = newspaper(files(GOOD, story("wrong", titel="T")), HOLD)
    assert [fault.code for fault in paper.faults(strict=True)] == ["E110"]


def test_an_environment_may_hold_what_stops_elsewhere(newspaper: Make) -> None:
    paper = newspaper(
        files(GOOD, NAMING, story("wrong", titel="T")), SITE + '[env.production.build]\non_error = "hold"\n'
    )
    assert held_back(paper) == [PATH]
    assert not paper.build(env="preview").published
    assert [it.code for it in paper.build(env="preview").diagnostics] == ["E110"]
    assert [it.code for it in paper.build().diagnostics] == ["E110", "N302", "N301"]


def test_what_is_missing_and_comes_mends_a_story(newspaper: Make) -> None:
    """Without a change of the story's own file."""
    paper = newspaper(files(GOOD, story("wrong", authors="[ann]")), HOLD)
    assert held_back(paper) == [PATH]
    paper.put("content/authors/ann.en.md", "---\nname: Ann\n---\nA.\n")
    assert held_back(paper) == []
    (paper.root / "content/authors/ann.en.md").unlink()
    assert held_back(paper) == [PATH]


def test_a_draft_is_no_story_held_back_and_a_story_held_back_is_no_draft(newspaper: Make) -> None:
    """Previews show drafts with their faults as warnings, but nothing that is held back."""
    draft = story("draft", draft="true", body="[x](nowhere.md)")
    paper = newspaper(files(GOOD, draft, story("wrong", body="[x](nowhere.md)")), HOLD)
    report = paper.build(shows={"draft": True})
    assert report.held == (PATH,)
    assert (report.drafts, "world/2023/07/draft/index.html" in paper.pages(), PAGE in paper.pages()) == (1, True, False)


def test_a_story_held_back_is_over_in_time(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The instant is told, and a build after it does not say again what the last one said."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    end = 1_690_502_400
    paper = newspaper(files(GOOD, story("wrong", body="[x](nowhere.md)", expire_at="2023-07-28 06:00")), HOLD)
    assert paper.build().next_change == end
    assert paper.build(now=end - 1).seconds[-1][0] == "scan"
    assert held_back(paper, end - 1) == [PATH]
    assert held_back(paper, end) == []
    assert held_back(paper, end - 1) == [PATH]


def test_a_story_that_stays_at_fault_costs_one_look(newspaper: Make) -> None:
    """What leads to it was looked at when it fell out, and stays as it is."""
    paper = newspaper(files(GOOD, NAMING, story("wrong", body="[x](nowhere.md)")), HOLD)
    paper.build()
    report = paper.build()
    assert (report.looked_at, report.filled, report.written, report.held) == (1, 0, (), (PATH,))


def told(paper: Newspaper, capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    assert run(["build", "--root", str(paper.root), "--now", "2023-07-28 05:20", *asked]) == 3
    return capsys.readouterr().out


def test_the_summary_and_the_report_list_what_is_held_and_the_exit_code_is_3(
    newspaper: Make, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where nothing was to be done."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    paper = newspaper(files(GOOD, story("wrong", titel="T")), HOLD)
    for _ in range(2):
        assert f"Held back for their errors: 1 file\n  {PATH}\n" in told(paper, capsys)
    assert json.loads(told(paper, capsys, "--json"))["held"] == [PATH]


def test_another_word_than_stop_or_hold_is_told(newspaper: Make) -> None:
    (fault,) = newspaper(files(GOOD), HOLD.replace("hold", "holds")).faults()
    assert (fault.code, str(fault.place), fault.hint) == ("E203", "site.toml:1:18", "did you mean “hold”?")
