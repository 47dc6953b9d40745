"""Macros that are imported remember what they printed, and print what they would have printed without."""

from jinja2 import DictLoader, StrictUndefined

from patrika.model.card import Card, Person
from patrika.render.guard import GuardedEnvironment

PARTS = "{% macro name(person, loud=false) %}{{ person.name | shout if loud else person.name }}{% endmacro %}"
PAGE = "{% from 'parts.html' import name %}{% for p in people %}{{ name(p, loud=true) }}{{ name(p) }}{% endfor %}"


def test_a_macro_is_asked_once_for_equal_arguments() -> None:
    asked: list[str] = []

    def shout(text: str) -> str:
        asked.append(text)
        return text.upper()

    env = GuardedEnvironment(loader=DictLoader({"parts.html": PARTS, "page.html": PAGE}), undefined=StrictUndefined)
    env.filters["shout"] = shout
    page = env.get_template("page.html")
    assert page.render(people=[Person("a"), Person("b"), Person("a")]) == "AaBbAa"
    assert page.render(people=[Person("b"), Person("a", "/a/")]) == "BbAa"
    assert asked == ["a", "b", "a"]


def test_a_card_with_own_fields_is_remembered_too() -> None:
    asked: list[str] = []

    def shout(text: str) -> str:
        asked.append(text)
        return text.upper()

    parts = "{% macro show(card) %}{{ card.title | shout }}{% endmacro %}"
    page = "{% from 'parts.html' import show %}{% for card in cards %}{{ show(card) }}{% endfor %}"
    env = GuardedEnvironment(loader=DictLoader({"parts.html": parts, "page.html": page}))
    env.filters["shout"] = shout
    cards = [Card("a", "en", "/a/", "A", "world", "report", 1, extra={"places": [place]}) for place in ("x", "y", "x")]
    assert env.get_template("page.html").render(cards=cards) == "AAA"
    assert asked == ["A", "A"]


def test_arguments_that_cannot_be_remembered_are_asked_each_time() -> None:
    parts = "{% macro all(items) %}{{ items | join }}{% endmacro %}"
    page = "{% from 'parts.html' import all %}{{ all(items) }}"
    env = GuardedEnvironment(loader=DictLoader({"parts.html": parts, "page.html": page}))
    items = ["a"]
    assert env.get_template("page.html").render(items=items) == "a"
    items.append("b")
    assert env.get_template("page.html").render(items=items) == "ab"
