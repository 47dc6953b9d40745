"""An import as a user runs it, and what it leaves in the site's folder."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from benchmarks.corpus import picture

from patrika.cli.main import run
from patrika.read.text import nfc
from tests.sites.newspaper import files_in

EXPORTS = Path(__file__).parent / "exports"


class Imported:
    """The folder of a site, and what was told of the last import into it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.code = 0
        self.report: dict[str, Any] = {}
        self._capsys = capsys

    def bring(self, source: str, path: Path, *options: str) -> "Imported":
        """Import, and keep the report."""
        self._capsys.readouterr()
        self.code = run(["import", source, str(path), "--site", str(self.root), "--json", *options])
        self.report = json.loads(self._capsys.readouterr().out)
        return self

    def told(self, *codes: str) -> list[str]:
        """Return what was found, as it is printed: of some codes, or all."""
        return [
            f"{place(item['place'])}: {item['code']} {item['message']}"
            for item in self.report["diagnostics"]
            if not codes or item["code"] in codes
        ]

    def files(self) -> dict[str, str]:
        """Return the site's texts by path."""
        return {
            path.relative_to(self.root).as_posix(): path.read_text("utf-8")
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and path.suffix in (".md", ".toml", ".html") and "output" not in path.parts
        }

    def put_missing(self) -> None:
        """Put a picture wherever one is missing."""
        for item in self.report["diagnostics"]:
            if item["code"] == "W607":
                target = self.root / item["hint"].rpartition(" to ")[2]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(picture(1))

    def build(self) -> str:
        """Build the site, and return what was printed; it must have been published."""
        self._capsys.readouterr()
        code = run(["build", "--root", str(self.root), "--jobs", "1"])
        told = self._capsys.readouterr()
        assert code == 0, told.err
        return told.out + told.err

    def page(self, address: str) -> str:
        """Return the page at an address of the built site."""
        path = address.strip("/") + ("" if address.endswith(".html") else "/index.html")
        return (self.root / "output" / nfc(path)).read_text("utf-8")


def place(item: Mapping[str, Any]) -> str:
    """Return a place as it is printed."""
    return ":".join([item["path"], *(str(item[key]) for key in ("line", "column") if item[key])])


def laid(export: Path, folder: Path, pictures: Iterable[str] = ()) -> Path:
    """Return a folder with the files of an export in it, and a picture at each of the other paths."""
    for path, text in files_in(export.read_text("utf-8")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    for path in pictures:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(picture(1))
    return folder
