"""However many processes make a site, and however they are begun, it is the same site."""

import os
import signal
from pathlib import Path

import pytest
from msgspec.structs import replace

from patrika.run import library, looking, printing, relating
from patrika.run.build import build
from patrika.run.crew import WorkerDiedError
from patrika.run.report import BuildReport
from patrika.run.request import BuildRequest
from tests.sites.newspaper import NOW, Newspaper
from tests.sites.press import files, numbered, story
from tests.sites.talkative import talkative

PAPER = talkative(
    files(*numbered(40, tags="[x, y]", authors="[ann]"), *numbered(40, section="opinion", language="bn"))
    + "-- content/authors/ann.en.md --\n---\nname: Ann\n---\nA.\n"
    + files(story("linked", body="See [a story](@/world/n003.md), ![p](@/images/p.svg).", tags="[x]"))
    + '-- content/images/p.svg --\n<svg width="1" height="1" xmlns="http://www.w3.org/2000/svg"/>\n'
)


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newspaper:
    """Give a newspaper of which even one page is enough for a worker."""
    for module in (library, looking, printing, relating):
        monkeypatch.setattr(module, "ALONE", 0)
    (tmp_path / "site").mkdir()
    return Newspaper(tmp_path / "site").write(PAPER)


def built(paper: Newspaper, name: str, jobs: int) -> tuple[BuildReport, dict[str, bytes]]:
    """Return what a clean build in a folder of its own told and made."""
    folder = paper.root.parent / name
    request = BuildRequest(paper.root, folder / "output", folder / "cache", NOW, jobs=jobs)
    report = build(request)
    made = {str(p.relative_to(folder)): p.read_bytes() for p in sorted(request.output.rglob("*")) if p.is_file()}
    return report, {path.removeprefix("output/"): content for path, content in made.items()}


def test_one_process_makes_what_four_make_and_what_four_make_that_were_begun_afresh(
    paper: Newspaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, pages = built(paper, "alone", 1)
    found = {"fork": built(paper, "fork", 4)}
    for module in (library, looking, printing, relating):
        monkeypatch.setattr(module, "METHOD", "spawn")
    found["spawn"] = built(paper, "spawn", 4)
    for report, made in found.values():
        assert made == pages
        assert replace(report, seconds=(), cpu_s=0) == replace(alone, seconds=(), cpu_s=0)
    assert alone.filled > 80


def test_a_worker_that_is_killed_is_told_with_what_it_did(paper: Newspaper, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output is as it was, and the next build makes the site."""
    monkeypatch.setattr(printing, "_make", lambda *_: _die())
    with pytest.raises(WorkerDiedError, match=r"signal 9 \(out of memory\?\) while it made /.* or one of \d+ after"):
        paper.build(jobs=2)
    assert not paper.output.exists()
    monkeypatch.undo()
    report = paper.build()
    assert report.published
    assert report.parsed == 0


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
