"""Pages made: referred, and only where their key or their file is not what it was, filled, printed and staged."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import DIGEST_SIZE, Digest, encode
from patrika.model.page import Page
from patrika.plan.edition import Edition
from patrika.plan.site_plan import MAKERS
from patrika.render.page import Press
from patrika.run.crew import CAN_FORK, Work, crew
from patrika.run.progress import Progress
from patrika.run.shelf import RestrictedShelf, Stock
from patrika.store.cache import Cache, PageRow, open_to_read
from patrika.store.output import FileState, Stage, is_whole

ALONE = 500
"""Pages that one process prints sooner than workers could be begun."""

BATCH = 64


class Shop(Struct, frozen=True):
    """All that printing goes by. Workers have it from the fork: only numbers of pages are sent."""

    pages: Sequence[Page]
    edition: Edition
    values: Mapping[Digest, Any]
    """Articles, cards, people and undated pages by digest."""
    body_rows: Mapping[Digest, int]
    press: Press
    known: Mapping[str, PageRow]
    """What the last build wrote, by path."""
    output: Path
    stage: Path
    cache: Path


class Outcome(Struct, frozen=True, array_like=True):
    """What became of a page: its key and file, where its bytes wait (empty: they stand already), or what is wrong."""

    number: int
    key: Digest = b""
    state: FileState | None = None
    aside: str = ""
    filled: bool = False
    fault: Diagnostic | None = None


class Printed(Struct, frozen=True):
    """What became of all pages."""

    rows: Mapping[str, PageRow]
    """Pages whose row in the cache is not what it was, by path."""
    filled: int
    """Pages that had to be filled and printed; of the others the key said enough."""
    faults: tuple[Diagnostic, ...]


_SPANS = Decoder(tuple[int, int])
_OUTCOMES = Decoder(tuple[Outcome, ...])


def print_pages(shop: Shop, stage: Stage, jobs: int, progress: Progress) -> Printed:
    """Return what became of all pages, those that differ from what stands in output/ staged."""
    rows: dict[str, PageRow] = {}
    faults: list[Diagnostic] = []
    filled = done = 0
    for outcomes in _worked(shop, jobs if len(shop.pages) > ALONE and CAN_FORK else 1):
        for made in outcomes:
            path = shop.pages[made.number].output
            filled += made.filled
            if made.fault:
                faults.append(made.fault)
            elif made.state:
                if made.aside:
                    stage.fresh[path] = Path(made.aside)
                else:
                    stage.keep(path)
                row = PageRow(made.key, made.state)
                if shop.known.get(path) != row:
                    rows[path] = row
        done += len(outcomes)
        progress("render", done, len(shop.pages))
    return Printed(rows, filled, tuple(faults))


def _worked(shop: Shop, jobs: int) -> Iterator[tuple[Outcome, ...]]:
    spans = [encode((at, min(at + BATCH, len(shop.pages)))) for at in range(0, len(shop.pages), BATCH)]
    if jobs == 1:
        with closing(open_to_read(shop.cache)) as cache:
            work = _printing(shop, cache)
            yield from (_OUTCOMES.decode(work(span)) for span in spans)
        return
    with crew(jobs, printer, shop, "fork") as run:
        yield from (_OUTCOMES.decode(result) for _, result in run(spans))


def printer(shop: Shop) -> Work:
    """Return the work of a printing worker, which reads the cache until its process ends."""
    return _printing(shop, open_to_read(shop.cache))


def _printing(shop: Shop, cache: Cache) -> Work:
    """Return the work of printing: from spans of page numbers to outcomes."""
    stock = Stock(shop.values, shop.body_rows, cache)
    stage = Stage(_own_folder(shop.stage), shop.output)

    def work(job: bytes) -> bytes:
        start, end = _SPANS.decode(job)
        return encode([_make(number, shop, stock, stage) for number in range(start, end)])

    return work


def _own_folder(stage: Path) -> Path:
    """Return a folder that no other worker has: making it is what takes it."""
    for number in count():
        folder = stage / f"hand-{number}"
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        return folder
    raise AssertionError("count() never ends")


def _make(number: int, shop: Shop, stock: Stock, stage: Stage) -> Outcome:
    page = shop.pages[number]
    maker = MAKERS[page.role]
    refs = maker.refer(page, shop.edition)
    key = blake2b(encode(refs), digest_size=DIGEST_SIZE, key=shop.press.grounds[page.language, page.role]).digest()
    known = shop.known.get(page.output)
    if known and known.key == key and (state := is_whole(shop.output / page.output, known.state)):
        return Outcome(number, key, state)
    printed = shop.press.print(page.role, maker.fill(refs, RestrictedShelf(stock, refs)))
    if isinstance(printed, Diagnostic):
        return Outcome(number, filled=True, fault=printed)
    state = stage.put(page.output, printed, known.state if known else None)
    aside = stage.fresh.get(page.output)
    return Outcome(number, key, state, str(aside) if aside else "", filled=True)
