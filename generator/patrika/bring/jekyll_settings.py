"""The settings of a Jekyll site, and the addresses that it gives to posts and pages."""

import re
from collections.abc import Mapping
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from unicodedata import category

from msgspec import Struct

from patrika.bring.foreign import read_settings, text_in, texts_in
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read.text import key_of, nfc

_FILES = ("_config.yml", "_config.yaml", "_config.toml")
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_DATED = {
    "year": "%Y", "month": "%m", "day": "%d", "short_year": "%y", "y_day": "%j", "week": "%V", "short_day": "%a",
    "long_day": "%A",
    "short_month": "%b", "long_month": "%B", "hour": "%H", "minute": "%M", "second": "%S", "w_year": "%G", "w_day": "%u",
}  # fmt: skip
_LEFT_OUT = (
    "Gemfile*", "Rakefile", "*.gemspec", "README*", "LICENSE*", "CHANGELOG*", "package*.json", "node_modules", "vendor",
    "*.scss", "*.sass", "*.coffee", "*.textile",
)  # fmt: skip
_KEPT = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd"}
"""Unicode categories of letters, marks and digits."""

_TOKEN = re.compile(r":([a-z_]+)")


class JekyllSettings(Struct, frozen=True):
    """What is needed of a Jekyll site's settings."""

    title: str
    url: str
    timezone: str
    language: str
    languages: tuple[str, ...]
    """Those of polyglot, whose addresses begin with the language, but for the default's."""
    permalink: str
    separator: str
    excluded: tuple[str, ...]
    defaults: tuple[dict[str, Any], ...]

    def over_defaults(self, fields: Mapping[str, Any], path: str, kind: str) -> dict[str, Any]:
        """Return front matter over the defaults that the settings have for its path and kind."""
        under: dict[str, Any] = {}
        for default in self.defaults:
            scope = default.get("scope") or {}
            folder = text_in(scope, "path").strip("/")
            fits = not folder or path == folder or path.startswith(folder + "/") or fnmatch(path, folder)
            if fits and text_in(scope, "type") in ("", kind) and isinstance(default.get("values"), dict):
                under.update(default["values"])
        return {**under, **fields}

    def is_left_out(self, parts: tuple[str, ...]) -> bool:
        """Return whether Jekyll leaves a file out of the site: hidden ones, its own, and those that the settings name."""
        hidden = any(part[0] in "._#~" and part != ".well-known" for part in parts)
        return hidden or any(
            fnmatch(part, name) or fnmatch("/".join(parts), name.strip("/"))
            for name in (*_LEFT_OUT, *self.excluded)
            for part in parts
        )

    def post_address(self, pattern: str, date: datetime, named: Mapping[str, str], categories: list[str]) -> str:
        """Return the address of a post, empty where its rule has a token unknown here. `named` has `title` and `slug`."""
        values = {
            "categories": "/".join(name.lower() for name in categories),
            "slugified_categories": "/".join(map(key_of, categories)),
            "title": _pretty(named["slug"]),
            "slug": key_of(named["slug"]),
            "output_ext": ".html",
            "i_month": str(date.month),
            "i_day": str(date.day),
            **{token: date.strftime(form) for token, form in _DATED.items()},
        }
        rule = _STYLES.get(pattern, pattern)
        if any(token not in values for token in _TOKEN.findall(rule)):
            return ""
        path = re.sub(r"/{2,}", "/", "/" + _TOKEN.sub(lambda found: values[found[1]], rule))
        is_whole = path.endswith("/") or re.search(r"\.\w+$", path)
        return path if is_whole else f"{path}.html"

    def page_address(self, path: str) -> str:
        """Return the address of a page by its path without ending."""
        bare = re.sub(r"(^|/)index$", r"\1", path)
        if bare != path:
            return f"/{bare}"
        rule = _STYLES.get(self.permalink, self.permalink)
        return f"/{path}/" if rule.endswith("/") else f"/{path}.html"


def read_jekyll_settings(folder: Path) -> JekyllSettings | Diagnostic:
    """Return the settings of the site in a folder, or what is wrong with them."""
    table: dict[str, Any] = {}
    if not any((folder / name).is_file() for name in _FILES):
        return error(
            "E601", Place(folder.name), "this folder holds no site of Jekyll", "name the folder of _config.yml"
        )
    for name in _FILES:
        if (folder / name).is_file():
            found = read_settings(folder / name, name)
            if isinstance(found, Diagnostic):
                return found
            table.update(found)
    url = text_in(table, "url").rstrip("/")
    base = text_in(table, "baseurl").strip("/")
    defaults = table.get("defaults")
    return JekyllSettings(
        title=text_in(table, "title", "name") or folder.resolve().name,
        url=(url if "://" in url else "https://example.org") + (f"/{base}" if base else ""),
        timezone=text_in(table, "timezone") or "UTC",
        language=text_in(table, "default_lang", "lang", "locale"),
        languages=tuple(texts_in(table, "languages")),
        permalink=text_in(table, "permalink") or "date",
        separator=text_in(table, "excerpt_separator"),
        excluded=tuple(texts_in(table, "exclude")),
        defaults=tuple(it for it in defaults if isinstance(it, dict)) if isinstance(defaults, list) else (),
    )


def _pretty(text: str) -> str:
    """Return a file's name as Jekyll's `pretty` mode has it: letters, marks, digits and what addresses may hold; else hyphens."""
    kept = (sign if sign in "._~!$&'()+,;=@" or category(sign) in _KEPT else "-" for sign in nfc(text))
    return re.sub(r"-{2,}", "-", "".join(kept)).strip("-")
