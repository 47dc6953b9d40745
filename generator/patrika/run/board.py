"""The board: what the preview shows now, for those who ask and for those who listen. It knows of no build and no server."""

import asyncio
import json
from collections.abc import AsyncIterator

from msgspec import Struct, to_builtins


class Fault(Struct, frozen=True):
    """One fault as a page shows it."""

    place: str
    """`file:line:column`; empty where no file is at fault."""
    message: str
    hint: str = ""


class State(Struct, frozen=True):
    """How the site stands."""

    version: str
    """Another for each build that changed a file; empty before the first."""
    base: str = ""
    """Path that the site works under: empty, or `/paper`."""
    failed: bool = False
    faults: tuple[Fault, ...] = ()
    """Why the site could not be built, or stories are held back."""
    more: int = 0
    """Faults beside those shown."""


QUIET_S = 15.0
_RETRY = b"retry: 1000\n\n"
_STILL_HERE = b": still here\n\n"


class Board:
    """The last state, and the streams of those who wait for the next. All is done in the event loop's thread."""

    def __init__(self) -> None:
        self.state = State("")
        self._closed = False
        self._streams: set[asyncio.Queue[bytes]] = set()

    def post(self, state: State) -> None:
        """Show a state, and tell all who listen."""
        self.state = state
        for queue in self._streams:
            queue.put_nowait(told(state))

    def close(self) -> None:
        """End all streams, so that the server can end."""
        self._closed = True
        for queue in self._streams:
            queue.put_nowait(b"")

    async def stream(self) -> AsyncIterator[bytes]:
        """Yield server-sent events: the last state first, then each as it is posted, until the board is closed."""
        queue: asyncio.Queue[bytes] = asyncio.Queue()
        self._streams.add(queue)
        try:
            yield _RETRY
            if self.state != State(""):
                yield told(self.state)
            while not self._closed:
                try:
                    event = await asyncio.wait_for(queue.get(), QUIET_S)
                except TimeoutError:
                    event = _STILL_HERE
                if event:
                    yield event
        finally:
            self._streams.discard(queue)


def told(state: State) -> bytes:
    """Return a state as a server-sent event, `built` or `failed`."""
    name = "failed" if state.failed else "built"
    return f"event: {name}\ndata: {json.dumps(to_builtins(state), ensure_ascii=False)}\n\n".encode()
