"""Phrases are found in templates with all that translators need to know of them."""

from pathlib import Path

import pytest

from patrika.model.article import PHRASES
from patrika.render.glossary import phrases_in, read_words
from patrika.render.locale.renewing import Phrase
from patrika.render.mentions import mentions
from patrika.render.sayings import Saying, noted
from patrika.render.theme import TemplateSource, reading_environment

THEMES = Path(__file__).parents[2] / "themes"

SAID = {
    "{{ _('a') }}": [Saying("a", line=1)],
    "\n{{ m(_('a'),\n  gettext('b')) }}": [Saying("a", line=2), Saying("b", line=3)],
    "{{ ngettext('one', 'many', page.count) }}": [Saying("one", "many", line=1)],
    "{{ ngettext('one', page.many, page.count) }}": [Saying("one", line=1)],
    "{{ npgettext('menu', 'one', 'many', 2) }}{{ pgettext('list', 'b') }}": [
        Saying("one", "many", "menu", 1),
        Saying("b", "", "list", 1),
    ],
    "{% trans 'menu' count=page.count %}one{% pluralize %}{{ count }}{% endtrans %}": [
        Saying("one", "%(count)s", "menu", 1)
    ],
    "{% trans trimmed who=page.name %}\n  by\n  {{ who }}\n{% endtrans %}": [Saying("by %(who)s", line=1)],
    "{{ _('') }}{{ _(page.kind) }}": [],
}


@pytest.mark.parametrize("source", SAID)
def test_a_phrase_is_found_with_its_plural_context_and_line(source: str) -> None:
    assert noted(source, reading_environment()) == SAID[source]


def notes(source: str) -> dict[str, tuple[str, ...]]:
    return {said.text: said.notes for said in noted(source, reading_environment())}


def test_comments_for_translators_are_of_the_phrases_behind_them() -> None:
    """In their line, or else in the next; others are nobody's."""
    source = """
    {#- translators: over
        a list -#}
    {{ _("a") }}{{ _("b") }}
    {# translators: before a date #} {{ _("c") }}
    {{ _("d") }}
    {# A remark. #}
    {{ _("e") }}
    {# translators: too far #}

    {{ _("f") }}
    """
    assert notes(source) == {
        "a": ("over a list",),
        "b": ("over a list",),
        "c": ("before a date",),
        "d": (),
        "e": (),
        "f": (),
    }


def test_what_a_filter_says_is_told_with_what_it_is_for() -> None:
    found = notes("{{ page.text | prose }}")
    assert tuple(found) == PHRASES
    assert all(found.values())


def test_a_phrase_of_several_templates_is_one() -> None:
    """It has the plural of any and the notes of all; the nearest group alone is told of as its place."""
    texts = {
        "b.html": "{# translators: of a day #}{{ _('one') }}",
        "a.html": "{{ ngettext('one', 'many', 2) }}{{ ngettext('one', 'many', 2) }}",
        "far.html": "{{ _('one') }}{{ _('two') }}",
    }
    words, faults = read_words(TemplateSource(text, name) for name, text in texts.items())
    assert not faults
    named = {source.file: it for source, it in words.items()}
    near = {name: named[name] for name in ("b.html", "a.html")}
    assert phrases_in(near, {"parent/far.html": named["far.html"]}) == {
        "one": Phrase("one", "many", None, ("a.html", "b.html"), ("of a day",)),
        "two": Phrase("two", "", None, ("parent/far.html",)),
    }


def test_a_template_that_cannot_be_read_is_told_with_its_line() -> None:
    words, (fault,) = read_words([TemplateSource("\n{% if %}", "x.html"), TemplateSource("{{ _('a') }}", "y.html")])
    assert (fault.code, str(fault.place), len(words)) == ("E502", "x.html:2", 1)


@pytest.mark.parametrize("path", sorted(THEMES.glob("*/templates/**/*.html")), ids=lambda path: path.name)
def test_a_page_is_made_again_for_the_very_phrases_that_translators_are_given(path: Path) -> None:
    env, text = reading_environment(), path.read_text("utf-8")
    assert {said.key for said in noted(text, env)} == mentions(env.parse(text)).phrases
