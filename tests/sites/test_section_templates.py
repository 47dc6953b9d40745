"""Sections whose front, or whose stories, are printed by templates of their own."""

from collections.abc import Callable

from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
SITE = PLAIN_SITE.replace('id = "sport"', 'id = "sport"\ntemplate = "events.html"\nstory_template = "event.html"')
EVENTS = {
    "templates/events.html": '{% extends "base.html" %}{% block main %}All of {{ page.section.title }}{% endblock %}\n',
    "templates/event.html": '{% extends "article.html" %}{% block title %}Event: {{ page.card.title }}{% endblock %}\n',
}
STORIES = files(
    story("storm", section="world", also_in="[sport]"),
    story("match", section="sport"),
    story("match", section="sport", language="bn"),
)


def site(newspaper: Make, settings: str = SITE) -> Newspaper:
    return newspaper(plain(STORIES + "".join(f"-- {path} --\n{text}" for path, text in EVENTS.items()), settings))


def pages_written(paper: Newspaper) -> set[str]:
    return {path for path in paper.build().written if path.endswith(".html")}


def test_a_section_has_templates_of_its_own(newspaper: Make) -> None:
    """Its front and its own stories are printed by them, in each language; other pages are as they were."""
    out = site(newspaper).built()
    assert "All of Sport" in out["sport/index.html"]
    assert "All of খেলা" in out["bn/sport/index.html"]
    assert "<title>Event: Story match</title>" in out["sport/2023/07/match/index.html"]
    assert "<title>Event: Story match</title>" in out["bn/sport/2023/07/match/index.html"]
    assert "<title>Story storm</title>" in out["world/2023/07/storm/index.html"]
    assert not any("All of" in page for path, page in out.items() if not path.endswith("sport/index.html"))


def test_an_edit_of_a_sections_template_touches_only_what_it_prints(newspaper: Make) -> None:
    paper = site(newspaper)
    paper.built()
    paper.put("templates/events.html", EVENTS["templates/events.html"].replace("All", "Each"))
    assert pages_written(paper) == {"sport/index.html", "bn/sport/index.html"}
    paper.put("templates/event.html", EVENTS["templates/event.html"].replace("Event", "Match"))
    assert pages_written(paper) == {"sport/2023/07/match/index.html", "bn/sport/2023/07/match/index.html"}


def test_another_template_in_site_toml_prints_the_sections_pages_again(newspaper: Make) -> None:
    """Also where both templates print pages before and after."""
    both = SITE.replace('id = "world"', 'id = "world"\nstory_template = "event.html"')
    paper = site(newspaper, both)
    assert "<title>Event: Story storm</title>" in paper.built()["world/2023/07/storm/index.html"]
    paper.put("site.toml", SITE)
    assert pages_written(paper) == {"world/2023/07/storm/index.html"}
    assert "<title>Story storm</title>" in paper.pages()["world/2023/07/storm/index.html"]


def test_a_nested_section_does_not_have_its_parents_templates(newspaper: Make) -> None:
    paper = site(newspaper, SITE + '\n[[sections]]\nid = "sport/cricket"\n')
    paper.put(*story("bat", section="sport/cricket"))
    assert "Event" not in paper.built()["sport/cricket/2023/07/bat/index.html"]


def test_an_unknown_template_of_a_section_is_an_error_at_its_line(newspaper: Make) -> None:
    settings = SITE.replace("events.html", "evens.html").replace('"event.html"', '"base.htm"')
    found = [(fault.code, fault.message, fault.hint, fault.place.line) for fault in site(newspaper, settings).faults()]
    first = settings.lstrip().split("\n").index('template = "evens.html"') + 1
    assert found == [
        ("E501", "there is no template “evens.html”", "did you mean “events.html”?", first),
        ("E501", "there is no template “base.htm”", "did you mean “base.html”?", first + 1),
    ]


def test_a_fault_in_a_sections_template_is_told_by_file_and_line(newspaper: Make) -> None:
    paper = site(newspaper)
    paper.put("templates/event.html", "\n{{ page.crad }}\n")
    assert {str(fault.place) for fault in paper.faults()} == {"templates/event.html:2"}
