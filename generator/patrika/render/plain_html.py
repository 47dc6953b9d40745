"""HTML for programs that show it away from the site: no classes, styles or scripts, and whole addresses."""

import re

_KEPT = frozenset(
    {"href", "src", "alt", "title", "cite", "lang", "dir", "hreflang", "type", "datetime", "width", "height", "colspan"}
    | {"rowspan", "scope", "start", "reversed", "value", "id"}
)
"""Attributes that say something without a style sheet."""

_TAG = re.compile(r"<([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?)+)\s*(/?)>")
_ATTRIBUTE = re.compile(r"\s+([a-zA-Z][\w:-]*)((?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?)")
_NEVER = re.compile(r"<(script|style|iframe|object|form)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TO_HERE = re.compile(r'(<a href=")#')


def plain(html: str, here: str) -> str:
    """Return HTML without what needs the site. `here` is the whole address of the page that it is from: what leads to a
    place on that page leads there."""
    if "<!--" in html or "<script" in html or "<style" in html or "<iframe" in html or "<object" in html:
        html = _NEVER.sub("", html)
    return _TO_HERE.sub(lambda found: f"{found[1]}{here}#", _TAG.sub(_tag, html))


def _tag(found: re.Match[str]) -> str:
    kept = "".join([it[0] for it in _ATTRIBUTE.finditer(found[2]) if it[1] in _KEPT])
    return f"<{found[1]}{kept}{found[3]}>"
