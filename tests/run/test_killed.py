"""A build that is killed, at whatever moment, leaves whole files, no workers, and a next build that is right."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from patrika.model.encoding import Digest
from patrika.run import making
from patrika.store.cache import Cache
from patrika.store.written import keep_stretches
from tests.sites.newspaper import NOW, Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, numbered

MOMENTS_S = (0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1.0, 1.2)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def children(pid: int) -> list[int]:
    """Return the processes that a process has begun."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    except OSError:
        return []
    return [int(child) for child in text.split()]


def are_gone(pids: list[int]) -> bool:
    """Return whether processes end within a few seconds."""
    for _ in range(100):
        if not any(Path(f"/proc/{pid}/exe").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_build_ended_at_any_moment_is_made_good_by_the_next(
    newspaper: Callable[..., Newspaper], tmp_path: Path, ending: signal.Signals
) -> None:
    paper = newspaper(plain(files(*numbered(600, tags="[x]"))))
    command = [
        sys.executable,
        "-m",
        "patrika",
        "build",
        "--root",
        str(paper.root),
        "--jobs",
        "2",
        "--now",
        "2023-07-28",
    ]
    for moment_s in MOMENTS_S:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(moment_s)
        workers = children(process.pid)
        os.kill(process.pid, ending)
        assert process.wait(10) in (0, -ending, 130)
        assert are_gone(workers)
    report = paper.build(now=NOW)
    assert report.published
    paper.build(now=NOW, output=tmp_path / "clean", cache=tmp_path / "cache")
    assert tree(paper.output) == tree(tmp_path / "clean")
    assert not (paper.root / "output.stage").exists()


def test_a_build_ended_between_the_last_things_it_keeps_is_made_good(
    newspaper: Callable[..., Newspaper], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages stand as of the edit, and what is kept of whole months must not say that they are as before it."""
    paper = newspaper(plain(files(*numbered(60, tags="[x]"))))
    before = paper.built()
    file = "content/world/n030.en.md"
    text = (paper.root / file).read_text("utf-8")
    kept: list[bool] = []

    def ended(cache: Cache, folder: str, stretches: Mapping[str, Digest]) -> None:
        kept.append(bool(stretches))
        if stretches:
            raise OSError("ended")
        keep_stretches(cache, folder, stretches)

    monkeypatch.setattr(making, "keep_stretches", ended)
    paper.put(file, text.replace("Text.", "Another text."))
    with pytest.raises(OSError, match="ended"):
        paper.build()
    assert kept == [False, True]
    monkeypatch.undo()
    paper.put(file, text)
    assert paper.built() == before
