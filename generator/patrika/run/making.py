"""A build that has something to do: read, relate, plan, print, publish."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain

from msgspec import Struct
from msgspec.msgpack import Decoder
from msgspec.structs import replace

from patrika.model.article import Author, BodyLink, Standalone
from patrika.model.diagnostics import Diagnostic, in_order
from patrika.model.encoding import Digest, digest, encode
from patrika.model.page import FILE_ROLES
from patrika.model.site import Site
from patrika.model.style_sheet import Sheet
from patrika.plan import chrome, fan_out, icons
from patrika.plan.edition import Edition
from patrika.plan.hosts import RULEBOOKS, compressed
from patrika.plan.root_files import next_remark, remarks
from patrika.plan.site_plan import SitePlan, plan_site
from patrika.plan.sources import Sources, sources
from patrika.plan.stretches import settled as settled_by
from patrika.plan.stretches import stretches_of
from patrika.plan.templates import template_in
from patrika.relate import addresses
from patrika.relate.entries import Entry
from patrika.render import emblem
from patrika.render.page import NO_PLATES, Plates, Press, set_up
from patrika.render.policy import spoken_in_pages
from patrika.run.assets import Asset
from patrika.run.compressing import stage_siblings
from patrika.run.copying import stage_files
from patrika.run.editing import Edited, edit
from patrika.run.entering import holdings, story_of
from patrika.run.gallery import Gallery, gallery
from patrika.run.library import Desk, Library, read_library
from patrika.run.lost import lost_pages, path_of
from patrika.run.orders import Before, Kept, orders
from patrika.run.places import located
from patrika.run.printing import Printed, Shop, print_pages
from patrika.run.progress import Progress
from patrika.run.report import BuildReport, Lost, Scheduled, Stopwatch
from patrika.run.request import BuildRequest, SiteError
from patrika.run.setup import Setup, read_setup
from patrika.run.shelf import where
from patrika.run.stamps import naming_stamp, reading_stamp
from patrika.run.standing import forget_standing
from patrika.run.weighing import weighed
from patrika.store.cache import Cache
from patrika.store.ledger import output_name
from patrika.store.output import InTheWayError, Published, Stage, publish, staging
from patrika.store.scan import Scan
from patrika.store.written import Row, Tale, keep_stretches, keep_written, read_stretches, read_written, tales

_PLATES = Decoder(Plates)
_SHEETS = Decoder(dict[str, Sheet])


class Built(Struct, frozen=True):
    """What became of a site, and what it was found to be, as far as that was known when it ended."""

    report: BuildReport
    edited: Edited | None = None
    plan: SitePlan | None = None


def make(
    request: BuildRequest, found: Scan, cache: Cache, sure_before_ns: int, watch: Stopwatch, progress: Progress
) -> Built:
    """Return what became of a site whose files have been found, checked, rendered, staged and published."""
    with watch.stage("read"):
        setup = _setup(request, cache)
        if setup.site is None:
            return Built(_failed(request, (*setup.faults, *found.faults), watch))
        site = replace(setup.site, holds=True) if request.holds else setup.site
        generated = (*setup.assets.files, *_emblems(site, _static(found, setup)))
        cache.read_by(reading_stamp(site))
        cache.name_by(naming_stamp(site))
        desk = Desk(request.root, site)
        library = read_library(found, desk, cache, sure_before_ns, request.jobs, progress)
    with watch.stage("relate"):
        shown_files = gallery(found.files, request.root, site, setup.theme_static, sure_before_ns)
    edited, plan = _edited(library, shown_files, setup, generated, site, found, request, cache, watch)
    faults = _weighed(edited, request, (*setup.faults, *found.faults, *library.faults, *edited.faults))
    if plan is None:
        return Built(_failed(request, faults, watch), edited)
    with watch.stage("plan"):
        press = _press(edited, setup, found, cache)
    faults += _weighed(
        edited,
        request,
        (*plan.faults, *press.faults, *_fan_out(edited.edition), *remarks(edited.edition.site, request.now)),
    )
    if _stops(faults, request, edited.held):
        return Built(_failed(request, faults, watch), edited, plan)
    with _staging(request) as stage:
        with watch.stage("render"):
            before, stretches = _before(told := sources(edited.edition, press.blocks), press, cache, request)
            kept = Kept([], {})
            shop = _shop(told, edited, library, press, stage, request)
            ordered = orders(plan.pages, told, press.grounds, before, kept)
            printed = print_pages(shop, ordered, stage, request.jobs, len(plan.pages), progress)
            stage.same.update(kept.paths)
            copied = stage_files(plan.media, generated, shown_files, stage, before, cache, request)
            rows = {**kept.rows, **printed.rows, **copied.rows}
        faults += _weighed(edited, request, (*printed.faults, *copied.faults))
        if _stops(faults, request, edited.held):
            return Built(_failed(request, faults, watch), edited, plan)
        if encodings := compressed(site):
            with watch.stage("compress"):
                rows |= stage_siblings(rows, stage, before, encodings, request.jobs)
        with watch.stage("publish"):
            marker = f"{site.name} {site.own_url}"
            published, went = _publish(stage, request, marker, cache, rows, stretches)
    # What is hidden is to come back; and where files cannot be read, nobody knows what they will hold.
    is_known = not (edited.held and library.faulty)
    unmissed = edited.hidden | plan.led | RULEBOOKS
    went = [path for path in went if is_known and path_of(path) not in unmissed]
    gone = lost_pages(went, before.written.places, plan.pages, edited.edition)
    pages = sum(page.role not in FILE_ROLES for page in plan.pages)
    report = _report(request, faults, watch, edited, library, printed, told.answered, published, gone, pages, cache)
    return Built(report, edited, plan)


def _setup(request: BuildRequest, cache: Cache) -> Setup:
    """Return settings and theme; style sheets as they were read are kept, since reading them takes longer than all else here."""
    kept = cache.meta("sheets")
    known = _SHEETS.decode(kept) if kept else {}
    setup = read_setup(request, known)
    if setup.assets.sheets != known and setup.theme:
        cache.keep_meta("sheets", encode(setup.assets.sheets))
    return setup


def _fan_out(edition: Edition) -> Iterator[Diagnostic]:
    catalog = edition.catalog
    by_language = {language: len(positions) for language, positions in catalog.listed.items()}
    by_section = {name: len(run) for name, run in catalog.by_section.items()}
    return fan_out.notices(edition.site, edition.theme, by_language, by_section)


def _edited(
    library: Library,
    shown_files: Gallery,
    setup: Setup,
    generated: Sequence[Asset],
    site: Site,
    found: Scan,
    request: BuildRequest,
    cache: Cache,
    watch: Stopwatch,
) -> tuple[Edited, SitePlan | None]:
    """Return what is public and the plan of it, None without a theme. Where stories at fault are held back, the page of a tag
    or a section may go with them: then what links to that is held back, too."""
    astray: dict[int, tuple[Diagnostic, ...]] = {}
    while True:
        with watch.stage("relate"):
            edited = edit(holdings(cache, site), library, shown_files, setup, site, request, cache, astray)
        if setup.theme is None:
            return edited, None
        with watch.stage("plan"):
            plan = _plan(edited, found, setup, generated, cache)
        astray |= plan.astray
        if not (site.holds and plan.astray):
            return edited, replace(plan, faults=(*plan.faults, *chain(*astray.values())))


def _plan(edited: Edited, found: Scan, setup: Setup, generated: Sequence[Asset], cache: Cache) -> SitePlan:
    assets = [asset.path[1:] for asset in generated]
    entries = edited.edition.catalog.entries

    def source_of(position: int) -> str:
        return story_of(cache, entries[position].id)[0].source

    def links_of(position: int) -> Iterator[tuple[str, BodyLink, str]]:
        story, _ = story_of(cache, entries[position].id)
        for link in story.prose.links:
            if link.target in entries[position].linked:
                yield story.source, link, link.target

    return plan_site(edited.edition, edited.used, _static(found, setup), assets, source_of, links_of)


def _before(told: Sources, press: Press, cache: Cache, request: BuildRequest) -> tuple[Before, Mapping[str, Digest]]:
    """Return what the last build left, and the digests of this one's stretches, by month."""
    folder = output_name(request.cache, request.output)
    written = read_written(cache, folder)
    stretches = stretches_of(told, _story_grounds(told, press))
    settled = settled_by(told, stretches, read_stretches(cache, folder))
    return Before(written, written.unlike(str(request.output)), settled), {it.month: it.digest for it in stretches}


def _story_grounds(told: Sources, press: Press) -> dict[tuple[str, str], Digest]:
    """Return the digests of what pages of stories share, and their items, by language and section."""
    site = told.edition.site
    items = {language: press.grounds[language, "ninjs", ""].key for language in site.language_ids}
    templates = {section.id: template_in("article", section.id, told.templates) for section in site.sections}
    return {
        (language, section): press.grounds[language, "article", template].key
        + (items[language] if site.feeds.ninjs else b"")
        for language in site.language_ids
        for section, template in templates.items()
    }


def _shop(told: Sources, edited: Edited, library: Library, press: Press, stage: Stage, request: BuildRequest) -> Shop:
    edition = edited.edition
    texts: list[Author | Standalone] = [
        *(profile.author for profile in edition.profiles.values()),
        *(it.page for it in edition.leaflets.values()),
    ]
    values = {**told.shared.values, **{digest(text): text for text in texts}}
    written: tuple[Author | Standalone, ...] = (*library.authors, *library.pages)
    bodies = {text.prose.body: library.rows[text.source] for text in written}
    places = where(edition.catalog.entries, bodies)
    folder = output_name(request.cache, request.output)
    return Shop(values, places, press, request.output, folder, stage.folder, request.cache, request.now)


def _publish(
    stage: Stage,
    request: BuildRequest,
    site: str,
    cache: Cache,
    rows: Mapping[str, Row],
    stretches: Mapping[str, Digest],
) -> tuple[Published, list[str]]:
    """Publish what was staged; return what became of it, and the pages among what was removed."""
    folder = output_name(request.cache, request.output)
    known: dict[str, Tale] = {}

    def about_to_change(paths: Iterable[str]) -> None:
        forget_standing(cache, request)
        keep_stretches(cache, folder, {})
        known.update(tales(cache, folder, (path for path in paths if path not in stage.fresh)))
        keep_written(cache, folder, dict.fromkeys(paths))

    try:
        published = publish(stage, request.cache, site, about_to_change)
    except InTheWayError as found:
        raise SiteError(_in_the_way(f"{request.output}/{found}")) from None
    keep_written(cache, folder, {**dict.fromkeys(published.removed), **rows})
    keep_stretches(cache, folder, stretches)
    return published, [path for path in published.removed if path in known]


def _in_the_way(path: str) -> str:
    return f"{path} is not ours and stands in the way: move it (or delete what an old build left), or choose another --output"


@contextmanager
def _staging(request: BuildRequest) -> Iterator[Stage]:
    try:
        with staging(request.output) as stage:
            yield stage
    except InTheWayError as found:
        raise SiteError(_in_the_way(str(found))) from None


def _weighed(edited: Edited, request: BuildRequest, faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return faults as the site weighs them; where all that can be made is to be, whoever asked weighs them in the end."""
    return tuple(faults if request.holds else weighed(faults, edited.edition.site.checks, edited.aged))


def _stops(faults: tuple[Diagnostic, ...], request: BuildRequest, held: tuple[str, ...]) -> bool:
    """Return whether nothing may be published: for what is wrong in files other than those held back."""
    stopping, forgiven = ("error", "warning") if request.strict else ("error",), frozenset(held)
    return any(fault.severity in stopping and fault.place.path not in forgiven for fault in faults)


def _static(found: Scan, setup: Setup) -> list[str]:
    own = [file.path.removeprefix("static/") for file in found.under("static")]
    return sorted({*own, *setup.theme_static})


def _emblems(site: Site, static: Collection[str]) -> Iterator[Asset]:
    """Yield what stands for the paper on readers' screens: an icon where the site has none, and each language's manifest."""
    if icons.DRAWN in icons.icons(static):
        yield Asset(icons.DRAWN.path, emblem.draw_icon(site))
    for language in site.languages:
        yield Asset(addresses.manifest(language), emblem.manifest(language, site, icons.manifest_icons(static)))


def _press(edited: Edited, setup: Setup, found: Scan, cache: Cache) -> Press:
    edition = edited.edition
    static = _static(found, setup)
    policy = spoken_in_pages(edition.site)
    chromes = {
        lang.id: chrome.chrome(
            lang, edition, setup.assets.styles, setup.assets.paths, static, setup.data.get(lang.id, {}), policy
        )
        for lang in edition.site.languages
    }
    kept = cache.meta("plates")
    plates = _PLATES.decode(kept) if kept else NO_PLATES
    press = set_up(edition.site, edition.theme, chromes, setup.templates, setup.phrases, plates)
    if press.plates != plates:
        cache.keep_meta("plates", encode(press.plates))
    return press


def _failed(request: BuildRequest, faults: tuple[Diagnostic, ...], watch: Stopwatch) -> BuildReport:
    return BuildReport(
        diagnostics=in_order(located(faults, request.root)),
        published=False,
        seconds=tuple(watch.seconds.items()),
        cpu_s=watch.cpu_s(),
    )


def _report(
    request: BuildRequest,
    faults: tuple[Diagnostic, ...],
    watch: Stopwatch,
    edited: Edited,
    library: Library,
    printed: Printed,
    answered: int,
    published: Published,
    gone: tuple[Lost, ...],
    pages: int,
    cache: Cache,
) -> BuildReport:
    shown = edited.publication
    return BuildReport(
        diagnostics=in_order(located(faults, request.root)),
        published=True,
        written=published.written,
        unchanged=published.unchanged,
        removed=published.removed,
        lost=gone,
        foreign=published.foreign,
        pages=pages,
        articles=len(edited.edition.catalog.entries),
        parsed=library.parsed,
        looked_at=edited.looked_at,
        answered=answered,
        filled=printed.filled,
        made=printed.made,
        held=edited.held,
        shown=tuple(sorted(edited.edition.site.shown)),
        drafts=len(shown.drafts),
        scheduled=tuple(_scheduled(entry, cache) for entry in shown.scheduled),
        expired=len(shown.expired),
        next_change=edited.next_change,
        next_remark=next_remark(edited.edition.site, request.now),
        timezone=edited.edition.site.timezone,
        seconds=tuple(watch.seconds.items()),
        cpu_s=watch.cpu_s(),
    )


def _scheduled(entry: Entry, cache: Cache) -> Scheduled:
    story, _ = story_of(cache, entry.id)
    return Scheduled(story.source, story.title, story.publish_at)
