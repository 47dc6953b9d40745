"""A story that did not change is looked at again when what it names became something else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from tests.sites.newspaper import NOW, Newspaper
from tests.sites.press import files, story
from tests.sites.talkative import talkative

Make = Callable[..., Newspaper]
LATER = NOW + 86_400
SVG = '<svg width="{}" height="2" xmlns="http://www.w3.org/2000/svg"/>'
PAGE = "world/2023/07/own/index.html"


class Case(Struct, frozen=True):
    """A story that names something, and what becomes of that."""

    own: dict[str, str]
    """Front matter, and `body`."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    """Files; an empty one is removed."""
    now: int = NOW
    """Of the second build."""


def other(**fields: str) -> dict[str, str]:
    return dict([story("other", "2023-07-02", "sport", **fields)])


def person(text: str) -> dict[str, str]:
    return {"content/authors/ann.en.md": f"---\n{text}\n---\nA.\n"}


LINK, PICTURE = "See [it](@/sport/other.md).", "![p](@/images/p.svg)"
PICK = {"related": "[sport/other]", "related_off": "true"}
CASES = {
    "a linked story gets another address": Case({"body": LINK}, other(), other(slug="elsewhere")),
    "a linked story is published": Case({"body": LINK}, other(publish_at="2023-07-28 12:00"), now=LATER),
    "a linked story expires": Case({"body": LINK}, other(expire_at="2023-07-28 12:00"), now=LATER),
    "a linked story becomes a draft": Case({"body": LINK}, other(), other(draft="true")),
    "a linked story gets a version in the language": Case(
        {"body": LINK}, dict([story("other", language="bn", section="sport")]), other()
    ),
    "a linked story takes another's name": Case(
        {"body": LINK},
        other(),
        dict([story("third", section="sport", story="sport/other", slug="third")]) | {"content/sport/other.en.md": ""},
    ),
    "a linked page becomes public": Case(
        {"body": "[it](@/pages/about.md)"},
        {"content/pages/about.md": "---\ntitle: About\ndraft: true\n---\nA.\n"},
        {"content/pages/about.md": "---\ntitle: About\n---\nA.\n"},
    ),
    "a pick is published": Case(PICK, other(publish_at="2023-07-28 12:00"), now=LATER),
    "a pick leaves the language": Case(
        PICK,
        other() | dict([story("other", language="bn", section="sport")]),
        {"content/sport/other.en.md": ""},
    ),
    "a picture gets another size": Case(
        {"image": "{src: '@/images/p.svg', alt: P}"}, {}, {"content/images/p.svg": SVG.format(9)}
    ),
    "a picture of the body gets another size": Case({"body": PICTURE}, {}, {"content/images/p.svg": SVG.format(9)}),
    "an attachment grows": Case(
        {"body": "[it](n.txt)"}, {"content/world/n.txt": "1"}, {"content/world/n.txt": "2" * 5000}
    ),
    "an author is renamed": Case({"authors": "[ann]"}, person("name: Ann"), person("name: Anna")),
    "an author gets a portrait": Case(
        {"authors": "[ann]"}, person("name: Ann"), person("name: Ann\nimage: {src: '@/images/p.svg', alt: A}")
    ),
    "an author's portrait gets another size": Case(
        {"authors": "[ann]"},
        person("name: Ann\nimage: {src: '@/images/p.svg', alt: A}"),
        {"content/images/p.svg": SVG.format(9)},
    ),
    "an author gets a name in another language": Case(
        {"authors": "[ann]"},
        {"content/authors/ann.bn.md": "---\nname: অ্যান\n---\nA.\n"},
        person("name: Ann"),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_story_names_became_something_else(case: Case, newspaper: Make, tmp_path: Path) -> None:
    """Its page is what a clean build makes, and not what it was."""
    own = story("own", "2023-07-01", "world", **case.own)
    text = files(own, *case.before.items()) + f"-- content/images/p.svg --\n{SVG.format(1)}\n"
    paper = newspaper(talkative(text))
    before = paper.built()[PAGE]
    for path, content in case.after.items():
        if content:
            paper.put(path, content)
        else:
            (paper.root / path).unlink()
    after = paper.built(case.now)
    clean = Newspaper(paper.root)
    clean.output = tmp_path / "clean"
    assert after == clean.built(case.now, output=clean.output, cache=tmp_path / "cache")
    assert after[PAGE] != before


def test_a_linked_story_gets_the_heading_that_was_missed(newspaper: Make) -> None:
    """What was said of the link is said no more."""
    own = story("own", body="[it](@/sport/other.md#a-heading)")
    paper = newspaper(talkative(files(own, *other().items())))
    assert [item.code for item in paper.build().diagnostics] == ["W304"]
    paper.write(files(*other(body="## A heading\n\nText.").items()))
    assert paper.build().diagnostics == ()


PLACES = (("own", "world"), ("other", "sport"), ("view", "opinion"), ("late", "opinion"), ("last", "world"))
SETTINGS = {
    "a language's path": ('site_name = "পরীক্ষা"', 'path = "bangla"'),
    "a language's tag": ('site_name = "পরীক্ষা"', 'tag = "bn-BD"'),
    "a language's clock": ('site_name = "পরীক্ষা"', 'site_name = "পরীক্ষা"\nclock = 24'),
    "a language's numerals": ('site_name = "পরীক্ষা"', 'site_name = "পরীক্ষা"\nnumerals = "latn"'),
    "a language's own name": ('name = "বাংলা"', 'name = "বাঙলা"'),
    "the default language": ('theme = "talkative"', 'theme = "talkative"\ndefault_language = "bn"'),
    "a section's name": ('en = "Sport"', 'en = "Games"'),
    "a section's kind": ('id = "sport"', 'id = "sport"\nkind = "opinion"'),
    "the zone": ("Asia/Dhaka", "America/New_York"),
    "the address": ("https://test.example", "https://other.example/paper"),
    "the live window": ('theme = "talkative"', 'theme = "talkative"\nlive_days = 1\nlive_stories = 1'),
}


@pytest.mark.parametrize(("old", "new"), SETTINGS.values(), ids=SETTINGS)
def test_a_setting_became_something_else(old: str, new: str, newspaper: Make, tmp_path: Path) -> None:
    """All pages are what a clean build makes, and some are not what they were."""
    stories = [
        story(stem, f"2023-07-{day:02}T20:00:00Z", section, language, body=LINK, authors="[ann]", tags="[x]")
        for day, (stem, section) in enumerate(PLACES, 1)
        for language in ("en", "bn")
    ]
    paper = newspaper(talkative(files(*stories, *person("name: Ann").items())))
    before = paper.built()
    site = paper.root / "site.toml"
    site.write_text(site.read_text("utf-8").replace(old, new, 1), "utf-8")
    after = paper.built()
    clean = Newspaper(paper.root)
    clean.output = tmp_path / "clean"
    assert after == clean.built(output=clean.output, cache=tmp_path / "cache")
    assert after != before


def test_what_was_looked_at_is_remembered(newspaper: Make) -> None:
    """A new name of an author is looked up once, not in each build from then on."""
    authors = {"authors": "[ann]"}
    paper = newspaper(
        talkative(files(*(story(stem, **authors) for stem in ("a", "b", "c")), *person("name: Ann").items()))
    )
    assert paper.build().looked_at == 3
    paper.write(files(*person("name: Anna").items()))
    assert paper.build().looked_at == 3
    paper.write(files(story("d")))
    assert paper.build().looked_at == 1


def test_a_picture_is_measured_once(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not again for each story that comes to show it, once it is old enough to be trusted by its times."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    image = {"image": "{src: '@/images/p.svg', alt: P}"}
    paper = newspaper(talkative(files(story("a", **image)) + f"-- content/images/p.svg --\n{SVG.format(1)}\n"))
    assert paper.build().published
    monkeypatch.setattr("patrika.run.gallery.measure", None)
    paper.write(files(story("b", **image)))
    assert paper.build().published
