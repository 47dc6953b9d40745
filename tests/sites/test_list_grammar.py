"""The lists that a theme may ask for: each word of the grammar, and every example of the docs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story
from tests.sites.talkative import THEME, talkative

Make = Callable[..., Newspaper]
DOCS = Path(__file__).parents[2] / "docs/themes.md"
EXAMPLE = re.compile(r"^\| (\w+) \| ([^|]+) \| `(\{ list = [^`]+\})` \|$", re.MULTILINE)
EXAMPLES = EXAMPLE.findall(DOCS.read_text("utf-8"))
PAPER = files(
    story("flood", "2023-07-01", tags="[padma, rivers]", authors="[anika]"),
    story("boats", "2023-07-02", tags="[padma]", authors="[anika, Rahim Uddin]", related="[world/flood]"),
    story("cup", "2023-07-03", section="sport", authors="[Rahim Uddin]"),
    story("final", "2023-07-04", section="sport", tags="[padma, finals]"),
    story("view", "2023-07-05", section="opinion", authors="[anika]", tags="[rivers]"),
    story("museum", "2023-06-01", section="opinion", extra="{open: true}"),
    story("bridge", "2023-07-06", tags="[padma]", series="crossings"),
    story("ghat", "2023-07-04", series="crossings"),
    story("boats", "2023-07-03", language="bn", tags="[padma]"),
    story("ferry", "2023-07-05", language="bn"),
    ("content/authors/anika.md", "---\nname: Anika\n---\n"),
)


def with_list(role: str, query: str) -> str:
    """Return the talkative paper with one list on a role of page, called `it`."""
    bare = re.sub(r"\[pages\.\w+\.lists.*?(?=\n\n|\Z)", "", THEME, flags=re.DOTALL)
    theme = bare.replace(f"[pages.{role}]\n", f"[pages.{role}]\nlists.it = {query}\n")
    return talkative(f"-- themes/talkative/theme.toml --\n{theme}\n{PAPER}")


def listed(html: str) -> list[str]:
    """Return the stories of the list, as id and language."""
    part = html.partition("<h2>it</h2>")[2]
    return re.findall(r"<p>\w+(?:/\w+)*/(\w+) /", part)


def test_the_docs_have_examples() -> None:
    assert {on for on, _, _ in EXAMPLES} == {"front", "section", "article", "not_found"}


@pytest.mark.parametrize(("on", "wanted", "query"), EXAMPLES, ids=[f"{on}: {wanted}" for on, wanted, _ in EXAMPLES])
def test_each_example_of_the_docs_builds_and_finds_stories(newspaper: Make, on: str, wanted: str, query: str) -> None:
    out = newspaper(with_list(on, query)).built()
    name = "each = " in query
    assert any("<h2>World /world/</h2>" in html if name else listed(html) for html in out.values()), wanted


OWN = {
    "the first tag": ('tag = "page"', "boats", ["bridge", "final", "flood"]),
    "the first author": ('author = "page"', "flood", ["view", "boats"]),
    "kind and section": ('kind = "page", section = "page"', "flood", ["bridge", "ghat", "boats"]),
    "tag and author": ('tag = "rivers", author = "anika"', "bridge", ["view", "flood"]),
    "another language": ('language = "bn"', "bridge", ["ferry", "boats"]),
}


@pytest.mark.parametrize("case", OWN)
def test_a_storys_page_asks_for_its_own_words(newspaper: Make, case: str) -> None:
    words, stem, wanted = OWN[case]
    out = newspaper(with_list("article", f'{{ list = "latest", {words} }}')).built()
    assert listed(out[f"world/2023/07/{stem}/index.html"]) == wanted


def test_a_story_without_tags_finds_none_by_them(newspaper: Make) -> None:
    out = newspaper(with_list("article", '{ list = "latest", tag = "page" }')).built()
    assert listed(out["sport/2023/07/cup/index.html"]) == []


def test_a_list_of_another_language_stands_still_with_the_page(newspaper: Make) -> None:
    """A story's page knows of nothing newer than the last of its own language in its window, the 25 later ones or a week."""
    later = files(story("news", "2023-07-25"), story("later", "2023-07-20", language="bn"))
    paper = newspaper(with_list("article", '{ list = "latest", language = "bn" }'))
    before = paper.built()
    paper.write(later)
    after = paper.built()
    old, new = "world/2023/07/flood/index.html", "world/2023/07/news/index.html"
    assert after[old] == before[old]
    assert listed(after[new]) == ["later", "ferry", "boats"]


FAULTS = {
    "a language that the site lacks": ("front", 'language = "ur"', "E115", "unknown language “ur”"),
    "a story's word on a front": ("front", 'tag = "page"', "E203", "tag = “page” asks for that of a story"),
    "rows in another language": ("front", 'each = "section", language = "bn"', "E203", "each and language do not go"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_cannot_be_asked_is_an_error_in_theme_toml(newspaper: Make, case: str) -> None:
    role, words, code, said = FAULTS[case]
    [fault] = newspaper(with_list(role, f'{{ list = "latest", {words} }}')).faults()
    assert (fault.code, fault.place.path) == (code, "themes/talkative/theme.toml")
    assert fault.message.startswith(said)
