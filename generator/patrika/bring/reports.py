"""What needs a hand in a text that was brought over, told by its place in the file that was written."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from patrika.bring.cargo import Text
from patrika.bring.markdown_text import parts
from patrika.bring.plain_yaml import front_matter
from patrika.model.diagnostics import Diagnostic, Place, warning
from patrika.read.markdown import render_markdown
from patrika.read.text import cut, nfc

_NAMED = re.compile(r"""\]\(([^)\s]+)|(?:src|href)="([^"]+)"|^(?:  src|image): "?([^"\n]+?)"?$""")
_FILE = re.compile(r"\.(?!(?:md|html?|php)$)[A-Za-z0-9]{2,5}$")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


Left = tuple[int, str]
"""The row of a body, from 0, in which something of the old site stands, and its words."""


def text_of(text: Text) -> str:
    """Return a file as it is written."""
    head, body = front_matter(text.fields), text.body.strip("\n")
    return f"{head}\n{body}\n" if body else head


def _at(text: Text, row: int) -> Place:
    """Return the place of a row of a body, counted from 0, in the file."""
    blank = len(text.body) - len(text.body.lstrip("\n"))
    return Place(text.target, front_matter(text.fields).count("\n") + 2 + row - blank)


def named_files(text: Text) -> Iterator[tuple[str, Place]]:
    """Yield the pictures and files of the site that a text names, by path from the site's root, and where it does."""
    folder = PurePosixPath("content", text.path).parent.as_posix()
    written = text_of(text) if text.form == "html" else _without_code(text_of(text))
    for row, line in enumerate(written.split("\n"), 1):
        for found in _NAMED.finditer(line):
            path = unquote(found[1] or found[2] or found[3])
            if _FILE.search(path) and not _ELSEWHERE.match(path):
                beside = (
                    f"static{path}" if path[0] == "/" else path.replace("@", "content", 1) if path[0] == "@" else ""
                )
                yield (
                    normpath(beside or f"{folder}/{path}"),
                    Place(text.target, row, found.start(found.lastindex or 0) + 1),
                )


def _without_code(text: str) -> str:
    """Return a Markdown text with its code blanked, line for line."""
    return "".join(re.sub(r"[^\n]", " ", part) if is_code else part for part, is_code in parts(text))


def kept_as_html(text: Text, lost: str) -> Diagnostic:
    """Return that a body stays HTML, and what Markdown could not say of it."""
    said = f"this text stays HTML, since Markdown cannot say “{cut(lost, 60)}”"
    return warning("W606", Place(text.target), said, "leave it so, or write it in Markdown and name the file .md")


def left_over(text: Text, found: Iterable[Left], kind: str) -> Iterator[Diagnostic]:
    """Yield the shortcodes and tags of the old site that stand in a body as words, by row from 0."""
    for row, words in found:
        said = f"this {kind} of the old site is not known here: “{cut(words, 60)}”"
        yield warning("W605", _at(text, row), said, "write in Markdown what it showed, or delete it")


def rows_of(body: str, found: Iterable[str]) -> Iterator[Left]:
    """Yield words that stand in a body one after the other, each with its row."""
    start = 0
    for words in found:
        at = body.find(words, start)
        start = at if at >= 0 else start
        yield body.count("\n", 0, start), words


def raw_html(text: Text) -> Iterator[Diagnostic]:
    """Yield the raw HTML in a Markdown body, which a build refuses."""
    for fault in render_markdown(nfc(text.body), Place(text.target, 1), typography=None, excerpt=False).faults:
        if fault.code == "E120":
            said = re.sub(r"^.*?: ", "", fault.message)
            place = _at(text, fault.place.line - 1)
            yield warning("W613", place, f"raw HTML is an error in a build: {said}", fault.hint)
