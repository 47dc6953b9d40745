"""The picture of a record: horizontal bars of wall time on a logarithmic scale, in SVG for light and dark pages."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import ceil, floor, log10

from msgspec import Struct

from benchmarks.record import Record
from benchmarks.rows import BODY_EDIT, COLD, FLOOR, NO_CHANGE, ONE_PROCESS, Row

WIDTH, LEFT, RIGHT = 780, 240, 70
ROW, BAR, GROUP, SIZE = 21, 12, 28, 54
GROUPS = (("A cold build", (COLD, ONE_PROCESS)), ("Nothing changed", (NO_CHANGE,)), ("One body edit", (BODY_EDIT,)))
OTHER = "Patrika, one other change"

STYLE = """\
svg { --ink: #1c1e21; --quiet: #5b6168; --line: #dfe2e6; --ours: #b3261e; --peer: #6b7f99; --floor: #b9c0c9; }
@media (prefers-color-scheme: dark) {
svg { --ink: #e8eaed; --quiet: #a3abb5; --line: #3a3f46; --ours: #f2786f; --peer: #8fa6c4; --floor: #565d67; }
}
text { font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; fill: var(--ink); }
.size { font-size: 17px; font-weight: 650; }
.note, .group, .tick { fill: var(--quiet); }
.group { font-weight: 600; }
.tick { font-size: 12px; text-anchor: middle; }
.label { text-anchor: end; }
.value { font-variant-numeric: tabular-nums; }
line { stroke: var(--line); }
.ours { fill: var(--ours); }
.peer { fill: var(--peer); }
.floor { fill: var(--floor); }"""


class Scale(Struct, frozen=True):
    """A logarithmic scale of seconds, from ten to the power of `low` to ten to the power of `high`."""

    low: float
    high: float
    width: float

    def length(self, seconds: float) -> float:
        """Return how long the bar of a time is: each decade is as long as any other."""
        return (log10(seconds) - self.low) / (self.high - self.low) * self.width

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the places and names of the decades."""
        for power in range(ceil(self.low), floor(self.high) + 1):
            yield self.length(10.0**power), f"{10**power:,} s" if power >= 0 else f"{10.0**power:g} s"


class Bar(Struct, frozen=True):
    """A time with its label; `kind` is whose it is: ours, peer, floor."""

    label: str
    seconds: float
    kind: str


def scale_of(seconds: Sequence[float], width: float) -> Scale:
    """Return the scale on which the longest time is as wide as can be, and the shortest can still be seen."""
    return Scale(log10(min(seconds) / 1.5), log10(max(seconds)), width)


def groups_of(rows: Sequence[Row]) -> Iterator[tuple[str, list[Bar]]]:
    """Yield groups of bars for the rows of a size: ours, then the peers' from the quickest, then what copying takes."""
    known = {work for _, works in GROUPS for work in works}
    for title, works in GROUPS:
        bars = [_bar(row) for row in rows if row.work in works or (row.is_floor and COLD in works)]
        kinds = ("ours", "peer", "floor")
        yield title, sorted(bars, key=lambda bar: (kinds.index(bar.kind), bar.seconds if bar.kind == "peer" else 0))
    yield OTHER, [Bar(row.work, row.wall_s, "ours") for row in rows if row.is_ours and row.work not in known]


def _bar(row: Row) -> Bar:
    if row.is_floor:
        return Bar(f"{FLOOR} of {row.work}", row.wall_s, "floor")
    if row.is_ours:
        return Bar(f"{row.who}, one process" if row.work == ONE_PROCESS else row.who, row.wall_s, "ours")
    return Bar(row.who, row.wall_s, "peer")


def said(seconds: float) -> str:
    """Return a time in three figures."""
    return f"{seconds:,.0f} s" if seconds >= 100 else f"{seconds:.1f} s" if seconds >= 10 else f"{seconds:.2f} s"


def plotted(record: Record) -> str:
    """Return the picture of a record; what is not of a generated site is left out."""
    sizes = sorted({row.files for row in record.rows if row.is_ours and row.work == COLD})
    by_size = {files: [row for row in record.rows if row.files == files] for files in sizes}
    scale = scale_of([row.wall_s for rows in by_size.values() for row in rows], WIDTH - LEFT - RIGHT)
    machine = record.machine
    title = f"Seconds of wall time, on a logarithmic scale: {machine.cores} cores, {machine.python}, {record.date}"
    parts, height = [f'<text class="note" x="0" y="16">{escape(title)}</text>'], ROW
    for files, rows in by_size.items():
        groups = [(title, bars) for title, bars in groups_of(rows) if bars]
        parts += [*_panel(f"{files:,} articles", groups, scale, height)]
        height += SIZE + sum(GROUP + ROW * len(bars) for _, bars in groups) + ROW
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="title">',
            f'<title id="title">{escape(title)}</title>',
            f"<style>\n{STYLE}\n</style>",
            *parts,
            "</svg>\n",
        )
    )


def _panel(title: str, groups: Iterable[tuple[str, list[Bar]]], scale: Scale, top: int) -> Iterator[str]:
    """Yield the bars of a size, from `top` down."""
    groups = tuple(groups)
    bottom = top + SIZE + sum(GROUP + ROW * len(bars) for _, bars in groups)
    yield f'<text class="size" x="0" y="{top + 24}">{escape(title)}</text>'
    for place, name in scale.ticks():
        x = f"{LEFT + place:.1f}"
        yield f'<line x1="{x}" x2="{x}" y1="{top + 46}" y2="{bottom}"/>'
        yield f'<text class="tick" x="{x}" y="{top + 40}">{name}</text>'
    y = top + SIZE
    for heading, bars in groups:
        yield f'<text class="group" x="0" y="{y + 18}">{escape(heading)}</text>'
        y += GROUP
        for bar in bars:
            yield from _drawn(bar, scale, y)
            y += ROW


def _drawn(bar: Bar, scale: Scale, y: int) -> Iterator[str]:
    length = scale.length(bar.seconds)
    yield f'<text class="label" x="{LEFT - 10}" y="{y + BAR}">{escape(bar.label)}</text>'
    yield f'<rect class="{bar.kind}" x="{LEFT}" y="{y + 1}" width="{length:.1f}" height="{BAR}" rx="2"/>'
    yield f'<text class="value" x="{LEFT + length + 7:.1f}" y="{y + BAR}">{said(bar.seconds)}</text>'
