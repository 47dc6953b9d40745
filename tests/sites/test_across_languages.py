"""Tags, sections and people have names in each language, and their pages lead to each other."""

import re
from collections.abc import Callable

import pytest

from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
TAGS = """
-- content/tags.toml --
[north-korea]
name = { en = "North Korea (DPRK)", bn = "উত্তর কোরিয়া" }

[rivers]
name = { en = "Rivers", bn = "নদী" }
"""
PEOPLE = """
-- content/authors/anis.en.md --
---
name: Anis
---
A life.
-- content/authors/anis.bn.md --
---
name: আনিস
---
জীবনী।
"""
PAPER = files(
    story("a", tags="[North Korea (DPRK), dams]", authors="[anis]"),
    story("b", tags="[rivers, north-korea]"),
    story("c", language="bn", tags="[উত্তর  কোরিয়া, নদী]", authors="[anis]"),
    story("d", language="bn", tags="['North Korea (DPRK)']"),
)


@pytest.fixture
def out(newspaper: Make) -> dict[str, str]:
    return newspaper(PAPER + TAGS + PEOPLE).built()


PAIRS = {
    "a tag": ("tags/north-korea", "North Korea (DPRK)", "উত্তর কোরিয়া"),
    "another tag": ("tags/rivers", "Rivers", "নদী"),
    "a section": ("world", "World", "বিশ্ব"),
    "a person": ("authors/anis", "Anis", "আনিস"),
}


@pytest.mark.parametrize(("path", "english", "bangla"), PAIRS.values(), ids=PAIRS)
def test_a_page_has_its_name_in_each_language_and_leads_to_itself_in_the_other(
    path: str, english: str, bangla: str, out: dict[str, str]
) -> None:
    """By a link that readers see, and by hreflang."""
    for language, name, other, there in (("en", english, "bn", f"/bn/{path}/"), ("bn", bangla, "en", f"/{path}/")):
        page = out[f"{'bn/' if language == 'bn' else ''}{path}/index.html"]
        assert f">{name}</h1>" in page
        assert f'<link rel="alternate" hreflang="{other}" href="https://test.example{there}">' in page
        assert f'hreflang="x-default" href="https://test.example/{path}/"' in page
        (link,) = re.findall(r'<nav class="languages".*?</nav>', page, re.DOTALL)
        assert f'href="{there}"' in link


def test_a_tag_named_in_the_storys_language_is_that_tag(out: dict[str, str]) -> None:
    """However it is written, its page lists the story, and the story shows its name."""
    assert [path for path in out if "কোরিয়া" in path] == []
    english, bangla = out["tags/north-korea/index.html"], out["bn/tags/north-korea/index.html"]
    assert [f"/world/2023/07/{stem}/" in english for stem in "ab"] == [True, True]
    assert '"/bn/world/2023/07/c/"' in bangla
    assert re.search(r'<a href="/bn/tags/north-korea/"[^>]*>উত্তর কোরিয়া</a>', out["bn/world/2023/07/c/index.html"])


def test_a_name_of_another_language_is_a_word_as_any(out: dict[str, str]) -> None:
    assert '"/bn/world/2023/07/d/"' in out["bn/tags/north-korea-dprk/index.html"]
    assert '"/bn/world/2023/07/d/"' not in out["bn/tags/north-korea/index.html"]


def test_a_tag_in_one_language_has_no_hreflang_and_its_toggle_leads_to_the_front(out: dict[str, str]) -> None:
    page = out["tags/dams/index.html"]
    assert '<link rel="alternate" hreflang' not in page
    (link,) = re.findall(r'<nav class="languages".*?</nav>', page, re.DOTALL)
    assert 'href="/bn/"' in link


def test_when_a_tag_gets_a_name_the_stories_that_have_it_as_a_word_are_of_that_tag(newspaper: Make) -> None:
    """As a clean build has it; and back."""
    paper = newspaper(PAPER + PEOPLE)
    assert "bn/tags/উত্তর-কোরিয়া/index.html" in paper.built()
    paper.write(TAGS)
    assert paper.built() == paper.built(clean=True)
    (paper.root / "content/tags.toml").unlink()
    assert "bn/tags/উত্তর-কোরিয়া/index.html" in (back := paper.built())
    assert back == paper.built(clean=True)


def test_of_two_tags_of_one_name_the_first_counts_and_an_id_before_any_name(newspaper: Make) -> None:
    tags = '-- content/tags.toml --\n[a]\nname.en = "Sea"\n[b]\nname.en = "Sea"\n[c]\nname.en = "B"\n'
    out = newspaper(files(story("x", tags="[Sea]"), story("y", tags="[b]")) + tags).built()
    assert {path for path in out if re.fullmatch(r"tags/.*\.html", path)} == {"tags/a/index.html", "tags/b/index.html"}
