"""Words of two directions stand in the order in which their readers read them, in both themes."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.reading_room import hosted
from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story

SITE = """
[site]
name = "The Test"
url = "https://test.example"
timezone = "Asia/Dhaka"
theme = "THEME"

[languages.en]
name = "English"

[languages.ur]
name = "اردو"
site_name = "آزمائش"

[[sections]]
id = "world"
title = { en = "World", ur = "دنیا" }
"""

URDU = """
پہلے `--now (x)` پھر [English words (two).]{lang=en} پھر۔

{lang=en}
> Quoted from elsewhere (1971).

| پہلا | C++ |
|:--|--:|
| Dhaka (city) | -5 |

![تصویر](@/images/p.svg)

نوٹ[^1] ہے۔

[^1]: یہ نوٹ ہے۔
"""
ENGLISH = """
First [خبر دو۔]{lang=ur} last.

{lang=ur}
> اقتباس یہاں سے ہے (1971)۔

A note[^1] is here.

[^1]: The note.
"""
STORIES = files(
    story(
        "mixed",
        language="ur",
        title="BBC کے GDP (2020) میں 35% WHO.",
        authors="[John Smith, Jane Doe, فاطمہ جناح]",
        agency='"AFP: Dhaka!"',
        tags='["C++", "کوریا"]',
        kicker='"Why?"',
        dateline='"SEOUL!"',
        body=URDU,
    ),
    story(
        "mixed",
        title='"Statement by محمد جناح: yes"',
        authors="[محمد علی, فاطمہ جناح, Jane Doe]",
        agency='"جنگ!"',
        tags='["کوریا!"]',
        body=ENGLISH,
    ),
    story("old", "2020-09-01"),
    story("old", "2020-09-01", language="ur"),
)
PICTURE = "-- content/images/p.svg --\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 4'/>\n"

PLACES = """([element, words]) => {
    const texts = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    const whole = texts.map(it => it.data).join('');
    return words.map(word => {
        let start = whole.indexOf(word), range = document.createRange();
        if (start < 0) throw new Error(`no ${word} in ${whole}`);
        for (const text of texts) {
            if (start < text.length) {
                range.setStart(text, start);
                range.setEnd(text, start + word.length);
                const box = range.getBoundingClientRect();
                return [box.left, box.top];
            }
            start -= text.length;
        }
    });
}"""


@pytest.fixture(scope="module", params=["broadsheet", "ledger"])
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a paper in English and Urdu whose words are of both, in each theme."""
    root: Path = tmp_path_factory.mktemp("directions")
    made = Newspaper(root).write(STORIES + PICTURE, SITE.replace("THEME", request.param))
    assert made.build().published
    with hosted(made.output, "") as address:
        yield address


@pytest.fixture
def wide(page: Page) -> Page:
    page.set_viewport_size({"width": 1400, "height": 900})
    return page


def from_left(page: Page, selector: str, *words: str) -> list[str]:
    """Return words, or parts of them, of one line of an element as they stand on the screen, from the left."""
    places = page.evaluate(PLACES, [page.locator(selector).first.element_handle(), list(words)])
    assert max(top for _, top in places) - min(top for _, top in places) < 30, "the words are not in one line"
    return [word for _, word in sorted(zip((left for left, _ in places), words, strict=True))]


def test_an_urdu_headline_with_latin_words_runs_from_the_right(paper: str, wide: Page) -> None:
    """Its full stop is at its left end; numbers and what is in brackets run as they are written."""
    wide.goto(f"{paper}/ur/world/2023/07/mixed/")
    onwards = ["BBC", "کے", "2020", "GDP", "میں", "35", "WHO", "."]
    assert from_left(wide, "h1", *onwards)[::-1] == onwards
    assert from_left(wide, "h1", "GDP", "(", "2020", ")") == ["GDP", "(", "2020", ")"]


def test_an_english_headline_with_an_urdu_name_runs_from_the_left(paper: str, wide: Page) -> None:
    wide.goto(f"{paper}/world/2023/07/mixed/")
    assert from_left(wide, "h1", "Statement", "by", "محمد", "جناح", ":", "yes") == [
        "Statement", "by", "جناح", "محمد", ":", "yes",
    ]  # fmt: skip


def test_names_in_a_row_stand_in_their_order(paper: str, wide: Page) -> None:
    """Two Latin names in an Urdu row are two, not one run of words; so are two Urdu ones in an English row."""
    wide.goto(f"{paper}/ur/world/2023/07/mixed/")
    assert from_left(wide, ".people", "John", "Smith", "Jane", "Doe", "اور", "فاطمہ") == [
        "فاطمہ", "اور", "Jane", "Doe", "John", "Smith",
    ]  # fmt: skip
    wide.goto(f"{paper}/world/2023/07/mixed/")
    assert from_left(wide, ".people", "محمد", "علی", "فاطمہ", "جناح", "and", "Jane") == [
        "علی", "محمد", "جناح", "فاطمہ", "and", "Jane",
    ]  # fmt: skip


SIGNS = {
    "an agency": (".agency", "AFP", "Dhaka", "!"),
    "a kicker": (".headline .label span", "Why", "?"),
    "a dateline": (".dateline", "SEOUL", "!"),
    "a tag": (".tags li:first-child", "C", "++"),
    "code": (".prose code", "--", "now", "x", ")"),
    "marked words": ('.prose span[lang="en"]', "English", "two", ")", "."),
    "a number": (".prose td:last-child", "-", "5"),
    "a head": (".prose th:last-child", "C", "++"),
    "a quotation": (".prose blockquote", "Quoted", "1971", ")", "."),
}


@pytest.mark.parametrize(("selector", "words"), [(it[0], it[1:]) for it in SIGNS.values()], ids=SIGNS)
def test_signs_of_latin_words_in_urdu_stay_at_their_end(
    paper: str, wide: Page, selector: str, words: tuple[str, ...]
) -> None:
    wide.goto(f"{paper}/ur/world/2023/07/mixed/")
    assert from_left(wide, selector, *words) == list(words)


def test_signs_of_urdu_words_in_english_stay_at_their_end(paper: str, wide: Page) -> None:
    wide.goto(f"{paper}/world/2023/07/mixed/")
    assert from_left(wide, ".agency", "جنگ", "!") == ["!", "جنگ"]
    assert from_left(wide, ".tags li", "کوریا", "!") == ["!", "کوریا"]
    assert from_left(wide, '.prose span[lang="ur"]', "خبر", "دو", "۔") == ["۔", "دو", "خبر"]
    assert from_left(wide, ".prose p", "First", "خبر", "last") == ["First", "خبر", "last"]


@pytest.mark.parametrize(("path", "side"), [("/world/2023/07/mixed/", "right"), ("/ur/world/2023/07/mixed/", "left")])
def test_a_quotation_of_another_direction_is_ruled_at_its_own_start(
    paper: str, wide: Page, path: str, side: str
) -> None:
    wide.goto(paper + path)
    script = """(it, ruled) => {
        const style = getComputedStyle(it), bare = {left: 'right', right: 'left'}[ruled];
        return [style[`border-${ruled}-width`], style[`border-${bare}-width`], style.textAlign];
    }"""
    assert wide.locator(".prose blockquote").evaluate(script, side) == ["3px", "0px", "start"]


def test_lines_of_nastaliq_in_an_english_text_do_not_touch(paper: str, wide: Page) -> None:
    """They are as high as in an Urdu text, and English ones in that as low as in English."""
    script = "it => parseFloat(getComputedStyle(it).lineHeight) / parseFloat(getComputedStyle(it).fontSize)"
    wide.goto(f"{paper}/world/2023/07/mixed/")
    assert wide.locator(".prose blockquote").evaluate(script) == pytest.approx(2.2)
    wide.goto(f"{paper}/ur/world/2023/07/mixed/")
    assert wide.locator(".prose blockquote").evaluate(script) == pytest.approx(1.6)


TURNED = """it => {
    const canvas = document.createElement('canvas');
    return new Promise(done => {
        const image = new Image();
        image.onload = () => {
            canvas.width = image.width; canvas.height = image.height;
            const pen = canvas.getContext('2d', {willReadFrequently: true});
            pen.drawImage(image, 0, 0);
            const points = pen.getImageData(0, 0, canvas.width, canvas.height).data, ink = [];
            for (let y = 0; y < canvas.height; y++)
                for (let x = 0; x < canvas.width; x++)
                    if (points[4 * (y * canvas.width + x)] < 128) ink.push([x, y]);
            const ys = ink.map(it => it[1]), top = Math.min(...ys), high = Math.max(...ys) - top;
            const mean = all => all.reduce((sum, it) => sum + it[0], 0) / all.length;
            const inner = ink.filter(it => Math.abs(it[1] - top - high / 2) <= high / 6);
            const outer = ink.filter(it => Math.abs(it[1] - top - high / 2) >= high / 3);
            done(mean(inner) - mean(outer));
        };
        image.src = 'data:image/png;base64,' + it;
    });
}"""


def points_right(page: Page, selector: str, pseudo: str) -> bool:
    """Return whether the sign before or after a link points to the right, by its picture."""
    width = page.locator(selector).evaluate(
        """(it, pseudo) => {
            const pen = document.createElement('canvas').getContext('2d');
            pen.font = getComputedStyle(it, pseudo).font;
            return pen.measureText('›').width;
        }""",
        pseudo,
    )
    box = page.locator(selector).bounding_box()
    assert box
    is_at_left = (pseudo == "::before") == (page.evaluate("document.documentElement.dir") == "ltr")
    left = box["x"] if is_at_left else box["x"] + box["width"] - width
    picture = page.screenshot(clip={"x": left, "y": box["y"], "width": width, "height": box["height"]})
    turned: float = page.evaluate(TURNED, b64encode(picture).decode())
    assert abs(turned) > 0.5, "this is no arrow"
    return turned > 0


@pytest.mark.parametrize("paper", ["broadsheet"], indirect=True)
def test_arrows_point_to_where_pages_go_on(paper: str, page: Page) -> None:
    """Older stories are further on: to the right in English, to the left in Urdu."""
    for base, is_right in (("", True), ("/ur", False)):
        page.goto(f"{paper}{base}/world/2023/07/")
        assert points_right(page, ".paging .older", "::after") == is_right
        page.goto(f"{paper}{base}/world/2020/09/")
        assert points_right(page, ".paging .newer", "::before") != is_right


def test_what_does_not_turn_by_itself_is_turned_and_pictures_are_not(paper: str, wide: Page) -> None:
    for path, turned in (("/world", "none"), ("/ur/world", "matrix(-1, 0, 0, 1, 0, 0)")):
        wide.goto(f"{paper}{path}/2023/07/mixed/")
        assert wide.locator("[role=doc-backlink]").evaluate("it => getComputedStyle(it).transform") == turned
        for picture in wide.locator("img").all():
            assert picture.evaluate("it => getComputedStyle(it).transform") == "none"
