"""The filters of templates: what they take and give, and what they print in each language that the theme speaks."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, get_type_hints

from patrika.model.language import Language
from patrika.model.media import Media
from patrika.model.site import Site
from patrika.render.filters import filters_of
from patrika.render.locale import Voice, read_phrases
from reference.kinds import said

ENGLISH = Language("en", "English", "en", "en_GB", "latn", "ltr", "", "The Paper")
BANGLA = Language("bn", "বাংলা", "bn", "bn_BD", "beng", "ltr", "bn", "কাগজ")
URDU = Language("ur", "اردو", "ur", "ur_PK", "latn", "rtl", "ur", "اخبار")
SITE = Site("The Paper", "https://x.org/paper", "Asia/Dhaka", "en", "broadsheet", (ENGLISH, BANGLA, URDU), (), 7, 25)

SHOWN: Mapping[str, Any] = {
    "instant": int(datetime(2023, 7, 26, 9, 16, tzinfo=UTC).timestamp()),
    "number": 1_234_567,
    "path": "/world/",
    "list of anything": ("A", "B", "C"),
    "Media": Media("content/plan.pdf", "/media/plan.pdf", "application/pdf", 1_400, 0, 0, b""),
}
"""A value of each type that a filter takes, if what the filter makes of it fits into a cell."""


SHOWN_BY: Mapping[str, Any] = {"ordinal": 3, "reading_time": 900}
"""A value for single filters, instead."""


def filter_rows() -> Iterator[tuple[str, ...]]:
    """Yield name with further parameters, type, what it gives, and an example in each language."""
    voices = [Voice(each, SITE.timezone, read_phrases(None)) for each in SITE.languages]
    english, *others = [filters_of(SITE, voice, lambda block: block.name) for voice in voices]
    for name, function in english.items():
        (_, first), *more = inspect.signature(function).parameters.items()
        takes = said(get_type_hints(function, include_extras=True)[first.name])
        rest = ", ".join(word if each.default is each.empty else f"{word}=…" for word, each in more)
        about = inspect.getdoc(function) or ""
        examples = (
            () if more else (_shown(each[name], SHOWN_BY.get(name, SHOWN.get(takes))) for each in (english, *others))
        )
        yield (
            f"`{name}{f'({rest})' if rest else ''}`",
            takes,
            about.removeprefix("Return ").removesuffix("."),
            *(examples or ("",) * len(voices)),
        )


def _shown(function: Callable[[Any], Any], value: Any) -> str:
    return "" if value is None else str(function(value)).replace("<bdi>", "").replace("</bdi>", "")
