"""`patrika check` as a whole: what it leaves alone, what the site may wish of it, and how it tells what it found."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from patrika.cli.formats import github, sarif
from patrika.cli.manual import manual
from patrika.model.codes import CODES
from patrika.model.diagnostics import Diagnostic, Place
from patrika.run.checking import check
from patrika.run.request import BuildRequest
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]

REPOSITORY = Path(__file__).parents[2]
OLD = story("old", date="2019-05-01", title="Old")
NEW = story("new", date="2023-05-01", title="New")
BROKEN = story("broken", title="Broken", summary="It is.", body="[on](nowhere.md)")


def codes(paper: Newspaper, **wishes: Any) -> list[tuple[str, str, str]]:
    """Return severity, code and file of all that is told."""
    return [(it.severity, it.code, it.place.path.rpartition("/")[2]) for it in paper.check(**wishes).diagnostics]


def run(paper: Newspaper, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "patrika", *arguments, "--root", str(paper.root), "--now", "2023-07-28"],
        capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip


def test_a_story_at_fault_is_told_with_all_else(newspaper: Make) -> None:
    """What a build would stop at does not hide what is to be said of other stories and their pages."""
    paper = newspaper(files(OLD, BROKEN) + "-- slots/footer.html --\n<h1>Ad</h1>\n")
    assert codes(paper) == [
        ("error", "E301", "broken.en.md"),
        ("warning", "W710", ""),
        ("warning", "W712", "old.en.md"),
    ]


WORDS = """## Berlin

#### News

[a](/world/#no-more), [b](/world/#no), [c](/world/#না)
"""
AT = ["W709 9:6", "W702 11:5", "W702 11:27", "W702 11:44"]


def test_words_are_found_where_they_stand_and_not_where_they_stand_too(newspaper: Make) -> None:
    """A heading is not looked for in the headline, nor an address within a longer one; a name may be spelled with
    letters taken apart."""
    paper = newspaper("")
    paper.put(*story("cafe\u0301", title="No News", summary="News.", body=WORDS))
    told = [f"{it.code} {it.place.line}:{it.place.column}" for it in paper.check().diagnostics if it.code in str(AT)]
    assert sorted(told) == sorted(AT)


def test_settings_at_fault_are_told_though_no_page_can_be_made(newspaper: Make) -> None:
    paper = newspaper(files(OLD), SITE + "\n[feeds]\nitms = 3\n")
    report = paper.check()
    assert ([it.code for it in report.diagnostics], report.pages) == (["E202", "W712"], 0)


def test_an_old_archive_is_kept_quiet_but_for_errors(newspaper: Make) -> None:
    """Builds keep quiet of it as well."""
    picture = "![](x.svg)"
    old = files(story("old", date="2019-05-01", title="Old", body=picture), NEW)
    paper = newspaper(old + "-- content/world/x.svg --\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'/>\n")
    both = [("warning", "W712", "new.en.md"), ("warning", "W712", "old.en.md"), ("warning", "W303", "old.en.md")]
    assert codes(paper) == both
    assert [it.code for it in paper.build().diagnostics] == ["W303"]
    paper.put("site.toml", SITE + "\n[check]\nsince = 2020-01-01\n")
    assert codes(paper) == both[:1]
    assert paper.build().diagnostics == ()
    paper.put("content/world/old.en.md", files(BROKEN).partition("\n")[2].replace("2023-07-01", "2019-05-01"))
    assert codes(paper) == [("error", "E301", "old.en.md"), *both[:1]]


def test_a_site_says_how_grave_a_thing_is(newspaper: Make) -> None:
    """What is raised to an error stops builds, too; what is off is not spoken of."""
    wished = SITE + '\n[check.severity]\nW712 = "off"\nW303 = "error"\nW709 = "notice"\n'
    text = files(story("a", title="A", body="## B\n\n#### C\n\n![](x.svg)"))
    paper = newspaper(
        text + "-- content/world/x.svg --\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'/>\n", wished
    )
    assert codes(paper) == [("error", "W303", "a.en.md"), ("notice", "W709", "a.en.md")]
    assert not paper.build().published


WRONG = {
    '[check]\nsince = "May"\n': ("since: “May” is no day", "since = 2024-01-31"),
    '[check]\nskip = ["example.org"]\n': ("“example.org” is not the beginning of an address", "https://"),
    '[check]\nsnce = "2024-01-01"\n': ("unknown key “snce”", "“since”"),
    '[check.severity]\nW73 = "off"\n': ("there is no diagnostic “W73”", "W7"),
    '[check.severity]\nE301 = "off"\n': ("E301 stops a build", "on_error"),
    '[check.severity]\nW303 = "of"\n': ("“of” is not one of off, notice, warning, error", "“off”"),
    "[check.budget]\nstory = -1\n": ("story: -1 is less than 0", "no limit"),
    "[check.budget]\nstories = 3\n": ("unknown key “stories”", "“story”"),
}


@pytest.mark.parametrize("settings", WRONG)
def test_wishes_that_cannot_be_read_are_told(settings: str, newspaper: Make) -> None:
    says, hint = WRONG[settings]
    (told,) = newspaper(files(OLD), f"{SITE}\n{settings}").faults()
    assert says in told.message
    assert hint in told.hint
    assert told.place.line > 26


def test_wishes_change_no_page(newspaper: Make) -> None:
    paper = newspaper(files(OLD))
    paper.built()
    paper.put(
        "site.toml", SITE + '\n[check]\nsince = 2020-01-01\n[check.severity]\nW712 = "off"\n[check.budget]\nstory = 1\n'
    )
    report = paper.build()
    assert (report.filled, report.written) == (0, ())


def test_a_second_check_makes_no_page_again(newspaper: Make) -> None:
    """What the first printed is kept apart from output/, and lies in the folder that git is told to ignore."""
    paper = newspaper(files(OLD))
    paper.check()
    before = {path: path.stat().st_mtime_ns for path in (paper.root / ".patrika/check").rglob("*.html")}
    assert codes(paper) == [("warning", "W712", "old.en.md")]
    assert before == {path: path.stat().st_mtime_ns for path in (paper.root / ".patrika/check").rglob("*.html")}
    assert not paper.output.exists()


def test_one_process_finds_what_many_find(newspaper: Make) -> None:
    many = files(*(story(f"s{number:03}", title=f"S {number // 2}") for number in range(520)))
    paper = newspaper(many)
    alone = paper.check(jobs=1).diagnostics
    assert {it.code for it in alone} >= {"W712", "W705"}
    assert paper.check(jobs=3).diagnostics == alone


def test_the_exit_code_says_whether_there_is_an_error(newspaper: Make) -> None:
    paper = newspaper(files(OLD))
    assert [run(paper, "check").returncode, run(paper, "check", "--strict").returncode] == [0, 1]
    paper.put(*BROKEN)
    told = run(paper, "check")
    assert told.returncode == 1
    assert "content/world/broken.en.md:7:6: error E301: the link “nowhere.md” leads to nothing" in told.stderr
    assert "1 error, 1 warning, 0 notices" in told.stdout
    assert "patrika help E301" in told.stdout


def test_programs_are_told_in_json(newspaper: Make) -> None:
    told = json.loads(run(newspaper(files(OLD)), "check", "--format", "json").stdout)
    (it,) = told.pop("diagnostics")
    assert it.pop("hint")
    assert it.pop("message")
    assert it == {"code": "W712", "severity": "warning", "path": "content/world/old.en.md", "line": 2, "column": 8}
    assert told == {"errors": 0, "warnings": 1, "notices": 0, "pages": 7, "articles": 1}


STORM = Diagnostic("E301", "error", Place("content/বিশ্ব/100%,a:b.md", 4, 2), "a, b: “c”\nd", "do e")
EVERYWHERE = Diagnostic("N506", "notice", Place("/bn/"), "no phrases")


def test_github_is_told_in_its_commands() -> None:
    """Signs that part a command's values are escaped in them, and line ends everywhere."""
    assert github(STORM) == "::error file=content/বিশ্ব/100%25%2Ca%3Ab.md,line=4,col=2,title=E301::a, b: “c”%0Ad — do e"
    assert github(EVERYWHERE) == "::notice title=N506::/bn/: no phrases"


def test_sarif_points_into_files_and_at_pages() -> None:
    (run,) = json.loads(sarif([STORM, EVERYWHERE, STORM]))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E301", "N506"]
    assert [(it["ruleId"], it["ruleIndex"], it["level"]) for it in run["results"]] == [
        ("E301", 0, "error"), ("N506", 1, "note"), ("E301", 0, "error"),
    ]  # fmt: skip
    storm, everywhere = (it["locations"][0] for it in run["results"][:2])
    assert storm["physicalLocation"]["artifactLocation"]["uri"].endswith("/100%25%2Ca%3Ab.md")
    assert storm["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 2}
    assert everywhere["logicalLocations"][0]["fullyQualifiedName"] == "/bn/"


def test_each_code_can_be_asked_for(newspaper: Make) -> None:
    known = manual()
    assert known.keys() == CODES
    assert [told.code for told in known.values() if told.code[1] == "7" and not told.more] == []
    told = subprocess.run([sys.executable, "-m", "patrika", "help", "w708"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("W708: a picture's text")
    assert "The last ferry before the storm" in told.stdout
    wrong = subprocess.run(
        [sys.executable, "-m", "patrika", "help", "W780"], capture_output=True, text=True, check=False
    )
    assert (wrong.returncode, "did you mean “W7" in wrong.stderr) == (2, True)


UNDER_A_PATH = SITE.replace("https://test.example", "https://test.example/paper") + '\n[check.severity]\nN211 = "off"\n'
HOSTED = f'{SITE}\n[deploy]\nhost = "netlify"\n'
OF_ITS_OWN = '-- redirects.toml --\n"/was/" = "world/new"\n-- slots/footer.html --\n<a href="/was/">before</a>\n'
BANGLA = story("ঝড়ের-রাত", title="ঝড়", summary="হাওয়া।", body="## রাত\n\n[এখানে](#রাত)", language="bn")
GOOD = story("new", title="New", summary="It is.", body="[a](@/world/ঝড়ের-রাত.bn.md#রাত)")


@pytest.mark.parametrize("settings", [SITE, UNDER_A_PATH, HOSTED], ids=["root", "path", "host"])
def test_good_links_are_not_spoken_of(settings: str, newspaper: Make) -> None:
    """In other scripts, under a path, and by the rules of a host."""
    paper = newspaper(files(BANGLA, GOOD) + (OF_ITS_OWN if settings == HOSTED else ""), settings)
    assert paper.check().diagnostics == ()


def test_the_sample_newsroom_has_no_fault(tmp_path: Path) -> None:
    """What we tell others, we do."""
    request = BuildRequest(REPOSITORY, tmp_path / "check", tmp_path / "cache", now=1_795_000_000, holds=True)
    report = check(request)
    assert "\n".join(map(str, report.diagnostics)) == ""
    assert report.pages > 300


def test_the_hook_looks_where_a_site_has_its_files() -> None:
    (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    seen = re.compile(hook["files"])
    assert all(
        map(
            seen.search,
            ("content/world/ঝড়.bn.md", "site.toml", "slots/footer.html", "locale/ne.po", "themes/x/theme.toml"),
        )
    )
    assert not any(map(seen.search, ("README.md", ".github/workflows/publish.yml", "docs/content/x.md")))
    assert (hook["entry"], hook["pass_filenames"]) == ("patrika check", False)
    assert f"files: {hook['files']}" in (REPOSITORY / "docs/checks.md").read_text("utf-8")


def test_a_page_that_is_as_it_was_is_not_looked_at_again(newspaper: Make) -> None:
    """Unless something that it may lead to has gone."""
    paper = newspaper(files(OLD, NEW))
    assert paper.check().judged == 9
    assert paper.check().judged == 0
    paper.put(*story("new", date="2023-05-01", title="New", body="Text.\n\nMore of it."))
    assert paper.check().judged == 1
    paper.put("static/more.txt", "x")
    assert paper.check().judged == 0
    (paper.root / "content/world/old.en.md").unlink()
    report = paper.check()
    assert report.judged == report.pages


EDITS: dict[str, tuple[str, str | None]] = {
    "a link to what is not there yet": ("slots/footer.html", '<a href="/file.txt">x</a><a href="/world/2023/05/new/#b">y</a>'),
    "a file that it leads to": ("static/file.txt", "x"),
    "the place that it leads to": ("content/world/new.en.md", story("new", title="New", date="2023-05-01", body="## B")[1]),
    "another budget": ("site.toml", SITE + "\n[check.budget]\nstyles = 1\n"),
    "a title of another story": ("content/world/old.en.md", story("old", title="New", date="2019-05-01", body="## B")[1]),
    "the file gone": ("static/file.txt", None),
    "a page gone": ("content/world/new.en.md", None),
}  # fmt: skip


def test_what_is_remembered_is_what_would_be_seen(newspaper: Make, tmp_path: Path) -> None:
    """After any edit a check finds what one without any memory finds."""
    paper = newspaper(files(OLD, NEW))
    told = []
    for number, (path, content) in enumerate(EDITS.values()):
        if content is None:
            (paper.root / path).unlink()
        else:
            paper.put(path, content)
        told.append(paper.check().diagnostics)
        assert told[-1] == paper.check(cache=tmp_path / f"{number}", output=tmp_path / f"{number}/check").diagnostics
    assert len(set(told)) == len(EDITS)


LIGHT, HEAVY = b"a" * 64_000, b"".join(sha256(b"%d" % n).digest() for n in range(2_000))


def test_a_script_that_others_load_is_weighed_again_though_it_is_as_long(newspaper: Make) -> None:
    paper = newspaper(files(NEW) + "-- slots/footer.html --\n<script src='/a.js'></script>\n")
    paper.put("site.toml", SITE + "\n[check.budget]\nwhole = 50\n")
    paper.put("static/a.js", LIGHT)
    assert {it.code for it in paper.check().diagnostics} == {"W712"}
    paper.put("static/a.js", HEAVY)
    assert {it.code for it in paper.check().diagnostics} == {"W712", "W719"}


def test_an_old_address_that_is_given_up_is_missed_where_it_is_linked(newspaper: Make) -> None:
    """Pages that are as they were are looked at again for it."""
    paper = newspaper(files(BANGLA, GOOD) + OF_ITS_OWN, HOSTED)
    assert paper.check().diagnostics == ()
    paper.put("redirects.toml", "")
    assert {it.code for it in paper.check().diagnostics} == {"E701"}
