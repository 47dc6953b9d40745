"""Whether anything is to be done: nothing is where all that a build goes by, and all that it made, is as the last left it."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder
from msgspec.structs import replace

from patrika.model.encoding import Digest, digest, encode
from patrika.run.places_of_themes import SHIPPED_THEMES
from patrika.run.report import BuildReport
from patrika.run.request import BuildRequest
from patrika.run.sources import FILES, SETTINGS
from patrika.store.cache import Cache
from patrika.store.ledger import marked_for, output_name
from patrika.store.scan import Scan, youngest_ns
from patrika.store.written import read_written

UNSURE_NS = 2_000_000_000
"""A file changed less than this before the scan may change again without another time."""


class Standing(Struct, frozen=True):
    """How the last build of an output folder left things. Instants are UTC seconds."""

    inputs: Digest
    now: int
    until: int | None
    """The next instant at which a build of the same files would be another, or say something else."""
    report: BuildReport
    marker: str
    """The site that the marker in the output folder names."""


_STANDINGS = Decoder(Standing)


def clock_ns(folder: Path) -> int:
    """Return the present by the clock of the file system that a folder is on."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / ".clock"
    probe.touch()
    os.utime(probe)
    return probe.stat().st_mtime_ns


def inputs_of(request: BuildRequest, found: Scan, sure_before_ns: int) -> Digest:
    """Return the digest of the state of all that a build goes by, empty where some of it is too young to be sure of."""
    settings = list(_settings(request.root))
    young = any(max(mtime, ctime) >= sure_before_ns for _, _, mtime, ctime in settings)
    if young or youngest_ns(found.files) >= sure_before_ns:
        return b""
    wishes = (
        request.base_url,
        request.env,
        request.shows,
        request.strict,
        request.hosted,
        str(request.root),
        str(request.output),
    )
    return digest((found.folders, settings, wishes))


def _settings(root: Path) -> Iterator[tuple[str, int, int, int]]:
    """Yield path, size and times of the files, and folders, of settings and themes."""
    places = [*(root / name for name in (*FILES, *SETTINGS)), *SHIPPED_THEMES]
    for place in places:
        for path in (place, *sorted(place.rglob("*"))):
            if path.exists():
                state = path.stat()
                yield str(path), state.st_size, state.st_mtime_ns, state.st_ctime_ns


def standing_report(cache: Cache, request: BuildRequest, inputs: Digest) -> BuildReport | None:
    """Return what the last build told, with nothing written, where there is nothing to do; else None."""
    kept = cache.meta(_name(request))
    if not kept or not inputs:
        return None
    last = _STANDINGS.decode(kept)
    valid = last.now <= request.now and (last.until is None or request.now < last.until)
    if last.inputs != inputs or not valid or marked_for(request.output) != last.marker:
        return None
    written = read_written(cache, output_name(request.cache, request.output))
    if None in written.unlike(str(request.output)).values():
        return None
    return replace(
        last.report,
        written=(),
        removed=(),
        lost=(),
        unchanged=len(written.places),
        parsed=0,
        looked_at=0,
        answered=0,
        filled=0,
        made=(),
        seconds=(),
    )


def forget_standing(cache: Cache, request: BuildRequest) -> None:
    """Forget how the last build left things, since this one is about to touch them and may not come to its end."""
    cache.keep_meta(_name(request), b"")


def keep_standing(cache: Cache, request: BuildRequest, inputs: Digest, report: BuildReport) -> None:
    """Keep how this build leaves things, if it published without an error."""
    told = replace(report, written=(), removed=(), lost=())
    until = min((at for at in (report.next_change, report.next_remark) if at is not None), default=None)
    standing = Standing(inputs, request.now, until, told, marked_for(request.output))
    cache.keep_meta(_name(request), encode(standing) if report.published and inputs else b"")


def _name(request: BuildRequest) -> str:
    return f"standing {output_name(request.cache, request.output)}"
