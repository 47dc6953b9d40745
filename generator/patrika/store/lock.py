"""One build at a time: a lock on the cache's folder that the kernel drops when its holder ends, however it ends."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from patrika.store.naming import naming

NAME = "lock"
PAUSE_S = 0.1


class HeldError(Exception):
    """Another process holds the lock; the message says who, and since when."""


@contextmanager
def locked(folder: Path, waiting: Callable[[str], None], wait: bool = True) -> Iterator[None]:
    """Hold the lock of a folder, after waiting for whoever holds it: `waiting` is told who that is, once.

    Without `wait`, raises HeldError where someone holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / NAME, "a+", encoding="ascii") as file:
        told = False
        while not _take(file):
            if not wait:
                raise HeldError(_holder(file))
            if not told:
                waiting(_holder(file))
                told = True
            time.sleep(PAUSE_S)
        file.truncate(0)
        holder = f"{os.getpid()}, since {datetime.now().astimezone().isoformat(' ', 'seconds')}\n"
        with naming(folder / NAME):
            # Not by way of the file's buffer: what could not be written would fail again when the file is closed.
            os.write(file.fileno(), holder.encode())
        try:
            yield
        finally:
            file.truncate(0)


def _holder(file: IO[str]) -> str:
    """Return the number of the process that holds the lock, and since when."""
    file.seek(0)
    return file.read().strip() or "unknown"


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[str]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
