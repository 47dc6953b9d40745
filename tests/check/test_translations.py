"""What a check says of translations: only what readers see, and only where the version that they were made from is known."""

from collections.abc import Callable
from typing import Any

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story
from tests.sites.wordings import stamp

Make = Callable[..., Newspaper]
WORDS = {"title": "A calm", "summary": "Then it was gone."}
ORIGINAL = story("calm", body="Text.", **WORDS)
NOW_IS = stamp(ORIGINAL[1])
OLD = "en@00000000"


def translation(origin: str, stem: str = "calm", **fields: Any) -> tuple[str, str]:
    path, text = story(stem, language="bn", title="শান্ত", summary="সব থেমে গেল।", **fields)
    return path, text.replace("\ndate:", f"\ntranslated_from: {origin}\ndate:")


def codes(paper: Newspaper, *stories: tuple[str, str]) -> list[str]:
    """Return what a check says of translations in a site of some stories."""
    paper.write(files(*stories), SITE)
    return [f"{it.place}: {it.code}" for it in paper.check().diagnostics if it.code in ("N730", "W738")]


def test_of_a_translation_that_is_up_to_date_nothing_is_said(newspaper: Make) -> None:
    paper = newspaper("")
    assert codes(paper, ORIGINAL, translation(NOW_IS)) == []
    assert codes(paper, story("calm", date="2023-07-02", tags="[sea]", **WORDS)) == []


def test_it_is_outdated_once_the_words_of_its_original_change(newspaper: Make) -> None:
    paper = newspaper("")
    assert codes(paper, ORIGINAL, translation(NOW_IS)) == []
    assert codes(paper, story("calm", body="Text!", **WORDS)) == ["content/world/calm.bn.md:3:18: N730"]
    assert codes(paper, story("calm", body="Text!", draft="true", **WORDS)) == ["content/world/calm.bn.md:3:18: N730"]


def test_of_what_readers_do_not_see_nothing_is_said(newspaper: Make) -> None:
    """While something is said of what they do see."""
    seen = (story("gale", **WORDS), translation(OLD, "gale"))
    for hidden in ({"draft": "true"}, {"publish_at": "2033-01-01"}):
        assert codes(newspaper(""), *seen, ORIGINAL, translation(OLD, **hidden)) == [
            "content/world/gale.bn.md:3:18: N730"
        ]


def test_an_original_of_another_name_is_found(newspaper: Make) -> None:
    """By `story:` or by `translations:` of either."""
    for mark in ({"story": "world/calm"}, {"translations": "{en: world/calm}"}):
        paper = newspaper("")
        assert codes(paper, ORIGINAL, translation(NOW_IS, "shanto", **mark)) == []
        assert codes(paper, translation(OLD, "shanto", **mark)) == ["content/world/shanto.bn.md:3:18: N730"]


def test_an_original_that_is_gone_is_told_of_but_not_one_at_fault_or_on_another_site(newspaper: Make) -> None:
    paper = newspaper("")
    assert codes(paper, translation(OLD)) == ["content/world/calm.bn.md:3:18: W738"]
    assert codes(paper, story("calm", date="never")) == []
    (paper.root / ORIGINAL[0]).unlink()
    assert codes(paper, translation(OLD, translations="{en: https://other.example/calm}")) == []
