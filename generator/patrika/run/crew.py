"""A crew of worker processes: batches of bytes go out in order, results come back numbered, and the dead are noticed.

Neither `multiprocessing.Pool` (which hangs when a worker is killed) nor an executor (which runs threads in the parent,
and a process with threads must not fork).
"""

import contextlib
import multiprocessing as mp
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

Work = Callable[[bytes], bytes]
"""What is done with a batch: its result has bytes."""

Run = Callable[[Iterable[bytes]], Iterator[tuple[int, bytes]]]
METHOD = "fork" if sys.platform == "linux" else "spawn"
"""How workers are begun: as copies of this process, or afresh with all they need sent to them."""

PATIENCE_S = 0.3
"""How long workers may take to notice that their work is over before they are ended."""


class WorkerDiedError(Exception):
    """A worker ended in the middle of its work: `exitcode` as multiprocessing has it, and the numbers of its batches."""

    def __init__(self, exitcode: int | None, batches: list[int], work: str = "") -> None:
        """Keep how it ended, and over what: `work` says in words what its batches were."""
        super().__init__(exitcode, batches, work)
        self.exitcode = exitcode
        self.batches = batches
        self.work = work

    def over(self, does: str, names: Callable[[int], Sequence[str]]) -> "WorkerDiedError":
        """Return the same with words for its batches: what a worker `does` with the things that `names` returns."""
        things = [name for batch in self.batches for name in names(batch)]
        rest = f" or one of {len(things) - 1} after it" if len(things) > 1 else ""
        return WorkerDiedError(self.exitcode, self.batches, f" while it {does} {things[0]}{rest}" if things else "")

    def __str__(self) -> str:
        if self.exitcode is not None and self.exitcode < 0:
            memory = " (out of memory?)" if -self.exitcode == signal.SIGKILL else ""
            return f"a worker was ended by signal {-self.exitcode}{memory}{self.work}"
        return f"a worker ended with code {self.exitcode}{self.work}"


def cores() -> int:
    """Return how many processes can run at once here: the cores that this process may use, capped by the cgroup."""
    count = getattr(os, "process_cpu_count", None)
    free = count() if count else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(free or 1, _cgroup_limit()))


def _cgroup_limit() -> int:
    try:
        with open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:
            quota, period = file.read().split()
    except (OSError, ValueError):
        return 1_000
    return 1_000 if quota == "max" else -(-int(quota) // int(period))


def _work(
    conn: Connection,
    others: list[Connection],
    make: Callable[[Any], Work],
    state: Any,
    faults: tuple[type[Exception], ...],
) -> None:
    # Ctrl-C reaches the whole group, and the parent decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        # Else a parent that died would never be seen as the end of the pipe.
        other.close()
    try:
        work = make(state)
        while True:
            try:
                job = conn.recv_bytes()
            except EOFError:
                break
            conn.send_bytes(work(job))
    except (BrokenPipeError, ConnectionResetError):
        pass
    except faults as fault:
        with contextlib.suppress(OSError):
            # No work gives no bytes: they say that a fault follows, which is not the worker's death.
            conn.send_bytes(b"")
            conn.send(fault)
    finally:
        conn.close()


@contextlib.contextmanager
def crew(
    jobs: int,
    make: Callable[[Any], Work],
    state: Any,
    method: str = METHOD,
    faults: tuple[type[Exception], ...] = (OSError,),
) -> Iterator[Run]:
    """Give a function that has batches worked on by `jobs` processes and yields (number, result) as they are done.

    `make(state)` is called in each worker and returns what it does with a batch. Raises what a worker raises if it is one
    of `faults`, and WorkerDiedError where a worker ends in the middle of its work. All workers are gone when the block
    ends.
    """
    context: Any = mp.get_context(method)
    hands: dict[Connection, BaseProcess] = {}
    try:
        for _ in range(jobs):
            here, there = context.Pipe()
            others = [*hands, here] if method == "fork" else []
            process = context.Process(target=_work, args=(there, others, make, state, faults), daemon=True)
            process.start()
            there.close()
            hands[here] = process
        yield lambda batches: _feed(hands, batches)
    finally:
        _dismiss(hands)


def _feed(hands: dict[Connection, BaseProcess], batches: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    todo = enumerate(batches)
    doing: dict[Connection, list[int]] = {hand: [] for hand in hands}

    def feed(hand: Connection) -> None:
        if (job := next(todo, None)) is not None:
            doing[hand].append(job[0])
            with contextlib.suppress(OSError):
                # A dead hand shows when its result is awaited.
                hand.send_bytes(job[1])

    # Two in flight each: nobody waits, and no pipe fills.
    for _ in range(2):
        for hand in hands:
            feed(hand)
    while busy := [hand for hand in hands if doing[hand]]:
        for hand in cast(list[Connection], wait(busy)):
            try:
                result = hand.recv_bytes()
            except (EOFError, OSError):
                hands[hand].join(1)
                raise WorkerDiedError(hands[hand].exitcode, doing[hand]) from None
            if not result:
                raise cast(Exception, hand.recv())
            number = doing[hand].pop(0)
            feed(hand)
            yield number, result


def _dismiss(hands: dict[Connection, BaseProcess]) -> None:
    for hand in hands:
        hand.close()
    end = time.monotonic() + PATIENCE_S
    for process in hands.values():
        process.join(max(0, end - time.monotonic()))
    for process in hands.values():
        if process.exitcode is None:
            process.kill()
    for process in hands.values():
        process.join()
