"""Workers: all batches are done, in any order; the dead are noticed; nobody is left behind."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from patrika.run.crew import WorkerDiedError, cores, crew

METHODS = ("fork", "spawn")


def doubling(state: bytes) -> Callable[[bytes], bytes]:
    return lambda job: state + job * 2


def dying(state: int) -> Callable[[bytes], bytes]:
    def work(job: bytes) -> bytes:
        if job == b"die":
            os.kill(os.getpid(), state)
        return job

    return work


def sleeping(state: float) -> Callable[[bytes], bytes]:
    def work(job: bytes) -> bytes:
        time.sleep(state)
        return str(os.getpid()).encode()

    return work


@pytest.mark.parametrize("method", METHODS)
def test_every_batch_is_done_once_and_numbered(method: str) -> None:
    batches = [str(number).encode() for number in range(50)]
    with crew(2, doubling, b"x", method) as run:
        done = dict(run(batches))
    assert done == {number: b"x" + batch * 2 for number, batch in enumerate(batches)}


def test_a_crew_without_work_ends_at_once() -> None:
    with crew(2, doubling, b"") as run:
        assert list(run([])) == []


def test_a_killed_worker_is_told_with_its_batches() -> None:
    with pytest.raises(WorkerDiedError, match="ended by signal 9") as fault, crew(2, dying, signal.SIGKILL) as run:
        list(run([b"a", b"b", b"die", b"c", b"d"]))
    assert 2 in fault.value.batches


def interrupted(pids: set[int]) -> None:
    """Give up as soon as both workers have answered."""
    with crew(2, sleeping, 0.01) as run:
        for _, answer in run([b""] * 20):
            pids.add(int(answer))
            if len(pids) == 2:
                raise KeyboardInterrupt


def test_no_worker_is_left_when_the_parent_gives_up() -> None:
    pids = set[int]()
    with pytest.raises(KeyboardInterrupt):
        interrupted(pids)
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1


def failing(state: str) -> Callable[[bytes], bytes]:
    if state == "at once":
        raise OSError(28, "No space left on device", "stage")

    def work(job: bytes) -> bytes:
        if job == b"fail":
            raise OSError(28, "No space left on device", "stage")
        return job

    return work


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("state", ["at once", "at a batch"])
def test_a_fault_of_the_machine_is_told_as_itself(method: str, state: str, capfd: pytest.CaptureFixture[str]) -> None:
    """It is the disk that is at fault, not the worker, and nothing else is printed."""
    with pytest.raises(OSError, match="No space left") as fault, crew(2, failing, state, method) as run:
        list(run([b"a", b"b", b"c", b"fail", b"d", b"e"]))
    assert (fault.value.errno, fault.value.filename) == (28, "stage")
    assert capfd.readouterr().err == ""
