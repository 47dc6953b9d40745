"""The process that builds."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from patrika.run.builder import Builder, Failure
from patrika.run.report import BuildReport
from patrika.run.request import BuildRequest
from tests.sites.newspaper import NOW, Newspaper

STORM = """
    -- content/world/storm.en.md --
    ---
    title: Storm
    date: 2023-07-27
    ---
    The wind rose.
"""


@pytest.fixture
def builder() -> Iterator[Builder]:
    """Give a builder that is ended afterwards."""
    fresh = Builder()
    yield fresh
    fresh.stop()
    fresh.close()


def wish(paper: Newspaper) -> BuildRequest:
    return BuildRequest(paper.root, paper.output, paper.root / ".patrika", NOW)


def test_a_builder_outlives_mistakes_and_is_followed_by_a_fresh_one_where_it_breaks(
    builder: Builder, newspaper: Callable[..., Newspaper], tmp_path: Path
) -> None:
    """One process for all builds, until it breaks or is killed: then the next request has another."""
    paper = newspaper(STORM)
    answer = builder.build(wish(paper))
    assert isinstance(answer, BuildReport)
    assert answer.published
    first = builder.process_id
    lost = builder.build(BuildRequest(tmp_path, tmp_path / "output", tmp_path / "cache", NOW))
    assert isinstance(lost, Failure)
    assert "site.toml" in lost.message
    assert not lost.is_broken
    assert builder.process_id == first

    broken = builder.build(cast(BuildRequest, cast(Any, "no request")))
    assert isinstance(broken, Failure)
    assert broken.is_broken
    assert "AttributeError" in broken.message
    assert "Traceback" in broken.trace
    assert isinstance(builder.build(wish(paper)), BuildReport)
    assert builder.process_id != first

    os.kill(builder.process_id, signal.SIGKILL)
    killed = builder.build(wish(paper))
    if isinstance(killed, Failure):  # Unless its end was seen before the request was sent.
        assert killed.is_broken
        killed = builder.build(wish(paper))
    assert isinstance(killed, BuildReport)


def test_a_stopped_builder_answers_with_a_failure(builder: Builder, newspaper: Callable[..., Newspaper]) -> None:
    builder.stop()
    assert isinstance(builder.build(wish(newspaper(STORM))), Failure)
