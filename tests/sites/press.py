"""Many short stories at once, for tests of lists."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any


def story(
    stem: str,
    date: str = "2023-07-01",
    section: str = "world",
    language: str = "en",
    body: str = "Text.",
    **fields: object,
) -> tuple[str, str]:
    """Return path and text of a story; other front matter is given by keyword, as YAML."""
    lines = [f"{key}: {value}" for key, value in {"title": f"Story {stem}", "date": date, **fields}.items()]
    return f"content/{section}/{stem}.{language}.md", "\n".join(["---", *lines, "---", "", body, ""])


def files(*stories: tuple[str, str]) -> str:
    """Return stories as the text that `newspaper` writes."""
    return "".join(f"-- {path} --\n{text}" for path, text in stories)


def numbered(count: int, start: int = 1_600_000_000, step_s: int = 3_600, **fields: Any) -> Iterable[tuple[str, str]]:
    """Yield `count` stories, one every `step_s` seconds, named n000, n001 …"""
    for number in range(count):
        date = datetime.fromtimestamp(start + number * step_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield story(f"n{number:03}", date, **fields)
