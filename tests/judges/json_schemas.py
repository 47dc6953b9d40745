"""A judge of JSON: schemas of ours, after the specifications, since no package carries those of JSON Feed and ninjs."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

Schema = Literal["ninjs", "json-feed"]

_SCHEMAS = Path(__file__).parent / "schemas"


def json_findings(text: str, schema: Schema) -> list[str]:
    """Return what a schema finds wrong with a text: the place in it, and the fault."""
    return [f"{it.json_path}: {it.message}" for it in _leaves(_validator(schema).iter_errors(json.loads(text)))]


def _leaves(faults: Iterable[ValidationError]) -> Iterable[ValidationError]:
    """Yield faults, and in place of one that others led to, these."""
    for fault in faults:
        yield from _leaves(fault.context) if fault.context else (fault,)


@cache
def _validator(schema: str) -> Draft202012Validator:
    found = json.loads((_SCHEMAS / f"{schema}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)
