"""A judge of JSON-LD: TypeScript, by schema-dts, the types that Google makes of schema.org's vocabulary.

It finds types and properties that there are not, and values of a wrong kind. It asks for no property: which of them Google
wants is for tests of ours to say.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.judges.typescript import type_faults, types_in

_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def json_ld_of(html: str) -> list[str]:
    """Return the blocks of JSON-LD of a page, in order."""
    return _BLOCK.findall(html)


def schema_findings(blocks: Mapping[str, str], folder: Path) -> list[str]:
    """Return what is wrong with blocks of JSON-LD, given by what they are called; `folder` is for the program that is checked.

    A block is an object with a `@type`, or with a `@graph` of such objects.
    """
    found, lines, owners = list[str](), [_imports()], [""]
    for name, text in blocks.items():
        try:
            told = json.loads(text)
        except ValueError as fault:
            found.append(f"{name}: not JSON: {fault}")
            continue
        statement = list(_statement(len(owners), told))
        lines += statement
        owners += [name] * len(statement)
    return found + [f"{owners[line - 1]}: {fault}" for line, fault in type_faults("\n".join(lines), folder)]


def _imports() -> str:
    return f"import type * as schema from {types_in('schema-dts/dist/schema.d.ts')};"


def _statement(number: int, block: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a constant whose type is that of the block: JSON is TypeScript as it stands."""
    kind = block.get("@type", "Thing")
    first = kind[0] if isinstance(kind, list) else kind
    declared = "schema.Graph" if "@graph" in block else f"schema.WithContext<schema.{first}>"
    yield f"export const block_{number}: {declared} ="
    yield from json.dumps(block, ensure_ascii=False, indent=1).splitlines()
