"""Feeds: the newest stories of a list, whole, or corrections, for programs that follow them."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import cast

from msgspec import Struct

from patrika.model.article import Correction
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.model.encoding import Digest, encode, split_digests
from patrika.model.page import Page
from patrika.plan.channels import FORMS, Channel, Kind, carried, channels, corrected
from patrika.plan.edition import Edition
from patrika.plan.file_inputs import CorrectionItem, FeedInput, FeedItem, FeedPlace, Form
from patrika.plan.inputs import Link, Text
from patrika.plan.refs import Shelf
from patrika.plan.section import heading
from patrika.plan.shared import ListPlace, StoryPlace
from patrika.plan.sources import Sources
from patrika.read.settings import SITE_FILE
from patrika.relate.feed_ids import correction_ids, host_of, uri_of


class ItemRefs(Struct, frozen=True, gc=False, array_like=True):
    """A story that a feed carries by reference."""

    own: Digest
    card: Digest
    ties: Digest
    """What fills the slots of the body; empty where there is none."""
    place: Digest
    tags: bytes
    versions: tuple[tuple[str, str], ...]
    """Tags and paths of the languages that the story is in, in site.toml's order; none where the form names no others."""


class CorrectionRefs(Struct, frozen=True, gc=False, array_like=True):
    """A correction that a feed carries by reference."""

    card: Digest
    """Of its story."""
    id: str
    correction: Correction


class FeedRefs(Struct, frozen=True, gc=False, array_like=True, tag="feed"):
    """A feed by reference: alone among all that is printed it names the bodies of many stories, though never more than fifty."""

    place: FeedPlace
    items: tuple[ItemRefs, ...]
    whole: bool
    """Whether the bodies are in it; else summaries alone."""
    blocks: bytes
    """Grounds of the blocks in the bodies, as feeds show them."""
    corrections: tuple[CorrectionRefs, ...] = ()
    """All that a feed of corrections carries."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield each feed, and those at old addresses; the number of a page is that of its old address, from 1."""
    own = {page.path: page for page in _own_pages(edition)}
    yield from own.values()
    for number, old in enumerate(edition.site.feeds.also_at, 1):
        if page := own.get(old.feed):
            yield Page(old.path, "feed", page.language, page.subject, number)


def _own_pages(edition: Edition) -> Iterator[Page]:
    for channel in channels(edition):
        for form in FORMS[channel.kind]:
            # An address may hold spaces, and an id none, so the address comes last.
            subject = " ".join((form, channel.kind, channel.id, channel.path))
            yield Page(channel.path_of(form), "feed", channel.language, subject)


def noted(page: Page, edition: Edition) -> tuple[str | int, ...]:
    """Return where the old address of a feed is noted down in site.toml, nothing for its own address."""
    return ("feeds", "also_at", edition.site.feeds.also_at[page.position - 1].key) if page.position else ()


def faults(edition: Edition) -> Iterator[Diagnostic]:
    """Yield old addresses of what is no feed."""
    wanted = edition.site.feeds.also_at
    known = {page.path for page in _own_pages(edition)} if wanted else set()
    for old in wanted:
        if old.feed not in known:
            said = f"“{old.key}” is to be a feed at an old address, and there is no feed “{old.feed}”"
            hint = did_you_mean(old.feed, sorted(known), "name one that the build makes, such as /feed.xml")
            yield error("E407", Place(SITE_FILE), said, hint, ("feeds", "also_at", old.key))


def form_of(page: Page) -> Form:
    """Return how a feed is written."""
    return cast(Form, page.subject.partition(" ")[0])


def own_path(page: Page) -> str:
    """Return the path of a feed itself, whichever of its addresses this is."""
    return _channel(page).path_of(form_of(page))


def refer(page: Page, sources: Sources) -> FeedRefs:
    """Return a feed by reference: what it carries, newest first. One at an old address is the same to the byte."""
    edition = sources.edition
    channel = _channel(page)
    place = _place(page, channel, sources)
    if channel.kind == "corrections":
        return FeedRefs(
            place, (), False, b"", tuple(islice(_correction_refs(edition, page.language), edition.site.feeds.items))
        )
    carries = list(islice(carried(edition, channel), edition.site.feeds.items))
    blocks = {f"{name}.feed" for position in carries for name in edition.catalog.entries[position].blocks}
    return FeedRefs(
        place,
        tuple([item_refs(position, sources, with_versions=place.form == "atom") for position in carries]),
        edition.site.feeds.full_text,
        sources.grounds_of(page.language, sorted(blocks)) if edition.site.feeds.full_text else b"",
    )


def _correction_refs(edition: Edition, language: str) -> Iterator[CorrectionRefs]:
    for position, correction in corrected(edition, language):
        entry = edition.catalog.entries[position]
        of = uri_of(entry.story, language, entry.guid, host_of(edition.site))
        ids = correction_ids(of, entry.corrections, edition.site.timezone)
        yield CorrectionRefs(entry.card, ids[entry.corrections.index(correction)], correction)


def _channel(page: Page) -> Channel:
    _, kind, id, path = page.subject.split(" ", 3)
    return Channel(cast(Kind, kind), id, page.language, path)


def _place(page: Page, channel: Channel, sources: Sources) -> FeedPlace:
    edition = sources.edition
    title, description = _said(channel, sources)
    name = edition.site.language(page.language).site_name
    whole = name if channel.kind == "front" else f"{title} | {name}" if title else ""
    return FeedPlace(
        form_of(page), own_path(page), channel.path, channel.kind, channel.id, page.language, whole, description
    )


def _said(channel: Channel, sources: Sources) -> tuple[str, str]:
    """Return the title and the description of the page that lists the same stories."""
    name = (channel.language, channel.id)
    if channel.kind == "front":
        return "", ""
    if channel.kind == "section":
        return heading(sources.edition, *name)
    if channel.kind == "corrections":
        leaflet = sources.edition.policy_page(channel.language)
        return (leaflet.page.title, leaflet.page.summary or leaflet.page.prose.excerpt) if leaflet else ("", "")
    places = sources.shared.tags if channel.kind == "tag" else sources.shared.authors
    place: ListPlace = sources.shared.values[places[name]]
    return place.title, place.description


def item_refs(position: int, sources: Sources, *, with_versions: bool) -> ItemRefs:
    """Return a story by reference, with the languages that it is in if the form of the feed names them."""
    edition, shared = sources.edition, sources.shared
    entry = edition.catalog.entries[position]
    links = shared.tag_links
    return ItemRefs(
        entry.own,
        entry.card,
        entry.ties if edition.site.feeds.full_text else b"",
        shared.stories[entry.language, entry.section],
        b"".join([link for key in entry.tags if (link := links.get((entry.language, key)))]),
        tuple(_versions(position, edition)) if with_versions else (),
    )


def _versions(position: int, edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the languages that a story is in, of those that readers may see."""
    entries, entry = edition.catalog.entries, edition.catalog.entries[position]
    places: Sequence[int] = (*edition.catalog.versions_of(entry.story), *edition.twins.get(position, ()))
    paths = {entries[place].language: entries[place].path for place in places if not entries[place].status}
    paths |= {language: way for language, way in entry.elsewhere if "://" in way}
    yield from ((it.tag, paths[it.id]) for it in edition.site.languages if it.id in paths)


def fill(refs: FeedRefs, shelf: Shelf) -> FeedInput:
    """Return what a feed is written from."""
    stories = (item_of(item, refs.whole, shelf) for item in refs.items)
    corrections = (CorrectionItem(it.id, shelf.card(it.card), it.correction) for it in refs.corrections)
    return FeedInput(refs.place, (*stories, *corrections))


def item_of(refs: ItemRefs, whole: bool, shelf: Shelf) -> FeedItem:
    """Return a story as feeds carry it; `whole` says whether with its body."""
    article = shelf.article(refs.own)
    filling = [shelf.filling(refs.ties)] if refs.ties else []
    return FeedItem(
        key=encode((refs.own, refs.card, refs.ties, refs.place, refs.tags)),
        article=article,
        card=shelf.card(refs.card),
        text=Text(shelf.body(article.prose.body), *filling) if whole else None,
        section=shelf.shared(refs.place, StoryPlace).section.title,
        tags=tuple(shelf.shared(digest, Link).title for digest in split_digests(refs.tags)),
        versions=refs.versions,
    )
