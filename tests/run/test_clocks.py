"""Clocks that stand still, go back, or are set by hand: what changed is seen all the same, in every kind of source."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from patrika.run.standing import UNSURE_NS
from tests.sites.newspaper import NOW, Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
Clean = dict[str, dict[str, bytes]]
SVG = '<svg width="2" height="2" xmlns="http://www.w3.org/2000/svg"/>'
SITE = plain(
    files(story("own", "2023-07-01", tags="[x]", authors="[ann]", body="Text. ![a](a.svg) [b](b.txt)"))
    + f"""-- content/world/a.svg --
{SVG}
-- content/world/b.txt --
one
-- content/authors/ann.en.md --
---
name: Ann
---
Writes.
-- content/pages/about.en.md --
---
title: About
---
Us.
-- content/tags.toml --
[x]
name = {{ en = "Ex", bn = "এক্স" }}
-- redirects.toml --
"/was/" = "world/own"
-- static/robots.txt --
User-agent: *
-- templates/author.html --
ours {{{{ page.frame.title }}}}
-- templates/tag.html --
{{{{ page.frame.title }}}} {{{{ chrome.data.note.word }}}} {{% slot "foot" %}}
-- data/note.toml --
word = "one"
-- slots/foot.html --
below
-- assets/own.txt --
one
"""
).replace("[styles]", '[slots]\nfoot = "the end of a page"\n\n[styles]', 1)
EDITS = {
    "a story": ("content/world/own.en.md", "Text.", "Tent."),
    "a picture": ("content/world/a.svg", 'width="2"', 'width="3"'),
    "a file beside a story": ("content/world/b.txt", "one", "two"),
    "a person": ("content/authors/ann.en.md", "Ann", "Eve"),
    "a page": ("content/pages/about.en.md", "Us.", "We."),
    "a tag": ("content/tags.toml", "Ex", "Ax"),
    "a static file": ("static/robots.txt", "agent: *", "agent: a"),
    "a redirect": ("redirects.toml", "/was/", "/had/"),
    "data": ("data/note.toml", "one", "two"),
    "a slot": ("slots/foot.html", "below", "above"),
    "a template": ("templates/author.html", "ours", "hers"),
    "a template of the theme": ("themes/plain/templates/article.html", "<h1>", "<h2>"),
    "a style sheet": ("themes/plain/assets/plain.css", "black", "white"),
    "an asset": ("assets/own.txt", "one", "two"),
    "a theme's settings": ("themes/plain/theme.toml", "limit = 9", "limit = 8"),
    "settings": ("site.toml", "The Test", "The Best"),
}
"""What is changed in each kind of source: a file, and words for which others of the same length are put."""


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def sources(paper: Newspaper) -> list[Path]:
    return [paper.root / path for path, _, _ in EDITS.values()]


def edited(paper: Newspaper) -> Iterator[tuple[str, Path]]:
    """Yield each kind of source and its file, just changed."""
    for kind, (path, old, new) in EDITS.items():
        file = paper.root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
        yield kind, file


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """Give what builds that remember nothing make after each edit."""
    folder = tmp_path_factory.mktemp("clean")
    paper = Newspaper(folder / "site").write(SITE)
    trees = {}
    for number, (kind, _) in enumerate(edited(paper)):
        output, cache = folder / f"output-{number}", folder / f"cache-{number}"
        assert paper.build(output=output, cache=cache).published
        trees[kind] = tree(output)
    return trees


def stale(paper: Newspaper, clean: Clean, set_times: Callable[[Path], None]) -> list[str]:
    """Return the kinds of sources of which a change was not seen, each edited in turn and its times then set."""
    missed = []
    for kind, file in edited(paper):
        set_times(file)
        assert paper.build().published
        if tree(paper.output) != clean[kind]:
            missed.append(kind)
            paper.build(clean=True)
    return missed


OLD = -(10**12)
"""In place of `UNSURE_NS`: files just written count as old, and times alone say what changed."""


@pytest.mark.parametrize(
    ("unsure_ns", "mtime"),
    [(UNSURE_NS, -86_400), (OLD, -86_400), (UNSURE_NS, 4_000_000_000)],
    ids=["young, of 1969", "old, of 1969", "of 2096"],
)
def test_times_of_change_set_by_hand_hide_nothing(
    newspaper: Make, clean: Clean, monkeypatch: pytest.MonkeyPatch, unsure_ns: int, mtime: int
) -> None:
    """The same long ago or still to come, before and after a change of the same size, as unpacked archives have it."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", unsure_ns)
    paper = newspaper(SITE)
    for _ in ("made", "touched"):
        for file in sources(paper):
            os.utime(file, (mtime, mtime))
        assert paper.build().published
    assert stale(paper, clean, lambda file: os.utime(file, (mtime, mtime))) == []


def test_times_that_go_back_hide_nothing(newspaper: Make, clean: Clean, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock set back, or an older file put in place of a newer one."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", OLD)
    paper = newspaper(SITE)
    assert paper.build().published
    assert stale(paper, clean, lambda file: os.utime(file, (1_000_000_000, 1_000_000_000))) == []


@contextmanager
def still_clock() -> Iterator[None]:
    """Let the file system's clock stand still: what a change within one of its ticks looks like, however long that is."""
    stat, lstat, scandir = os.stat, os.lstat, os.scandir
    tick_ns = 1_690_000_000 * 10**9

    def still(state: os.stat_result) -> os.stat_result:
        times = dict.fromkeys(("st_atime_ns", "st_mtime_ns", "st_ctime_ns"), tick_ns)
        return os.stat_result(tuple(state)[:10], times | {"st_blocks": state.st_blocks})

    class Entry:
        def __init__(self, entry: os.DirEntry[str]) -> None:
            self._entry = entry

        def __getattr__(self, name: str) -> Any:
            return getattr(self._entry, name)

        def __fspath__(self) -> str:
            return self._entry.path

        def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
            return still(self._entry.stat(follow_symlinks=follow_symlinks))

    class Entries:
        def __init__(self, *place: Any) -> None:
            self._found = scandir(*place)

        def __iter__(self) -> "Entries":
            return self

        def __next__(self) -> Entry:
            return Entry(next(self._found))

        def __enter__(self) -> "Entries":
            return self

        def __exit__(self, *_: object) -> None:
            self._found.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "stat", lambda *place, **options: still(stat(*place, **options)))
        patch.setattr(os, "lstat", lambda *place, **options: still(lstat(*place, **options)))
        patch.setattr(os, "scandir", Entries)
        yield


def test_bytes_that_change_within_one_tick_of_the_clock_are_seen(newspaper: Make, clean: Clean) -> None:
    """Size and times as they were: as long as that may be so, the bytes are looked at."""
    paper = newspaper(SITE)
    with still_clock():
        assert paper.build().published
        assert stale(paper, clean, lambda _: None) == []


def test_a_moment_that_goes_forth_and_back_leaves_what_a_clean_build_makes(
    newspaper: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stories appear, leave, and are pinned for a while; each moment has its site, whichever came before."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", OLD)
    paper = newspaper(
        SITE
        + files(
            story("soon", "2023-07-29"),
            story("brief", "2023-07-20", expire_at="2023-07-29 12:00"),
            story("pinned", "2023-07-20", priority="lead", priority_until="2023-07-29"),
        )
    )
    for days in (0, 3, 1, 0, 9, -9, 1, 0):
        moment = NOW + days * 86_400
        assert paper.build(moment).published
        fresh = tmp_path / f"clean {days}"
        if not fresh.exists():
            paper.build(moment, output=fresh, cache=tmp_path / f"cache {days}")
        assert tree(paper.output) == tree(fresh)
