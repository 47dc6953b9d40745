"""The newsroom: all stories as their files are now, public or not, from the cache where they did not change. Nothing is built."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.article import Article
from patrika.model.diagnostics import Diagnostic
from patrika.model.site import Site
from patrika.model.style_sheet import Sheet
from patrika.read.article import Reading
from patrika.relate.versions import Kin, Version, kin_of, version_of
from patrika.run.library import Desk, Library, read_library
from patrika.run.places import located
from patrika.run.progress import Progress, silent
from patrika.run.request import BuildRequest, SiteError
from patrika.run.setup import read_setup
from patrika.run.stamps import program_stamp, reading_stamp
from patrika.run.standing import UNSURE_NS, clock_ns
from patrika.store.cache import DAMAGE, Cache, opened
from patrika.store.lock import locked
from patrika.store.scan import scan

_READINGS = Decoder(Reading)
_SHEETS = Decoder(dict[str, Sheet])


class Newsroom(Struct, frozen=True):
    """Stories with their versions, and the texts that cannot be read."""

    site: Site
    stories: tuple[Kin, ...]
    """Newest first."""
    unread: tuple[str, ...]
    """Files of content/ with a fault, sorted."""
    faults: tuple[Diagnostic, ...]
    """Of these."""
    spelled: Mapping[str, str]
    """Paths of texts as the disk spells them, where that is not their NFC."""


def read_newsroom(
    request: BuildRequest, waiting: Callable[[str], None] = lambda _: None, progress: Progress = silent
) -> Newsroom:
    """Return the newsroom as of an instant. What was parsed for it is kept for the next build.

    Raises SiteError where there are no settings to read it by, and otherwise as `build` does.
    """
    with locked(request.cache, waiting, request.wait):
        try:
            return _newsroom(request, progress)
        except DAMAGE:
            return _newsroom(request, progress, anew=True)


def _newsroom(request: BuildRequest, progress: Progress, anew: bool = False) -> Newsroom:
    with opened(request.cache, program_stamp(), anew=anew) as cache:
        kept = cache.meta("sheets")
        setup = read_setup(request, _SHEETS.decode(kept) if kept else {})
        if setup.site is None:
            raise SiteError(str(setup.faults[0]))
        site = setup.site
        sure_before_ns = clock_ns(request.cache) - UNSURE_NS
        found = scan(request.root)
        cache.read_by(reading_stamp(site))
        library = read_library(found, Desk(request.root, site), cache, sure_before_ns, request.jobs, progress)
        stories = kin_of(_versions(cache, request.now), site)
    spelled = {file.path: file.real for file in found.under("content") if file.path != file.real}
    return Newsroom(site, stories, tuple(sorted(library.faulty)), _of_unread(library, request.root), spelled)


def _versions(cache: Cache, now: int) -> list[Version]:
    read = (_READINGS.decode(reading).value for reading in cache.stories())
    return [version_of(story, now) for story in read if isinstance(story, Article)]


def _of_unread(library: Library, root: Path) -> tuple[Diagnostic, ...]:
    unread = frozenset(library.faulty)
    return located((fault for fault in library.faults if fault.place.path in unread), root)
