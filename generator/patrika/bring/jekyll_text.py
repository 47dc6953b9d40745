"""Bodies of Jekyll: liquid and kramdown in the Markdown that says the same; what a site's own plugins do is left, to be told."""

import re
from collections.abc import Callable

_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
_LISTING = re.compile(r"\{%-?\s*highlight\s+([\w+-]+)[^%]*%\}\n?(.*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}", re.DOTALL)
_BASE = re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}")
_ADDRESS = re.compile(
    r"\{\{-?\s*[\"']([^\"']*)[\"']\s*\|\s*(?:(?:relative|absolute)_url|prepend:\s*site\.(?:baseurl|url))"
    r"(?:\s*\|\s*prepend:\s*site\.(?:baseurl|url))*\s*-?\}\}"
)
_LINK = re.compile(r"\{%-?\s*(post_url|link)\s+([^%]+?)\s*-?%\}")
_HEADING = re.compile(
    r"^(#{1,6} .*?)[ \t]*(?:\{:?[ \t]*#([\w-]+)[ \t]*\}|\n\{:[ \t]*#([\w-]+)[ \t]*\})[ \t]*$", re.MULTILINE
)
_LOOKS = re.compile(
    r"\n?\{:(?:[ \t]*(?:\.[\w-]+|(?:class|style|target|rel|width|height|loading|align)=(?:\"[^\"]*\"|[\w_]+)))+[ \t]*\}"
)
_LEFT = re.compile(r"\{%.{0,500}?%\}|\{\{.{0,500}?\}\}|\{:[^}\n]*\}", re.DOTALL)
_KEPT = {"{{": "\x02", "{%": "\x03", "{:": "\x04"}

Reference = Callable[[str], str]
"""The file of a text by the path that a tag gives; empty where there is none."""


def translated(body: str, reference: Reference, separator: str = "") -> tuple[str, tuple[str, ...]]:
    """Return a body with the liquid and kramdown that Markdown can say in Markdown, and the rest of them that stands in it.
    `separator` ends the excerpt."""
    body = _RAW.sub(lambda found: _hidden(found[1]), body)
    body = _LISTING.sub(lambda found: f"```{found[1]}\n{_hidden(found[2])}\n```", _COMMENT.sub("", body))
    body = _ADDRESS.sub(r"\1", _BASE.sub("", body))

    def link(found: "re.Match[str]") -> str:
        path = found[2].strip("\"'")
        to = reference(path)
        is_file = found[1] == "link" and not re.search(r"\.(md|markdown|html)$", path)
        return to or (f"/{path}" if is_file else found[0])

    body = _LINK.sub(link, body)
    body = _LOOKS.sub("", _HEADING.sub(lambda found: f"\x05#{found[2] or found[3]}}}\n{found[1]}", body))
    if separator and separator in body:
        body = body.replace(separator, "<!--more-->", 1)
    left = tuple(_LEFT.findall(body))
    for sign, kept in _KEPT.items():
        body = body.replace(kept, sign)
    return body.replace("\x05", "{"), left


def _hidden(text: str) -> str:
    """Return what is only shown, so that nothing takes it for tags."""
    for sign, kept in _KEPT.items():
        text = text.replace(sign, kept)
    return text
