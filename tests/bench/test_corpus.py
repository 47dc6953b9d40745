"""The generated newsroom: what the figures of the bench are of."""

import re
from collections import Counter
from pathlib import Path

import pytest
from benchmarks import corpus
from benchmarks.edits import edits


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bench") / "site"
    corpus.write(root, 200)
    return root


def test_three_quarters_of_the_files_are_translated_pairs(site: Path) -> None:
    languages_by_story = Counter(path.name.split(".")[0] for path in site.glob("content/*/*/*.md"))
    assert languages_by_story.total() == 200
    assert sum(count for count in languages_by_story.values() if count == 2) == 150


def test_links_lead_to_stories_of_the_same_language_that_exist(site: Path) -> None:
    """They are addresses, made without asking a generator: all make them so, as each tells the same months."""
    total = 200 * 5 // 8
    links = 0
    for language in ("en", "bn"):
        files = tuple(site.glob(f"content/*/*/*.{language}.md"))
        numbers = [int(path.name.split("-")[1].split(".")[0]) for path in files]
        addresses = {corpus.address_of(number, total, language) for number in numbers}
        found = [link for path in files for link in re.findall(r"\]\((/[^)]+/)\)", path.read_text("utf-8"))]
        assert set(found) <= addresses
        links += len(found)
    assert links > 20


def test_each_edit_finds_what_it_changes(site: Path) -> None:
    """A template or phrase that was worded anew stops here, not in the middle of a long bench."""
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    for work, edit in edits(site):
        edit()
        now = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
        changed = [path for path, text in now.items() if before.get(path) != text]
        assert len(changed) == 1, work
        before = now
