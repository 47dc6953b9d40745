"""What a command costs, seen from outside: wall and CPU seconds, and the memory of its whole process tree."""

import os
import resource
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from msgspec import Struct

SAMPLE_S = 0.05


class Cost(Struct, frozen=True):
    """Seconds of wall and CPU time, the peak of the process tree's memory in MB (PSS, sampled), and what was printed."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    told: str = ""


class CommandFailed(Exception):
    """A command ended with an error; its text is the last that the command said."""


def measure(command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Return what a command costs; one that fails raises CommandFailed. The sampling's own CPU time is not in it."""
    with tempfile.TemporaryFile() as complaints:
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=complaints, text=True
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
            complaints.seek(0)
            lines = f"{told}\n{complaints.read().decode(errors='replace')}".split("\n")
            last = next((line.strip() for line in reversed(lines) if line.strip()), "")
            raise CommandFailed(f"ended with {process.returncode}: {last[:300]}")
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(round(wall_s, 3), round(cpu_s, 3), round(peak[0], 1), told)


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
