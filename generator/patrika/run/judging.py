"""Printed pages judged, by workers if they are many."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache as remembered
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.check.across import Card, card_of
from patrika.check.facts import facts_of
from patrika.check.finding import Finding
from patrika.check.ground import Ground
from patrika.check.pages import fragments_elsewhere, missing_fragment, outside_of, page_findings
from patrika.check.weights import Scales, carried, weight_findings
from patrika.model.encoding import encode
from patrika.model.page import Page
from patrika.model.site import Budget
from patrika.run.crew import METHOD, Work, WorkerDiedError, crew
from patrika.run.printing import ALONE, BATCH
from patrika.run.progress import Progress


class Bench(Struct, frozen=True):
    """All that pages are judged by. Workers have it when they begin."""

    folder: Path
    """Where the pages lie."""
    ground: Ground
    sizes: Mapping[str, int]
    """Of all files there, in bytes."""
    budget: Budget


class Sight(Struct, frozen=True, array_like=True):
    """What was seen of a page."""

    address: str
    """The whole one."""
    findings: tuple[Finding, ...]
    card: Card
    elsewhere: tuple[tuple[str, str, str], ...]
    """Address, file and fragment of links to places in other pages."""
    outside: tuple[str, ...]
    """Addresses of the web that it leads to."""


_SIGHTS = Decoder(tuple[Sight, ...])
_PAGES = Decoder(tuple[Page, ...])


def judge_pages(bench: Bench, pages: Sequence[Page], jobs: int, progress: Progress) -> list[tuple[Page, Sight]]:
    """Return the pages, each with what was seen of it."""
    batches = [tuple(pages[start : start + BATCH]) for start in range(0, len(pages), BATCH)]
    results: dict[int, bytes] = {}
    for number, result in _worked(bench, batches, jobs if len(pages) > ALONE else 1):
        results[number] = result
        progress("check", min(len(results) * BATCH, len(pages)), len(pages))
    sights = [sight for number in range(len(batches)) for sight in _SIGHTS.decode(results[number])]
    return list(zip(pages, sights, strict=True))


def _worked(bench: Bench, batches: Sequence[tuple[Page, ...]], jobs: int) -> Iterator[tuple[int, bytes]]:
    todo = (encode(batch) for batch in batches)
    if jobs == 1:
        yield from enumerate(map(judge(bench), todo))
        return
    try:
        with crew(jobs, judge, bench, METHOD) as run:
            yield from run(todo)
    except WorkerDiedError as fault:
        raise fault.over("looked at", lambda number: [page.path for page in batches[number]]) from None


def judge(bench: Bench) -> Work:
    """Return the work of judging: from pages to what is seen of them."""
    content = partial(_content, bench.folder)
    scales = Scales(
        size=bench.sizes.__getitem__,
        carried=remembered(lambda file: carried(file, bench.sizes[file], content)),
    )

    def work(job: bytes) -> bytes:
        return encode([_sight(page, bench, scales) for page in _PAGES.decode(job)])

    return work


def _content(folder: Path, file: str) -> bytes:
    return (folder / file).read_bytes()


def _sight(page: Page, bench: Bench, scales: Scales) -> Sight:
    content = _content(bench.folder, page.output)
    facts, path, ground = facts_of(content), page.path, bench.ground
    address = ground.address(path)
    return Sight(
        address=address,
        findings=(
            *page_findings(path, facts, ground),
            *weight_findings(path, page.role, content, facts, ground, scales, bench.budget),
        ),
        card=card_of(address, facts),
        elsewhere=tuple(fragments_elsewhere(path, facts, ground)),
        outside=outside_of(path, facts, ground),
    )


def missing_places(folder: Path, wanted: Sequence[tuple[Page, str, str, str]]) -> Iterator[tuple[Page, Finding]]:
    """Yield pages that link to places in other pages which are not there. `wanted` are page, address, file and fragment."""

    @remembered
    def ids(file: str) -> frozenset[str]:
        return frozenset(facts_of(_content(folder, file)).ids)

    for page, address, file, fragment in wanted:
        if fragment not in ids(file):
            yield page, missing_fragment(address, fragment)
