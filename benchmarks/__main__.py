"""`make bench`: what builds cost, cold, unchanged and after edits, beside other generators on the same files.

    python -m benchmarks 1000 10000 --peers hugo,eleventy --rounds 3 --write docs/performance
    python -m benchmarks 100000 --peers none --rounds 1 --write docs/performance
    python -m benchmarks --plot docs/performance.json

Rounds are interleaved, cold builds go into new folders, figures are medians. --write lays the rows over those that the JSON
file holds: of the sizes measured the new ones stand, of others the old ones. The table comes as Markdown, the rest on stderr.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks import peers, plot, ratios, record, rounds, rows
from patrika import __version__

SIZES = (2_000,)
ROUNDS = 3


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, formatter_class=_AsWritten)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="article files of the sites (default: 2000)")
    parser.add_argument(
        "--peers",
        default=",".join(peers.MAKERS),
        type=_peers,
        help="which, with commas, or none (default: %(default)s)",
    )
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="figures are medians of these (default: %(default)s)"
    )
    parser.add_argument("--folder", type=Path, help="where to build (default: the system's folder for temporary files)")
    parser.add_argument(
        "--write", type=Path, metavar="STEM", help="keep the rows in STEM.json and plot them in STEM.svg"
    )
    parser.add_argument(
        "--plot", type=Path, metavar="JSON", help="measure nothing: plot the rows of this file beside it"
    )
    parser.add_argument("--table", type=Path, metavar="JSON", help="measure nothing: print the tables of this file")
    return parser.parse_args(given)


class _AsWritten(argparse.RawDescriptionHelpFormatter, argparse.HelpFormatter):
    pass


def _peers(text: str) -> tuple[str, ...]:
    keys = () if text == "none" else tuple(text.split(","))
    if unknown := [key for key in keys if key not in peers.MAKERS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is not one of {', '.join(peers.MAKERS)}, none")
    return keys


def told(found: Iterable[rows.Row]) -> Iterator[rows.Row]:
    """Yield rows as they come, and print each."""
    for row in found:
        print(rows.line(row), flush=True)
        yield row


def compared(found: Iterable[rows.Row]) -> None:
    """Print how rows stand to one another."""
    print(f"\n{ratios.HEAD}", *map(ratios.line, ratios.ratios(found)), sep="\n")


def show(path: Path, plotting: bool) -> None:
    """Plot the rows of a JSON file into an SVG file beside it, or print them."""
    if (kept := record.read(path)) is None:
        sys.exit(f"{path} does not exist")
    if plotting:
        path.with_suffix(".svg").write_text(plot.plotted(kept), "utf-8")
    else:
        print(rows.HEAD, *map(rows.line, kept.rows), sep="\n")
        compared(kept.rows)


def run(asked: argparse.Namespace) -> None:
    """Measure what was asked for, and keep it after each size if so asked."""
    target = asked.write.with_suffix(".json") if asked.write else None
    machine = record.this_machine(asked.folder or Path(tempfile.gettempdir()))
    if target and (old := record.read(target)) and old.machine != machine:
        sys.exit(f"{target} holds rows of another machine or file system: move it away first, or write elsewhere")
    others = tuple(peers.found(asked.peers))
    versions = {rows.OURS: __version__, **{peer.name: peer.version for peer in others}}
    print(rows.HEAD, flush=True)
    with tempfile.TemporaryDirectory(prefix="patrika-bench-", dir=asked.folder) as folder:
        here = Path(folder)
        found = list(told(rounds.sample(here)))
        for files in asked.sizes:
            needed, free = rounds.space_gb(files, asked.rounds, others), shutil.disk_usage(here).free / 1e9
            print(f"{files:,} files: about {needed:.1f} GB are needed, {free:.1f} GB are free", file=sys.stderr)
            found += told(rounds.measured(files, asked.rounds, others, here / str(files)))
            if target:
                record.write(target, record.of_today(machine, versions, found))
                show(target, plotting=True)
    whole = record.read(target) if target else None
    compared(whole.rows if whole else found)


def main() -> None:
    """Measure, or show what was measured before."""
    asked = arguments()
    if asked.plot:
        show(asked.plot, plotting=True)
    if asked.table:
        show(asked.table, plotting=False)
    if not asked.plot and not asked.table:
        run(asked)


if __name__ == "__main__":
    main()
