"""What in a style sheet goes by the sides of the screen and not by the direction of writing, and so stays where it is when a
page is mirrored."""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"[{};]")
_SIDE = re.compile(r"(?<![\w-])(left|right)(?![\w-])")
_ZERO = re.compile(r"[-+]?0*\.?0+(?:[a-z]+|%)?")
_BOX = re.compile(
    r"(?:margin|padding|inset|scroll-margin|scroll-padding|border-(?:width|style|color|image-width|image-outset))"
)
_PLACE = (
    "background-position",
    "object-position",
    "mask-position",
    "transform-origin",
    "perspective-origin",
    "background-position-x",
)
_MOVES = re.compile(r"(?:translatex|translate3d|translate|skewx|skew|rotate|rotatez|scalex|matrix)\(([^()]*)")
_UPRIGHT = ("0deg", "180deg", "0", "0turn", "0.5turn", ".5turn")


def sided(css: str) -> Iterator[str]:
    """Yield declarations of CSS that are not the same in a mirrored page, each behind its selector.

    Shorthands whose left is their right, zeros and centres are the same. What stands under `:dir(rtl)` or `[dir="rtl"]`
    is the mirroring itself.
    """
    around: list[str] = []
    text = _COMMENT.sub("", css)
    start = 0
    for mark in _BLOCK.finditer(text):
        piece = " ".join(text[start : mark.start()].split())
        start = mark.end()
        if mark[0] == "{":
            around.append(piece)
            continue
        name, colon, value = piece.partition(":")
        if colon and around and _is_sided(name.strip().lower(), value.strip().lower()):
            selector = " ".join(it for it in around if not it.startswith("@"))
            if not re.search(r":dir\(rtl\)|\[dir=\"?rtl", selector):
                yield f"{selector} {{ {piece} }}"
        if mark[0] == "}":
            around.pop()


def _is_sided(name: str, value: str) -> bool:
    if name == "direction" or re.search(r"(?:^|-)(?:left|right)(?:$|-)", name):
        return True
    if name == "content" or name.startswith("grid-") or name in ("animation-name", "will-change", "src"):
        return False
    if _SIDE.search(value):
        return True
    parts = re.findall(r"(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+", value)
    if _BOX.fullmatch(name):
        return len(parts) == 4 and parts[1] != parts[3]
    if name == "border-radius":
        return any(_corners(half.split()) for half in value.split("/"))
    if name in _PLACE:
        return (
            bool(parts)
            and any(part not in ("center", "50%") for part in parts[:1])
            and parts[0] not in ("top", "bottom")
        )
    if name == "translate":
        return not _ZERO.fullmatch(parts[0]) and value != "none"
    if name == "rotate":
        return value not in ("none", *_UPRIGHT)
    if name in ("box-shadow", "text-shadow"):
        return any(_moved(shadow) for shadow in re.split(r",(?![^()]*\))", value))
    return _turned(value)


def _corners(radii: list[str]) -> bool:
    """Return whether the corners at the left are others than those at the right."""
    four = [*radii, *radii[:1]] if len(radii) == 1 else radii
    if len(four) == 2:
        return four[0] != four[1]
    if len(four) == 3:
        return four[0] != four[1] or four[2] != four[1]
    return four[0] != four[1] or four[2] != four[3]


def _moved(shadow: str) -> bool:
    lengths = re.findall(r"(?<![\w.#-])[-+]?[\d.]+(?:[a-z]+|%)?(?![\w(])", re.sub(r"[a-z-]+\([^()]*\)", "", shadow))
    return bool(lengths) and not _ZERO.fullmatch(lengths[0])


def _turned(value: str) -> bool:
    """Return whether something in a value moves, turns or runs sidewards: transforms, gradients, clips."""
    for found in _MOVES.finditer(value):
        first = found[1].split(",")[0].strip()
        if not _ZERO.fullmatch(first) and first not in ("180deg", "50%", "1") and "var(" not in first:
            return True
    if gradient := re.search(r"linear-gradient\(\s*([^,()]*)", value):
        angle = gradient[1].strip()
        if re.fullmatch(r"[-+\d.]+(?:deg|turn|rad|grad)", angle) and angle not in _UPRIGHT:
            return True
    if clip := re.search(r"\binset\(([^()]*)\)", value):
        sides = clip[1].split(" round ")[0].split()
        return len(sides) == 4 and sides[1] != sides[3]
    return bool(re.search(r"\b(?:polygon|path|rect|xywh)\(", value))
