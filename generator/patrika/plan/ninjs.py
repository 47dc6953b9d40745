"""Items of ninjs: each story once more, beside its page, as the press exchanges stories."""

from collections.abc import Iterator

from msgspec import Struct

from patrika.model.encoding import Digest, split_digests
from patrika.model.page import Page
from patrika.plan.edition import Edition
from patrika.plan.feed import ItemRefs, item_of, item_refs
from patrika.plan.file_inputs import NinjsInput, Version
from patrika.plan.inputs import Link
from patrika.plan.refs import Shelf, cards_of
from patrika.plan.shared import StoryPlace
from patrika.plan.sources import Sources
from patrika.relate import addresses
from patrika.relate.feed_ids import correction_ids, host_of, uri_of


class NinjsRefs(Struct, frozen=True, gc=False, array_like=True, tag="ninjs"):
    """A story's item by reference."""

    story: ItemRefs
    whole: bool
    """Whether the body is in it; else the summary alone."""
    blocks: bytes
    """Grounds of the blocks in the body, as feeds show them."""
    series: Digest
    """Empty where it is a part of none."""
    versions: bytes
    """Cards of the story in other languages."""
    uris: tuple[str, ...]
    """Their ids."""
    elsewhere: tuple[tuple[str, str], ...]
    """Languages, and whole addresses of the story's versions in them on other sites."""
    corrections: tuple[str, ...]
    """Ids of the story's corrections."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the item of each story that readers may see, if the site has items."""
    if edition.site.feeds.ninjs:
        for position, entry in enumerate(edition.catalog.entries):
            if not entry.status:
                yield Page(addresses.item(entry.path), "ninjs", entry.language, "", position)


def refer(page: Page, sources: Sources) -> NinjsRefs:
    """Return a story's item by reference."""
    edition, position = sources.edition, page.position
    entries, site = edition.catalog.entries, edition.site
    entry = entries[position]
    others = (*edition.catalog.versions.get(entry.story, ()), *edition.twins.get(position, ()))
    versions = [place for place in others if place != position and not entries[place].status]
    host, blocks = host_of(site), [f"{name}.feed" for name in entry.blocks] if site.feeds.full_text else []
    uri = uri_of(entry.story, entry.language, entry.guid, host)
    return NinjsRefs(
        item_refs(position, sources, with_versions=False),
        site.feeds.full_text,
        sources.grounds_of(entry.language, blocks),
        sources.shared.series_links.get((entry.language, entry.series), b"") if entry.series else b"",
        b"".join([edition.catalog.cards[place] for place in versions]),
        tuple([uri_of(it.story, it.language, it.guid, host) for it in map(entries.__getitem__, versions)]),
        tuple([way for way in entry.elsewhere if "://" in way[1]]),
        correction_ids(uri, entry.corrections, site.timezone) if entry.corrections else (),
    )


def fill(refs: NinjsRefs, shelf: Shelf) -> NinjsInput:
    """Return what a story's item is written from."""
    story, place = item_of(refs.story, refs.whole, shelf), shelf.shared(refs.story.place, StoryPlace)
    ways = {way.language: way for way in place.ways}
    here = {card.language: (uri, card) for uri, card in zip(refs.uris, cards_of(refs.versions, shelf), strict=True)}
    there = {language: address for language, address in refs.elsewhere if language in ways and language not in here}
    found = [
        *(Version(ways[id].name, ways[id].tag, card.path, card.title, uri) for id, (uri, card) in here.items()),
        *(Version(ways[id].name, ways[id].tag, address) for id, address in there.items()),
    ]
    return NinjsInput(
        story=story,
        section=place.section,
        tags=tuple(shelf.shared(digest, Link) for digest in split_digests(refs.story.tags)),
        series=shelf.shared(refs.series, Link) if refs.series else None,
        versions=tuple(found),
        corrections=tuple(zip(refs.corrections, story.article.corrections, strict=True)),
    )
