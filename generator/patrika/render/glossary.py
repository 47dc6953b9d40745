"""What templates say, gathered: each phrase once, with the files that say it."""

from collections.abc import Iterable, Iterator, Mapping

from jinja2.exceptions import TemplateSyntaxError
from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.render.locale.renewing import Phrase
from patrika.render.mentions import mentions
from patrika.render.sayings import CORRECTIONS, Saying, noted
from patrika.render.theme import TemplateSource, reading_environment


class Words(Struct, frozen=True):
    """What one template says."""

    sayings: tuple[Saying, ...] = ()
    any_phrase: bool = False
    """Whether it makes phrases up as a page is printed."""


def read_words(sources: Iterable[TemplateSource]) -> tuple[dict[TemplateSource, Words], tuple[Diagnostic, ...]]:
    """Return what templates say, and those that cannot be read."""
    env = reading_environment()
    found: dict[TemplateSource, Words] = {}
    faults = []
    for source in sources:
        try:
            any_phrase = mentions(env.parse(source.text)).any_phrase
            found[source] = Words(tuple(noted(source.text, env)), any_phrase)
        except TemplateSyntaxError as fault:
            said = f"this template cannot be read: {fault.message}"
            faults.append(error("E502", Place(source.file, fault.lineno), said, "mend it first: see  patrika build"))
    return found, tuple(faults)


def phrases_in(*words: Mapping[str, Words]) -> dict[str, Phrase]:
    """Return the phrases of templates by key, in the order in which they are said first. Templates are given by the names
    that PO files are to tell of, in groups: where the first says a phrase, it tells of its own files alone, and so on."""
    found: dict[str, Phrase] = {}
    for group in words:
        met: dict[str, list[tuple[str, Saying]]] = {}
        for file, saying in _in_order(group):
            met.setdefault(saying.key, []).append((file, saying))
        found |= {key: _phrase(places) for key, places in met.items() if key not in found}
    return found


FROM_FEEDS = {CORRECTIONS: Phrase(CORRECTIONS)}
"""What is said without any template."""


def _in_order(group: Mapping[str, Words]) -> Iterator[tuple[str, Saying]]:
    for file in sorted(group):
        yield from ((file, saying) for saying in group[file].sayings)


def _phrase(places: Iterable[tuple[str, Saying]]) -> Phrase:
    said = [*places]
    first = said[0][1]
    return Phrase(
        text=first.text,
        plural=next((saying.plural for _, saying in said if saying.plural), ""),
        context=first.context,
        files=tuple(dict.fromkeys(file for file, _ in said if file)),
        notes=tuple(dict.fromkeys(note for _, saying in said for note in saying.notes)),
    )
