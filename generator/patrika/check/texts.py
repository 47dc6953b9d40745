"""The words of a story's file, line by line, without what is no text: code, addresses, tags, words marked as foreign."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from msgspec import Struct

from patrika.check.scripts import script_findings
from patrika.model.article import Article
from patrika.model.diagnostics import Diagnostic, Place, notice, warning
from patrika.model.spelling import apart, code_points
from patrika.read.front_matter import block_of

_NO_TEXT = re.compile(
    r"`[^`]*`"
    r"|!?\[[^\]]*\]\{[^}]*\blang=[^}]*\}"
    r"|(?<=\])\([^)\s]*(?:\s+(?=\"))?"
    r"|<(?P<tag>\w+)\b[^<>]*\slang=[^<>]*>.*?</(?P=tag)>"
    r"|<[^<>]*>"
    r"|\bhttps?://\S+|\bwww\.\S+|\S+@\S+\.\S+"
    r"|\{[^}]*\}|^\s*:{3,}.*$|^\s*\[[^\]]+\]:\s.*$|\[\^[^\]]*\]"
)
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
FIELDS = ("title", "summary", "kicker", "dateline")


class Words(Struct, frozen=True):
    """A line of text, with spaces in place of what is none, and where it stands."""

    text: str
    place: Place
    field: tuple[str | int, ...] = ()


def letter_findings(story: Article, source: str, tag: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with the letters of a story whose file is `source`, in a language (BCP 47)."""
    for words in (*_fields(story), *_lines(source, story.source)):
        for finding, at in script_findings(words.text, tag):
            place = Place(story.source, words.place.line, at + 1) if words.place.line else words.place
            yield warning(finding.code, place, finding.message, finding.hint, words.field)


def _fields(story: Article) -> Iterator[Words]:
    place = Place(story.source)
    yield from (Words(value, place, (name,)) for name in FIELDS if (value := getattr(story, name)))
    if story.image:
        texts = {"alt": story.image.alt, "caption": story.image.caption}
        yield from (Words(value, place, ("image", name)) for name, value in texts.items() if value)


def _lines(source: str, path: str) -> Iterator[Words]:
    block = block_of(source)
    begin = block.end if block else 0
    fence = ""
    for number, line in enumerate(source[begin:].split("\n"), source.count("\n", 0, begin) + 1):
        if found := _FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        elif not fence:
            yield Words(_NO_TEXT.sub(lambda it: " " * len(it[0]), line), Place(path, number))


def name_findings(path: str, real: str) -> Iterator[Diagnostic]:
    """Yield a file whose name is spelled otherwise than in NFC, as some systems write it."""
    usual = normalize("NFC", real)
    if real != usual:
        first, second = apart(real, usual)
        said = f"this file's name has “{second}” as {code_points(first)}, not as {code_points(second)} (Unicode NFC)"
        hint = "rename it with git mv: type the name anew, though both look the same"
        yield notice("N737", Place(path), said, hint)
