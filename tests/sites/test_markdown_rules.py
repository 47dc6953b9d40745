"""What a site says under [markdown]: its files are read by it, and read again when it changes."""

from collections.abc import Callable

import pytest

from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
PAGE = "world/2023/07/storm/index.html"
BODY = "<details>\n<summary>Why</summary>\n\nThe wind\nrose.\n\n</details>"
ALLOWED = '\n[markdown]\nhtml = ["details", "summary"]\n'


def test_a_site_allows_tags_and_keeps_lines(newspaper: Make) -> None:
    site = newspaper(plain(files(story("storm", "2023-07-27", body=BODY)), PLAIN_SITE + ALLOWED))
    assert "<details>\n<summary>Why</summary>\n<p>The wind\nrose.</p>" in site.built()[PAGE]
    site.put("site.toml", PLAIN_SITE + ALLOWED + "breaks = true\n")
    assert "<p>The wind<br>\nrose.</p>" in site.built()[PAGE]
    site.put("site.toml", PLAIN_SITE)
    assert [(fault.code, fault.place.line) for fault in site.faults()] == [("E120", 6), ("E120", 12)]


MISTAKES = (
    Case("a tag that there is not", 'html = ["detail"]', ":1", "html: “detail” is no tag", "mean “details”?"),
    Case("a tag that is never allowed", 'html = ["b", "iframe"]', ":1", "html: “iframe”", "never taken"),
    Case("a value of another kind", "breaks = 1", ":10", "breaks: 1 is not true or false", "breaks = true"),
    Case("a key that there is not", "break = true", ":1", "unknown key “break” in [markdown]", "mean “breaks”?"),
)


@each(MISTAKES)
def test_a_mistake_in_it_is_told_at_its_place(newspaper: Make, case: Case) -> None:
    site = newspaper(files(story("storm")), f"{SITE}\n[markdown]\n{case.text}\n")
    row = SITE.count("\n") + 3
    assert_said(case._replace(place=f"site.toml:{row}{case.place}"), site.faults())


@pytest.mark.parametrize("tag", ["a", "img", "iframe", "script", "style", "form", "svg", "h2", "object", "video"])
def test_what_holds_an_address_or_runs_is_never_allowed(newspaper: Make, tag: str) -> None:
    site = newspaper(files(story("storm")), f'{SITE}\n[markdown]\nhtml = ["{tag}"]\n')
    assert [fault.code for fault in site.faults()] == ["E203"]
