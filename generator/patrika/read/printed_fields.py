"""Front matter as it is printed: the values that are words are set as the text below them is. Names stay as they are written,
and so do keys, addresses and own fields."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from patrika.model.article import ImageRef
from patrika.model.site import Site
from patrika.read.typography import PLAIN_TYPOGRAPHY, Typography
from patrika.read.values import DatedText

_WORDS = ("title", "summary", "kicker", "dateline", "role")


def typography_of(site: Site, language: str) -> Typography | None:
    """Return how texts in a language are set, None where the site wants them as they are written."""
    if not site.markdown.typography:
        return None
    own = {it.tag: it.quotes for it in site.languages}
    known = (Typography(it.quotes, own) for it in site.languages if it.id == language)
    return next(known, PLAIN_TYPOGRAPHY)


def printed_fields(fields: Mapping[str, Any], typography: Typography | None) -> Mapping[str, Any]:
    """Return checked front matter as it is printed. What could not be read is None, and stays so."""
    if not typography:
        return fields
    changed: dict[str, Any] = {name: typography.typeset(text) for name in _WORDS if (text := fields.get(name))}
    if image := fields.get("image"):
        changed["image"] = _image(image, typography)
    if corrections := fields.get("corrections"):
        changed["corrections"] = tuple(_dated(it, typography) for it in corrections)
    return {**fields, **changed}


def _image(image: ImageRef, typography: Typography) -> ImageRef:
    return replace(image, alt=typography.typeset(image.alt), caption=typography.typeset(image.caption))


def _dated(item: DatedText, typography: Typography) -> DatedText:
    return replace(item, text=typography.typeset(item.text))
