"""The parts of references, by name and short digest: what a page is made of, so that it can be told which part changed."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from patrika.model.encoding import encode
from patrika.plan.refs import ListRefs

PART_BYTES = 4


def parts_of(refs: Any) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a page's references: each field by its name, each list as `list latest`."""
    for name in refs.__struct_fields__:
        value = getattr(refs, name)
        if isinstance(value, ListRefs):
            yield from ((f"list {name}", _short(found)) for name, found in (*value.lists, *value.groups))
        else:
            yield name, _short(value)


def differing(known: bytes, parts: list[tuple[str, bytes]]) -> tuple[str, ...]:
    """Return the names of parts that are not as they were; `known` are the former digests, joined."""
    before = [known[at : at + PART_BYTES] for at in range(0, len(known), PART_BYTES)]
    if len(before) != len(parts):
        return ("theme",)
    return tuple(name for (name, now), then in zip(parts, before, strict=True) if now != then)


def _short(value: Any) -> bytes:
    return blake2b(encode(value), digest_size=PART_BYTES).digest()
