"""What a story is in the world around it: its card, what fills its body, what is to be said of it; and when to look again."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Article
from patrika.model.card import Card
from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import Digest, digest, encode
from patrika.read.sources import CONTENT
from patrika.relate import addresses, cards, targets, ties
from patrika.relate.entries import Entry
from patrika.relate.publication import status_of
from patrika.relate.targets import Known
from patrika.relate.ties import Filling
from patrika.relate.world import World

_STORY, _FILE, _PERSON, _BLOCK = "s", "f", "p", "b"


class Derived(Struct, frozen=True):
    """A story looked at in its world."""

    entry: Entry
    card: Card
    filling: Filling


def derive(entry: Entry, article: Article, world: World, now: int) -> Derived:
    """Return a story looked at in its world. An unfinished draft stops nobody, so its errors are warnings, and it is looked
    at again in the next build."""
    faults: list[Diagnostic] = []
    status = status_of(entry, now)
    card = cards.make_card(article, world, status, faults.append)
    ties.check_tags(article, faults.append)
    faults.extend(addresses.faults_of(article, world.site))
    tied = ties.tie_article(article, world, faults.append)
    elsewhere = ties.versions_elsewhere(article, world, faults.append)
    sound = not any(fault.severity == "error" for fault in faults)
    said = tuple(_softened(fault) if article.draft else fault for fault in faults)
    filling = tied.filling
    shown = [picture.media for picture in (card.image, card.portrait) if picture] + list(filling.media)
    own = [card.image, *(hole.picture for hole in filling.pictures)]
    seen = replace(
        entry,
        card=digest(card),
        ties=digest(filling) if filling != Filling() else b"",
        status=status,
        picks=tied.picks,
        media=tuple(sorted({media.path for media in shown})),
        pictures=tuple(dict.fromkeys(picture.media.url for picture in own if picture)),
        elsewhere=elsewhere,
        blocks=filling.block_names,
        linked=tuple(path for _, path in tied.paths),
        asked=(asked := tuple(dict.fromkeys(_names(article, world)))),
        answers=answers(asked, world.index, {}) if sound else b"",
        remarks=said,
    )
    return Derived(seen, card, filling)


def _softened(fault: Diagnostic) -> Diagnostic:
    return replace(fault, severity="warning") if fault.severity == "error" else fault


def stands(entry: Entry, index: Known, now: int, states: dict[str, bytes]) -> bool:
    """Return whether what was found out about a story still holds. `states` remembers what names stand for."""
    return bool(
        entry.answers
        and entry.status == status_of(entry, now)
        and entry.answers == (answers(entry.asked, index, states) if entry.asked else _NO_ANSWERS)
    )


def answers(asked: tuple[str, ...], index: Known, states: dict[str, bytes]) -> Digest:
    """Return the digest of what names stand for."""
    found = []
    for name in asked:
        state = states.get(name)
        if state is None:
            state = states[name] = _state(name, index)
        found.append(state)
    return digest(found)


_NO_ANSWERS = digest([])


def _names(article: Article, world: World) -> Iterator[str]:
    """Yield every name whose meaning a story's card and ties follow from."""
    named = ties.named_in(article.prose, world.index)
    for target in [*named, *([article.image.target] if article.image else [])]:
        path = targets.meant_path(target, article.source)
        yield _FILE + path
        if path.startswith(CONTENT):
            yield _STORY + targets.meant_name(path.removeprefix(CONTENT), world.site)
    for story in (*article.related, *article.related_exclude):
        yield _STORY + story.removeprefix("@/").removesuffix(".md")
    for _, written in article.translations:
        if "://" not in written:
            yield _STORY + targets.meant_name(written.removeprefix("@/"), world.site)
    yield from (_PERSON + id for id in article.authors if ties.is_author_id(id))
    yield from (_BLOCK + block.name for block in article.prose.blocks)


def _state(name: str, index: Known) -> bytes:
    """Return all that a name stands for."""
    kind, named = name[0], name[1:]
    if kind == _FILE:
        path = named.removeprefix(targets.STATIC)
        is_hidden = path != named and targets.is_hidden(f"/{path}", index)
        return index.files.get(named) or (b"hidden" if is_hidden else b"")
    if kind == _BLOCK:
        return b"" if index.blocks is None else encode(index.blocks.get(named))
    if kind == _PERSON:
        versions = index.people.get(named)
        if versions is None:
            return b""
        pictures = [targets.meant_path(a.image.target, a.source) for a in versions.values() if a.image]
        return encode((versions, [index.files.get(path, b"") for path in pictures]))
    story = index.story_by_path.get(named, named)
    found = index.stories.get(story)
    known = [(e.language, e.path, e.own, (story, e.language) in index.hidden) for e in (found or {}).values()]
    page = named.removeprefix("pages/") if named.startswith("pages/") else ""
    pages = index.pages.get(page, {}) if page else {}
    hidden = [language for language in pages if (page, language) in index.hidden_pages]
    return encode(
        (story, found is None, sorted(known), pages, sorted(hidden), page in index.pages, story in index.withheld)
    )
