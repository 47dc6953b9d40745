"""Rounds of measurements on one site: each begins with a copy of the articles and builds into folders of its own.

Nothing is removed between the runs: on some disks new files where old ones went a moment ago are several times dearer.
"""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from benchmarks import corpus
from benchmarks.edits import edits
from benchmarks.measuring import CommandFailed, Cost, measure
from benchmarks.peers import OUTPUT, Peer
from benchmarks.rows import BODY_EDIT, COLD, FLOOR, NO_CHANGE, ONE_PROCESS, OURS, Row, middle, row_of

REPOSITORY = Path(__file__).parents[1]
GENERATOR = REPOSITORY / "generator"
SAMPLE_NOW = 1_764_000_000
ARTICLE_KB, OUTPUT_KB, CACHE_KB, PEER_KB = 9, 24, 9, 25
"""What an article takes on a disk with blocks of 4 KB: as a file, in our output and our cache, in a peer's folder."""
SETTLE_S = 3
"""Files younger than two seconds are read again by the next build: not what "no change" is to measure."""


class Standing(Struct, frozen=True):
    """A site that was built before, and can be built again: Patrika's or a peer's."""

    files: int
    site: Path
    output: Path
    cache: Path


def patrika(standing: Standing, work: str, now: int, *options: str) -> Row:
    """Return what a build of ours costs, with what its report counts."""
    moment = datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    folders = ["--root", standing.site, "--output", standing.output, "--cache", standing.cache]
    command = [sys.executable, "-m", "patrika", "build", "--json", "--now", moment, *map(str, folders), *options]
    cost = measure(command, standing.site, {**os.environ, "PYTHONPATH": str(GENERATOR)})
    report = json.loads(cost.told)
    return Row(
        standing.files,
        OURS,
        work,
        cost.wall_s,
        cost.cpu_s,
        cost.peak_mb,
        report["parsed"],
        report["filled"],
        len(report["written"]),
        html_files(standing.output) if COLD in work else None,
    )


def html_files(folder: Path) -> int:
    """Return the number of HTML files in a folder."""
    return sum(name.endswith(".html") for _, _, names in os.walk(folder) for name in names)


def build_peer(peer: Peer, folder: Path) -> Cost:
    """Return what a build of a peer's site costs."""
    return measure(peer.command, folder, {**os.environ, "HUGO_CACHEDIR": str(folder / "cache")})


def copied(files: int, work: str, source: Path, target: Path) -> Row:
    """Return what copying a folder costs."""
    return row_of(files, FLOOR, work, measure(["cp", "-r", str(source), str(target)], source.parent))


class Round(Struct, frozen=True):
    """One round on a site: a copy of the articles, cold builds, then builds after changes."""

    files: int
    pristine: Path
    here: Path
    peers: tuple[Peer, ...]
    fallen: set[str]
    """Keys of the peers that failed, in this round or before: they take no part any more."""

    def rows(self) -> Iterator[Row]:
        """Measure one thing after the other."""
        site = self.here / "site"
        for part in ("themes", "static"):
            shutil.copytree(self.pristine / part, site / part)
        shutil.copy(self.pristine / "site.toml", site)
        yield copied(self.files, "the articles", self.pristine / "content", site / "content")
        time.sleep(SETTLE_S)
        standing = Standing(self.files, site, self.here / "cold", self.here / "cold-cache")
        alone = Standing(self.files, site, self.here / "alone", self.here / "alone-cache")
        yield patrika(standing, COLD, corpus.NOW)
        yield patrika(alone, ONE_PROCESS, corpus.NOW, "--jobs", "1")
        yield from self._peers(COLD)
        yield copied(self.files, "the output", standing.output, self.here / "copy")
        yield patrika(standing, NO_CHANGE, corpus.NOW)
        yield from self._peers(NO_CHANGE)
        for work, edit in edits(site):
            edit()
            yield patrika(standing, work, corpus.NOW)
            if work == BODY_EDIT:
                yield from self._peers(work)

    def _peers(self, work: str) -> Iterator[Row]:
        for peer in self.peers:
            folder = self.here / peer.key
            if peer.key in self.fallen:
                continue
            try:
                if work == COLD:
                    peer.lay(self.here / "site", folder)
                cost = build_peer(peer, folder)
            except CommandFailed as problem:
                print(f"without {peer.key} from here on: {problem}", file=sys.stderr)
                self.fallen.add(peer.key)
                continue
            pages = html_files(folder / OUTPUT) if work == COLD else None
            yield row_of(self.files, peer.title, work, cost, pages)


def measured(files: int, rounds: int, peers: Sequence[Peer], here: Path) -> Iterator[Row]:
    """Yield the medians of interleaved rounds, each as soon as its last run is over. Slow peers take part in the last round."""
    pristine = here / "corpus"
    corpus.write(pristine, files)
    fallen: set[str] = set()
    runs: dict[tuple[str, str], list[Row]] = {}
    for number in range(rounds):
        print(f"{files:,} files: round {number + 1} of {rounds}", file=sys.stderr)
        last = number == rounds - 1
        present = tuple(peer for peer in peers if last or not peer.slow)
        for row in Round(files, pristine, here / f"round-{number}", present, fallen).rows():
            runs.setdefault((row.who, row.work), []).append(row)
            if last:
                yield middle(runs[row.who, row.work])


def sample(here: Path) -> Iterator[Row]:
    """Yield what the sample newsroom costs."""
    content = REPOSITORY / "content"
    articles = [
        path for path in content.rglob("*.md") if path.relative_to(content).parts[0] not in ("authors", "pages")
    ]
    standing = Standing(len(articles), REPOSITORY, here / "sample", here / "sample-cache")
    for work in (COLD, NO_CHANGE):
        yield patrika(standing, f"sample newsroom, {work}", SAMPLE_NOW)


def space_gb(files: int, rounds: int, peers: Sequence[Peer]) -> float:
    """Return about how much disk the rounds fill before all is removed."""
    ours_kb = 2 * (OUTPUT_KB + CACHE_KB) + OUTPUT_KB  # the last is staged, where a template changed
    round_kb = ARTICLE_KB + ours_kb + OUTPUT_KB + sum(PEER_KB for peer in peers if not peer.slow)
    slow_kb = sum(PEER_KB for peer in peers if peer.slow)
    return files * (ARTICLE_KB + rounds * round_kb + slow_kb) / 1e6
