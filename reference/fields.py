"""The fields of structs: names and types as Python knows them, and what the source says below each."""

import ast
import inspect
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_type_hints

from msgspec import Struct


class FieldRow(Struct, frozen=True):
    """A field as a table shows it."""

    name: str
    kind: Any
    about: str
    """The text below it in the source; empty where there is none."""


def fields_of(struct: type[Struct]) -> Iterator[FieldRow]:
    """Yield the fields of a struct, in their order."""
    told = _told(struct)
    for name, kind in get_type_hints(struct, include_extras=True).items():
        if name in struct.__struct_fields__:
            yield FieldRow(name, kind, told.get(name, ""))


def _told(struct: type[Struct]) -> Mapping[str, str]:
    """Return the strings that follow the fields of a class in its source, by field."""
    (block,) = ast.parse(inspect.getsource(struct)).body
    assert isinstance(block, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in zip(block.body, block.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }


def reached(roots: Iterable[type[Struct]], opaque: frozenset[type[Struct]]) -> tuple[type[Struct], ...]:
    """Return structs with all that their fields are made of, each once, in the order in which they are met.

    What an opaque one is made of is not sought.
    """
    found: dict[type[Struct], None] = {}
    waiting = list(roots)
    while waiting:
        struct = waiting.pop(0)
        if struct not in found and struct not in opaque:
            found[struct] = None
            waiting += [each for row in fields_of(struct) for each in _structs(row.kind)]
    return tuple(found)


def _structs(kind: Any) -> Iterator[type[Struct]]:
    if isinstance(kind, type) and issubclass(kind, Struct):
        yield kind
    for inner in get_args(kind):
        yield from _structs(inner)
