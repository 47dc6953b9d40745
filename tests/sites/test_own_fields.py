"""Own fields: what a paper says beside what Patrika has words for, at every level; checked where it is declared."""

from collections.abc import Callable

import pytest

from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story
from tests.sites.talkative import THEME, talkative

Make = Callable[..., Newspaper]
TIMES = '[fields.article]\nstarts = "moment"\nday = "day"\nscore = "number"\nlanguages = "texts"\nmap = "url"\n'
PAPER = files(
    story("storm", "2023-07-10", extra="{place: Khulna, colour: red}"),
    story("fair", "2023-07-11", extra="{place: ঢাকা, open: true}"),
    story("plain", "2023-07-12"),
)


def paper_with(settings: str = "", text: str = PAPER, theme: str = THEME) -> str:
    """Return the talkative paper with more in site.toml, above its languages."""
    site = talkative(f"-- themes/talkative/theme.toml --\n{theme}\n{text}")
    return site.replace("[languages.en]", f"{settings}\n[languages.en]", 1)


def test_a_story_shows_its_fields_and_cards_those_that_are_named(newspaper: Make) -> None:
    out = newspaper(paper_with()).built()
    assert "colour=red;" in out["world/2023/07/storm/index.html"]
    assert "open=False;place=Khulna;" in out["world/2023/07/storm/index.html"].replace("colour=red;", "")
    assert "ঢাকা\n" in out["index.html"]
    assert "red" not in out["index.html"]
    assert "place=" not in out["world/2023/07/plain/index.html"]


def test_each_level_has_fields_of_its_own(newspaper: Make) -> None:
    text = PAPER + files(
        story("tagged", "2023-07-13", tags="[river]", series="delta", authors="[ann]"),
        ("content/tags.toml", "[river]\nextra = { is = 'tag' }\n"),
        ("content/series.toml", "[delta]\nextra = { is = 'series' }\n"),
        ("content/authors/ann.md", "---\nname: Ann\nextra: {is: person}\n---\n"),
        ("content/pages/about.md", "---\ntitle: About\nextra: {is: page}\n---\nText.\n"),
        ("content/world/_index.md", "---\nextra: {of: text}\n---\nText.\n"),
    )
    site = paper_with("", text)
    site = site.replace("[site]", "[site]\nextra.is_site = 'yes'", 1).replace(
        "[languages.en]", "[languages.en]\nextra.of = 'en'", 1
    )
    out = newspaper(site.replace('id = "world"', 'id = "world"\nextra.is = "section"', 1)).built()
    shown = {
        "tags/river/index.html": "is=tag;",
        "series/delta/index.html": "is=series;",
        "authors/ann/index.html": "is=person;",
        "about/index.html": "is=page;",
        "world/index.html": "is=section;of=text;",
        "index.html": "is_site=yes;",
        "404.html": "of=en;",
    }
    assert {path: said for path, said in shown.items() if said not in out[path].replace("\n", "")} == {}


def test_declared_fields_come_in_their_type(newspaper: Make) -> None:
    given = "{starts: 2023-07-20 18:30, day: 2023-07-21, score: 4.5, languages: bn, map: 'https://osm.example/'}"
    out = newspaper(paper_with(TIMES, files(story("fair", extra=given)))).built()
    page = out["world/2023/07/fair/index.html"].replace("\n", "")
    # 18:30 in Dhaka, and the midnight that the day begins with.
    assert "starts=1689856200;" in page
    assert "day=1689876000;" in page
    assert "score=4.5;" in page
    assert "languages=[&#39;bn&#39;];" in page
    assert "open=False;" in page


def test_values_of_a_folder_stand_under_a_storys_own(newspaper: Make) -> None:
    out = newspaper(paper_with('[[defaults]]\npath = "world/*"\nextra = { place = "Sylhet", open = true }\n')).built()
    assert "place=Khulna;" in out["world/2023/07/storm/index.html"]
    assert "open=True;" in out["world/2023/07/storm/index.html"]
    assert "place=Sylhet;" in out["world/2023/07/plain/index.html"]


WHERE = {
    "a text": ('where = { place = "Khulna" }', ["storm"]),
    "a flag": ("where = { open = true }", ["fair"]),
    "a flag that is off or not given": ("where = { open = false }", ["plain", "storm"]),
    "both": ('where = { place = "Khulna", open = true }', []),
    "what nobody has": ('where = { place = "Bogura" }', []),
}


@pytest.mark.parametrize("case", WHERE)
def test_a_list_goes_by_fields(newspaper: Make, case: str) -> None:
    words, wanted = WHERE[case]
    theme = THEME.replace("[pages.front.lists.lead]", f"[pages.front.lists.lead]\n{words}", 1).replace(
        "limit = 1", "limit = 5"
    )
    html = newspaper(paper_with("", PAPER, theme)).built()["index.html"]
    part = html.partition("<h2>lead</h2>")[2].partition("<h2>")[0]
    assert [stem for stem in ("plain", "fair", "storm") if f"world/{stem} /" in part] == wanted


def test_one_of_several_texts_is_enough(newspaper: Make) -> None:
    theme = THEME.replace('place = "text"', 'place = "texts"').replace(
        "[pages.front.lists.lead]", '[pages.front.lists.lead]\nwhere = { place = "Pabna" }', 1
    )
    text = files(story("two", extra="{place: [Natore, Pabna]}"), story("one", extra="{place: Natore}"))
    html = newspaper(paper_with("", text, theme)).built()["index.html"]
    assert "world/two /" in html.partition("<h2>lead</h2>")[2].partition("<h2>")[0]
    assert "world/one /" not in html.partition("<h2>lead</h2>")[2].partition("<h2>")[0]


FAULTS = {
    "a text for a number": ("{score: high}", "E111", "score: “high” is not a number", "7, or 4.5"),
    "a day without a time": ("{starts: 2023-07-20}", "E111", "starts: “2023-07-20” has no time of day", "18:30"),
    "a day with a time": ("{day: 2023-07-20 18:30}", "E111", "day: “2023-07-20 18:30” has a time of day", "2023-07-27"),
    "no address": ("{map: here}", "E111", "map: “here” is not a web address", "https://"),
    "a list for a text": ("{place: [a, b]}", "E111", "place: a list stands where a text is wanted", ""),
    "nearly a field": ("{languags: [bn]}", "W118", "extra: “languags” looks like the field “languages”", "languages"),
    "no table": ("[a]", "E111", "extra: a list stands where a table", ""),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_does_not_fit_is_told_in_the_storys_line(newspaper: Make, case: str) -> None:
    given, code, said, hint = FAULTS[case]
    paper = newspaper(paper_with(TIMES, files(story("fair", extra=given))))
    [fault] = paper.build().diagnostics
    assert (fault.code, fault.place.path, fault.place.line) == (code, "content/world/fair.en.md", 4)
    assert fault.message.startswith(said)
    assert hint in fault.hint


SETTINGS = {
    "a level that is none": ('[fields.artcle]\nx = "text"\n', "E203", "nothing is called “artcle”"),
    "a type that is none": ('[fields.article]\nx = "txt"\n', "E203", "x: “txt” is not one of text"),
    "a name that Python keeps": ('[fields.article]\nitems = "text"\n', "E203", "“items” cannot be a field's name"),
    "a card's field that is none": ("[site.x]\n", "E202", "unknown key “x”"),
    "a value of a section": ('[fields.section]\nx = "number"\n', "E203", "x: “9” is not a number"),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_what_cannot_be_declared_is_told_in_site_toml(newspaper: Make, case: str) -> None:
    settings, code, said = SETTINGS[case]
    site = paper_with(settings).replace('id = "world"', 'id = "world"\nextra.x = "9"', 1)
    [fault] = newspaper(site).faults()
    assert (fault.code, fault.place.path) == (code, "site.toml")
    assert fault.place.line > 1
    assert fault.message.startswith(said)


OF_THEMES = {
    "a card's field that nobody declares": (
        '["place"]',
        '["plce"]',
        "E202",
        "card_extra: stories have no field “plce”",
    ),
    "a list by a field that nobody declares": (
        "limit = 1",
        'limit = 1\nwhere = { plce = "x" }',
        "E202",
        "where: stories have no",
    ),
    "a list by what does not fit": (
        "limit = 1",
        "limit = 1\nwhere = { place = true }",
        "E203",
        "where: “True” does not fit place",
    ),
    "a list by an empty text": (
        "limit = 1",
        'limit = 1\nwhere = { place = "" }',
        "E203",
        "where: place can be sought by",
    ),
    "a list by a day": ('open = "flag"', 'open = "day"', "E203", "where: open is a day"),
}


@pytest.mark.parametrize("case", OF_THEMES)
def test_what_a_theme_cannot_ask_is_told_in_theme_toml(newspaper: Make, case: str) -> None:
    old, new, code, said = OF_THEMES[case]
    theme = THEME.replace(old, new, 1).replace("[pages.front.lists.sections]", "[pages.front.lists.sections]\n", 1)
    if "day" in new:
        theme = theme.replace("limit = 1", "limit = 1\nwhere = { open = true }", 1)
    faults = newspaper(paper_with("", files(story("one")), theme)).faults()
    assert [(it.code, it.place.path) for it in faults] == [(code, "themes/talkative/theme.toml")]
    assert faults[0].message.startswith(said)
    assert faults[0].place.line > 1


def test_what_a_language_lacks_of_a_person_comes_from_the_default(newspaper: Make) -> None:
    text = files(
        story("a", authors="[ann]", language="bn"),
        ("content/authors/ann.en.md", "---\nname: Ann\nextra: {desk: Delta, phone: '1'}\n---\n"),
        ("content/authors/ann.bn.md", "---\nname: অ্যান\nextra: {phone: '2', desk: ''}\n---\n"),
    )
    declared = '[fields.author]\ndesk = "text"\nphone = "text"\n'
    page = newspaper(paper_with(declared, text)).built()["bn/authors/ann/index.html"]
    assert "desk=Delta;phone=2;" in page


THEMES = {
    "another type": ('place = "text"', 'place = "texts"'),
    "more on cards": ('card_extra = ["place"]', 'card_extra = ["place", "open"]'),
    "a list by them": ("limit = 1", 'limit = 1\nwhere = { place = "Khulna" }'),
}


@pytest.mark.parametrize("case", THEMES)
def test_another_declaration_is_heeded_by_the_next_build(newspaper: Make, case: str) -> None:
    """Stories that did not change are taken from the cache, but for what they are found and shown by."""
    show = "{{ card.extra }}{{ image(card.image) }}"
    paper = newspaper(
        paper_with().replace("{{ image(card.image) }}", show).replace("place: Khulna", "place: Khulna, open: true")
    )
    paper.built()
    paper.put("themes/talkative/theme.toml", THEME.replace(*THEMES[case], 1))
    incremental = paper.built()
    assert paper.built(clean=True) == incremental
