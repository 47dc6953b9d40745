"""The letters of stories looked at, and what was found remembered: a story that is as it was is not read again."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.check.texts import letter_findings
from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import Digest, encode
from patrika.model.site import Site
from patrika.read.text import nfc
from patrika.relate.entries import Entry
from patrika.run.entering import story_of
from patrika.store.cache import Cache


class _Read(Struct, frozen=True, array_like=True):
    """A story as it was, by digest, in a language, and what was found in it."""

    id: int
    own: Digest
    tag: str
    found: tuple[Diagnostic, ...]


_NAME = "letters"
_KEPT = Decoder(tuple[_Read, ...])


def letters_of(entries: Iterable[Entry], site: Site, spelled: Mapping[str, Path], cache: Cache) -> Iterator[Diagnostic]:
    """Yield what is wrong with the letters of stories. `spelled` are their files as the file system has them, by path."""
    tags = {language.id: language.tag for language in site.languages}
    content = cache.meta(_NAME)
    kept = {it.id: it for it in _KEPT.decode(content)} if content else {}
    read: dict[int, _Read] = {}
    for entry in entries:
        tag, last = tags[entry.language], kept.get(entry.id)
        if last is None or (last.own, last.tag) != (entry.own, tag):
            story, _ = story_of(cache, entry.id)
            source = nfc(spelled[story.source].read_text("utf-8-sig"))
            last = _Read(entry.id, entry.own, tag, tuple(letter_findings(story, source, tag)))
        read[entry.id] = last
        yield from last.found
    if read != kept:
        cache.keep_meta(_NAME, encode(tuple(read.values())))
