"""CSV files to rows, for blocks that show them as tables."""

import csv
import re
from io import StringIO

from patrika.model.blocks import Sheet
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read.decoding import decode

MOST_ROWS = 1_000
"""More are no table that anyone reads on a page."""

_QUOTED = re.compile('"[^"]*"')
_SEPARATORS = ",;\t"
_NUMBER = re.compile(r"[-−+]?[\d.,٫٬ ' ]*\d[\d.,٫٬ ' ]*[%٪]?")


def read_sheet(content: bytes, path: str, most: int = MOST_ROWS) -> Sheet | Diagnostic:
    """Return the rows of a CSV file, the first of which says what its separator is, or what is wrong with the file."""
    place = Place(path)
    text = decode(content, place)
    if isinstance(text, Diagnostic):
        return text
    first = _QUOTED.sub("", text.lstrip("\n")).partition("\n")[0]
    lines = csv.reader(StringIO(text), delimiter=max(_SEPARATORS, key=first.count), strict=True)
    rows: list[tuple[str, ...]] = []
    begins = 1
    try:
        for row in lines:
            cells = tuple(cell.strip() for cell in row)
            if any(cells):
                if rows and len(cells) != len(rows[0]):
                    return _ragged(Place(path, begins, 1), len(cells), len(rows[0]))
                rows.append(cells)
            begins = lines.line_num + 1
    except csv.Error as fault:
        said = f"this line cannot be read as CSV: {fault}"
        return error(
            "E313", Place(path, begins, 1), said, 'double each quotation mark within quotation marks: "a ""b"""'
        )
    if not rows or len(rows) > most:
        said = f"this table has {len(rows):,} rows" if rows else "this table is empty"
        return error("E313", place, said, f"it may have up to {most:,} rows, the head among them")
    columns = zip(*rows[1:], strict=True) if rows[1:] else ((),) * len(rows[0])
    return Sheet(tuple(rows), tuple(_is_numeric(cells) for cells in columns))


def _ragged(place: Place, cells: int, wanted: int) -> Diagnostic:
    said = f"this row has {cells} cells, and the first row has {wanted}"
    return error("E313", place, said, "put a cell that holds the separator between quotation marks, and leave none out")


def _is_numeric(cells: tuple[str, ...]) -> bool:
    return any(cells) and all(not cell or _NUMBER.fullmatch(cell) for cell in cells)
