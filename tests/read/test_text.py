"""Text in every script: normal form, keys, words, and cuts that keep letters whole."""

import unicodedata

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from patrika.read import values
from patrika.read.text import clip, count_words, cut, key_of, nfc

NUKTA = {"ড়": ("\u09dc", "\u09a1\u09bc"), "ঢ়": ("\u09dd", "\u09a2\u09bc"), "য়": ("\u09df", "\u09af\u09bc")}


@pytest.mark.parametrize(("whole", "parts"), NUKTA.values(), ids=NUKTA)
def test_bangla_letters_with_a_dot_have_one_spelling(whole: str, parts: str) -> None:
    """Unicode composes these three never: normal form C is the letter and its dot apart."""
    assert nfc(whole) == nfc(parts) == parts
    assert key_of(f"বা{whole}ি") == key_of(f"বা{parts}ি")
    assert count_words(f"বা{whole}ি") == count_words(f"বা{parts}ি") == 1


def test_bangla_vowels_of_two_parts_are_composed() -> None:
    assert nfc("ক\u09c7\u09be") == "ক\u09cb"
    assert nfc("ক\u09c7\u09d7") == "ক\u09cc"


def test_line_ends_are_one() -> None:
    assert nfc("a\r\nb\rc\n") == "a\nb\nc\n"


KEYS = {
    "a name": ("North Korea", "north-korea"),
    "signs between": ("U.S. — China/Taiwan", "u-s-china-taiwan"),
    "signs around": ("  “Wind”!  ", "wind"),
    "sharp s": ("Straße", "strasse"),
    "Greek final sigma": ("ΟΔΟΣ", "οδοσ"),
    "Bangla": ("স্বাধীনতা দিবস", "স্বাধীনতা-দিবস"),
    "Bangla with a joiner": ("র\u200d্যাব", "র্যাব"),
    "Bangla with a danda": ("সে এল।", "সে-এল"),
    "Bangla digits": ("১৬ ডিসেম্বর", "১৬-ডিসেম্বর"),
    "Urdu": ("اردو شاعری", "اردو-شاعری"),
    "Persian with a non-joiner": ("می\u200cخواهم", "میخواهم"),
    "Urdu signs": ("کیا؟ ہاں،", "کیا-ہاں"),
    "Devanagari": ("हिन्दी दिवस", "हिन्दी-दिवस"),
    "Chinese": ("北京，上海", "北京-上海"),
    "an underscore": ("snake_case", "snake-case"),
    "signs alone": ("!! — …", ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "wanted"), KEYS.values(), ids=KEYS)
def test_keys_keep_marks_and_drop_signs(text: str, wanted: str) -> None:
    assert key_of(text) == nfc(wanted)


WORDS = {
    "English": ("The wind rose, and then it fell.", 7),
    "apostrophes and hyphens": ("It's a well-known writer’s", 4),
    "Bangla": ("প্রথম আলো’র খবর।", 3),
    "Bangla with conjuncts": ("স্বাধীনতা যুদ্ধ ক্ষমতা", 3),
    "Bangla with a joiner": ("র\u200d্যাব এল", 2),
    "Urdu": ("یہ ایک خبر ہے۔", 4),
    "Persian with a non-joiner": ("می\u200cخواهم بروم", 2),
    "Devanagari": ("यह एक ख़बर है।", 4),
    "numbers": ("২৭ জুলাই 2023", 3),
    "signs alone": ("— … !", 0),
    "nothing": ("", 0),
}


@pytest.mark.parametrize(("text", "wanted"), WORDS.values(), ids=WORDS)
def test_words_are_counted_as_readers_count_them(text: str, wanted: int) -> None:
    assert count_words(text) == count_words(unicodedata.normalize("NFD", text)) == wanted


UNPARTED = {
    "Chinese": ("他说，“你好”。", 4),
    "Chinese of Taiwan": ("「臺灣」──島", 3),
    "rare Chinese characters": ("𠮷野", 2),
    "Chinese with words and numbers of others": ("iPhone 手机 2023年，第3章", 8),
    "Japanese": ("カレーを食べる。", 7),
    "Japanese with small and repeated letters": ("きょう、人々ｶﾅ", 7),
    "Thai": ("มนุษย์ทั้งหลายเกิดมามีอิสระ", 7),
    "Thai between spaces": ("ไป กรุงเทพ ๒๕๖๖ ๆ", 5),
    "Thai beside Latin letters": ("ใช้iPhoneดี", 3),
    "Lao": ("ມະນຸດເກີດມາມີສິດ", 4),
    "Khmer": ("មនុស្សទាំងអស់", 3),
    "Khmer with its full stop": ("មនុស្ស ។", 1),
    "Burmese": ("လူတိုင်း၊ တူညီ။", 3),
    "Korean": ("한국의 “신문”은 — 좋다", 3),
    "Korean with Chinese characters": ("한국(韓國)", 3),
    "Bangla with Chinese words": ("তিনি বলেন, “你好” — এই", 5),
    "Vietnamese": ("Việt Nam — đẹp", 3),
    "an emoji": ("ঝড় 🌀 এল", 2),
}


@pytest.mark.parametrize(("text", "wanted"), UNPARTED.values(), ids=UNPARTED)
def test_words_are_counted_where_no_spaces_part_them(text: str, wanted: int) -> None:
    """Characters of Chinese and Japanese as word processors do; of Thai, Lao, Khmer and Burmese an estimate; Korean by
    spaces."""
    assert count_words(text) == count_words(unicodedata.normalize("NFD", text)) == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Words as the dictionaries of ICU 78 part them, of the first article of the Declaration of Human Rights.
        ("มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ", 15),
        ("មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាពក្នុងសិទ្ធិនិងសេចក្ដីថ្លៃថ្នូរ", 11),
        ("လူတိုင်းသည်တူညီလွတ်လပ်သောဂုဏ်သိက္ခာဖြင့်လည်းကောင်း", 9),
    ],
    ids=["th", "km", "my"],
)
def test_an_estimate_is_near(text: str, words: int) -> None:
    assert abs(count_words(text) - words) <= words / 3


PARTED = st.text("aé’ক়ি। ,\u200cا한\n5", max_size=30)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(PARTED, PARTED)
def test_the_words_of_a_text_are_those_of_its_parts(one: str, other: str) -> None:
    """Whatever script stands beside."""
    both = count_words(one) + count_words(other)
    assert count_words(f"{one} {other}") == both
    if all(len(word) == 1 or any(map(str.isalnum, word)) for word in f"{one} {other}".split()):
        assert count_words(f"{one} 你 {other} ไป") == both + 2


CUTS = {
    "short enough": ("The wind rose", 13, "The wind rose"),
    "at a word": ("The wind rose", 12, "The wind…"),
    "without signs before the ellipsis": ("Wind, rain; and hail", 13, "Wind, rain…"),
    "a word that is too long": ("Windundregen", 5, "Wind…"),
    "one letter": ("Wind", 1, "…"),
    "Bangla at a word": ("বাতাস বাড়ছে আজ", 7, "বাতাস…"),
    "Bangla before a space": ("বাতাস বাড়ছে আজ", 8, "বাতাস বাড়ছে…"),
    "a conjunct is a letter": ("ক্ষক্ষক্ষ", 3, "ক্ষক্ষক্ষ"),
    "never within a conjunct": ("ক্ষক্ষক্ষক্ষ", 3, "ক্ষক্ষ…"),
    "never within a conjunct of Devanagari": ("क्षक्षक्षक्ष", 3, "क्षक्ष…"),
    "never before a vowel sign": ("কিকিকিকি", 3, "কিকি…"),
    "never before a dot": ("ড়ড়ড়ড়", 3, "ড়ড়…"),
    "never within a family": ("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…"),
    "never within a flag": ("🇧🇩🇧🇩🇧🇩", 2, "🇧🇩…"),
    "Urdu without its comma": ("خبر، آج کی بات", 6, "خبر…"),
    "a whole word before a space": ("The wind rose fast", 14, "The wind rose…"),
    "without a full stop": ("Wind. Rain came", 9, "Wind…"),
    "without a danda": ("সে এল। তারপর গেল", 7, "সে এল…"),
    "without a danda of Hindi": ("वह गया। फिर आया", 8, "वह गया…"),
    "without the full stop of Urdu": ("وہ گیا۔ پھر آیا", 9, "وہ گیا…"),
    "with a sign of question": ("কেন? কেমনে জানে", 6, "কেন?…"),
    "with what closes a quotation": ("সে বলে “যাব” তবু গেল না", 12, "সে বলে “যাব”…"),
    "without what opens a quotation": ("সে বলে — “ যাব না আর", 9, "সে বলে…"),
    "without another ellipsis": ("Wind… rain and hail", 8, "Wind…"),
    "Chinese at a letter": ("新华社 北京七月二十七日电，今天上午", 12, "新华社 北京七月二十七…"),
    "Chinese without a comma": ("今天上午，北京", 6, "今天上午…"),
    "Chinese without a full stop": ("今天上午。北京", 6, "今天上午…"),
    "Japanese without what opens a quotation": ("彼は「はい」と言った", 4, "彼は…"),
    "Thai at a letter where its sentence is long": ("ลม แรงมากในคืนนี้และฝนตก", 12, "ลม แรงมากใน…"),
    "Khmer at a place to break": ("ខ្យល់\u200bបក់\u200bខ្លាំង", 7, "ខ្យល់\u200bបក់…"),
    "Tibetan behind a syllable": ("རླུང་ཆེན་པོ་ལངས", 5, "རླུང…"),
    "Korean at a word": ("바람이 밤새 불었다", 8, "바람이 밤새…"),
}


@pytest.mark.parametrize(("text", "limit", "wanted"), CUTS.values(), ids=CUTS)
def test_cuts_keep_words_and_letters_whole(text: str, limit: int, wanted: str) -> None:
    assert cut(text, limit) == wanted


LETTERS = st.text(
    st.sampled_from(
        [*"abিাুক্ষতরনডয়়ঁ", "\u200d", "\u200c", " ", ",", "।", "é", "\u0301", "ا", "ں", "،", "👨", "🇧", "🇩", "क", "्"]
    ),
    max_size=40,
)


def graphemes(text: str) -> list[str]:
    """Return the letters of a text as readers see them."""
    return regex.findall(r"\X", text)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.one_of(LETTERS, st.text(max_size=60)), st.integers(1, 30))
@example("e" + "\u0301" * 40 + "b", 2)
def test_a_cut_is_never_longer_than_its_limit_and_splits_no_letter(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(graphemes(short)) <= limit
    if short != text:
        assert short.endswith("…")
        kept = short[:-1]
        assert text.startswith(kept)
        assert kept in ["".join(graphemes(text)[:count]) for count in range(limit)]
        rest = text[len(kept) :]
        assert not (kept[-1:] in ("\u09cd", "\u094d") and rest and unicodedata.category(rest[0]) == "Lo")


SPACED = (
    "বাতাস", "ক্ষমতা", "র\u200d্যাব", "হিন্দি", "क्षत्रिय", "हिन्दी", "தமிழ்", "മലയാളം", "ಕನ್ನಡ", "ગુજરાતી", "ਪੰਜਾਬੀ", "ଓଡ଼ିଆ",
    "සිංහල", "خبریں", "می\u200cخواهم", "עברית", "wind", "ветер", "άνεμος", "ქარი", "바람이", "አዲስ", "👨‍👩‍👧", "🇧🇩", "e\u0301",
)  # fmt: skip
BETWEEN = (" ", "। ", ", ", ". ", "۔ ", "، ", "; ", ": ", " — ", "… ", " “", "” ", "? ", "! ", " (", ") ", "॥ ")


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    st.lists(st.tuples(st.sampled_from(SPACED), st.sampled_from(BETWEEN)), min_size=6, max_size=40), st.integers(24, 90)
)
def test_a_cut_ends_at_a_word_and_with_no_stop(parts: list[tuple[str, str]], limit: int) -> None:
    """In scripts that part words by spaces; and neither a stop, a comma nor what opens a quotation is before the ellipsis."""
    text = "".join(word + sign for word, sign in parts).strip()
    short = cut(text, limit)
    if short != text:
        kept = short[:-1]
        ends = [len("".join(word + sign for word, sign in parts[:count])) for count in range(1, len(parts))]
        begun = next(end for end in ends if end >= len(kept))
        assert regex.fullmatch(r"[^\p{L}\p{M}\p{N}\p{So}]*", text[len(kept) : begun])
        assert kept[-1] not in " ।॥,.۔،;:—…“("
        assert len(graphemes(short)) > limit // 2 - 12


@pytest.mark.parametrize(
    ("key", "size", "wanted"),
    [
        ("wind-and-rain", 13, "wind-and-rain"),
        ("wind-and-rain", 12, "wind-and"),
        ("wind-and-rain", 8, "wind-and"),
        ("wind-and-rain", 3, "win"),
        ("স্বাধীনতা-দিবস", 42, "স্বাধীনতা-দিবস"),
        ("স্বাধীনতা-দিবস", 39, "স্বাধীনতা"),
        ("স্বাধীনতা-দিবস", 14, "স্বা"),
        ("北京上海", 7, "北京"),
    ],
)
def test_a_key_is_clipped_at_a_word_or_else_at_a_letter(key: str, size: int, wanted: str) -> None:
    assert clip(key, size) == wanted


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.one_of(LETTERS, st.text(max_size=30)))
@example("e\u200d\u0301")
@example("ΐ")
@example("ǰ")
@example("İstanbul")
@example("\u1e9e")
@example("a!\u0301")
def test_a_key_is_the_key_of_itself_in_normal_form_and_the_same_for_all_spellings(text: str) -> None:
    key = key_of(text)
    assert key_of(key) == key
    assert nfc(key) == key
    assert key_of(unicodedata.normalize("NFD", text)) == key
    assert key_of(unicodedata.normalize("NFC", text)) == key
    assert "--" not in key
    assert key == key.strip("-")
    assert not set(key) & set(" /\\?#%&<>\"'\u200c\u200d")


def test_what_no_page_can_carry_is_dropped_from_lines_of_text() -> None:
    """Whatever escapes it was written with; a value of nothing else is none."""
    assert values.text("a\0b\x07c\ufffe\x1b d") == "abc d"
    assert values.text("\u202eক্ষ\u200d\U0001f600") == "\u202eক্ষ\u200d\U0001f600"
    assert values.is_absent("\0 \uffff")
