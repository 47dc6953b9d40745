"""A disk that fills up, or that may not be written or read, costs no site: one line says what is wrong and where, what
stood in output/ stands, and the next build makes what a clean one makes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.run.hostile import SIZE, MountedDisk, Told, can_mount, disk, kinds_of_disks, patrika
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]
State = dict[str, tuple[bytes, int]]
NOW = "2023-07-28 05:20"
"""The moment that `Newspaper.build` takes, as the command line has it."""

SVG = '<svg width="2" height="2" xmlns="http://www.w3.org/2000/svg"/>'
SITE = plain(
    files(*numbered(8, tags="[x]"), story("seen", body="![a](a.svg)"))
    + f"-- content/world/a.svg --\n{SVG}\n-- static/robots.txt --\nUser-agent: *\n"
    "-- templates/not_found.html --\nours\n-- assets/own.txt --\nours\n"
)


def edit(paper: Newspaper) -> None:
    """Make stories longer, remove one, and add some for which folders must be made, and a file to be copied."""
    paper.write(files(*numbered(8, tags="[x]", body="More words of it. " * 900)))
    paper.write(files(*(story(f"cup{day}", f"2023-07-1{day}", "sport", body="They won. " * 400) for day in range(4))))
    (paper.root / "content/world/n000.en.md").unlink()
    paper.put("static/table.csv", "1,2,3\n" * 4_000)


def state(folder: Path) -> State:
    """Return the bytes of all files of a folder and their times of change, by path."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def tree(folder: Path) -> dict[str, bytes]:
    return {path: content for path, (content, _) in state(folder).items()}


def clean(paper: Newspaper, folder: Path) -> dict[str, bytes]:
    """Return what a build that remembers nothing makes, where nothing is amiss."""
    assert paper.build(output=folder / "clean", cache=folder / "clean-cache", clean=True).published
    return tree(folder / "clean")


def assert_told(told: Told, *words: object) -> None:
    """Make sure that a command failed with one line of its own, which holds some words."""
    assert told.code == 4, told
    for word in words:
        assert str(word) in told.complaint()
    assert "damaged" not in told.err


def no_stage_left(output: Path) -> bool:
    return not output.with_name(output.name + ".stage").exists() and not (output / ".stage").exists()


FIRST, STEP = 16_384, 24_576
"""Bytes that are left: at first too few to keep what was parsed, then more each time, until there are enough."""

PLACES = {"the cache": ("cache",), "the output": ("output",), "both": ("cache", "output")}
MOMENTS = {"the cache": {"cache.db"}, "the output": {"output.stage"}, "both": {"cache.db", "output.stage"}}
"""What there must have been no room for before there is enough."""

KINDS = kinds_of_disks()
CASES = sorted({*((KINDS[0], place) for place in PLACES), ("pretended", "both")})


@pytest.mark.parametrize(("kind", "place"), CASES, ids=map(", ".join, CASES))
def test_a_disk_that_fills_up_at_any_moment_costs_no_site(
    newspaper: Make, tmp_path: Path, kind: str, place: str
) -> None:
    """Moves need no room: what stands is the last site or, where only the cache was late to fail, the next."""
    paper, there = newspaper(SITE), PLACES[place]
    with disk(kind, tmp_path / "disk") as small:
        cache, output = ((small.folder if name in there else tmp_path) / name for name in ("cache", "output"))
        seen = (small.seen if "output" in there else tmp_path) / "output"
        wish = ("build", "--root", paper.root, "--now", NOW, "--output", output, "--cache", cache)
        assert small.run(*wish).code == 0
        edit(paper)
        new = clean(paper, tmp_path)
        met = set[str]()
        for size in range(FIRST, SIZE, STEP):
            before = state(seen)
            small.leave(size=size)
            told = small.run(*wish)
            assert no_stage_left(seen)
            if told.code == 0:
                break
            assert_told(told, "No space left on device", small.folder)
            assert state(seen) == before or tree(seen) == new
            met |= {name for name in ("cache.db", "output.stage") if name in told.err}
        assert met >= MOMENTS[place]
        small.leave()
        assert small.run(*wish).code == 0
        assert tree(seen) == new


@pytest.mark.parametrize("kind", KINDS)
def test_a_disk_that_can_hold_no_more_files_or_folders_leaves_what_stood(
    newspaper: Make, tmp_path: Path, kind: str
) -> None:
    """All folders are made before the first move, and those made in vain go again."""
    paper = newspaper(SITE)
    with disk(kind, tmp_path / "disk") as small:
        seen = small.seen / "output"
        wish = ("build", "--root", paper.root, "--now", NOW, "--output", small.folder / "output")
        assert small.run(*wish).code == 0
        paper.write(files(*(story(f"cup{month}", f"2019-0{month}-01", "sport") for month in range(1, 7))))
        paper.write(files(*numbered(8, tags="[x]", body="Other words.")))
        old, new = state(seen), clean(paper, tmp_path)
        for entries in range(4, 160, 12):
            small.leave(entries=entries)
            told = small.run(*wish)
            if told.code == 0:
                break
            assert_told(told, "No space left on device", small.folder)
            assert state(seen) == old
            assert all(any(folder.iterdir()) for folder in seen.rglob("*") if folder.is_dir())
            assert no_stage_left(seen)
        assert tree(seen) == new


@pytest.mark.skipif(not can_mount(), reason="nothing can be mounted here, and SQLite opens its files unseen")
def test_a_disk_that_can_hold_no_file_more_of_the_cache_is_told_as_full(newspaper: Make, tmp_path: Path) -> None:
    """SQLite says no more than that it could not open something."""
    paper = newspaper(SITE)
    with disk("mounted", tmp_path / "disk") as small:
        wish = ("build", "--root", paper.root, "--now", NOW, "--cache", small.folder / "cache")
        assert small.run(*wish).code == 0
        edit(paper)
        before = state(paper.output)
        small.leave(entries=0)
        assert_told(small.run(*wish), "No space left on device", small.folder / "cache/cache.db")
        assert state(paper.output) == before
        small.leave()
        assert small.run(*wish).code == 0
        assert tree(paper.output) == clean(paper, tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_build_on_a_full_disk_makes_no_output(newspaper: Make, tmp_path: Path, kind: str) -> None:
    paper = newspaper(SITE)
    with disk(kind, tmp_path / "disk") as small:
        wish = ("build", "--root", paper.root, "--now", NOW, "--output", small.folder / "output")
        for room in ({"size": 16_384}, {"entries": 1}):
            small.leave(**room)
            assert_told(small.run(*wish), "No space left on device", small.folder)
            assert not (small.seen / "output").exists()
            assert no_stage_left(small.seen / "output")
        small.leave()
        assert small.run(*wish).code == 0
        assert tree(small.seen / "output") == clean(paper, tmp_path)


def test_a_disk_that_fills_up_under_workers_is_told_as_under_one(newspaper: Make, tmp_path: Path) -> None:
    paper = newspaper(plain(files(*numbered(510))))
    with disk(KINDS[0], tmp_path / "disk") as small:
        small.leave(size=200_000)
        wish = ("--root", paper.root, "--now", NOW, "--output", small.folder / "output", "--jobs", 2)
        assert_told(small.run("build", *wish), "No space left on device", small.folder)
        assert not (small.seen / "output").exists()
        assert no_stage_left(small.seen / "output")


@contextmanager
def forbidden(path: Path, mode: int) -> Iterator[None]:
    """Take away permissions for a while."""
    usual = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(usual)


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    """Give a site that was built, and then edited."""
    made = newspaper(SITE)
    assert made.build().published
    edit(made)
    return made


def built(paper: Newspaper, *wishes: object) -> Told:
    return patrika("build", "--root", paper.root, "--now", NOW, *wishes)


def assert_harmless(paper: Newspaper, tmp_path: Path, path: Path, mode: int) -> None:
    """Make sure that a lack of permissions is told, changes nothing, and is got over."""
    before = state(paper.output)
    with forbidden(path, mode):
        assert_told(built(paper), "Permission denied", path)
    assert state(paper.output) == before
    assert no_stage_left(paper.output)
    assert paper.build().published
    assert tree(paper.output) == clean(paper, tmp_path)


@pytest.mark.parametrize(
    "path",
    [
        "content/world",
        "content/world/n001.en.md",
        "content/world/a.svg",
        "static/robots.txt",
        "templates",
        "templates/not_found.html",
        "assets",
        "themes/plain",
        "themes/plain/templates",
        "site.toml",
    ],
)
def test_what_cannot_be_read_is_named_and_not_passed_over(paper: Newspaper, tmp_path: Path, path: str) -> None:
    """A site without its own templates, or without a section, is worse than none."""
    assert_harmless(paper, tmp_path, paper.root / path, 0)


def test_a_story_that_cannot_be_read_by_workers_is_named(newspaper: Make) -> None:
    paper = newspaper(plain(files(*numbered(210))))
    path = paper.root / "content/world/n001.en.md"
    with forbidden(path, 0):
        assert_told(built(paper, "--jobs", 2), "Permission denied", path)
    assert not paper.output.exists()


@pytest.mark.parametrize("path", ["output", "output/world/2020/09/n001", "output/world/2020/09/n000"])
def test_a_folder_of_output_that_may_not_be_written_is_named_before_anything_moves(
    paper: Newspaper, tmp_path: Path, path: str
) -> None:
    assert_harmless(paper, tmp_path, paper.root / path, 0o555)


@pytest.mark.parametrize("name", ["", "cache.db", "cache.db-wal", "lock", "outputs"])
def test_a_cache_that_may_not_be_written_is_named_and_kept(paper: Newspaper, tmp_path: Path, name: str) -> None:
    """A build that could not remember would forget what is whose in output/. A killed one may have left more files."""
    path = paper.root / ".patrika" / name
    path.touch()
    assert_harmless(paper, tmp_path, path, 0o555)


def test_a_cache_that_may_not_be_read_is_named_to_who_asks_why(paper: Newspaper) -> None:
    path = paper.root / ".patrika/cache.db"
    with forbidden(path, 0):
        assert_told(patrika("why", "--root", paper.root, "index.html"), "Permission denied", path)


def test_files_of_output_that_may_not_be_written_are_replaced_all_the_same(paper: Newspaper, tmp_path: Path) -> None:
    """To replace a file is the right of who may write its folder."""
    for path in paper.output.rglob("*"):
        if path.is_file():
            path.chmod(0o444)
    assert built(paper).code == 0
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_site_whose_own_folder_may_not_be_written_is_built(paper: Newspaper, tmp_path: Path) -> None:
    """The output and the cache may be all that a build may write."""
    with forbidden(paper.root, 0o555):
        assert built(paper).code == 0
    assert tree(paper.output) == clean(paper, tmp_path)
    assert no_stage_left(paper.output)


@pytest.mark.parametrize("name", ["output", "cache"])
@pytest.mark.skipif(not can_mount(), reason="nothing can be mounted here; permissions stand for it above")
def test_a_disk_mounted_to_be_read_only_is_named(paper: Newspaper, tmp_path: Path, name: str) -> None:
    with disk("mounted", tmp_path / "disk") as small:
        wish = ("build", "--root", paper.root, "--now", NOW, f"--{name}", small.folder / name)
        assert isinstance(small, MountedDisk)
        assert small.run(*wish).code == 0
        output = small.seen / "output" if name == "output" else paper.output
        before = state(output)
        paper.write(files(story("late", "2023-07-20")))
        small.make_read_only()
        assert_told(small.run(*wish), "Read-only file system", small.folder)
        assert state(output) == before
        assert no_stage_left(output)
