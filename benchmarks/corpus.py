"""A newsroom of any size, the same on every machine: two languages, ten years, three hundred topics, Zipf's words.

Three quarters of the files are translated pairs. One story in eight is an opinion; each has one to three tags, one in four
leads to an older story, one in five shows a picture. Both are written as addresses, which all generators take alike.
"""

import random
import shutil
import struct
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from msgspec import Struct

SECTIONS = ("world", "bangladesh", "asia", "business", "sport", "climate", "culture", "science")
TOPICS = 300
PICTURES = 12
WORDS_A_STORY = 450
FIRST = datetime(2015, 1, 1, 6, tzinfo=UTC)
DAYS = 3_650
NOW = int((FIRST + timedelta(days=DAYS)).timestamp())
LANGUAGE_PATHS = {"en": "", "bn": "/bn"}
THEME = Path(__file__).parents[1] / "themes" / "broadsheet"
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


def section_of(number: int) -> str:
    """Return the section of a story."""
    return "opinion" if number % 8 == 0 else SECTIONS[(number + number // 8) % len(SECTIONS)]


def languages_of(number: int) -> tuple[str, ...]:
    """Return the languages in which a story is written."""
    return ("en", "bn") if number % 5 < 3 else (("en",), ("bn",))[number % 2]


def date_of(number: int, total: int) -> datetime:
    """Return the instant of a story: between 6 and 18 o'clock UTC, so that its month is the same in Dhaka."""
    return FIRST + timedelta(days=DAYS * number // total, minutes=number % 720)


def address_of(number: int, total: int, language: str) -> str:
    """Return the address of a story, which all generators are told to make alike."""
    return f"{LANGUAGE_PATHS[language]}/{section_of(number)}/{date_of(number, total):%Y/%m}/story-{number}/"


def _endings(number: int, total: int, language: str, tongue: Tongue, dice: random.Random) -> Iterator[str]:
    """Yield what follows the text of some stories: a link to an older one, a picture."""
    older = dice.randrange(number + 1)
    if dice.random() < 1 / 3 and older != number and language in languages_of(older):
        yield f"{_sentence(tongue, dice, 3)} [{_sentence(tongue, dice, 4)}]({address_of(older, total, language)}).\n"
    if dice.random() < 1 / 5:
        yield f"![{_sentence(tongue, dice, 4)}](/pictures/{number % PICTURES}.png)\n"


def _story(number: int, total: int, language: str, tongue: Tongue, dice: random.Random) -> str:
    date = date_of(number, total)
    topics = {int(dice.paretovariate(0.8)) % TOPICS for _ in range(3)}
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
    text = [*head, *_body(tongue, dice), *_endings(number, total, language, tongue, dice)]
    return f"content/{section_of(number)}/{date:%Y}/story-{number}.{language}.md\0" + "\n".join(text)


def stories(files: int) -> Iterator[tuple[str, str]]:
    """Yield `files` article files as (path, text): three quarters of them are translated pairs."""
    dice = random.Random(1971)
    tongues = {"en": _tongue(_LATIN, ". ", dice), "bn": _tongue(_BANGLA, "। ", dice)}
    number = made = 0
    total = files * 5 // 8
    while made < files:
        for language in languages_of(number)[: files - made]:
            path, _, text = _story(number, total, language, tongues[language], dice).partition("\0")
            yield path, text
            made += 1
        number += 1


def picture(number: int, width: int = 240, height: int = 160) -> bytes:
    """Return a small PNG, one colour running into another."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(
        b"\0" + b"".join(bytes((x * 255 // width, y * 255 // height, number * 20)) for x in range(width))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write(root: Path, files: int) -> None:
    """Write a site of `files` articles into a new folder; its theme is its own, so that it can be edited."""
    root.mkdir(parents=True)
    sections = "".join(f'\n[[sections]]\nid = "{id}"\n' for id in SECTIONS)
    (root / "site.toml").write_text(SITE + sections + '\n[[sections]]\nid = "opinion"\nkind = "opinion"\n', "utf-8")
    shutil.copytree(THEME, root / "themes" / THEME.name)
    pictures = root / "static" / "pictures"
    pictures.mkdir(parents=True)
    for number in range(PICTURES):
        (pictures / f"{number}.png").write_bytes(picture(number))
    for path, text in stories(files):
        target = root / path
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True)
        target.write_text(text, "utf-8")
