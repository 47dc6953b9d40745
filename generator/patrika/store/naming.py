"""Faults of the machine, with the name of the file that they befell."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FAULTS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    # Memory that is shared through a file cannot grow where the disk is full.
    sqlite3.SQLITE_IOERR_SHMSIZE: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
    sqlite3.SQLITE_LOCKED: errno.EBUSY,
    sqlite3.SQLITE_PROTOCOL: errno.EBUSY,
}


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Give faults of the machine the name of a file where they have none: a write that fails does not say where."""
    try:
        yield
    except OSError as fault:
        if fault.errno and fault.filename is None:
            fault.filename = str(path)
        raise


@contextmanager
def naming_database(file: Path) -> Iterator[None]:
    """Raise OSError, with a name, where SQLite fails by a fault of the machine.

    What is left of SQLite's own exceptions says that the file itself is at fault, and may be begun anew.
    """
    try:
        yield
    except sqlite3.Error as fault:
        code = getattr(fault, "sqlite_errorcode", 0)
        if code & 0xFF == sqlite3.SQLITE_CANTOPEN:
            raise _what_hinders(file) from None
        if code != sqlite3.SQLITE_IOERR_SHORT_READ and (number := _FAULTS.get(code) or _FAULTS.get(code & 0xFF)):
            raise OSError(number, os.strerror(number), str(file)) from None
        raise


def check_writable(path: Path) -> None:
    """Raise PermissionError where what is there may not be written."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def database_files(file: Path) -> list[Path]:
    """Return all files in which SQLite keeps a database."""
    return [file.with_name(file.name + ending) for ending in ("", "-wal", "-shm")]


def _what_hinders(file: Path) -> OSError:
    """Return why a database cannot be opened, which SQLite does not say: permissions, or no room for another file."""
    try:
        for path in database_files(file):
            with open(path, "ab"):
                pass
    except OSError as fault:
        return fault
    return OSError(errno.EIO, os.strerror(errno.EIO), str(file))
