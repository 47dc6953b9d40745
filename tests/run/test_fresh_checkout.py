"""Fresh checkouts, as CI makes them: every file is new, and what the last run left is copied back, in whole or in part."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from patrika.run.report import BuildReport
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, story

Copy = Callable[[str, str], object]
COUNT = 7
OWN = "world/2023/07/own/index.html"
FEEDS = [f"{place}{name}" for place in ("", "world/") for name in ("atom.xml", "feed.json", "feed.xml")]
SHOWING = tuple(sorted([OWN, "tags/x/feed.xml", *FEEDS]))
"""What carries the text of that story."""
OLD = "world/2023/06/old0/index.html"
FILLED = 32
"""Pages of the site, and files for programs but those of static/."""
STORIES = files(
    *(story(f"old{number}", f"2023-06-{number + 1:02}", tags="[x]") for number in range(COUNT - 1)),
    story("own", "2023-07-01", tags="[x]", summary="Same."),
    ("static/robots.txt", "User-agent: *\n"),
)
BOTH = (".patrika", "output")
TIMES = pytest.mark.parametrize("copy", [shutil.copy2, shutil.copyfile], ids=["times kept", "times new"])
PLACES = pytest.mark.parametrize("place", ["runner/site", "another/runner/2/site"], ids=["same path", "another path"])


class Ci:
    """A machine that clones a repository, and between its runs keeps copies of folders, nothing else."""

    def __init__(self, folder: Path) -> None:
        self.repository = Newspaper(folder / "repository")
        self.kept = folder / "kept"
        self._folder = folder

    def commit(self, text: str) -> None:
        """Write files of the repository and commit all that it holds."""
        self.repository.write(text)
        git(self.repository.root, "add", "--all")
        git(self.repository.root, "commit", "--quiet", "--message", "Edit")

    def checkout(self, place: str = "runner/site") -> Newspaper:
        """Return a fresh clone of the last commit; those of earlier runs are gone."""
        shutil.rmtree(self._folder / place.split("/")[0], ignore_errors=True)
        root = self._folder / place
        git(self._folder, "clone", "--quiet", "--depth", "1", self.repository.root.as_uri(), str(root))
        return Newspaper(root)

    def keep(self, paper: Newspaper) -> None:
        """Keep what a run leaves in place of what the last one left, and throw the clone away."""
        shutil.rmtree(self.kept, ignore_errors=True)
        for name in BOTH:
            shutil.copytree(paper.root / name, self.kept / name)
        shutil.rmtree(paper.root)

    def restored(self, *names: str, copy: Copy = shutil.copy2, place: str = "runner/site") -> Newspaper:
        """Return a fresh clone with some of what was kept."""
        paper = self.checkout(place)
        for name in names:
            shutil.copytree(self.kept / name, paper.root / name, copy_function=copy)
        return paper

    def clean(self) -> dict[str, bytes]:
        """Return what a first build of a fresh clone makes."""
        paper = self.checkout("clean/site")
        assert paper.build().published
        return tree(paper.output)


def git(folder: Path, *arguments: str) -> None:
    """Run git as someone, whoever the machine's owner is."""
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@test.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if path.is_file()}


def at_one_time(paper: Newspaper) -> Newspaper:
    """Return a clone all of whose stories say that they were changed at one and the same time."""
    for path in (paper.root / "content").rglob("*.md"):
        os.utime(path, ns=(10**18, 10**18))
    return paper


def counts(report: BuildReport) -> tuple[int, int, int]:
    """Return how many files were parsed, pages filled, files written."""
    assert report.published
    return report.parsed, report.filled, len(report.written)


@pytest.fixture
def ci(tmp_path: Path) -> Ci:
    """Give a machine that has built the site once."""
    made = Ci(tmp_path)
    made.repository.root.mkdir()
    git(made.repository.root, "init", "--quiet")
    made.commit(plain(STORIES) + "-- .gitignore --\n/output/\n/.patrika/\n")
    paper = made.checkout()
    assert counts(paper.build())[0] == COUNT
    made.keep(paper)
    return made


@TIMES
@PLACES
def test_with_both_folders_nothing_is_parsed_and_nothing_written(ci: Ci, copy: Copy, place: str) -> None:
    """All files of the clone are new; their bytes say that they are not."""
    paper = ci.restored(*BOTH, copy=copy, place=place)
    before = times(paper.output)
    report = paper.build()
    assert (report.parsed, report.written, report.removed, report.begun_anew) == (0, (), (), "")
    assert times(paper.output) == before
    assert tree(paper.output) == ci.clean()


@TIMES
def test_with_both_folders_no_page_is_filled(ci: Ci, copy: Copy) -> None:
    assert counts(ci.restored(*BOTH, copy=copy).build()) == (0, 0, 0)


def test_with_both_folders_at_another_path_no_page_is_filled(ci: Ci) -> None:
    """Where a runner puts its clone is no matter of the site's."""
    assert counts(ci.restored(*BOTH, place="another/runner/2/site").build()) == (0, 0, 0)


@PLACES
def test_with_the_cache_alone_nothing_is_parsed_and_all_pages_are_made(ci: Ci, place: str) -> None:
    paper = ci.restored(".patrika", place=place)
    report = paper.build()
    made = tree(paper.output)
    assert (report.parsed, report.filled, report.removed) == (0, FILLED, ())
    assert len(report.written) == len(made) - 1, "all but the marker"
    assert made == ci.clean()


@TIMES
@PLACES
def test_with_the_output_alone_all_is_made_and_what_is_the_same_is_not_written(ci: Ci, copy: Copy, place: str) -> None:
    paper = ci.restored("output", copy=copy, place=place)
    before = times(paper.output)
    report = paper.build()
    assert (report.parsed, report.filled, report.written, report.removed) == (COUNT, FILLED, (), ())
    assert times(paper.output) == before


def test_with_the_output_alone_what_is_no_longer_planned_goes(ci: Ci) -> None:
    """The marker in it says that the folder is this site's."""
    (ci.repository.root / "content/world/old0.en.md").unlink()
    ci.commit("")
    paper = ci.restored("output")
    assert OLD in paper.build().removed
    assert tree(paper.output) == ci.clean()


def test_the_output_of_another_site_loses_nothing(ci: Ci) -> None:
    (ci.kept / "output/.patrika-site").write_text("The Other https://other.example\n")
    (ci.kept / "output/notes.html").write_text("theirs")
    paper = ci.restored("output")
    report = paper.build()
    assert (report.written, report.removed, report.foreign) == ((), (), ("notes.html",))


def test_an_edit_since_the_last_run_is_all_that_is_parsed_and_printed(ci: Ci) -> None:
    ci.commit(files(story("own", "2023-07-01", tags="[x]", summary="Same.", body="Other words.")))
    paper = ci.restored(*BOTH)
    report = paper.build()
    assert (report.parsed, report.filled, report.written) == (1, len(SHOWING), SHOWING)
    assert tree(paper.output) == ci.clean()


def test_an_edit_of_the_same_length_at_the_same_time_is_seen(ci: Ci, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some machines give all files of a clone one time: that of the commit, or none at all."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    paper = at_one_time(ci.restored(*BOTH))
    paper.build()
    ci.keep(paper)
    ci.commit(files(story("own", "2023-07-01", tags="[x]", summary="Same.", body="Tent.")))
    report = at_one_time(ci.restored(*BOTH)).build()
    assert (report.parsed, report.written) == (1, SHOWING)


@PLACES
def test_a_cache_of_a_branch_with_a_story_more_gives_what_a_clean_build_gives(ci: Ci, place: str) -> None:
    (ci.repository.root / "content/world/own.en.md").unlink()
    ci.commit("")
    paper = ci.restored(*BOTH, place=place)
    report = paper.build()
    assert report.parsed == 0
    assert OWN in report.removed
    assert tree(paper.output) == ci.clean()


@PLACES
def test_a_cache_of_a_branch_with_a_story_less_gives_what_a_clean_build_gives(ci: Ci, place: str) -> None:
    ci.commit(files(story("new", "2023-07-02", tags="[x]")))
    paper = ci.restored(*BOTH, place=place)
    report = paper.build()
    assert report.parsed == 1
    assert "world/2023/07/new/index.html" in report.written
    assert tree(paper.output) == ci.clean()


def test_the_cache_of_one_branch_and_the_output_of_another_give_what_a_clean_build_gives(ci: Ci) -> None:
    """Each is looked at for itself: a key is believed only where the file is the one that it was made for."""
    ci.commit(files(story("own", "2023-07-01", tags="[x]", summary="Same.", body="Tent.")))
    branch = ci.restored(*BOTH)
    branch.build()
    shutil.copytree(branch.root / ".patrika", ci.kept / ".patrika", dirs_exist_ok=True)
    paper = ci.restored(*BOTH)
    report = paper.build()
    assert (report.parsed, report.written) == (0, SHOWING)
    assert tree(paper.output) == ci.clean()


def test_what_others_put_into_the_output_is_theirs_in_the_next_run_too(ci: Ci) -> None:
    """The ledger, in .patrika/, knows which files are ours."""
    (ci.kept / "output/search.json").write_text("{}")
    report = ci.restored(*BOTH).build()
    assert (report.removed, report.foreign) == ((), ("search.json",))


def test_what_others_put_into_the_output_is_theirs_at_another_path_too(ci: Ci) -> None:
    (ci.kept / "output/search.json").write_text("{}")
    report = ci.restored(*BOTH, place="another/runner/2/site").build()
    assert (report.removed, report.foreign) == ((), ("search.json",))


def test_ledgers_of_clones_that_are_gone_do_not_pile_up(ci: Ci) -> None:
    ledgers = []
    for number in range(3):
        paper = ci.restored(*BOTH, place=f"another/runner/{number}/site")
        paper.build()
        ledgers.append(len(list((paper.root / ".patrika/outputs").iterdir())))
        ci.keep(paper)
    assert ledgers == [1, 1, 1]
