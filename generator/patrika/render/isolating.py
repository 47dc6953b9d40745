"""Names and other words of unknown direction, so that they stand in a line as they are written."""

from markupsafe import Markup, escape

from patrika.read.tongues import Direction, directions_in


def isolated(text: object, direction: Direction) -> Markup:
    """Return a text in `<bdi>` where its letters, or its digits and signs, could mix with those beside it.

    Of letters of both directions it runs as the page, for it is more likely to be of its language than the first word says.
    """
    if hasattr(text, "__html__"):
        return Markup(text)
    words = str(text)
    if words.isascii() and direction == "ltr":
        return escape(words)
    found = directions_in(words)
    if found == {direction} or not (found or direction == "rtl") or not words.strip():
        return escape(words)
    if len(found) == 2:
        return Markup('<bdi dir="{}">{}</bdi>').format(direction, words)
    return Markup("<bdi>{}</bdi>").format(words)
