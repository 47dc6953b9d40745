"""What is no page: media, assets, static files. Most are copied byte for byte; of some pictures others are made."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.encoding import Digest, digest, encode
from patrika.model.media import Media, media_url
from patrika.run.assets import Asset
from patrika.run.crew import Work, crew
from patrika.run.gallery import Gallery
from patrika.run.orders import Before
from patrika.run.request import BuildRequest
from patrika.store.cache import Cache
from patrika.store.images import made_of
from patrika.store.naming import naming
from patrika.store.output import Stage
from patrika.store.written import Row

PICTURES = "pictures"
"""A folder beside the cache with the pictures that were made, named by what they were made of. Safe to delete."""


class Copied(Struct, frozen=True):
    """What became of files that are no pages."""

    rows: Mapping[str, Row]
    """Those that are not what they were, by path under output/."""
    faults: tuple[Diagnostic, ...]
    made: int
    """Pictures that were made of others."""


class _Errand(Struct, frozen=True, array_like=True):
    """A picture to be made: where it lies, how it measures, and where the other goes."""

    real: str
    media: Media
    target: str


_ERRANDS = Decoder(_Errand)


def stage_files(
    media: Sequence[str],
    assets: Iterable[Asset],
    files: Gallery,
    stage: Stage,
    before: Before,
    cache: Cache,
    request: BuildRequest,
) -> Copied:
    """Stage all that is no page. `media` are the files of content/ that pages use. The site's own static files take the place
    of generated ones."""
    copies = {media_url(path)[1:]: path for path in media}
    copies |= {path.removeprefix("static/"): path for path in files.reals if path.startswith("static/")}
    keys = {output: digest((path, files.states[path])) for output, path in copies.items()}
    rows: dict[str, Row] = {}
    fresh: list[str] = []
    for output in sorted(copies):
        if before.written.key(output) == keys[output] and (there := before.there(output)):
            stage.keep(output)
            rows[output] = Row(keys[output], there)
        else:
            fresh.append(output)
    measured = files.measured([copies[it] for it in fresh if copies[it].startswith("content/")], cache)
    cache.keep_media(measured.fresh)
    folder, stamp = request.cache / PICTURES, cache.meta("stamp")
    places, faults, made = _made([it for it in measured.media.values() if it.made], files, folder, stamp, request.jobs)
    if made:
        _forget_others(files.measured(media, cache).media.values(), folder, stamp)
    for output in fresh:
        content = places.get(copies[output], files.reals[copies[output]]).read_bytes()
        rows[output] = Row(keys[output], stage.put(output, content, before.written.state(output)))
    for asset in assets:
        output = asset.path[1:]
        if output not in copies:
            state = stage.put(output, asset.content, before.written.state(output))
            rows[output] = Row(state.digest, state)
    written = before.written
    changed = {it: row for it, row in rows.items() if (row.key, row.state) != (written.key(it), written.state(it))}
    return Copied(changed, faults, made)


def _made(
    wanted: Sequence[Media], files: Gallery, folder: Path, stamp: Digest, jobs: int
) -> tuple[dict[str, Path], tuple[Diagnostic, ...], int]:
    """Return where pictures lie that are published in place of others, by the others' paths, what is wrong with others, and
    how many were made now."""
    places = {media.path: folder / _name(media, stamp) for media in wanted}
    todo = [media for media in wanted if not places[media.path].exists()]
    if not todo:
        return places, (), 0
    folder.mkdir(parents=True, exist_ok=True)
    sent = [encode(_Errand(str(files.reals[it.path]), it, str(places[it.path]))) for it in todo]
    with crew(min(jobs, len(sent)), _darkroom, None, "spawn") as run:
        # Never forked: the library has threads once it has read a picture.
        failed = sorted(todo[number].path for number, result in run(sent) if result == _FAILED)
    hint = "copy it again from where it came from, or save it anew"
    faults = tuple(
        error("E306", Place(path), f"“{path}” cannot be read as a picture to its end", hint) for path in failed
    )
    return {path: place for path, place in places.items() if path not in failed}, faults, len(todo) - len(failed)


def _name(media: Media, stamp: Digest) -> str:
    return digest((media, stamp)).hex()


_DONE, _FAILED = b"\1", b"\0"


def _darkroom(_: None) -> Work:
    """Return the work of making pictures, one a job."""

    def work(job: bytes) -> bytes:
        errand = _ERRANDS.decode(job)
        made = made_of(Path(errand.real).read_bytes(), errand.media)
        if made is None:
            return _FAILED
        target = Path(errand.target)
        aside = target.with_name(f"{target.name}.{os.getpid()}")
        with naming(aside):
            aside.write_bytes(made)
        os.replace(aside, target)
        return _DONE

    return work


def _forget_others(used: Iterable[Media], folder: Path, stamp: Digest) -> None:
    """Remove made pictures that no page of this build uses."""
    held = {_name(media, stamp) for media in used if media.made}
    for path in folder.iterdir():
        if path.name not in held:
            path.unlink()
