"""The picture of the figures."""

import xml.etree.ElementTree as ET

import pytest
from benchmarks.plot import plotted
from benchmarks.record import Machine, Record
from benchmarks.rows import COLD, FLOOR, NO_CHANGE, ONE_PROCESS, Row

SVG = "{http://www.w3.org/2000/svg}"
MACHINE = Machine("A processor", 2, 24, "Linux 6.1", "CPython 3.11.7", "tmpfs")


def row(files: int, who: str, work: str, wall_s: float) -> Row:
    return Row(files, who, work, wall_s, wall_s, 100.0)


def drawn(*rows: Row) -> ET.Element:
    return ET.fromstring(plotted(Record("2026-01-01", MACHINE, {}, rows)))


def bars(picture: ET.Element) -> list[tuple[str, str, str, float]]:
    """Return label, kind, value and length of each bar, from the top."""
    labels = [text.text or "" for text in picture.iter(f"{SVG}text") if text.get("class") == "label"]
    values = [text.text or "" for text in picture.iter(f"{SVG}text") if text.get("class") == "value"]
    rects = [(rect.get("class", ""), float(rect.get("width", ""))) for rect in picture.iter(f"{SVG}rect")]
    together = zip(labels, rects, values, strict=True)
    return [(label, kind, value, length) for label, (kind, length), value in together]


def test_each_row_has_a_bar_ours_first_then_peers_from_the_quickest_then_copying() -> None:
    picture = drawn(
        row(10, FLOOR, "the output", 0.1),
        row(10, "Patrika", COLD, 2.0),
        row(10, "Patrika", ONE_PROCESS, 3.0),
        row(10, "Slow & Sons 1.0", COLD, 200.0),
        row(10, "Hugo 1.0", COLD, 20.0),
        row(10, "Patrika", NO_CHANGE, 0.2),
        row(10, "Patrika", "one new story", 0.5),
    )
    assert [bar[:3] for bar in bars(picture)] == [
        ("Patrika", "ours", "2.00 s"),
        ("Patrika, one process", "ours", "3.00 s"),
        ("Hugo 1.0", "peer", "20.0 s"),
        ("Slow & Sons 1.0", "peer", "200 s"),
        ("cp -r of the output", "floor", "0.10 s"),
        ("Patrika", "ours", "0.20 s"),
        ("one new story", "ours", "0.50 s"),
    ]


def test_a_tenfold_time_is_longer_by_the_same_wherever_it_stands() -> None:
    """That is what a logarithmic scale promises; and all sizes share one."""
    picture = drawn(
        row(10, "Patrika", COLD, 0.1),
        row(100, "Patrika", COLD, 1.0),
        row(1000, "Patrika", COLD, 10.0),
    )
    short, middle, long = (length for _, _, _, length in bars(picture))
    assert short > 10
    assert long - middle == pytest.approx(middle - short, abs=0.2)


def test_the_sample_is_not_in_the_picture() -> None:
    picture = drawn(row(70, "Patrika", "sample newsroom, cold", 1.0), row(100, "Patrika", COLD, 1.0))
    assert len(bars(picture)) == 1
