"""Languages by their tags (BCP 47): how they are written."""

import re
from collections.abc import Mapping
from typing import Literal

from patrika.model.site import RIGHT_TO_LEFT

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{4,8})*")
KNOWN: Mapping[str, tuple[str, str]] = {
    "ar": ("Arab", "ar_EG"),
    "bn": ("Beng", "bn_BD"),
    "ckb": ("Arab", "ckb_IQ"),
    "en": ("Latn", "en_GB"),
    "fa": ("Arab", "fa_IR"),
    "he": ("Hebr", "he_IL"),
    "hi": ("Deva", "hi_IN"),
    "ne": ("Deva", "ne_NP"),
    "ps": ("Arab", "ps_AF"),
    "sd": ("Arab", "sd_PK"),
    "ta": ("Taml", "ta_IN"),
    "ug": ("Arab", "ug_CN"),
    "ur": ("Arab", "ur_PK"),
}
"""Script (ISO 15924) and CLDR locale of languages whose defaults need knowing."""


def direction_of(tag: str) -> Literal["ltr", "rtl"]:
    """Return the direction in which a language is written."""
    language, *parts = tag.split("-")
    known = KNOWN.get(language, ("", ""))[0]
    script = next((part for part in parts if len(part) == 4 and part.isalpha()), known)
    return "rtl" if script in RIGHT_TO_LEFT else "ltr"
