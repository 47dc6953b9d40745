"""Names are sorted as the browser's ICU sorts them, in lists of one script and of several."""

import random

import pytest
from playwright.sync_api import Page

from patrika.render.locale.habits import habits_of
from patrika.render.locale.order import order_of

NAMES = {
    "bn": "রহমান রহিম ঋতু অঞ্জন অংশু আবুল ইসলাম ঈশিতা উর্মি ঐশী ওসমান ঔরঙ্গ কমল কাজী কিশোর ক্ষিতি কৃষ্ণ কেয়া কৌশিক খান "
    "ঘোষ চৌধুরী চাঁদ চান্দ জয় ঝর্ণা টুটুল ঠাকুর ডলি ঢালী উৎপল উত্তম ভবিষ্যৎ ভবিষ্যত থানা বাংলা বাঙালি ভূঁইয়া ভুঁইয়া মো. মোঃ "
    "মোহাম্মদ যাদব য়াসমিন রায় ষষ্ঠী সৈয়দ হাঁস হাস বড় বড়াল বডি পাড়া পাডা দুঃখ দুখ",
    "ur": "احمد آصف اسلم أحمد بشیر پرویز تنویر ٹیپو ثنا جمیل چوہدری حسن خان دانش ڈار ذکیہ رضا زبیر ژالہ ساجد شاہد صبا ضیا "
    "طارق ظفر عمر غلام فیض قاسم کامران گل لیلیٰ محمد مؤمن مومن نسیم نواں ہاشم بھائی بہار وحید یاسر مئی میر نئے نیے",
    "en": "Zoe zoe Adam adam Ádám O'Brien Obrien O’Neil Smith Smyth smith-jones Łukasz Lukas Øystein Oyster Straße Strasse "
    "Strassen Đorđe Dora Émile Emile emile Ångström 2nd 10th",
    "ar": "أحمد احمد إبراهيم آدم بدر تامر ثروت جمال فاطمة فاطمت يحيى يحيي ليلى ليلي مؤمن مومن هند وائل",
    "fa": "آرش احمد امید بهار پروین تهمینه ژاله کاوه گلی لیلا مریم نسرین وحید هوشنگ یاسمن مسئول مسول",
    "hi": "अमित आशा इंदु ईश्वर उमा ऋषि ऐश्वर्या ओम कमल क़मर काजल कुमार कृष्णा क्षमा ज़ाकिर जगत ज्ञान त्रिलोक फ़रीद बाँस बांस श्री हरि",
}
MIXED = ["Zoe", "Рус", "أحمد", "রহিম", "陈", "1", "10", "Adam", "আবুল", "اسلم", "Ömer"]
ELSEWHERE = {"ur": "كهةيىۓ", "ar": "ک"}
"""Letters of the keyboards of others, which ICU puts behind the alphabet and we with the letters that they are taken for."""


def sorted_by_browser(page: Page, tag: str, names: list[str]) -> list[str]:
    found: list[str] = page.evaluate("([tag, names]) => names.sort(new Intl.Collator(tag).compare)", [tag, names])
    return found


def sorted_by_us(tag: str, names: list[str]) -> list[str]:
    return sorted(names, key=order_of(habits_of(tag)))


@pytest.mark.parametrize("tag", NAMES)
def test_names_of_people_and_places_stand_as_in_icu(tag: str, page: Page) -> None:
    names = NAMES[tag].split()
    assert sorted_by_us(tag, names) == sorted_by_browser(page, tag, names)


@pytest.mark.parametrize("tag", ["bn", "ur", "en", "ar", "fa"])
def test_names_of_other_scripts_follow_those_of_the_language(tag: str, page: Page) -> None:
    names = MIXED + NAMES["en"].split() + NAMES[tag].split()
    assert sorted_by_us(tag, names) == sorted_by_browser(page, tag, names)


@pytest.mark.parametrize("tag", NAMES)
def test_any_letters_of_an_alphabet_stand_as_in_icu(tag: str, page: Page) -> None:
    """Words of one to six letters at random, the same in each run."""
    known = "".join(habits_of(tag).alphabet.split()) or "abcdefghijklmnopqrstuvwxyzABCDÉé-"
    letters = [letter for letter in known if letter not in ELSEWHERE.get(tag, "")]
    dice = random.Random(tag)
    words = sorted({"".join(dice.choices(letters, k=dice.randint(1, 6))) for _ in range(500)})
    assert sorted_by_us(tag, words) == sorted_by_browser(page, tag, words)
