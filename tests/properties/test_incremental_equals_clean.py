"""The law of the engine: whatever was edited, an incremental build leaves what a clean build makes, byte for byte."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.edits import BASE, HOLD, IN_CHILD, ITEMS, PHOTO, PHOTOS, Edit, edits, times
from tests.sites.newspaper import Newspaper
from tests.sites.talkative import talkative


@contextmanager
def workshop() -> Iterator[Newspaper]:
    folder = Path(tempfile.mkdtemp(prefix="patrika-law-"))
    try:
        (folder / "site").mkdir()
        paper = Newspaper(folder / "site").write(talkative(BASE))
        paper.put(PHOTO, PHOTOS[0])
        yield paper
    finally:
        shutil.rmtree(folder)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sets(st.sampled_from([HOLD, IN_CHILD, ITEMS])),
    st.lists(st.tuples(st.lists(edits, min_size=1, max_size=3), times), min_size=1, max_size=4),
)
def test_whatever_is_edited_incremental_equals_clean(first: set[Edit], script: list[tuple[list[Edit], int]]) -> None:
    """Diagnostics included, and whether stories at fault stop all or are held back; building once more writes nothing."""
    with workshop() as paper:
        for edit in first:
            edit(paper)
        for number, (changes, now) in enumerate(script):
            for edit in changes:
                edit(paper)
            report = paper.build(now=now)
            fresh = paper.root.parent / f"clean-{number}"
            clean = paper.build(now=now, output=fresh / "output", cache=fresh / "cache")
            assert report.diagnostics == clean.diagnostics
            assert (report.published, report.held) == (clean.published, clean.held)
            if report.published:
                assert tree(paper.output) == tree(fresh / "output")
                again = paper.build(now=now)
                assert (again.written, again.removed, again.filled, again.parsed) == ((), (), 0, 0)
