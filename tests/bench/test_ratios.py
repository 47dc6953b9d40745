"""How rows stand to one another, and what a file keeps of them."""

from pathlib import Path

from benchmarks import record
from benchmarks.ratios import Ratio, ratios
from benchmarks.record import Machine, Record
from benchmarks.rows import BODY_EDIT, COLD, FLOOR, NO_CHANGE, ONE_PROCESS, Row, line, middle

MACHINE = Machine("A processor", 2, 24, "Linux 6.1", "CPython 3.11.7", "tmpfs")


def row(files: int, who: str, work: str, wall_s: float) -> Row:
    """Return a row whose CPU time is twice its wall time, and whose memory a hundred times."""
    return Row(files, who, work, wall_s, 2 * wall_s, 100 * wall_s)


def told(rows: list[Row]) -> list[tuple[str, str, str, float]]:
    return [(each.files, each.what, each.to, each.wall) for each in ratios(rows)]


def test_cold_is_compared_to_peers_and_to_one_process_and_edits_to_cold() -> None:
    rows = [
        row(10, FLOOR, "the output", 0.1),
        row(10, "Patrika", COLD, 4.0),
        row(10, "Patrika", ONE_PROCESS, 6.0),
        row(10, "Hugo 1.0", COLD, 16.0),
        row(10, "Patrika", NO_CHANGE, 0.5),
        row(10, "Patrika", "one new story", 1.0),
    ]
    assert told(rows) == [
        ("10", COLD, "Hugo 1.0, cold", 0.25),
        ("10", COLD, "Patrika, cold, one process", 4 / 6),
        ("10", NO_CHANGE, "Patrika, cold", 0.125),
        ("10", "one new story", "Patrika, cold", 0.25),
    ]
    assert next(ratios(rows)) == Ratio("10", COLD, "Hugo 1.0, cold", 0.25, 0.25, 0.25)


def test_a_size_is_compared_to_the_next_smaller_one_and_the_sample_to_none() -> None:
    rows = [
        row(70, "Patrika", "sample newsroom, cold", 1.0),
        row(1000, "Patrika", COLD, 2.0),
        row(10_000, "Patrika", COLD, 20.0),
        row(1000, "Patrika", BODY_EDIT, 1.0),
        row(10_000, "Patrika", BODY_EDIT, 2.0),
    ]
    assert told(rows)[-2:] == [
        ("10,000", COLD, "the same of 1,000 files", 10.0),
        ("10,000", BODY_EDIT, "the same of 1,000 files", 2.0),
    ]
    assert not any("70" in ratio for ratio in map(str, told(rows)))


def test_a_row_is_the_median_of_its_runs_and_says_how_many() -> None:
    runs = [row(10, "Patrika", COLD, wall_s) for wall_s in (3.0, 1.0, 9.0)]
    assert middle(runs).wall_s == 3.0
    assert line(middle(runs)) == "| 10 | Patrika | cold | 3.00 | 6.00 | 300 |  |  |  |  | 3 |"


def test_new_rows_of_a_size_replace_all_old_ones_of_it_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "performance.json"
    old = (row(10, "Patrika", COLD, 1.0), row(10, "Hugo 1.0", COLD, 1.0), row(1000, "Patrika", COLD, 9.0))
    record.write(path, Record("2026-01-01", MACHINE, {"Patrika": "0.1", "Hugo": "1.0"}, old))
    record.write(path, Record("2026-01-02", MACHINE, {"Patrika": "0.2"}, (row(10, "Patrika", COLD, 2.0),)))
    kept = (row(10, "Patrika", COLD, 2.0), row(1000, "Patrika", COLD, 9.0))
    assert record.read(path) == Record("2026-01-02", MACHINE, {"Patrika": "0.2", "Hugo": "1.0"}, kept)
