"""Stories looked at in their world: cards made, links and pictures resolved, by workers if they are many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.encoding import encode
from patrika.model.site import Site
from patrika.relate import ties
from patrika.relate.derived import derive, stands
from patrika.relate.entries import Entry
from patrika.relate.targets import Known
from patrika.relate.world import World
from patrika.run.crew import METHOD, Work, WorkerDiedError, crew
from patrika.run.entering import story_of
from patrika.run.gallery import Gallery
from patrika.run.request import BuildRequest
from patrika.store.cache import Cache, open_to_read

ALONE = 1_000
"""Stories that one process looks at sooner than workers could be begun."""

BATCH = 100


class Lookout(Struct, frozen=True):
    """All that stories are looked at by. Workers have it when they begin: only rows of stories are sent to them."""

    index: Known
    gallery: Gallery
    site: Site
    entries: Mapping[int, Entry]
    """The stories to be looked at, by row."""
    request: BuildRequest


class Sight(Struct, frozen=True, array_like=True):
    """A story as it was seen: its entry, its card and what fills its body, both encoded."""

    entry: Entry
    card: bytes
    ties: bytes


class Sights(Struct, frozen=True, array_like=True):
    """Stories as they were seen, and files that were measured for them: path, state, measure."""

    stories: tuple[Sight, ...]
    media: tuple[tuple[str, bytes, bytes], ...]


_IDS = Decoder(tuple[int, ...])
_SIGHTS = Decoder(Sights)


def look(
    entries: Iterable[Entry], index: Known, gallery: Gallery, site: Site, request: BuildRequest, cache: Cache
) -> dict[int, Entry]:
    """Return the entries, by id, of the stories whose card and ties do not hold any more, looked at anew. Stories that
    readers do not see yet are among them, so that the hour of their publication brings no surprise."""
    now, over_too = request.now, "expired" in site.shown
    states: dict[str, bytes] = {}
    todo = {
        it.id: it for it in entries if (over_too or not _has_expired(it, now)) and not stands(it, index, now, states)
    }
    looked: dict[int, Entry] = {}
    for seen in _worked(Lookout(index, gallery, site, todo, request), cache):
        cache.keep_derived((it.entry.id, it.card, it.ties) for it in seen.stories)
        cache.keep_media(seen.media)
        looked |= {it.entry.id: it.entry for it in seen.stories}
    return looked


def _has_expired(entry: Entry, now: int) -> bool:
    return not entry.draft and 0 < entry.expire_at <= now


def _worked(lookout: Lookout, cache: Cache) -> Iterator[Sights]:
    ids, jobs = list(lookout.entries), lookout.request.jobs
    batches = [encode(ids[at : at + BATCH]) for at in range(0, len(ids), BATCH)]
    if jobs == 1 or len(ids) <= ALONE:
        work = _looking(lookout, cache)
        yield from (_SIGHTS.decode(work(batch)) for batch in batches)
        return
    try:
        with crew(jobs, looker, lookout, METHOD) as run:
            yield from (_SIGHTS.decode(result) for _, result in run(batches))
    except WorkerDiedError as fault:
        raise fault.over("looked at", lambda batch: _names(lookout, _IDS.decode(batches[batch]))) from None


def _names(lookout: Lookout, ids: Sequence[int]) -> list[str]:
    return [lookout.entries[id].path for id in ids]


def looker(lookout: Lookout) -> Work:
    """Return the work of a worker that looks at stories; it reads the cache until its process ends."""
    return _looking(lookout, open_to_read(lookout.request.cache))


def _looking(lookout: Lookout, cache: Cache) -> Work:
    """Return the work of looking: from rows of stories to sights."""

    def work(job: bytes) -> bytes:
        return encode(_seen([lookout.entries[id] for id in _IDS.decode(job)], lookout, cache))

    return work


def _seen(entries: Sequence[Entry], lookout: Lookout, cache: Cache) -> Sights:
    index, site = lookout.index, lookout.site
    stories = [(entry, story_of(cache, entry.id)[0]) for entry in entries]
    named = [(story.source, story.prose, story.image) for _, story in stories]
    people = {id for _, story in stories for id in story.authors}
    named += [(a.source, a.prose, a.image) for id in people for a in index.people.get(id, {}).values()]
    measured = lookout.gallery.measured(ties.wanted_files(named, site, index), cache)
    sheets = lookout.gallery.contents(ties.wanted_sheets(named, site, index))
    world = World(site, index, measured.media, sheets)
    found = [derive(entry, story, world, lookout.request.now) for entry, story in stories]
    sights = tuple(Sight(it.entry, encode(it.card), encode(it.filling)) for it in found)
    return Sights(sights, measured.fresh)
