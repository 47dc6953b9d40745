"""The law of the output folder: it is touched only when all is well, whole files only, and only what is ours is removed."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from patrika.cli.main import run
from patrika.run.request import SiteError
from patrika.store.ledger import MARKER
from patrika.store.output import STAGE_MARKER
from tests.sites.newspaper import Newspaper, without_feeds
from tests.sites.plain import PLAIN_SITE, plain

Make = Callable[..., Newspaper]
Files = dict[str, bytes]

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>"
STORIES = f"""
-- content/world/storm.en.md --
---
title: Storm nears
date: 2023-07-27 03:16
---
The wind rose. See [the table](table.pdf).

![Wind](wind.svg)
-- content/world/storm.bn.md --
---
title: ঝড়
date: 2023-07-27 03:16
---
বাতাস।
-- content/sport/cup.en.md --
---
title: Cup goes north
date: 2023-07-26
---
They won.
-- content/world/table.pdf --
%PDF
-- content/world/wind.svg --
{SVG}
-- static/robots.txt --
User-agent: *
"""


def tree(folder: Path) -> Files:
    """Return all files of a folder, dot files too, by path."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return what a file system remembers of each file and folder: time of change, inode, size."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino, path.stat().st_size)
        for path in sorted(folder.rglob("*"))
    }


def clean_build(paper: Newspaper, tmp_path: Path) -> Files:
    """Return what a build of the same sources gives in a folder where nothing was ever built."""
    other = Newspaper(tmp_path / "clean" / "elsewhere")
    names = ("site.toml", "content", "static", "themes", "templates", "assets")
    other.root.mkdir(parents=True)
    for name in names:
        if (paper.root / name).is_dir():
            shutil.copytree(paper.root / name, other.root / name)
        elif (paper.root / name).exists():
            shutil.copyfile(paper.root / name, other.root / name)
    assert other.build().published
    return tree(other.output)


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    """Give a site that is built."""
    made = newspaper(plain(STORIES))
    assert made.build().published
    return made


def no_stage_left(paper: Newspaper) -> bool:
    """Return whether nothing of a build lies beside or in the output folder."""
    return not (paper.root / "output.stage").exists() and not (paper.output / ".stage").exists()


def test_building_twice_touches_nothing(paper: Newspaper) -> None:
    """Neither a byte nor a time of change."""
    before = stamps(paper.output)
    report = paper.build()
    assert report.published
    assert (report.written, report.removed) == ((), ())
    assert stamps(paper.output) == before
    assert no_stage_left(paper)


def test_one_edit_writes_only_what_shows_it(paper: Newspaper) -> None:
    before = stamps(paper.output)
    paper.put("content/sport/cup.en.md", "---\ntitle: Cup goes north\ndate: 2023-07-26\n---\nThey lost.\n")
    showing = {"sport/2023/07/cup/index.html", *paper.feeds_with("sport/cup.en")}
    assert set(paper.build().written) == showing
    after = stamps(paper.output)
    assert {path for path in after if after[path] != before[path] and not (paper.output / path).is_dir()} == showing


def test_a_removed_storys_files_go_with_their_folders(paper: Newspaper, tmp_path: Path) -> None:
    (paper.root / "content/sport/cup.en.md").unlink()
    report = paper.build()
    assert set(without_feeds(report.removed)) == {
        "sport/index.html",
        "sport/2023/07/index.html",
        "sport/2023/07/cup/index.html",
    }
    assert not (paper.output / "sport").exists()
    assert tree(paper.output) == clean_build(paper, tmp_path)


def test_a_renamed_storys_old_address_goes(paper: Newspaper, tmp_path: Path) -> None:
    (paper.root / "content/sport/cup.en.md").rename(paper.root / "content/sport/final.en.md")
    report = paper.build()
    assert report.removed == ("sport/2023/07/cup/index.html",)
    assert "sport/2023/07/final/index.html" in report.written
    assert tree(paper.output) == clean_build(paper, tmp_path)


def test_foreign_files_stay_and_are_told(paper: Newspaper) -> None:
    """What others put into output/ is theirs, even in a folder of a story that goes."""
    for path in ("notes.txt", "sport/2023/07/cup/mine.html", ".nojekyll", ".well-known/proof", "world/.htaccess"):
        target = paper.output / path
        target.parent.mkdir(exist_ok=True)
        target.write_text("theirs")
    (paper.root / "content/sport/cup.en.md").unlink()
    report = paper.build()
    assert report.foreign == ("notes.txt", "sport/2023/07/cup/mine.html")
    for path in (*report.foreign, ".nojekyll", ".well-known/proof", "world/.htaccess"):
        assert (paper.output / path).read_text() == "theirs"
    assert not (paper.output / "sport/2023/07/cup/index.html").exists()


def test_without_ledger_and_marker_nothing_is_removed(paper: Newspaper) -> None:
    shutil.rmtree(paper.root / ".patrika")
    (paper.output / MARKER).unlink()
    (paper.output / "old.html").write_text("theirs")
    report = paper.build()
    assert report.removed == ()
    assert report.foreign == ("old.html",)


def test_without_ledger_and_marker_a_file_that_differs_is_not_written_over(paper: Newspaper) -> None:
    """Whoever names a folder that holds another site's index.html keeps it."""
    shutil.rmtree(paper.root / ".patrika")
    (paper.output / MARKER).unlink()
    (paper.output / "index.html").write_text("theirs")
    before = stamps(paper.output)
    with pytest.raises(SiteError, match=r"index\.html is not ours and stands in the way"):
        paper.build()
    assert stamps(paper.output) == before


def test_without_ledger_but_with_our_marker_leftovers_go(paper: Newspaper, tmp_path: Path) -> None:
    """A fresh checkout in CI has output/ from a cache or an artefact, and no ledger."""
    shutil.rmtree(paper.root / ".patrika")
    (paper.output / "leftover.html").write_text("old")
    (paper.output / ".nojekyll").touch()
    (paper.root / "content/sport/cup.en.md").unlink()
    assert "leftover.html" in paper.build().removed
    assert tree(paper.output) == {**clean_build(paper, tmp_path), ".nojekyll": b""}


def test_the_marker_of_another_site_is_no_leave_to_remove(paper: Newspaper) -> None:
    shutil.rmtree(paper.root / ".patrika")
    (paper.output / MARKER).write_text("https://other.example\n")
    (paper.output / "leftover.html").write_text("old")
    assert paper.build().removed == ()
    assert (paper.output / "leftover.html").exists()


@pytest.mark.parametrize("ledger", ["", "{", '{"files": 5}', '{"files": ["../../site.toml", "/etc/hosts", 5]}', "[]"])
def test_a_spoilt_ledger_removes_nothing_outside(paper: Newspaper, ledger: str) -> None:
    for file in (paper.root / ".patrika").rglob("*.json"):
        file.write_text(ledger)
    assert paper.build().published
    assert (paper.root / "site.toml").exists()


def test_each_output_folder_has_a_ledger_of_its_own(paper: Newspaper) -> None:
    """A build into another folder takes nothing from the first."""
    before = stamps(paper.output)
    report = paper.build(output=paper.root / "other")
    assert report.published
    assert report.removed == ()
    assert stamps(paper.output) == before
    assert tree(paper.root / "other") == tree(paper.output)


FAULTS = {
    "a fault of front matter": ("content/world/storm.en.md", "---\ntitle: Storm\n---\n"),
    "a fault of settings": ("site.toml", PLAIN_SITE.replace("timezone", "timezon")),
    "a template that cannot be read": ("templates/front.html", "{% if %}"),
    "a template that fails at the last page": ("templates/not_found.html", "{{ nothing }}"),
    "a picture that is gone": ("content/world/storm.en.md", "---\ntitle: S\ndate: 2023-07-27\n---\n![a](b.jpg)\n"),
}


@pytest.mark.parametrize(("path", "text"), FAULTS.values(), ids=FAULTS)
def test_a_failed_build_leaves_every_byte_and_time(paper: Newspaper, path: str, text: str) -> None:
    (paper.root / "content/sport/cup.en.md").unlink()
    before = stamps(paper.output)
    paper.put(path, text)
    assert not paper.build().published
    assert stamps(paper.output) == before
    assert no_stage_left(paper)


def test_a_failed_first_build_makes_no_output(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES + "-- templates/front.html --\n{{ nothing }}\n"))
    assert not paper.build().published
    assert not paper.output.exists()
    assert no_stage_left(paper)


def test_a_file_turns_into_a_folder_and_back(paper: Newspaper, tmp_path: Path) -> None:
    """What was one file may become a page in a folder of that name, and the other way round."""
    paper.put("static/about", "a file without an ending")
    assert "about" in paper.build().written
    (paper.root / "static/about").unlink()
    paper.put("content/pages/about.en.md", "---\ntitle: About\n---\nUs.\n")
    report = paper.build()
    assert (report.removed, "about/index.html" in report.written) == (("about",), True)
    (paper.root / "content/pages/about.en.md").unlink()
    paper.put("static/about", "a file without an ending")
    report = paper.build()
    assert (report.removed, report.written) == (("about/index.html",), ("about", "sitemaps/en-pages.xml"))
    assert tree(paper.output) == clean_build(paper, tmp_path)


IN_THE_WAY = {
    "a file where a folder must be": ("about", "content/pages/about.en.md", "---\ntitle: About\n---\nUs.\n"),
    "a folder where a file must be": ("about/mine.txt", "static/about", "ours"),
}


@pytest.mark.parametrize(("foreign", "path", "text"), IN_THE_WAY.values(), ids=IN_THE_WAY)
def test_what_is_foreign_and_in_the_way_stops_the_build_before_it_touches_anything(
    paper: Newspaper, capsys: pytest.CaptureFixture[str], foreign: str, path: str, text: str
) -> None:
    """It is neither ours to remove nor a reason to leave half a site: one line names it."""
    (paper.output / foreign).parent.mkdir(exist_ok=True)
    (paper.output / foreign).write_text("theirs")
    (paper.root / "content/sport/cup.en.md").unlink()
    paper.put(path, text)
    before = stamps(paper.output)
    assert run(["build", "--root", str(paper.root), "--now", "2023-07-28"]) in (1, 2)
    told = capsys.readouterr().err
    assert "about" in told
    assert "Traceback" not in told
    assert stamps(paper.output) == before


class Killed(BaseException):
    """Stands for the end of the process."""


def failing_after(calls: int, real: Callable[..., Any], fault: BaseException) -> Callable[..., Any]:
    """Return a function that works `calls` times and then fails for ever."""
    left = calls

    def fake(*arguments: Any, **options: Any) -> Any:
        nonlocal left
        if left == 0:
            raise fault
        left -= 1
        return real(*arguments, **options)

    return fake


def edit_much(paper: Newspaper) -> None:
    """Rename, remove, add and rewrite."""
    (paper.root / "content/sport/cup.en.md").unlink()
    paper.put("content/world/storm.en.md", "---\ntitle: Storm passes\ndate: 2023-07-27 03:16\n---\nThe wind fell.\n")
    paper.put("content/opinion/storms.en.md", "---\ntitle: On storms\ndate: 2023-07-27\n---\nThey pass.\n")


@pytest.mark.parametrize("calls", range(0, 7))
def test_a_kill_in_the_middle_leaves_whole_files_and_the_next_build_mends_all(
    paper: Newspaper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, calls: int
) -> None:
    """However far a publication came: each file is the old one or the new one, and nothing is forgotten."""
    old = tree(paper.output)
    edit_much(paper)
    new = clean_build(paper, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", failing_after(calls, os.replace, Killed()))
        with pytest.raises(Killed):
            paper.build()
    for path, content in tree(paper.output).items():
        assert content in (old.get(path), new.get(path)), path
    assert paper.build().published
    assert tree(paper.output) == new


@pytest.mark.parametrize("calls", range(0, 3))
def test_a_kill_while_removing_forgets_nothing(
    paper: Newspaper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, calls: int
) -> None:
    edit_much(paper)
    new = clean_build(paper, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", failing_after(calls, Path.unlink, Killed()))
        with pytest.raises(Killed):
            paper.build()
    assert paper.build().published
    assert tree(paper.output) == new


def test_the_stage_of_a_killed_build_is_cleared_by_the_next(paper: Newspaper) -> None:
    paper.put(f"output.stage/{STAGE_MARKER}", "")
    paper.put("output.stage/0", "half a fi")
    paper.put("output.stage/deep/1", "le")
    assert paper.build().written == ()
    assert no_stage_left(paper)


def test_a_folder_of_that_name_that_is_no_stage_is_left_alone(paper: Newspaper) -> None:
    paper.put("output.stage/mine.txt", "precious")
    with pytest.raises(SiteError, match=r"output\.stage is not ours"):
        paper.build()
    assert (paper.root / "output.stage/mine.txt").read_text() == "precious"


DISK_FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("calls", [0, 3, 5, 8], ids=["first page", "a page", "first copy", "last copy"])
def test_a_full_disk_while_staging_leaves_output_as_it_was(
    paper: Newspaper, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], calls: int
) -> None:
    """Exit code 4, one line, and no half-filled folder that keeps the disk full."""
    edit_much(paper)
    for number in range(4):
        paper.put(f"static/new-{number}.txt", "new")
    before = stamps(paper.output)
    monkeypatch.setattr(Path, "write_bytes", failing_after(calls, Path.write_bytes, DISK_FULL))
    assert run(["build", "--root", str(paper.root), "--now", "2023-07-28 05:20"]) == 4
    told = capsys.readouterr().err
    assert "No space left on device" in told.splitlines()[-1]
    assert "Traceback" not in told
    assert stamps(paper.output) == before
    assert no_stage_left(paper)


def test_a_full_disk_on_the_first_build_makes_no_output(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = newspaper(plain(STORIES))
    monkeypatch.setattr(Path, "write_bytes", failing_after(2, Path.write_bytes, DISK_FULL))
    with pytest.raises(OSError, match="No space"):
        paper.build()
    assert not paper.output.exists()
    assert no_stage_left(paper)


def test_a_machine_that_fails_while_publishing_is_not_told_as_if_nothing_had_happened(
    paper: Newspaper, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half of the files are new: to say that output/ is as it was would be untrue, and a deploy might follow."""
    edit_much(paper)
    before = tree(paper.output)
    monkeypatch.setattr(os, "replace", failing_after(3, os.replace, OSError(errno.EIO, "Input/output error")))
    assert run(["build", "--root", str(paper.root), "--now", "2023-07-28 05:20"]) == 4
    told = capsys.readouterr().err
    assert tree(paper.output) != before
    assert "as it was" not in told
    assert "Traceback" not in told


def test_two_folders_give_the_same_bytes(newspaper: Make, tmp_path: Path) -> None:
    """Neither where a site lies nor in which order its files were made is seen in the output."""
    paper = newspaper(plain(STORIES))
    paper.build()
    other = Newspaper(tmp_path / "a folder" / "of another depth" / "ভিন্ন")
    other.root.mkdir(parents=True)
    for path in sorted(tree(paper.root), reverse=True):
        if not path.startswith(("output/", ".patrika/")):
            other.put(path, (paper.root / path).read_bytes())
    assert other.build().published
    assert tree(other.output) == tree(paper.output)


def test_an_output_elsewhere_and_a_link_to_a_folder_are_fine(paper: Newspaper, tmp_path: Path) -> None:
    """`output` may be a link to a disk of its own; the link stays a link."""
    (tmp_path / "disk").mkdir()
    (paper.root / "linked").symlink_to(tmp_path / "disk")
    assert paper.build(output=paper.root / "linked").published
    assert (paper.root / "linked").is_symlink()
    assert tree(tmp_path / "disk") == tree(paper.output)
    assert not (tmp_path / "disk" / ".stage").exists()


def test_a_report_of_what_is_not_ours_is_sorted(paper: Newspaper) -> None:
    for name in ("c.txt", "a.txt", "b.txt"):
        (paper.output / name).touch()
    report = paper.build()
    assert report.foreign == ("a.txt", "b.txt", "c.txt")
    assert report.diagnostics == ()
