"""Voices of languages of which site.toml says no more than a test does."""

from patrika.model.language import DateStyle, Language
from patrika.render.locale import Voice, read_phrases, settled

MODEL = 1_690_406_160
"""26 July 2023, 21:16 UTC: 03:16 in Dhaka on the 27th."""
AS_PAPERS_DO = DateStyle()


def voice(tag: str, numerals: str = "", dates: DateStyle = AS_PAPERS_DO, timezone: str = "Asia/Dhaka") -> Voice:
    """Return the voice of a language by its tag."""
    language, faults = settled(Language(tag, tag, tag, "", numerals, "ltr", "", tag, dates))
    assert not faults
    return Voice(language, timezone, read_phrases(None))
