"""Files that nginx includes: maps of addresses for `http`, and what goes by them for `server`.

A map compares the decoded path, letters of ASCII without regard to case. Its values may name variables, so addresses have no `$`.
"""

import re
from collections.abc import Iterable

from patrika.plan.headers import BRIEFLY, FOR_EVER
from patrika.plan.hosts import HostInput
from patrika.render.rules import address

_ROOM = 24
"""Bytes that nginx needs of a bucket besides the longest key."""
_TEXTS = (
    "text/css text/xml text/plain text/javascript application/javascript application/json application/xml image/svg+xml"
)


def maps(file: HostInput) -> str:
    """Return what `http` includes."""
    to = [(form, way) for way in file.ways for form in way.forms]
    leads = [(_text(file.base + form), _text(address(way.to, file.base))) for form, way in to if way.to]
    gone = [(_text(file.base + form), "1") for form, way in to if not way.to]
    lasting = [(_text(file.base + path), _text(FOR_EVER)) for path in file.lasting]
    below = [(home, page) for home, page in file.missing if home != "/"]
    missing = [(_text(f"~^{re.escape(file.base + home)}"), _text(file.base + page)) for home, page in below]
    main = next((page for home, page in file.missing if home == "/"), file.missing[0][1])
    return "".join(
        [
            "# Written by Patrika, to be included in http { }: see docs/deploy/nginx.md.\n",
            _sizes([key for key, _ in (*leads, *gone)]),
            _map("patrika_to", '""', leads),
            _map("patrika_gone", '""', gone),
            _map("patrika_cache", _text(BRIEFLY), lasting),
            _map("patrika_missing", _text(file.base + main), missing),
        ]
    )


def server(file: HostInput) -> str:
    """Return what `server` includes."""
    base = re.escape(file.base)
    lines = [
        "# Written by Patrika, to be included in server { }: see docs/deploy/nginx.md.",
        "charset utf-8;",
        f"charset_types {_TEXTS};",
        *(f"add_header {name} {_text(value)} always;" for name, value in file.said),
        "add_header Cache-Control $patrika_cache;",
        "if ($patrika_gone) { return 410; }",
        "if ($patrika_to) { return 301 $patrika_to; }",
        "error_page 404 $patrika_missing;",
        "error_page 410 @patrika_gone;",
        "location @patrika_gone { try_files $uri $uri/index.html =404; }",
        f"location ~ {_text(f'^{base}/(.*/)?[.](?!well-known/)')} {{ return 404; }}",
        _typed(r"[.]webmanifest$", "application/manifest+json"),
    ]
    lines += [_typed(f"^{base}/(.*/)?{re.escape(feed.name)}$", dict(feed.said)["Content-Type"]) for feed in file.feeds]
    return "".join(f"{line}\n" for line in lines)


def _typed(pattern: str, type: str) -> str:
    return f"location ~ {_text(pattern)} {{ types {{ }} default_type {_text(type)}; }}"


def _sizes(keys: Iterable[str]) -> str:
    """Return the sizes of tables that nginx would not find by itself; it refuses keys that are longer than a bucket."""
    lengths = [len(key.encode()) for key in keys]
    bucket = 1 << (max(lengths, default=0) + _ROOM - 1).bit_length()
    lines = [f"map_hash_bucket_size {bucket};\n"] if bucket > 64 else []
    lines += [f"map_hash_max_size {1 << (2 * len(lengths)).bit_length()};\n"] if len(lengths) > 1_000 else []
    return "".join(lines)


def _map(name: str, default: str, pairs: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"    {key} {value};\n" for key, value in pairs)
    return f"map $uri ${name} {{\n    default {default};\n{lines}}}\n"


def _text(words: str) -> str:
    r"""Return a text as nginx has it; within it `\"` and `\\` stand for one sign, and other backslashes for themselves."""
    return '"' + words.replace('"', '\\"') + '"'
