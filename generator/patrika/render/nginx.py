"""Files that nginx includes: maps of addresses for `http`, and what goes by them for `server`.

A map compares the decoded path, letters of ASCII without regard to case. Its values may name variables, so addresses have no `$`.
"""

import re
from collections.abc import Iterable

from patrika.plan.headers import BRIEFLY, FOR_EVER
from patrika.plan.hosts import FileHeaders, HostInput
from patrika.render.rules import address, link_of

_ROOM = 24
"""Bytes that nginx needs of a bucket besides the longest key."""
_ASKED = 'map $request_uri $patrika_path {\n    default "";\n    "~^([^?]*)" $1;\n}\n'
"""The path as it was asked for, percent-encoded."""
_TEXTS = (
    "text/css text/xml text/plain text/javascript application/javascript application/json application/xml image/svg+xml"
)


def maps(file: HostInput) -> str:
    """Return what `http` includes."""
    to = [(form, way) for way in file.ways for form in way.forms]
    leads = [(_text(file.base + form), _text(address(way.to, file.base))) for form, way in to if way.to]
    gone = [(_text(file.base + form), "1") for form, way in to if not way.to]
    lasting = [(_text(file.base + path), _text(FOR_EVER)) for path in file.lasting]
    links = [(_key(it, file.base), _text(_link(it, file))) for it in file.files if it.topic is not None]
    below = [(home, page) for home, page in file.missing if home != "/"]
    missing = [(_text(f"~^{re.escape(file.base + home)}"), _text(file.base + page)) for home, page in below]
    main = next((page for home, page in file.missing if home == "/"), file.missing[0][1])
    return "".join(
        [
            "# Written by Patrika, to be included in http { }: see docs/deploy/nginx.md.\n",
            _sizes([key for key, _ in (*leads, *gone, *links)]),
            _map("patrika_to", '""', leads),
            _map("patrika_gone", '""', gone),
            _map("patrika_cache", _text(BRIEFLY), lasting),
            _map("patrika_missing", _text(file.base + main), missing),
            *([_ASKED, _map("patrika_link", '""', links)] if links else []),
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
        # Of Brotli it knows no directive unless a module is loaded, and with one that it does not know it does not begin.
        *(["gzip_static on;", "gzip_vary on;"] if "gzip" in file.compressed else []),
        "if ($patrika_gone) { return 410; }",
        "if ($patrika_to) { return 301 $patrika_to; }",
        "error_page 404 $patrika_missing;",
        "error_page 410 @patrika_gone;",
        "location @patrika_gone { try_files $uri $uri/index.html =404; }",
        f"location ~ {_text(f'^{base}/(.*/)?[.](?!well-known/)')} {{ return 404; }}",
    ]
    lines += ["add_header Link $patrika_link;"] if any(it.topic is not None for it in file.files) else []
    lines += [_typed(it, file.base) for it in file.files]
    return "".join(f"{line}\n" for line in lines)


def _typed(it: FileHeaders, base: str) -> str:
    place = f"~ {_text(_pattern(it, base))}" if "" in it.folders else f"= {_text(_path(it, base))}"
    return f"location {place} {{ types {{ }} default_type {_text(it.type)}; }}"


def _key(it: FileHeaders, base: str) -> str:
    return _text(f"~{_pattern(it, base)}" if "" in it.folders else _path(it, base))


def _pattern(it: FileHeaders, base: str) -> str:
    folders = [re.escape(folder) or "[^/]+" for folder in it.folders]
    return f"^{re.escape(base)}/{'/'.join((*folders, re.escape(it.name)))}$"


def _path(it: FileHeaders, base: str) -> str:
    return "/".join((base, *it.folders, it.name or "index.html"))


def _link(it: FileHeaders, file: HostInput) -> str:
    """Return what a feed says of its hub; one of many names itself as it was asked for."""
    if "" in it.folders:
        return link_of(f"{file.url.removesuffix(file.base)}$patrika_path", file.hub)
    own = it.topic or "/".join(("", *it.folders, it.name))
    return link_of(file.url + address(own, ""), file.hub)


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
