"""Each script stands in a face of its own, and its lines keep apart."""

import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page

THEME = Path(__file__).parents[2] / "themes" / "broadsheet"
STYLES = tomllib.loads((THEME / "theme.toml").read_text("utf-8"))["styles"]["broadsheet.css"]
CSS = "\n".join((THEME / "assets" / name).read_text("utf-8") for name in STYLES)

WORDS = {
    "ar": "بحجج جيدة وسيئة أُغلقت البوابات",
    "bn": "ঊর্ধ্বমুখী র‍্যাঁদা ও কৃষ্ণচূড়া",
    "ckb": "هەواڵێکی نوێ نەگەیشتووە",
    "fa": "هیچ گزارشی نرسیده است",
    "hi": "कॉन्फ़्रेंस में ऊर्जा मंत्री, सृष्टि",
    "ne": "राष्ट्रिय ऊर्जा सम्मेलनमा द्वन्द्व",
    "ur": "انجینئروں نے آخری دروازے بند کر دیے",
}
FACES = {
    "ar": "Noto Naskh Arabic",
    "bn": "Noto Serif Bengali",
    "ckb": "Noto Naskh Arabic",
    "fa": "Noto Naskh Arabic",
    "hi": "Noto Serif Devanagari",
    "ne": "Noto Serif Devanagari",
    "ur": "Noto Nastaliq Urdu",
}
_INK = """([words, selector]) => {
    const style = getComputedStyle(document.querySelector(selector)), pen = document.createElement("canvas").getContext("2d");
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = pen.measureText(words);
    return (ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) / parseFloat(style.lineHeight);
}"""


def show(page: Page, language: str, body: str) -> None:
    page.set_content(f"<!doctype html><html lang={language}><style>{CSS}</style><body>{body}")


def faces(page: Page, selector: str) -> set[str]:
    """Return the families that a browser takes for the words of an element."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in fonts}


@pytest.mark.parametrize("language", WORDS)
def test_a_language_has_its_face_and_room_for_its_ink(language: str, page: Page) -> None:
    """Marks of one headline reach into no letters of the next; Nastaliq's may, by a little."""
    words = WORDS[language]
    show(page, language, f"<div class=headline><h1>{words}</h1></div><h3>{words}</h3><p>{words}")
    for selector in ("h1", "h3", "p"):
        assert faces(page, selector) == {FACES[language]}
        assert page.evaluate(_INK, [words, selector]) < (1.2 if language == "ur" else 1)


@pytest.mark.parametrize("language", WORDS)
def test_foreign_words_have_the_face_of_their_language(language: str, page: Page) -> None:
    """Those that nobody marked have that of their script: Nastaliq is Urdu's alone."""
    show(page, "en", f"<p id=marked><span lang={language}>{WORDS[language]}</span><p id=bare>{WORDS[language]}")
    assert faces(page, "#marked") == {FACES[language]}
    assert faces(page, "#bare") - {"Noto Serif"} == {FACES["ar"] if language == "ur" else FACES[language]}


@pytest.mark.parametrize("language", WORDS)
def test_nothing_is_slanted_in_scripts_that_know_no_italics(language: str, page: Page) -> None:
    show(page, language, f"<div class=prose><p><em>{WORDS[language]}</em></div>")
    slant, weight = page.evaluate(
        "(style => [style.fontStyle, style.fontWeight])(getComputedStyle(document.querySelector('em')))"
    )
    assert (slant, weight) == ("normal", "600")
