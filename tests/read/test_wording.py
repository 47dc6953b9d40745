"""The wording of a story: what a translator translates, and nothing else, tells one version of it from another."""

import pytest

from patrika.read.article import read_article
from patrika.read.settings import read_site
from patrika.read.wording import read_parts, wording_of
from tests.sites.newspaper import SITE

PATH = "content/world/storm.en.md"
STORM = """---
title: A storm
date: 2023-07-27
kicker: Weather
summary: Wind came in the night.
image: {src: roof.jpg, alt: A roof, caption: The roof of the mill}
---

Wind came
in the night.

See [the calm](calm.md "before it") and ![trees](trees.jpg "Trees").

::: aside title="Facts" src=facts.csv
One[^1]
:::

[^1]: Two of them.
[map]: map.md
"""

read, *_ = read_site(SITE.encode())
assert read
site = read


def wording(text: str, path: str = PATH) -> str:
    return wording_of(read_parts(path, text.encode(), site))


def test_the_digest_is_the_same_in_every_release() -> None:
    """It stands in files of newsrooms: another one would make all their translations outdated."""
    assert wording(STORM) == "4b30acab"
    assert wording("---\ntitle: ঝড়\ndate: 2023-07-27\n---\nরাতে হাওয়া এল।\n") == "127f42e1"


def test_a_story_read_knows_its_wording() -> None:
    reading, _ = read_article(PATH, STORM.encode(), site)
    assert getattr(reading.value, "wording", "") == wording(STORM)


SAME = {
    "spaces at the ends of lines": ("night.\n", "night.  \n"),
    "another line end": ("\n", "\r\n"),
    "lines that end elsewhere": ("Wind came\nin the", "Wind\ncame in the"),
    "more empty lines": ("\n\nSee", "\n\n \n\nSee"),
    "no line end at the end": ("map.md\n", "map.md"),
    "a date": ("date: 2023-07-27", "date: 2023-07-28"),
    "tags": ("kicker:", "tags: [a, b]\nkicker:"),
    "quotation marks": ("title: A storm", 'title: "A storm"'),
    "another order": (
        "kicker: Weather\nsummary: Wind came in the night.",
        "summary: Wind came in the night.\nkicker: Weather",
    ),
    "another picture": ("src: roof.jpg", "src: mill.jpg"),
    "a link's target": ("(calm.md", "(../sport/calm.md#x"),
    "a link's target in angles": ("(calm.md", "(<the calm.md>"),
    "a picture's file": ("(trees.jpg", "(forest.jpg"),
    "a block's file": ("src=facts.csv", 'src="other facts.csv"'),
    "a target at the end": ("[map]: map.md", "[map]: atlas.md"),
}


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_what_no_translator_translates_does_not_count(old: str, new: str) -> None:
    assert old in STORM
    assert wording(STORM.replace(old, new)) == wording(STORM)


OTHER = {
    "the title": ("A storm", "A gale"),
    "the kicker": ("Weather", "Sea"),
    "the summary": ("summary: Wind", "summary: A wind"),
    "a dateline": ("kicker:", "dateline: DHAKA\nkicker:"),
    "a correction": ("kicker:", "corrections: {date: 2023-07-28, text: It was two.}\nkicker:"),
    "the text": ("in the night.\n\n", "by night.\n\n"),
    "a paragraph": ("night.\n\nSee", "night. See"),
    "a picture's alternative text": ("alt: A roof", "alt: Roof"),
    "a picture's caption": ("The roof of", "Roof of"),
    "an alternative text below": ("![trees]", "![oaks]"),
    "a caption below": ('"Trees"', '"Oaks"'),
    "a link's words": ("[the calm]", "[a calm]"),
    "a block's words": ('title="Facts"', 'title="Fact"'),
    "a note": ("Two of", "Three of"),
    "words that change places": (
        "title: A storm\ndate: 2023-07-27\nkicker: Weather",
        "title: Weather\ndate: 2023-07-27\nkicker: A storm",
    ),
}


@pytest.mark.parametrize(("old", "new"), OTHER.values(), ids=OTHER)
def test_what_is_translated_counts(old: str, new: str) -> None:
    assert old in STORM
    assert wording(STORM.replace(old, new)) != wording(STORM)


def test_letters_composed_otherwise_are_the_same() -> None:
    assert wording(STORM.replace("mill", "caf\u00e9")) == wording(STORM.replace("mill", "cafe\u0301"))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"no front matter\n", b"---\ntitle: [\n---\n"])
def test_what_cannot_be_read_has_no_parts(content: bytes) -> None:
    assert read_parts(PATH, content, site) == ()
