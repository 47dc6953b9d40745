"""Front matter taken apart, and the place of each key found again."""

import signal

import pytest

from patrika.model.diagnostics import Diagnostic, Place
from patrika.read.decoding import KEY, decode
from patrika.read.front_matter import Split, find_field, split

PLACE = Place("content/world/storm.en.md")


def fields_of(text: str) -> Split:
    """Return a text taken apart, after making sure that it could be."""
    found = split(text, PLACE)
    assert isinstance(found, Split), str(found)
    return found


def fault_of(text: str) -> Diagnostic:
    """Return what is wrong with a text."""
    found = split(text, PLACE)
    assert isinstance(found, Diagnostic)
    return found


def test_a_file_is_taken_apart_at_its_two_lines() -> None:
    found = fields_of("---\ntitle: Storm\n---\nThe wind.\n")
    assert (found.fields, found.body, found.line) == ({"title": "Storm"}, "The wind.\n", 4)


SHAPES = {
    "an empty body": ("---\ntitle: a\n---\n", "", 4),
    "no line end after the last mark": ("---\ntitle: a\n---", "", 4),
    "an empty line before the body": ("---\ntitle: a\n---\n\nb\n", "\nb\n", 4),
    "a line across in the body": ("---\ntitle: a\n---\nb\n\n---\n\nc\n", "b\n\n---\n\nc\n", 4),
    "spaces after the marks": ("--- \ntitle: a\n---\t\nb\n", "b\n", 4),
    "a dash within a value": ("---\ntitle: a\nsummary: b --- c\n---\nb\n", "b\n", 5),
    "a longer line of dashes": ("---\ntitle: a\nsummary: |\n  ----\n---\nb\n", "b\n", 6),
    "no keys": ("---\n---\nb\n", "b\n", 3),
    "a comment alone": ("---\n# later\n---\nb\n", "b\n", 4),
}


@pytest.mark.parametrize(("text", "body", "line"), SHAPES.values(), ids=SHAPES)
def test_the_body_begins_where_it_is_said_to(text: str, body: str, line: int) -> None:
    found = fields_of(text)
    assert (found.body, found.line) == (body, line)
    assert found.fields.get("title", "a") == "a"


def test_values_are_as_written() -> None:
    """YAML 1.2: a date is text, `no` is text (Norway), and Bangla needs no quotation marks."""
    found = fields_of(
        "---\ntitle: উপকূলের দিকে ঝড়\ndate: 2023-07-27\ncountry: no\nyear: 1971\ndraft: true\nclock: 03:16\nnone:\n---\n"
    )
    assert found.fields == {
        "title": "উপকূলের দিকে ঝড়",
        "date": "2023-07-27",
        "country": "no",
        "year": 1971,
        "draft": True,
        "clock": "03:16",
        "none": None,
    }


def test_long_texts_may_stand_on_several_lines() -> None:
    found = fields_of("---\ntitle: >-\n  The wind\n  rose\ntags:\n- a\n- b\nimage: {src: a.jpg, alt: b}\n---\n")
    assert found.fields == {"title": "The wind rose", "tags": ["a", "b"], "image": {"src": "a.jpg", "alt": "b"}}


FAULTS = {
    "an empty file": ("", "E102", 1, 1),
    "a file of spaces": (" \n\n", "E102", 1, 1),
    "no front matter": ("Wind.\n", "E103", 1, 1),
    "front matter after a line": ("\n---\ntitle: a\n---\n", "E103", 1, 1),
    "no second mark": ("---\ntitle: a\n", "E103", 1, 1),
    "a second mark that is indented": ("---\ntitle: a\n ---\n", "E103", 1, 1),
    "a colon in a value": ("---\ntitle: a: b\n---\n", "E104", 2, 9),
    "a key given twice": ("---\ntitle: a\ndate: b\ntitle: c\n---\n", "E104", 4, 1),
    "a key given twice, deep": ("---\nimage:\n  src: a\n  src: b\n---\n", "E104", 4, 3),
    "a list": ("---\n- a\n---\n", "E104", 2, 1),
    "a word": ("---\nword\n---\n", "E104", 2, 1),
    "a key that is a number": ("---\n1: a\n---\n", "E104", 2, 1),
    "a tab": ("---\na:\n\tb: c\n---\n", "E104", 4 - 1, 1),
    "an at sign": ("---\ntitle: @wind\n---\n", "E104", 2, 8),
    "a percent sign": ("---\ntitle: %wind\n---\n", "E104", 2, 8),
    "a star": ("---\ntitle: *wind*\n---\n", "E104", 2, 13),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_with_its_place_and_what_to_do(text: str, code: str, line: int, column: int) -> None:
    fault = fault_of(text)
    assert (fault.code, fault.place.line, fault.place.column) == (code, line, column), str(fault)
    assert fault.place.path == PLACE.path
    assert fault.hint
    assert "\n" not in fault.message


BOMBS = {
    "references that multiply": "a0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
    "a reference to itself": "a: &a [*a]",
    "brackets beyond counting": "a: " + "[" * 3000 + "]" * 3000,
    "tables beyond counting": "".join(" " * depth + "a:\n" for depth in range(400)),
}


@pytest.mark.parametrize("block", BOMBS.values(), ids=BOMBS)
def test_front_matter_that_means_harm_is_refused(block: str) -> None:
    """Articles are untrusted: a few lines must not take hours, fill memory, overflow the stack, or raise what nobody
    catches. (The alarm rings only where they do.)"""

    def late(*_: object) -> None:
        pytest.fail("this front matter takes for ever")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(5)
    try:
        assert fault_of(f"---\n{block}\n---\n").code == "E104"
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_references_that_do_no_harm_are_taken() -> None:
    assert fields_of("---\ntitle: &t Wind\nkicker: *t\n---\n").fields == {"title": "Wind", "kicker": "Wind"}


def test_text_is_utf8_in_normal_form_with_one_kind_of_line_end() -> None:
    assert decode("\ufeffa\r\nb\rবাড\u09bcি cafe\u0301".encode(), PLACE) == "a\nb\nবাড\u09bcি caf\u00e9"


BYTES = {
    "at once": (b"\xff", 1, 1),
    "on a later line": (b"---\ntitle: a\n\xe9", 3, 1),
    "after letters": (b"---\ntitle: Caf\xe9", 2, 11),
    "after Bangla letters": ("---\nঝড় ".encode() + b"\xe9", 2, 5),
    "cut off": ("ঝ".encode()[:2], 1, 1),
}


@pytest.mark.parametrize(("content", "line", "column"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_letters_are_told_at_line_and_letter(content: bytes, line: int, column: int) -> None:
    fault = decode(content, PLACE)
    assert isinstance(fault, Diagnostic)
    assert (fault.code, fault.place.line, fault.place.column) == ("E101", line, column)
    assert "UTF-8" in fault.hint


TEXT = """---
title: "Storm: it nears"
tags: [wind, rain]
authors:
  - ann-lee
  - Bob
image:
  src: a.jpg
  alt: Wind
extra: {a: {b: c}}
ঝড়: হ্যাঁ
---
title: not this one
"""

PLACES: dict[str, tuple[tuple[str | int, ...], tuple[int, int] | None]] = {
    "a value": (("title",), (2, 8)),
    "a key": (("title", KEY), (2, 1)),
    "an item in brackets": (("tags", 1), (3, 14)),
    "an item on its own line": (("authors", 1), (6, 5)),
    "a value within": (("image", "alt"), (9, 8)),
    "a key within": (("image", "alt", KEY), (9, 3)),
    "a table": (("image",), (7, 1)),
    "deep in braces": (("extra", "a", "b"), (10, 16)),
    "as far as it goes": (("image", "nothing"), (7, 1)),
    "a key of Bangla": (("ঝড়", KEY), (11, 1)),
    "nothing of it": (("nothing",), None),
}


@pytest.mark.parametrize(("field", "wanted"), PLACES.values(), ids=PLACES)
def test_the_place_of_a_key_is_found_again(field: tuple[str | int, ...], wanted: tuple[int, int] | None) -> None:
    assert find_field(TEXT, field) == wanted


@pytest.mark.parametrize("text", ["", "Wind.", "---\ntitle: a", "---\na: b: c\n---\n"])
def test_no_place_is_found_where_there_is_no_front_matter(text: str) -> None:
    assert find_field(text, ("title",)) is None


TOML = """+++
title = "Storm nears the coast"
date = 2023-07-27 03:16:00
updated = 2023-07-27T09:40:00+06:00
publish_at = 2023-07-28
tags = ["storm", "coast"]
image = { src = "storm.jpg", alt = "Waves" }

[extra]
+++
The wind rose.
"""


def test_toml_stands_between_lines_of_plus_signs() -> None:
    """Its dates are texts, which are read as YAML's are: without an offset in the site's zone, a day alone as a day."""
    found = fields_of(TOML)
    assert found.fields == {
        "title": "Storm nears the coast",
        "date": "2023-07-27T03:16:00",
        "updated": "2023-07-27T09:40:00+06:00",
        "publish_at": "2023-07-28",
        "tags": ["storm", "coast"],
        "image": {"src": "storm.jpg", "alt": "Waves"},
        "extra": {},
    }
    assert (found.body, found.line) == ("The wind rose.\n", 11)


@pytest.mark.parametrize(
    ("field", "place"),
    [(("title",), (2, 9)), (("title", KEY), (2, 1)), (("tags", 1), (6, 1)), (("image", "src"), (7, 1))],
)
def test_a_key_of_toml_is_found_again(field: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert find_field(TOML, field) == place


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("+++\ntitle = Storm\n+++\n", "2:9", "cannot be read at “title = Storm”"),
        ('+++\ntitle = "a"\ntitle = "b"\n+++\n', "3:12", "Cannot overwrite a value"),
        ('+++\ntitle = "a"\n', "1:1", "not closed"),
        ('+++\ntitle = "a"\n---\n', "1:1", "not closed"),
        ('+++\ntitle = "a\x07"\n+++\n', "2:11", "a sign that cannot be seen"),
    ],
)
def test_what_is_wrong_with_toml_is_told_at_its_place(text: str, place: str, says: str) -> None:
    fault = fault_of(text)
    assert str(fault.place) == f"{PLACE.path}:{place}"
    assert says in fault.message
