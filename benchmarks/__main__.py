"""`make bench`: what builds cost, cold, unchanged and after edits, beside other generators on the same files.

Cold runs are interleaved and go into new folders; figures are medians. `python -m benchmarks 2000 10000` for other sizes.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from msgspec import Struct

from benchmarks import corpus, peers
from benchmarks.measuring import Cost, measure

REPOSITORY = Path(__file__).parents[1]
SIZES = (2_000,)
ROUNDS = 3
SAMPLE_NOW = 1_764_000_000


class Row(Struct, frozen=True):
    """A line of the table: a generator's work, its cost, and the files it wrote (None where it does not say)."""

    who: str
    work: str
    cost: Cost
    written: int | None = None
    pages: int = 0


def patrika(root: Path, output: Path, cache: Path, now: int) -> tuple[Cost, dict[str, object]]:
    """Return what a build of ours costs, and its report."""
    command = [sys.executable, "-m", "patrika", "build", "--json", "--root", str(root), "--output", str(output)]
    moment = datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    cost = measure([*command, "--cache", str(cache), "--now", moment], root)
    return cost, json.loads(cost.told)


def ours(who: str, work: str, cost: Cost, report: dict[str, object]) -> Row:
    """Return the line for a build of ours."""
    written, pages = report["written"], report["pages"]
    assert isinstance(written, list)
    assert isinstance(pages, int)
    return Row(who, work, cost, len(written), pages)


def show(row: Row) -> None:
    """Print a line of the table."""
    written = f"{row.written:,}" if row.written is not None else ""
    speed = f"{row.pages / row.cost.wall_s:,.0f}" if row.pages else ""
    cost = row.cost
    print(
        f"| {row.who} | {row.work} | {cost.wall_s:.2f} | {cost.cpu_s:.2f} | {cost.peak_mb:.0f} | {written} | {speed} |",
        flush=True,
    )


def middle(rows: list[Row]) -> Row:
    """Return a row with the medians of several."""
    costs = [row.cost for row in rows]
    cost = Cost(
        median(cost.wall_s for cost in costs),
        median(cost.cpu_s for cost in costs),
        median(cost.peak_mb for cost in costs),
        "",
    )
    return Row(rows[0].who, rows[0].work, cost, rows[0].written, rows[0].pages)


def cold_rounds(root: Path, here: Path, size: int) -> None:
    """Show the medians of interleaved cold builds, ours and the peers'."""
    command = peers.hugo()
    runs: dict[str, list[Row]] = {}
    environment = {**os.environ, "HUGO_CACHEDIR": str(here / "hugo-cache")}
    for number in range(ROUNDS):
        cost, report = patrika(root, here / f"cold-{number}", here / f"cold-cache-{number}", corpus.NOW)
        runs.setdefault("patrika", []).append(ours("Patrika", f"cold, {size:,} files", cost, report))
        for related in (True, False) if command else ():
            name = f"Hugo {peers.hugo_version(command)} with{'' if related else 'out'} related lists" if command else ""
            site = peers.hugo_site(root / "content", here / f"hugo-{related}-{number}", related)
            cost = measure([command or "", "--destination", str(site / "public")], site, environment)
            runs.setdefault(name, []).append(Row(name, f"cold, {size:,} files", cost))
    for rows in runs.values():
        show(middle(rows))
    for number in range(ROUNDS):
        shutil.rmtree(here / f"cold-{number}")


def append(path: Path, text: str) -> None:
    """Add words to the end of a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def retitle(path: Path) -> None:
    """Change a story's headline."""
    path.write_text(path.read_text("utf-8").replace("title: ", "title: New ", 1), "utf-8")


def new_story(root: Path, section: str) -> None:
    """Add the newest story of all, with three tags."""
    date = datetime.fromtimestamp(corpus.NOW - 60, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    head = f"---\ntitle: A fresh story\nsummary: New\ndate: {date}\nauthors: [Someone New]\n"
    text = head + "tags: [topic-1, topic-2, topic-3]\n---\n\nWords.\n"
    path = root / f"content/{section}/2024/fresh-{section}.en.md"
    path.write_text(text, "utf-8")


def edits(root: Path, size: int) -> tuple[tuple[str, Callable[[], None]], ...]:
    """Return edits by name, in the order in which they are made."""
    stories = sorted(root.glob("content/*/*/*.en.md"), key=lambda path: int(path.name.split("-")[1].split(".")[0]))
    return (
        ("no change", lambda: None),
        ("one body edit", lambda: append(stories[-1], "\nMore words.\n")),
        ("one headline edit", lambda: retitle(stories[-2])),
        ("one edit in the old archive", lambda: append(stories[size // 20], "\nMore words.\n")),
        ("one new story", lambda: new_story(root, "world")),
        ("one new opinion piece", lambda: new_story(root, "opinion")),
    )


def main() -> None:
    """Measure the sample newsroom, then generated ones."""
    sizes = tuple(int(size) for size in sys.argv[1:]) or SIZES
    print("| generator | work | wall s | CPU s | peak MB | files written | pages/s |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="patrika-bench-") as folder:
        here = Path(folder)
        for work in ("sample, cold", "sample, no change"):
            cost, report = patrika(REPOSITORY, here / "sample", here / "sample-cache", SAMPLE_NOW)
            show(ours("Patrika", work, cost, report))
        for size in sizes:
            root = here / f"site-{size}"
            corpus.write(root, size)
            cold_rounds(root, here / f"runs-{size}", size)
            output, cache = here / f"edited-{size}", here / f"edited-cache-{size}"
            patrika(root, output, cache, corpus.NOW)
            for name, edit in edits(root, size):
                edit()
                cost, report = patrika(root, output, cache, corpus.NOW)
                show(ours("Patrika", f"{name}, {size:,} files", cost, report))


if __name__ == "__main__":
    main()
