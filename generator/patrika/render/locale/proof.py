"""A PO file proofread: what of it readers would see in English, or see wrong."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from gettext import c2py

from babel.messages.catalog import Message
from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, notice, warning
from patrika.render.locale.phrases import PLACE, amiss, unprintable, unreadable
from patrika.render.locale.plurals import SMALL, forms_in, plural_rule, plurals_of
from patrika.render.locale.po import NotPo, PoCatalog, is_said, key_in, read_catalog, texts
from patrika.render.locale.renewing import Phrase


class Desk(Struct, frozen=True):
    """What a PO file is read against."""

    language: str
    """Its name."""
    locale: str
    wanted: Mapping[str, Phrase]
    """What it must say, by key."""
    said: Mapping[str, Phrase]
    """What templates say at all, by key."""
    may_say_any: bool
    """Whether templates make phrases up as pages are printed."""
    command: str
    """What brings the file up to date."""


def proof(path: str, text: str, desk: Desk) -> Iterator[Diagnostic]:
    """Yield what is wrong with a PO file."""
    yield from hindrances(path, text, desk.locale)
    try:
        catalog = read_catalog(text, desk.locale)
    except NotPo:
        return
    yield from (unprintable(Place(path, line), flaw) for line, flaw in amiss(catalog))
    yield from _plurals(path, text, catalog, desk)
    for it in catalog:
        if it.id:
            yield from _entry(Place(path, it.lineno or 1), it, catalog, desk)
    there = {key_in(it) for it in catalog if it.id}
    if lacking := [phrase.text for key, phrase in desk.wanted.items() if key not in there]:
        rest = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        said = f"there are no words for “{lacking[0]}”{rest}: printed in English"
        yield warning("W518", Place(path), said, f"{desk.command}  adds what is lacking, to be filled in")


def hindrances(path: str, text: str, locale: str) -> Iterator[Diagnostic]:
    """Yield what keeps a PO file from being brought up to date: it cannot be read, or it has a phrase twice."""
    try:
        catalog = read_catalog(text, locale)
    except NotPo as fault:
        yield from (unreadable(Place(path, line), flaw) for line, flaw in fault.faults)
        return
    for it in catalog.twice:
        first = catalog.get(it.id, it.context)
        said = f"“{texts(it.id)[0]}” is there twice: what line {first.lineno if first else 1} says of it is printed"
        yield warning("W523", Place(path, it.lineno or 1), said, "keep one of the two")


def _plurals(path: str, text: str, catalog: PoCatalog, desk: Desk) -> Iterator[Diagnostic]:
    """Yield a rule of plurals that makes one of what CLDR tells apart. Numbers up to 200 show all that papers count."""
    if not any(it.pluralizable for it in catalog if it.id):
        return
    form, category = c2py(catalog.plural_expr), plural_rule(desk.locale)
    line = next((at for at, line in enumerate(text.split("\n"), 1) if "plural-forms" in line.lower()), 1)
    hint = f"write  Plural-Forms: {plurals_of(desk.locale)}"
    first: dict[int, int] = {}
    for number in SMALL:
        same = first.setdefault(form(number), number)
        if form(number) >= catalog.num_plurals:
            said = f"{number} would have the form {form(number)}, counted from 0, and there are {catalog.num_plurals}"
        elif category(number) != category(same):
            said = f"here {same} and {number} have one form, and {desk.language} has two: it has {forms_in(desk.locale)} in all"
        else:
            continue
        yield warning("W522", Place(path, line), said, hint)
        return


def _entry(place: Place, it: Message, catalog: PoCatalog, desk: Desk) -> Iterator[Diagnostic]:
    key, phrase = key_in(it), texts(it.id)[0]
    said = desk.said.get(key)
    if said is None and not desk.may_say_any:
        known = (one.text for one in desk.said.values())
        hint = did_you_mean(phrase, known, f"remove it, or keep it as obsolete:  {desk.command}")
        yield notice("N520", place, f"no template says “{phrase}”", hint)
    elif it.fuzzy:
        hint = "mend the words, and remove the word fuzzy from the line before"
        yield warning(
            "W519", place, f"“{phrase}” has the words of another phrase, as a guess: they are not printed", hint
        )
    elif not is_said(it):
        if key in desk.wanted:
            yield warning(
                "W518", place, f"“{phrase}” has {_few(it)}: it is printed in English", "write them behind msgstr"
            )
    elif said and said.plural and not it.pluralizable:
        flaw = f"“{phrase}” has no forms for numbers here: it is printed in English"
        yield warning("W518", place, flaw, f"{desk.command}  gives it room for them")
    else:
        yield from _places(place, it, catalog)


def _few(it: Message) -> str:
    """Return how many words an entry has, in words."""
    there = sum(map(bool, texts(it.string)))
    return f"words in {there} of {len(texts(it.string))} forms" if there else "no words"


def _places(place: Place, it: Message, catalog: PoCatalog) -> Iterator[Diagnostic]:
    """Yield the places of a phrase that its translation lacks. The form of a single number may say it in words."""
    wanted = {name for phrase in texts(it.id) for name in PLACE.findall(phrase)}
    free = _single(catalog) if it.pluralizable else ()
    for number, words in enumerate(texts(it.string)):
        lacking = sorted(wanted - {*PLACE.findall(words)})
        if lacking and number not in free:
            said = f"“{words}” lacks the place %({lacking[0]})s of its phrase: what belongs there is not printed"
            yield warning("W521", place, said, "write it where the words of the language have it")


def _single(catalog: PoCatalog) -> frozenset[int]:
    """Return the forms that stand for one number alone."""
    form: Callable[[int], int] = c2py(catalog.plural_expr)
    return frozenset(number for number, count in Counter(map(form, SMALL)).items() if count == 1)
