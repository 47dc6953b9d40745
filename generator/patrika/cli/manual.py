"""What the docs say of each diagnostic, as the terminal shows it."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "docs", _PACKAGE.parents[1] / "docs")
"""In a wheel, and beside the source root in a checkout."""

_ROW = re.compile(r"^\| ([EWN]\d{3}) \| (.*) \| (.*) \| (.*) \|$", re.MULTILINE)
_CHAPTER = re.compile(r"^## ([EWN]\d{3}) (.*?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


class Explained(Struct, frozen=True):
    """What is to be known of a diagnostic."""

    code: str
    when: str
    example: str
    remedy: str
    more: str = ""
    """Paragraphs, where there are some."""

    def __str__(self) -> str:
        lines = [f"{self.code}: {self.when}", "", f"such as: {self.example}", f"do: {self.remedy}"]
        return "\n".join([*lines, *(["", self.more] if self.more else [])])


def manual() -> Mapping[str, Explained]:
    """Return what the docs say of all diagnostics, by code, in their order."""
    folder = next(place for place in _PLACES if (place / "diagnostics.md").exists())
    chapters = {code: text for code, _, text in _CHAPTER.findall((folder / "checks.md").read_text("utf-8"))}
    rows = _ROW.findall((folder / "diagnostics.md").read_text("utf-8"))
    return {
        code: Explained(code, _plain(when), _plain(example), _plain(remedy), _plain(chapters.get(code, "")).strip())
        for code, when, example, remedy in rows
    }


def _plain(text: str) -> str:
    """Return Markdown as people read it unrendered: links of the web by their address, others by their words."""
    said = _LINK.sub(lambda found: f"{found[1]} ({found[2]})" if "://" in found[2] else found[1], text)
    return said.replace("&lt;", "<").replace("\\_", "_")
