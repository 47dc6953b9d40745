"""What a command costs, seen from outside: wall and CPU seconds, and the memory of its whole process tree."""

import os
import resource
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from msgspec import Struct

SAMPLE_S = 0.05


class Cost(Struct, frozen=True):
    """Seconds of wall and CPU time, the peak of the process tree's memory in MB (PSS, sampled), and what was printed."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    told: str


def measure(command: Sequence[str], cwd: Path, environment: dict[str, str] | None = None) -> Cost:
    """Return what a command costs; a command that fails raises CalledProcessError."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    peak = [0.0]
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
    watcher.start()
    told, _ = process.communicate()
    wall_s, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    done.set()
    watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, told)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall_s, cpu_s, peak[0], told)


def _watch(pid: int, peak: list[float], done: threading.Event) -> None:
    while not done.wait(SAMPLE_S):
        peak[0] = max(peak[0], sum(_pss_mb(each) for each in (pid, *_children(pid))))


def _children(pid: int) -> Iterator[int]:
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
                for child in map(int, file.read().split()):
                    yield child
                    yield from _children(child)
    except OSError:
        return


def _pss_mb(pid: int) -> float:
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0.0
