"""Single values of front matter: what each key may hold. All raise `Unfit` for what they cannot take."""

import re
from collections.abc import Callable, Mapping
from typing import Any, cast
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from msgspec import Struct

from patrika.model.article import ImageRef, Original
from patrika.model.diagnostics import did_you_mean
from patrika.read.decoding import KEY
from patrika.read.moments import read_moment
from patrika.read.text import fit, key_of, nfc
from patrika.read.unfit import Unfit


class Moment(Struct, frozen=True):
    """An instant in UTC seconds, as written: whether its local time happened twice, and whether it has a time at all."""

    seconds: int
    ambiguous: bool
    timed: bool


class DatedText(Struct, frozen=True):
    """A text of an instant."""

    moment: Moment
    text: str


Reader = Callable[[Any, ZoneInfo], Any]


def is_absent(value: object) -> bool:
    """Return whether a value counts as not given: CMSs write empty ones for optional fields."""
    return (
        value is None
        or value == ""
        or value == []
        or value == {}
        or (isinstance(value, str) and not fit(value).strip())
    )


def text(value: object, _: ZoneInfo | None = None) -> str:
    """Return one line of text, without signs that no page or feed can carry; a whole number is its digits."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unfit(f"{_kind(value)} stands where a text is wanted", "put it between quotation marks")
    return " ".join(fit(nfc(str(value))).split())


def texts(value: object, zone: ZoneInfo) -> tuple[str, ...]:
    """Return a list of texts; one text is a list of one. Repetitions and empty items are dropped."""
    items = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(text(item, zone) for item in items if not is_absent(item)))


def url(value: object, zone: ZoneInfo | None = None) -> str:
    """Return a web address as RFC 3986 has it, as links in bodies are: letters of other scripts percent-encoded, in the host's
    name as Punycode. What could run in a reader's browser is no address."""
    address = text(value, zone)
    if not address.startswith(("https://", "http://")) or any(letter in address for letter in ' "<>'):
        raise Unfit(f"“{address}” is not a web address", "write it whole: https://example.org/page")
    # Loaded here, since what begins a story or finds nothing to do needs no Markdown.
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(address)


def urls(value: object, zone: ZoneInfo) -> tuple[str, ...]:
    """Return a list of web addresses; one is a list of one."""
    return tuple(url(item, zone) for item in texts(value, zone))


def flag(value: object, _: ZoneInfo) -> bool:
    """Return yes or no."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        return value.strip().lower() == "true"
    raise Unfit(f"“{value}” is neither true nor false", "write true or false, without quotation marks")


def moment(value: object, zone: ZoneInfo) -> Moment:
    """Return an instant."""
    seconds, ambiguous = read_moment(value, zone)
    return Moment(seconds, ambiguous, ":" in str(value))


def dated_texts(value: object, zone: ZoneInfo) -> tuple[DatedText, ...]:
    """Return a list of texts with their instants, in the order written; one is a list of one."""
    items = value if isinstance(value, list) else [value]
    return tuple(_dated_text(item, zone, (number,)) for number, item in enumerate(items) if not is_absent(item))


def _dated_text(value: object, zone: ZoneInfo, at: tuple[int]) -> DatedText:
    known = {"date": moment, "text": text}
    example = "write {date: 2023-07-28, text: …}"
    if not isinstance(value, dict):
        raise Unfit(f"{_kind(value)} stands where a date and a text are wanted", example, at)
    for key in value:
        if key not in known:
            raise Unfit(f"unknown key “{key}”", did_you_mean(str(key), known, example), (*at, str(key), KEY))
    for key in known:
        if is_absent(value.get(key)):
            raise Unfit(f"an item has no {key}", example, at)
    try:
        date = moment(value["date"], zone)
    except Unfit as fault:
        raise Unfit(fault.message, fault.hint, (*at, "date")) from None
    return DatedText(date, text(value["text"]))


def moments_in(value: object) -> tuple[Moment, ...]:
    """Return the instants that a value read holds."""
    if isinstance(value, tuple):
        return tuple(item.moment for item in value if isinstance(item, DatedText))
    return (value,) if isinstance(value, Moment) else ()


def image(value: object, zone: ZoneInfo) -> ImageRef:
    """Return a picture; a text is its `src` alone."""
    if not isinstance(value, dict):
        return ImageRef(text(value, zone))
    known = ("src", "alt", "caption", "credit", "focus")
    for key in value:
        if key not in known:
            raise Unfit(
                f"a picture has no “{key}”",
                did_you_mean(str(key), known, "it has src, alt, caption, credit and focus"),
            )
    parts = {key: text(part, zone) for key, part in value.items() if not is_absent(part)}
    if "src" not in parts:
        raise Unfit("this picture has no src", 'name the file: src: photo.jpg, or src: "@/images/photo.jpg"')
    return ImageRef(parts["src"], parts.get("alt", ""), parts.get("caption", ""), parts.get("credit", ""))


def versions(value: object, zone: ZoneInfo) -> tuple[tuple[str, str], ...]:
    """Return a table of stories or web addresses by language."""
    if not isinstance(value, dict):
        hint = "write {bn: sport/mela}, or {bn: https://example.org/mela}"
        raise Unfit(f"{_kind(value)} stands where a table of languages is wanted", hint)
    written = {str(key): text(part) for key, part in value.items() if not is_absent(part)}
    return tuple((key, url(part, zone) if "://" in part else part) for key, part in written.items())


def original(value: object, zone: ZoneInfo) -> Original:
    """Return the version that a translation was made from."""
    written = text(value, zone)
    language, at, wording = written.partition("@")
    if not (language and at and _WORDING.fullmatch(wording)):
        hint = "let  patrika translate STORY LANGUAGE --update  write it, once the translation is as it should be"
        raise Unfit(f"“{written}” names no version that a translation is made from", hint)
    return Original(language, wording)


def mapping(value: object, _: ZoneInfo) -> Mapping[str, Any]:
    """Return a table as it is."""
    if not isinstance(value, dict):
        raise Unfit(f"{_kind(value)} stands where a table of keys and values is wanted")
    return cast(dict[str, Any], free(value))


def free(value: object) -> object:
    """Return a value of no fixed type with its texts in NFC and its keys as texts, sorted, so that it has one encoding and is
    printed in one way."""
    if isinstance(value, dict):
        return {key: free(part) for key, part in sorted((nfc(str(key)), part) for key, part in value.items())}
    if isinstance(value, list):
        return [free(part) for part in value]
    return value if value is None or isinstance(value, bool | int | float) else nfc(str(value))


def choice(*words: str) -> Reader:
    """Return a reader of one of `words`."""

    def read(value: object, zone: ZoneInfo) -> str:
        word = text(value, zone)
        if word not in words:
            raise Unfit(f"“{word}” is not one of {', '.join(words)}", did_you_mean(word, words, "choose one of them"))
        return word

    return read


def segment(value: object, zone: ZoneInfo) -> str:
    """Return a word that can be one part of a URL and a file name on every system."""
    word = text(value, zone)
    if fault := segment_fault(word):
        raise Unfit(f"“{word}” cannot be part of an address: {fault}", "use letters, digits and hyphens")
    return word


def key(value: object, zone: ZoneInfo) -> str:
    """Return the key that a name comes to, as of a tag."""
    name = text(value, zone)
    if not (found := key_of(name)):
        raise Unfit(f"“{name}” has no letter", "write a word")
    return found


def address(value: object, zone: ZoneInfo | None = None) -> str:
    """Return the path of a page under the site's base, decoded and in NFC, with a slash at both ends or `.html` at its end.

    What ends in neither, `/old.php`, is a folder: hosts lead from its name to the page in it.
    """
    written = text(value, zone)
    if not written.startswith("/") or written.startswith("//"):
        raise Unfit(f"“{written}” is no address of this site", "write it without the host: /2014/05/storm/")
    parts = nfc(unquote(written)).strip("/").split("/")
    if parts[-1] == "index.html":
        parts.pop()
    if fault := next((fault for part in parts if (fault := segment_fault(part))), "") if parts != [""] else "":
        raise Unfit(f"“{written}” cannot be an address: {fault}", "use letters, digits and hyphens between slashes")
    path = "/".join(["", *filter(None, parts)])
    return path if path.endswith((".html", ".htm")) else f"{path}/"


def addresses(value: object, zone: ZoneInfo) -> tuple[str, ...]:
    """Return a list of paths of pages; one is a list of one."""
    return tuple(dict.fromkeys(address(item, zone) for item in texts(value, zone)))


_WORDING = re.compile("[0-9a-f]{8}")
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def segment_fault(part: str) -> str:
    """Return why a word cannot be one part of an address, or the empty text."""
    return path_fault(part) or next((f"it holds the sign {sign!r}" for sign in "#%" if sign in part), "")


def path_fault(part: str) -> str:
    """Return why some system cannot write a file of this name, or the empty text."""
    if part in ("", ".", ".."):
        return "it names no file"
    if min(part) < " " or not _FORBIDDEN.isdisjoint(part):
        found = next(letter for letter in part if letter in _FORBIDDEN or letter < " ")
        return f"it holds the sign {found!r}"
    if part[-1] in ". ":
        return "it ends with a dot or a space"
    if part.split(".")[0].casefold() in _DEVICES:
        return "Windows keeps the name for a device"
    if len(part.encode()) > 240:
        return "it is longer than 240 bytes"
    return ""


def _kind(value: object) -> str:
    names = {
        bool: "true or false",
        float: "a number with a fraction",
        int: "a number",
        list: "a list",
        dict: "a table",
    }
    return next((name for type_, name in names.items() if isinstance(value, type_)), f"“{value}”")
