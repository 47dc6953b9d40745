"""Front matter and TOML as they are written: by hand where that reads well, between quotation marks where it must be."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, structs

from patrika.read.text import nfc

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_PLAIN = re.compile(r"[^\W\d_](?:[\w\u0300-\u036f\u0980-\u09ff\u0600-\u06ff .,;()!?’‘“”–—।/+-]|:(?=\S))*")
_WORDS = re.compile(r"(true|false|null|yes|no|on|off|y|n|~|\.?inf|\.?nan)", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?(Z| ?[+-]\d{2}:?\d{2})?")


def front_matter(fields: Iterable[tuple[str, Any]]) -> str:
    """Return fields between fences; what is empty is left out."""
    lines = [line for key, value in fields if not _is_empty(value) for line in _lines(key, value, "")]
    return "\n".join(["---", *lines, "---", ""])


def one_line(text: str) -> str:
    """Return a text as front matter can hold it: in NFC, on one line, without signs that cannot be seen."""
    return " ".join(_HIDDEN.sub("", nfc(text)).split())


def toml_text(text: str) -> str:
    """Return a text as TOML writes it."""
    return json.dumps(one_line(text), ensure_ascii=False)


def toml_names(names: Iterable[tuple[str, str]]) -> str:
    """Return texts by language as an inline table of TOML."""
    return "{ " + ", ".join(f"{toml_key(language)} = {toml_text(name)}" for language, name in names) + " }"


def toml_key(key: str) -> str:
    """Return a key of TOML, between quotation marks where it must be."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else toml_text(key)


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", (), [], {})


def _lines(key: str, value: Any, indent: str) -> Iterable[str]:
    """Yield the lines of a key. Tables stand below it, lists of texts beside it."""
    if isinstance(value, Struct):
        value = {k: v for k, v in structs.asdict(value).items() if not _is_empty(v)}
    name = f"{indent}{_scalar(key)}:"
    if isinstance(value, Mapping):
        yield name if value else f"{name} {{}}"
        for inner, part in value.items():
            yield from _lines(str(inner), part, indent + "  ")
    elif isinstance(value, list | tuple) and all(isinstance(item, str | int | float | None) for item in value):
        yield f"{name} [{', '.join(_scalar(item, within=',[]{}') for item in value)}]"
    elif isinstance(value, list | tuple):
        yield f"{name} {_HIDDEN.sub('', json.dumps(value, ensure_ascii=False, default=str))}"
    else:
        yield f"{name} {_scalar(value)}"


def _scalar(value: Any, within: str = "") -> str:
    if isinstance(value, bool | None):
        return json.dumps(value)
    if isinstance(value, int | float):
        return repr(value)
    text = _HIDDEN.sub("", nfc(str(value)))
    if _DATE.fullmatch(text):
        return text
    plain = _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text) and not any(sign in text for sign in within)
    return text if plain and text[-1] != " " else json.dumps(text, ensure_ascii=False)
