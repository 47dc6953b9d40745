"""Emphasis: CommonMark's own where its rule is right, and closed where words and marks are not parted by spaces."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from patrika.read.grammar import commonmark

OURS = commonmark().enable("strikethrough")
THEIRS = MarkdownIt("commonmark").enable("strikethrough")

MARKS = ("*", "**", "***", "_", "__", "~~", "`", " ", "\n", "\\", "[", "](x)", "![")
PUNCTUATION = (*"“”‘’«»„…—–-.,:;!?()\"'&/+<>|؟،؛۔«»־״₹€→©", "😀", "❤\ufe0f", "👩\u200d💻", "\u200b", "\u00a0", "\u2009")
CASED = (*"aBzéßñếạṁΩἀжЖаԱաაႠᎠɐªⁿⓐ", "e\u0301", "x\u1dc4", "1")
UNCASED = (*"اردونےہٹאבגދ٣۳", "لـ", "می\u200c", "ﷲ", "ﻻ", "שׁ")


@settings(max_examples=600, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from((*MARKS, *PUNCTUATION, *CASED, *UNCASED)), max_size=14).map("".join))
@example("**“Tiếng Việt”**ạ")
@example("ạ**“báo”**")
@example("**”آج“**نے")
@example("❤\ufe0f**“a”**")
@example("**“Ω”**ἀ")
def test_text_whose_letters_are_cased_or_below_u_0900_is_commonmarks(text: str) -> None:
    """Token for token, with whatever marks: Latin, Vietnamese, Greek, Cyrillic, Georgian, Urdu, Hebrew."""
    assert [it.as_dict() for it in OURS.parseInline(text)] == [it.as_dict() for it in THEIRS.parseInline(text)]


SUFFIXES = {
    "Bangla": ("প্রথম আলো", "র"),
    "Bangla vowel sign": ("কথা", "ে"),
    "Bangla behind a non-joiner": ("বাক্", "\u200cর"),
    "Bangla digits": ("ধারা", "২"),
    "Hindi": ("आज तक", "का"),
    "Tamil": ("தினமணி", "இல்"),
    "Thai": ("มติชน", "และ"),
    "Burmese": ("သတင်း", "က"),
    "Khmer": ("កាសែត", "នៃ"),
    "Tibetan": ("གསར", "གི"),
    "Amharic": ("አዲስ", "ን"),
    "Chinese": ("新聞", "的"),
    "Chinese beyond the basic plane": ("𠀀𠀁", "𠀂"),
    "Chinese with a selector of forms": ("新聞", "葛\U000e0100"),
    "Japanese": ("新聞", "は"),
    "Japanese with wide Latin letters": ("新聞", "ＮＨＫ"),
    "Korean": ("마크다운", "을"),
    "Korean in parts": ("마크다운", "\u1112\u1161"),
}
QUOTES = ("“”", "‘’", '""', "''", "()", "[]", "«»", "「」", "『』", "（）", "《》", "【】")
STARS = {"*": "em", "**": "strong", "~~": "s"}


@pytest.mark.parametrize("quotes", QUOTES)
@pytest.mark.parametrize(("words", "ending"), SUFFIXES.values(), ids=SUFFIXES)
def test_emphasis_closes_before_an_ending_and_opens_behind_a_word(words: str, ending: str, quotes: str) -> None:
    """`**“প্রথম আলো”**র`, `এটি**“প্রথম আলো”**`, and both at once."""
    quoted = f"{quotes[0]}{words}{quotes[1]}"
    shown = quoted.replace('"', "&quot;")
    for stars, tag in STARS.items():
        for before, after in ((ending, ""), ("", ending), (ending, ending)):
            wanted = f"{before}<{tag}>{shown}</{tag}>{after}"
            assert OURS.renderInline(f"{before}{stars}{quoted}{stars}{after}") == wanted


STOPS = {
    "Bangla": "সংবাদ।",
    "Hindi": "यह।",
    "Chinese": "注意。",
    "Japanese": "わーい！",
    "Thai": "ข่าวฯ",
    "Korean": "뉴스.",
}


@pytest.mark.parametrize("sentence", STOPS.values(), ids=STOPS)
def test_emphasis_closes_behind_a_full_stop(sentence: str) -> None:
    following = sentence[:2]
    assert OURS.renderInline(f"**{sentence}**{following}") == f"<strong>{sentence}</strong>{following}"


WIDE = {
    "**注意。**ABC": "<strong>注意。</strong>ABC",
    "Git**（注）**Hub": "Git<strong>（注）</strong>Hub",
    "**「x」**2023": "<strong>「x」</strong>2023",
}


@pytest.mark.parametrize("text", WIDE)
def test_wide_punctuation_has_its_space_within_it(text: str) -> None:
    """So that Latin words and digits may stand beside it."""
    assert OURS.renderInline(text) == WIDE[text]


AS_COMMONMARK = (
    "দাম*। কর*।",
    "দাম*) কর*)",
    "(*শর্ত) আর (*শর্ত)",
    "“*শর্ত” আর “*শর্ত”",
    "価格*。税*。",
    "*ক “*খ*” গ*",
    "**ক “*খ*” গ**",
    "ক_খ_গ _“ক”_র ক_“খ”_",
    "৫ * ৩ * ২, ৫*৩*২",
)


@pytest.mark.parametrize("text", AS_COMMONMARK)
def test_a_star_that_begins_or_ends_nothing_is_a_star(text: str) -> None:
    """A star behind a price, or before a condition in brackets, twice in a line, is no emphasis in between."""
    assert OURS.renderInline(text) == THEIRS.renderInline(text)
