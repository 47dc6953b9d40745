"""Why a page was made when it last was, from what the cache holds of the last build."""

from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from patrika.model.diagnostics import nearest
from patrika.model.page import output_of
from patrika.read.settings import SITE_FILE, read_site
from patrika.read.text import nfc
from patrika.run.entering import stories_at
from patrika.run.request import BuildRequest, SiteError
from patrika.run.stamps import program_stamp
from patrika.store.cache import Cache, holds, open_to_read
from patrika.store.ledger import output_name
from patrika.store.written import Tale, read_written, tales


class Reason(Struct, frozen=True):
    """Why a file of output/ was made when it last was; `at` is the instant that it was made as of, in UTC seconds."""

    path: str
    at: int
    why: tuple[str, ...]
    """The parts that had changed, `new`, `file` or `theme`; empty for what is no page."""


def why(request: BuildRequest, asked: str) -> tuple[Reason, ...]:
    """Return the reasons for the page that is asked for by its URL, its file in output/, or a story's file.

    Raises SiteError where nothing of that name was made.
    """
    if not holds(request.cache, program_stamp()):
        raise SiteError("nothing is known of a build here: build first")
    with closing(open_to_read(request.cache)) as cache:
        folder = output_name(request.cache, request.output)
        rows = read_written(cache, folder).places
        if not rows:
            raise SiteError(f"nothing is known of a build into {request.output}: build first")
        found = [path for path in _outputs(asked, request, cache) if path in rows]
        if not found:
            close = nearest(_bare(asked, request), rows)
            hint = f"did you mean {close}?" if close else "name a URL, a file in output/, or a story's file"
            raise SiteError(f"no page “{asked}” was made: {hint}")
        told = tales(cache, folder, found)
        return tuple(Reason(path, (it := told.get(path, Tale())).at, it.why) for path in found)


def _outputs(asked: str, request: BuildRequest, cache: Cache) -> tuple[str, ...]:
    """Return the files of output/ that may be meant."""
    path = _bare(asked, request)
    if path.startswith("content/"):
        return tuple(output_of(story.path) for story in stories_at(cache, path))
    return (path, f"{path.rstrip('/')}/index.html".lstrip("/"))


def _bare(asked: str, request: BuildRequest) -> str:
    """Return a URL's path under the site's base, or a file's path from output/ or from the site's root."""
    if "://" in asked:
        site, _, _ = read_site((request.root / SITE_FILE).read_bytes(), request.base_url)
        base = site.base if site else ""
        return nfc(unquote(urlsplit(asked).path)).removeprefix(base).lstrip("/")
    here = Path(asked).resolve()
    for folder in (request.output.resolve(), request.root.resolve()):
        if here.is_relative_to(folder) and (here.exists() or not asked.startswith("/")):
            return nfc(here.relative_to(folder).as_posix())
    return nfc(unquote(asked)).lstrip("/")
