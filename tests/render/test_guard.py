"""A theme has Jinja's expressions and no way to Python's insides."""

import re

import pytest
from jinja2 import StrictUndefined
from jinja2.exceptions import TemplateError, UndefinedError

from patrika.model.card import Person
from patrika.render.guard import GuardedEnvironment

ESCAPES = (
    "{{ page.__class__ }}",
    "{{ page['__class__'] }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ([1]|map('string')).gi_frame.f_builtins }}",
    "{{ page.__init__.__globals__ }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ '{x.__class__}'.format_map({'x': page}) }}",
    "{{ page|attr('__class__') }}",
    "{{ [page]|map('attr', '__class__')|list }}",
    "{{ [page]|map(attribute='__class__')|list }}",
    "{{ [page]|map(attribute='__class__.__mro__')|list }}",
    "{{ [page]|groupby('__class__') }}",
    "{{ [page]|selectattr('__class__')|list }}",
    "{{ [page]|sort(attribute='__class__') }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{% set x = page.__dict__ %}{{ x }}",
    "{{ _private }}",
    "{% set n = '__cla' ~ 'ss__' %}{{ page[n] }}",
    "{% set n = '__cla' ~ 'ss__' %}{{ [page]|map(attribute=n)|list }}",
    "{{ (page.name.__add__)('x') }}",
    "{% for x in [page] %}{{ loop.__class__ }}{% endfor %}",
    "{{ ''.join.__self__ }}",
)


def environment() -> GuardedEnvironment:
    env = GuardedEnvironment(autoescape=True, undefined=StrictUndefined)
    del env.filters["attr"]
    return env


@pytest.mark.parametrize("source", ESCAPES)
def test_a_known_escape_is_refused(source: str) -> None:
    """It fails, or it prints nothing that was not a field: an undefined value is all that it gets hold of."""
    try:
        printed = environment().from_string(source).render(page=Person("A", "/a/"))
    except TemplateError:
        return
    assert not re.search("class|builtin|object|function|method", printed)


def test_what_a_table_holds_goes_before_its_methods() -> None:
    """A column may be called `items`; and no template prints a method, whose address is another in each build."""
    printed = environment().from_string("{{ row.items }} {{ row.keys() | list | join }}").render(row={"items": "12"})
    assert printed == "12 items"
    with pytest.raises(UndefinedError, match="items"):
        environment().from_string("{{ row.items }}").render(row={})


def test_declared_fields_are_reached_in_every_way_that_themes_need() -> None:
    source = "{{ page.name }}{{ page['path'] }}{{ [page]|map(attribute='name')|join }}{{ table.key }}{{ table['key'] }}"
    printed = environment().from_string(source).render(page=Person("A", "/a/"), table={"key": "v"})
    assert printed == "A/a/Avv"


def test_text_is_escaped() -> None:
    assert environment().from_string("{{ page.name }}").render(page=Person("<b>")) == "&lt;b&gt;"
