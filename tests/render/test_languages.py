"""What is printed in nine languages, against what was written down by hand; what CLDR says of it is tests/browser's matter."""

from collections.abc import Mapping

import pytest
from babel.localedata import locale_identifiers
from msgspec import Struct

from patrika.model.language import DateStyle, Language
from patrika.read.date_patterns import pattern_fault
from patrika.render.locale import settled
from patrika.render.locale.habits import habits_of, languages_with_habits
from tests.render.voices import MODEL, voice

COUNTS = (0, 1, 2, 5, 11)


class Expected(Struct, frozen=True):
    date: str
    long_date: str
    month: str
    clocks: tuple[str, str]
    digits: str
    number: str
    large: str
    hours: tuple[str, ...]
    listed: str
    ordinals: tuple[str, ...]
    zone: str


EXPECTED: Mapping[str, Expected] = {
    "en": Expected(
        "27 July 2023",
        "Thursday, 27 July 2023",
        "July 2023",
        ("03:16", "15:16"),
        "0123456789",
        "1,234,567.5",
        "1.2 million",
        ("0 hours", "1 hour", "2 hours", "5 hours", "11 hours"),
        "A, B and C",
        ("1st", "2nd", "3rd", "4th", "5th"),
        "Bangladesh Time",
    ),
    "bn": Expected(
        "২৭ জুলাই ২০২৩",
        "বৃহস্পতিবার, ২৭ জুলাই ২০২৩",
        "জুলাই ২০২৩",
        ("রাত ৩:১৬", "বিকাল ৩:১৬"),
        "০১২৩৪৫৬৭৮৯",
        "১২,৩৪,৫৬৭.৫",
        "১২ লাখ",
        ("০ ঘণ্টা", "১ ঘণ্টা", "২ ঘণ্টা", "৫ ঘণ্টা", "১১ ঘণ্টা"),
        "A, B ও C",
        ("১ম", "২য়", "৩য়", "৪র্থ", "৫ম"),
        "বাংলাদেশ সময়",
    ),
    "ur": Expected(
        "27 جولائی 2023",
        "جمعرات، 27 جولائی 2023",
        "جولائی 2023",
        ("03:16", "15:16"),
        "0123456789",
        "1,234,567.5",
        "12\u00a0لاکھ",
        ("0 گھنٹے", "1 گھنٹہ", "2 گھنٹے", "5 گھنٹے", "11 گھنٹے"),
        "A، B اور C",
        ("پہلا", "دوسرا", "تیسرا", "چوتھا", "5واں"),
        "بنگلہ دیش کا وقت",
    ),
    "ar": Expected(
        "٢٧ يوليو ٢٠٢٣",
        "الخميس، ٢٧ يوليو ٢٠٢٣",
        "يوليو ٢٠٢٣",
        ("٣:١٦ ص", "٣:١٦ م"),
        "٠١٢٣٤٥٦٧٨٩",
        "١٬٢٣٤٬٥٦٧٫٥",
        "١٫٢\u00a0مليون",
        ("٠ ساعة", "ساعة", "ساعتان", "٥ ساعات", "١١ ساعة"),
        "A وB وC",
        ("الأول", "الثاني", "الثالث", "الرابع", "الخامس"),
        "توقيت بنغلاديش",
    ),
    "hi": Expected(
        "27 जुलाई 2023",
        "गुरुवार, 27 जुलाई 2023",
        "जुलाई 2023",
        ("रात 3:16", "दोपहर 3:16"),
        "0123456789",
        "12,34,567.5",
        "12 लाख",
        ("0 घंटा", "1 घंटा", "2 घंटे", "5 घंटे", "11 घंटे"),
        "A, B और C",
        ("1ला", "2रा", "3रा", "4था", "5वां"),
        "बांग्लादेश समय",
    ),
    "fa": Expected(
        "۵ مرداد ۱۴۰۲",
        "پنجشنبه ۵ مرداد ۱۴۰۲",
        "ژوئیهٔ ۲۰۲۳",
        ("۳:۱۶", "۱۵:۱۶"),
        "۰۱۲۳۴۵۶۷۸۹",
        "۱٬۲۳۴٬۵۶۷٫۵",
        "۱٫۲\u00a0میلیون",
        ("۰ ساعت", "۱ ساعت", "۲ ساعت", "۵ ساعت", "۱۱ ساعت"),
        "A،\u200f B و C",
        ("اول", "دوم", "سوم", "چهارم", "پنجم"),
        "وقت بنگلادش",
    ),
    "ne": Expected(
        "२७ जुलाई २०२३",
        "बिहिबार, २७ जुलाई २०२३",
        "जुलाई २०२३",
        ("०३:१६", "१५:१६"),
        "०१२३४५६७८९",
        "१२,३४,५६७.५",
        "१२\u00a0लाख",
        ("० घण्टा", "१ घण्टा", "२ घण्टा", "५ घण्टा", "११ घण्टा"),
        "A, B र C",
        ("१लो", "२रो", "३रो", "४थो", "५औं"),
        "बंगलादेशी समय",
    ),
    "ta": Expected(
        "27 ஜூலை 2023",
        "வியாழன், 27 ஜூலை 2023",
        "ஜூலை 2023",
        ("அதிகாலை 3:16", "பிற்பகல் 3:16"),
        "0123456789",
        "12,34,567.5",
        "12 லட்சம்",
        ("0 மணிநேரங்கள்", "1 மணிநேரம்", "2 மணிநேரங்கள்", "5 மணிநேரங்கள்", "11 மணிநேரங்கள்"),
        "A, B மற்றும் C",
        ("1வது", "2வது", "3வது", "4வது", "5வது"),
        "வங்கதேச நேரம்",
    ),
    "zh": Expected(
        "2023年7月27日",
        "2023年7月27日星期四",
        "2023年7月",
        ("03:16", "15:16"),
        "0123456789",
        "1,234,567.5",
        "123万",
        ("0小时", "1小时", "2小时", "5小时", "11小时"),
        "A、B和C",
        ("第1", "第2", "第3", "第4", "第5"),
        "孟加拉时间",
    ),
}


@pytest.mark.parametrize("tag", EXPECTED)
def test_each_language_prints_the_model_story_as_its_papers_do(tag: str) -> None:
    it = voice(tag)
    assert EXPECTED[tag] == Expected(
        it.date(MODEL),
        it.long_date(MODEL),
        it.month(MODEL),
        (it.clock(MODEL), it.clock(MODEL + 43_200)),
        it.plain("0123456789"),
        it.number(1_234_567.5),
        it.compact(1_234_567),
        tuple(it.unit(count, "hour") for count in COUNTS),
        it.listing(["A", "B", "C"]),
        tuple(it.ordinal(place) for place in range(1, 6)),
        it.zone_name(MODEL),
    )


def test_bangla_places_from_the_sixth_on_have_their_own_endings() -> None:
    assert [voice("bn").ordinal(it) for it in (6, 7, 10, 11, 21)] == ["৬ষ্ঠ", "৭ম", "১০ম", "১১তম", "২১তম"]


@pytest.mark.parametrize(
    ("value", "english", "bangla"),
    [
        (7, "7", "৭"),
        (7.25, "7.3", "৭.৩"),
        (950, "950", "৯৫০"),
        (1_250, "1.3 thousand", "১.৩ হাজার"),
        (99_950, "100 thousand", "১ লাখ"),
        (999_960, "1 million", "১০ লাখ"),
        (-2_000_000, "-2 million", "-২০ লাখ"),
        (35_000_000, "35 million", "৩.৫ কোটি"),
    ],
)
def test_large_numbers_are_rounded_to_what_is_read_at_a_glance(value: float, english: str, bangla: str) -> None:
    """Halves up; what is rounded up to the next magnitude is said in that."""
    assert (voice("en").compact(value), voice("bn").compact(value)) == (english, bangla)


def test_numbers_without_a_word_for_their_magnitude_are_grouped_from_ten_thousand_on() -> None:
    assert [voice("de").compact(it) for it in (1_234, 12_345, 1_200_000)] == ["1234", "12.345", "1,2\u00a0Mio."]


def test_separators_go_with_the_digits() -> None:
    """Persian separators stand between Persian digits, Latin ones between Latin digits, in whatever language."""
    assert voice("fa", "latn").number(1_234.5) == "1,234.5"
    assert voice("ur", "arabext").number(1_234.5) == "۱٬۲۳۴٫۵"
    assert voice("en", "beng").number(1_234.5) == "১,২৩৪.৫"


@pytest.mark.parametrize(
    ("tag", "words", "wanted"),
    [
        ("en", 0, "1 minute"),
        ("en", 341, "1 minute"),
        ("en", 342, "2 minutes"),
        ("en", 2_280, "10 minutes"),
        ("bn", 900, "৫ মিনিট"),
        ("ur", 900, "5 منٹ"),
        ("ar", 276, "دقيقتان"),
        ("zh", 1_020, "4分钟"),
        ("ja", 714, "2 分"),
        ("de", 179, "1 Minute"),
        ("sr", 600, "3 минута"),
    ],
)
def test_a_text_takes_as_long_as_its_readers_read(tag: str, words: int, wanted: str) -> None:
    """By what was measured in the language, else at 200 words a minute; of Chinese and Japanese, characters."""
    assert voice(tag).reading_time(words) == wanted


def test_a_unit_that_there_is_not_is_told_by_name() -> None:
    with pytest.raises(ValueError, match="horse"):
        voice("en").unit(2, "horse")


def test_a_site_may_have_its_dates_and_clock_otherwise() -> None:
    style = DateStyle(24, "d.M.y", "EEE dd MMMM", "d/M", "LLLL")
    it = voice("bn", "latn", style)
    assert it.date(MODEL) == "27.7.2023"
    assert it.long_date(MODEL) == "বৃহস্পতি 27 জুলাই"
    assert it.short_date(MODEL) == "27/7"
    assert it.month(MODEL) == "জুলাই"
    assert it.clock(MODEL) == "03:16"
    assert voice("ur", dates=DateStyle(12)).clock(MODEL) == "رات 3:16"
    assert voice("zh", dates=DateStyle(12)).clock(MODEL + 43_200) == "下午3:16"


def test_noon_and_midnight_of_twelve_hours_are_twelve() -> None:
    midnight = MODEL - 3 * 3_600 - 16 * 60
    assert [voice("bn").clock(midnight + hours * 3_600) for hours in (0, 12)] == ["রাত ১২:০০", "দুপুর ১২:০০"]
    assert [voice("en-US").clock(midnight + hours * 3_600) for hours in (0, 12)] == ["12:00\u202fAM", "12:00\u202fPM"]


@pytest.mark.parametrize(
    ("zone", "english", "bangla"),
    [
        ("Asia/Kolkata", "India Time", "ভারতীয় সময়"),
        ("UTC", "Coordinated Universal Time", "স্থানাংকিত আন্তর্জাতিক সময়"),
        ("Etc/GMT-6", "GMT+06:00", "GMT +০৬:০০"),
    ],
)
def test_zones_that_are_no_country_have_a_name_too(zone: str, english: str, bangla: str) -> None:
    names = [voice(tag, timezone=zone).zone_name(MODEL) for tag in ("en", "bn")]
    assert names == [english, bangla]


@pytest.mark.parametrize(
    ("tag", "locale", "numerals"),
    [
        ("en", "en_GB", "latn"),
        ("en-US", "en_US", "latn"),
        ("en-BD", "en_GB", "latn"),
        ("bn-IN", "bn_IN", "beng"),
        ("ar", "ar_EG", "arab"),
        ("ar-AE", "ar_AE", "latn"),
        ("sr-Latn", "sr_Latn", "latn"),
        ("my", "my", "mymr"),
        ("sd", "sd_PK", "latn"),
        ("ps", "ps_AF", "arabext"),
    ],
)
def test_the_tag_says_what_site_toml_does_not(tag: str, locale: str, numerals: str) -> None:
    language, _ = settled(Language(tag, tag, tag, "", "", "ltr", "", tag))
    assert (language.locale, language.numerals) == (locale, numerals)


LANGUAGES = sorted({name.partition("_")[0] for name in locale_identifiers()} - {"root"})


@pytest.mark.parametrize("letter", sorted({tag[0] for tag in LANGUAGES}))
def test_any_language_of_cldr_prints_something_of_everything(letter: str) -> None:
    """Languages by their first letter, so that no test takes long; patterns of CLDR's are such as site.toml may have."""
    for tag in LANGUAGES:
        if tag.startswith(letter):
            it = voice(tag)
            days = (it.date(MODEL), it.long_date(MODEL), it.short_date(MODEL), it.month(MODEL), it.clock(MODEL))
            numbers = (it.number(1.5), it.compact(1_250_000), it.ordinal(1), it.unit(2, "hour"))
            assert all((*days, *numbers, it.zone_name(MODEL), it.listing(["A", "B", "C"]))), tag
            patterns = [getattr(it._patterns, name) for name in ("date", "long_date", "short_date", "month")]
            assert [pattern_fault(each) for each in patterns] == [""] * 4, tag


@pytest.mark.parametrize("tag", languages_with_habits())
def test_the_habits_of_a_language_are_whole(tag: str) -> None:
    """Parts of the day begin at midnight and follow each other; calendars have twelve months; patterns can be printed."""
    it = habits_of(tag)
    hours = [hour for hour, _ in it.periods]
    assert hours == sorted(hours)
    assert hours[:1] in ([], [0])
    assert all(len(months) == 12 for months in it.calendars.values())
    assert it.calendar == "gregorian" or it.calendar in it.calendars
    patterns = [each for each in (it.date, it.long_date, it.short_date, it.month) if each]
    assert [pattern_fault(each) for each in patterns] == [""] * len(patterns)
    assert all("{0}" in form for form in (it.pair, it.between, it.last, *it.magnitudes.values()) if form)
