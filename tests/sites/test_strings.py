"""The theme's phrases: a paper may say them in its own words, and is told which it lacks."""

from collections.abc import Callable
from unicodedata import normalize

import pytest

from patrika.cli.main import run
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import BASE, PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]

STORIES = files(story("a"), story("a", language="bn"))
SAYING = '<footer>{{ _("Opinion") }} {{ ngettext("%(n)s story", "%(n)s stories", 1, n=5) }}</footer>\n'
TEMPLATE = f"-- themes/plain/templates/base.html --\n{BASE.lstrip()}{SAYING}"
BN = '-- themes/plain/locale/bn.po --\nmsgid "Opinion"\nmsgstr "মতামত"\n'
ALL_BN = BN + '\nmsgid "%(n)s story"\nmsgid_plural "%(n)s stories"\nmsgstr[0] "%(n)sটি"\nmsgstr[1] "%(n)s টি"\n'
OWN = PLAIN_SITE + '\n[strings.bn]\n"Opinion" = "অভিমত"\n'


def footer(page: str) -> str:
    return page.partition("<footer>")[2].partition("</footer>")[0]


def test_a_paper_says_phrases_in_its_own_words(newspaper: Make) -> None:
    """Others stay the theme's; English, which needs no file, may be said anew as well."""
    site = OWN + '\n[strings.en]\n"Opinion" = "Views \\"and\\" more"\n'
    pages = newspaper(plain(STORIES + TEMPLATE + ALL_BN, site)).built()
    assert footer(pages["bn/index.html"]) == "অভিমত 5টি"
    assert footer(pages["index.html"]) == 'Views "and" more 5 story'


def test_plural_forms_are_given_in_the_order_of_cldr(newspaper: Make) -> None:
    """Bangla says 0 and 1 in one way, whatever the theme's file has."""
    words = '\n[strings.bn]\n"%(n)s story" = ["এক %(n)s", "বহু %(n)s"]\n'
    paper = newspaper(plain(STORIES + TEMPLATE + ALL_BN, PLAIN_SITE + words))
    for number, said in ((0, "এক 5"), (1, "এক 5"), (2, "বহু 5")):
        paper.put("themes/plain/templates/base.html", BASE.lstrip() + SAYING.replace("1, n", f"{number}, n"))
        assert footer(paper.built()["bn/index.html"]).endswith(said)


def test_other_words_make_the_pages_of_their_language_again_and_no_others(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES + TEMPLATE + ALL_BN, PLAIN_SITE))
    paper.built()
    paper.put("site.toml", OWN.lstrip())
    report = paper.build()
    assert report.written
    assert {path.partition("/")[0] for path in report.written} == {"bn"}
    assert paper.build().written == ()


LACKING = {
    "a phrase": (BN, "the theme has no words for “%(n)s story” and 3 more in বাংলা: they are printed in English"),
    "all": (BN.replace("Opinion", "Else"), "the theme has no phrases in বাংলা: they are printed in English"),
}


@pytest.mark.parametrize(("po", "says"), LACKING.values(), ids=LACKING)
def test_what_a_language_lacks_is_told(po: str, says: str, newspaper: Make) -> None:
    """A theme that speaks no other language than English is not blamed for it."""
    paper = newspaper(plain(STORIES + TEMPLATE + po))
    (told,) = paper.build().diagnostics
    assert (told.code, told.severity, told.message) == ("N506", "notice", says)
    assert "[strings.bn]" in told.hint
    (paper.root / "themes/plain/locale/bn.po").unlink()
    assert paper.build().diagnostics == ()


def test_the_rule_of_plurals_counts_whether_or_not_the_file_names_its_language(newspaper: Make) -> None:
    """One that cannot be read is told, with the file."""
    rule = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural={};\\n"\n\n'
    po = ALL_BN.replace("bn.po --\n", "bn.po --\n" + rule.format("n > 5"))
    base = f"-- themes/plain/templates/base.html --\n{BASE.lstrip()}{SAYING.replace('1, n', '3, n')}"
    paper = newspaper(plain(STORIES + base + po))
    assert footer(paper.built()["bn/index.html"]).endswith("5টি")
    paper.put("themes/plain/locale/bn.po", po.partition("--\n")[2].replace("n > 5", "n >"))
    (told,) = paper.faults()
    assert (told.code, told.place.path) == ("E505", "themes/plain/locale/bn.po")
    assert "Plural-Forms" in told.message


def test_files_spelt_otherwise_say_the_same(newspaper: Make) -> None:
    """Letters of two code points or of one are the same letter, in templates, in phrases and in translations."""
    base = BASE.lstrip() + '<footer>{{ _("Café") }}</footer>\n'
    po = 'msgid "Café"\nmsgstr "বড়"\n'
    pages = set()
    for form in ("NFC", "NFD"):
        for other in ("NFC", "NFD"):
            paper = newspaper(plain(STORIES, PLAIN_SITE))
            paper.put("themes/plain/templates/base.html", normalize(form, base))
            paper.put("themes/plain/locale/bn.po", normalize(other, po))
            pages.add(footer(paper.built()["bn/index.html"]))
    assert pages == {normalize("NFC", "বড়")}


def test_what_editors_of_phrases_leave_beside_them_is_passed_over(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES + TEMPLATE + ALL_BN, PLAIN_SITE))
    paper.put("themes/plain/locale/bn.mo", b"\xde\x12\x04\x95\x00\x00")
    assert footer(paper.built()["bn/index.html"]).startswith("মতামত")


def test_a_phrase_of_the_sites_own_words_may_be_one_for_every_number(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES + TEMPLATE + ALL_BN, PLAIN_SITE + '\n[strings.bn]\n"%(n)s story" = "%(n)s লেখা"\n'))
    assert footer(paper.built()["bn/index.html"]) == "মতামত 5 লেখা"


def strings(text: str) -> str:
    return plain(STORIES + TEMPLATE + ALL_BN, f"{PLAIN_SITE}\n{text}\n")


@each(
    (
        Case(
            "no template says it", strings('[strings.bn]\n"Opinon" = "মত"'), "site.toml:28:12", "“Opinon”", "“Opinion”"
        ),
        Case("a language is unknown", strings('[strings.be]\n"Opinion" = "x"'), "site.toml:27:1", "“be”", "en, bn"),
        Case("no words", strings('[strings.bn]\n"Opinion" = 3'), "site.toml:28:13", "stands for nothing", "plural"),
        Case("forms", strings('[strings.bn]\n"%(n)s story" = ["a", "b", "c"]'), "site.toml:28:17", "3 forms", "CLDR"),
        Case("a place", strings('[strings.bn]\n"Opinion" = "%(x)s"'), "site.toml:27:1", "a place for “x”", "places"),
    )
)
def test_words_at_fault_are_told(case: Case, newspaper: Make) -> None:
    assert_said(case, newspaper(case.text).faults())


@pytest.mark.parametrize(("id", "name"), [("ar", "العربية"), ("hi", "हिन्दी"), ("ur", "اردو")])
def test_the_shipped_theme_speaks_four_languages_in_full(id: str, name: str, newspaper: Make) -> None:
    """Bangla is of every site here."""
    site = SITE.replace("[[sections]]", f'[languages.{id}]\nname = "{name}"\n\n[[sections]]', 1)
    assert newspaper(STORIES, site.replace("title = {", f'title = {{ {id} = "ق",')).build().diagnostics == ()


NEPALI = """
[languages.ne]
name = "नेपाली"
site_name = "पत्रिका"

[[sections]]"""


def test_a_language_is_added_by_a_block_and_a_file_of_phrases_to_be_filled_in(newspaper: Make) -> None:
    """As docs/languages.md has it; the site's own file goes before the theme's, and is heeded when it changes."""
    site = SITE.replace("\n[[sections]]", NEPALI, 1).replace('bn = "বিশ্ব"', 'bn = "বিশ্ব", ne = "विश्व"')
    site = site.replace('bn = "খেলা"', 'bn = "খেলা", ne = "खेल"').replace('bn = "মতামত"', 'bn = "মতামত", ne = "विचार"')
    stories = files(story("storm", language="en"), story("storm", language="ne", title="आँधी", date="2023-07-27"))
    paper = newspaper(stories, site)
    (lacking,) = paper.build().diagnostics
    assert (lacking.code, "has no phrases in नेपाली" in lacking.message) == ("N506", True)
    assert run(["messages", "update", "ne", "--root", str(paper.root)]) == 0
    begun = (paper.root / "locale/ne.po").read_text("utf-8")
    paper.put("locale/ne.po", begun.replace('msgid "Published"\nmsgstr ""', 'msgid "Published"\nmsgstr "प्रकाशित"'))
    (lacking,) = paper.build().diagnostics
    assert (lacking.code, "more in नेपाली" in lacking.message) == ("N506", True)
    page = paper.pages()["ne/world/2023/07/storm/index.html"]
    assert '<html lang="ne" dir="ltr"' in page
    assert "२७ जुलाई २०२३" in page
    assert "प्रकाशित" in page
    paper.put("locale/ne.po", 'msgid "Published"\nmsgstr "छापियो"\n')
    assert "छापियो" in paper.built()["ne/world/2023/07/storm/index.html"]


BORROWING = """\
<title>{{ _("Opinion") }}</title><!-- {{ _("Opinion") }} --><p title="{{ _("Opinion") }} > b">{{ _("Opinion") }}</p>
<script>"{{ _("Opinion") }}"</script>{{ pgettext("menu", "Opinion") }} {{ _("a %(b)s", b=_("Opinion")) }}
"""


@pytest.mark.parametrize(("language", "opening"), [("bn", '<span lang="en">'), ("ur", '<span lang="en" dir="ltr">')])
def test_what_a_language_lacks_is_said_to_be_english_where_an_element_can_stand(
    language: str, opening: str, newspaper: Make
) -> None:
    site = PLAIN_SITE.replace("languages.bn", f"languages.{language}").replace('bn = "', f'{language} = "')
    base = f"-- themes/plain/templates/base.html --\n{BASE.lstrip()}<footer>{BORROWING}</footer>"
    pages = newspaper(plain(files(story("a"), story("a", language=language)) + base, site)).built()
    borrowed = f"{opening}Opinion</span>"
    assert footer(pages[f"{language}/index.html"]) == (
        f'<title>Opinion</title><!-- Opinion --><p title="Opinion > b">{borrowed}</p>\n'
        f'<script>"Opinion"</script>{borrowed} {opening}a {borrowed}</span>\n'
    )
    assert "<span" not in footer(pages["index.html"])


def test_a_phrase_that_came_to_be_said_is_in_its_own_language(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES + TEMPLATE + BN))
    assert footer(paper.built()["bn/index.html"]) == 'মতামত <span lang="en">5 story</span>'
    paper.put("themes/plain/locale/bn.po", ALL_BN.partition("--\n")[2])
    assert footer(paper.built()["bn/index.html"]) == "মতামত 5টি"
