"""`patrika status`: what is unfinished, what is to come, and how translations stand."""

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from patrika.cli.main import run
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story
from tests.sites.wordings import stamp

Make = Callable[..., Newspaper]

URDU = '\n[languages.ur]\nname = "اردو"\n'
CALM = story("calm", title="A calm", body="Then it\nwas gone.\n\nNobody knew.")
CALM_BN = story("calm", language="bn", title="শান্ত", translated_from=stamp(CALM[1]))
STORM = story("storm", "2023-07-02", title="A storm", translations="{ur: https://urdu.example/storm}")
OVER = story("over", expire_at="2023-07-03")
PAPER = files(
    *(CALM, CALM_BN, STORM, OVER),
    story("jhor", "2023-07-02", language="bn", translations="{en: world/storm}", draft="true", title="ঝড়"),
    story("soon", "2023-07-29 10:00"),
    story("later", "2023-07-01", publish_at="2023-07-30 10:00", language="ur"),
    story("short", "2023-07-03", expire_at="2023-07-31 10:00"),
    story("lost", "2023-06-01", language="bn", translated_from="en@00000000"),
    story("wrong", "never"),
)


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    return newspaper(plain(PAPER, PLAIN_SITE + URDU))


def status(paper: Newspaper, *options: str) -> int:
    return run(["status", "--root", str(paper.root), "--now", "2023-07-28", *options])


def told(paper: Newspaper, capsys: pytest.CaptureFixture[str], *options: str) -> Any:
    assert status(paper, "--json", *options) == 0
    return json.loads(capsys.readouterr().out)


def states(paper: Newspaper, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, str]:
    """Return how stories stand in all languages, in the order in which they are listed."""
    found = told(paper, capsys, "--translations", *options)["stories"]
    return {row["story"]: " ".join(cell["state"] for cell in row["versions"].values()) for row in found}


def test_the_summary_tells_what_is_unfinished_and_what_is_to_come(
    paper: Newspaper, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(paper) == 0
    assert capsys.readouterr().out == (
        "Drafts: 1\n"
        "  content/world/jhor.bn.md  ঝড়\n"
        "Scheduled: 2\n"
        "  2023-07-29 10:00  content/world/soon.en.md  Story soon\n"
        "  2023-07-30 10:00  content/world/later.ur.md  Story later\n"
        "To expire: 1\n"
        "  2023-07-31 10:00  content/world/short.en.md  Story short\n"
        "At fault, and so not counted: 1\n"
        "  content/world/wrong.en.md\n"
        "Stories by language:\n"
        "  en  4 complete, 2 missing\n"
        "  bn  1 complete, 1 draft, 3 missing, 1 sourceless\n"
        "  ur  1 complete, 4 missing, 1 elsewhere\n"
    )


def test_nothing_is_built_and_what_was_read_need_not_be_read_again(
    paper: Newspaper, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(paper) == 0
    assert "Reading files: 10" in capsys.readouterr().err
    assert not paper.output.exists()
    assert status(paper) == 0
    assert "Reading" not in capsys.readouterr().err
    (paper.root / "content/world/wrong.en.md").unlink()
    assert (paper.build().published, paper.build().parsed) == (True, 0)


def test_a_status_between_two_builds_changes_neither(newspaper: Make) -> None:
    paper = newspaper(plain(files(CALM, CALM_BN, STORM), PLAIN_SITE + URDU))
    paper.built()
    paper.write(files(story("calm", title="Calm")))
    assert status(paper) == 0
    after = paper.built()
    assert after == paper.built(clean=True)
    assert "Calm" in after["world/2023/07/calm/index.html"]


def test_the_table_says_of_each_story_how_it_stands_in_each_language(
    paper: Newspaper, capsys: pytest.CaptureFixture[str]
) -> None:
    """Newest first, with what is only planned, without what is over."""
    assert states(paper, capsys) == {
        "world/soon": "complete missing missing",
        "world/short": "complete missing missing",
        "world/jhor": "complete draft elsewhere",
        "world/calm": "complete complete missing",
        "world/later": "missing missing complete",
        "world/lost": "missing sourceless missing",
    }
    assert status(paper, "--translations") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["en", "bn", "ur", "story"]
    assert lines[3] == "complete    draft       elsewhere   world/jhor  A storm"
    assert lines[6:8] == [
        "missing     sourceless  missing     world/lost  Story lost",
        "  bn: what content/world/lost.bn.md was translated from is not there",
    ]


def test_the_table_may_be_of_what_is_to_be_done_alone(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    paper.write(files(story("calm", title="Calm")))
    assert states(paper, capsys, "--outdated") == {
        "world/calm": "complete outdated missing",
        "world/lost": "missing sourceless missing",
    }
    assert [*states(paper, capsys, "--missing", "--lang", "bn")] == ["world/soon", "world/short", "world/later"]
    assert states(paper, capsys, "--outdated", "--lang", "bn") == {"world/calm": "outdated", "world/lost": "sourceless"}


def test_an_unknown_language_is_refused(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(paper, "--lang", "ben") == 2
    assert "unknown language “ben”: did you mean “en”?" in capsys.readouterr().err


def test_as_json_it_is_told_in_whole(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(paper, capsys)
    assert found.keys() == {
        *("now", "timezone", "languages", "drafts", "scheduled", "expiring", "unread", "translations"),
    }
    assert [it["source"] for it in found["scheduled"]] == ["content/world/soon.en.md", "content/world/later.ur.md"]
    assert found["translations"]["bn"] == {
        **{"complete": 1, "outdated": 0, "draft": 1, "missing": 3, "sourceless": 1, "elsewhere": 0},
    }
    rows = {row["story"]: row["versions"] for row in told(paper, capsys, "--translations")["stories"]}
    assert rows["world/calm"]["bn"] == {
        **{"state": "complete", "source": "content/world/calm.bn.md", "status": "", "url": "", "changed": None},
        "original": "content/world/calm.en.md",
    }
    assert rows["world/jhor"]["ur"]["url"] == "https://urdu.example/storm"


def git(paper: Newspaper, *arguments: str) -> str:
    """Let git do something in a site, as somebody, at a given instant."""
    who = {f"GIT_{role}_{what}": "a@b.c" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": "2023-07-27T03:00:00+0600", "GIT_COMMITTER_DATE": "2023-07-27T03:00:00+0600"}
    env = {**os.environ, **who, **when}
    done = subprocess.run(["git", *arguments], cwd=paper.root, env=env, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def committed(paper: Newspaper) -> str:
    git(paper, "add", "content")
    git(paper, "commit", "-qm", "x")
    return git(paper, "rev-parse", "HEAD")


CHANGED = story("calm", title="Calm", body="Then it was gone.\n\nAll knew.\n\nSo it was.", tags="[a]")


def test_git_knows_what_has_changed_since_the_translation(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where the site is a folder of the repository, and the original has moved and was changed again and again."""
    git(paper, "init", "-q", "..")
    first = committed(paper)
    paper.write(files(story("calm", title="A calm", body="Then it was gone.\n\nAll knew.")))
    committed(paper)
    git(paper, "mv", "content/world/calm.en.md", "content/world/calm.md")
    committed(paper)
    paper.put("content/world/calm.md", CHANGED[1])
    (row,) = (it for it in told(paper, capsys, "--outdated")["stories"] if it["story"] == "world/calm")
    assert row["versions"]["bn"]["changed"] == {
        **{"commit": first, "moment": 1_690_405_200, "parts": ["title", "text"], "added": 3, "removed": 2},
        "lines": ["- A calm", "+ Calm", "- Nobody knew.", "+ All knew.", "+ So it was."],
    }
    assert status(paper, "--outdated", "--lang", "bn", "--diff") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:5] == [
        f"  bn: content/world/calm.md has changed since 2023-07-27 ({first[:8]}): title, text; 3 lines more, 2 less",
        "    - A calm",
        "    + Calm",
    ]


def test_where_git_knows_nothing_the_table_is_told_all_the_same(
    paper: Newspaper, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no repository, no git, or no commit with that wording."""
    paper.write(files(CHANGED))
    said = "  bn: content/world/calm.en.md has changed; git does not know what it was"
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(paper.root.parent))
    assert status(paper, "--outdated") == 0
    assert said in capsys.readouterr().out.splitlines()
    git(paper, "init", "-q")
    committed(paper)
    assert status(paper, "--outdated") == 0
    assert said in capsys.readouterr().out.splitlines()
    monkeypatch.setenv("PATH", "")
    assert status(paper, "--outdated") == 0
    assert said in capsys.readouterr().out.splitlines()


def test_a_cache_that_is_damaged_is_begun_anew(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(paper) == 0
    with closing(sqlite3.connect(paper.root / ".patrika/cache.db")) as cache, cache:
        cache.execute("UPDATE text SET reading = x'00' WHERE story = 1")
    capsys.readouterr()
    assert status(paper) == 0
    assert "Reading files: 10" in capsys.readouterr().err
