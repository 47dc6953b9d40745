"""What blocks, slots and menus cost a site that uses none of them, beside the same theme without any.

    python -m benchmarks.unused 2000 --rounds 7 --write docs/performance.md

Rounds are interleaved, each in folders of its own, with one process, and the two themes take turns in going first. A ratio is
of the least CPU time of all rounds, since what else a machine does only adds to it; one over the limit is a fault of ours, and
ends with an error. --write fills the page's region.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from math import inf
from pathlib import Path

from reference.regions import filled

from benchmarks import corpus, rows
from benchmarks.edits import THEME, append, replace
from benchmarks.rounds import Standing, patrika

LIMIT = 1.03
FILES, ROUNDS = 2_000, 7
BARE, DECLARED = "declares none", "declares all, unused"
PRINTING = "all pages again"
REGION = "unused"
_TABLES = re.compile(r"^\[(?:menus|slots|blocks)\b[^\n]*\n(?:(?!\[|#).*\n?)*", re.MULTILINE)
_SLOT = re.compile(r'\{% slot "\w+" %\}\n?')


def bare(theme: Path) -> None:
    """Take all blocks, slots and menus out of a theme like broadsheet."""
    toml = theme / "theme.toml"
    toml.write_text(_TABLES.sub("", toml.read_text("utf-8")), "utf-8")
    templates = theme / "templates"
    shutil.rmtree(templates / "blocks")
    (templates / "parts/blocks.html").unlink()
    replace(templates / "article.html", '{% set middle %}{% slot "article_middle" %}{% endset %}\n', "")
    replace(templates / "article.html", ", middle=middle", "")
    replace(templates / "article.html", '{% set box %}{% slot "rail" %}{% endset %}\n', "")
    replace(templates / "article.html", " or box -%}", " -%}")
    replace(templates / "article.html", "{{ box }}</div>", "</div>")
    replace(templates / "parts/frame.html", "{% if chrome.menus.main -%}", "{% if chrome.sections -%}")
    replace(templates / "parts/frame.html", "entries(chrome.menus.main,", "entries(chrome.sections,")
    replace(templates / "parts/frame.html", "chrome.menus.footer or ", "")
    elsewhere = ' | rejectattr("path", "in", chrome.menus.footer | map(attribute="path") | list)'
    replace(templates / "parts/frame.html", elsewhere, "")
    children = "{% if link.children %}{{ entries(link.children, current, here) }}{% endif %}"
    replace(templates / "parts/menu.html", children, "")
    for page in templates.rglob("*.html"):
        page.write_text(_SLOT.sub("", page.read_text("utf-8")), "utf-8")


def sites(here: Path, files: int) -> dict[str, Path]:
    """Write the two sites, which differ in their theme alone, and return their folders by what their theme does."""
    found = {BARE: here / "bare", DECLARED: here / "declared"}
    corpus.write(found[DECLARED], files)
    shutil.copytree(found[DECLARED], found[BARE])
    bare(found[BARE] / THEME)
    return found


def measured(files: int, rounds: int, here: Path) -> Iterator[tuple[rows.Row, ...]]:
    """Yield the rows of each round: for both sites a cold build, and one that prints all pages again."""
    standing = sites(here, files)
    for number in range(rounds):
        turn = list(standing.items())[:: 1 if number % 2 else -1]
        places = {
            kind: Standing(files, site, here / f"{kind}-{number}", here / f"{kind}-{number}-cache")
            for kind, site in turn
        }
        found = []
        for work in (rows.COLD, PRINTING):
            for kind, place in places.items():
                if work == PRINTING:
                    append(place.site / THEME / "templates/base.html", "\n")
                found.append(patrika(place, _work(work, kind), corpus.NOW, "--jobs", "1"))
        yield tuple(found)


def ratios(found: Sequence[Sequence[rows.Row]]) -> dict[str, float]:
    """Return, for both works, the ratio of the least CPU times."""
    least: dict[str, float] = {}
    for row in chain.from_iterable(found):
        least[row.work] = min(row.cpu_s, least.get(row.work, inf))
    return {work: least[_work(work, DECLARED)] / least[_work(work, BARE)] for work in (rows.COLD, PRINTING)}


def _work(work: str, kind: str) -> str:
    return f"{work}, theme {kind}"


def told(found: Sequence[Sequence[rows.Row]]) -> str:
    """Return the medians and the ratios as a page says them."""
    works = [_work(work, kind) for work in (rows.COLD, PRINTING) for kind in (BARE, DECLARED)]
    middles = [rows.middle([row for each in found for row in each if row.work == work]) for work in works]
    said = [f"{work} {ratio:.3f}" for work, ratio in ratios(found).items()]
    return "\n".join([rows.HEAD, *map(rows.line, middles), "", f"Least CPU, all declared to none: {'; '.join(said)}"])


def main() -> None:
    """Measure, print and keep; end with an error where a ratio is over the limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.unused")
    parser.add_argument("files", nargs="?", type=int, default=FILES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--write", type=Path, metavar="PAGE", help="fill the region of this page of Markdown")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="patrika-bench-") as folder:
        found = list(measured(asked.files, asked.rounds, Path(folder)))
    print(told(found))
    if asked.write:
        asked.write.write_text(filled(asked.write.read_text("utf-8"), {REGION: told(found)}), "utf-8")
    if over := [work for work, ratio in ratios(found).items() if ratio > LIMIT]:
        sys.exit(f"over the limit of {LIMIT}: {', '.join(over)}")


if __name__ == "__main__":
    main()
