"""File names, tags, slugs and headings in Bangla, Urdu, Hindi and others lead to pages, over any host and in any spelling."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading_room import hosted
from tests.browser.test_serve import Preview
from tests.properties.test_incremental_equals_clean import tree
from tests.sites.newspaper import Newspaper
from tests.sites.press import story

SITE = """
[site]
name = "The Test"
url = "https://test.example"
timezone = "Asia/Dhaka"

[languages.bn]
name = "বাংলা"

[languages.ur]
name = "اردو"

[languages.hi]
name = "हिन्दी"

[languages.en]
name = "English"

[[sections]]
id = "world"
title = { bn = "বিশ্ব", ur = "دنیا", hi = "दुनिया", en = "World" }
"""

HEADINGS = "\n".join(f"পাঠ্য {number}।\n" for number in range(60))
BODY = f"""
[নিচে](#শিরোনাম-কো), [ওপরে](#ঝড়ের-রাত), [ছবি](ছবি%20১.svg), [নথি](নথি.csv), [ফাইল](</সংযুক্তি/আ é.txt>)

{HEADINGS}

## ঝড়ের রাত

{HEADINGS}

## শিরোনাম কো

![ছবি](<ছবি ১.svg>)

{HEADINGS}
"""
STORIES = (
    story("ঝড়/কোথায়-র\u200d্যাব", language="bn", tags="[ঝড় কো, র‍্যাব]", body=BODY),
    story(
        "নদী",
        language="bn",
        tags="[র্যাব, '#১ সেরা?']",
        body="[ঝড়](ঝড়/কোথায়-র\u200d্যাব.md#শিরোনাম-কো) [দুই](@/world/آج\u200cکل.md)",
    ),
    story("আ-১০০", language="bn", slug="শতভাগ (১০০)", tags="[ঝড় কো]"),
    story(
        "آج\u200cکل", language="ur", tags="[آج‌کل, é]", body="## آج کا\n\n[نیچے](#آج-کا) [storm](ঝড়/কোথায়-র\u200d্যাব.md)"
    ),
    story("आँधी", language="hi", tags="[हिन्दी ख़बर]", body="[x](नदी.md)"),
    story("नदी", language="hi", tags="[हिन्दी ख़बर, क़िला]"),
    story("한글 é", language="en", slug="한글-é", tags="[Señor]", aliases="/পুরনো/ঠিকানা/"),
)
FILES = {
    **dict(STORIES),
    "content/world/ঝড়/ছবি ১.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'/>\n",
    "content/world/ঝড়/নথি.csv": "ক,খ\n",
    "static/সংযুক্তি/আ é.txt": "x\n",
}


def apart(text: str) -> str:
    """Return a text as macOS may spell it, and ড় as keyboards type it."""
    return unicodedata.normalize("NFD", text).replace("\u09a1\u09bc", "\u09dc")


def written(root: Path, spell: bool) -> Newspaper:
    """Return the paper, with all names and texts in the other spelling where that is wished."""
    root.mkdir()
    paper = Newspaper(root).write("", SITE)
    for path, text in FILES.items():
        paper.put(apart(path) if spell else path, apart(text) if spell else text)
    return paper


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Newspaper, Newspaper]:
    """Give the paper in both spellings, built."""
    folder = tmp_path_factory.mktemp("names")
    both = written(folder / "together", False), written(folder / "apart", True)
    for paper in both:
        report = paper.build()
        assert report.published, report.diagnostics
        assert [it for it in report.diagnostics if it.severity != "notice"] == []
    return both


@pytest.fixture(params=["a static host", "the preview"])
def address(request: pytest.FixtureRequest, papers: tuple[Newspaper, Newspaper], tmp_path: Path) -> Iterator[str]:
    """Give the address of the paper whose names are taken apart, on a host of files and in the preview."""
    paper = papers[1]
    if request.param == "a static host":
        with hosted(paper.output, "") as found:
            yield found
        return
    preview = Preview(paper, tmp_path / "terminal.txt", "--port", "0")
    try:
        yield preview.address()
    finally:
        preview.end()


def test_the_paper_is_the_same_in_both_spellings(papers: tuple[Newspaper, Newspaper]) -> None:
    """A tag in either is one tag, with and without its joiner."""
    together, other = (tree(paper.output) for paper in papers)
    assert together == other
    assert all(unicodedata.is_normalized("NFC", path) for path in together)
    tags = [path for path in together if path.startswith("tags/") and path.endswith("index.html")]
    assert sorted(tags) == sorted(f"tags/{key}/index.html" for key in ("ঝড়-কো", "র্যাব", "১-সেরা"))
    page = together["tags/র্যাব/index.html"].decode()
    assert page.count("<article") == 2


def test_every_link_of_every_page_leads_to_something(
    address: str, papers: tuple[Newspaper, Newspaper], page: Page
) -> None:
    """As the browser reads them: links, pictures, style sheets, feeds. To each page but the old address leads one."""
    todo, seen = [f"{address}/", f"{address}/ur/", f"{address}/hi/", f"{address}/en/"], dict[str, int]()
    while todo:
        url = todo.pop()
        if url in seen:
            continue
        answer = page.request.get(url)
        seen[url] = answer.status
        if answer.ok and "html" in answer.headers["content-type"]:
            page.goto(url)
            found = page.evaluate(
                "[...document.querySelectorAll('[href], [src]')].map(it => it.href?.baseVal ?? it.href ?? it.src)"
            )
            todo += [bare for it in found if (bare := urldefrag(it).url).startswith(address)]
    assert {url: status for url, status in seen.items() if status != 200} == {}
    pages = [path for path in tree(papers[1].output) if path.endswith("index.html")]
    assert sum(url.endswith("/") for url in seen) == len(pages) - 1 > 25


def test_a_link_to_a_bangla_heading_scrolls_there(address: str, page: Page) -> None:
    """Within the page, from another page, and by the address as it is copied."""
    inside = "el => { const box = el.getBoundingClientRect(); return box.top >= -1 && box.bottom <= innerHeight; }"
    page.goto(f"{address}/world/2023/07/কোথায়-র\u200d্যাব/")
    assert not page.locator("#শিরোনাম-কো").evaluate(inside)
    page.get_by_role("link", name="নিচে").click()
    assert page.locator("#শিরোনাম-কো").evaluate(inside)
    page.get_by_role("link", name="ওপরে").click()
    assert page.locator("[id='ঝড়ের-রাত']").evaluate(inside)
    page.goto(f"{address}/world/2023/07/নদী/")
    page.locator(".prose").get_by_role("link", name="ঝড়").click()
    expect(page.locator("h1")).to_have_text("Story ঝড়/কোথায়-র\u200d্যাব")
    assert page.locator("#শিরোনাম-কো").evaluate(inside)
    copied = page.url
    assert copied.isascii()
    page.goto("about:blank")
    page.goto(copied)
    assert page.locator("#শিরোনাম-কো").evaluate(inside)


def test_the_preview_finds_an_address_in_any_spelling(
    papers: tuple[Newspaper, Newspaper], tmp_path: Path, page: Page
) -> None:
    """As an editor on macOS may paste it."""
    preview = Preview(papers[0], tmp_path / "terminal.txt", "--port", "0")
    try:
        page.goto(f"{preview.address()}/world/2023/07/{apart('নদী')}/")
        expect(page.locator("h1")).to_have_text("Story নদী")
        page.goto(f"{preview.address()}/tags/{apart('ঝড়-কো')}/")
        expect(page.locator("h1")).to_have_text("ঝড় কো")
    finally:
        preview.end()
