"""A list of another language's stories says which words are of that language."""

from collections.abc import Callable

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]

THEME = """
-- themes/own/theme.toml --
name = "own"
parent = "broadsheet"
[pages.front.lists.others]
list = "latest"
language = "ur"
-- themes/own/templates/front.html --
{% extends "broadsheet/front.html" %}
{% from "parts/cards.html" import story %}
{% block main %}{% for card in page.lists.others %}{{ story(card, "row", dated=true) }}{% endfor %}{% endblock %}
"""
URDU = '[languages.ur]\nname = "اردو"\nsite_name = "آزمائش"\n\n[[sections]]'
SITE_IN_THREE = (
    SITE.replace('timezone = "Asia/Dhaka"', 'timezone = "Asia/Dhaka"\ntheme = "own"')
    .replace("[[sections]]", URDU, 1)
    .replace("title = { ", 'title = { ur = "شعبہ", ')
)


def test_headline_kicker_and_summary_say_their_language_where_it_is_not_the_pages(newspaper: Make) -> None:
    """The day is printed in the page's own, as is all that the theme says."""
    card = story("a", language="ur", title="خبر", kicker="فوری", summary="خلاصہ۔")
    out = newspaper(files(card, story("b")) + THEME, SITE_IN_THREE).built()
    page = out["index.html"]
    assert '<p class="label" lang="ur" dir="rtl"><bdi>فوری</bdi></p>' in page
    assert '<h3 lang="ur" dir="rtl"><a href="/ur/world/2023/07/a/">خبر</a></h3>' in page
    assert '<p class="summary" lang="ur" dir="rtl">خلاصہ۔</p>' in page
    assert '<p class="meta"><time datetime="2023-07-01T00:00:00+06:00">1 July 2023</time></p>' in page
    own = out["ur/index.html"]
    assert '<h3><a href="/ur/world/2023/07/a/">خبر</a></h3>' in own
    assert '<p class="label">فوری</p>' in own
