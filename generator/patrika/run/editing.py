"""From a library to an edition: what is public, measured, resolved, carded, ordered."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Author, ImageRef, Prose, Standalone
from patrika.model.blocks import BlockSpec
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.site import Site
from patrika.plan import edition as editions
from patrika.plan.edition import Edition, Leaflet, Profile
from patrika.plan.sitemaps import sitemaps_of
from patrika.read.article import is_of_story
from patrika.relate import addresses, menus, redirects, targets, ties
from patrika.relate.catalog import Catalog, build_catalog
from patrika.relate.entries import Entry
from patrika.relate.publication import Publication, publication, status_of
from patrika.relate.targets import Known
from patrika.relate.world import World
from patrika.run.entering import Holdings, changed, keep, story_of, without_doubles
from patrika.run.gallery import Gallery
from patrika.run.library import Library
from patrika.run.looking import look
from patrika.run.relating import relate
from patrika.run.request import BuildRequest
from patrika.run.setup import NO_THEME, Setup
from patrika.store.cache import Cache


class Edited(Struct, frozen=True):
    """An edition, the files it uses, and what is wrong across files."""

    edition: Edition
    used: tuple[str, ...]
    """Files that public pages show or offer, by path."""
    publication: Publication
    faults: tuple[Diagnostic, ...]
    looked_at: int
    """Stories whose card and ties had to be made; the others' still hold."""
    hidden: frozenset[str]
    """Paths of what readers may not see now."""
    next_change: int | None
    """The next instant at which an edition of the same files would be another."""
    held: tuple[str, ...] = ()
    """Files of stories that are held back for their errors, sorted."""
    aged: Mapping[str, int] = {}
    """Dates of stories that something is said of, in UTC seconds by their files, where the site asks how old they are."""


def edit(
    held: Holdings,
    library: Library,
    gallery: Gallery,
    setup: Setup,
    site: Site,
    request: BuildRequest,
    cache: Cache,
    astray: Collection[int] = (),
) -> Edited:
    """Return the edition of an instant, and what is wrong with it and with the stories that are to come. Where the site
    holds back stories at fault, those of the rows `astray` are among them."""
    entries, faults = without_doubles(held.entries, cache)
    doubles = [fault.place.path for fault in faults]
    pages = tuple(page for page in library.pages if "draft" in site.shown or not page.draft)
    hands = _Hands(library, pages, gallery, setup.theme.blocks if setup.theme else None, site, request)
    seen = _seen(entries, hands, cache, astray)
    keep(changed(held, seen.fresh), cache)
    shown = publication(seen.entries, request.now, site.shown, seen.at_fault)
    faults += _told(seen.entries, () if "expired" in site.shown else shown.expired)
    world = _world(library, seen.index, gallery, site, cache)
    for source, loose in library.loose:
        ties.tie_loose(source, loose, world, faults.append)
    faults += menus.lost_pages(site, seen.index)
    built = build_catalog(shown.public, site, request.now)
    leaflets = _leaflets(pages, world, built, faults)
    edition = Edition(
        site=site,
        theme=setup.theme or NO_THEME,
        catalog=built,
        tags={tag.id: tag for tag in setup.tags},
        series={series.id: series for series in setup.series},
        profiles=_profiles(world, built, faults),
        leaflets=leaflets,
        related=relate(built, site.language_ids, cache, request.jobs),
        months=editions.months_of(built, site),
        twins=editions.twins_of(built),
        policies=_policies(leaflets.values(), faults),
        corrected=editions.corrected_of(built),
        detours=redirects.resolve(setup.redirects, seen.index, site, _idle(setup, site, built), faults.append),
    )
    fallbacks = editions.fallbacks_of(built, edition.twins, site, edition.detours)
    edition = replace(edition, fallbacks=fallbacks, sitemaps=sitemaps_of(edition, request.now))
    changes = (shown.next_change, edition.sitemaps.next_change if edition.sitemaps else None)
    next_change = min((at for at in changes if at is not None), default=None)
    files = _held(library, doubles, seen.at_fault, cache) if site.holds else ()
    return Edited(
        edition=edition,
        used=_used(edition),
        publication=shown,
        faults=tuple(faults),
        looked_at=len(seen.fresh),
        hidden=seen.index.hidden_paths,
        next_change=next_change,
        held=files,
        aged=_aged(seen.entries, cache) if site.checks.since else {},
    )


class _Hands(Struct, frozen=True):
    """What stories are looked at with, whatever is hidden."""

    library: Library
    pages: tuple[Standalone, ...]
    """Undated pages that are shown."""
    gallery: Gallery
    blocks: Mapping[str, BlockSpec] | None
    """None where the theme is at fault."""
    site: Site
    request: BuildRequest


class _Seen(Struct, frozen=True):
    """Stories looked at in a world."""

    entries: list[Entry]
    fresh: dict[int, Entry]
    """Those, by row, that were not as they had been."""
    index: Known
    """What that world knew."""
    at_fault: frozenset[int]
    """Rows of those that it hid for their errors."""


def _seen(entries: list[Entry], hands: _Hands, cache: Cache, astray: Collection[int]) -> _Seen:
    """Return stories looked at in a world that hides those at fault, and those of the rows `astray`."""
    fresh: dict[int, Entry] = {}
    at_fault = _at_fault(entries, hands.site, hands.request.now, astray)
    while True:
        index = _index(entries, hands, at_fault)
        fresh |= look(entries, index, hands.gallery, hands.site, hands.request, cache)
        entries = [fresh.get(entry.id, entry) for entry in entries]
        found = _at_fault(entries, hands.site, hands.request.now, astray)
        if found == at_fault:
            return _Seen(entries, fresh, index, at_fault)
        # Others are at fault than after the last build. What is wrong with a story does not depend on what is hidden, so
        # the second look is the last.
        at_fault = found


def _aged(entries: Iterable[Entry], cache: Cache) -> dict[str, int]:
    return {story_of(cache, it.id)[0].source: it.published for it in entries if it.flaws or it.remarks}


def _at_fault(entries: Iterable[Entry], site: Site, now: int, astray: Collection[int]) -> frozenset[int]:
    """Return the rows of the stories that are to be held back: those with errors, unless they are over and not looked at."""
    if not site.holds:
        return frozenset()
    told = (it for it in entries if it.remarks and ("expired" in site.shown or status_of(it, now) != "expired"))
    return frozenset(it.id for it in told if any(fault.severity == "error" for fault in it.remarks)).union(astray)


def _held(library: Library, doubles: Iterable[str], at_fault: Iterable[int], cache: Cache) -> tuple[str, ...]:
    """Return the files of the stories that are held back, sorted."""
    unread = (path for path in library.faulty if is_of_story(path))
    return tuple(sorted({*unread, *doubles, *(story_of(cache, id)[0].source for id in at_fault)}))


def _index(entries: Collection[Entry], hands: _Hands, at_fault: Collection[int]) -> Known:
    return targets.known(
        hands.site,
        entries,
        hands.library.pages,
        hands.library.authors,
        hidden=publication(entries, hands.request.now, hands.site.shown, at_fault).hidden,
        hidden_pages=[page for page in hands.library.pages if page not in hands.pages],
        files=hands.gallery.states,
        blocks=hands.blocks,
        faulty=hands.library.faulty,
    )


def _told(entries: Iterable[Entry], over: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Yield what is to be said of stories; of those that are over only what is wrong with their files."""
    expired = {entry.id for entry in over}
    for entry in entries:
        if entry.flaws or entry.remarks:
            yield from entry.flaws
            if entry.id not in expired:
                yield from entry.remarks


def _world(library: Library, index: Known, gallery: Gallery, site: Site, cache: Cache) -> World:
    """Return what the words of people, undated pages and files at fault are resolved against."""
    texts: tuple[Standalone | Author, ...] = (*library.pages, *library.authors)
    named: list[tuple[str, Prose, ImageRef | None]] = [(text.source, text.prose, text.image) for text in texts]
    named += [(source, loose.prose, loose.image) for source, loose in library.loose]
    measured = gallery.measured(ties.wanted_files(named, site, index), cache)
    cache.keep_media(measured.fresh)
    return World(site, index, measured.media, gallery.contents(ties.wanted_sheets(named, site, index)))


def _profiles(world: World, built: Catalog, faults: list[Diagnostic]) -> dict[tuple[str, str], Profile]:
    found = {}
    for language, id in editions.pages_of_people(world.index, built, world.site):
        author, text_tag = editions.author_for(id, language, world.index, world.site)
        source = next((a.source for a in world.index.people[id].values() if a.image == author.image), author.source)
        portrait = ties.picture(author.image, Place(source), world, faults.append, ("image",)) if author.image else None
        written = next(a.source for a in world.index.people[id].values() if a.prose == author.prose)
        tied = ties.tie(written, author.prose, language, world, faults.append)
        found[language, id] = Profile(author, portrait, tied, text_tag)
    return found


def _leaflets(
    pages: Iterable[Standalone], world: World, built: Catalog, faults: list[Diagnostic]
) -> dict[tuple[str, str], Leaflet]:
    """Return undated pages, and the texts of fronts of sections, of those that have one."""
    found = {}
    for page in pages:
        image = ties.front_picture(page.source, page.image, world, faults.append)
        tied = ties.tie(page.source, page.prose, page.language, world, faults.append)
        if not page.section or (page.language, page.section) in built.by_section:
            found[page.language, page.id] = Leaflet(page, image, tied)
    return found


def _policies(leaflets: Iterable[Leaflet], faults: list[Diagnostic]) -> dict[tuple[str, str], Leaflet]:
    """Return the undated pages that state policies, the first of each, and report the others."""
    found: dict[tuple[str, str], Leaflet] = {}
    for leaflet in leaflets:
        page = leaflet.page
        first = found.setdefault((page.language, page.policy), leaflet) if page.policy else leaflet
        if first is not leaflet:
            said = f"the policy “{page.policy}” in the language “{page.language}” is also in {first.page.source}"
            faults.append(error("E108", Place(page.source), said, "keep one of the two", ("policy",)))
    return found


def _idle(setup: Setup, site: Site, built: Catalog) -> frozenset[str]:
    """Return the paths of declared sections and tags that have no story now in a language, and so no page."""
    sections = {
        addresses.section(language, section.id)
        for language in site.languages
        for section in site.sections
        if (language.id, section.id) not in built.by_section
    }
    tags = {
        addresses.tag(language, tag.id)
        for language in site.languages
        for tag in setup.tags
        if (language.id, tag.id) not in built.by_tag
    }
    return frozenset(sections | tags)


def _used(edition: Edition) -> tuple[str, ...]:
    """Return the files that pages show or offer, by path."""
    used = {path for entry in edition.catalog.entries if entry.media for path in entry.media}
    for profile in edition.profiles.values():
        used |= {media.path for media in profile.ties.filling.media}
        used |= {profile.portrait.media.path} if profile.portrait else set()
    for leaflet in edition.leaflets.values():
        used |= {media.path for media in leaflet.ties.filling.media}
        used |= {leaflet.image.media.path} if leaflet.image else set()
    return tuple(sorted(used))
