"""Small sites in strings, and what building them gives."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic
from patrika.run.build import build
from patrika.run.checking import CheckReport, check
from patrika.run.report import BuildReport
from patrika.run.request import BuildRequest

NOW = 1_690_500_000
"""2023-07-28 05:20 in Dhaka."""

SITE = """
[site]
name = "The Test"
url = "https://test.example"
timezone = "Asia/Dhaka"

[languages.en]
name = "English"

[languages.bn]
name = "বাংলা"
site_name = "পরীক্ষা"

[[sections]]
id = "world"
title = { en = "World", bn = "বিশ্ব" }

[[sections]]
id = "sport"
title = { en = "Sport", bn = "খেলা" }

[[sections]]
id = "opinion"
kind = "opinion"
title = { en = "Opinion", bn = "মতামত" }
"""


FEEDS = ("feed.xml", "atom.xml", "feed.json")


def without_feeds(paths: Iterable[str]) -> tuple[str, ...]:
    """Return paths under output/ but those of feeds."""
    return tuple(path for path in paths if path.rpartition("/")[2] not in FEEDS)


class Newspaper:
    """A site in a folder of its own, written from strings of `-- path --` files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "output"

    def write(self, text: str, site: str = SITE) -> "Newspaper":
        """Write files; site.toml is the usual one where the text has none."""
        files = dict(files_in(text))
        if not (self.root / "site.toml").exists():
            files.setdefault("site.toml", site)
        for path, content in files.items():
            self.put(path, content)
        return self

    def put(self, path: str, content: str | bytes) -> None:
        """Write one file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def build(self, now: int = NOW, **wishes: Any) -> BuildReport:
        """Build the site as of `now`."""
        request = BuildRequest(self.root, self.output, self.root / ".patrika", now)
        return build(replace(request, **wishes))

    def check(self, now: int = NOW, asks: bool = False, **wishes: Any) -> CheckReport:
        """Check the site as of `now`, after making sure that this leaves output/ alone."""
        before = self.pages() if self.output.exists() else None
        request = BuildRequest(self.root, self.root / ".patrika/check", self.root / ".patrika", now, holds=True)
        report = check(replace(request, **wishes), asks=asks)
        assert before == (self.pages() if self.output.exists() else None)
        return report

    def built(self, now: int = NOW, **wishes: Any) -> dict[str, str]:
        """Return the pages of the built site, by path under output/, after making sure that it was published."""
        report = self.build(now, **wishes)
        assert report.published, "\n".join(map(str, report.diagnostics))
        return self.pages()

    def pages(self) -> dict[str, str]:
        """Return what lies in output/, by path; texts only."""
        return {
            path.relative_to(self.output).as_posix(): path.read_text("utf-8")
            for path in sorted(self.output.rglob("*"))
            if path.is_file() and path.suffix in (".html", ".css", ".xml", ".json", ".txt", ".svg")
        }

    def feeds_with(self, story: str) -> tuple[str, ...]:
        """Return the feeds that carry a story, such as `world/storm.en`, by path under output/."""
        id = f"tag:test.example,2026:{story}"
        files = [path for path in self.output.rglob("*") if path.name in FEEDS and id in path.read_text("utf-8")]
        return tuple(sorted(path.relative_to(self.output).as_posix() for path in files))

    def faults(self, **wishes: Any) -> list[Diagnostic]:
        """Return what is wrong with the site, after making sure that nothing was published."""
        before = self.pages() if self.output.exists() else None
        report = self.build(**wishes)
        assert not report.published
        assert before == (self.pages() if self.output.exists() else None)
        return [item for item in report.diagnostics if item.severity == "error"]


def files_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the files of a string of `-- path --` files."""
    path, lines = "", list[str]()
    for line in dedent(text).splitlines():
        if line.startswith("-- ") and line.endswith(" --"):
            if path:
                yield path, "\n".join(lines) + "\n"
            path, lines = line[3:-3], []
        else:
            lines.append(line)
    if path:
        yield path, "\n".join(lines) + "\n"


@pytest.fixture
def newspaper(tmp_path: Path) -> Callable[..., Newspaper]:
    """Give a maker of sites from a string of `-- path --` files."""
    paper = Newspaper(tmp_path / "site")
    paper.root.mkdir()

    def make(text: str, site: str = SITE) -> Newspaper:
        return paper.write(text, site)

    return make
