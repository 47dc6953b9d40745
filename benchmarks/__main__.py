"""`make bench`: cold and unchanged builds, each in a process of its own, into new folders."""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from msgspec import Struct

from benchmarks import corpus

REPOSITORY = Path(__file__).parents[1]
SIZES = (2_000,)


class Run(Struct, frozen=True):
    """One build, measured from outside: seconds of wall and CPU time, and peak memory of the process in MB."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    pages: int
    written: int
    seconds: dict[str, float]


def measure(root: Path, output: Path, cache: Path, now: int) -> Run:
    """Return what a build in a process of its own costs."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    command = [sys.executable, "-m", "patrika", "build", "--json", "--root", str(root), "--output", str(output)]
    told = subprocess.run([*command, "--cache", str(cache), "--now", _said(now)], capture_output=True, check=True)
    wall_s, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    report = json.loads(told.stdout)
    return Run(
        wall_s=wall_s,
        cpu_s=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        peak_mb=after.ru_maxrss / 1024,
        pages=report["pages"],
        written=len(report["written"]),
        seconds=dict(report["seconds"]),
    )


def _said(now: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def show(name: str, run: Run) -> None:
    """Print a row of the table."""
    stages = " · ".join(f"{stage} {seconds:.2f}" for stage, seconds in run.seconds.items())
    print(
        f"| {name} | {run.pages:,} | {run.written:,} | {run.wall_s:.2f} | {run.cpu_s:.2f} | "
        f"{run.pages / run.wall_s:,.0f} | {run.peak_mb:.0f} | {stages} |",
        flush=True,
    )


def main() -> None:
    """Measure the sample newsroom, then generated ones, each cold and unchanged."""
    sizes = tuple(int(size) for size in sys.argv[1:]) or SIZES
    print("| site | pages | files written | wall s | CPU s | pages/s | peak MB | seconds by stage |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="patrika-bench-") as folder:
        here = Path(folder)
        sites = {"sample": REPOSITORY}
        for size in sizes:
            corpus.write(here / f"site-{size}", size)
            sites[f"{size:,} articles"] = here / f"site-{size}"
        for name, root in sites.items():
            now = 1_764_000_000 if root == REPOSITORY else corpus.NOW
            output, cache = here / f"out-{root.name}", here / f"cache-{root.name}"
            for state in ("cold", "unchanged"):
                show(f"{name}, {state}", measure(root, output, cache, now))
            shutil.rmtree(output)


if __name__ == "__main__":
    main()
