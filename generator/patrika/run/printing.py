"""Pages made: referred, and only where their key or their file is not what it was, filled, printed and staged."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.msgpack import Decoder
from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import DIGEST_SIZE, Digest, encode
from patrika.model.page import Page
from patrika.plan.parts import PART_BYTES, differing, parts_of
from patrika.plan.site_plan import MAKERS
from patrika.plan.sources import Sources
from patrika.render.page import Press
from patrika.run.crew import METHOD, Work, WorkerDiedError, crew
from patrika.run.progress import Progress
from patrika.run.report import Made
from patrika.run.shelf import RestrictedShelf, Stock, Where
from patrika.store.cache import DAMAGE, NAME, Cache, open_to_read
from patrika.store.naming import naming_database
from patrika.store.output import FileState, Stage, is_whole
from patrika.store.written import PageRow

ALONE = 500
"""Pages that one process prints sooner than workers could be begun."""

BATCH = 64


class Shop(Struct, frozen=True):
    """All that printing goes by. Workers have it when they begin: only numbers of pages are sent to them."""

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
    now: int


class Outcome(Struct, frozen=True, array_like=True):
    """What became of a page: its file, and where its bytes wait (empty: they stand already), or what is wrong."""

    number: int
    state: FileState | None = None
    aside: str = ""
    fault: Diagnostic | None = None
    parts: bytes = b""
    why: tuple[str, ...] = ()


class Printed(Struct, frozen=True):
    """What became of all pages."""

    rows: Mapping[str, PageRow]
    """Pages whose row in the cache is not what it was, by path."""
    filled: int
    """Pages that had to be filled and printed; of the others the key said enough."""
    answered: int
    """Queries for the latest that were answered."""
    made: tuple[Made, ...]
    faults: tuple[Diagnostic, ...]


_ALL = ""
"""Counts all pages of a role among the reasons for making them."""

_NUMBERS = Decoder(tuple[int, ...])
_OUTCOMES = Decoder(tuple[Outcome, ...])


def print_pages(shop: Shop, stage: Stage, jobs: int, progress: Progress) -> Printed:
    """Return what became of all pages, those that differ from what stands in output/ staged."""
    rows: dict[str, PageRow] = {}
    keys = _changed(shop, stage, rows)
    answered = shop.sources.answered
    faults: list[Diagnostic] = []
    made_of: dict[str, Counter[str]] = {}
    done = 0
    for outcomes in _worked(shop, list(keys), jobs if len(keys) > ALONE else 1):
        for it in outcomes:
            path, role = shop.pages[it.number].output, shop.pages[it.number].role
            made_of.setdefault(role, Counter()).update((_ALL, *it.why))
            if it.fault:
                faults.append(it.fault)
            elif it.state:
                if it.aside:
                    stage.fresh[path] = it.aside
                else:
                    stage.keep(path)
                rows[path] = PageRow(keys[it.number], it.state, it.parts, it.why, shop.now)
        done += len(outcomes)
        progress("render", done, len(keys))
    made = tuple(_made(role, made_of[role]) for role in MAKERS if role in made_of)
    return Printed(rows, len(keys), answered, made, tuple(faults))


def _made(role: str, counts: "Counter[str]") -> Made:
    return Made(role, counts[_ALL], tuple(sorted((why, count) for why, count in counts.items() if why != _ALL)))


def _changed(shop: Shop, stage: Stage, rows: dict[str, PageRow]) -> dict[int, Digest]:
    """Return the keys of pages to be printed, by number; the others stand as they are, by their key and their file."""
    keys: dict[int, Digest] = {}
    kept: list[str] = []
    output, grounds = str(shop.output), shop.press.grounds
    for number, page in enumerate(shop.pages):
        key = key_of(MAKERS[page.role].refer(page, shop.sources), grounds[page.language, page.role].key)
        path = page.output
        known = shop.known.get(path)
        if known and known.key == key and (state := is_whole(f"{output}/{path}", known.state)):
            kept.append(path)
            if state is not known.state:
                rows[path] = replace(known, state=state)
        else:
            keys[number] = key
    stage.same.update(kept)
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
    try:
        with crew(jobs, printer, shop, METHOD, (OSError, *DAMAGE)) as run:
            yield from (_OUTCOMES.decode(result) for _, result in run(batches))
    except WorkerDiedError as fault:
        raise fault.over(
            "made", lambda batch: [shop.pages[number].path for number in _NUMBERS.decode(batches[batch])]
        ) from None


def printer(shop: Shop) -> Work:
    """Return the work of a printing worker, which reads the cache until its process ends."""
    return _printing(shop, open_to_read(shop.cache))


def _printing(shop: Shop, cache: Cache) -> Work:
    """Return the work of printing: from numbers of pages to outcomes."""
    stock = Stock(shop.values, shop.where, cache)
    stage = Stage(_own_folder(shop.stage), shop.output)

    def work(job: bytes) -> bytes:
        with naming_database(shop.cache / NAME):
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
    aside = stage.fresh.get(page.output, "")
    ground = shop.press.grounds[page.language, page.role]
    parts = [*((name, digest[:PART_BYTES]) for name, digest in ground.parts), *parts_of(refs)]
    joined = b"".join([digest for _, digest in parts])
    why = (differing(known.parts, parts) or ("file",)) if known else ("new",)
    return Outcome(number, state, aside, None, joined, why)
