"""Pages to be made: those whose references, or whose file, are not what they were."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

from msgspec import Struct

from patrika.model.encoding import DIGEST_SIZE, Digest, encode
from patrika.model.page import Page, Role
from patrika.plan.site_plan import MAKERS
from patrika.plan.sources import Sources
from patrika.plan.templates import template_of
from patrika.render.page import Grounds
from patrika.store.output import FileState
from patrika.store.written import Row, Written

_OF_STORIES: frozenset[Role] = frozenset(("article", "ninjs"))
"""Roles of which there is a file for each story."""


class Order(Struct, frozen=True, gc=False, array_like=True):
    """A page to be made: all that a worker needs to know of it besides what all pages share."""

    output: str
    role: Role
    template: str
    language: str
    refs: bytes
    """What it is made of, encoded."""
    state: FileState | None
    """Of the file that the last build wrote, None where it wrote none."""


class Before(Struct, frozen=True):
    """What the last build wrote, and what of it still stands."""

    written: Written
    unlike: Mapping[str, FileState | None]
    """As Written has it."""
    settled: Sequence[int]
    """By position of stories: whether their pages and items refer to what they did."""

    def there(self, path: str) -> FileState | None:
        """Return the state of a file that stands as it was written, None where there is none such."""
        return self.unlike[path] if path in self.unlike else self.written.state(path)


class Kept(Struct, frozen=True):
    """Pages that stand as they should, and rows that are not what they were because of their time."""

    paths: list[str]
    rows: dict[str, Row]


def orders(
    pages: Sequence[Page], sources: Sources, grounds: Grounds, before: Before, kept: Kept
) -> Iterator[tuple[Order, Digest]]:
    """Yield pages to be made, with their keys; `kept` takes note of the others."""
    written, unlike, settled = before.written, before.unlike, before.settled
    places, entries = written.places, sources.edition.catalog.entries
    for page in pages:
        path, role = page.output, page.role
        if role in _OF_STORIES and settled[page.position] and path in places and path not in unlike:
            kept.paths.append(path)
            continue
        refs = encode(MAKERS[role].refer(page, sources))
        template = template_of(page, sources.templates, entries)
        key = key_of(refs, grounds[page.language, role, template].key)
        if written.key(path) != key or (there := before.there(path)) is None:
            yield Order(path, role, template, page.language, refs, written.state(path)), key
            continue
        kept.paths.append(path)
        if path in unlike:
            kept.rows[path] = Row(key, there)


def key_of(refs: bytes, ground: Digest) -> Digest:
    """Return the key of a page: the digest of its references, over all that pages share which its
    template prints for its role and language."""
    return blake2b(refs, digest_size=DIGEST_SIZE, key=ground).digest()
