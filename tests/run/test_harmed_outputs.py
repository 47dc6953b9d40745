"""Whatever hands do to output/, the next build mends it or says in one line what stands in the way; it writes and removes
nothing outside, wherever links lead."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from patrika.store.ledger import MARKER
from tests.run.hostile import patrika
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
NOW = "2023-07-28 05:20"
SVG = '<svg width="2" height="2" xmlns="http://www.w3.org/2000/svg"/>'
SITE = plain(
    files(story("old", "2023-07-01", tags="[x]", body="![a](a.svg)"), story("new", "2023-07-02"))
    + f"-- content/world/a.svg --\n{SVG}\n-- static/robots.txt --\nUser-agent: *\n"
)
OLD = "world/2023/07/old/index.html"


@pytest.fixture(params=[False, True], ids=["young files", "old files"])
def ages(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files just written count as old in one of two runs: a build that finds nothing new then does nothing more."""
    if request.param:
        monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    made = newspaper(SITE)
    assert made.build().published
    return made


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by path; what is no plain file, or lies behind a link, has none."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def clean(paper: Newspaper, folder: Path) -> dict[str, bytes]:
    assert paper.build(output=folder / "clean", cache=folder / "clean-cache").published
    return tree(folder / "clean")


def gone(file: Path) -> None:
    file.unlink()


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5])


def cut_with_its_time_put_back(file: Path) -> None:
    state = file.stat()
    cut(file)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


def altered(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"!")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def folders(file: Path) -> None:
    file.unlink()
    (file / "in" / "it").mkdir(parents=True)


def a_link_to_nothing(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere")


def a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


HARMS = (gone, emptied, cut, cut_with_its_time_put_back, altered, a_folder, folders, a_link_to_nothing, a_pipe)


@pytest.mark.usefixtures("ages")
@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__.replace("_", " "))
def test_all_files_harmed_are_mended(paper: Newspaper, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Pages, style sheets, pictures and copies alike."""
    new = clean(paper, tmp_path)
    for path in new:
        if path != MARKER:
            harm(paper.output / path)
    assert paper.build().published
    assert tree(paper.output) == new


@pytest.mark.usefixtures("ages")
def test_a_link_to_a_file_elsewhere_gives_way_to_a_file(paper: Newspaper, tmp_path: Path) -> None:
    """What it leads to is let alone, whether it has the bytes that were expected or others."""
    new = clean(paper, tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for number, path in enumerate(new):
        if path != MARKER:
            (elsewhere / str(number)).write_bytes(new[path] if number % 2 else b"precious")
            (paper.output / path).unlink()
            (paper.output / path).symlink_to(elsewhere / str(number))
    precious = tree(elsewhere)
    assert paper.build().published
    assert tree(paper.output) == new
    assert tree(elsewhere) == precious


@pytest.mark.usefixtures("ages")
@pytest.mark.parametrize("harm", [gone, emptied, cut], ids=lambda harm: harm.__name__)
def test_a_harmed_marker_is_mended(paper: Newspaper, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Without it a build that has lost its cache removes nothing any more."""
    harm(paper.output / MARKER)
    assert paper.build().published
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_marker_that_is_a_link_is_not_written_through(paper: Newspaper, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("theirs")
    (paper.output / MARKER).unlink()
    (paper.output / MARKER).symlink_to(tmp_path / "precious")
    paper.put("content/world/old.en.md", story("old", body="Other words.")[1])
    assert paper.build().published
    assert (tmp_path / "precious").read_text() == "theirs"
    assert tree(paper.output) == clean(paper, tmp_path)


@pytest.mark.usefixtures("ages")
def test_the_output_folder_gone_is_made_again(paper: Newspaper, tmp_path: Path) -> None:
    shutil.rmtree(paper.output)
    assert paper.build().published
    assert tree(paper.output) == clean(paper, tmp_path)


def test_what_size_and_time_cannot_tell_is_told_by_a_clean_build(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes altered with the time of change set back pass for ours, as they do for rsync: to read every file each time
    would cost more than it is worth."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    paper.build()
    new = clean(paper, tmp_path)
    for path in new:
        if path != MARKER:
            state = (paper.output / path).stat()
            altered(paper.output / path)
            os.utime(paper.output / path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert paper.build().written == ()
    assert set(paper.build(clean=True).written) == new.keys() - {MARKER}
    assert tree(paper.output) == new


def lead_away(paper: Newspaper, elsewhere: Path) -> None:
    """Put a link to a folder elsewhere in place of a story's."""
    shutil.rmtree((paper.output / OLD).parent)
    (paper.output / OLD).parent.symlink_to(elsewhere)


@pytest.mark.parametrize("content", ["", "precious"], ids=["nothing in it", "a file of that name in it"])
def test_a_folder_that_became_a_link_elsewhere_is_named(paper: Newspaper, tmp_path: Path, content: str) -> None:
    """It is neither ours to remove nor to write through."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if content:
        (elsewhere / "index.html").write_text(content)
    lead_away(paper, elsewhere)
    before, precious = tree(paper.output), tree(elsewhere)
    told = patrika("build", "--root", paper.root, "--now", NOW)
    assert told.code == 2
    assert "world/2023/07/old" in told.complaint()
    assert tree(paper.output) == before
    assert tree(elsewhere) == precious


def test_a_link_in_a_folder_in_place_of_a_page_is_named(paper: Newspaper, tmp_path: Path) -> None:
    """It is theirs, as a file would be."""
    a_folder(paper.output / OLD)
    (paper.output / OLD / "theirs").symlink_to(tmp_path)
    before = tree(paper.output)
    told = patrika("build", "--root", paper.root, "--now", NOW)
    assert told.code == 2
    assert "theirs" in told.complaint()
    assert tree(paper.output) == before
    assert (paper.output / OLD / "theirs").is_symlink()


def test_what_is_no_longer_planned_is_not_removed_through_a_link(paper: Newspaper, tmp_path: Path) -> None:
    """The story's page was moved elsewhere by hand, and is theirs from then on."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree((paper.output / OLD).parent, elsewhere)
    precious = tree(elsewhere)
    lead_away(paper, elsewhere)
    (paper.root / "content/world/old.en.md").unlink()
    assert OLD not in paper.build().removed
    assert tree(elsewhere) == precious


def test_a_link_in_place_of_a_file_that_turns_into_a_folder_is_not_written_through(
    paper: Newspaper, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    paper.put("static/about", "a file without an ending")
    assert paper.build().published
    (paper.output / "about").unlink()
    (paper.output / "about").symlink_to(elsewhere)
    (paper.root / "static/about").unlink()
    paper.put("content/pages/about.en.md", "---\ntitle: About\n---\nUs.\n")
    assert paper.build().published
    assert tree(elsewhere) == {}
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_stage_that_is_a_link_elsewhere_is_not_cleared(paper: Newspaper, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ".patrika-stage").touch()
    (elsewhere / "0").write_text("precious")
    precious = tree(elsewhere)
    (paper.root / "output.stage").symlink_to(elsewhere)
    paper.put("content/world/old.en.md", story("old", body="Other words.")[1])
    told = patrika("build", "--root", paper.root, "--now", NOW)
    assert "Traceback" not in told.err
    assert tree(elsewhere) == precious
