"""Related stories for a build: those of the last build that still hold, the others found anew, by workers if they are many."""

from array import array
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.encoding import encode
from patrika.relate.catalog import Catalog
from patrika.relate.related import KEPT, Tops, best_older, chain_of, holding
from patrika.run.crew import METHOD, Work, WorkerDiedError, crew
from patrika.store.cache import Cache

ALONE = 500
"""Stories that one process relates sooner than workers could be begun."""

BATCH = 200
RANK_BYTES = 4


class Span(Struct, frozen=True, array_like=True):
    """Stories of a language, by rank, to be related."""

    language: str
    start: int
    end: int


_SPANS = Decoder(Span)
_TOPS = Decoder(Tops)


def relate(catalog: Catalog, languages: Sequence[str], cache: Cache, jobs: int) -> dict[str, "array[int]"]:
    """Return the ranks of Tops of every story, by language, and keep them for the next build."""
    known = {language: _kept(cache, language) for language in languages}
    chains = {language: chain_of(catalog, language) for language in languages}
    holds = {language: holding(known[language], chains[language]) for language in languages}
    spans = [span for language in languages for span in _missing(catalog, language, holds[language])]
    found = _worked(catalog, spans, jobs)
    tops: dict[str, array[int]] = {}
    for language in languages:
        kept = known[language].ranks[: holds[language] * KEPT * RANK_BYTES]
        fresh = [rows for span, rows in zip(spans, found, strict=True) if span.language == language]
        if fresh or chains[language] != known[language].chain:
            found_tops = Tops(b"".join([kept, *fresh]), chains[language])
            cache.keep_meta(f"related {language}", encode(found_tops))
            kept = found_tops.ranks
        tops[language] = array("I", kept)
    return tops


def _kept(cache: Cache, language: str) -> Tops:
    kept = cache.meta(f"related {language}")
    return _TOPS.decode(kept) if kept else Tops()


def _missing(catalog: Catalog, language: str, holds: int) -> Iterator[Span]:
    count = catalog.count(language)
    yield from (Span(language, start, min(start + BATCH, count)) for start in range(holds, count, BATCH))


def relater(catalog: Catalog) -> Work:
    """Return the work of a relating worker: from a span to the rows of Tops for it."""

    def work(job: bytes) -> bytes:
        span = _SPANS.decode(job)
        return best_older(catalog, span.language, range(span.start, span.end))

    return work


def _worked(catalog: Catalog, spans: Sequence[Span], jobs: int) -> list[bytes]:
    jobs_sent = [encode(span) for span in spans]
    if jobs == 1 or len(spans) * BATCH <= ALONE:
        work = relater(catalog)
        return [work(job) for job in jobs_sent]
    try:
        with crew(jobs, relater, catalog, METHOD) as run:
            found = dict(run(jobs_sent))
    except WorkerDiedError as fault:
        raise fault.over("sought related stories in", lambda batch: [spans[batch].language]) from None
    return [found[number] for number in range(len(spans))]
