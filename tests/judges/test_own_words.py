"""The Bangla and Urdu pages of the sample newsroom: no digit of another script on them, and no English word of ours."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html

from tests.judges.sample import Printing

TOLD = ("alt", "title", "aria-label", "placeholder")
"""Attributes that are read to readers."""

NAMES = {"RSS", "Atom", "JSON", "ninjs", "PDF", "CSV", "WAV", "OpenStreetMap", "YouTube"}
ADDRESSES = re.compile(r"https?://\S+|\S+@\S+|\S+\.example\S*|\b[A-Z]{2,}/[A-Z0-9/-]+")
"""Of the web and of letter boxes, and the numbers of files."""


def words(node: html.HtmlElement, language: str, within: str = "") -> Iterator[str]:
    """Yield what readers of a language are told in it, but code and what is said to be in another."""
    own = node.get("lang") or within
    if node.tag in ("script", "style", "code") or not isinstance(node.tag, str):
        return
    if own == language:
        yield from (node.get(name) for name in TOLD if node.get(name))
        yield node.text or ""
    for child in node:
        yield from words(child, language, own)
        yield (child.tail or "") if own == language else ""


def latin_in(page: Path, language: str) -> set[str]:
    """Return the Latin digits and words of a page in a language."""
    root = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
    told = (ADDRESSES.sub("", text) for text in words(root, language))
    return {found for text in told for found in re.findall(r"[A-Za-z]+|[0-9]+", text)} - NAMES


@pytest.mark.parametrize("language", ["bn", "ur"])
def test_pages_of_the_sample_have_no_latin_digit_and_no_english_word(
    language: str, printings: Mapping[str, Printing]
) -> None:
    pages = sorted(printings["broadsheet"].output.glob(f"{language}/**/*.html"))
    assert len(pages) > 50
    assert {str(page): found for page in pages if (found := latin_in(page, language))} == {}


def test_a_latin_digit_or_word_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<html lang="bn"><p title="Tags">৫ মে 2023 <i lang="en">See 4</i> More</p>', "utf-8")
    assert latin_in(page, "bn") == {"Tags", "2023", "More"}
