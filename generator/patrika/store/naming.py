"""Faults of the machine, with the name of the file that they befell."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Give faults of the machine the name of a file where they have none: a write that fails does not say where."""
    try:
        yield
    except OSError as fault:
        if fault.errno and fault.filename is None:
            fault.filename = str(path)
        raise
