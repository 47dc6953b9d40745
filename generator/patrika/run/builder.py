"""The builder: a process of its own that builds on request, so that the server's threads are never forked."""

import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

from msgspec import Struct

from patrika.run.report import BuildReport
from patrika.run.request import BuildRequest, SiteError


class Failure(Struct, frozen=True):
    """Why there is no report: no build was possible, the machine failed, or the builder itself broke."""

    message: str
    """One sentence, or what the machine said."""
    trace: str = ""
    """Where the builder broke, for those who mend it."""
    is_broken: bool = False
    """Whether it is the builder that is at fault, not the site or the machine."""


Answer = BuildReport | Failure
_SPAWN = get_context("spawn")


class Builder:
    """A process that answers each request with a report. One that breaks is followed by a fresh one on the next request."""

    def __init__(self) -> None:
        """Start the process: to be done before the caller has threads."""
        self._stopped = False
        self._start()

    def build(self, request: BuildRequest) -> Answer:
        """Return what the process made of a request. Blocks; for one thread only."""
        if not self._process.is_alive() and not self._stopped:
            self._line.close()
            self._start()
        try:
            self._line.send(request)
            answer: Answer = self._line.recv()
        except (EOFError, OSError):
            return self._lost()
        if isinstance(answer, Failure) and answer.is_broken:
            self._process.join()  # It ends by itself, and must not be taken for alive by the next request.
        return answer

    @property
    def process_id(self) -> int:
        """Return the system's number of the process, -1 where it could not be started."""
        return self._process.pid or -1

    def stop(self) -> None:
        """End the process, also in the midst of a build: `build` returns a Failure then. From any thread."""
        self._stopped = True
        self._process.terminate()

    def close(self) -> None:
        """Wait for the end of a stopped process. Not while another thread is in `build`."""
        self._process.join()
        self._line.close()

    def _start(self) -> None:
        self._line, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_answer_requests, args=(theirs,), name="patrika-builder", daemon=True)
        with interrupts_held():
            self._process.start()
        theirs.close()

    def _lost(self) -> Failure:
        self._process.join(timeout=5)
        code = self._process.exitcode
        return Failure(f"the builder ended without an answer (exit code {code})", is_broken=True)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back from this thread and from a process started meanwhile, which would print a traceback on it."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # Else it is started with the process, and lets go what is held here.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def interrupts_let() -> Iterator[None]:
    """Let Ctrl-C through to this thread again, where it was held back."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _answer_requests(line: "Connection[Answer, BuildRequest]") -> None:
    """Answer requests until the other side is gone, or until a request breaks the builder."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            answer = _answer(line.recv())
            line.send(answer)
            if isinstance(answer, Failure) and answer.is_broken:
                return


def _answer(request: BuildRequest) -> Answer:
    try:
        from patrika.run.build import build

        return build(request)
    except (SiteError, OSError) as fault:
        return Failure(str(fault))
    except Exception as fault:
        # An own bug must not end the preview: it is told with its trace, and this process ends.
        return Failure(f"the builder broke: {type(fault).__name__}: {fault}", traceback.format_exc(), is_broken=True)
