"""The record of measurements, a JSON file: rows, when and with what they were made, and on what machine."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct, json

from benchmarks.rows import Row


class Machine(Struct, frozen=True):
    """What rows were measured on."""

    processor: str
    cores: int
    memory_gb: int
    kernel: str
    python: str
    file_system: str
    """Of the folder in which the sites lay."""


class Record(Struct, frozen=True):
    """Rows in the order of size, with the day of the last of them and the versions of all that was measured."""

    date: str
    machine: Machine
    versions: dict[str, str]
    rows: tuple[Row, ...]


def this_machine(folder: Path) -> Machine:
    """Return what is measured on, with sites in a folder."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        _processor(),
        len(os.sched_getaffinity(0)),
        round(memory / 2**30),
        f"{platform.system()} {platform.release().partition('-')[0]}",
        f"{platform.python_implementation()} {platform.python_version()}",
        _file_system(folder),
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _file_system(folder: Path) -> str:
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    above = [(len(place), kind) for place, kind in mounts if folder.resolve().is_relative_to(place)]
    return max(above, default=(0, "unknown"))[1]


def read(path: Path) -> Record | None:
    """Return the record in a file, None if there is no file."""
    return json.decode(path.read_bytes(), type=Record) if path.exists() else None


def laid_over(old: Record | None, new: Record) -> Record:
    """Return the rows of both; of a size that both have, the new ones only."""
    if old is None:
        return new
    sizes = {row.files for row in new.rows}
    rows = sorted((*(row for row in old.rows if row.files not in sizes), *new.rows), key=lambda row: row.files)
    return Record(new.date, new.machine, {**old.versions, **new.versions}, tuple(rows))


def of_today(machine: Machine, versions: dict[str, str], rows: Iterable[Row]) -> Record:
    """Return a record of today."""
    return Record(datetime.now(UTC).strftime("%Y-%m-%d"), machine, versions, tuple(rows))


def write(path: Path, new: Record) -> None:
    """Write a record, laid over the one that the file holds."""
    path.write_bytes(json.format(json.encode(laid_over(read(path), new)), indent=2) + b"\n")
