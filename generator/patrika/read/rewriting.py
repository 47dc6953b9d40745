"""Texts of content/ rewritten: keys of front matter set, names in it and targets of links put for others, the rest as it was."""

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from patrika.read.decoding import KEY
from patrika.read.front_matter import Block, block_of, find_field

_NEXT_KEY = {
    "---": re.compile(r"^[^\s#\]}-]", re.MULTILINE),
    "+++": re.compile(r"^\s*(?:\[\[?[\w.\"' -]+\]|(?:\"[^\"]*\"|'[^']*'|[\w.-]+)\s*=)", re.MULTILINE),
}
"""Where the value of a key has come to its end, by fence."""

_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


def quoted(value: str | Iterable[str]) -> str:
    """Return a text, or a list of texts, as both YAML and TOML have it."""
    return json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)


def with_key(text: str, key: str, value: str) -> str:
    """Return a file with a key of its front matter set to a value, which is given as it is to be written: in the place where
    the key stands, else after all others. The file must have front matter."""
    block = _block(text)
    line = f"{key}: {value}\n" if block.mark == "---" else f"{key} = {value}\n"
    extent = _extent(text, key, block)
    if extent is None:
        table = _TABLE.search(text, block.start, block.stop) if block.mark == "+++" else None
        extent = (table.start(), table.start()) if table else (block.stop, block.stop)
    return text[: extent[0]] + line + text[extent[1] :]


def without_key(text: str, key: str) -> str:
    """Return a file without a key of its front matter, which it must have; as it is where the key is not there."""
    extent = _extent(text, key, _block(text))
    return text[: extent[0]] + text[extent[1] :] if extent else text


def with_name(text: str, key: str, old: str, new: str) -> str:
    """Return a file in which a key of its front matter names something else, where it is there and names `old`."""
    block = block_of(text)
    extent = _extent(text, key, block) if block else None
    if extent is None:
        return text
    start, end = extent
    whole = re.compile(rf"(?<![\w/.@-]){re.escape(old)}(?![\w/-]|\.\w)")

    def named(found: "re.Match[str]") -> str:
        # A value may not begin with @ in YAML but between quotation marks.
        is_bare = new.startswith("@") and found.string[found.start() - 1] not in "\"'"
        return quoted(new) if is_bare else new

    return text[:start] + whole.sub(named, text[start:end]) + text[end:]


def with_targets(text: str, targets: Mapping[str, str]) -> str:
    """Return a file whose body links to, or shows, other things: each in place of one that it names now. All are put at once,
    so that what one is called afterwards is never taken for another."""
    written = {form: _as_target(new) for old, new in targets.items() for form in (old, quote(old, safe=_SAFE))}
    if not written:
        return text
    block = block_of(text)
    start = block.end if block else 0
    forms = "|".join(re.escape(form) for form in sorted(written, key=len, reverse=True))
    target = re.compile(rf"""(\]\(\s*<?|\]:\s*<?|=\s*["']?)({forms})(?=[\s)>#"']|$)""")
    return text[:start] + target.sub(lambda found: found[1] + written[found[2]], text[start:])


_SAFE = "/@:~+,;=&$!*'"


def _as_target(name: str) -> str:
    return quote(name, safe=_SAFE) if re.search(r"[\s()<>]", name) else name


def key_in(text: str, key: str, rename: Mapping[str, str]) -> str:
    """Return under which name a key of ours stands in a file: that of another tool which site.toml renames, or ours."""
    others = (theirs for theirs, ours in rename.items() if ours == key)
    return next((theirs for theirs in others if find_field(text, (theirs, KEY))), key)


def _block(text: str) -> Block:
    block = block_of(text)
    assert block, "this file has no front matter"
    return block


def _extent(text: str, key: str, block: Block) -> tuple[int, int] | None:
    """Return where a key begins and where the next one does, None where it is not there."""
    found = find_field(text, (key, KEY))
    if found is None:
        return None
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: found[0] - 1])
    after = _NEXT_KEY[block.mark].search(text, start + len(lines[found[0] - 1]) + 1, block.stop)
    return start, after.start() if after else block.stop
