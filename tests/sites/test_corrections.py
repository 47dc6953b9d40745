"""Corrections: told on the story, dated, and listed in one place for each language."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
WRONG = "[{date: 2023-07-02 10:00, text: The year was 1971.}, {date: 2023-07-05, text: 'Her name is <Mitu>.'}]"
POLICY = """-- content/pages/mistakes.en.md --
---
title: How we correct
policy: corrections
---
We say so.
"""


def told(html: str) -> list[str]:
    """Return the corrections that a story shows, as plain text."""
    box = re.search(r'<aside class="correction".*?</aside>', html, re.DOTALL)
    lines = re.findall(r"<p>(.*?)</p>", box[0], re.DOTALL) if box else []
    return [re.sub(r"<[^>]*>", "", line) for line in lines]


def listed(html: str) -> list[tuple[str, str]]:
    """Return story and correction of each entry of a list."""
    return re.findall(r"<h3><a [^>]*>(.*?)</a></h3>\n<p>(.*?)</p>", html)


def test_a_story_tells_its_corrections_newest_first(newspaper: Make) -> None:
    """A text of an editor is text; a day alone has no clock."""
    page = newspaper(files(story("a", corrections=WRONG))).built()["world/2023/07/a/index.html"]
    assert told(page) == [
        "Correction, 5 July 2023 Her name is &lt;Mitu&gt;.",
        "Correction, 2 July 2023, 10:00 The year was 1971.",
    ]
    assert page.index('class="prose"') < page.index('class="correction"')


def test_a_story_is_updated_when_it_is_corrected(newspaper: Make) -> None:
    """Everywhere, and with the clock that was written for the correction."""
    later = story("b", updated="2023-07-06 08:00", corrections=WRONG)
    out = newspaper(files(story("a", corrections=WRONG), later, story("c", updated="2023-07-04 09:30"))).built()
    times = re.compile(r"<dt>Updated</dt> <dd>(.*?)</dd>")
    pages = [times.findall(out[f"world/2023/07/{stem}/index.html"])[0] for stem in "abc"]
    assert [re.sub("<[^>]*>", "", time) for time in pages] == [
        "5 July 2023",
        "6 July 2023, 08:00",
        "4 July 2023, 09:30",
    ]
    assert 'modified_time" content="2023-07-05T00:00:00+06:00"' in out["world/2023/07/a/index.html"]


def test_a_language_lists_its_corrections_newest_first(newspaper: Make) -> None:
    first = story("b", corrections="{date: 2023-07-03, text: He is 40.}")
    unlisted = story("c", listed="false", corrections="{date: 2023-07-04, text: Not this.}")
    out = newspaper(files(story("a", corrections=WRONG), first, unlisted, story("a", language="bn"))).built()
    assert listed(out["corrections/index.html"]) == [
        ("Story a", "Her name is &lt;Mitu&gt;."),
        ("Story b", "He is 40."),
        ("Story a", "The year was 1971."),
    ]
    assert "<h1>Corrections</h1>" in out["corrections/index.html"]
    assert "<h2>3 corrections</h2>" in out["corrections/index.html"]
    assert 'href="/corrections/"' in out["world/2023/07/a/index.html"]
    assert "bn/corrections/index.html" not in out


def test_a_page_with_that_policy_opens_the_list(newspaper: Make) -> None:
    """At its own address, also before anything was corrected; the other language's list is its translation."""
    text = files(story("a", corrections=WRONG), story("a", language="bn", corrections=WRONG)) + POLICY
    out = newspaper(text).built()
    page = out["mistakes/index.html"]
    assert page.index("We say so.") < page.index("<h2>2 corrections</h2>")
    assert "corrections/index.html" not in out
    assert 'hreflang="bn" href="https://test.example/bn/corrections/"' in page
    assert 'href="/mistakes/"' in out["world/2023/07/a/index.html"]


def test_a_page_with_that_policy_stands_without_corrections(newspaper: Make) -> None:
    page = newspaper(files(story("a")) + POLICY).built()["mistakes/index.html"]
    assert "We say so." in page
    assert "<h2>" not in page.partition("<main")[2].partition("</main>")[0]


def test_long_lists_go_on_in_pages_that_stand_still(newspaper: Make) -> None:
    """Numbered from the oldest: a new correction changes the head, its story, and the lists that show the story."""
    start = 1_600_000_000
    dates = [datetime.fromtimestamp(start + 86_400 * number, UTC).strftime("%Y-%m-%d") for number in range(100)]
    old = [story(f"n{number:02}", day, corrections=f"{{date: {day}, text: T.}}") for number, day in enumerate(dates)]
    paper = newspaper(files(*old) + POLICY)
    out = paper.built()
    closed, head = out["mistakes/page/1/index.html"], out["mistakes/index.html"]
    assert (len(listed(closed)), len(listed(head))) == (50, 50)
    assert listed(closed)[-1] == ("Story n00", "T.")
    assert "We say so." not in closed
    assert "<h1>How we correct</h1>" in closed
    assert "Newer corrections" in closed
    paper.put(*story("n99", dates[99], corrections="{date: 2023-07-01, text: New.}"))
    written = paper.build().written
    assert "mistakes/index.html" in written
    assert "mistakes/page/1/index.html" not in written


def test_a_first_correction_touches_its_story_and_the_list(newspaper: Make) -> None:
    """Of pages; feeds and sitemaps tell of the change, too."""
    paper = newspaper(files(story("a"), story("b")))
    paper.build()
    paper.put(*story("a", corrections=WRONG))
    pages = {path for path in paper.build().written if path.endswith(".html")}
    assert pages == {"corrections/index.html", "world/2023/07/a/index.html"}


def test_the_page_of_a_corrected_story_follows_the_address_of_the_list(newspaper: Make) -> None:
    paper = newspaper(files(story("a", corrections=WRONG), story("b")))
    paper.build()
    paper.put("content/pages/mistakes.en.md", POLICY.partition("--\n")[2])
    paper.build()
    assert 'href="/mistakes/"' in paper.pages()["world/2023/07/a/index.html"]


A = "content/world/a.en.md"


def wrong(corrections: str) -> str:
    return plain(files(story("a", corrections=corrections)))


PAGES = "".join(f"-- content/pages/{name}.en.md --\n---\ntitle: P\npolicy: ethics\n---\nP.\n" for name in "pq")
MISTAKES = (
    Case("a correction without a day", wrong("[{text: T}]"), f"{A}:4:15", "an item has no date", "date: 2023-07-28"),
    Case("a correction without words", wrong("[{date: 2023-07-02}]"), f"{A}:4:15", "an item has no text", "text: …"),
    Case("a correction of words alone", wrong("[It was 1971]"), f"{A}:4:15", "“It was 1971” stands where", "{date:"),
    Case("a misspelt key", wrong("[{date: 2023-07-02, txt: T}]"), f"{A}:4:34", "unknown key “txt”", "“text”?"),
    Case("no such day", wrong("[{date: 2023-02-30, text: T}]"), f"{A}:4:22", "“2023-02-30”", "2023-07-27"),
    Case(
        "an unknown policy",
        plain("-- content/pages/p.en.md --\n---\ntitle: P\npolicy: ethic\n---\nP.\n"),
        "content/pages/p.en.md:3:9",
        "“ethic” is not one of",
        "did you mean “ethics”?",
    ),
    Case("a policy twice", plain(PAGES), "content/pages/q.en.md:3:9", "also in content/pages/p.en.md", "keep one"),
    Case(
        "a page where the list stands",
        wrong("[{date: 2023-07-02, text: T}]") + "-- content/pages/corrections.en.md --\n---\ntitle: C\n---\nC.\n",
        "content/pages/corrections.en.md",
        "also that of the list of corrections (which a page with policy: corrections opens)",
        "slug:",
    ),
)


@each(MISTAKES)
def test_a_mistake_is_told_at_its_place(case: Case, newspaper: Make) -> None:
    assert_said(case, newspaper(case.text).faults())


def test_an_hour_that_happened_twice_is_told(newspaper: Make) -> None:
    paper = newspaper(files(story("a", corrections="[{date: 2022-10-30 02:30, text: T}]")))
    site = (paper.root / "site.toml").read_text("utf-8")
    paper.put("site.toml", site.replace("Asia/Dhaka", "Europe/Berlin"))
    assert [it.code for it in paper.build().diagnostics] == ["W112"]
