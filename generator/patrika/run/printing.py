"""Pages made: filled, printed and staged, by workers if they are many."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import Digest, encode
from patrika.plan.parts import PART_BYTES, differing, parts_of
from patrika.plan.site_plan import MAKERS
from patrika.render.page import Press
from patrika.run.crew import METHOD, Work, WorkerDiedError, crew
from patrika.run.orders import Order
from patrika.run.progress import Progress
from patrika.run.report import Made
from patrika.run.shelf import RestrictedShelf, Stock, Where
from patrika.store.cache import DAMAGE, NAME, Cache, open_to_read
from patrika.store.naming import naming_database
from patrika.store.output import FileState, Stage
from patrika.store.written import Row, Tale, tales

ALONE = 500
"""Pages that one process prints sooner than workers could be begun."""

BATCH = 64


class Shop(Struct, frozen=True):
    """All that pages are made with. Workers have it when they begin."""

    values: Mapping[Digest, Any]
    """People, undated pages and what pages share, by digest."""
    where: Where
    press: Press
    output: Path
    written_as: str
    """What the output folder is called in the cache."""
    stage: Path
    cache: Path
    now: int


class Outcome(Struct, frozen=True, array_like=True):
    """What became of a page: its file, where its bytes wait (empty: they stand already) and its tale, or what is wrong."""

    state: FileState | None = None
    aside: str = ""
    tale: Tale = Tale()
    fault: Diagnostic | None = None


class Printed(Struct, frozen=True):
    """What became of pages that were ordered."""

    rows: Mapping[str, Row]
    """By path."""
    filled: int
    made: tuple[Made, ...]
    faults: tuple[Diagnostic, ...]


_ALL = ""
"""Counts all pages of a role among the reasons for making them."""

_REFS: Mapping[str, Decoder[Any]] = {role: Decoder(maker.refs) for role, maker in MAKERS.items()}
_ORDERS = Decoder(tuple[Order, ...])
_OUTCOMES = Decoder(tuple[Outcome, ...])


def print_pages(
    shop: Shop, orders: Iterable[tuple[Order, Digest]], stage: Stage, jobs: int, total: int, progress: Progress
) -> Printed:
    """Return what became of the pages ordered, at most `total`, those that differ from what stands in output/ staged."""
    rows: dict[str, Row] = {}
    faults: list[Diagnostic] = []
    made_of: dict[str, Counter[str]] = {}
    done = 0
    few = list(islice(orders := iter(orders), ALONE))
    more = next(orders, None)
    if more is None:
        total, jobs = len(few), 1
    todo = chain(few, () if more is None else (more,), orders)
    for batch, outcomes in _worked(shop, todo, jobs):
        for (order, key), it in zip(batch, outcomes, strict=True):
            made_of.setdefault(order.role, Counter()).update((_ALL, *it.tale.why))
            if it.fault:
                faults.append(it.fault)
            elif it.state:
                if it.aside:
                    stage.fresh[order.output] = it.aside
                else:
                    stage.keep(order.output)
                rows[order.output] = Row(key, it.state, it.tale)
        done += len(batch)
        progress("render", done, total)
    made = tuple(_made(role, made_of[role]) for role in MAKERS if role in made_of)
    return Printed(rows, done, made, tuple(faults))


def _made(role: str, counts: "Counter[str]") -> Made:
    return Made(role, counts[_ALL], tuple(sorted((why, count) for why, count in counts.items() if why != _ALL)))


_Batch = Sequence[tuple[Order, Digest]]


def _worked(
    shop: Shop, orders: Iterable[tuple[Order, Digest]], jobs: int
) -> Iterator[tuple[_Batch, tuple[Outcome, ...]]]:
    """Yield batches of orders with what became of them."""
    sent: dict[int, _Batch] = {}

    def batches() -> Iterator[bytes]:
        todo = iter(orders)
        for number in count():
            if not (batch := list(islice(todo, BATCH))):
                return
            sent[number] = batch
            yield encode([order for order, _ in batch])

    if jobs == 1:
        with closing(open_to_read(shop.cache)) as cache:
            work = _printing(shop, cache)
            for number, batch in enumerate(batches()):
                yield sent.pop(number), _OUTCOMES.decode(work(batch))
        return
    try:
        with crew(jobs, printer, shop, METHOD, (OSError, *DAMAGE)) as run:
            for number, result in run(batches()):
                yield sent.pop(number), _OUTCOMES.decode(result)
    except WorkerDiedError as fault:
        raise fault.over("made", lambda number: [f"/{order.output}" for order, _ in sent[number]]) from None


def printer(shop: Shop) -> Work:
    """Return the work of a printing worker, which reads the cache until its process ends."""
    return _printing(shop, open_to_read(shop.cache))


def _printing(shop: Shop, cache: Cache) -> Work:
    """Return the work of printing: from orders to outcomes."""
    stock = Stock(shop.values, shop.where, cache)
    stage = Stage(_own_folder(shop.stage), shop.output)

    def work(job: bytes) -> bytes:
        orders = _ORDERS.decode(job)
        with naming_database(shop.cache / NAME):
            before = tales(cache, shop.written_as, [order.output for order in orders if order.state])
            return encode([_make(order, before.get(order.output), shop, stock, stage) for order in orders])

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


def _make(order: Order, before: Tale | None, shop: Shop, stock: Stock, stage: Stage) -> Outcome:
    refs = _REFS[order.role].decode(order.refs)
    page = MAKERS[order.role].fill(refs, RestrictedShelf(stock, order.refs))
    printed = shop.press.print(order.role, order.template, order.language, page)
    if isinstance(printed, Diagnostic):
        return Outcome(fault=printed)
    state = stage.put(order.output, printed, order.state)
    ground = shop.press.grounds[order.language, order.role, order.template]
    parts = [*((name, digest[:PART_BYTES]) for name, digest in ground.parts), *parts_of(refs)]
    joined = b"".join([digest for _, digest in parts])
    why = (differing(before.parts, parts) or ("file",)) if before else ("new",)
    return Outcome(state, stage.fresh.get(order.output, ""), Tale(joined, why, shop.now))
