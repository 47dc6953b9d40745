"""Tables of Markdown, and their cells."""

from collections.abc import Iterable


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table of Markdown."""
    first, *others = [_line(cells) for cells in (head, *rows)]
    return "\n".join([first, f"|{'---|' * len(head)}", *others])


def _line(cells: Iterable[str]) -> str:
    escaped = (each.replace("|", r"\|") for each in cells)
    return "|" + "".join(f" {each} |" if each else " |" for each in escaped)


def code(word: str) -> str:
    """Return a word as code."""
    return f"`{word}`"


def cell(text: str) -> str:
    """Return a sentence of the source as a cell has it: on one line, small at its beginning, without its full stop."""
    line = " ".join(text.split()).removesuffix(".")
    return line[:1].lower() + line[1:] if line[1:2].islower() or line[1:2] == " " else line
