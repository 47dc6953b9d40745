"""Laws of PO files brought up to date: whatever templates say and people wrote, nothing is lost and nothing is written twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from patrika.render.locale.po import key_in, read_catalog, texts
from patrika.render.locale.renewing import Head, Phrase, renewed

TEXTS = {
    **dict.fromkeys(("Latest", "Latest news", "Older", "Old", "A\nB", 'He said "no"', "50%", "{x}"), ""),
    **{"%(n)s story": "%(n)s stories", "Older story": "Older stories"},
}
"""With their plurals."""

PHRASES = st.builds(
    lambda text, context, files, notes: Phrase(text, TEXTS[text], context, tuple(files), tuple(notes)),
    st.sampled_from([*TEXTS]),
    st.sampled_from((None, "menu")),
    st.lists(st.sampled_from(("a.html", "b c.html", "parts/d.html")), unique=True, max_size=2),
    st.lists(st.sampled_from(("before a date", "over a list")), unique=True, max_size=2),
)
SAID = st.lists(PHRASES, max_size=6, unique_by=lambda phrase: phrase.key)
HEAD = Head("paper", "bn", "bn_BD")


def update(text: str, said: list[Phrase], wanted: list[Phrase]) -> str:
    return renewed(text, wanted, {phrase.key: phrase for phrase in said}, HEAD).text


def filled(text: str, words: dict[int, str]) -> str:
    """Return a file with words for some of the entries that have none: each its own, so that none can stand for another."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("msgstr") and line.endswith('""') and number > 9 and number in words:
            lines[number] = f'{line[:-1]}{words[number]} {number}"'
    return "\n".join(lines)


WORDS = st.dictionaries(st.integers(10, 60), st.sampled_from(("খবর", "a\\nb", '\\"')))


def words_in(text: str) -> dict[str, tuple[str, ...]]:
    """Return what is said in a file, guesses and what is gone with it, by phrase."""
    catalog = read_catalog(text, HEAD.locale)
    entries = (*catalog.obsolete.values(), *(it for it in catalog if it.id))
    return {f"{key_in(it)}{' guessed' * it.fuzzy}": texts(it.string) for it in entries if any(texts(it.string))}


@settings(max_examples=20, deadline=None, derandomize=True, database=None)
@given(st.lists(st.tuples(SAID, WORDS), min_size=1, max_size=4))
def test_what_is_up_to_date_stays_and_no_words_are_lost(steps: list[tuple[list[Phrase], dict[int, str]]]) -> None:
    text = ""
    for said, words in steps:
        before = {word for forms in words_in(text).values() for word in forms if word}
        text = update(text, said, said)
        assert update(text, said, said) == text
        assert before <= {word for forms in words_in(text).values() for word in forms if word}
        catalog = read_catalog(text, HEAD.locale)
        assert {key_in(it) for it in catalog if it.id} == {phrase.key for phrase in said}
        text = filled(text, words)


@settings(max_examples=30, deadline=None, derandomize=True, database=None)
@given(SAID, WORDS)
def test_what_was_gone_for_a_while_is_as_it_was(said: list[Phrase], words: dict[int, str]) -> None:
    """But for its place, and for guesses at what had no words."""
    first = filled(update("", said, said), words)
    again = update(update(first, [], []), said, said)
    assert words_in(first).items() <= words_in(again).items()
    assert "#~" not in again


def test_a_phrase_that_lost_its_plural_or_got_one_keeps_its_words() -> None:
    """As a guess, and those that it has no more place for at the end."""
    one, several = Phrase("%(n)s story"), Phrase("%(n)s story", "%(n)s stories")
    plural = update("", [several], [several]).replace('[0] ""', '[0] "এক"').replace('[1] ""', '[1] "বহু"')
    single = update(plural, [one], [one])
    assert '#, fuzzy, python-format\nmsgid "%(n)s story"\nmsgstr "এক"\n' in single
    assert '#~ msgstr[0] "এক"\n#~ msgstr[1] "বহু"\n' in single
    assert update(single, [one], [one]) == single
    back = update(single, [several], [several])
    assert 'msgstr[0] "এক"\nmsgstr[1] ""\n' in back
