"""Words of unknown direction keep their order beside others."""

import pytest
from markupsafe import Markup

from patrika.read.tongues import Direction
from patrika.render.isolating import isolated

CASES: dict[str, tuple[Direction, str, str]] = {
    "Latin in English": ("ltr", "Jane Doe (Dhaka)", "Jane Doe (Dhaka)"),
    "Bangla in English": ("ltr", "জেন ডো", "জেন ডো"),
    "digits in English": ("ltr", "-5", "-5"),
    "Urdu in English": ("ltr", "فاطمہ جناح", "<bdi>فاطمہ جناح</bdi>"),
    "Urdu and Latin in English": ("ltr", "جنگ (Karachi)", '<bdi dir="ltr">جنگ (Karachi)</bdi>'),
    "Hebrew in Bangla": ("ltr", "הארץ", "<bdi>הארץ</bdi>"),
    "Urdu in Urdu": ("rtl", "فاطمہ جناح 2", "فاطمہ جناح 2"),
    "Latin in Urdu": ("rtl", "C++", "<bdi>C++</bdi>"),
    "a number in Urdu": ("rtl", "-5", "<bdi>-5</bdi>"),
    "Latin and Urdu in Urdu": ("rtl", "BBC اردو", '<bdi dir="rtl">BBC اردو</bdi>'),
    "what wants escaping": ("rtl", "A & <B>", "<bdi>A &amp; &lt;B&gt;</bdi>"),
    "what wants escaping in English": ("ltr", "A & <B>", "A &amp; &lt;B&gt;"),
    "nothing": ("rtl", "", ""),
    "a space": ("rtl", " ", " "),
}


@pytest.mark.parametrize(("direction", "text", "wanted"), CASES.values(), ids=CASES)
def test_what_could_mix_with_words_beside_it_is_isolated(direction: Direction, text: str, wanted: str) -> None:
    assert isolated(text, direction) == wanted


def test_what_is_markup_says_for_itself() -> None:
    assert isolated(Markup("<i>C++</i>"), "rtl") == "<i>C++</i>"
    assert isolated(1971, "ltr") == "1971"
