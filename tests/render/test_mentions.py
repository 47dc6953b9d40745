"""What templates can read of what pages share is found in their text: never less than they print."""

from pathlib import Path

import pytest

from patrika.model.article import PHRASES
from patrika.model.language import Language
from patrika.plan.inputs import Chrome
from patrika.render import mentions, sayings, theme
from patrika.render.guard import GuardedEnvironment
from patrika.render.locale import Voice, read_phrases
from patrika.render.mentions import Mentions
from patrika.render.theme import SharedCode, TemplateSource
from tests.render.bangla_paper import BANGLA, CHROME, SITE

ALL = frozenset(Chrome.__struct_fields__)
RENDER = Path(mentions.__file__).parent


def env_for(templates: dict[str, TemplateSource]) -> GuardedEnvironment:
    voice = Voice(BANGLA, "Asia/Dhaka", read_phrases(None))
    return theme.environment(SITE, BANGLA, voice, CHROME, templates, SharedCode())


def read(source: str) -> Mentions:
    """Return what a template mentions, read as for printing."""
    return mentions.mentions(env_for({}).parse(source))


FIELDS = {
    "{{ chrome.tag }}": {"tag"},
    "{{ chrome['tag'] }}": {"tag"},
    "{{ chrome.home | url }}{{ chrome.sections[0].title }}": {"home", "sections"},
    "{% for link in chrome.pages if chrome.preview %}{{ link.path }}{% endfor %}": {"pages", "preview"},
    "{% macro m(links) %}{% endmacro %}{{ m(chrome.sections) }}": {"sections"},
    "{% call m(chrome.tag) %}{{ chrome.name }}{% endcall %}": {"tag", "name"},
    "{% set x %}{{ chrome.manifest }}{% endset %}{% with y = chrome.name %}{% endwith %}": {"manifest", "name"},
    "{% macro m(tag=chrome.tag) %}{% endmacro %}": {"tag"},
    "{% filter upper %}{{ chrome.tag }}{% endfilter %}": {"tag"},
    "{% block x scoped %}{{ super() }}{{ self.y() }}{{ chrome.tag }}{% endblock %}": {"tag"},
    "{% trans name=chrome.site_name %}Of {{ name }}{% endtrans %}": {"site_name"},
    "{% extends 'x.html' if chrome.preview else 'y.html' %}": {"preview"},
    "{% macro m(chrome) %}{{ chrome.tag }}{% endmacro %}": {"tag"},
    "{{ page.chrome.tag }}{{ other.chrome }}{# chrome #}chrome": set(),
    "{% for chrome in page.cards %}{% endfor %}": set(),
    "{{ chrome.options }}": {"options"},
    "{{ 'motto' in chrome.options }}": {"options"},
    "{{ chrome.options[page.kind] }}": {"options"},
    "{% for name, value in chrome.options.items() %}{% endfor %}": {"options"},
    "{{ chrome.options.get('motto') }}": {"options"},
    "{{ chrome.options.motto }}{{ chrome.options['motto'] }}": set(),
    # Handed on as a whole:
    "{{ chrome }}": ALL,
    "{{ chrome[page.field] }}": ALL,
    "{% set c = chrome %}{{ c.tag }}": ALL,
    "{% set c = chrome if page else none %}": ALL,
    "{% set ns = namespace(c=chrome) %}": ALL,
    "{% with c = chrome %}{% endwith %}": ALL,
    "{{ m(chrome) }}": ALL,
    "{{ m(c=chrome) }}": ALL,
    "{{ m(*[chrome]) }}": ALL,
    "{% call m(chrome) %}{% endcall %}": ALL,
    "{{ [chrome] | map(attribute='tag') | first }}": ALL,
    "{% for c in [chrome] %}{% endfor %}": ALL,
    "{% macro m(c=chrome) %}{% endmacro %}": ALL,
    "{{ chrome is mapping }}": ALL,
    "{% trans %}{{ chrome }}{% endtrans %}": ALL,
}


@pytest.mark.parametrize("source", FIELDS)
def test_fields_of_chrome_are_those_that_are_named(source: str) -> None:
    assert read(source).chrome == FIELDS[source]


def test_options_and_data_are_mentioned_one_by_one() -> None:
    both = {("options", "motto"), ("data", "loud")}
    assert read("{{ chrome.options.motto }}{{ chrome['data']['loud'].much }}").entries == both


def test_fields_of_the_language_are_those_that_are_named() -> None:
    assert read("{{ site_language.tag }}").language == {"tag"}
    assert read("{{ m(site_language) }}").language == frozenset(Language.__struct_fields__)


SAID = {
    "{{ _('a') }}{{ gettext('b') }}": {"a", "b"},
    "{{ m(_('a'), _('b', name=_('c'))) }}": {"a", "b", "c"},
    "{{ ngettext('%(n)s story', '%(n)s stories', page.count, n=page.count) }}": {"%(n)s story"},
    "{{ pgettext('menu', 'a') }}{{ npgettext('menu', 'b', 'c', 2) }}": {"menu\x04a", "menu\x04b"},
    "{% trans %}a{% endtrans %}": {"a"},
    "{% trans count=page.count %}one{% pluralize %}{{ count }}{% endtrans %}": {"one"},
    "{% trans 'menu' %}a{% endtrans %}": {"menu\x04a"},
    "{% trans %}\na\n{% endtrans %}": {"a\n"},
    "{% call _('a') %}{% endcall %}": {"a"},
    "{{ page.gettext }}{{ 'a' | upper }}": set(),
    "{{ page.text | prose }}": set(PHRASES),
    "{{ page.texts | map('prose') }}": set(PHRASES),
    "{{ page.texts | map(page.name) }}": set(PHRASES),
    "{{ page.texts | map(*page.names) }}": set(PHRASES),
    "{{ page.texts | map(attribute='x') }}{{ page.texts | map('upper') }}": set(),
    "{% filter prose %}{% endfilter %}": set(PHRASES),
}


@pytest.mark.parametrize("source", SAID)
def test_phrases_are_those_that_are_said(source: str) -> None:
    assert read(source).phrases == SAID[source]
    assert not read(source).any_phrase


ANY = (
    "{{ _(page.kind) }}",
    "{{ _('a' ~ page.kind) }}",
    "{{ _('a' if page else 'b') }}",
    "{{ _(*['a']) }}",
    "{{ _(phrase='a') }}",
    "{{ _(1) }}",
    "{{ pgettext(page.kind, 'a') }}",
    "{{ ngettext(page.one, 'many', 2) }}",
    "{% set say = gettext %}",
    "{{ m(_) }}",
    "{{ (_ or gettext)('a') }}",
)


@pytest.mark.parametrize("source", ANY)
def test_a_phrase_that_is_made_up_may_be_any(source: str) -> None:
    assert read(source).any_phrase


def test_a_template_mentions_what_its_parts_mention() -> None:
    """However deep; a name made up as a page is printed means any template."""
    texts = {
        "a.html": "{% extends 'b.html' %}{{ chrome.tag }}",
        "b.html": "{% include ['c.html', 'none.html'] ignore missing %}",
        "c.html": "{% from 'd.html' import m with context %}{% import 'a.html' as a %}",
        "d.html": "{% macro m() %}{{ chrome.name }}{{ _('a') }}{% endmacro %}",
        "e.html": "{{ chrome.home }}{{ _(x) }}",
        "f.html": "{% include x %}",
        "g.html": "{% broken",
    }
    sources = {name: TemplateSource(text, name) for name, text in texts.items()}
    parts = mentions.parts_of(sources, mentions.read_all(sources, env_for(sources), {}))

    def mentioned(name: str) -> Mentions:
        return mentions.together(parts[part].mentions for part in mentions.closure(name, parts))

    assert mentioned("a.html") == Mentions(frozenset({"tag", "name"}), phrases=frozenset({"a"}))
    assert mentions.closure("f.html", parts) == tuple(sorted(texts))
    assert mentioned("f.html").chrome == {"tag", "name", "home"}
    assert mentioned("f.html").any_phrase
    assert mentioned("g.html") == mentioned("none.html") == Mentions()


def test_only_known_code_says_phrases_of_its_own() -> None:
    """Filters that say any must be in the table of `sayings`; what feeds say is in their ground as it is said."""
    speaking = {path.name for path in RENDER.glob("*.py") if ".say(" in path.read_text("utf-8")}
    assert speaking == {"prose.py", "feed_parts.py"}
    assert sayings.SAID_BY_FILTERS == {"prose": PHRASES}
