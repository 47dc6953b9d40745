"""PO files as people and their programs write them: read to the letter, or refused by the line."""

import unicodedata
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patrika.render.locale import NotPo, po_of, read_phrases
from patrika.render.locale.po import read_catalog

BROKEN = {
    "no quotation marks": ("msgid Tags\nmsgstr x", (1, "“msgid Tags” is no line of a PO file"), (2, "“msgstr x”")),
    "a text without end": ('msgid "Tags"\nmsgstr "বিষয়', (2, "msgstr")),
    "a text with a tail": ('msgid "Tags"\nmsgstr "a" b', (2, "no line")),
    "an unknown keyword": ('msgid "Tags"\nmsgtr "x"', (2, "msgtr")),
    "two translations": ('msgid "Tags"\nmsgstr "a"\nmsgstr "b"', (3, "msgstr cannot stand here")),
    "no phrase": ('msgstr "x"', (1, "msgstr cannot stand here")),
    "no translation": ('\nmsgid "Tags"\n\nmsgid "More"\nmsgstr "x"', (4, "msgid cannot stand here")),
    "no translation at the end": ('\nmsgid "Tags"\n', (2, "missing msgstr for msgid 'Tags'")),
    "forms out of order": ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "x"', (3, "msgstr[1] cannot stand here")),
    "a text alone": ('\n"x"', (2, "there is no msgid before")),
    "too many forms": (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "x"\nmsgstr[2] "x"',
        (1, "more forms than Plural-Forms"),
    ),
    "no rule": ('\nmsgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n >;"', (3, "Plural-Forms: ")),
    "a rule to be filled in": ('msgid ""\nmsgstr "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"', (2, "INTEGER")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [(case[0], case[1:]) for case in BROKEN.values()], ids=BROKEN)
def test_what_is_no_po_is_told_by_the_line(text: str, told: tuple[tuple[int, str], ...]) -> None:
    with pytest.raises(NotPo) as fault:
        read_catalog(text)
    assert [line for line, _ in fault.value.faults] == [line for line, _ in told]
    assert all(words in found for (_, found), (_, words) in zip(fault.value.faults, told, strict=True))


def test_what_other_programs_write_is_read() -> None:
    """Heads with any dates, tabs, line ends of Windows, what was before, and a charset that the file does not have."""
    text = """
        msgid ""
        msgstr ""
        "PO-Revision-Date: yesterday\\n"
        "Language: Bangla of Dhaka\\n"
        "Content-Type: text/plain; charset=ISO-8859-1\\n"

        #| msgid "Tag"
        #, fuzzy
        msgid "Series"
        msgstr "ধারা"

        msgctxt "menu"
        msgid\t"Tags"
        msgstr ""
        "বিষ"
        "য়"

        #~| msgid "Old"
        #~ msgid "Older"
        #~ msgstr "পুরোনো"
    """
    phrases = read_phrases(dedent(text).replace("\n", "\r\n"))
    assert phrases.pgettext("menu", "Tags") == "বিষয়"
    assert (phrases.gettext("Series"), phrases.gettext("Older")) == ("Series", "Older")


def test_of_a_phrase_that_is_there_twice_the_first_counts() -> None:
    found = read_catalog('msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"\n\nmsgctxt "c"\nmsgid "a"\nmsgstr "z"\n')
    assert [message.lineno for message in found.twice] == [4]
    assert read_phrases('msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"\n').gettext("a") == "x"


def test_an_entry_without_words_or_with_too_few_leaves_the_phrase_to_others() -> None:
    """A file that was just begun takes nothing away from the theme's."""
    plural = 'msgid "%(n)s story"\nmsgid_plural "%(n)s stories"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\n'
    theme = read_phrases('msgid "Tags"\nmsgstr "বিষয়"\n\n' + plural.format("এক", "বহু"))
    own = read_phrases('msgid "Tags"\nmsgstr ""\n\n' + plural.format("একটি", ""), theme)
    assert own.gettext("Tags") == "বিষয়"
    assert [own.ngettext("%(n)s story", "%(n)s stories", number) for number in (1, 2)] == ["এক", "বহু"]
    assert own.entries == theme.entries
    assert not read_phrases(plural.format("", "")).entries


def test_a_file_without_a_rule_of_plurals_has_its_languages() -> None:
    forms = "\n".join(f'msgstr[{number}] "{number}"' for number in range(6))
    arabic = read_phrases(f'msgid "one"\nmsgid_plural "many"\n{forms}\n', locale="ar")
    assert [arabic.ngettext("one", "many", number) for number in (0, 1, 2, 3, 11, 100)] == list("012345")


def test_one_word_stands_for_all_forms() -> None:
    """Chinese has no more than one; elsewhere it is the same word for any number. A phrase without number has it, too."""
    for locale in ("zh", "bn", "ar"):
        said = read_phrases(po_of({"one": ["x"]}, locale))
        assert {said.ngettext("one", "many", number) for number in range(20)} == {said.gettext("one")} == {"x"}


PIECES = (
    *('msgid ""', 'msgid "a"', 'msgid_plural "b"', 'msgctxt "d"', 'msgstr ""', 'msgstr "%(x)s"', 'msgstr[0] "x"'),
    *(
        'msgstr[1] "y"',
        '"c\\n"',
        "#, fuzzy",
        '#~ msgid "a"',
        '#~ msgstr "b"',
        '#| msgid "c"',
        "# d",
        "#. e",
        "#: f:1 g",
    ),
    *("", "x", '"'),
)
HEADS = st.sampled_from(
    ("", "Plural-Forms: nplurals=1; plural=0;\\n", "Plural-Forms: x\\n", "POT-Creation-Date: 1\\n", "Language: ?\\n")
)


def lines_at_fault(text: str) -> list[int]:
    """Return the lines of a file that keep it from being read, after making sure that one without any speaks."""
    try:
        phrases = read_phrases(text, locale="bn")
    except NotPo as fault:
        return [line for line, _ in fault.faults]
    assert phrases.ngettext("a", "b", 1)
    return []


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(HEADS, st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_lines_are_read_or_refused(head: str, lines: list[str]) -> None:
    text = "\n".join(['msgid ""', f'msgstr "{head}"', *lines])
    assert all(0 < line <= len(lines) + 2 for line in lines_at_fault(text))


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert all(line > 0 for line in lines_at_fault(unicodedata.normalize("NFC", text)))
