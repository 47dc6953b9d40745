"""Files that stories show or offer: how each can be told from another state of itself, and how it measures."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder

from patrika.model.article import SourceFile
from patrika.model.encoding import digest_of_bytes, encode
from patrika.model.media import Media
from patrika.model.site import Site
from patrika.read.sources import endings_of
from patrika.store.cache import Cache
from patrika.store.images import measure

_MEDIA = Decoder(Media)


class Measured(Struct, frozen=True):
    """Files measured, by path; those that were not before also as the cache keeps them: path, state, measure."""

    media: Mapping[str, Media]
    fresh: tuple[tuple[str, bytes, bytes], ...]


class Gallery(Struct, frozen=True):
    """The files of content/ and static/ that are no texts."""

    states: Mapping[str, bytes]
    """By path from the site's root: what tells a file from another state of itself."""
    reals: Mapping[str, Path]
    """Where each lies."""

    def measured(self, paths: Iterable[str], cache: Cache) -> Measured:
        """Return files measured, those that changed since they last were by their bytes."""
        wanted = sorted(paths)
        known = {path: _MEDIA.decode(media) for path, state, media in cache.media(wanted) if state == self.states[path]}
        fresh = {path: measure(path, self.reals[path].read_bytes()) for path in wanted if path not in known}
        rows = tuple((path, self.states[path], encode(media)) for path, media in fresh.items())
        return Measured(known | fresh, rows)

    def contents(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of files, by path."""
        return {path: self.reals[path].read_bytes() for path in paths}


def gallery(
    files: Iterable[SourceFile], root: Path, site: Site, theme_static: Mapping[str, Path], sure_before_ns: int
) -> Gallery:
    """Return the files that stories may show or offer. `theme_static` are the theme's, by name."""
    texts = (*endings_of(site), "/tags.toml", "/series.toml")
    states: dict[str, bytes] = {}
    reals: dict[str, Path] = {}
    for name, path in theme_static.items():
        states[f"static/{name}"] = digest_of_bytes(path.read_bytes())
        reals[f"static/{name}"] = path
    for file in files:
        if file.path.startswith("static/") or not file.path.endswith(texts):
            reals[file.path] = path = root / file.real
            states[file.path] = _state(file, path, sure_before_ns)
    return Gallery(states, reals)


def _state(file: SourceFile, path: Path, sure_before_ns: int) -> bytes:
    """Return what tells a file from another state of itself: its times, or its bytes where it is too young to be trusted."""
    if max(file.mtime_ns, file.ctime_ns) < sure_before_ns:
        return f"{file.size} {file.mtime_ns} {file.ctime_ns}".encode()
    return digest_of_bytes(path.read_bytes())
