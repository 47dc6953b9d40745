"""The preview: a builder, a watcher and a server tied together until Ctrl-C."""

import asyncio
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from types import FrameType
from typing import Protocol
from urllib.parse import unquote

import uvicorn
from msgspec import Struct
from starlette.applications import Starlette

from patrika.model.diagnostics import Diagnostic
from patrika.read.settings import SITE_FILE, read_site
from patrika.run.board import Board, Fault, State
from patrika.run.build import refuse_output
from patrika.run.builder import Answer, Builder, Failure, interrupts_held, interrupts_let
from patrika.run.lineage import lineage
from patrika.run.places_of_themes import SHIPPED_THEMES
from patrika.run.ports import address_of, listen
from patrika.run.preview import preview_app
from patrika.run.request import BuildRequest
from patrika.run.watch import Watcher

MOST_FAULTS = 50
"""As many are shown in the page; the terminal tells all."""


class Listener(Protocol):
    """Who is told how the preview fares, from a thread of the preview's, one thing at a time."""

    def built(self, answer: Answer, seconds: float) -> None:
        """A build has ended, after so many seconds."""

    def ready(self, address: str) -> None:
        """The first build has ended: the site, or what is wrong with it, can be read at `address`."""


class Ground(Struct, frozen=True):
    """What serving needs of site.toml."""

    base: str = ""
    """Path that the site works under, decoded."""
    beside: tuple[Path, ...] = ()
    """Folders to watch that are not in the site's own."""


def serve(request: Callable[[], BuildRequest], listener: Listener, *, host: str, port: int) -> None:
    """Show the site until Ctrl-C or SIGTERM. `request` is asked anew for each build, since the clock goes on.

    Raises SiteError where no preview is possible: an unfit folder, no port, a host that is not this machine's.
    """
    first = request()
    refuse_output(first)
    with suppress(KeyboardInterrupt), listen(host, port) as listening:
        builder = Builder()  # Before there are threads.
        try:
            with Watcher(first.root) as watcher:
                preview = _Preview(request, listener, builder, watcher)
                with interrupts_held():  # Until there is a loop that they can end in good order.
                    asyncio.run(preview.run(listening, first.output))
        finally:
            builder.stop()
            builder.close()


class _Preview:
    """One run of the preview: the server in the event loop, the rebuilding in a thread beside it."""

    def __init__(
        self, request: Callable[[], BuildRequest], listener: Listener, builder: Builder, watcher: Watcher
    ) -> None:
        self._request = request
        self._listener = listener
        self._builder = builder
        self._watcher = watcher
        self._board = Board()

    async def run(self, listening: socket.socket, folder: Path) -> None:
        """Serve until a signal comes, or rebuilding breaks: then that is raised."""
        loop = asyncio.get_running_loop()
        origin, host = address_of(listening), listening.getsockname()[0]

        def soon(call: Callable[[], None]) -> None:
            with suppress(RuntimeError):  # The loop may have ended by now.
                loop.call_soon_threadsafe(call)

        server = _server(preview_app(folder, self._board, host), lambda: soon(self._board.close))
        work = loop.run_in_executor(None, self._rebuild, lambda state: soon(lambda: self._board.post(state)), origin)
        work.add_done_callback(lambda _: server.end())
        try:
            with interrupts_let():
                await server.serve(sockets=[listening])
        finally:
            self._watcher.close()
            self._builder.stop()
        await work

    def _rebuild(self, post: Callable[[State], None], origin: str) -> None:
        """Build at once and then on every change, until the watcher is closed."""
        session = secrets.token_hex(4)  # The pages of an earlier run are then of no version of this one.
        state, ground, count = State(""), Ground(), 0
        while not self._watcher.is_closed:
            start = perf_counter()
            request = self._request()
            ground = read_ground(request, ground)
            self._watcher.follow(ground.beside)  # Before the build: what changes from here on is seen by either.
            answer = self._builder.build(request)
            if self._watcher.is_closed:
                return
            count += 1
            state = next_state(state, answer, ground.base, f"{session}.{count}")
            post(state)
            self._listener.built(answer, perf_counter() - start)
            if count == 1:
                self._listener.ready(f"{origin}{ground.base}/")
            self._watcher.wait()


class _Server(uvicorn.Server):
    """A server that ends the streams of open pages first: they would keep it from ending for ever."""

    def __init__(self, config: uvicorn.Config, end_streams: Callable[[], None]) -> None:
        super().__init__(config)
        self._end_streams = end_streams

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End on a signal, which is not raised again afterwards as the base class does: this is how a preview ends."""
        self.end()

    def end(self) -> None:
        """End soon; asked a second time, without waiting for anyone."""
        self.force_exit = self.should_exit
        self.should_exit = True
        self._end_streams()


def _server(app: Starlette, end_streams: Callable[[], None]) -> _Server:
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    return _Server(config, end_streams)


def next_state(last: State, answer: Answer, base: str, version: str) -> State:
    """Return how the site stands after a build: of `version` if the build changed a file, or was the first to succeed."""
    if isinstance(answer, Failure):
        hint = "the terminal says more; the next change begins with a fresh builder" if answer.is_broken else ""
        return State(last.version, last.base or base, True, (Fault("", answer.message, hint),))
    errors = [item for item in answer.diagnostics if item.severity == "error"]
    shown = tuple(map(_fault, errors[:MOST_FAULTS]))
    more = len(errors) - len(shown)
    if not answer.published:
        return State(last.version, last.base or base, True, shown, more)
    is_new = answer.written or answer.removed or not last.version or base != last.base
    return State(version if is_new else last.version, base, False, shown, more)


def _fault(item: Diagnostic) -> Fault:
    return Fault(str(item.place), f"{item.code}: {item.message}", item.hint)


def read_ground(request: BuildRequest, last: Ground) -> Ground:
    """Return what serving needs of site.toml as it is now; where it is broken, what it said last."""
    try:
        site = read_site((request.root / SITE_FILE).read_bytes(), request.base_url, request.env)[0]
    except OSError:
        return last
    if site is None:
        return last
    own = (request.root / "themes").resolve()
    # A theme inside an installed package changes only when the package does.
    folders = [it.resolve() for it in lineage(request.root, site.theme).folders if it.parent != SHIPPED_THEMES[0]]
    return Ground(unquote(site.base), tuple(folder for folder in folders if not folder.is_relative_to(own)))
