"""A newsroom of any size, the same on every machine: two languages, ten years, three hundred topics, Zipf's words.

Three quarters of the files are translated pairs. One story in eight is an opinion; each has two or three tags.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from msgspec import Struct

SECTIONS = ("world", "bangladesh", "asia", "business", "sport", "climate", "culture", "science")
TOPICS = 300
WORDS_A_STORY = 450
FIRST = datetime(2015, 1, 1, 6, tzinfo=UTC)
DAYS = 3_650
NOW = int((FIRST + timedelta(days=DAYS)).timestamp())
_LATIN = ("ka", "ro", "mi", "sten", "dal", "vo", "re", "ti", "nor", "be", "lu", "fa", "chi", "pre", "ond", "es")
_BANGLA = ("কা", "রো", "মি", "স্তন", "দা", "ভো", "রে", "তি", "নর", "বে", "লু", "ফা", "চি", "প্র", "ন্দ", "শে")

SITE = """[site]
name = "The Bench"
url = "https://bench.example"
timezone = "Asia/Dhaka"
default_language = "en"

[languages.en]
name = "English"

[languages.bn]
name = "বাংলা"
"""


class Tongue(Struct, frozen=True):
    """A language's words, the frequent ones first, and their weights summed up."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    stop: str


def _tongue(syllables: tuple[str, ...], stop: str, dice: random.Random) -> Tongue:
    words = tuple("".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(6_000))
    return Tongue(words, tuple(accumulate(1 / (rank + 3) for rank in range(len(words)))), stop)


def _sentence(tongue: Tongue, dice: random.Random, words: int) -> str:
    chosen = dice.choices(tongue.words, cum_weights=tongue.weights, k=words)
    return " ".join(chosen).capitalize()


def _body(tongue: Tongue, dice: random.Random) -> Iterator[str]:
    left = WORDS_A_STORY
    while left > 0:
        sentences = [_sentence(tongue, dice, dice.randint(8, 18)) for _ in range(3)]
        left -= sum(sentence.count(" ") + 1 for sentence in sentences)
        yield tongue.stop.join(sentences) + tongue.stop.strip() + "\n"


def _story(number: int, total: int, language: str, tongue: Tongue, dice: random.Random) -> str:
    date = FIRST + timedelta(days=DAYS * number / total, minutes=number % 720)
    topics = {int(dice.paretovariate(0.8)) % TOPICS for _ in range(3)}
    kind = "opinion" if number % 8 == 0 else SECTIONS[(number + number // 8) % len(SECTIONS)]
    head = [
        "---",
        f"title: {_sentence(tongue, dice, 8)}",
        f"summary: {_sentence(tongue, dice, 16)}",
        f"date: {date:%Y-%m-%dT%H:%M:%SZ}",
        f"authors: [{_sentence(tongue, dice, 2).title()} {number % 40}]",
        f"tags: [{', '.join(f'topic-{topic}' for topic in sorted(topics))}]",
        "---",
        "",
    ]
    return f"content/{kind}/{date:%Y}/story-{number}.{language}.md\0" + "\n".join([*head, *_body(tongue, dice)])


def stories(files: int) -> Iterator[tuple[str, str]]:
    """Yield `files` article files as (path, text): three quarters of them are translated pairs."""
    dice = random.Random(1971)
    tongues = {"en": _tongue(_LATIN, ". ", dice), "bn": _tongue(_BANGLA, "। ", dice)}
    number = made = 0
    total = files * 5 // 8
    while made < files:
        languages = ("en", "bn") if number % 5 < 3 else (("en",), ("bn",))[number % 2]
        for language in languages[: files - made]:
            path, _, text = _story(number, total, language, tongues[language], dice).partition("\0")
            yield path, text
            made += 1
        number += 1


def write(root: Path, files: int) -> None:
    """Write a site of `files` articles into a folder."""
    root.mkdir(parents=True, exist_ok=True)
    sections = "".join(f'\n[[sections]]\nid = "{id}"\n' for id in SECTIONS)
    (root / "site.toml").write_text(SITE + sections + '\n[[sections]]\nid = "opinion"\nkind = "opinion"\n', "utf-8")
    for path, text in stories(files):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
