"""A theme that prints all that its pages are given: what is stale anywhere shows."""

from tests.sites.plain import PLAIN_SITE, ROLES, plain

THEME = (
    """name = "talkative"

card_extra = ["place"]

[fields.article]
place = "text"
open = "flag"

[styles]
"plain.css" = ["plain.css"]

[menus]
main = "on every page"

[slots]
foot = "the end of every page"
story = "below a story"

[options.motto]
type = "text"
default = "none"

"""
    + "\n".join(f'[pages.{role}]\ntemplate = "{role}.html"\n' for role in ROLES)
    + """
[pages.article.lists.related]
list = "related"
limit = 2

[pages.article.lists.series]
list = "series"
limit = 3

[pages.article.lists.opinion]
list = "latest"
kind = "opinion"
limit = 2

[pages.article.lists.latest]
list = "latest"
not_kind = "opinion"
limit = 2
at_least = 2

[pages.front.lists.lead]
list = "latest"
order = "priority"
limit = 1

[pages.front.lists.sections]
list = "latest"
each = "section"
limit = 2

[pages.front.lists.latest]
list = "latest"
limit = 9

[pages.section.lists.lead]
list = "latest"
section = "page"
order = "priority"
limit = 1

[blocks.box.attributes.title]
type = "text"

[blocks.box.attributes.src]
type = "table"

[blocks.embed.attributes.url]
type = "embed"
"""
)

BASE = """<!doctype html>
{% macro image(p) %}{% if p %}{{ p.media.url | url }} {{ p.media.width }} {{ p.alt }} {{ p.caption }}{% endif %}{% endmacro %}
{% macro show(card) %}<p>{{ card.story }} {{ card.path | url }} {{ card.title }} {{ card.section }} {{ card.kind }}
{{ card.published | date }} {{ card.updated }} {{ card.summary }} {{ card.kicker }} {{ card.agency }} {{ card.status }}
{{ card.tags | join(",") }} {% for a in card.authors %}{{ a.name }} {{ a.path }} {% endfor %}
{{ card.extra.place if card.extra }}
{{ image(card.image) }} {{ image(card.portrait) }} {{ card.days_alone | join(",") }}</p>{% endmacro %}
{% macro own(extra) %}{% for name in extra | default({}) %}{{ name }}={{ extra[name] }};{% endfor %}
{% endmacro %}
{% macro lists(page) %}{% for name in page.lists %}<h2>{{ name }}</h2>{% for card in page.lists[name] %}{{ show(card) }}
{% endfor %}{% endfor %}{% for name in page.groups %}{% for g in page.groups[name] %}<h2>{{ g.title }} {{ g.path }}</h2>
{% for card in g.cards %}{{ show(card) }}{% endfor %}{% endfor %}{% endfor %}{% endmacro %}
{% macro correction(it) %}<p>{{ it.date | iso }} {{ it.timed }} {{ it.text }}</p>{% endmacro %}
{% macro month(m) %}{% if m %}{{ m.moment | month }} {{ m.path }} {{ m.count }} {{ m.current }}{% endif %}{% endmacro %}
{% macro days(page) %}{% for day in page.days %}<h3>{{ day.moment | date }}</h3>{% for card in day.cards %}{{ show(card) }}
{% endfor %}{% endfor %}{% endmacro %}
<html lang="{{ chrome.tag }}" dir="{{ chrome.direction }}"><title>{{ page.frame.title }} {{ chrome.site_name }}</title>
{% for s in chrome.styles %}{{ s | url }}{% endfor %}{% for i in chrome.icons %}{{ i.rel }} {{ i.path }} {{ i.sizes }}
{% endfor %}{{ chrome.manifest }} {{ page | json_ld(chrome.paper) }} {{ chrome.options.motto }}
{{ page.frame.item | url }}
{% for f in page.frame.feeds + chrome.feeds %}{{ f.path | url }} {{ f.type }} {{ f.form }} {{ f.title }}{% endfor %}
{{ page.frame.description }}
{{ page.frame.section }} {{ page.frame.moment | date }}
{{ page.frame.moment | clock }} {{ page.frame.moment | calendar_date }} {{ page.frame.noindex }} {{ page.frame.canonical }}
{{ page.frame.path | absolute }} {% for a in page.frame.alternates %}{{ a.tag }} {{ a.path | absolute }} {% endfor %}
{% for t in page.frame.toggles %}{{ t.name }} {{ t.tag }} {{ t.direction }} {{ t.path | url }} {{ t.same }} {{ t.current }}
{{ t.fallback }}
{% endfor %}{% for l in (chrome.sections + chrome.pages) %}{{ l.title }} {{ l.path }}{% endfor %}
{% for l in chrome.menus.main %}{{ l.title }} {{ l.path }} {{ l.children | map(attribute="title") | join(" ") }}
{% endfor %}{% for t in chrome.fronts %}{{ t.path }}{% endfor %}
{{ own(chrome.extra) }}{{ own(site_language.extra) }}{{ own(page.extra) }}
<main>{% block main %}{% endblock %}</main>{% slot "foot" %}
"""

PARTS = {
    "article": "{{ show(page.card) }}{{ page.text | prose }}{{ page.section.title }} {{ page.section.path }}"
    "{% for t in page.tags %}{{ t.id }} {{ t.title }} {{ t.path }}{% endfor %}{{ lists(page) }}{{ page.standfirst }}"
    "{{ page.dateline }}{% if page.series %}{{ page.series.id }} {{ page.series.title }} {{ page.series.path }}{% endif %}"
    "{{ page.words }} {{ page.original.tag if page.original }} {{ page.all_corrections }}"
    "{% for it in page.corrections %}{{ correction(it) }}{% endfor %}"
    "{% slot 'story' %}",
    "front": "{{ lists(page) }}{% for row in chrome.data.poll | default(()) %}{{ row.seat }} {{ row.votes }}{% endfor %}",
    "section": "{{ page.section.title }} {{ page.description }}{{ lists(page) }}{{ days(page) }}"
    "{% for m in page.months %}{{ month(m) }}{% endfor %}{% if page.text %}{{ page.text | prose }}{% endif %}"
    "{{ image(page.image) }}",
    "archive": "{{ page.section.title }} {{ page.section.path }}{{ month(page.month) }} {{ days(page) }}"
    "{{ month(page.newer) }} {{ month(page.older) }}",
    "tag": "{{ page.name }} {{ page.description }} {{ page.count }}{% for c in page.cards %}{{ show(c) }}{% endfor %}"
    "{{ page.paging.number }} {{ page.paging.newer }} {{ page.paging.older }}",
    "series": "{{ page.name }} {{ page.description }} {{ page.count }}{% for c in page.cards %}{{ show(c) }}{% endfor %}"
    "{{ page.paging.number }} {{ page.paging.newer }} {{ page.paging.older }}",
    "author": "{{ page.name }} {{ page.role }} {{ image(page.portrait) }} {{ page.text | prose }} {{ page.text_tag }}"
    "{{ page.links | join(',') }} {{ page.count }}{% for c in page.cards %}{{ show(c) }}{% endfor %}"
    "{{ page.paging.number }} {{ page.paging.newer }} {{ page.paging.older }}",
    "standalone": "{{ page.text | prose }} {{ image(page.image) }} {{ page.status }}",
    "corrections": "{% if page.text %}{{ page.text | prose }}{% endif %} {{ image(page.image) }} {{ page.status }}"
    "{{ page.count }}{% for it in page.corrections %}{{ correction(it.correction) }}{{ show(it.card) }}{% endfor %}"
    "{{ page.paging.number }} {{ page.paging.newer }} {{ page.paging.older }}",
    "not_found": "{{ lists(page) }}",
    "redirect": "{{ page.to | absolute }}",
}

FILES = {
    "themes/talkative/theme.toml": THEME,
    "themes/talkative/assets/plain.css": "h1 { color: black }\n",
    "themes/talkative/templates/base.html": BASE,
    "themes/talkative/templates/blocks/embed.html": "{{ block.attributes.url.frame }} {{ block.attributes.url.shape }}",
    "themes/talkative/templates/blocks/box.html": "<b>{{ block.attributes.title }}</b>{{ block.content }}"
    "{% for p in block.pictures %}{{ p.media.url }} {{ p.media.width }} {{ p.alt }}{% endfor %}"
    "{{ block.attributes.src.rows if block.attributes.src }}",
    **{
        f"themes/talkative/templates/{role}.html": "{% extends 'base.html' %}{% block main %}"
        + part
        + "{% endblock %}\n"
        for role, part in PARTS.items()
    },
}


def talkative(text: str) -> str:
    """Return a site's text with site.toml and the talkative theme before it; the plain theme is there, too."""
    site = PLAIN_SITE.replace('theme = "plain"', 'theme = "talkative"')
    return plain("".join(f"-- {path} --\n{content.rstrip()}\n" for path, content in FILES.items()) + text, site)
