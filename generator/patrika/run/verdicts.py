"""What was seen of pages, as diagnostics: each page's own faults, and those of pages that do not fit one another."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from patrika.check.across import Card, alternate_findings, doubled
from patrika.check.facts import facts_of
from patrika.check.finding import Finding
from patrika.model.diagnostics import Diagnostic, Place, Severity
from patrika.model.page import Page
from patrika.read.front_matter import block_of
from patrika.read.text import nfc
from patrika.run.judging import missing_places
from patrika.run.viewing import View

FEW = 3
"""Pages that have the same fault and are told one by one: if there are more, it comes from what they share."""

_SEVERITIES: Mapping[str, Severity] = {"E": "error", "W": "warning", "N": "notice"}


def page_faults(view: View, url: str, folder: Path) -> Iterator[tuple[Page, Finding]]:
    """Yield what is wrong with pages of the site `url` that lie in a folder."""
    wanted = [(page, *link) for page, sight in view.seen for link in sight.elsewhere]
    by_address = {sight.address: page for page, sight in view.seen}
    cards = {sight.address: sight.card for _, sight in view.seen}
    yield from ((page, finding) for page, sight in view.seen for finding in sight.findings)
    yield from missing_places(folder, wanted)
    yield from ((by_address[address], finding) for address, finding in alternate_findings(cards, url))
    yield from _doubled(by_address, cards, folder)


_DOUBLED = {
    "title": ("W705", "its title, “{}”, is also that of {}", "say in each what it alone is about"),
    "description": ("W706", "its description, “{}”, is also that of {}", "write a `summary:` or description for each"),
}


def _doubled(by_address: Mapping[str, Page], cards: Mapping[str, Card], folder: Path) -> Iterator[tuple[Page, Finding]]:
    told = [(address, by_address[address].language, card) for address, card in cards.items()]
    for part, (code, said, hint) in _DOUBLED.items():
        for first, *others in doubled(told, part):
            facts = facts_of((folder / by_address[first].output).read_bytes())
            for address in others:
                yield (
                    by_address[address],
                    Finding(code, said.format(getattr(facts, part), by_address[first].path), hint),
                )


def told(
    found: Iterable[tuple[Page, Finding]], file_of: Callable[[Page], str], spelled: Mapping[str, Path]
) -> Iterator[Diagnostic]:
    """Yield findings as diagnostics: what many pages share once, and of no file. `file_of` has the file that a page is the
    page of, empty for one of many files; `spelled` are files as the file system has them, by path."""
    pages_of: dict[Finding, list[Page]] = defaultdict(list)
    for page, finding in found:
        pages_of[finding].append(page)
    for finding, pages in pages_of.items():
        severity = _SEVERITIES[finding.code[0]]
        if len(pages) > FEW:
            said = f"{finding.message}: here and on {len(pages) - 1} other pages"
            yield Diagnostic(finding.code, severity, Place(pages[0].path), said, finding.hint)
            continue
        for page in pages:
            path = file_of(page) or page.path
            at = _at(path, finding, spelled[path]) if path in spelled else Place(path)
            yield Diagnostic(finding.code, severity, at, finding.message, finding.hint)


def _at(path: str, finding: Finding, file: Path) -> Place:
    """Return the place in a file at which the words of a finding stand, as far as they stand there: as a heading, or in the
    text, or in front matter, and as a whole rather than within others."""
    if not finding.quote:
        return Place(path)
    text = nfc(file.read_text("utf-8-sig"))
    block = block_of(text)
    begin = block.end if block and finding.code not in _IN_FRONT_MATTER else 0
    for shape in _shapes(finding):
        if found := shape.search(text, begin) or shape.search(text):
            at = found.start("words")
            return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    return Place(path)


def _shapes(finding: Finding) -> Iterator[re.Pattern[str]]:
    """Yield how the words of a finding may stand in a file, the surest first."""
    for quote in dict.fromkeys((finding.quote, unquote(finding.quote))):
        words = f"(?P<words>{re.escape(quote)})"
        if finding.code in _HEADINGS:
            yield re.compile(rf"^(?:#+[ \t]+|[ \t]*<h\d[^>]*>\s*){words}\s*(?:#|$|<|\{{)", re.MULTILINE)
        yield re.compile(rf"(?<![\w/]){words}(?![\w/?#&=-])")
        yield re.compile(words)


_HEADINGS = ("W709",)
_IN_FRONT_MATTER = ("E703",)
"""What is said of a page's head comes from there."""
