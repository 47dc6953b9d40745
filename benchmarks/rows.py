"""Rows of the table, and their medians."""

from collections.abc import Sequence
from statistics import median

from msgspec import Struct

from benchmarks.measuring import Cost

OURS = "Patrika"
FLOOR = "cp -r"
COLD = "cold"
ONE_PROCESS = "cold, one process"
NO_CHANGE = "no change"
BODY_EDIT = "one body edit"

HEAD = """\
| files | generator | work | wall s | CPU s | peak MB | parsed | filled | written | HTML pages | runs |
|--:|---|---|--:|--:|--:|--:|--:|--:|--:|--:|"""


class Row(Struct, frozen=True, omit_defaults=True):
    """What a piece of work on a site of so many articles costs: medians, if of more than one run."""

    files: int
    who: str
    work: str
    wall_s: float
    cpu_s: float
    peak_mb: float
    parsed: int | None = None
    """Articles parsed, pages filled and files written: as our report says it; None of others."""
    filled: int | None = None
    written: int | None = None
    pages: int | None = None
    """HTML files in the output of a cold build."""
    runs: int = 1

    @property
    def is_ours(self) -> bool:
        """Return whether it is Patrika that did it."""
        return self.who.split()[0] == OURS

    @property
    def is_floor(self) -> bool:
        """Return whether it is the copying that nothing can be much cheaper than."""
        return self.who == FLOOR


def row_of(files: int, who: str, work: str, cost: Cost, pages: int | None = None) -> Row:
    """Return the row of one run of a command."""
    return Row(files, who, work, cost.wall_s, cost.cpu_s, cost.peak_mb, pages=pages)


def middle(rows: Sequence[Row]) -> Row:
    """Return a row with the medians of several runs of the same work; the counts are the first run's."""
    first = rows[0]
    return Row(
        first.files,
        first.who,
        first.work,
        median(row.wall_s for row in rows),
        median(row.cpu_s for row in rows),
        median(row.peak_mb for row in rows),
        first.parsed,
        first.filled,
        first.written,
        first.pages,
        len(rows),
    )


def line(row: Row) -> str:
    """Return a row as a line of the Markdown table."""
    counts = ("" if count is None else f"{count:,}" for count in (row.parsed, row.filled, row.written, row.pages))
    costs = (f"{row.wall_s:.2f}", f"{row.cpu_s:.2f}", f"{row.peak_mb:.0f}")
    return f"| {' | '.join((f'{row.files:,}', row.who, row.work, *costs, *counts, str(row.runs)))} |"
