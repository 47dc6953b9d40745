"""The settings of a Hugo site: its languages, and the addresses that it gives to pages."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from unicodedata import category

from msgspec import Struct

from patrika.bring.cargo import Tongue
from patrika.bring.foreign import is_true, read_settings, text_in
from patrika.bring.naming import OWN_NAMES
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read.text import nfc

_FILES = tuple(f"{name}{ending}" for name in ("hugo", "config") for ending in (".toml", ".yaml", ".yml", ".json"))
_TOKEN = re.compile(r":(\w+)(?:\[[^\]]*\])?")


class HugoLanguage(Struct, frozen=True):
    """A language of a Hugo site: what we make of it, and the folder of its texts if it has one of its own."""

    tongue: Tongue
    folder: str


class HugoSettings(Struct, frozen=True):
    """What is needed of a Hugo site's settings. The first language is the default one."""

    title: str
    url: str
    timezone: str
    languages: tuple[HugoLanguage, ...]
    permalinks: Mapping[str, str]
    static: tuple[str, ...]
    is_ugly: bool
    keeps_case: bool

    def address(self, parts: tuple[str, ...], language: Tongue, named: Mapping[str, str]) -> str:
        """Return the address that Hugo gives to a page with these folders, empty where it follows a rule unknown here.

        `named` has `title`, `slug` and `file` of the page, and `date` where it has one.
        """
        pattern = self.permalinks.get(parts[0]) if parts else None
        if pattern is None:
            last = named["slug"] or named["file"]
            path = "/".join(self._cased(part) for part in (*parts, last))
        else:
            path = _filled(pattern.strip("/"), parts, named)
        if not path:
            return ""
        ending = ".html" if self.is_ugly else "/"
        prefix = f"/{language.path}" if language.path else ""
        return f"{prefix}/{path.strip('/')}{ending}" if not path.endswith(".html") else f"{prefix}/{path}"

    def _cased(self, part: str) -> str:
        part = re.sub(r"\s+", "-", part)
        return part if self.keeps_case else part.lower()


def read_hugo_settings(folder: Path, language: str) -> HugoSettings | Diagnostic:
    """Return the settings of the site in a folder, or what is wrong with them."""
    table: dict[str, Any] = {}
    if next(_files(folder), None) is None:
        return error("E601", Place(folder.name), "this folder holds no site of Hugo", "name the folder of hugo.toml")
    for path in _files(folder):
        found = read_settings(path, path.relative_to(folder).as_posix())
        if isinstance(found, Diagnostic):
            return found
        key = path.stem.partition(".")[0]
        _lay(table, found if key in ("hugo", "config") else {key: found})
    lower = {key.lower(): value for key, value in table.items()}
    return HugoSettings(
        title=text_in(lower, "title") or folder.name,
        url=text_in(lower, "baseurl").rstrip("/") if "://" in text_in(lower, "baseurl") else "https://example.org",
        timezone=text_in(lower, "timezone") or "UTC",
        languages=tuple(_languages(lower, language)),
        permalinks=_permalinks(lower.get("permalinks", {})),
        static=tuple(_folders(lower.get("staticdir"), "static")),
        is_ugly=is_true(lower.get("uglyurls")),
        keeps_case=is_true(lower.get("disablepathtolower")),
    )


def _files(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in _FILES if (folder / name).is_file())
    parts = folder / "config" / "_default"
    if parts.is_dir():
        yield from (path for path in sorted(parts.iterdir()) if path.suffix in (".toml", ".yaml", ".yml", ".json"))


def _lay(table: dict[str, Any], over: Mapping[str, Any]) -> None:
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(table.get(key), dict):
            _lay(table[key], value)
        else:
            table[key] = value


def _folders(value: object, otherwise: str) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value or otherwise)]


def _languages(settings: Mapping[str, Any], language: str) -> Iterator[HugoLanguage]:
    default = language or text_in(settings, "defaultcontentlanguage") or "en"
    in_folder = is_true(settings.get("defaultcontentlanguageinsubdir"))
    content = text_in(settings, "contentdir") or "content"
    tables = {
        str(id).lower(): {str(key).lower(): value for key, value in table.items()}
        for id, table in dict(settings.get("languages") or {default: {}}).items()
        if isinstance(table, dict) and not is_true(table.get("disabled"))
    }
    tables.setdefault(default, {})
    for id in sorted(tables, key=lambda id: (id != default, int(text_in(tables[id], "weight") or 0), id)):
        table = tables[id]
        locale = text_in(table, "locale", "languagecode").replace("-", "_")
        tongue = Tongue(
            id,
            text_in(table, "label", "languagename") or OWN_NAMES.get(id.partition("-")[0], id),
            locale if re.fullmatch(r"[a-z]{2,3}_[A-Z]{2}", locale) else "",
            "" if id == default and not in_folder else id,
            text_in(table, "title") if id != default else "",
        )
        yield HugoLanguage(tongue, text_in(table, "contentdir") or content)


def _permalinks(table: object) -> dict[str, str]:
    """Return the rules for pages by section, in the old form or the new one with `page`."""
    if not isinstance(table, dict):
        return {}
    pages = table.get("page")
    rules = {**table, **(pages if isinstance(pages, dict) else {})}
    return {str(section): rule for section, rule in rules.items() if isinstance(rule, str)}


def _filled(pattern: str, parts: tuple[str, ...], named: Mapping[str, str]) -> str:
    """Return a rule with its tokens filled in, empty where one is unknown."""
    values = {
        "section": parts[0] if parts else "",
        "sections": "/".join(parts),
        "title": urlized(named["title"]),
        "slug": named["slug"] or urlized(named["title"]),
        **dict.fromkeys(("filename", "contentbasename"), named["file"]),
        **dict.fromkeys(("slugorfilename", "slugorcontentbasename"), named["slug"] or named["file"]),
    }
    if named.get("date"):
        day = datetime.fromisoformat(named["date"][:10])
        dated = {"year": "%Y", "month": "%m", "day": "%d", "monthname": "%B", "weekdayname": "%A", "yearday": "%j"}
        values.update((token, day.strftime(form).lower()) for token, form in dated.items())
    if any(token not in values for token in _TOKEN.findall(pattern)):
        return ""
    return _TOKEN.sub(lambda found: values[found[1]], pattern)


def urlized(text: str) -> str:
    """Return a title as a part of an address, as Hugo makes it: small letters, hyphens for blanks, signs left out."""
    found = ""
    for sign in nfc(text).lower().strip():
        if sign in "._#+~-@" or category(sign)[0] in "LNM":
            found += sign
        elif found and sign.isspace() and not found.endswith("-"):
            found += "-"
    return found
