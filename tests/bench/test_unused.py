"""The two themes of the benchmark of what is not used, and their ratio."""

from pathlib import Path

import pytest
from benchmarks import corpus, unused
from benchmarks.edits import THEME
from benchmarks.rows import COLD, Row

from patrika.read.theme import read_theme
from patrika.run.build import build
from patrika.run.request import BuildRequest
from tests.properties.test_incremental_equals_clean import tree


def test_the_theme_without_blocks_slots_and_menus_prints_the_same_pages(tmp_path: Path) -> None:
    """Else the two would not be measured at the same work."""
    sites = unused.sites(tmp_path, 12)
    themes = {kind: read_theme((site / THEME / "theme.toml").read_bytes(), "")[0] for kind, site in sites.items()}
    declared = {
        kind: [bool(it) for it in (theme.blocks, theme.slots, theme.menus)] for kind, theme in themes.items() if theme
    }
    assert declared == {unused.BARE: [False] * 3, unused.DECLARED: [True] * 3}
    for site in sites.values():
        assert build(BuildRequest(site, site / "output", site / ".patrika", corpus.NOW)).published
    bare, full = (tree(site / "output") for site in sites.values())
    assert bare == full


def test_a_ratio_is_of_the_least_cpu_times_of_all_rounds() -> None:
    """What else the machine does in one round is not the theme's."""

    def rounds(kind: str, *cpu_s: float) -> list[list[Row]]:
        return [
            [Row(10, "Patrika", f"{work}, theme {kind}", 1, each, 1) for work in (COLD, unused.PRINTING)]
            for each in cpu_s
        ]

    pairs = zip(rounds(unused.BARE, 2.0, 9.0), rounds(unused.DECLARED, 8.0, 2.1), strict=True)
    found = unused.ratios([[*bare, *declared] for bare, declared in pairs])
    assert found == pytest.approx({COLD: 1.05, unused.PRINTING: 1.05})
