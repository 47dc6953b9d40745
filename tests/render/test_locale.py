"""Dates, clocks and numbers as newspapers print them."""

import pytest

from patrika.render.locale import read_phrases
from tests.render.voices import MODEL, voice

ENGLISH, BANGLA, URDU = voice("en"), voice("bn"), voice("ur")


def test_dates_are_in_each_languages_words_and_digits() -> None:
    assert ENGLISH.date(MODEL) == "27 July 2023"
    assert BANGLA.date(MODEL) == "২৭ জুলাই ২০২৩"
    assert URDU.date(MODEL) == "27 جولائی 2023"
    assert ENGLISH.long_date(MODEL) == "Thursday, 27 July 2023"
    assert BANGLA.long_date(MODEL) == "বৃহস্পতিবার, ২৭ জুলাই ২০২৩"
    assert URDU.long_date(MODEL) == "جمعرات، 27 جولائی 2023"
    assert BANGLA.month(MODEL) == "জুলাই ২০২৩"
    assert BANGLA.year(MODEL) == "২০২৩"


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (0, "রাত ১২:১৬"),
        (3, "রাত ৩:১৬"),
        (4, "ভোর ৪:১৬"),
        (6, "সকাল ৬:১৬"),
        (12, "দুপুর ১২:১৬"),
        (15, "বিকাল ৩:১৬"),
        (18, "সন্ধ্যা ৬:১৬"),
        (20, "রাত ৮:১৬"),
    ],
)
def test_bangla_clocks_say_the_part_of_the_day(hour: int, said: str) -> None:
    assert BANGLA.clock(MODEL + (hour - 3) * 3600) == said


def test_english_and_urdu_clocks_have_twenty_four_hours() -> None:
    assert ENGLISH.clock(MODEL) == "03:16"
    assert URDU.clock(MODEL + 12 * 3600) == "15:16"


def test_bangla_months_are_spelt_as_the_bangla_academy_has_them() -> None:
    assert BANGLA.date(1_673_700_000) == "১৪ জানুয়ারি ২০২৩"
    assert BANGLA.date(1_676_900_000) == "২০ ফেব্রুয়ারি ২০২৩"


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert ENGLISH.number(1_234_567) == "1,234,567"
    assert BANGLA.number(1_234_567) == "১২,৩৪,৫৬৭"


def test_the_zone_is_named_in_the_language() -> None:
    assert ENGLISH.zone_name(MODEL) == "Bangladesh Time"
    assert BANGLA.zone_name(MODEL) == "বাংলাদেশ সময়"
    assert not any(letter.isascii() and letter.isalpha() for letter in URDU.zone_name(MODEL))


def test_machines_get_the_sites_zone_and_latin_digits() -> None:
    assert BANGLA.iso(MODEL) == "2023-07-27T03:16:00+06:00"


def test_lists_are_joined_as_the_language_does() -> None:
    assert ENGLISH.listing(["A", "B", "C"]) == "A, B and C"
    assert BANGLA.listing(["ক", "খ"]) == "ক ও খ"


def test_phrases_come_from_po_files_and_fall_back_to_english() -> None:
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Tags"\nmsgstr "বিষয়"\n'
    phrases = read_phrases(po)
    assert phrases.gettext("Tags") == "বিষয়"
    assert phrases.gettext("Latest") == "Latest"
    assert read_phrases(None).gettext("Tags") == "Tags"


def test_an_empty_phrase_is_empty() -> None:
    """Not the head of the file, which gettext keeps in its place."""
    assert read_phrases('msgid ""\nmsgstr "Language: bn"\n').gettext("") == ""


@pytest.mark.parametrize("tag", ["bn", "en", "ur", "hi", "fa", "ne", "ta", "zh"])
def test_who_says_nothing_has_loaded_nothing(tag: str) -> None:
    """A build with nothing to print does without the data of its languages."""
    silent = voice(tag)
    assert silent.plain(2023)
    assert vars(silent.locale)["_Locale__data"] is None
    assert silent.date(MODEL)
    assert vars(silent.locale)["_Locale__data"] is not None
