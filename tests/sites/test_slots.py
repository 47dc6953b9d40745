"""Slots: what a site puts into the places that its theme names, and what that makes again."""

from collections.abc import Callable

from tests.sites.content_cases import OK
from tests.sites.faults import Case, assert_said
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import story
from tests.sites.talkative import talkative

Make = Callable[..., Newspaper]

LONG = "".join(f"Paragraph {number}.\n\n" for number in range(1, 7))
PAGE = "world/2023/07/a/index.html"


def paper_with(newspaper: Make, body: str = "One.", **slots: str) -> Newspaper:
    """Return a newspaper of the shipped theme with one story; slots are given with `__` for the dot of a language."""
    paper = newspaper("")
    for language in ("en", "bn"):
        paper.put(*story("a", "2023-07-10", "world", language, body))
    for name, text in slots.items():
        paper.put(f"slots/{name.replace('__', '.')}.html", text)
    return paper


def test_each_slot_of_the_theme_stands_in_its_place(newspaper: Make) -> None:
    """In the order of the page, each once, with the page's input at hand."""
    names = ("head", "masthead", "article_middle", "article_end", "rail", "footer", "body_end")
    page = paper_with(
        newspaper, LONG, **{name: f"<i>{name} {{{{ page.frame.section }}}}</i>\n" for name in names}
    ).built()[PAGE]
    places = [page.index(f"<i>{name} world</i>") for name in names]
    assert places == sorted(places)
    assert page.index("<i>head ") < page.index("</head>") < page.index("<i>masthead") < page.index("<i>body_end")
    assert "<p>Paragraph 3.</p>\n<i>article_middle world</i><p>Paragraph 4.</p>" in page


def test_what_stands_in_the_middle_is_never_within_a_quotation_or_a_short_text(newspaper: Make) -> None:
    quoted = "One.\n\n> Two.\n>\n> Three.\n>\n> Four.\n>\n> Five.\n\nSix.\n"
    page = paper_with(newspaper, quoted, article_middle="<i>middle</i>").built()[PAGE]
    assert "<i>middle</i>" not in page


def test_a_language_may_have_a_slot_of_its_own(newspaper: Make) -> None:
    pages = paper_with(newspaper, footer="for all", footer__bn="বাংলায়", head__bn="<meta name=bn>").built()
    shown = ("for all", "বাংলায়", "name=bn")
    assert [text in pages[PAGE] for text in shown] == [True, False, False]
    assert [text in pages[f"bn/{PAGE}"] for text in shown] == [False, True, True]


def test_a_slot_that_nothing_fills_leaves_no_trace(newspaper: Make) -> None:
    """Whether there is no file or an empty one."""
    paper = paper_with(newspaper, LONG)
    before = paper.built()
    for name in ("head", "masthead", "article_middle", "article_end", "rail", "footer", "body_end"):
        paper.put(f"slots/{name}.html", "")
    assert paper.built() == before


def test_a_changed_slot_prints_only_the_roles_that_have_it(newspaper: Make) -> None:
    paper = newspaper(talkative(OK))
    paper.built()
    paper.put("slots/story.html", "first")
    assert paper.build().written == (OK_PAGE,)
    paper.put("slots/story.html", "second")
    assert paper.build().written == (OK_PAGE,)
    assert "second" in paper.pages()[OK_PAGE]
    (paper.root / "slots/story.html").unlink()
    assert paper.build().written == (OK_PAGE,)


def test_a_script_that_is_no_template_is_told_how_to_be_written(newspaper: Make) -> None:
    paper = paper_with(newspaper, footer="<script>x = {{a: 1}}</script>")
    assert_said(Case("", "", "slots/footer.html:1", "expected token", "{% raw %}"), paper.faults())
    paper.put("slots/footer.html", "{% raw %}<script>x = {{a: 1}}</script>{% endraw %}")
    assert "<script>x = {{a: 1}}</script>" in paper.built()["index.html"]


OK_PAGE = "world/2023/07/ok/index.html"


def test_a_slot_that_the_theme_does_not_name_is_told(newspaper: Make) -> None:
    paper = paper_with(newspaper, fotter="x", footer__xx="x")
    paper.put("slots/notes.txt", "x")
    paper.put("slots/footer..html", "x")
    told = {str(item.place): (item.code, item.message, item.hint) for item in paper.faults()}
    assert told == {
        "slots/fotter.html": ("E508", "the theme “broadsheet” has no slot “fotter”", "did you mean “footer”?"),
        "slots/footer..html": ("E508", "unknown language “”", "languages are en, bn"),
        "slots/footer.xx.html": ("E508", "unknown language “xx”", "languages are en, bn"),
        "slots/notes.txt": (
            "E508",
            "this file fills no slot",
            "name it slots/<slot>.html or slots/<slot>.<language>.html",
        ),
    }


def test_a_slot_that_theme_toml_does_not_declare_is_told_at_its_line(newspaper: Make) -> None:
    paper = newspaper(talkative(f"{OK}-- templates/article.html --\na\n{{% slot 'stroy' %}}\n"))
    assert_said(
        Case("", "", "templates/article.html:2", "names the slot “stroy”", "did you mean “story”?"), paper.faults()
    )


def test_a_mistake_in_a_slot_is_told_at_its_line(newspaper: Make) -> None:
    paper = paper_with(newspaper, article_end="a\n{{ page.nothing }}\n")
    assert_said(Case("", "", "slots/article_end.html:2", "nothing", "docs/themes.md"), paper.faults())


def test_origins_of_a_policy_are_checked_at_their_line(newspaper: Make) -> None:
    csp = '[csp]\nscript = ["https://stats.example"]\n'
    assert newspaper(OK, SITE + csp).built()
    paper = newspaper("")
    paper.put("site.toml", f'{SITE}{csp}image = ["stats.example/x"]\nscrpt = []\n')
    lines = len(SITE.split("\n"))
    told = [(item.place.line, item.message) for item in paper.faults()]
    assert told == [
        (lines + 2, "image: “stats.example/x” is not an origin"),
        (lines + 3, "unknown key “scrpt” in [csp]"),
    ]
