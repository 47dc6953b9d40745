"""One build at a time: the second waits for the first, or fails at once, and is told who that is."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from patrika.cli.main import run
from patrika.store.lock import HeldError, locked
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, story

HOLD = """
import sys, time
from pathlib import Path
from patrika.store.lock import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(60)
"""


def holder_and_since(told: str) -> tuple[str, datetime]:
    holder, _, since = told.partition(", since ")
    return holder, datetime.fromisoformat(since)


def test_the_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    told: list[str] = []
    order: list[str] = []
    asked = threading.Event()

    def wait_for(holder: str) -> None:
        told.append(holder)
        asked.set()

    def second() -> None:
        with locked(tmp_path, wait_for):
            order.append("second")

    thread = threading.Thread(target=second)
    with locked(tmp_path, told.append):
        thread.start()
        assert asked.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]
    assert [holder_and_since(holder)[0] for holder in told] == [str(os.getpid())]


def test_who_does_not_want_to_wait_is_told_who_holds_the_lock_and_since_when(tmp_path: Path) -> None:
    before = datetime.now().astimezone().replace(microsecond=0)
    with (
        locked(tmp_path, pytest.fail),
        pytest.raises(HeldError) as held,
        locked(tmp_path, pytest.fail, wait=False),
    ):
        pytest.fail("two hold the lock")
    holder, since = holder_and_since(str(held.value))
    assert holder == str(os.getpid())
    assert before <= since <= datetime.now().astimezone()


def test_who_does_not_want_to_wait_takes_a_lock_that_is_free(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path, pytest.fail, wait=False):
            pass


def test_the_lock_of_a_build_that_ended_badly_is_free(tmp_path: Path) -> None:
    told: list[str] = []
    try:
        with locked(tmp_path, told.append):
            raise RuntimeError
    except RuntimeError:
        pass
    with locked(tmp_path, told.append):
        assert told == []


def test_the_lock_of_a_killed_process_is_free_though_its_name_stays_in_the_file(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    with process.stdout as told:
        assert told.readline() == "held\n"
        with pytest.raises(HeldError, match=str(process.pid)), locked(tmp_path, pytest.fail, wait=False):
            pass
        process.kill()
        process.wait(10)
    assert str(process.pid) in (tmp_path / "lock").read_text("ascii")
    with locked(tmp_path, pytest.fail, wait=False):
        assert (tmp_path / "lock").read_text("ascii").startswith(f"{os.getpid()}, since ")


def test_a_build_that_may_not_wait_fails_at_once_with_one_line_and_touches_nothing(
    newspaper: Callable[..., Newspaper], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("patrika.cli.telling.waiting", pytest.fail)
    paper = newspaper(plain(files(story("a"))))
    build = ["build", "--root", str(paper.root), "--no-wait"]
    with locked(paper.root / ".patrika", pytest.fail):
        assert run(build) == 4
        assert run([*build, "--json"]) == 4
    out, err = capsys.readouterr()
    first, second = err.splitlines()
    assert first == second
    assert f"patrika: another build of this site goes on, by process {os.getpid()}, since " in first
    assert out == ""
    assert not paper.output.exists()
    assert run(build) == 0
