"""`patrika messages`: what templates say goes into PO files, and what these lack is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from patrika.cli.main import run
from patrika.run.messages import check, plan_update
from tests.sites.newspaper import Newspaper
from tests.sites.plain import BASE, PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]

URDU = '\n[languages.ur]\nname = "اردو"\n'
STORIES = files(story("a"), story("a", language="bn"))
SAYING = '{# translators: over a list #}\n{{ _("Opinion") }}\n{{ ngettext("%(n)s story", "%(n)s stories", 1, n=5) }}\n'
TEMPLATE = f"-- themes/plain/templates/base.html --\n{BASE.lstrip()}{SAYING}"
ARTICLE = (
    "-- themes/plain/templates/article.html --\n"
    '{% extends "base.html" %}{% block main %}{{ page.card.title }}{% endblock %}\n'
)
NEW = """
# Bangla phrases of plain.
# Behind msgid stand the phrases as templates have them, in English; write the words behind msgstr.
msgid ""
msgstr ""
"Project-Id-Version: plain\\n"
"Language: bn\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

#. over a list
#: templates/base.html
msgid "Opinion"
msgstr ""

#: templates/base.html
#, python-format
msgid "%(n)s story"
msgid_plural "%(n)s stories"
msgstr[0] ""
msgstr[1] ""
""".lstrip()
FILLED = (
    NEW.replace('msgstr ""\n\n#: t', 'msgstr "মতামত"\n\n#: t')
    .replace('[0] ""', '[0] "%(n)sটি"')
    .replace('[1] ""', '[1] "%(n)s টি"')
)
BN = "themes/plain/locale/bn.po"


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    return newspaper(plain(STORIES + TEMPLATE + ARTICLE, PLAIN_SITE))


@pytest.fixture
def messages(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Give what runs `patrika messages`, and returns the exit code and all that it told."""

    def call(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = run(["messages", arguments[0], "--root", str(paper.root), *arguments[1:]])
        said = capsys.readouterr()
        return code, said.out + said.err

    return call


Messages = Callable[..., tuple[int, str]]


def text(paper: Newspaper, path: str) -> str:
    return (paper.root / path).read_text("utf-8")


def po_files(paper: Newspaper) -> list[str]:
    return sorted(path.relative_to(paper.root).as_posix() for path in paper.root.rglob("*.po"))


def test_a_themes_phrases_go_into_a_file_of_each_language_but_english(paper: Newspaper, messages: Messages) -> None:
    """With the head that gettext wants; once filled in it is what pages say."""
    assert messages("update") == (0, f"{BN}: written: 2 new, 0 fuzzy, 0 obsolete, 2 lacking\n")
    assert text(paper, BN) == NEW
    assert po_files(paper) == [BN]
    paper.put(BN, FILLED)
    assert messages("update") == (0, f"{BN}: up to date: 0 new, 0 fuzzy, 0 obsolete, 0 lacking\n")
    assert messages("check") == (0, "All phrases have their words.\n")
    assert "মতামত\n5টি" in paper.built()["bn/index.html"]
    assert paper.build().diagnostics == ()


def test_what_is_up_to_date_is_not_written(paper: Newspaper, messages: Messages) -> None:
    """However it is laid out, and whatever its head says besides."""
    own = '# Ours.\n#\nmsgid ""\nmsgstr "X-Generator: Poedit 3.4\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n\n'
    body = FILLED.partition("\n\n")[2].replace('msgid "Opinion"', 'msgid ""\n"Opin"\n"ion"')
    written = (own + body).replace("\n", "\r\n").encode()
    paper.put(BN, written)
    stamp = (paper.root / BN).stat().st_mtime_ns
    assert "up to date" in messages("update")[1]
    assert ((paper.root / BN).read_bytes(), (paper.root / BN).stat().st_mtime_ns) == (written, stamp)


CHANGED = """
# By the desk.
#
# Twice.
#
msgid ""
msgstr ""
"Language: bn\\n"
"X-Generator: Poedit 3.4\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"PO-Revision-Date: never\\n"

# A long remark that somebody wrote for whoever translates next, in one line, which is longer than programs would have it be.
#. over a list
#: templates/base.html
msgid "Opinion"
msgstr "মতামত"

#: templates/article.html
msgid "Tags"
msgstr ""

#. of a day
#: templates/article.html templates/base.html
#, fuzzy, python-format
#| msgid "%(n)s story"
#| msgid_plural "%(n)s stories"
msgid "%(n)s storys"
msgid_plural "%(n)s storyes"
msgstr[0] "%(n)sটি"
msgstr[1] "%(n)s টি"

# No more.
#~ msgid "Obituaries"
#~ msgstr "স্মরণ"

# The end.
""".lstrip()


def test_people_keep_what_they_wrote_and_programs_theirs(paper: Newspaper, messages: Messages) -> None:
    """Head, remarks and order stay; what is like a phrase that is gone is guessed from it, and other words are kept."""
    head, _, rest = CHANGED.partition("\n\n")
    remark = rest.partition("\n")[0]
    story_entry = FILLED[FILLED.index("#: templates/base.html\n#, python") :] + "\n"
    before = [head, f'{remark}\nmsgid "Opinion"\nmsgstr "মতামত"', story_entry + "# The end.\n"]
    before.insert(1, '# No more.\nmsgid "Obituaries"\nmsgstr "স্মরণ"')
    paper.put(BN, "\n\n".join(before))
    base = BASE.lstrip() + SAYING.replace("story", "storys").replace("stories", "storyes")
    paper.put("themes/plain/templates/base.html", base)
    paper.put(
        "themes/plain/templates/article.html",
        '{{ _("Tags") }}\n{# translators: of a day #}\n{{ ngettext("%(n)s storys", "%(n)s storyes", 1, n=5) }}',
    )
    assert messages("update")[1] == f"{BN}: written: 2 new, 1 fuzzy, 1 obsolete, 1 lacking\n"
    assert text(paper, BN) == CHANGED
    assert "up to date: 0 new, 1 fuzzy, 1 obsolete, 1 lacking" in messages("update")[1]


def test_a_phrase_that_comes_back_has_its_words_again(paper: Newspaper, messages: Messages) -> None:
    paper.put(BN, FILLED)
    base = text(paper, "themes/plain/templates/base.html")
    paper.put("themes/plain/templates/base.html", base.replace('{{ _("Opinion") }}', ""))
    assert "0 new, 0 fuzzy, 1 obsolete, 0 lacking" in messages("update")[1]
    assert '#~ msgid "Opinion"\n#~ msgstr "মতামত"\n' in text(paper, BN)
    paper.put("themes/plain/templates/base.html", base)
    assert "1 new, 0 fuzzy, 0 obsolete, 0 lacking" in messages("update")[1]
    assert 'msgid "Opinion"\nmsgstr "মতামত"\n' in text(paper, BN)
    assert "#~" not in text(paper, BN)


def test_a_guess_that_nobody_confirmed_stays_one(paper: Newspaper, messages: Messages) -> None:
    """Also where it was obsolete in the meantime."""
    paper.put(BN, FILLED.replace("#. over a list", "#, fuzzy\n#. over a list"))
    base = text(paper, "themes/plain/templates/base.html")
    paper.put("themes/plain/templates/base.html", base.replace('{{ _("Opinion") }}', ""))
    messages("update")
    paper.put("themes/plain/templates/base.html", base)
    assert "1 fuzzy, 0 obsolete" in messages("update")[1]


def test_what_may_be_made_up_as_a_page_is_printed_is_not_obsolete(paper: Newspaper, messages: Messages) -> None:
    paper.put(BN, FILLED + '\nmsgid "report"\nmsgstr "প্রতিবেদন"\n')
    assert "1 obsolete" in messages("update")[1]
    paper.put(BN, FILLED + '\nmsgid "report"\nmsgstr "প্রতিবেদন"\n')
    paper.put("themes/plain/templates/article.html", "{{ _(page.card.kind) }}")
    assert "up to date" in messages("update")[1]
    assert messages("check") == (0, "All phrases have their words.\n")


CHILD = '-- themes/child/theme.toml --\nname = "child"\nparent = "plain"\n'
CHILD_SITE = PLAIN_SITE.replace('theme = "plain"', 'theme = "child"')


def test_each_phrase_goes_to_whoever_says_it(newspaper: Make, capsys: pytest.CaptureFixture[str]) -> None:
    """To the theme that its template is of, unless a parent has words for it; to the site what only its own templates say."""
    paper = newspaper(
        plain(STORIES + TEMPLATE + ARTICLE + CHILD, CHILD_SITE + '\n[strings.bn]\n"Shop" = "দোকান"\n')
        + '-- themes/child/templates/front.html --\n{{ _("Opinion") }} {{ _("Weather") }}\n'
        + '-- templates/tag.html --\n{{ _("Weather") }} {{ _("Letters") }} {{ _("Shop") }}\n'
    )
    assert run(["messages", "update", "--root", str(paper.root)]) == 0
    assert capsys.readouterr().out.split("\n")[:-1] == [
        "themes/plain/locale/bn.po: written: 2 new, 0 fuzzy, 0 obsolete, 2 lacking",
        "themes/child/locale/bn.po: written: 1 new, 0 fuzzy, 0 obsolete, 1 lacking",
        "locale/bn.po: written: 1 new, 0 fuzzy, 0 obsolete, 1 lacking",
    ]
    assert '#: templates/front.html\nmsgid "Weather"\n' in text(paper, "themes/child/locale/bn.po")
    assert '#: templates/tag.html\nmsgid "Letters"\n' in text(paper, "locale/bn.po")


def test_what_a_shipped_theme_does_not_speak_goes_to_the_site(
    newspaper: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the names of its templates, and no path of this machine. A language that it speaks needs no file, but words that
    the site has in place of the theme's stay."""
    paper = newspaper(STORIES)
    site = text(paper, "site.toml")
    paper.put("site.toml", site.replace("[[sections]]", '[languages.ne]\nname = "नेपाली"\n\n[[sections]]', 1))
    paper.put("locale/bn.po", 'msgid "Opinion"\nmsgstr "অভিমত"\n\nmsgid "Latest"\nmsgstr ""\n')
    assert run(["messages", "update", "--root", str(paper.root)]) == 0
    told = capsys.readouterr().out
    assert "locale/bn.po: written: 0 new, 0 fuzzy, 0 obsolete, 0 lacking\n" in told
    nepali = text(paper, "locale/ne.po")
    assert '#: themes/broadsheet/templates/article.html\nmsgid "Published"\nmsgstr ""\n' in nepali
    assert str(paper.root) not in nepali
    bangla = text(paper, "locale/bn.po")
    assert ('msgid "Opinion"\nmsgstr "অভিমত"\n' in bangla, "Latest" in bangla) == (True, False)


def test_one_theme_is_looked_at_alone_used_or_not(newspaper: Make, capsys: pytest.CaptureFixture[str]) -> None:
    """In the site's languages, and those that it speaks besides."""
    paper = newspaper(plain(STORIES + TEMPLATE + ARTICLE + CHILD, PLAIN_SITE))
    paper.put("themes/child/templates/front.html", '{{ _("Weather") }} {{ _("Opinion") }}')
    paper.put("themes/child/locale/fr.po", 'msgid "Opinion"\nmsgstr "Avis"\n')
    paper.put(BN, FILLED)
    assert run(["messages", "update", "--theme", "child", "--root", str(paper.root)]) == 0
    assert capsys.readouterr().out.split("\n")[:-1] == [
        "themes/child/locale/bn.po: written: 1 new, 0 fuzzy, 0 obsolete, 1 lacking",
        "themes/child/locale/fr.po: written: 1 new, 0 fuzzy, 0 obsolete, 1 lacking",
    ]
    assert "Plural-Forms: nplurals=3;" in text(paper, "themes/child/locale/fr.po")
    assert po_files(paper) == ["themes/child/locale/bn.po", "themes/child/locale/fr.po", BN]


REFUSED = {
    "a language": (["update", "ben"], "unknown language “ben”: did you mean “en”?"),
    "a theme": (["check", "--theme", "plane"], "this site has no theme “plane” in themes/: did you mean “plain”?"),
    "a shipped theme": (["update", "--theme", "ledger"], "the theme “ledger” is not this site's own"),
}


@pytest.mark.parametrize(("arguments", "says"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_there_is_told(arguments: list[str], says: str, messages: Messages) -> None:
    code, told = messages(*arguments)
    assert (code, says in told) == (2, True), told


def test_languages_may_be_named(paper: Newspaper, messages: Messages) -> None:
    paper.put("site.toml", text(paper, "site.toml").replace("[[sections]]", f"{URDU.strip()}\n\n[[sections]]", 1))
    assert messages("update", "ur")[1].startswith("themes/plain/locale/ur.po: written")
    assert po_files(paper) == ["themes/plain/locale/ur.po"]
    assert messages("update", "en") == (
        0,
        "There is nothing to write: all phrases have words already, or are English.\n",
    )


def test_nothing_is_written_while_a_template_cannot_be_read(paper: Newspaper, messages: Messages) -> None:
    """Its phrases would all be obsolete."""
    paper.put(BN, FILLED)
    paper.put("themes/plain/templates/base.html", "{% if %}")
    code, told = messages("update")
    assert (code, "themes/plain/templates/base.html:1: error E502" in told) == (1, True)
    assert text(paper, BN) == FILLED


def test_a_file_at_fault_is_told_and_let_alone(paper: Newspaper, messages: Messages) -> None:
    for said, code in (
        (FILLED.replace('"মতামত"', '"মতামত'), "E505"),
        (FILLED + '\nmsgid "Opinion"\nmsgstr "x"\n', "W523"),
    ):
        paper.put(BN, said)
        assert messages("update")[0] == 1
        assert code in messages("update")[1]
        assert text(paper, BN) == said


def entry(phrase: str, *words: str, flag: str = "") -> str:
    """Return an entry, and FILLED without the one of that phrase."""
    start = FILLED.index(f'msgid "{phrase}"')
    rest = FILLED[start:].partition("\n\n")[2]
    forms = "\n".join(f'msgstr[{number}] "{word}"' for number, word in enumerate(words))
    said = f'msgid_plural "%(n)s stories"\n{forms}' if phrase.startswith("%") else f'msgstr "{words[0]}"'
    return f'{FILLED[:start]}{flag}msgid "{phrase}"\n{said}\n\n{rest}'.rstrip("\n") + "\n"


AMISS = {
    "no words": (entry("Opinion", ""), 14, "W518", "“Opinion” has no words: it is printed in English", 1),
    "too few forms": (entry("%(n)s story", "%(n)sটি", ""), 19, "W518", "has words in 1 of 2 forms", 1),
    "no forms": (FILLED.partition("msgid_plural")[0] + 'msgstr "%(n)s টি"\n', 19, "W518", "no forms for numbers", 1),
    "no entry": (FILLED.partition("#: templates/base.html\n#, python")[0], 0, "W518", "no words for “%(n)s story”: printed", 1),
    "a guess": (entry("Opinion", "মতামত", flag="#, fuzzy\n"), 15, "W519", "a guess: they are not printed", 1),
    "a place too many": (entry("Opinion", "%(x)s"), 14, "E505", "a place for “x”", 1),
    "a place too few": (entry("%(n)s story", "%(n)sটি", "টি"), 19, "W521", "“টি” lacks the place %(n)s", 1),
    "a place too few for 0 and 1": (entry("%(n)s story", "এক", "%(n)s টি"), 19, "W521", "“এক” lacks the place", 1),
    "another rule": (FILLED.replace("(n > 1)", "(n != 1)"), 10, "W522", "here 0 and 2 have one form, and বাংলা has two", 1),
    "a rule without its form": (FILLED.replace("(n > 1)", "(n > 1) + 1"), 10, "W522", "2 would have the form 2", 1),
    "twice": (FILLED + '\nmsgid "Opinion"\nmsgstr "x"\n', 24, "W523", "“Opinion” is there twice: what line 14", 1),
    "nobody says it": (FILLED + '\nmsgid "Opinions"\nmsgstr "x"\n', 24, "N520", "no template says “Opinions”", 0),
    "no PO": (FILLED.replace('msgstr "মতামত"', "msgstr মতামত"), 15, "E505", "is no line of a PO file", 1),
    "no UTF-8": (FILLED.encode().replace("ম".encode(), b"\xa6"), 15, "E101", "is not UTF-8", 1),
}  # fmt: skip


@pytest.mark.parametrize(("po", "line", "code", "says", "exits"), AMISS.values(), ids=AMISS)
def test_what_is_amiss_is_told_by_the_line(
    po: str | bytes, line: int, code: str, says: str, exits: int, paper: Newspaper, messages: Messages
) -> None:
    """One thing at a time; and the exit is that of a fault where readers would see it."""
    paper.put(BN, po)
    exit_code, told = messages("check", "--format", "json")
    (found,) = json.loads(told)["diagnostics"]
    assert (found["path"], found["line"], found["code"], exit_code) == (BN, line, code, exits)
    assert says in found["message"]
    assert found["hint"]


def test_the_form_of_one_number_may_say_it_in_words(newspaper: Make, capsys: pytest.CaptureFixture[str]) -> None:
    """Arabic has forms for none, one and two alone."""
    arabic = PLAIN_SITE.replace("[languages.bn]", "[languages.ar]").replace("bn = ", "ar = ").replace("বাংলা", "العربية")
    paper = newspaper(plain(files(story("a")) + TEMPLATE + ARTICLE, arabic))
    run(["messages", "update", "--root", str(paper.root)])
    po = text(paper, "themes/plain/locale/ar.po").replace('msgid "Opinion"\nmsgstr ""', 'msgid "Opinion"\nmsgstr "رأي"')
    for number, words in enumerate(["لا مواد", "مادة", "مادتان", "%(n)s مواد", "%(n)s مادة", "%(n)s مادة"]):
        po = po.replace(f'msgstr[{number}] ""', f'msgstr[{number}] "{words}"')
    paper.put("themes/plain/locale/ar.po", po)
    assert run(["messages", "check", "--root", str(paper.root)]) == 0, capsys.readouterr()


def test_a_file_that_is_not_there_and_one_of_no_language_are_told(paper: Newspaper, messages: Messages) -> None:
    paper.put("locale/bng.po", FILLED)
    code, told = messages("check")
    assert code == 1
    assert "site.toml:10:1: warning W518: nobody has words for “Opinion” and 1 more in বাংলা" in told
    assert "patrika messages update bn  writes themes/plain/locale/bn.po" in told
    assert "locale/bng.po: notice N524: no language is called “bng”" in told


def test_what_a_site_does_not_mind_is_not_told(paper: Newspaper, messages: Messages) -> None:
    paper.put("site.toml", text(paper, "site.toml") + '\n[check.severity]\nW518 = "off"\n')
    assert messages("check") == (0, "All phrases have their words.\n")


def test_the_shipped_themes_lack_nothing() -> None:
    """Whoever gives a template a new phrase has words for it in each language, and the places of all are told as they are."""
    root = Path(__file__).parents[2]
    for theme in sorted(path.name for path in (root / "themes").iterdir()):
        assert check(root, "production", (), theme) == ()
        update = plan_update(root, "production", (), theme)
        assert (update.written, update.faults) == ({}, ())
