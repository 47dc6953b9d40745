"""A PO file brought up to date with what templates say."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import escape, normalize
from msgspec import Struct
from msgspec.structs import replace

from patrika.render.locale.plurals import plurals_of
from patrika.render.locale.po import Around, Layout, PoCatalog, is_said, key_in, key_of, layout_of, read_catalog, texts

_CHARSET = re.compile(r"(charset=)[^\\\"\s;]+")


class Phrase(Struct, frozen=True):
    """A phrase that templates say, as a PO file tells of it."""

    text: str
    plural: str = ""
    context: str | None = None
    files: tuple[str, ...] = ()
    """Where it is said, without lines: each line that is added above would change them."""
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key under which gettext finds it."""
        return key_of(self.text, self.context)


class Head(Struct, frozen=True):
    """What the head of a new PO file says."""

    project: str
    language: str
    """As gettext has it: `pt_BR`."""
    locale: str


class Renewed(Struct, frozen=True):
    """A PO file brought up to date: its text, and how many phrases are so."""

    text: str
    new: int = 0
    fuzzy: int = 0
    obsolete: int = 0
    lacking: int = 0


def renewed(
    text: str, wanted: Sequence[Phrase], said: Mapping[str, Phrase], head: Head, *, keeps_unsaid: bool = False
) -> Renewed:
    """Return a PO file that has the phrases it is `wanted` to say.

    What it has besides stays, if templates say it (`said`, by key), or may make it up (`keeps_unsaid`); if not, it is kept
    as obsolete, and comes back when it is wanted again. Phrases stand as they stood, new ones at the end. Text that is up
    to date is returned as it is; of other text the head and the comments of people are kept. Raises NotPo.
    """
    catalog = read_catalog(text, head.locale)
    layout = layout_of(text)
    before = _state(catalog)
    around = {key_in(it): layout.around[it.lineno or 0] for it in _all(catalog)}
    needed = {phrase.key for phrase in wanted}
    known = {key_in(it) for it in _active(catalog)}
    _bring_back(catalog, needed)
    old = [*_active(catalog)]
    catalog.update(_template(catalog, wanted, said, needed, keeps_unsaid), update_creation_date=False)
    _tidy(catalog, old)
    after = _state(catalog)
    found = {key_in(it): it for it in _active(catalog)}
    opening = _headed(layout.head, head)
    is_right = after == before and layout.head == opening
    made = text if is_right else _written(catalog, replace(layout, head=opening), around)
    return Renewed(
        text=made if found or text else "",
        new=len(found.keys() - known),
        fuzzy=sum(it.fuzzy for it in found.values()),
        obsolete=len(catalog.obsolete),
        lacking=sum(not is_said(found[key]) and not found[key].fuzzy for key in needed),
    )


def _active(catalog: Catalog) -> Iterator[Message]:
    return (it for it in catalog if it.id)


def _all(catalog: Catalog) -> Iterator[Message]:
    yield from catalog.obsolete.values()
    yield from _active(catalog)


def _bring_back(catalog: Catalog, needed: Iterable[str]) -> None:
    wanted = frozenset(needed)
    for key, it in [*catalog.obsolete.items()]:
        if key_in(it) in wanted and not catalog.get(it.id, it.context):
            catalog[it.id] = catalog.obsolete.pop(key)


def _template(
    catalog: Catalog,
    wanted: Sequence[Phrase],
    said: Mapping[str, Phrase],
    needed: Iterable[str],
    keeps_unsaid: bool,
) -> Catalog:
    """Return what a catalog should have, in its order, as babel takes it."""
    found = Catalog()
    for it in _active(catalog):
        key = key_in(it)
        if key in said and (any(texts(it.string)) or key in needed):
            _add(found, said[key])
        elif key not in said and keeps_unsaid:
            found.add(it.id, locations=it.locations, auto_comments=it.auto_comments, context=it.context)
    for phrase in wanted:
        if not found.get(phrase.text, phrase.context):
            _add(found, phrase)
    return found


def _add(catalog: Catalog, phrase: Phrase) -> None:
    # Babel's types know of locations with lines only; itself it reads and writes them without, too.
    places = [(file, 0) for file in phrase.files]
    id = (phrase.text, phrase.plural) if phrase.plural else phrase.text
    catalog.add(id, locations=places, auto_comments=phrase.notes, context=phrase.context)


def _tidy(catalog: Catalog, old: Iterable[Message]) -> None:
    """Drop guesses and obsolete phrases that have no words: babel takes entries without any for such, too. And keep words
    that it would lose, where a phrase or a guess has fewer forms than there were."""
    for it in _active(catalog):
        if it.fuzzy and not any(texts(it.string)):
            it.flags.discard("fuzzy")
            it.previous_id = []
    catalog.obsolete = {key: it for key, it in catalog.obsolete.items() if any(texts(it.string))}
    kept = [{*texts(it.string)} for it in _all(catalog)]
    for it in old:
        words = {*texts(it.string)} - {""}
        if words and not any(words <= there for there in kept):
            catalog.obsolete[key_in(it)] = it


def _state(catalog: Catalog) -> tuple[object, ...]:
    """Return all that a PO file says, however it is written."""
    return tuple(_said(it) for it in _active(catalog)), tuple(_said(it)[:4] for it in catalog.obsolete.values())


def _said(it: Message) -> tuple[object, ...]:
    words = tuple(word for word in texts(it.string) if word)
    places = sorted({(file, line or 0) for file, line in it.locations})
    return key_in(it), texts(it.id), words, sorted(it.flags), places, it.auto_comments


def _headed(text: str, head: Head) -> str:
    """Return the head of a file as it is, or a new one where there is none."""
    if text:
        return _CHARSET.sub(lambda found: found[0] if found[0].lower() == "charset=utf-8" else "charset=UTF-8", text)
    language = Locale.parse(head.locale).get_language_name("en") or head.language
    lines = (
        f"Project-Id-Version: {head.project}\n",
        f"Language: {head.language}\n",
        "MIME-Version: 1.0\n",
        "Content-Type: text/plain; charset=UTF-8\n",
        "Content-Transfer-Encoding: 8bit\n",
        f"Plural-Forms: {plurals_of(head.locale)}\n",
    )
    about = (
        f"# {language} phrases of {head.project}.",
        "# Behind msgid stand the phrases as templates have them, in English; write the words behind msgstr.",
    )
    return "\n".join([*about, 'msgid ""', 'msgstr ""', *map(escape, lines)])


def _written(catalog: PoCatalog, layout: Layout, around: Mapping[str, Around]) -> str:
    """Return a catalog as a PO file. Babel would wrap the comments of people, and forget the flags of what is obsolete."""

    def block(it: Message, mark: str = "") -> str:
        beside = around.get(key_in(it), Around(tuple(it.user_comments)))
        return "\n".join(_lines(it, beside, catalog.num_plurals, mark))

    old = (block(it, "#~ ") for it in catalog.obsolete.values())
    tail = ["\n".join(map(_remark, layout.tail))] if layout.tail else []
    return "\n\n".join([layout.head, *map(block, _active(catalog)), *old, *tail]) + "\n"


def _lines(it: Message, around: Around, forms: int, mark: str) -> Iterator[str]:
    yield from map(_remark, around.remarks)
    if not mark:
        yield from (f"#. {note}" for note in it.auto_comments)
        files = sorted({file for file, _ in it.locations})
        if files:
            yield f"#: {' '.join(map(_enclosed, files))}"
    if it.flags:
        yield f"#, {', '.join(sorted(it.flags))}"
    previous = tuple(it.previous_id) or around.previous
    for keyword, text in zip(("msgid", "msgid_plural"), previous if it.fuzzy else (), strict=False):
        yield f"{mark.strip() or '#'}| {keyword} {escape(text)}"
    if it.context is not None:
        yield f"{mark}msgctxt {normalize(it.context, mark, 0)}"
    for keyword, text in zip(("msgid", "msgid_plural"), texts(it.id), strict=False):
        yield f"{mark}{keyword} {normalize(text, mark, 0)}"
    words = texts(it.string)
    if not it.pluralizable:
        yield f"{mark}msgstr {normalize(words[0] if words else '', mark, 0)}"
        return
    for number in range(forms):
        yield f"{mark}msgstr[{number}] {normalize(words[number] if number < len(words) else '', mark, 0)}"


def _remark(text: str) -> str:
    return f"# {text}".rstrip()


def _enclosed(file: str) -> str:
    """Return the name of a file as gettext has it: between signs that isolate it where it has a space."""
    return f"\u2068{file}\u2069" if " " in file else file
