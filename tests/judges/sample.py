"""What is judged: pages of each role in each language, of both themes, of the starter's site and of a hard paper."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
from msgspec import Struct

from patrika.run.build import build
from patrika.run.request import BuildRequest
from patrika.run.starting import begin
from tests.browser.reading_room import NOW, Printed
from tests.judges.hard_paper import hard_paper

MODEL = "world/2023/07/kim-shoigu/"
ROLES = (
    "",
    "404.html",
    MODEL,
    "world/",
    "world/2023/07/",
    "tags/north-korea/",
    "authors/tahmina-anwar/",
    "about/",
    "events/",
    "corrections/",
)
"""The front, the page for what is not there, an article, a section, an archive, a tag, a person, an undated page, events and
corrections."""

FURTHER = (
    "opinion/",
    "culture/2025/02/boi-mela/",
    "sport/2024/03/quiet-hundred/",
    "bangladesh/2023/11/metro-motijheel/",
    "bangladesh/2025/02/night-ferries/",
    "science/2023/08/moon-landing/",
    "culture/2023/12/rickshaw-art/",
    "climate/2025/03/solar-roofs/",
    "events/jatra-night/",
    "obituaries/2023/11/gopal-das/",
    "notices/2025/04/noyahat-ghat-tender/",
    "science/2024/05/hilsa-tags/",
)
"""A section of opinion, stories with blocks, an event, an obituary and a notice, in the two languages that have them."""

LEDGER = ("", MODEL, "world/", "events/")
"""The pages that the theme ledger prints by templates of its own, and events, which its section leaves no lists."""

HARD = ("gone/", "series/delta/", "world/2023/07/draft/")
HARDEST = "world/2023/07/blocks/"
STARTER = ("", "news/", "news/2025/01/first-story/")

IN_THREE = ("", "bn/", "ur/")
IN_TWO = ("", "bn/")

_DOOR = re.compile(r'srcdoc="([^"]*)"')


class Printing(Struct, frozen=True):
    """The output of a site, and which of its pages are judged, by path under it."""

    output: Path
    pages: tuple[str, ...]
    """Whose markup is judged."""
    seen: tuple[str, ...]
    """Those that a browser shows to its judge, which takes ten times as long: fewer of what is alike in all languages."""

    @property
    def files(self) -> list[Path]:
        """Return the files of the pages."""
        return [self.output / (page if page.endswith(".html") else f"{page}index.html") for page in self.pages]

    @property
    def styles(self) -> list[Path]:
        """Return the style sheets."""
        return sorted(self.output.glob("assets/*.css"))

    def doors(self) -> Iterator[str]:
        """Yield the documents that stand in attributes: a frame's before anything is loaded into it."""
        for file in self.files:
            for found in _DOOR.finditer(file.read_text("utf-8")):
                yield unescape(found[1])


def _in(languages: tuple[str, ...], paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(language + path for language in languages for path in paths)


def _all(output: Path) -> tuple[str, ...]:
    found = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    return tuple(path.removesuffix("index.html") for path in found)


def starter(root: Path) -> Path:
    """Return the output of what `patrika init` writes."""
    begin(root)
    report = build(BuildRequest(root, root / "output", root / ".patrika", NOW))
    assert report.published, report.diagnostics
    return root / "output"


@pytest.fixture(scope="session")
def printings(printed: Printed, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Printing]:
    """Give what is judged, by name."""
    folder = tmp_path_factory.mktemp("judged")
    first, hard = starter(folder / "starter"), hard_paper(folder / "hard")
    broadsheet, ledger = _in(IN_THREE, ROLES), _in(IN_THREE, LEDGER)
    return {
        "broadsheet": Printing(printed("broadsheet", ""), broadsheet + _in(IN_TWO, FURTHER), broadsheet + FURTHER),
        "ledger": Printing(printed("ledger", ""), ledger + FURTHER, ledger + FURTHER[2:4]),
        "starter": Printing(first, _all(first), _in(IN_TWO, STARTER)),
        "hard": Printing(hard, _all(hard), (HARDEST, f"ur/{HARDEST}", *_in(IN_THREE, HARD))),
    }
