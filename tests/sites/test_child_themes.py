"""Themes that descend from others: what they do not have themselves, their parents have."""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, numbered

Make = Callable[..., Newspaper]

SITE = PLAIN_SITE.replace('theme = "plain"', 'theme = "child"')
CHILD = '-- themes/child/theme.toml --\nname = "child"\nparent = "plain"\n'
STORIES = files(*numbered(4))
PAGE = "world/2020/09/n003/index.html"


def test_a_child_that_says_nothing_is_its_parent(newspaper: Make) -> None:
    theirs = newspaper(plain(STORIES)).built()
    paper = newspaper(plain(STORIES + CHILD), SITE)
    paper.put("site.toml", SITE)
    assert paper.built() == theirs


def test_a_child_shows_its_own_template_its_parents_wherever_it_is_named_and_the_site_has_the_last_word(
    newspaper: Make,
) -> None:
    page = '{% extends "plain/article.html" %}{% block body %}<i>child</i>{{ super() }}{% endblock %}'
    text = (
        plain(STORIES + CHILD, SITE)
        + "-- themes/plain/templates/article.html --\n<p>plain{% block body %}!{% endblock %}\n"
    )
    paper = newspaper(text + f"-- themes/child/templates/article.html --\n{page}\n")
    assert paper.built()[PAGE] == "<p>plain<i>child</i>!"
    paper.put(
        "templates/article.html", '{% extends "child/article.html" %}{% block body %}site {{ super() }}{% endblock %}'
    )
    assert paper.built()[PAGE] == "<p>plainsite <i>child</i>!"


def test_tables_of_theme_toml_are_merged_and_lists_replaced(newspaper: Make) -> None:
    """The order of lists matters, so a child has all of a page's or none: the parent's front has one called `latest`."""
    toml = CHILD + '[pages.front.lists.newest]\nlist = "latest"\nlimit = 2\n'
    text = plain(STORIES + toml, SITE) + (
        "-- themes/child/templates/front.html --\n"
        "{% for name, cards in page.lists | items %}{{ name }}{% for c in cards %} {{ c.title }}{% endfor %}{% endfor %}\n"
    )
    assert newspaper(text).built()["index.html"] == "newest Story n003 Story n002"


def test_a_childs_style_sheets_are_sought_in_both_and_an_empty_one_is_none(newspaper: Make) -> None:
    toml = CHILD + '[styles]\n"child.css" = ["plain.css", "more.css"]\n"plain.css" = []\n[assets]\n'.replace(
        "[assets]\n", ""
    )
    text = plain(STORIES + toml, SITE + "\n[assets]\nfingerprint = false\n")
    paper = newspaper(text + "-- themes/child/assets/more.css --\nh2 { margin: 0 }\n")
    out = paper.built()
    assert out["assets/child.css"].endswith("}h2{margin:0}")
    assert "assets/plain.css" not in out
    paper.put("themes/child/assets/plain.css", "h1 { color: blue }\n")
    assert paper.built()["assets/child.css"] == "h1{color:blue}h2{margin:0}"


def test_a_childs_phrases_and_static_files_go_before_its_parents(newspaper: Make) -> None:
    text = plain(STORIES + CHILD, SITE) + (
        '-- themes/plain/locale/bn.po --\nmsgid "One"\nmsgstr "এক"\n\nmsgid "Two"\nmsgstr "দুই"\n'
        '-- themes/child/locale/bn.po --\nmsgid "One"\nmsgstr "প্রথম"\n'
        "-- themes/child/templates/front.html --\n{{ _('One') }} {{ _('Two') }}\n"
        "-- themes/plain/static/a.txt --\ntheirs\n-- themes/plain/static/b.txt --\ntheirs\n"
        "-- themes/child/static/a.txt --\nown\n"
        "-- content/world/x.bn.md --\n---\ntitle: X\ndate: 2020-01-01\n---\nX.\n"
    )
    paper = newspaper(text)
    out = paper.built()
    assert out["bn/index.html"] == "প্রথম দুই"
    assert (out["a.txt"], out["b.txt"]) == ("own\n", "theirs\n")
    paper.put("themes/plain/locale/bn.po", 'msgid "One"\nmsgstr "এক"\n\nmsgid "Two"\nmsgstr "দ্বিতীয়"\n')
    assert paper.built()["bn/index.html"] == "প্রথম দ্বিতীয়"


def test_a_changed_file_of_the_parent_changes_the_childs_pages(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES + CHILD, SITE))
    paper.built()
    paper.put("themes/plain/templates/article.html", "<p>another\n")
    assert paper.built()[PAGE] == "<p>another"


def test_the_ten_minutes_of_the_manual_come_true(newspaper: Make) -> None:
    """docs/themes.md, “A child theme in ten minutes”."""
    manual = (Path(__file__).parents[2] / "docs/themes.md").read_text("utf-8")
    chapter = manual[manual.index("### A child theme in ten minutes") : manual.index("### theme.toml")]
    toml, css, template = (dedent(text) for text in re.findall(r"\n\n((?:    .*\n|\n(?=    ))+)", chapter))
    tagged = newspaper(files(*numbered(2, tags="[flood]")))
    before = tagged.built()
    tagged.put("themes/evening/theme.toml", toml)
    tagged.put("themes/evening/assets/css/evening.css", css)
    tagged.put("site.toml", SITE.replace('theme = "child"', 'theme = "evening"'))
    after = tagged.built()
    page = "world/2020/09/n001/index.html"
    links = re.findall(r'rel="stylesheet" href="/assets/(\w+)', after[page])
    assert links == ["broadsheet", "evening"]
    assert 'class="tags"' in before[page]
    assert 'class="tags"' in after[page]
    tagged.put("themes/evening/templates/article.html", template)
    assert 'class="tags"' not in tagged.built()[page]


def fault(newspaper: Make, toml: str) -> str:
    (found,) = newspaper(plain(STORIES + toml, SITE)).faults()
    return f"{found.place} {found.code} {found.message} ({found.hint})"


def test_a_parent_that_is_not_there_is_told_where_it_is_named(newspaper: Make) -> None:
    told = fault(newspaper, '-- themes/child/theme.toml --\nname = "child"\nparent = "plan"\n')
    assert told == "themes/child/theme.toml:2:10 E207 there is no theme “plan” (did you mean “plain”?)"


def test_a_theme_that_descends_from_itself_is_told_with_the_way(newspaper: Make) -> None:
    other = '-- themes/other/theme.toml --\nname = "other"\nparent = "child"\n'
    told = fault(newspaper, CHILD.replace("plain", "other") + other)
    assert told.startswith("themes/other/theme.toml:2:10 E203 this theme descends from itself: child → other → child")


def test_what_is_wrong_with_a_child_is_told_in_its_own_file(newspaper: Make) -> None:
    told = fault(newspaper, CHILD + "[pages.artikle]\ntemplate = 'a.html'\n")
    assert told.startswith("themes/child/theme.toml:3:")
    assert "did you mean “article”?" in told
