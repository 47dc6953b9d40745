"""What was seen of pages, as diagnostics: each page's own faults, and those of pages that do not fit one another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from patrika.check.across import Card, alternate_findings, doubled
from patrika.check.facts import facts_of
from patrika.check.finding import Finding
from patrika.model.diagnostics import Diagnostic, Place, Severity
from patrika.model.page import Page
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


def told(found: Iterable[tuple[Page, Finding]], file_of: Callable[[Page], str], root: Path) -> Iterator[Diagnostic]:
    """Yield findings as diagnostics: what many pages share once, and of no file. `file_of` has the file that a page is the
    page of, empty for one of many files."""
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
            at = _line(Place(file_of(page) or page.path), finding.quote, root)
            yield Diagnostic(finding.code, severity, at, finding.message, finding.hint)


def _line(place: Place, quote: str, root: Path) -> Place:
    """Return the place in a file at which some words of a page stand, as far as they stand there."""
    if not quote or not (file := root / place.path.lstrip("/")).is_file() or place.path.startswith("/"):
        return place
    text = nfc(file.read_text("utf-8-sig"))
    before, found, _ = text.partition(quote)
    return Place(place.path, before.count("\n") + 1, len(before) - before.rfind("\n")) if found else place
