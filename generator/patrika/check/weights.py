"""Budgets: what a page may weigh, as a reader's line carries it."""

import zlib
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from patrika.check.facts import PageFacts
from patrika.check.finding import Finding
from patrika.check.ground import Ground, target_of
from patrika.model.page import STORY_ROLES, Role
from patrika.model.site import Budget

KILOBYTE = 1024

_WRAPPING = 12
"""Bytes that gzip has around what zlib makes."""

PACKED = (".css", ".js", ".mjs", ".svg", ".json", ".webmanifest")
"""What hosts compress on the way."""


class Scales(Struct, frozen=True):
    """How files of the output folder are weighed, in bytes."""

    size: Callable[[str], int]
    """As it lies there."""
    carried: Callable[[str], int]
    """As it goes over the line."""


def carried(file: str, size: int, content: Callable[[str], bytes]) -> int:
    """Return the bytes of a file that go over the line; `content` is asked for it where hosts compress it."""
    return packed(content(file)) if file.endswith(PACKED) else size


def packed(content: bytes, limit: int = 0) -> int:
    """Return the bytes of what nearly every host makes of a text: gzip (RFC 1952), at its best; brotli makes a sixth less.
    What is within `limit` at its quickest is not packed any better."""
    quickly = len(zlib.compress(content, 1)) + _WRAPPING
    return quickly if quickly <= limit else len(zlib.compress(content, 9)) + _WRAPPING


def weight_findings(
    path: str, role: Role, content: bytes, facts: PageFacts, ground: Ground, scales: Scales, budget: Budget
) -> Iterator[Finding]:
    """Yield what is too heavy of the page at a path."""

    def files(addresses: Iterable[str]) -> list[str]:
        paths = [target_of(address, path, ground.url).path for address in addresses]
        return [file for it in paths if it and (file := ground.file_at(it))]

    own = budget.story if role in (*STORY_ROLES, "standalone") else budget.list
    html = packed(content, own * KILOBYTE)
    if _is_over(html, own):
        hint = "shorten its lists, or set another limit under [check.budget]"
        yield Finding("E716", f"the HTML of this page has {_kb(html)} compressed, and more than {own} KB", hint)
    styles = sum(scales.carried(file) for file in files(facts.styles))
    if _is_over(styles, budget.styles):
        said = f"the style sheets of this page have {_kb(styles)} compressed, and more than {budget.styles} KB"
        yield Finding("E717", said, "remove rules that nothing uses, or set another limit under [check.budget]")
    for file in dict.fromkeys(files(picture.address for picture in facts.pictures)):
        if _is_over(size := scales.size(file), budget.picture):
            said = f"the picture /{file} has {_kb(size)}, and more than {budget.picture} KB"
            yield Finding("W718", said, "save it smaller, or as WebP or AVIF")
    eager = files(picture.address for picture in facts.pictures if not picture.is_lazy)
    rest = [*dict.fromkeys(eager), *files(facts.scripts)]
    whole = html + styles + sum(scales.carried(file) for file in rest)
    if _is_over(whole, budget.whole):
        said = f"this page needs {_kb(whole)} before readers see all of it, and more than {budget.whole} KB"
        yield Finding("W719", said, "load fewer and smaller pictures at once, and fewer scripts")


def _is_over(size: int, limit: int) -> bool:
    """Return whether bytes are more than so many kilobytes; 0 is no limit."""
    return bool(limit) and size > limit * KILOBYTE


def _kb(size: int) -> str:
    return f"{size / KILOBYTE:.1f} KB"
