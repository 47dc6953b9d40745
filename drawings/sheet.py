"""The attached sheet: a one-page PDF written by hand, the same bytes every time."""

from collections.abc import Iterator, Sequence

PAGE_PT = (595, 842)
"""A4, width and height in points."""

_LEFT_PT = 72
_TOP_PT = 770

TITLE = "Schools in hot weather: a page of advice"

ADVICE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Before lessons begin",
        (
            "Start the day early and keep the last lesson before noon.",
            "Open doors and windows on two sides of the room; hang wet cloth in the sunny ones.",
            "Try the fans and fill the water tank the evening before.",
        ),
    ),
    (
        "During the day",
        (
            "A glass of water for every pupil at the start of each lesson, thirsty or not.",
            "No assembly, drill or games in the open while the heat warning lasts.",
            "Loose cotton clothes; ties, blazers and closed shoes may stay at home.",
            "Seat the smallest children farthest from a tin roof and the west wall.",
        ),
    ),
    (
        "Know the signs",
        (
            "Headache, giddiness, cramp, or a child who has stopped sweating.",
            "Move the child to shade, loosen clothing, cool neck and armpits with wet cloth.",
            "Give small sips of water or oral saline. Call a doctor if the child is confused or faints.",
        ),
    ),
    (
        "If the school is closed",
        (
            "Send one short task a day home, on paper, for families without a telephone.",
            "Agree on one neighbour in each lane who looks in on children left alone.",
            "Keep the well and the toilets of the school open to the lane.",
        ),
    ),
)
"""Headings and the advice under each, in reading order."""


def advice_pdf() -> bytes:
    """Return the whole file: one A4 page in Helvetica, without dates or identifiers."""
    stream = _page_stream().encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R /F2 6 0 R >> >> >>" % PAGE_PT,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) /Author (The Patrika) >>" % _escaped(TITLE).encode("ascii"),
    )
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    """Return header, numbered objects, cross-reference table and trailer."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def _page_stream() -> str:
    lines = [
        _text(_TOP_PT, 20, TITLE, bold=True),
        f"0.66 0.23 0.20 rg {_LEFT_PT} {_TOP_PT - 18} 451 2 re f 0 g",
    ]
    y = _TOP_PT - 52
    for heading, items in ADVICE:
        lines.append(_text(y, 13, heading, bold=True))
        y -= 22
        for item in items:
            for first, row in _wrapped(item):
                lines.append(_text(y, 11, f"- {row}" if first else f"  {row}"))
                y -= 16
            y -= 4
        y -= 14
    lines.append(_text(72, 9, "The Patrika, climate desk. Copy it, pin it up, pass it on."))
    return "\n".join(lines)


def _wrapped(text: str, columns: int = 84) -> Iterator[tuple[bool, str]]:
    """Yield (is the first row, row) with rows of at most `columns` characters."""
    row = ""
    first = True
    for word in text.split():
        if len(row) + len(word) >= columns:
            yield first, row
            first, row = False, word
        else:
            row = f"{row} {word}".strip()
    yield first, row


def _text(y: int, size: int, text: str, *, bold: bool = False) -> str:
    return f"BT /{'F2' if bold else 'F1'} {size} Tf {_LEFT_PT} {y} Td ({_escaped(text)}) Tj ET"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
