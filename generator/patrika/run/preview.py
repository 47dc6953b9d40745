"""The preview as a web application: the files of a folder under the site's base, our script in every page, events of builds.

It writes nothing and knows of no builder: what it serves is on the disk, what it tells is on the board.
"""

import mimetypes
import os
from html import escape
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from unicodedata import normalize
from urllib.parse import quote

from msgspec import Struct
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from patrika.run.board import Board, Fault, State

RESERVED = "/__patrika"
"""What lies under this path is ours, whatever the site's base."""
_NO_STORE = {"Cache-Control": "no-store"}
_IN_PAGE = Path(__file__).with_name("in_page")
_HTML = "text/html; charset=utf-8"
# Said here, since what the system's own tables say differs from machine to machine.
_TYPES = {
    ".html": _HTML,
    ".htm": _HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


class Found(Struct, frozen=True):
    """What answers a path: a file, or another path."""

    status: Literal[200, 307, 404]
    file: Path | None = None
    """None where not even a page says that there is none."""
    location: str = ""


def preview_app(folder: Path, board: Board, host: str) -> Starlette:
    """Return the application that shows `folder` and what is on `board`, listening on `host`."""

    async def page(request: Request) -> Response:
        state = board.state  # Before the file: a page may then be newer than its version says, but never older.
        return _respond(find(folder, state.base, request.scope["path"]), state, request)

    async def events(_: Request) -> Response:
        return StreamingResponse(board.stream(), media_type="text/event-stream", headers=_NO_STORE)

    async def own(request: Request) -> Response:
        return _file(_IN_PAGE / request.url.path.rpartition("/")[2], 200)

    routes = [
        Route(f"{RESERVED}/events", events, methods=["GET"]),
        Route(f"{RESERVED}/reload.js", own, methods=["GET"]),
        Route(f"{RESERVED}/overlay.css", own, methods=["GET"]),
        Route("/{path:path}", page, methods=["GET"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=_hosts(host))])


def find(folder: Path, base: str, path: str) -> Found:
    """Return what answers a decoded path on a static host with `folder` under `base`: nothing outside of it is found."""
    if base and path in ("/", base):
        return Found(307, location=quote(f"{base}/"))
    if base and not path.startswith(f"{base}/"):
        return _not_found(folder, [])
    parts = normalize("NFC", path.removeprefix(base)).removeprefix("/").split("/")
    named = parts if parts[-1] else parts[:-1]
    if not all(_is_name(part) for part in named):
        return _not_found(folder, [])
    target = folder.joinpath(*named)
    if parts[-1]:
        if _lies_in(folder, target):
            return Found(200, target)
        if _lies_in(folder, target / "index.html"):
            return Found(307, location=quote(f"{base}/{'/'.join(named)}/"))
    elif _lies_in(folder, target / "index.html"):
        return Found(200, target / "index.html")
    return _not_found(folder, named)


def content_type(name: str) -> str:
    """Return the media type of a file by its name, with the charset for texts."""
    known = _TYPES.get(os.path.splitext(name)[1].lower())
    return known or mimetypes.guess_type(name)[0] or "application/octet-stream"


def with_script(page: bytes, version: str) -> bytes:
    """Return a page with our script and style sheet before the end of its body."""
    added = (
        f'<link rel="stylesheet" href="{RESERVED}/overlay.css">'
        f'<script src="{RESERVED}/reload.js" data-version="{escape(version)}"></script>\n'
    ).encode()
    end = page.lower().rfind(b"</body>")
    return page[:end] + added + page[end:] if end >= 0 else page + added


def waiting_page(state: State) -> bytes:
    """Return the page for when there is none yet: what is wrong, or that the site is being built; reloads by itself."""
    title = "The site cannot be built" if state.failed else "The site is being built"
    faults = "".join(map(_fault, state.faults))
    more = f'<p class="patrika-hint">… and {state.more} more, told in the terminal</p>' if state.more else ""
    # The script updates this very section, and any first build that succeeds is news to the version “none”.
    page = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n</head>\n<body>\n'
        f'<section id="patrika-overlay" role="alert" tabindex="0" dir="ltr"><h2 class="patrika-head">{title}</h2>'
        f"{faults}{more}</section>\n</body>\n</html>\n"
    )
    return with_script(page.encode(), "none")


def _fault(fault: Fault) -> str:
    place = f'<p class="patrika-place">{escape(fault.place)}</p>' if fault.place else ""
    hint = f'<p class="patrika-hint">hint: {escape(fault.hint)}</p>' if fault.hint else ""
    return f'<div class="patrika-fault">{place}<p class="patrika-message">{escape(fault.message)}</p>{hint}</div>'


def _respond(found: Found, state: State, request: Request) -> Response:
    if found.location:
        query = request.url.query
        location = found.location + (f"?{query}" if query else "")
        # Starlette's own quoting of the location would leave ours as it is.
        return RedirectResponse(location, 307, _NO_STORE)
    if found.file is not None:
        if content_type(found.file.name) != _HTML:
            return _file(found.file, found.status)
        try:
            page = with_script(found.file.read_bytes(), state.version)
            return Response(page, found.status, _NO_STORE, _HTML)
        except OSError:
            pass  # Removed by a build since it was found.
    if state.failed or not state.version:
        return Response(waiting_page(state), 503, {**_NO_STORE, "Retry-After": "1"}, _HTML)
    page = b"<!doctype html>\n<title>404</title>\n<body><h1>There is no such page</h1></body>\n"
    return Response(with_script(page, state.version), 404, _NO_STORE, _HTML)


def _file(file: Path, status: int) -> Response:
    return FileResponse(file, status, _NO_STORE, content_type(file.name))


def _not_found(folder: Path, named: list[str]) -> Found:
    """Return the 404.html of the nearest folder at or above a path: each language has its own."""
    for depth in range(len(named), -1, -1):
        page = folder.joinpath(*named[:depth], "404.html")
        if _lies_in(folder, page):
            return Found(404, page)
    return Found(404)


def _is_name(part: str) -> bool:
    return part not in ("", ".", "..") and not any(character in part for character in "\0\\")


def _lies_in(folder: Path, file: Path) -> bool:
    """Return whether there is such a file, and it is within the folder: links and drive letters may lead out."""
    try:
        return file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False


def _hosts(host: str) -> list[str]:
    """Return the names that requests may use: on this machine alone only its own.

    Else a page of any site could have its own name lead here and read drafts (DNS rebinding).
    """
    try:
        is_here = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        is_here = False
    return ["localhost", "127.0.0.1", "[::1]", "::1", host] if is_here else ["*"]
