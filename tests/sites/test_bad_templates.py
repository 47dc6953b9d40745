"""Mistakes of theme authors: each is told at the template's file and line, and nothing is published."""

from collections.abc import Callable

import pytest

from tests.sites.content_cases import OK
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import Newspaper
from tests.sites.plain import FILES, THEME, plain

Make = Callable[..., Newspaper]

OWN = "templates/article.html"
TOML = "themes/plain/theme.toml"

WRITING = (
    Case("a block that is not closed", "a\n{% if page.card.title %}\n", f"{OWN}:2", "if", ""),
    Case("a tag that Jinja has not", "a\n\n{% frobnicate %}\n", f"{OWN}:3", "frobnicate", ""),
    Case("a filter that there is not", "a\n{{ page.card.title | uper }}\n", f"{OWN}:2", "uper", ""),
    Case("a test that there is not", "a\n{{ 1 is shout }}\n", f"{OWN}:2", "shout", ""),
    Case("an expression that ends early", "a\nb\n{{ page. }}\n", f"{OWN}:3", "cannot be read", ""),
    Case("a base that is not there", "{% extends 'bse.html' %}\n", f"{OWN}:1", "“bse.html”", "extends or include"),
    Case("a part that is not there", "a\n{% include 'parts/x.html' %}\n", f"{OWN}:2", "“parts/x.html”", "or include"),
    Case(
        "an import that is not there", "\n{% from 'x.html' import y %}\n{{ y }}", f"{OWN}:2", "“x.html”", "or include"
    ),
    Case("Python's insides", "a\n{{ page.__class__ }}\n", f"{OWN}:2", "a theme may not use “__class__”", ""),
    Case("Python's insides by subscript", "a\n{{ page['__class__'] }}\n", f"{OWN}:2", "“__class__”", ""),
    Case("a filter that reaches too far", "a\n{{ page | attr('x') }}\n", f"{OWN}:2", "“attr”", ""),
)

PRINTING = (
    Case("a misspelt field", "a\nb\n{{ page.card.titel }}\n", f"{OWN}:3", "titel", "docs/themes.md"),
    Case("a misspelt name", "a\nb\n{{ pge.card.title }}\n", f"{OWN}:3", "'pge' is undefined", "docs/themes.md"),
    Case("a misspelt list", "{% for x in page.lists.lates %}{% endfor %}", f"{OWN}:1", "lates", "docs/themes.md"),
    Case(
        "a macro that is not there",
        "\n{% from 'p.html' import y %}\n{{ y() }}\n-- templates/p.html --",
        f"{OWN}:3",
        "'y'",
        "docs/themes.md",
    ),
    Case("a text and a number added", "a\n{{ page.card.title + 5 }}\n", f"{OWN}:2", "can only concatenate", ""),
    Case("a division by nought", "a\n{{ 1 / 0 }}\n", f"{OWN}:2", "division by zero", ""),
    Case("a text for a date", "a\n{{ page.card.title | date }}\n", f"{OWN}:2", "failed", ""),
    Case("a picture for an address", "a\n{{ page.card.image | url }}\n", f"{OWN}:2", "failed", ""),
    Case("a date after all time", "a\n{{ 99999999999999999999 | date }}\n", f"{OWN}:2", "failed", ""),
    Case("a template that includes itself", "a\n{% include 'article.html' %}\n", f"{OWN}:2", "", ""),
    Case("a template that extends itself", "{% extends 'article.html' %}\n", f"{OWN}:1", "", ""),
    Case(
        "a macro that calls itself",
        "{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}",
        f"{OWN}:1",
        "",
        "",
    ),
)


@each((*WRITING, *PRINTING))
def test_a_mistake_in_a_template_is_told_at_its_line(case: Case, newspaper: Make) -> None:
    """Whether found when the template is read or when a page is printed: file and line, never a traceback."""
    paper = newspaper(plain(f"{OK}-- {OWN} --\n{case.text}\n-- output/index.html --\nyesterday's\n"))
    assert_said(case, paper.faults())
    assert paper.pages() == {"index.html": "yesterday's\n"}
    assert not (paper.root / "output.stage").exists()


def test_a_mistake_in_a_part_is_told_at_the_part(newspaper: Make) -> None:
    """The line is that of the file in which the mistake is, not of the page's template."""
    part = "-- templates/part.html --\na\nb\n{{ page.card.titel }}\n"
    paper = newspaper(plain(f"{OK}{part}-- {OWN} --\n{{% include 'part.html' %}}\n"))
    assert_said(Case("", "", "templates/part.html:3", "titel", "docs/themes.md"), paper.faults())


def test_a_mistake_in_the_theme_is_told_in_the_theme(newspaper: Make) -> None:
    paper = newspaper(plain(f"{OK}-- themes/plain/templates/article.html --\na\n{{% if %}}\n"))
    assert [str(item.place) for item in paper.faults()] == ["themes/plain/templates/article.html:2"]


def test_a_template_that_no_page_uses_is_checked_too(newspaper: Make) -> None:
    paper = newspaper(plain(f"{OK}-- templates/unused.html --\n{{% if %}}\n"))
    assert [str(item.place) for item in paper.faults()] == ["templates/unused.html:1"]


def test_mistakes_of_several_templates_are_told_in_one_run(newspaper: Make) -> None:
    broken = "".join(f"-- templates/{name}.html --\n{{% if %}}\n" for name in ("tag", "article", "part"))
    told = [str(item.place) for item in newspaper(plain(OK + broken)).faults()]
    assert told == [f"templates/{name}.html:1" for name in ("article", "part", "tag")]


def test_a_mistake_that_every_page_makes_is_told_once(newspaper: Make) -> None:
    paper = newspaper(plain(f"{OK}-- templates/base.html --\n{{{{ nothing }}}}\n"))
    assert [str(item.place) for item in paper.faults()] == ["templates/base.html:1"]


NOT_UTF8 = {
    "a template of the site": ("templates/part.html", "templates/part.html:2:2"),
    "a template of the theme": ("themes/plain/templates/part.html", "themes/plain/templates/part.html:2:2"),
    "phrases": ("themes/plain/locale/bn.po", "themes/plain/locale/bn.po:2:2"),
}


@pytest.mark.parametrize(("path", "place"), NOT_UTF8.values(), ids=NOT_UTF8)
def test_theme_files_that_are_not_utf8_are_told_at_the_byte(path: str, place: str, newspaper: Make) -> None:
    paper = newspaper(plain(OK))
    paper.put(path, b"# a\n#\xe9\n")
    assert_said(Case("", "", place, "not UTF-8", "UTF-8"), paper.faults())


def test_a_translation_that_cannot_be_printed_is_told_at_its_line(newspaper: Make) -> None:
    """It would fail on a page, in a template that has no fault."""
    po = 'msgid "By %(name)s"\nmsgstr "%(nam)s"\n\nmsgid "All"\nmsgstr "100 %"\n\nmsgid "Some"\nmsgstr "%% %(num)s"\n'
    found = [
        f"{item.place} {item.message}"
        for item in newspaper(plain(f"{OK}-- themes/plain/locale/bn.po --\n{po}")).faults()
    ]
    assert found == [
        "themes/plain/locale/bn.po:1 this phrase cannot be printed: “%(nam)s” has a place for “nam”, and the phrase has none",
        "themes/plain/locale/bn.po:4 this phrase cannot be printed: “100 %” has a sign % that stands for nothing: write it twice",
    ]


def line_of(words: str, toml: str) -> int:
    """Return the line of `words` in a theme.toml as it lies on disk."""
    return toml.strip("\n").split("\n").index(words) + 1


THEME_CASES = {
    "TOML that is none": ('name = "plain"', "name = plain", 1, 8, "name = plain", "quotation"),
    "an unknown list": ('list = "latest"', 'list = "latst"', 'list = "latst"', 8, "“latst”", "“latest”"),
    "a misspelt key of a list": ("limit = 9", "limt = 9", "limt = 9", 1, "“limt”", "“limit”"),
    "a word for a number": ("limit = 9", 'limit = "9"', 'limit = "9"', 9, "limit", ""),
    "a number below nought": ("limit = 9", "limit = -9", "limit = -9", 9, "-9", ""),
    "a template that is not there": ('"tag.html"', '"tg.html"', 'template = "tg.html"', 12, "“tg.html”", "templates/"),
    "a style sheet that is not there": (
        '["plain.css"]',
        '["x.css"]',
        '"plain.css" = ["x.css"]',
        15,
        "“x.css”",
        "assets/",
    ),
    "a style sheet that is a number": ('["plain.css"]', "[5]", '"plain.css" = [5]', 15, "5", ""),
    "a word for a flag": ("default = false", 'default = "x"', 'default = "x"', 11, "x", ""),
}


@pytest.mark.parametrize(("old", "new", "line", "column", "says", "hint"), THEME_CASES.values(), ids=THEME_CASES)
def test_a_mistake_in_theme_toml_is_told_at_its_place(
    old: str, new: str, line: str | int, column: int, says: str, hint: str, newspaper: Make
) -> None:
    toml = THEME.replace(old, new)
    assert toml != THEME
    number = line if isinstance(line, int) else line_of(line, toml)
    paper = newspaper(plain(f"{OK}-- {TOML} --\n{toml.strip()}\n"))
    assert_said(Case("", "", f"{TOML}:{number}:{column}", says, hint), paper.faults())


def test_a_role_without_a_template_is_told(newspaper: Make) -> None:
    toml = THEME.replace("[pages.tag]", "[pages.tags]")
    told = newspaper(plain(f"{OK}-- {TOML} --\n{toml.strip()}\n")).faults()
    assert {(item.message, item.hint) for item in told} == {
        ("unknown role of page “tags”", "did you mean “tag”?"),
        ("this theme has no [pages.tag]", 'add it, with  template = "tag.html"'),
    }


def test_a_sites_own_template_takes_the_themes_place(newspaper: Make) -> None:
    """And may build on it by the theme's name."""
    own = '{% extends "plain/article.html" %}\n{% block title %}Own{% endblock %}'
    out = newspaper(plain(f"{OK}-- {OWN} --\n{own}\n")).built()
    assert "<title>Own</title>" in out["world/2023/07/ok/index.html"]
    assert FILES[f"themes/plain/{OWN}"] != own
