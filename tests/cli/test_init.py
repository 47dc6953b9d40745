"""A new paper, from nothing, and the recipes that publish it from CI."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from patrika.cli.main import run
from patrika.run.starting import RECIPES, recipe_file

DOCS = Path(__file__).parents[2] / "docs" / "operators.md"
INSTALL = "python -m pip install ./patrika-*.whl"
"""The one line of a recipe that is not run here: this environment has Patrika already, and may be without a network."""

IN_ITS_PLACE = "patrika --version"
EACH_CI = pytest.mark.parametrize("ci", RECIPES)


def recipe(ci: str) -> Any:
    """Return a recipe as its CI reads it, every value as text."""
    return yaml.load(recipe_file(ci).read_text("utf-8"), yaml.BaseLoader)


def publishing_job(ci: str) -> Any:
    """Return the job of a recipe that builds what is published."""
    told = recipe(ci)
    return told["jobs"]["build"] if ci == "github" else {**told[told["publish"]["extends"]], **told["publish"]}


def action(name: str) -> Any:
    """Return what GitHub's recipe gives to an action."""
    return next(step["with"] for step in publishing_job("github")["steps"] if name in step.get("uses", ""))


def script(ci: str) -> list[str]:
    """Return the shell lines of a recipe."""
    job = publishing_job(ci)
    return job["script"] if ci == "gitlab" else [step["run"] for step in job["steps"] if "run" in step]


def kept_folders(ci: str) -> list[str]:
    """Return what a recipe keeps between runs."""
    paths = publishing_job(ci)["cache"]["paths"] if ci == "gitlab" else action("/cache@")["path"].split()
    return [path.rstrip("/") for path in paths]


def published_folder(ci: str) -> str:
    """Return what a recipe publishes."""
    return str(publishing_job(ci)["pages"]["publish"] if ci == "gitlab" else action("/upload-pages-artifact@")["path"])


def run_recipe(ci: str, clone: Path) -> subprocess.CompletedProcess[str]:
    """Run a recipe's shell lines in a clone as its CI does: the first that fails is the last."""
    lines = script(ci)
    assert lines.count(INSTALL) == 1
    lines[lines.index(INSTALL)] = IN_ITS_PLACE
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    shell = ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)]
    return subprocess.run(shell, cwd=clone, env={**os.environ, "PATH": path}, capture_output=True, text=True)


def git(folder: Path, *arguments: str) -> str:
    """Run git as someone, and return what it says."""
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@test.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def commit(repository: Path) -> None:
    git(repository, "add", "--all")
    git(repository, "commit", "--message", "Edit")


@pytest.fixture
def repository(tmp_path: Path, ci: str) -> Path:
    """Give a repository of a paper that has just been begun for a CI."""
    folder = tmp_path / "repository"
    assert run(["init", str(folder), "--ci", ci]) == 0
    git(folder, "init")
    commit(folder)
    return folder


def clone(repository: Path, *kept: Path) -> Path:
    """Return a fresh clone, in the place of the last, with what the last run kept."""
    target = repository.with_name("clone")
    shutil.rmtree(target, ignore_errors=True)
    git(repository, "clone", "--depth", "1", repository.as_uri(), str(target))
    for folder in kept:
        shutil.copytree(folder, target / folder.name)
    return target


def keep(ci: str, clone: Path) -> list[Path]:
    """Copy what a recipe keeps to a place of its own."""
    target = clone.with_name("kept")
    shutil.rmtree(target, ignore_errors=True)
    return [Path(shutil.copytree(clone / name, target / name)) for name in kept_folders(ci)]


def test_a_new_site_builds_at_once_without_a_word_of_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path / "paper"), "--name", "The “Evening” Post"]) == 0
    assert run(["build", "--root", str(tmp_path / "paper"), "--strict"]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    front = (tmp_path / "paper" / "output" / "index.html").read_text("utf-8")
    assert "The “Evening” Post" in front
    assert (tmp_path / "paper" / "output" / "bn" / "news" / "2025" / "01" / "first-story" / "index.html").exists()
    assert "/output/" in (tmp_path / "paper" / ".gitignore").read_text()


def test_init_writes_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.toml").write_text("mine")
    assert run(["init", str(tmp_path)]) == 2
    assert (tmp_path / "site.toml").read_text() == "mine"
    assert list(tmp_path.iterdir()) == [tmp_path / "site.toml"]
    assert "is there already" in capsys.readouterr().err


def test_a_folder_with_a_site_toml_and_one_article_is_a_site(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(
        '[site]\nname = "One"\nurl = "https://one.example"\n[languages.en]\nname = "English"\n[[sections]]\nid = "news"\n'
    )
    (tmp_path / "content" / "news").mkdir(parents=True)
    (tmp_path / "content" / "news" / "only.md").write_text("---\ntitle: Only\ndate: 2024-05-01\n---\n\nOne.\n")
    assert run(["build", "--root", str(tmp_path)]) == 0
    assert "<h1>Only</h1>" in (tmp_path / "output" / "news" / "2024" / "05" / "only" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("ci", ["github", "gitlab", "none", ""])
def test_a_recipe_is_written_for_the_ci_that_is_named_and_for_no_other(
    tmp_path: Path, ci: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path), *(["--ci", ci] if ci else [])]) == 0
    there = {name: tmp_path / path for name, path in RECIPES.items() if (tmp_path / path).exists()}
    assert list(there) == [name for name in RECIPES if name == (ci or "github")]
    told = capsys.readouterr().out
    for name, path in there.items():
        assert path.read_bytes() == recipe_file(name).read_bytes()
        assert f"Publish it:  {RECIPES[name]}" in told
    assert ("Publish it" in told) == bool(there)
    assert not list(tmp_path.rglob("github.yml"))


def test_a_recipe_that_is_there_already_is_not_written_over(tmp_path: Path) -> None:
    mine = tmp_path / RECIPES["github"]
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    assert run(["init", str(tmp_path)]) == 2
    assert mine.read_text() == "mine"
    assert not (tmp_path / "site.toml").exists()


@EACH_CI
def test_the_docs_show_the_recipe_that_init_writes(ci: str) -> None:
    text = recipe_file(ci).read_text("utf-8")
    shown = "".join(f"    {line}" if line.strip() else line for line in text.splitlines(keepends=True))
    assert shown in DOCS.read_text("utf-8")


def test_the_recipe_for_github_publishes_in_time_and_always_from_the_newest_cache() -> None:
    told = recipe("github")
    assert [event["cron"] for event in told["on"]["schedule"]] == ["7,22,37,52 * * * *"]
    assert told["permissions"] == {"contents": "read"}
    assert told["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert told["concurrency"]["cancel-in-progress"] == "false"
    cache = action("/cache@")
    assert cache["key"].startswith(cache["restore-keys"])
    assert "github.run_id" in cache["key"]
    assert action("/checkout@")["fetch-depth"] == "1"
    assert action("/upload-pages-artifact@")["include-hidden-files"] == "true"


def test_the_recipe_for_gitlab_keeps_a_cache_for_each_branch_and_publishes_from_one() -> None:
    job = publishing_job("gitlab")
    assert "$CI_COMMIT_REF_SLUG" in job["cache"]["key"]
    assert job["variables"]["GIT_DEPTH"] == "1"
    assert job["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert job["artifacts"]["paths"] == [job["pages"]["publish"] + "/"]


@EACH_CI
def test_the_lines_of_a_recipe_publish_and_in_the_next_run_write_nothing(ci: str, repository: Path) -> None:
    first = clone(repository)
    told = run_recipe(ci, first)
    assert (told.returncode, told.stderr.count("error")) == (0, 0)
    assert ", 0 unchanged" in told.stdout
    assert (first / published_folder(ci) / "index.html").exists()
    assert git(first, "status", "--porcelain") == ""
    second = clone(repository, *keep(ci, first))
    told = run_recipe(ci, second)
    assert ": 0 files written, " in told.stdout
    assert "Reading files" not in told.stderr, "nothing was parsed"


@EACH_CI
def test_the_lines_of_a_recipe_fail_where_there_is_an_error_and_leave_what_was_published(
    ci: str, repository: Path
) -> None:
    first = clone(repository)
    assert run_recipe(ci, first).returncode == 0
    kept = keep(ci, first)
    with open(repository / "content/news/broken.en.md", "w", encoding="utf-8") as file:
        file.write("---\ntitel: Broken\n---\n")
    commit(repository)
    second = clone(repository, *kept)
    told = run_recipe(ci, second)
    assert told.returncode == 1
    assert "content/news/broken.en.md:2" in told.stderr
    assert not (second / published_folder(ci) / "news/2025/01/broken").exists()
    assert (second / published_folder(ci) / "index.html").exists()
