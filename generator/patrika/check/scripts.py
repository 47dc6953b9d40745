"""Rules for the letters of a text: what its language is written with, and what only looks like it."""

import re
from collections.abc import Callable, Iterator
from unicodedata import category, decimal

from patrika.check.finding import Finding
from patrika.read.scripts import VIRAMAS, is_of, letters, letters_in, scripts_of
from patrika.read.text import cut

_DANDA = ("Beng", "Deva", "Gujr", "Orya", "Guru")
"""Scripts whose sentences end in `।` (U+0964)."""

_PIPE = re.compile(r"(?<=\S)\|(?=\s|$)|(?<=\S )\|$")
_TABLE = re.compile(r"^\s*\||\|\s*:?-{2,}|-{2,}:?\s*\|")
_COLON = re.compile(r"(?<=\S):(?=\S)")
_NUMBER = re.compile(r"\d[\d,.٫٬]*\d")
_WIDTHLESS = re.compile("[\u200b-\u200d\ufeff]+")
_JOINED = ("Arab", "Syrc", "Mong")
_SPACELESS = frozenset(("Thai", "Laoo", "Khmr", "Mymr"))
_VISARGAS = {"Beng": "বিসর্গ, “ঃ” (U+0983)", "Deva": "विसर्ग, “ः” (U+0903)"}
_ANSI = re.compile(r"[A-Za-z][†‡ˆ‰Š©¨ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷˜¡¢£¤¥¦§]+[A-Za-z&]?|[†‡‰][A-Za-z]")
_TRADE = re.compile(r"[A-Za-z][®©²³°¹º]")
"""What ends names and units: `iPhone®`, `km²`."""
SHOWN = 30
"""Letters of a line that a message shows."""

LEAST = 40
"""Letters of a paragraph from which on its script says something of its language."""

Rule = Callable[[str, tuple[str, ...]], Iterator[tuple[Finding, int]]]


def script_findings(line: str, tag: str) -> Iterator[tuple[Finding, int]]:
    """Yield what is wrong with the letters of a line of text in a language (BCP 47), each with its place in it, from 0."""
    scripts = scripts_of(tag)
    if not scripts or not line.strip():
        return
    for rule in _RULES:
        yield from rule(line, scripts)


def _foreign(line: str, scripts: tuple[str, ...]) -> Iterator[tuple[Finding, int]]:
    """Yield a paragraph that is written in another script than its language; one of a font of old, as that."""
    found = [] if "Latn" in scripts else [it for it in _ANSI.finditer(line) if not _TRADE.fullmatch(it[0])]
    if found and len(found) * 8 >= len(line.split()) and letters_in(line, scripts) * 2 < letters(line):
        said = f"this text looks like one for an old font (Bijoy, ANSI): “{cut(line.strip(), SHOWN)}”"
        hint = "convert it to Unicode: without that font, and to search engines, it is no text"
        yield Finding("W732", said, hint), found[0].start()
    elif (count := letters(line)) >= LEAST and letters_in(line, scripts) * 10 < count:
        said = f"this paragraph is written in another script than its language: “{cut(line.strip(), SHOWN)}”"
        hint = "mark foreign words as [words]{lang=en}, or give the file its own language"
        yield Finding("W731", said, hint), len(line) - len(line.lstrip())


def _danda(line: str, scripts: tuple[str, ...]) -> Iterator[tuple[Finding, int]]:
    """Yield `|` where a sentence ends."""
    if not set(scripts).intersection(_DANDA) or _TABLE.search(line):
        return
    for found in _PIPE.finditer(line):
        if is_of(line[: found.start()].rstrip()[-1:], scripts):
            yield Finding("W733", "a “|” stands where a sentence ends", "write দাঁড়ি, “।” (U+0964)"), found.start()


def _visarga(line: str, scripts: tuple[str, ...]) -> Iterator[tuple[Finding, int]]:
    """Yield a colon within a word."""
    sign = next((_VISARGAS[script] for script in scripts if script in _VISARGAS), "")
    if not sign:
        return
    for found in _COLON.finditer(line):
        at = found.start()
        beside = line[at - 1], line[at + 1]
        if all(is_of(letter, scripts) and category(letter)[0] in "LM" for letter in beside):
            word = re.split(r"\s", line[:at])[-1] + re.split(r"\s", line[at:])[0]
            yield (
                Finding("W734", f"a colon stands within the word “{word}”", f"write {sign}, or a space"),
                at,
            )


def _digits(line: str, _scripts: tuple[str, ...]) -> Iterator[tuple[Finding, int]]:
    """Yield numbers whose digits are of two scripts."""
    for found in _NUMBER.finditer(line):
        zeros = {ord(sign) - decimal(sign) for sign in found[0] if category(sign) == "Nd"}
        if len(zeros) > 1:
            said = f"the number “{found[0]}” has digits of two scripts"
            yield Finding("W735", said, "write all of them in one"), found.start()


def _joiners(line: str, scripts: tuple[str, ...]) -> Iterator[tuple[Finding, int]]:
    """Yield signs without width that do nothing where they stand."""
    for found in _WIDTHLESS.finditer(line):
        before, after = line[: found.start()], line[found.end() :]
        if len(found[0]) > 1 or not _does_something(found[0], before[-1:], after[:1], scripts):
            names = ", ".join(f"U+{ord(sign):04X}" for sign in found[0])
            near = "".join((*before.split()[-1:], *after.split()[:1]))
            said = f"a sign without width ({names}) does nothing at “{near}”"
            yield Finding("W736", said, "delete it: it hides words from searches"), found.start()


def _does_something(sign: str, before: str, after: str, scripts: tuple[str, ...]) -> bool:
    """Return whether a sign changes what is seen (Unicode Standard, 23.2): a joiner beside a virama, between letters that
    join, or in an emoji; a place to break a line (U+200B) in scripts that write no spaces."""
    if sign == "\u200b":
        return not _SPACELESS.isdisjoint(scripts)
    if sign == "\ufeff" or not before:
        return False
    if is_of(before, _JOINED):
        return sign == "\u200d" or category(after or " ")[0] in "LM"
    if before in VIRAMAS:
        return sign == "\u200d" or category(after or " ")[0] in "LM"
    return (after in VIRAMAS and bool(after)) or (
        category(before) in ("So", "Sk", "Mn") and category(after or " ") in ("So", "Sm")
    )


_RULES: tuple[Rule, ...] = (_foreign, _danda, _visarga, _digits, _joiners)
