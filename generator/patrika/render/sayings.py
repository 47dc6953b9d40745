"""Which phrases templates say, where, and what their authors tell translators of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from jinja2 import Environment, nodes
from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import PHRASES
from patrika.render.locale import key_of

SPEAKERS: Mapping[str, tuple[str, ...]] = {
    "_": ("text",),
    "gettext": ("text",),
    "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"),
    "npgettext": ("context", "text", "plural"),
}
"""Functions that say phrases, and what their first arguments are."""

SAID_BY_FILTERS: Mapping[str, tuple[str, ...]] = {"prose": PHRASES}

CORRECTIONS = "Corrections"
"""Said by feeds, with no template: the title of corrections where the paper has no page that opens them."""

NOTES: Mapping[str, str] = {
    "Table": "the name of a table without a caption",
    "Footnotes": "the heading of the notes",
    "Back to the text": "the link from a note to its place",
}
"""What translators are told of phrases that no template writes."""

_MARK = "translators:"


class Saying(Struct, frozen=True):
    """A phrase where a template says it."""

    text: str
    plural: str = ""
    """What is said of several; empty where it is made up as a page is printed, too."""
    context: str | None = None
    line: int = 0
    notes: tuple[str, ...] = ()
    """What its author tells translators."""

    @property
    def key(self) -> str:
        """The key under which gettext finds it."""
        return key_of(self.text, self.context)


def sayings(tree: nodes.Template) -> Iterator[Saying]:
    """Yield the phrases that a template says, but those made up as a page is printed."""
    for call in tree.find_all(nodes.Call):
        if said := saying(call):
            yield said
    for it in tree.find_all(nodes.Filter):
        for phrase in _said_by(it):
            yield Saying(phrase, line=it.lineno, notes=(NOTES[phrase],))


def saying(call: nodes.Call) -> Saying | None:
    """Return the phrase that a call says, None where it says none or makes it up."""
    wanted = SPEAKERS.get(call.node.name, ()) if isinstance(call.node, nodes.Name) else ()
    given = dict(zip(wanted, map(_text, call.args), strict=False))
    text, context = given.get("text"), given.get("context")
    if text is None or ("context" in wanted and context is None):
        return None
    return Saying(text, given.get("plural") or "", context, call.lineno)


def noted(source: str, env: Environment) -> list[Saying]:
    """Return the phrases that a template says, in order, with its comments that begin with `translators:`. One is of the
    phrases in the line where it ends, or, where that has none, of those in the next. Raises TemplateSyntaxError."""
    found = sorted(sayings(env.parse(source)), key=lambda said: said.line)
    lines = {said.line for said in found}
    notes = defaultdict(list)
    for line, note in _remarks(source, env):
        notes[line if line in lines else line + 1].append(note)
    return [replace(said, notes=(*notes.get(said.line, ()), *said.notes)) for said in found if said.text]


def _remarks(source: str, env: Environment) -> Iterator[tuple[int, str]]:
    """Yield the comments for translators, and the lines where they end."""
    for line, kind, text in env.lex(source):
        words = " ".join(text.split())
        if kind == "comment" and words.startswith(_MARK):
            yield line + text.count("\n"), words.removeprefix(_MARK).strip()


def _text(node: nodes.Expr) -> str | None:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def _said_by(it: nodes.Filter) -> Iterable[str]:
    """Return the phrases that a filter says, or one that `map` is given by name."""
    if it.name != "map":
        return SAID_BY_FILTERS.get(it.name, ())
    named = it.args[0] if it.args else it.dyn_args
    if named is None:
        return ()
    if isinstance(named, nodes.Const):
        return SAID_BY_FILTERS.get(str(named.value), ())
    return chain.from_iterable(SAID_BY_FILTERS.values())
