"""Letters of texts: what a language's readers would not write is told at its place, and what they do write is not."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from patrika.check.scripts import script_findings
from tests.sites.newspaper import NOW, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]

ENGLISH = "The river rose by two metres in a single night, and the people left."
BANGLA = "নদীর পানি এক রাতে দুই মিটার বেড়েছে, মানুষ ঘর ছেড়েছে, বাঁধের ওপর আশ্রয় নিয়েছে সবাই।"
BIJOY = "Avwg evsjv‡`‡ki †QvU MÖv‡gi gvbyl, b`xi cv‡o evwo"

WRONG: dict[str, tuple[str, str, str, int]] = {
    "English in Bangla": ("bn", ENGLISH, "W731", 1),
    "Bangla in English": ("en", f"  {BANGLA}", "W731", 3),
    "Hindi in Urdu": (
        "ur",
        "नदी का पानी एक रात में दो मीटर बढ़ गया और लोग अपने घर छोड़कर चले गए, बाँध पर सबने शरण ली",
        "W731",
        1,
    ),
    "a text for an old font": ("bn", BIJOY, "W732", 10),
    "a pipe for a danda": ("bn", "সে গেল| আমি যাব।", "W733", 7),
    "a pipe for a danda at the end": ("bn", "সে গেল |", "W733", 8),
    "a pipe for a danda in Hindi": ("hi", "वह गया| मैं जाऊँगा।", "W733", 7),
    "a colon for a visarga": ("bn", "তার দু:খ নেই", "W734", 7),
    "digits of two scripts": ("bn", "২০2৩ সালে", "W735", 1),
    "digits of two scripts in Urdu": ("ur", "سال ۲۰23 میں", "W735", 5),
    "a space without width": ("bn", "ঢাকা\u200bশহর", "W736", 5),
    "a joiner at the end of a word": ("bn", "ঢাকা\u200d শহর", "W736", 5),
    "two joiners": ("fa", "می\u200c\u200cروم", "W736", 3),
    "a joiner in English": ("en", "news\u200cpaper", "W736", 5),
    "a mark of the order of bytes": ("en", "news\ufeff paper", "W736", 5),
}


@pytest.mark.parametrize(("tag", "line", "code", "column"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_found_where_it_stands(tag: str, line: str, code: str, column: int) -> None:
    ((finding, at),) = script_findings(line, tag)
    assert (finding.code, at + 1) == (code, column)
    assert finding.hint


def test_the_sign_to_write_is_of_the_script_of_the_language() -> None:
    ((finding, _),) = script_findings("उसे दु:ख है", "hi")
    assert "“ः” (U+0903)" in finding.hint


RIGHT: dict[str, tuple[str, str]] = {
    "a text": ("bn", BANGLA),
    "a name in another script": ("bn", "সংস্থাটির নাম Bangladesh Water Development Board, প্রধান কার্যালয় ঢাকায়"),
    "a short line in another script": ("bn", "BBC, Reuters"),
    "a table": ("bn", "| নাম | বয়স |"),
    "a table without its edges": ("bn", "নাম | বয়স"),
    "a pipe after other letters": ("bn", "a| b"),
    "a pipe in Urdu": ("ur", "وہ گیا| میں"),
    "a colon before a space": ("bn", "তিনি বললেন: না"),
    "a time": ("bn", "রাত ১০:৩০"),
    "a colon in English": ("en", "a:b"),
    "a number": ("bn", "১২,৩৪,৫৬৭.৮ টাকা, ২০২৩"),
    "numbers of two scripts beside each other": ("bn", "কোভিড-19 এর ২ বছর"),
    "ya-phala after ra": ("bn", "র\u200d্যাব"),
    "a visible hasanta": ("bn", "বাক্\u200cস্বাধীনতা"),
    "khanda ta as of old": ("bn", "হঠাত্\u200d বৃষ্টি"),
    "a verb in Persian": ("fa", "می\u200cروم"),
    "an abbreviation in Arabic script": ("ar", "سنة ١٤٤٥ ه\u200d"),
    "an emoji of several": ("en", "a 👩\u200d💻 and a ❤️\u200d🔥 b"),
    "a place to break in Thai": ("th", "กรุง\u200bเทพ"),
    "a chillu as of old": ("ml", "അവന്\u200d വന്നു"),
    "a language that is not known here": ("tlh", ENGLISH),
    "another script by its tag": ("sr-Latn", ENGLISH),
    "a tag of a script that has several": (
        "zh-Hant",
        "河水一夜之間上漲了兩米，四萬人離開了家園，他們在堤壩上避難，等待救援人員的到來，直到天亮為止。" * 2,
    ),
    "a tag of a way to write a script": ("ur-Aran", "وہ گیا"),
    "a tag of a script that nobody knows": ("en-Qaaa", ENGLISH),
    "a unit of measure": ("bn", "প্লাবিত ৫০০ km² এলাকা"),
    "a unit alone": ("bn", "৫০০ km²"),
    "a sign of trade": ("bn", "iPhone® ১৫"),
    "an emoji that shakes its head": ("bn", "না 🙂\u200d↔️"),
}


@pytest.mark.parametrize(("tag", "line"), RIGHT.values(), ids=RIGHT)
def test_what_readers_write_is_not_spoken_of(tag: str, line: str) -> None:
    assert list(script_findings(line, tag)) == []


BODY = f"""
Text `{ENGLISH}` এখানে। [{ENGLISH}]{{lang=en}}

```
{ENGLISH}
```

[এখানে](https://other.example/{"a" * 60}) সে গেল| তারপর

::: aside title="{ENGLISH}"
কথা
:::
"""


def test_it_is_told_at_the_line_of_the_file(newspaper: Make) -> None:
    """Code, addresses and words that are marked as foreign are no text of the language; front matter is."""
    paper = newspaper(
        files(story("a", language="bn", title="সে গেল| সে", summary="সারাংশ।", image="{src: a.svg, alt: দু:খ}", body=BODY))
        + "-- content/world/a.svg --\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'/>\n"
    )
    told = [(it.code, str(it.place)) for it in paper.check().diagnostics]
    assert told == [
        ("W733", "content/world/a.bn.md:2:8"),
        ("W734", "content/world/a.bn.md:5:26"),
        ("W733", "content/world/a.bn.md:15:99"),
    ]


def test_a_story_that_is_as_it_was_is_not_read_again(newspaper: Make) -> None:
    """What was found in it is told all the same, and no more once it is mended."""
    paper = newspaper(files(story("a", language="bn", title="ক", summary="খ।", body="সে গেল| সে")))
    assert [[it.code for it in paper.check().diagnostics] for _ in range(2)] == [["W733"], ["W733"]]
    paper.put(*story("a", language="bn", title="ক", summary="খ।", body="সে গেল। সে"))
    assert paper.check().diagnostics == ()


def test_a_tag_says_the_language_of_its_words_as_well(newspaper: Make) -> None:
    front, _, _ = story("a", language="bn", title="ক", summary="খ।")[1].rpartition("Text.")
    paper = newspaper(f'-- content/world/a.bn.html --\n{front}<p lang="en">{ENGLISH}</p>\n<p>{ENGLISH}</p>\n')
    assert [(it.code, it.place.line) for it in paper.check().diagnostics] == [("W731", 8)]


def test_a_name_with_letters_taken_apart_is_told(newspaper: Make) -> None:
    """It makes the same pages on all systems, but git takes it for another file than its like."""
    paper = newspaper(files(story("a", title="A", summary="B.")))
    apart = unicodedata.normalize("NFD", "café.en.md")
    paper.put(f"content/world/{apart}", story("b", title="C", summary="D.", body="সে| [x](a.en.md)")[1])
    (told,) = paper.check(now=NOW).diagnostics
    assert (told.code, told.place.path) == ("N737", "content/world/café.en.md")
    assert told.message == "this file's name has “é” as U+0065 U+0301, not as U+00E9 (Unicode NFC)"
    assert "git mv" in told.hint
    assert Path(paper.root / "content/world" / apart).exists()
