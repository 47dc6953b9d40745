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
from patrika.plan.site_plan import MAKERS
from patrika.plan.sources import Sources
from patrika.render.page import Press
from patrika.run.crew import CAN_FORK, Work, crew
from patrika.run.progress import Progress
from patrika.run.shelf import RestrictedShelf, Stock, Where
from patrika.store.cache import Cache, open_to_read
from patrika.store.output import FileState, Stage, is_whole
from patrika.store.written import PageRow

ALONE = 500
"""Pages that one process prints sooner than workers could be begun."""

BATCH = 64


class Shop(Struct, frozen=True):
    """All that printing goes by. Workers have it from the fork: only numbers of pages are sent."""

    pages: Sequence[Page]
    sources: Sources
    values: Mapping[Digest, Any]
    """People, undated pages and what pages share, by digest."""
    where: Where
    press: Press
    known: Mapping[str, PageRow]
    """What the last build wrote, by path."""
    output: Path
    stage: Path
    cache: Path


class Outcome(Struct, frozen=True, array_like=True):
    """What became of a page: its file, and where its bytes wait (empty: they stand already), or what is wrong."""

    number: int
    state: FileState | None = None
    aside: str = ""
    fault: Diagnostic | None = None


class Printed(Struct, frozen=True):
    """What became of all pages."""

    rows: Mapping[str, PageRow]
    """Pages whose row in the cache is not what it was, by path."""
    filled: int
    """Pages that had to be filled and printed; of the others the key said enough."""
    faults: tuple[Diagnostic, ...]


_NUMBERS = Decoder(tuple[int, ...])
_OUTCOMES = Decoder(tuple[Outcome, ...])


def print_pages(shop: Shop, stage: Stage, jobs: int, progress: Progress) -> Printed:
    """Return what became of all pages, those that differ from what stands in output/ staged."""
    rows: dict[str, PageRow] = {}
    keys = _changed(shop, stage, rows)
    faults: list[Diagnostic] = []
    done = 0
    for outcomes in _worked(shop, list(keys), jobs if len(keys) > ALONE and CAN_FORK else 1):
        for made in outcomes:
            path = shop.pages[made.number].output
            if made.fault:
                faults.append(made.fault)
            elif made.state:
                if made.aside:
                    stage.fresh[path] = Path(made.aside)
                else:
                    stage.keep(path)
                row = PageRow(keys[made.number], made.state)
                if shop.known.get(path) != row:
                    rows[path] = row
        done += len(outcomes)
        progress("render", done, len(keys))
    return Printed(rows, len(keys), tuple(faults))


def _changed(shop: Shop, stage: Stage, rows: dict[str, PageRow]) -> dict[int, Digest]:
    """Return the keys of pages to be printed, by number; the others stand as they are, by their key and their file."""
    keys: dict[int, Digest] = {}
    output, grounds = str(shop.output), shop.press.grounds
    for number, page in enumerate(shop.pages):
        key = key_of(MAKERS[page.role].refer(page, shop.sources), grounds[page.language, page.role])
        path = page.output
        known = shop.known.get(path)
        if known and known.key == key and (state := is_whole(f"{output}/{path}", known.state)):
            stage.keep(path)
            if state is not known.state:
                rows[path] = PageRow(key, state)
        else:
            keys[number] = key
    return keys


def key_of(refs: Any, ground: Digest) -> Digest:
    """Return the key of a page: the digest of its references, over all that pages of its role and language share."""
    return blake2b(encode(refs), digest_size=DIGEST_SIZE, key=ground).digest()


def _worked(shop: Shop, numbers: Sequence[int], jobs: int) -> Iterator[tuple[Outcome, ...]]:
    batches = [encode(numbers[at : at + BATCH]) for at in range(0, len(numbers), BATCH)]
    if jobs == 1:
        with closing(open_to_read(shop.cache)) as cache:
            work = _printing(shop, cache)
            yield from (_OUTCOMES.decode(work(batch)) for batch in batches)
        return
    with crew(jobs, printer, shop, "fork") as run:
        yield from (_OUTCOMES.decode(result) for _, result in run(batches))


def printer(shop: Shop) -> Work:
    """Return the work of a printing worker, which reads the cache until its process ends."""
    return _printing(shop, open_to_read(shop.cache))


def _printing(shop: Shop, cache: Cache) -> Work:
    """Return the work of printing: from numbers of pages to outcomes."""
    stock = Stock(shop.values, shop.where, cache)
    stage = Stage(_own_folder(shop.stage), shop.output)

    def work(job: bytes) -> bytes:
        return encode([_make(number, shop, stock, stage) for number in _NUMBERS.decode(job)])

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
    refs = maker.refer(page, shop.sources)
    printed = shop.press.print(page.role, maker.fill(refs, RestrictedShelf(stock, refs)))
    if isinstance(printed, Diagnostic):
        return Outcome(number, fault=printed)
    known = shop.known.get(page.output)
    state = stage.put(page.output, printed, known.state if known else None)
    aside = stage.fresh.get(page.output)
    return Outcome(number, state, str(aside) if aside else "")
