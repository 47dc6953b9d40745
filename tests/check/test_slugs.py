"""Addresses in ASCII, where a language asks for them."""

from collections.abc import Callable

import pytest

from tests.sites.content_cases import OK
from tests.sites.faults import Case, assert_said
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
BANGLA = 'name = "বাংলা"\n'
ASCII = SITE.replace(BANGLA, f'{BANGLA}slugs = "ascii"\n')
STORIES = files(
    story("ঝড়", language="bn", summary="S.", slug="bristi"),
    story("বৃষ্টি", language="bn", summary="S."),
    story("রোদ", language="bn", summary="S.", date="2023-07-02", slug="রোদেলা"),
    story("2023-07-03-মেঘ", date="", language="bn", summary="S."),
    story("নদী", language="bn", summary="S.", url="/old/নদী.html"),
    story("খাল", language="en", summary="S."),
    story("বিল", language="bn", summary="S.", draft="true"),
    ("content/pages/আমরা.bn.md", "---\ntitle: আমরা\nsummary: S.\n---\nA.\n"),
    ("content/pages/us.bn.md", "---\ntitle: U\nsummary: S.\n---\nA.\n"),
    ("content/world/_index.bn.md", "---\ntitle: W\n---\nA.\n"),
)


def told(paper: Newspaper) -> list[tuple[str, int, str]]:
    return [
        (it.place.path.removeprefix("content/"), it.place.line, it.message)
        for it in paper.check().diagnostics
        if it.code == "W739"
    ]


def test_stories_and_pages_with_other_letters_are_told_at_their_files(newspaper: Make) -> None:
    """Not those whose address an editor named, nor what readers do not see, nor another language."""
    assert told(newspaper(STORIES, ASCII)) == [
        ("pages/আমরা.bn.md", 1, "its address holds “আমরা”, which is not in ASCII"),
        ("world/2023-07-03-মেঘ.bn.md", 1, "its address holds “মেঘ”, which is not in ASCII"),
        ("world/বৃষ্টি.bn.md", 1, "its address holds “বৃষ্টি”, which is not in ASCII"),
        ("world/রোদ.bn.md", 5, "its address holds “রোদেলা”, which is not in ASCII"),
    ]


def test_a_language_that_does_not_ask_is_told_nothing(newspaper: Make) -> None:
    assert told(newspaper(STORIES)) == []


def test_an_address_that_is_made_of_the_file_s_name_is_mended_there(newspaper: Make) -> None:
    site = ASCII + '\n[permalinks]\ndefault = "/:lang/:year/:stem/"\n'
    paper = newspaper(files(story("ঝড়", language="bn", summary="S.", slug="storm")), site)
    (found,) = [it for it in paper.check().diagnostics if it.code == "W739"]
    assert "“ঝড়”" in found.message
    assert "patrika mv" in found.hint


@pytest.mark.parametrize(
    ("value", "says", "hint"),
    [
        ('"ASCII"', "slugs: “ASCII” is not one of ascii", "choose one"),
        ("true", "slugs: true is not a text", 'slugs = "…"'),
    ],
)
def test_a_value_that_there_is_not_is_told(newspaper: Make, value: str, says: str, hint: str) -> None:
    text = PLAIN_SITE.replace('name = "English"\n', f'name = "English"\nslugs = {value}\n', 1)
    assert_said(Case("", "", "site.toml:9:9", says, hint), newspaper(plain(OK, text)).faults())
