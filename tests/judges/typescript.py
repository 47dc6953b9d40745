"""TypeScript as a judge of JSON: what is declared to be of a type has no other keys, and values of the right kinds."""

import json
import re
from pathlib import Path

from tests.judges.programs import package_file, said

_FAULT = re.compile(r"^[^(\n]+\((\d+),\d+\): error (TS\d+: .+)$", re.MULTILINE)
_OPTIONS = ("--noEmit", "--strict", "--skipLibCheck", "--pretty", "false")


def types_in(path: str) -> str:
    """Return how a program names a file of types of an installed package: `schema-dts/dist/schema.d.ts`."""
    return json.dumps(package_file(path).with_suffix("").with_suffix("").as_posix())


def type_faults(program: str, folder: Path) -> list[tuple[int, str]]:
    """Return line and words of what is wrong with a program of types, which is written into `folder`."""
    file = folder / "judged.ts"
    file.write_text(program + "\n", "utf-8")
    told = said("node", package_file("typescript/bin/tsc"), *_OPTIONS, file)
    faults = [(int(line), fault) for line, fault in _FAULT.findall(told)]
    assert faults or not told, told
    return faults
