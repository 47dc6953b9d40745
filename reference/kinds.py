"""Types of Python in the words of theme authors; docs/themes.md explains these once."""

from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

WORDS: Mapping[Any, str] = {
    str: "text",
    int: "number",
    float: "number",
    bool: "yes or no",
    bytes: "bytes",
    NoneType: "nothing",
    object: "anything",
}


def said(kind: Any) -> str:
    """Return a type in words: `list of Card`, `Picture or nothing`. A class of ours keeps its name."""
    if kind in WORDS:
        return WORDS[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return str(kind.__metadata__[0])
    if origin is Literal:
        return _either(f"`{word}`" for word in inner)
    if origin in (Union, UnionType):
        return _either(map(said, inner))
    if origin is frozenset:
        return f"set of {said(inner[0])}"
    if origin in (tuple, Iterable):
        return f"list of {_many(inner[0])}"
    if origin is Mapping:
        return _by_name(inner[1])
    return str(kind.__name__)


def _either(words: Iterable[str]) -> str:
    *first, last = dict.fromkeys(words)
    return f"{', '.join(first)} or {last}" if first else last


def _many(kind: Any) -> str:
    word = said(kind)
    return f"lists{word.removeprefix('list')}" if word.startswith("list of") else word


def _by_name(kind: Any) -> str:
    if kind is Any:
        return "values by name"
    if get_origin(kind) in (Union, UnionType):
        return f"values by name: {', '.join(said(each) for each in get_args(kind))}"
    return f"{_many(kind)} by name"
