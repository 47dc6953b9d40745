"""The command line when it says no: exit codes, one line, no traceback, and what to do instead."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from patrika.cli.main import run
from tests.sites.content_cases import OK, storm
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain

Make = Callable[..., Newspaper]
Capture = pytest.CaptureFixture[str]
NOW = ["--now", "2023-07-28"]


def in_site(paper: Newspaper, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Run `patrika build` in a site's folder and return the exit code."""
    monkeypatch.chdir(paper.root)
    return run(["build", *NOW, *arguments])


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Return time of change and size of all that lies in a folder."""
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_size) for path in sorted(folder.rglob("*"))}


def one_line(told: str) -> str:
    """Return the only line that was told."""
    assert told.count("\n") == 1, told
    return told.strip()


def test_without_site_toml_one_line_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["build"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    line = one_line(err)
    assert f"there is no site.toml in {tmp_path}" in line
    assert "patrika init" in line
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("root", ["nowhere", "site.toml", "content"])
def test_a_root_without_site_toml_is_named(newspaper: Make, capsys: Capture, root: str) -> None:
    """--root is taken at its word: nothing is sought above it."""
    folder = newspaper(plain(OK)).root / root
    assert run(["build", *NOW, "--root", str(folder)]) == 2
    line = one_line(capsys.readouterr().err)
    assert f"there is no site.toml in {folder}" in line
    assert "patrika init" in line


def test_site_toml_is_sought_upward(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output goes beside site.toml, wherever in the site one stands."""
    paper = newspaper(plain(OK))
    monkeypatch.chdir(paper.root / "content" / "world")
    assert run(["build", *NOW]) == 0
    assert (paper.output / "index.html").exists()


OUTPUTS = {
    "the site's folder": (".", "site.toml"),
    "the folder above": ("..", "site.toml"),
    "the root of all": ("/", "site.toml"),
    "content/": ("content", "content/"),
    "a folder in content/": ("content/out", "content/"),
    "static/": ("static", "static/"),
    "a folder in the theme": ("themes/plain/out", "themes/"),
    "git's own": (".git/out", ".git/"),
    "a file": ("notes.txt", "is a file"),
    "a folder below a file": ("notes.txt/out", "notes.txt"),
    "a link to the site's folder": ("loop", "site.toml"),
    "the site's folder by a detour": ("content/..", "site.toml"),
    "the memory of builds": (".patrika", ".patrika"),
}


@pytest.mark.parametrize(("output", "says"), OUTPUTS.values(), ids=OUTPUTS)
def test_an_output_that_would_harm_the_site_is_refused(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture, output: str, says: str
) -> None:
    """Exit code 2, one line that names it and says what to do, and nothing is touched."""
    paper = newspaper(plain(OK + "-- notes.txt --\nmine\n"))
    (paper.root / "loop").symlink_to(".")
    before = snapshot(paper.root)
    assert in_site(paper, monkeypatch, "--output", output) == 2
    line = one_line(capsys.readouterr().err)
    assert line.startswith("patrika: --output ")
    assert output in line
    assert says in line
    assert "choose" in line
    assert snapshot(paper.root) == before


def test_an_output_elsewhere_is_fine(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path
) -> None:
    paper = newspaper(plain(OK))
    assert in_site(paper, monkeypatch, "--output", str(tmp_path / "deep" / "out")) == 0
    assert (tmp_path / "deep" / "out" / "index.html").exists()
    assert not paper.output.exists()
    assert "files written" in capsys.readouterr().out


def test_an_unknown_command_is_told_with_the_nearest(capsys: Capture) -> None:
    assert run(["biuld"]) == 2
    told = capsys.readouterr().err
    assert "there is no command “biuld”; did you mean “build”?" in told
    assert "Traceback" not in told


def test_a_command_like_no_other_is_told(capsys: Capture) -> None:
    assert run(["frobnicate"]) == 2
    told = capsys.readouterr().err
    assert "frobnicate" in told
    assert "Traceback" not in told


def test_an_unknown_option_is_told_with_the_nearest(capsys: Capture) -> None:
    assert run(["build", "--ouput", "x"]) == 2
    told = capsys.readouterr().err
    assert "--ouput" in told
    assert "--output" in told
    assert "Traceback" not in told


def test_an_argument_too_many_is_told(newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    paper = newspaper(plain(OK))
    assert in_site(paper, monkeypatch, "content/world/ok.en.md") == 2
    assert "content/world/ok.en.md" in capsys.readouterr().err
    assert not paper.output.exists()


@pytest.mark.parametrize("now", ["yesterday", "2023-02-30", "2023-07-28 25:00"])
def test_a_time_that_is_none_is_told_with_how_to_write_one(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture, now: str
) -> None:
    paper = newspaper(plain(OK))
    assert in_site(paper, monkeypatch, "--now", now) == 2
    told = capsys.readouterr().err
    assert now in told
    assert "--now" in told
    assert "2023-07-27 03:16" in told
    assert not paper.output.exists()


@pytest.mark.parametrize("url", ["test.example", "ftp://test.example", "https://a b"])
def test_a_base_url_that_is_none_is_told_as_the_options_fault(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture, url: str
) -> None:
    """site.toml is not at fault, and no line of it is named."""
    paper = newspaper(plain(OK))
    assert in_site(paper, monkeypatch, "--base-url", url) == 2
    told = capsys.readouterr().err
    assert "--base-url" in told
    assert url in told
    assert "site.toml:" not in told


def test_faults_of_content_are_all_told_and_the_exit_code_is_1(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    paper = newspaper(plain(storm("title: Storm\nsumary: x", "[x](nowhere.md)")))
    assert in_site(paper, monkeypatch) == 1
    told = capsys.readouterr().err
    assert "content/world/storm.en.md:3:1: error E110: unknown key “sumary”" in told
    assert "    hint: did you mean “summary”?" in told
    assert "content/world/storm.en.md:1:1: error E113: this file has no date" in told
    assert f"Nothing was published (3 errors, 0 warnings); {paper.output} is as it was." in told.splitlines()
    assert "Traceback" not in told
    assert not paper.output.exists()


def test_warnings_publish_and_strict_does_not(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    paper = newspaper(plain(storm("title: Storm\ndate: 2023-07-27", "[x](ok.md#nowhere)")))
    assert in_site(paper, monkeypatch, "--strict") == 1
    assert "warnings count as errors" in capsys.readouterr().err
    assert not paper.output.exists()
    assert in_site(paper, monkeypatch) == 0
    assert "warning W304" in capsys.readouterr().err
    assert paper.output.exists()


def test_json_is_all_that_goes_to_standard_output(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    paper = newspaper(plain(storm("title: Storm\nsumary: x\ndate: 2023-07-27")))
    assert in_site(paper, monkeypatch, "--json") == 1
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert err == ""
    assert (told["published"], told["errors"]) == (False, 1)
    place = {"path": "content/world/storm.en.md", "line": 3, "column": 1}
    assert told["diagnostics"][0]["place"] == place
    assert told["diagnostics"][0]["hint"] == "did you mean “summary”?"


def test_a_story_scheduled_beyond_all_clocks_breaks_no_summary(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """The last day that can be written, west of the site's zone: a fault or a summary, but no traceback."""
    paper = newspaper(plain(storm("title: Storm\ndate: 2023-07-27\npublish_at: 9999-12-31 23:59 -12:00")))
    assert in_site(paper, monkeypatch) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err


def test_an_interruption_is_said_in_one_line(newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("patrika.run.build.scan", interrupted)
    assert in_site(newspaper(plain(OK)), monkeypatch) == 130
    assert capsys.readouterr().err.split() == ["patrika:", "interrupted"]


def test_a_site_toml_that_cannot_be_read_is_told_in_one_line(
    newspaper: Make, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "site.toml")

    monkeypatch.setattr("patrika.run.making.read_setup", refused)
    assert in_site(newspaper(plain(OK)), monkeypatch) == 4
    line = one_line(capsys.readouterr().err)
    assert "Permission denied" in line
    assert "site.toml" in line


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["build", "--help"]])
def test_help_and_version_need_no_site(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 0
    out, err = capsys.readouterr()
    assert out
    assert err == ""


def test_python_m_patrika_is_the_same_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "argv", ["patrika", "build", "--root", str(tmp_path)])
    from patrika.cli.main import main

    with pytest.raises(SystemExit) as done:
        main()
    assert done.value.code == 2
    assert "there is no site.toml" in one_line(capsys.readouterr().err)
