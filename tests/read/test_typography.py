"""Quotation marks, apostrophes, dashes and ellipses in plain text, as many languages print them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patrika.model.diagnostics import Place
from patrika.model.language import CURLY
from patrika.read.markdown import render_markdown
from patrika.read.quotes import languages_with_quotes, quotes_of
from patrika.read.typography import Typography
from tests.read.test_markdown import MARKDOWN, printed


def typeset(text: str, tag: str = "en") -> str:
    return Typography(quotes_of(tag)).typeset(text)


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", "“a ‘b’”"),
        ("en-BD", "“a ‘b’”"),
        ("bn", "“a ‘b’”"),
        ("hi", "“a ‘b’”"),
        ("ne", "“a ‘b’”"),
        ("ta", "“a ‘b’”"),
        ("nl", "“a ‘b’”"),
        ("tr", "“a ‘b’”"),
        ("es-MX", "“a ‘b’”"),
        ("pt", "“a ‘b’”"),
        ("zh", "“a ‘b’”"),
        ("zh-Hans-SG", "“a ‘b’”"),
        ("zh-Hant", "「a 『b』」"),
        ("zh-TW", "「a 『b』」"),
        ("ja", "「a 『b』」"),
        ("ur", "”a ’b‘“"),
        ("ar", "«a ”b“»"),
        ("fa", "«a ‹b›»"),
        ("ru", "«a „b“»"),
        ("uk", "«a „b“»"),
        ("pt-PT", "«a “b”»"),
        ("it", "«a “b”»"),
        ("fr", "«\u202fa “b”\u202f»"),
        ("fr-CA", "«\u202fa “b”\u202f»"),
        ("fr-CH", "«a ‹b›»"),
        ("de", "„a ‚b‘“"),
        ("de-AT", "„a ‚b‘“"),
        ("de-CH", "«a ‹b›»"),
        ("pl", "„a «b»”"),
        ("sv", "”a ’b’”"),
        ("he", "”a ’b’”"),
    ],
)
def test_each_language_has_its_marks(tag: str, wanted: str) -> None:
    """CLDR 48, but for what read/quotes.py says."""
    assert typeset("\"a 'b'\"", tag) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ('"প্রথম আলো"র খবর', "“প্রথম আলো”র খবর"),
        ("'প্রথম আলো'র সম্পাদক", "‘প্রথম আলো’র সম্পাদক"),
        ("আলো'র খবর", "আলো’র খবর"),
        ("'৭১-এর যুদ্ধ, '৭১ সালের যুদ্ধ", "’৭১-এর যুদ্ধ, ’৭১ সালের যুদ্ধ"),
        ("'৭১ সালে 'প্রথম আলো'র খবর", "’৭১ সালে ‘প্রথম আলো’র খবর"),
        ('সে বলে, "আমি যাব।" তারপর "না"।', "সে বলে, “আমি যাব।” তারপর “না”।"),
        ('সে বলল,"আমি যাব।"রহিম বলল—"না"।', "সে বলল,“আমি যাব।”রহিম বলল—“না”।"),
        ("\"একটি 'ছোট' কথা।\"", "“একটি ‘ছোট’ কথা।”"),
        ('"নদী" (যমুনা) ("পদ্মা") "১৯৭১"', "“নদী” (যমুনা) (“পদ্মা”) “১৯৭১”"),
        ('"আলো"(নতুন)', "“আলো”(নতুন)"),
        ('"আমি—"রহিম বলল', "“আমি—”রহিম বলল"),
        ("'৭১ সালে আলো'র খবর", "’৭১ সালে আলো’র খবর"),
        ("বলেন-- আমি -- শব্দ--শব্দ ২০১৯--২০২৩...", "বলেন– আমি – শব্দ–শব্দ ২০১৯–২০২৩…"),
    ],
)
def test_marks_stand_right_in_bangla(typed: str, wanted: str) -> None:
    """Beside danda, vowel signs (which are marks, not letters), digits, brackets and endings."""
    assert typeset(typed, "bn") == wanted


@pytest.mark.parametrize(
    ("tag", "typed", "wanted"),
    [
        ("hi", '"आज"का अखबार। उसने कहा, "ठीक है।"', "“आज”का अखबार। उसने कहा, “ठीक है।”"),
        ("ur", "اس نے کہا: \"میں جاؤں گا۔\" اور 'مکرر'", "اس نے کہا: ”میں جاؤں گا۔“ اور ’مکرر‘"),
        ("ur", '"وہ آیا۔"اس نے کہا', "”وہ آیا۔“اس نے کہا"),
        ("ar", 'قالت و"الحياة" لـ"رويترز"', "قالت و«الحياة» لـ«رويترز»"),
        ("ar", '\u200f"نص"\u200f، "نص"', "\u200f«نص»\u200f، «نص»"),
        ("ar", "\u200f'نص'\u200f، 'نص'", "\u200f”نص“\u200f، ”نص“"),
        ("fa", 'گفت: "می\u200cروم\u200c" و رفت', "گفت: «می\u200cروم\u200c» و رفت"),
        ("he", 'צה"ל וארה"ב ב"הארץ", צ\'כיה', "צה״ל וארה״ב ב”הארץ”, צ׳כיה"),
        ("zh", "他说\"你好\"了。他说'你好'了。", "他说“你好”了。他说‘你好’了。"),
        ("zh", '他读"《红楼梦》"吗', "他读“《红楼梦》”吗"),
        ("ja", '彼は"こんにちは"と言った', "彼は「こんにちは」と言った"),
        ("th", 'เขาพูดว่า"สวัสดี"แล้ว', "เขาพูดว่า“สวัสดี”แล้ว"),
        ("km", 'គាត់\u200b"សួស្តី"\u200bហើយ', "គាត់\u200b“សួស្តី”\u200bហើយ"),
        ("km", "គាត់\u200b'សួស្តី'\u200bហើយ", "គាត់\u200b‘សួស្តី’\u200bហើយ"),
        ("ko", "\"한국\"은 '서울'에", "“한국”은 ‘서울’에"),
        ("tr", '"Milliyet"in haberi', "“Milliyet”in haberi"),
        ("uk", 'п\'ять "слів"', "п’ять «слів»"),
        ("de", "Er sagt: \"Das 'ist's'.\"", "Er sagt: „Das ‚ist’s‘.“"),
        ("fr", "L'État et l'\"Europe\"", "L’État et l’«\u202fEurope\u202f»"),
    ],
)
def test_marks_stand_right_in_other_languages(tag: str, typed: str, wanted: str) -> None:
    """Beside endings and prefixes, signs of direction, and where no spaces part words."""
    assert typeset(typed, tag) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("don't, O'Brien's, the workers' party", "don’t, O’Brien’s, the workers’ party"),
        ("in the '90s, the workers' party of '71", "in the ’90s, the workers’ party of ’71"),
        ("'22 killed' in ferry capsize", "‘22 killed’ in ferry capsize"),
        ('"the workers\' party" and \'the "good" one\'', "“the workers’ party” and ‘the “good” one’"),
        ('(\'a\') ["b"] (see "c".)', "(‘a’) [“b”] (see “c”.)"),
        ('"So," he said--"or not."', "“So,” he said–“or not.”"),
        ('"Look,"she said', "“Look,”she said"),
        ('a 5" pipe, 6\'2" tall', 'a 5" pipe, 6’2" tall'),
        ("in '71 \"the workers' party\"", "in ’71 “the workers’ party”"),
        ('a 5"x7" card', 'a 5"x7" card'),
        ('a " b', 'a " b'),
        ('""', "“”"),
    ],
)
def test_apostrophes_and_lone_marks_in_english(typed: str, wanted: str) -> None:
    assert typeset(typed) == wanted


def test_a_quotation_may_go_on_in_the_next_paragraph() -> None:
    """As papers print one of several paragraphs: each opens it, the last closes it."""
    assert typeset('"We saw it.') == "“We saw it."
    assert typeset('And it went."') == "And it went.”"
    assert typeset("'We saw 'it'.") == "‘We saw ‘it’."


def test_tables_name_each_language_once() -> None:
    tags = [tag for tags in languages_with_quotes().values() for tag in tags]
    assert len(tags) == len(set(tags))
    assert CURLY not in languages_with_quotes()


TYPED = st.text("\"'-. aবা।,()5\n\u200f", max_size=30)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(TYPED)
def test_what_is_set_is_not_changed_by_setting_it_again(text: str) -> None:
    """But for marks that are left as they are typed, which may stand beside others then."""
    once = typeset(text)
    if not set(once) & set("\"'"):
        assert typeset(once) == once


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(TYPED)
def test_nothing_is_lost_and_only_signs_are_changed(text: str) -> None:
    back = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "..."})
    assert typeset(text).translate(back) == text


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(MARKDOWN)
def test_without_typography_all_is_printed_as_it_is_written(text: str) -> None:
    rendered = render_markdown(text, Place("x", 1), typography=None)
    signs = "‘’–—…"
    assert [sign for sign in signs if sign in printed(rendered.body)] == []
