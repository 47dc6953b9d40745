"""Bodies of Hugo: shortcodes in the Markdown that says the same; those of a site's own are left, to be told."""

import re
from collections.abc import Callable

_SHORTCODE = re.compile(
    r"\{\{(?P<mark>[<%])\s*(?P<end>/?)\s*(?P<name>[\w./-]+)(?P<values>(?:\s(?:\"(?:\\.|[^\"\\])*\"|`[^`]*`|[^\"`{}])*?)?)\s*/?[>%]\}\}"
)
_SHOWN = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}")
_VALUE = re.compile(r"(?:([\w-]+)\s*=\s*)?(\"(?:\\.|[^\"\\])*\"|`[^`]*`|[^\s\"`]+)")
_LISTING = re.compile(
    r"\{\{[<%]\s*highlight\s+\"?([\w+-]+)\"?.*?[>%]\}\}\n?(.*?)\n?\{\{[<%]\s*/\s*highlight\s*[>%]\}\}", re.DOTALL
)
_LOOKS = frozenset({"class", "width", "height", "loading", "align", "id"})
_PAGES = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "instagram": "https://www.instagram.com/p/{}/",
}
_POSTS = ("tweet", "x", "twitter", "x_simple")
_OPENING, _CLOSING = "\x02", "\x03"

Reference = Callable[[str, str], str]
"""The file of a page by the path that a text gives, and the language that it asks for; empty where there is none."""


def translated(body: str, reference: Reference) -> tuple[str, tuple[str, ...]]:
    """Return a body with the shortcodes of Hugo itself in Markdown, where that loses nothing, and the others in it."""
    body = _SHOWN.sub(rf"{_OPENING}\1\2\3{_CLOSING}", body)
    body = _LISTING.sub(r"```\1\n\2\n```", body)

    def change(found: "re.Match[str]") -> str:
        named, plain = _values(found["values"])
        if found["end"]:
            return found[0]
        if found["name"] in ("ref", "relref"):
            path = named.get("path") or (plain[0] if plain else "")
            return reference(path, named.get("lang", "")) or found[0]
        before, after = body[: found.start()].rpartition("\n")[2], body[found.end() :].partition("\n")[0]
        alone = not before.strip() and not after.strip()
        return (_markdown(found["name"], named, plain) if alone else "") or found[0]

    body = _SHORTCODE.sub(change, body)
    left = tuple(found[0] for found in _SHORTCODE.finditer(body) if not found["end"])
    return body.replace(_OPENING, "{{").replace(_CLOSING, "}}"), left


def _markdown(name: str, named: dict[str, str], plain: list[str]) -> str:
    """Return a shortcode of Hugo as Markdown, empty where that would lose something."""
    values = {key: value for key, value in named.items() if key not in _LOOKS}
    if name == "figure":
        return _figure(values) if not plain else ""
    if name in _PAGES:
        id = plain[0] if len(plain) == 1 and not values else values.get("id", "") if len(values) == 1 else ""
        return _PAGES[name].format(id) if re.fullmatch(r"[\w-]+", id) else ""
    if name in _POSTS and values.keys() == {"user", "id"}:
        return f"https://x.com/{values['user']}/status/{values['id']}"
    return ""


def _figure(values: dict[str, str]) -> str:
    src, alt = values.pop("src", ""), values.pop("alt", "")
    caption = ". ".join(filter(None, (values.pop("title", "").rstrip("."), values.pop("caption", ""))))
    if not src or values or re.search(r"[\[\]*_`<]", caption + alt):
        return ""
    target = f"<{src}>" if re.search(r"[\s()]", src) else src
    title = caption.replace('"', '\\"')
    return f'![{alt}]({target} "{title}")' if caption else f"![{alt}]({target})"


def _values(text: str) -> tuple[dict[str, str], list[str]]:
    """Return the named and the plain values of a shortcode."""
    named, plain = dict[str, str](), list[str]()
    for name, written in _VALUE.findall(text):
        value = re.sub(r"\\(.)", r"\1", written[1:-1]) if written[:1] in '"`' else written
        if name:
            named[name] = value
        else:
            plain.append(value)
    return named, plain
