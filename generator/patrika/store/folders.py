"""Folders of output/, made and tried before any file is moved into them."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR


def make_folders(output: Path, fresh: Iterable[str], gone: Iterable[str] = ()) -> None:
    """Make the folders of files that are to be moved into `output`, and see that these, and those of files that are to go,
    may be written.

    Raises OSError, with none left that was made, where one cannot be made or may not be written. A folder is passed over
    where a file stands in its place or above it: way must be made for it first.
    """
    made: list[str] = []
    try:
        for folder in _folders(output, fresh):
            if not os.access(folder, os.W_OK | os.X_OK):
                _make(folder, made)
        for folder in _folders(output, gone):
            _try(folder)
    except OSError:
        for folder in reversed(made):
            with suppress(OSError):
                os.rmdir(folder)
        raise


def _folders(output: Path, paths: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(os.path.dirname(f"{output}/{path}") for path in paths)


def _make(folder: str, made: list[str]) -> None:
    """Make a folder, and those above it, and add them to what was made."""
    try:
        os.mkdir(folder)
        made.append(folder)
    except FileExistsError:
        _try(folder)
    except NotADirectoryError:
        pass
    except FileNotFoundError:
        above = os.path.dirname(folder)
        _make(above, made)
        if os.path.isdir(above):
            _make(folder, made)


def _try(folder: str) -> None:
    """Raise PermissionError for a folder in which nothing may be written."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if S_ISDIR(os.stat(folder).st_mode) and not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)
