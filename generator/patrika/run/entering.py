"""Entries of all stories, public or not: those of the cache, and those of stories that are new or changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.article import Article
from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import encode
from patrika.model.site import Site
from patrika.read.article import Reading
from patrika.relate.entries import Entry, entry_of
from patrika.run.library import doubled
from patrika.store.cache import Cache

SPAN_S = 2_629_800
"""Seconds of publication that a volume holds: a twelfth of a year."""

_VOLUMES = Decoder(list[Entry])
_READINGS = Decoder(Reading)


class Holdings(Struct, frozen=True):
    """Entries by volume, and what of it the cache does not hold yet."""

    volumes: Mapping[int, Sequence[Entry]]
    touched: frozenset[int]
    """Volumes that differ from the cache's."""
    told: frozenset[int]
    """Ids of the cache's news, which the volumes tell now."""

    @property
    def entries(self) -> Iterator[Entry]:
        """Yield all entries."""
        for entries in self.volumes.values():
            yield from entries


def holdings(cache: Cache, site: Site) -> Holdings:
    """Return the entries of all stories that the cache holds."""
    volumes = {number: _VOLUMES.decode(entries) for number, entries in cache.volumes()}
    news, stories = cache.news()
    touched: set[int] = set()
    if news:
        for number, entries in list(volumes.items()):
            kept = [entry for entry in entries if entry.id not in news]
            if len(kept) < len(entries):
                volumes[number] = kept
                touched.add(number)
    for id in stories:
        article, flaws = story_of(cache, id)
        entry = entry_of(id, article, flaws, site)
        number = entry.published // SPAN_S
        volumes.setdefault(number, []).append(entry)
        touched.add(number)
    return Holdings(volumes, frozenset(touched), frozenset(news))


def changed(held: Holdings, entries: Mapping[int, Entry]) -> Holdings:
    """Return holdings with other entries of some stories, by id."""
    if not entries:
        return held
    volumes, touched = dict(held.volumes), set(held.touched)
    for number in {entry.published // SPAN_S for entry in entries.values()}:
        volumes[number] = [entries.get(entry.id, entry) for entry in volumes[number]]
        touched.add(number)
    return Holdings(volumes, frozenset(touched), held.told)


def keep(held: Holdings, cache: Cache) -> None:
    """Keep what the cache does not hold yet."""
    if held.touched or held.told:
        volumes = {number: held.volumes[number] for number in held.touched}
        cache.keep_volumes(
            {number: encode(entries) if entries else b"" for number, entries in volumes.items()}, held.told
        )


def story_of(cache: Cache, id: int) -> tuple[Article, tuple[Diagnostic, ...]]:
    """Return the story of a row, and what was wrong with its file."""
    reading = _READINGS.decode(cache.reading(id))
    assert isinstance(reading.value, Article), f"row {id} is no story"
    return reading.value, reading.faults


def stories_at(cache: Cache, path: str) -> list[Entry]:
    """Return the entries of the story in a file, none where it is known to hold none."""
    id = cache.id_of(path)
    volumes = (_VOLUMES.decode(entries) for _, entries in cache.volumes()) if id is not None else ()
    return [entry for volume in volumes for entry in volume if entry.id == id]


def without_doubles(entries: Iterable[Entry], cache: Cache) -> tuple[list[Entry], list[Diagnostic]]:
    """Return the first of each story and language, by the paths of their files, and faults for the others."""
    found = list(entries)
    by_name: dict[tuple[str, str], list[Entry]] = {}
    if len({(entry.story, entry.language) for entry in found}) == len(found):
        return found, []
    for entry in found:
        by_name.setdefault((entry.story, entry.language), []).append(entry)
    faults, dropped = [], set()
    for (story, language), versions in by_name.items():
        if len(versions) > 1:
            first, *rest = sorted((story_of(cache, entry.id)[0].source, entry.id) for entry in versions)
            faults += [doubled("story", story, language, source, first[0]) for source, _ in rest]
            dropped |= {id for _, id in rest}
    return [entry for entry in found if entry.id not in dropped], faults
