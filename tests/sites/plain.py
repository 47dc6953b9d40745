"""A site with a theme of a few lines: for tests of what is printed where, not of how it looks; it builds
faster than the shipped theme, and no change of that one touches it."""

from textwrap import dedent
from typing import get_args

from patrika.model.page import PageRole
from tests.sites.newspaper import SITE

ROLES = tuple(role for role in get_args(PageRole) if role != "fallback")
"""Those that a theme has to have."""

PLAIN_SITE = SITE.replace('name = "The Test"', 'name = "The Test"\ntheme = "plain"', 1)
"""The usual site.toml with one more line, the third: `theme = "plain"`."""

_PAGES = "\n".join(f'[pages.{role}]\ntemplate = "{role}.html"\n' for role in ROLES)

THEME = f"""
name = "plain"

[styles]
"plain.css" = ["plain.css"]

[options.motto]
type = "text"
default = "none"

[options.loud]
type = "flag"
default = false

{_PAGES}
[pages.front.lists.latest]
list = "latest"
limit = 9
"""

BASE = """
<!doctype html>
<html lang="{{ chrome.tag }}">
<title>{% block title %}{{ page.frame.title }}{% endblock %}</title>
{% for style in chrome.styles %}<link rel="stylesheet" href="{{ style | url }}">
{% endfor %}
<main>{% block main %}{% endblock %}</main>
"""

FRONT = """
{% extends "base.html" %}
{% block main %}
{% for card in page.lists.latest %}<h3><a href="{{ card.path | url }}">{{ card.title }}</a></h3>
{% endfor %}
{% endblock %}
"""

ARTICLE = """
{% extends "base.html" %}
{% block main %}<h1>{{ page.card.title }}</h1>{{ page.text | prose }}{% endblock %}
"""

REDIRECT = """
<html lang="{{ chrome.tag }}"><title>{{ page.to | absolute if page.to else "gone" }}</title><a href="{{ page.to | url }}">on</a>
"""

FILES = {
    "themes/plain/theme.toml": THEME,
    "themes/plain/assets/plain.css": "h1 { color: black }\n",
    "themes/plain/templates/base.html": BASE.lstrip(),
    **{f"themes/plain/templates/{role}.html": '{% extends "base.html" %}\n' for role in ROLES},
    "themes/plain/templates/front.html": FRONT.lstrip(),
    "themes/plain/templates/redirect.html": REDIRECT.lstrip(),
    "themes/plain/templates/article.html": ARTICLE.lstrip(),
}


def plain(text: str, site: str = PLAIN_SITE) -> str:
    """Return a site's text with site.toml and the plain theme before it; files of `text` take their place."""
    files = {"site.toml": site, **FILES}
    return "".join(f"-- {path} --\n{content.strip(chr(10))}\n" for path, content in files.items()) + dedent(
        text
    ).lstrip("\n")
