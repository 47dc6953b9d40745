"""A file's bytes to its text, and how a key within it is named."""

from codecs import BOM_UTF8
from typing import Any
from unicodedata import normalize

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read.text import nfc

Path = tuple[str | int, ...]
"""The way to a value in a file: names of keys, and numbers of entries from 0."""

KEY = ""
"""Last step of a path that means the key itself, not its value."""


def decode(content: bytes, place: Place) -> str | Diagnostic:
    """Return a file's text in NFC without byte order mark, or what is wrong with its bytes."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _no_text(content, fault.start, place)
    # Of letters in UTF-16 each second byte is one that UTF-8 would take, too.
    return _no_text(content, content.index(b"\0"), place) if "\0" in text else nfc(text)


def composed(value: Any, text: str) -> Any:
    """Return what `text`, which is in NFC, says in YAML, TOML or JSON, with all keys and texts in NFC: an escape may stand for
    an accent alone."""
    return _composed(value) if "\\" in text else value


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else normalize("NFC", value)
    if isinstance(value, dict):
        return {_composed(key): _composed(inner) for key, inner in value.items()}
    return [_composed(inner) for inner in value] if isinstance(value, list) else value


def _no_text(content: bytes, at: int, place: Place) -> Diagnostic:
    line = content.count(b"\n", 0, at) + 1
    before = content[content.rfind(b"\n", 0, at) + 1 : at]
    column = len(before.removeprefix(BOM_UTF8).decode("utf-8", "replace")) + 1
    return error(
        "E101",
        Place(place.path, line, column),
        f"this file is not UTF-8 text: byte 0x{content[at]:02x} makes no letter",
        "save it again with the encoding UTF-8",
    )
