"""The law of the engine: whatever was edited, an incremental build leaves what a clean build makes, byte for byte."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sites.newspaper import NOW, Newspaper
from tests.sites.press import story
from tests.sites.talkative import talkative

STEMS = ("a", "b", "c", "d")
PLACES = ("stem", "section", "language", "day", "body")
Edit = Callable[[Newspaper], None]


def written(**choice: object) -> Edit:
    """Return an edit that writes a story anew."""

    def edit(paper: Newspaper) -> None:
        fields = {
            key: value
            for key, value in choice.items()
            if value and key not in ("stem", "section", "language", "day", "body")
        }
        path, text = story(
            str(choice["stem"]),
            f"2023-07-{choice['day']}",
            str(choice["section"]),
            str(choice["language"]),
            str(choice["body"]),
            **fields,
        )
        for section in ("world", "sport", "opinion"):
            (paper.root / f"content/{section}/{choice['stem']}.{choice['language']}.md").unlink(missing_ok=True)
        paper.put(path, text)

    return edit


def removed(stem: str, language: str) -> Edit:
    def edit(paper: Newspaper) -> None:
        for section in ("world", "sport", "opinion"):
            (paper.root / f"content/{section}/{stem}.{language}.md").unlink(missing_ok=True)

    return edit


def put(path: str, text: str) -> Edit:
    return lambda paper: paper.put(path, text)


def set_in_site(old: str, new: str) -> Edit:
    def edit(paper: Newspaper) -> None:
        file = paper.root / "site.toml"
        text = file.read_text("utf-8")
        file.write_text(text.replace(old, new) if old in text else text.replace(new, old), "utf-8")

    return edit


SVG = '<svg width="{}" height="2" xmlns="http://www.w3.org/2000/svg"/>'
stems, languages = st.sampled_from(STEMS), st.sampled_from(["en", "bn"])
edits = st.one_of(
    st.builds(
        written,
        stem=stems,
        language=languages,
        day=st.integers(10, 29),
        section=st.sampled_from(["world", "sport", "opinion"]),
        tags=st.sampled_from(["", "[x]", "[x, y]"]),
        kicker=st.sampled_from(["", "K"]),
        summary=st.sampled_from(["", "S"]),
        priority=st.sampled_from(["", "lead"]),
        listed=st.sampled_from(["", "false"]),
        draft=st.sampled_from(["", "", "true"]),
        authors=st.sampled_from(["", "[ann]", "[Some One]"]),
        image=st.sampled_from(["", '{src: "@/images/p.svg", alt: P}']),
        body=st.sampled_from(["One.", "Two.", "See [one](/uploads/n.txt).", "![p](@/images/p.svg)"]),
    ),
    st.builds(removed, stem=stems, language=languages),
    st.builds(put, st.just("content/images/p.svg"), st.integers(1, 3).map(SVG.format)),
    st.builds(put, st.just("static/uploads/n.txt"), st.sampled_from(["1", "2"])),
    st.builds(
        put,
        st.just("content/authors/ann.en.md"),
        st.sampled_from(["---\nname: Ann\n---\nA.\n", "---\nname: Anna\n---\n"]),
    ),
    st.builds(put, st.just("content/tags.toml"), st.sampled_from(["", '[x]\nname = { en = "Ex", bn = "এক্স" }\n'])),
    st.builds(
        put,
        st.sampled_from(["templates/article.html", "templates/front.html"]),
        st.sampled_from(
            ['{% extends "talkative/article.html" %}', "{% include 'extra.html' ignore missing %}", "bare"]
        ),
    ),
    st.builds(put, st.just("templates/extra.html"), st.sampled_from(["1", "2"])),
    st.sampled_from(
        [
            set_in_site("Asia/Dhaka", "Europe/Berlin"),
            set_in_site('title = { en = "World"', 'title = { en = "Globe"'),
            set_in_site('name = "The Test"', 'name = "The Trial"'),
            set_in_site("https://test.example", "https://test.example/paper"),
        ]
    ),
)
times = st.sampled_from([NOW, NOW + 86_400, NOW - 5 * 86_400])

BASE = (
    "-- content/images/p.svg --\n" + SVG.format(1) + "\n-- static/uploads/n.txt --\n1\n"
    "-- content/authors/ann.en.md --\n---\nname: Ann\n---\nA.\n-- content/tags.toml --\n\n"
)


@contextmanager
def workshop() -> Iterator[Newspaper]:
    folder = Path(tempfile.mkdtemp(prefix="patrika-law-"))
    try:
        (folder / "site").mkdir()
        yield Newspaper(folder / "site").write(talkative(BASE))
    finally:
        shutil.rmtree(folder)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.lists(edits, min_size=1, max_size=3), times), min_size=1, max_size=4))
def test_whatever_is_edited_incremental_equals_clean(script: list[tuple[list[Edit], int]]) -> None:
    """Diagnostics included; and building once more writes nothing."""
    with workshop() as paper:
        for number, (changes, now) in enumerate(script):
            for edit in changes:
                edit(paper)
            report = paper.build(now=now)
            fresh = paper.root.parent / f"clean-{number}"
            clean = paper.build(now=now, output=fresh / "output", cache=fresh / "cache")
            assert report.diagnostics == clean.diagnostics
            assert report.published == clean.published
            if report.published:
                assert tree(paper.output) == tree(fresh / "output")
                again = paper.build(now=now)
                assert (again.written, again.removed, again.filled, again.parsed) == ((), (), 0, 0)
