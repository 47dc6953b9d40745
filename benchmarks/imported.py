"""What it costs to bring an export of WordPress over, and to build what came of it, beside the corpus it was made from.

    python -m benchmarks.imported 8000

The last line is the ratio of the pages that both build in a second: less than 0.8 is a fault of ours.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus, export, rows
from benchmarks.measuring import measure
from benchmarks.rounds import GENERATOR, Standing, patrika

LEAST = 0.8
POSTS = 8_000


def measured(posts: int, here: Path) -> Iterator[rows.Row]:
    """Yield the costs of an import and of two cold builds: of what came of it, and of the corpus."""
    export.write(here / "export.xml", posts)
    export.write_pictures(here / "imported")
    corpus.write(here / "corpus", posts)
    command = [sys.executable, "-m", "patrika", "import", "wordpress", "export.xml", "--site", "imported"]
    cost = measure(command, here, {"PYTHONPATH": str(GENERATOR)})
    yield rows.row_of(posts, rows.OURS, "import", cost)
    for name in ("corpus", "imported"):
        standing = Standing(posts, here / name, here / f"{name}-output", here / f"{name}-cache")
        yield patrika(standing, f"{name}, {rows.COLD}", corpus.NOW)


def main() -> None:
    """Measure, print the rows and how they stand to one another."""
    posts = int(sys.argv[1]) if len(sys.argv) > 1 else POSTS
    rate = 0.0
    ratio = 0.0
    with tempfile.TemporaryDirectory(prefix="patrika-bench-") as folder:
        print(rows.HEAD)
        for row in measured(posts, Path(folder)):
            print(rows.line(row), flush=True)
            if row.pages:
                before, rate = rate, row.pages / row.wall_s
                ratio = rate / before if before else 0.0
    print(f"\n{ratio:.2f} × the pages per second of the corpus (at least {LEAST})")


if __name__ == "__main__":
    main()
