"""How the rows stand to one another: each ratio is of wall time, CPU time and memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import nan

from msgspec import Struct

from benchmarks.rows import BODY_EDIT, COLD, NO_CHANGE, ONE_PROCESS, OURS, Row

HEAD = """\
| files | Patrika's | to | wall | CPU | memory |
|---|---|---|--:|--:|--:|"""


class Ratio(Struct, frozen=True):
    """One row to another: 0.5 is half of the other's time, or memory."""

    files: str
    what: str
    to: str
    wall: float
    cpu: float
    memory: float


def ratio(files: str, what: Row, to: Row, name: str) -> Ratio:
    """Return the ratio of a row to another one, which is called `name`."""
    memory = what.peak_mb / to.peak_mb if to.peak_mb else nan  # 0 is of a command too short to be sampled
    return Ratio(files, what.work, name, what.wall_s / to.wall_s, what.cpu_s / to.cpu_s, memory)


def ratios(rows: Iterable[Row]) -> Iterator[Ratio]:
    """Yield, for each size: cold to each peer's and to one process, all else to cold, to a peer's own; then size to size."""
    by_size: dict[int, list[Row]] = {}
    for row in rows:
        by_size.setdefault(row.files, []).append(row)
    ours = {files: {row.work: row for row in of_size if row.is_ours} for files, of_size in sorted(by_size.items())}
    for files, works in ours.items():
        yield from _within(f"{files:,}", works, [row for row in by_size[files] if not row.is_ours])
    for small, large in pairwise(ours):
        for work in (COLD, NO_CHANGE, BODY_EDIT):
            if work in ours[small] and work in ours[large]:
                yield ratio(f"{large:,}", ours[large][work], ours[small][work], f"the same of {small:,} files")


def _within(files: str, ours: Mapping[str, Row], others: Sequence[Row]) -> Iterator[Ratio]:
    for other in others:
        if other.work in ours:
            yield ratio(files, ours[other.work], other, f"{other.who}, {other.work}")
    if COLD not in ours:
        return
    if ONE_PROCESS in ours:
        yield ratio(files, ours[COLD], ours[ONE_PROCESS], f"{OURS}, {ONE_PROCESS}")
    for work, row in ours.items():
        if work not in (COLD, ONE_PROCESS):
            yield ratio(files, row, ours[COLD], f"{OURS}, {COLD}")


def line(ratio: Ratio) -> str:
    """Return a ratio as a line of a Markdown table."""
    figures = (f"{figure:.3g}" for figure in (ratio.wall, ratio.cpu, ratio.memory))
    return f"| {' | '.join((ratio.files, ratio.what, ratio.to, *figures))} |"
