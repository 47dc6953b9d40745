"""All that references are made from: an edition, what its pages share, and the lists that were answered so far."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from patrika.model.encoding import Digest
from patrika.model.site import Query
from patrika.plan.edition import Edition
from patrika.plan.shared import Shared, shared_values
from patrika.plan.templates import TemplateNames, template_names

Words = tuple[str, str, str, str]
"""Section, kind, tag and author: a story's own, or those that a query seeks."""

PAGE = "page"
"""In a query, stands for the page's own word."""


class Window(Struct, frozen=True, gc=False):
    """The answer to a query for all pages that see as far: positions, newest first, and their cards' digests, joined."""

    positions: tuple[int, ...]
    cards: bytes


class Question(Struct, frozen=True):
    """A query as it is asked in one place of the paper, and the answers given there."""

    name: str
    query: Query
    run: Sequence[int]
    """Ranks of the stories that it seeks among, oldest first."""
    windows: dict[int, Window]
    """By how many of these a page sees."""


class Sources(Struct, frozen=True):
    """All that `refer` goes by."""

    edition: Edition
    shared: Shared
    blocks: Mapping[tuple[str, str], Digest] = {}
    """Grounds of blocks, by language and name: all that is printed of one besides its input."""
    templates: TemplateNames = {}
    own: frozenset[str] = frozenset()
    """Of kind, tag and author, those whose own word a story's lists ask for."""
    questions: dict[tuple[str, str, Words], tuple[Question, ...]] = {}
    """The queries of a role in a language and for words, as they came to be asked."""
    asked: dict[tuple[Query, str, Words], Question] = {}
    """The same by query, language and words sought: places that ask the same share the answers."""

    def grounds_of(self, language: str, names: Iterable[str]) -> bytes:
        """Return the grounds of some blocks, joined, for the references of a page that shows them."""
        return b"".join([self.blocks[language, name] for name in names])

    @property
    def answered(self) -> int:
        """Return how many queries for the latest were answered; pages that see as far share an answer."""
        return sum(len(question.windows) for question in self.asked.values())


def sources(edition: Edition, blocks: Mapping[tuple[str, str], Digest] = {}) -> Sources:
    """Return all that references to an edition's pages are made from. `blocks` are grounds by language and name."""
    lists = edition.theme.pages["article"].lists.values() if "article" in edition.theme.pages else ()
    own = {word for query in lists for word in ("kind", "tag", "author") if getattr(query, word) == PAGE}
    names = template_names(edition.site, edition.theme)
    return Sources(edition, shared_values(edition), blocks, names, frozenset(own))
