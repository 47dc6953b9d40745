"""What a build did."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, process_time
from typing import Any

from msgspec import Struct, to_builtins

from patrika.model.diagnostics import Diagnostic


class Scheduled(Struct, frozen=True):
    """A story that will be published later; `moment` is in UTC seconds."""

    source: str
    title: str
    moment: int


class Made(Struct, frozen=True):
    """Pages of a role that were made, and how many of them for each reason; a page may have several."""

    role: str
    count: int
    why: tuple[tuple[str, int], ...]


class Lost(Struct, frozen=True):
    """The address of a page that the last build had and this one lacks; `to` is what redirects.toml may say of it."""

    path: str
    to: str
    """As TOML: a story or page that is new, else `410`."""

    def __str__(self) -> str:
        return f'"{self.path}" = {self.to}'


class BuildReport(Struct, frozen=True):
    """What a build did, and what it found. Paths are under output/."""

    diagnostics: tuple[Diagnostic, ...]
    published: bool
    """False where errors kept the site from being published: then output/ is as it was."""
    written: tuple[str, ...] = ()
    unchanged: int = 0
    """Files that stood already as they should."""
    removed: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()
    """Addresses of pages among what was removed."""
    foreign: tuple[str, ...] = ()
    pages: int = 0
    """For readers: files for programs are not counted."""
    articles: int = 0
    parsed: int = 0
    """Files of content/ that had to be parsed; the others came from the cache."""
    looked_at: int = 0
    """Stories whose card and links had to be made; of the others, what they name is as it was."""
    answered: int = 0
    """Queries for the latest that were answered; pages that see as far share an answer."""
    filled: int = 0
    """Pages, and files for programs, that had to be filled and printed; of the others their key said that nothing changed."""
    made: tuple[Made, ...] = ()
    """The same by role of page, with the reasons."""
    begun_anew: str = ""
    """Why the cache was not used, in words; empty where it was, or where there was none yet."""
    held: tuple[str, ...] = ()
    """Files of content/ whose stories are held back for their errors, while the rest was published."""
    shown: tuple[str, ...] = ()
    """Statuses of stories that readers may not see and that are shown all the same."""
    drafts: int = 0
    scheduled: tuple[Scheduled, ...] = ()
    expired: int = 0
    next_change: int | None = None
    """The next instant, in UTC seconds, at which a build of the same files would be another."""
    next_remark: int | None = None
    """The next instant at which it would say something else of the same files, though none of output/ would be another."""
    timezone: str = "UTC"
    seconds: tuple[tuple[str, float], ...] = ()
    """Wall time by stage."""
    cpu_s: float = 0.0

    @property
    def errors(self) -> int:
        """Return the number of errors."""
        return sum(item.severity == "error" for item in self.diagnostics)

    @property
    def warnings(self) -> int:
        """Return the number of warnings."""
        return sum(item.severity == "warning" for item in self.diagnostics)

    def as_data(self) -> dict[str, Any]:
        """Return the report as JSON can hold it."""
        return {**to_builtins(self), "errors": self.errors, "warnings": self.warnings}


class Stopwatch:
    """Wall time by stage, and CPU time in all."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._cpu = process_time()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage."""
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - start

    def cpu_s(self) -> float:
        """Return the CPU seconds since the watch was made."""
        return process_time() - self._cpu
