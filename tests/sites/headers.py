"""The files `_headers` read as their hosts read them."""

import re

Rule = tuple[str, list[tuple[str, str]]]
"""A pattern of paths, and the headers that it stands for."""


def rules_of(text: str) -> list[Rule]:
    """Return the rules of a file, in order."""
    rules: list[Rule] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, []))
        else:
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
    return rules


def said_of(path: str, rules: list[Rule]) -> dict[str, str]:
    """Return the headers of a path: what several rules say joined by commas, placeholders filled in, as at Cloudflare."""
    said: dict[str, str] = {}
    for pattern, headers in rules:
        parts = re.split(r"(\*|:[a-z]\w*)", pattern)
        names = [part[1:] or "splat" for part in parts[1::2]]
        taken = "".join(
            re.escape(it) if at % 2 == 0 else "(.*)" if it == "*" else "([^/]+)" for at, it in enumerate(parts)
        )
        if found := re.fullmatch(taken, path):
            for name, value in headers:
                for place, word in zip(names, found.groups(), strict=True):
                    value = value.replace(f":{place}", word)
                said[name] = f"{said[name]}, {value}" if name in said else value
    return said
