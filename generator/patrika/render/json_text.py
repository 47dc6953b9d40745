"""JSON for programs: on one line, without what is empty, and with texts as feeds in XML have them."""

import json
from typing import Any

from patrika.read.text import fit


def written(said: dict[str, Any]) -> str:
    """Return an object as JSON, at any depth without members that are empty texts, lists or objects, 0 or none."""
    return json.dumps(_fit(said), ensure_ascii=False)


def _fit(value: Any) -> Any:
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, list):
        return [_fit(each) for each in value]
    if isinstance(value, dict):
        return {key: kept for key, each in value.items() if each and (kept := _fit(each))}
    return value
