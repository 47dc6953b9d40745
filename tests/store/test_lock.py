"""One build at a time: the second waits for the first, and is told who that is."""

import os
import threading
from pathlib import Path

from patrika.store.lock import locked


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
    assert told == [str(os.getpid())]


def test_the_lock_of_a_build_that_ended_badly_is_free(tmp_path: Path) -> None:
    told: list[str] = []
    try:
        with locked(tmp_path, told.append):
            raise RuntimeError
    except RuntimeError:
        pass
    with locked(tmp_path, told.append):
        assert told == []
