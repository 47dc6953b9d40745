"""Which changes wake the preview."""

import os
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from patrika.run.watch import Watcher, gather, matters

PATIENCE_S = 20.0
QUIET_S = 0.05


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a site's folder with a file, deeper than hidden folders."""
    root = tmp_path.resolve() / ".hidden" / "site"
    (root / "content/world").mkdir(parents=True)
    (root / "content/world/storm.md").write_text("one", "utf-8")
    (root / "site.toml").write_text("", "utf-8")
    return root


@pytest.fixture
def watcher(root: Path) -> Iterator[Watcher]:
    """Give a watcher of the site that watches already."""
    with Watcher(root) as watching:
        watching.follow(())
        yield watching


def next_change(watcher: Watcher) -> frozenset[Path]:
    return watcher.wait(quiet_s=QUIET_S, timeout_s=PATIENCE_S)


def until(watcher: Watcher, path: Path) -> frozenset[Path]:
    """Return all that was noticed up to and with `path`."""
    seen: frozenset[Path] = frozenset()
    while path not in seen:
        found = next_change(watcher)
        assert found, f"{path} was not noticed, but {sorted(seen)}"
        seen |= found
    return seen


def test_a_save_is_noticed_whether_written_in_place_or_beside_and_moved(root: Path, watcher: Watcher) -> None:
    story = root / "content/world/storm.md"
    story.write_text("two", "utf-8")
    assert next_change(watcher) == {story}
    beside = root / "content/world/.storm.md.new"
    beside.write_text("three", "utf-8")
    os.replace(beside, story)
    assert until(watcher, story) == {story}
    story.unlink()
    assert until(watcher, story) == {story}


def test_site_toml_is_noticed_and_nothing_else_beside_it(root: Path, watcher: Watcher) -> None:
    for path in ("output/index.html", ".patrika/serve/index.html", ".git/index", "notes/a.md", "README.md"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x", "utf-8")
    (root / "site.toml").write_text("x", "utf-8")
    assert until(watcher, root / "site.toml") == {root / "site.toml"}


def test_reading_a_file_is_no_change(root: Path, watcher: Watcher) -> None:
    (root / "content/world/storm.md").read_text("utf-8")
    (root / "site.toml").write_text("x", "utf-8")
    assert until(watcher, root / "site.toml") == {root / "site.toml"}


def test_what_editors_keep_beside_a_file_is_no_change(root: Path, watcher: Watcher) -> None:
    for name in (".storm.md.swp", "storm.md~", "4913", "#storm.md#", ".#storm.md", "storm.md___jb_tmp___"):
        (root / "content/world" / name).write_text("x", "utf-8")
    (root / "site.toml").write_text("x", "utf-8")
    assert until(watcher, root / "site.toml") == {root / "site.toml"}


def test_a_folder_that_is_made_later_or_made_again_is_watched(root: Path, watcher: Watcher) -> None:
    (root / "templates").mkdir()
    until(watcher, root / "templates")
    for round_ in range(2):
        watcher.follow(())
        (root / "templates/article.html").write_text(f"{round_}", "utf-8")
        until(watcher, root / "templates/article.html")
        (root / "templates/article.html").unlink()
        (root / "templates").rmdir()
        (root / "templates").mkdir()
        until(watcher, root / "templates")


def test_a_new_section_is_noticed_with_its_stories(root: Path, watcher: Watcher) -> None:
    (root / "content/sport").mkdir()
    (root / "content/sport/cup.md").write_text("x", "utf-8")
    until(watcher, root / "content/sport/cup.md")


def test_a_folder_beside_the_site_is_watched_while_it_is_followed(root: Path, tmp_path: Path, watcher: Watcher) -> None:
    theme = tmp_path.resolve() / "theme"
    (theme / "assets").mkdir(parents=True)
    watcher.follow((theme,))
    (theme / "assets/site.css").write_text("x", "utf-8")
    assert theme / "assets/site.css" in until(watcher, theme / "assets/site.css")


def test_a_closed_watcher_ends_every_wait(root: Path, watcher: Watcher) -> None:
    watcher.close()
    assert watcher.wait() == frozenset()
    assert watcher.wait() == frozenset()
    assert watcher.is_closed


def test_one_volley_of_events_is_one_change() -> None:
    noticed: SimpleQueue[Path | None] = SimpleQueue()
    for name in ("a", "a", "b", "a"):
        noticed.put(Path(name))
    assert gather(noticed, quiet_s=0.01) == {Path("a"), Path("b")}
    assert gather(noticed, quiet_s=0.01, timeout_s=0.01) == frozenset()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("content/world/storm.md", True),
        ("content/.obsidian/workspace.json", False),
        ("content/world/storm.md~", False),
        ("static/.well-known/security.txt", True),
        ("static/.robots.txt.swp", False),
        ("static/.git/index", False),
        ("content/a#b.md", True),
    ],
)
def test_hidden_files_matter_only_in_static(path: str, answer: bool) -> None:
    assert matters(Path(path)) is answer
