"""A section of events: what begins when, month by month, and what a story says in fields of its own."""

import re
from collections.abc import Callable

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
CALENDAR = """
[[sections]]
id = "events"
template = "events.html"
dated = false
listed = false
title = { en = "Events", bn = "আয়োজন" }
"""


def event(stem: str, starts: str, ends: str = "", language: str = "en") -> tuple[str, str]:
    path, text = story(
        stem, "", "events", language, extra=f"{{starts: {starts}, ends: {ends or starts}, place: Old haveli}}"
    )
    return path, text.replace("date: \n", "")


def text_of(html: str) -> str:
    """Return the words of a page's main part, without tags."""
    main = re.sub(r"</?(bdi|time)[^>]*>", "", html.partition("<main")[2].partition("</main>")[0])
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_events_stand_in_the_order_in_which_they_begin(newspaper: Make) -> None:
    texts = files(
        event("late", "2023-09-01 19:00"),
        event("early", "2023-08-02 18:00", "2023-08-02 20:30"),
        event("long", "2023-08-20 09:00", "2023-08-21 16:00"),
        story("report", "2023-07-20", "events"),
    )
    front = text_of(newspaper(texts, SITE + CALENDAR).built()["events/index.html"])
    order = ["August 2023", "Story early", "Story long", "September 2023", "Story late", "Story report"]
    assert sorted(order, key=front.index) == order
    assert "2 August 2023, 18:00 to 20:30" in front
    assert "20 August 2023, 09:00 to 21 August 2023, 16:00" in front
    assert "Old haveli" in front


def test_an_events_page_says_when_and_where_and_no_date_of_its_own(newspaper: Make) -> None:
    texts = files(event("mela", "2023-08-02 18:00", "2023-08-02 20:30", "bn"), event("mela", "2023-08-02 18:00"))
    out = newspaper(texts, SITE + CALENDAR).built()
    page = text_of(out["bn/events/mela/index.html"])
    assert "সময় ২ আগস্ট ২০২৩, সন্ধ্যা ৬:০০ থেকে রাত ৮:৩০ স্থান Old haveli" in page
    assert "প্রকাশ" not in page


def test_an_obituary_says_from_when_to_when_in_own_digits(newspaper: Make) -> None:
    texts = files(story("haran", "2023-07-20", language="bn", extra="{born: 1938, died: 2023}"))
    assert "জন্ম ১৯৩৮ মৃত্যু ২০২৩" in text_of(newspaper(texts).built()["bn/world/2023/07/haran/index.html"])
