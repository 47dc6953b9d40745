"""A PO file read: its entries as babel has them, what people wrote around them, and what keeps it from being read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from gettext import c2py

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, unescape
from msgspec import Struct

from patrika.render.locale.plurals import plurals_of

_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d+\])[ \t]+)?("(?:[^"\\]|\\.)*")')
_KEYWORD = re.compile(r"msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?")
_EMPTY = re.compile(r'msgid\s+""')
_AFTER = {
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[0]",),
    "msgstr": ("msgctxt", "msgid"),
}
"""Which keyword may follow which."""

_PREVIOUS = ("#|", "#~|")
_CONTEXT_END = "\x04"


class NotPo(Exception):
    """What keeps a file from being read as PO: lines, from 1, and what is wrong there."""

    def __init__(self, faults: Iterable[tuple[int, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"line {line}: {said}" for line, said in self.faults))


class Around(Struct, frozen=True):
    """What stands before an entry and babel does not keep as it was."""

    remarks: tuple[str, ...] = ()
    """Comments of people, a line each."""
    previous: tuple[str, ...] = ()
    """The phrase that a fuzzy entry was made from, and its plural."""


class Layout(Struct, frozen=True):
    """What people wrote into a PO file besides its entries."""

    head: str
    """With the comments before it, as written; empty where there is none."""
    around: Mapping[int, Around]
    """By the line of an entry's `msgid`, from 1."""
    tail: tuple[str, ...]
    """Comments after the last entry."""


class PoCatalog(Catalog):
    """As babel has it. Of an entry that is there twice the first counts."""

    def __init__(self, locale: str = "") -> None:
        super().__init__(fuzzy=False)
        self.twice: list[Message] = []
        self.says_plurals = False
        """Whether the file has a rule of plurals of its own; else it is CLDR's, where a locale is given."""
        if locale:
            super().__setitem__("", Message("", f"Plural-Forms: {plurals_of(locale)}"))

    def __iter__(self) -> Iterator[Message]:
        """Yield a head, and the entries. Babel would write the time into it, in words of English, each time."""
        yield Message("", "Content-Type: text/plain; charset=utf-8\n")
        yield from self._messages.values()

    def __setitem__(self, id: str | list[str] | tuple[str, ...], message: Message) -> None:
        """Add an entry. Of the head nothing counts but the rule of plurals: the text is UTF-8 whatever it says."""
        if id:
            if self.get(id, message.context):
                self.twice.append(message)
            else:
                super().__setitem__(id, message)
            return
        rules = [line for line in str(message.string).split("\n") if line.lower().startswith("plural-forms:")]
        self.says_plurals = bool(rules)
        super().__setitem__(id, Message("", "\n".join(rules)))


def key_of(phrase: str, context: str | None = None) -> str:
    """Return the key under which gettext finds a phrase."""
    return phrase if context is None else context + _CONTEXT_END + phrase


def key_in(message: Message) -> str:
    """Return the key of an entry's phrase."""
    return key_of(texts(message.id)[0], message.context or None)


def texts(said: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return the forms of a phrase or a translation: one, unless it has a number."""
    return (said,) if isinstance(said, str) else tuple(said or ())


def is_said(message: Message) -> bool:
    """Return whether an entry has words that are printed, in each of its forms. Fuzzy ones are a guess."""
    return bool(message.string) and all(texts(message.string)) and not message.fuzzy


def read_catalog(text: str, locale: str = "") -> PoCatalog:
    """Return a PO file, read by a locale's rule of plurals where it has none. Raises NotPo."""
    lines = text.replace("\r\n", "\n").split("\n")
    if faults := [*_faults(lines)]:
        raise NotPo(faults)
    catalog = PoCatalog("" if "plural-forms:" in text.lower() else locale)
    try:
        PoFileParser(catalog, abort_invalid=True).parse(_plain(lines))
        c2py(catalog.plural_expr)
    except PoFileError as fault:
        raise NotPo([(fault.lineno + 1, _in_words(str(fault)))]) from None
    except ValueError as fault:
        line = next((number for number, line in enumerate(lines, 1) if "plural-forms" in line.lower()), 1)
        raise NotPo([(line, f"Plural-Forms: {fault}")]) from None
    return catalog


def _in_words(fault: str) -> str:
    if "more translations" in fault:
        return "this phrase has more forms than Plural-Forms at the head of the file tells of"
    return re.sub(r" on \d+$", "", fault)


def _faults(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield what breaks the grammar of PO: lines that are none, and keywords in no place."""
    before = {False: "", True: ""}
    for number, line in enumerate(map(str.strip, lines), 1):
        is_old = line.startswith("#~")
        code = line.removeprefix("#~").strip()
        if not code or code.startswith(("#", "|")):
            continue
        found = _LINE.fullmatch(code)
        if not found:
            before[is_old] = (_KEYWORD.match(code) or ("",))[0]
            yield (
                number,
                f"“{line}” is no line of a PO file: texts stand between quotation marks, behind msgid or msgstr",
            )
        elif found[1]:
            if not _may_follow(before[is_old], found[1]):
                yield number, f"{found[1]} cannot stand here"
            before[is_old] = found[1]
        elif not before[is_old]:
            yield number, f"there is no msgid before {code}"


def _may_follow(before: str, keyword: str) -> bool:
    if before.startswith("msgstr["):
        return keyword in ("msgctxt", "msgid", f"msgstr[{int(before[7:-1]) + 1}]")
    return keyword in _AFTER[before]


def _plain(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as babel takes them: it knows no entries that were, and one space behind keywords."""
    for line in map(str.strip, lines):
        if line.startswith((*_PREVIOUS, "#~ #")):
            yield ""
        else:
            yield re.sub(r"^((?:#~\s*)?msg[\w\[\]]+)\s+", r"\1 ", line) if "\t" in line else line


def layout_of(text: str) -> Layout:
    """Return what stands around the entries of a PO file."""
    lines = text.replace("\r\n", "\n").split("\n")
    head, around = "", dict[int, Around]()
    remarks: list[str] = []
    previous: list[str] = []
    begin, end, is_head = 0, 0, False
    for number, line in enumerate(map(str.strip, lines), 1):
        code = line.removeprefix("#~").strip()
        if line.startswith(_PREVIOUS):
            previous.append(line.partition("|")[2].strip())
        elif line.startswith("#") and line[1:2] not in (":", ",", ".", "~"):
            remarks.append(line[1:].strip())
        elif re.match(r"msgid\s", code):
            is_head = bool(_EMPTY.fullmatch(code)) and lines[number].strip().startswith("msgstr")
            if not is_head:
                around[number] = Around(tuple(remarks), _joined(previous))
            remarks, previous, begin = [], [], end
        elif code.startswith(("msgstr", '"')):
            if is_head:
                head = "\n".join(lines[begin:number]).strip("\n")
            end = number
    return Layout(head, around, tuple(remarks))


def _joined(previous: Iterable[str]) -> tuple[str, ...]:
    """Return the texts of `msgid` and `msgid_plural` among lines."""
    found: dict[str, str] = {}
    keyword = ""
    for line in previous:
        if part := _LINE.fullmatch(line):
            keyword = part[1] or keyword
            found[keyword] = found.get(keyword, "") + unescape(part[2])
    return tuple(found[name] for name in ("msgid", "msgid_plural") if name in found)
