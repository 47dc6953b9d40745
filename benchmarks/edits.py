"""What changes in a newsroom, one thing at a time. Each edit is made once, in this order."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import corpus
from benchmarks.rows import BODY_EDIT

THEME = Path("themes") / corpus.THEME.name


def append(path: Path, text: str) -> None:
    """Add words to the end of a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def replace(path: Path, old: str, new: str) -> None:
    """Put new words in place of the first old ones; that they are there is asserted."""
    text = path.read_text("utf-8")
    assert old in text, f"{path} has no {old!r}: mend this edit"
    path.write_text(text.replace(old, new, 1), "utf-8")


def english(site: Path) -> list[Path]:
    """Return the English stories, oldest first."""
    return sorted(site.glob("content/*/*/*.en.md"), key=lambda path: int(path.name.split("-")[1].split(".")[0]))


def new_story(site: Path, section: str) -> None:
    """Add the newest story of all, with one author and three tags."""
    date = datetime.fromtimestamp(corpus.NOW - 60, UTC)
    head = f"---\ntitle: A fresh story\nsummary: New\ndate: {date:%Y-%m-%dT%H:%M:%SZ}\nauthors: [Someone New]\n"
    text = head + "tags: [topic-1, topic-2, topic-3]\n---\n\nWords.\n"
    folder = site / f"content/{section}/{date:%Y}"
    folder.mkdir(exist_ok=True)
    (folder / f"fresh-{section}.en.md").write_text(text, "utf-8")


def edits(site: Path) -> tuple[tuple[str, Callable[[], None]], ...]:
    """Return edits of a site by name."""
    stories = english(site)
    cards, phrases = site / THEME / "templates/parts/cards.html", site / THEME / "locale/bn.po"
    return (
        (BODY_EDIT, lambda: append(stories[-1], "\nMore words.\n")),
        ("one headline edit", lambda: replace(stories[-2], "title: ", "title: New ")),
        ("one edit in the old archive", lambda: append(stories[len(stories) // 20], "\nMore words.\n")),
        ("one new story", lambda: new_story(site, "world")),
        ("one new opinion piece", lambda: new_story(site, "opinion")),
        ("the template of cards", lambda: replace(cards, "<a href=", '<a class="headline" href=')),
        ("a phrase of the theme", lambda: replace(phrases, "আরও পড়ুন", "আরো পড়ুন")),
    )
