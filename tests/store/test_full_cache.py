"""A cache that cannot take something in fails the build, whatever that is, and is neither deleted nor believed too much."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from patrika.run.standing import UNSURE_NS
from patrika.store.cache import NAME
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]
SVG = '<svg width="{}" height="2" xmlns="http://www.w3.org/2000/svg"/>'


class FullConnection(sqlite3.Connection):
    """A connection that takes in no more than some writes."""

    room = 0

    def execute(self, query: str, *values: Any) -> sqlite3.Cursor:
        self._take_in(query)
        return super().execute(query, *values)

    def executemany(self, query: str, *rows: Any) -> sqlite3.Cursor:
        self._take_in(query)
        return super().executemany(query, *rows)

    def executescript(self, script: str) -> sqlite3.Cursor:
        self._take_in("CREATE")
        return super().executescript(script)

    def _take_in(self, query: str) -> None:
        if query.startswith(("CREATE", "INSERT", "DELETE")):
            if not FullConnection.room:
                fault = sqlite3.OperationalError("database or disk is full")
                fault.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise fault
            FullConnection.room -= 1


@contextmanager
def room_for(writes: int) -> Iterator[None]:
    """Let a cache take in so many writes, and no more."""
    FullConnection.room = writes
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=FullConnection))
        yield


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def edition(number: int) -> str:
    """Return all but the settings of a site of which much differs from one number to the next."""
    mine = story(f"mine{number}", "2023-07-20", "sport", body="![p](@/images/p.svg)", tags="[x]")
    bodies = numbered(6, body=f"Words {number}. " * 300, tags=f"[t{number}]")
    return files(*bodies, mine) + f"-- content/images/p.svg --\n{SVG.format(number + 1)}\n"


def put(paper: Newspaper, number: int) -> None:
    for path in paper.root.glob("content/sport/*.md"):
        path.unlink()
    paper.write(edition(number))


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    made = newspaper(plain(edition(0)))
    assert made.build().published
    return made


@pytest.fixture
def clean(paper: Newspaper, tmp_path: Path) -> list[dict[str, bytes]]:
    """Give what builds that remember nothing make of two editions; the second lies in content/ then."""
    for number in (0, 1):
        put(paper, number)
        assert paper.build(output=tmp_path / f"{number}", cache=tmp_path / f"cache {number}").published
    return [tree(tmp_path / f"{number}") for number in (0, 1)]


def assert_full(paper: Newspaper) -> None:
    with pytest.raises(OSError, match="No space left") as fault:
        paper.build()
    assert (fault.value.errno, fault.value.filename) == (errno.ENOSPC, str(paper.root / ".patrika" / NAME))


def writes_of(build: Callable[[], Any]) -> int:
    """Return how many writes a build takes."""
    with room_for(1_000):
        build()
    return 1_000 - FullConnection.room


@pytest.mark.parametrize("unsure_ns", [UNSURE_NS, -(10**12)], ids=["young files", "old files"])
@pytest.mark.parametrize("is_undone", [False, True], ids=["then built again", "then undone"])
def test_an_edit_for_which_there_is_no_room_at_any_write_is_made_good_by_the_next_build(
    paper: Newspaper,
    clean: list[dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
    unsure_ns: int,
    is_undone: bool,
) -> None:
    """Texts, entries, cards, pictures, pages, how all was left: whichever is the last that is kept."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", unsure_ns)
    for writes in range(writes_of(paper.build)):
        number = 0 if is_undone else writes % 2
        put(paper, number)
        with room_for(writes):
            assert_full(paper)
        assert tree(paper.output) in clean
        if is_undone:
            number = 1
            put(paper, number)
        report = paper.build()
        assert (report.published, report.begun_anew) == (True, "")
        assert tree(paper.output) == clean[number]


def test_a_first_build_for_which_there_is_no_room_at_any_write_leaves_no_half_cache(
    paper: Newspaper, clean: list[dict[str, bytes]]
) -> None:
    def forget() -> None:
        for path in (paper.root / ".patrika").glob(NAME + "*"):
            path.unlink()

    forget()
    for writes in range(writes_of(paper.build)):
        forget()
        with room_for(writes):
            assert_full(paper)
        report = paper.build()
        assert (report.published, report.begun_anew) == (True, "")
        assert tree(paper.output) == clean[1]


def test_a_cache_that_another_program_holds_is_kept(paper: Newspaper, monkeypatch: pytest.MonkeyPatch) -> None:
    file = paper.root / ".patrika" / NAME
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
        put(paper, 1)
        with pytest.raises(OSError, match="busy") as fault:
            paper.build()
    assert fault.value.filename == str(file)
    report = paper.build()
    assert (report.parsed, report.begun_anew) == (7, "")


def test_a_cache_has_large_pages(paper: Newspaper) -> None:
    """Rows of some thousand bytes waste less of them."""
    with closing(sqlite3.connect(paper.root / ".patrika" / NAME)) as connection:
        assert connection.execute("PRAGMA page_size").fetchone() == (8_192,)
