"""How far a build is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told of a stage, what is done of it, and of how much."""


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody of progress."""
