"""The site's own files read: site.toml, the theme, tags.toml, series.toml, templates, phrases, assets."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Tag
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.model.site import Deploy, Level, Redirect, Site, Theme
from patrika.model.style_sheet import Sheet
from patrika.read.fields import with_fields
from patrika.read.redirects import REDIRECTS_FILE, read_redirects
from patrika.read.settings import SITE_FILE, check_options, read_site, unknown_menus
from patrika.read.theme import read_tags, tag_ids
from patrika.render.inline import inline_in
from patrika.render.locale import settled
from patrika.render.policy import policy_of, unallowed
from patrika.render.speech import PoFiles
from patrika.render.theme import TemplateSource
from patrika.run.assets import Assets, Source, assets
from patrika.run.lineage import THEME_FILE, lineage, said
from patrika.run.request import BuildRequest, SiteError
from patrika.run.texts import files_under, phrases_of, templates_of

TAGS_FILE, SERIES_FILE = "content/tags.toml", "content/series.toml"


NO_THEME = Theme("", {}, {})
"""In place of a theme at fault, so that content is checked all the same."""


class Setup(Struct, frozen=True):
    """All that a site is but its articles. `site` or `theme` is None where it cannot be used."""

    site: Site | None
    theme: Theme | None
    tags: tuple[Tag, ...] = ()
    series: tuple[Tag, ...] = ()
    templates: Mapping[str, TemplateSource] = {}
    phrases: PoFiles = {}
    assets: Assets = Assets()
    theme_static: Mapping[str, Path] = {}
    redirects: tuple[Redirect, ...] = ()
    data: Mapping[str, Mapping[str, Any]] = {}
    """What files of data/ hold, by language and name."""
    faults: tuple[Diagnostic, ...] = ()


def read_setup(request: BuildRequest, sheets: Mapping[str, Sheet]) -> Setup:
    """Return the site's settings and theme; `sheets` are style sheets that were read before. Raises SiteError where there is no
    site.toml."""
    try:
        content = (request.root / SITE_FILE).read_bytes()
    except FileNotFoundError:
        raise SiteError(
            f"there is no {SITE_FILE} in {request.root} or above it; begin a site with: patrika init"
        ) from None
    site, faults = _site(content, request)
    if site is None:
        return Setup(None, None, faults=faults)
    redirects, redirect_faults = _redirects(request.root)
    data, data_faults = _data(request.root, site)
    faults = (*faults, *redirect_faults, *data_faults)
    line = lineage(request.root, site.theme)
    theme = line.theme
    toml = said(line.folders[0] / THEME_FILE, request.root) if line.folders else ""
    site, field_faults = with_fields(site, theme or NO_THEME, SITE_FILE, toml)
    tags, tag_faults = _tags(request.root, TAGS_FILE, "tag", site)
    site = replace(site, tag_ids=tag_ids(tags))
    series, series_faults = _tags(request.root, SERIES_FILE, "series", site)
    tag_faults = (*field_faults, *tag_faults, *series_faults)
    if theme is None:
        return Setup(site, None, tags, faults=(*faults, *tag_faults, *line.faults))
    options, option_faults = check_options(site, theme)
    option_faults = (
        *option_faults,
        *unknown_menus(site, theme),
        *_unknown_names(theme, site, toml),
    )
    made = assets(_sources(request.root, line.folders), theme, toml, site.fingerprint, sheets)
    templates, template_faults = templates_of(request.root, line.folders, site)
    phrases, phrase_faults = phrases_of(request.root, line.folders)
    deploy, policy_faults = _deploy(site, request, made, templates)
    site = replace(site, options=options, deploy=deploy)
    return Setup(
        site=site,
        theme=theme,
        tags=tags,
        series=series,
        templates=templates,
        phrases=phrases,
        assets=made,
        theme_static={name: path for folder in reversed(line.folders) for path, name in files_under(folder / "static")},
        redirects=redirects,
        data=data,
        faults=(
            *faults,
            *tag_faults,
            *option_faults,
            *made.faults,
            *template_faults,
            *phrase_faults,
            *policy_faults,
        ),
    )


def _site(content: bytes, request: BuildRequest) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """Return the settings in site.toml as this build wishes them, and what is wrong with them."""
    site, faults, _ = read_site(content, request.base_url, request.env)
    if site is None:
        return None, faults
    wished = {status for status, wish in request.shows.items() if wish}
    shown = site.shown - request.shows.keys() | wished
    site = replace(site, shown=shown, holds=site.holds and not request.strict)
    languages = [settled(language) for language in site.languages]
    site = replace(site, languages=tuple(language for language, _ in languages))
    return site, (*faults, *(fault for _, found in languages for fault in found))


def _deploy(
    site: Site,
    request: BuildRequest,
    made: Assets,
    templates: Mapping[str, TemplateSource],
) -> tuple[Deploy, tuple[Diagnostic, ...]]:
    """Return what is known of the place of publication: nothing where the site is shown by ourselves."""
    if not request.hosted:
        return Deploy(), ()
    if not site.deploy.host:
        return Deploy(compress=site.deploy.compress), ()
    inline = inline_in(templates.values())
    policy = policy_of(site, inline, made.data)
    deploy = replace(site.deploy, policy=policy, lasting=made.lasting)
    return deploy, (*inline.faults, *unallowed(site, (*inline.loads, *made.loads)))


def _unknown_names(theme: Theme, site: Site, toml: str) -> Iterator[Diagnostic]:
    """Yield sections and languages that lists of the theme name and the site has not."""
    known = [section.id for section in site.sections]
    for role, spec in theme.pages.items():
        for name, query in spec.lists.items():
            if query.section not in ("", "page", *known):
                hint = did_you_mean(query.section, known, "name a section of site.toml, or “page” for the page's own")
                field = ("pages", role, "lists", name, "section")
                yield error("E114", Place(toml), f"unknown section “{query.section}”", hint, field)
            if query.language not in ("", *site.language_ids):
                hint = did_you_mean(query.language, site.language_ids, f"site.toml has {', '.join(site.language_ids)}")
                field = ("pages", role, "lists", name, "language")
                yield error("E115", Place(toml), f"unknown language “{query.language}”", hint, field)


def _redirects(root: Path) -> tuple[tuple[Redirect, ...], tuple[Diagnostic, ...]]:
    try:
        return read_redirects((root / REDIRECTS_FILE).read_bytes())
    except FileNotFoundError:
        return (), ()


def _data(root: Path, site: Site) -> tuple[dict[str, dict[str, Any]], tuple[Diagnostic, ...]]:
    files = [(said(path, root), name, path.read_bytes()) for path, name in files_under(root / "data")]
    if not files:
        return {}, ()
    # Loaded here, since few sites have any.
    from patrika.read.data_files import read_data

    return read_data(files, site.language_ids)


def _tags(root: Path, file: str, level: Level, site: Site) -> tuple[tuple[Tag, ...], tuple[Diagnostic, ...]]:
    try:
        content = (root / file).read_bytes()
    except FileNotFoundError:
        return (), ()
    tags, faults, _ = read_tags(content, file, level, site)
    return tags, faults


def _sources(root: Path, folders: Sequence[Path]) -> dict[str, Source]:
    """Return the files of assets/ by path from there: the site's own before the theme's, and these before its parents'."""
    places = [*(folder / "assets" for folder in reversed(folders)), root / "assets"]
    files = {name: path for place in places for path, name in files_under(place)}
    return {name: Source(said(path, root), path.read_bytes()) for name, path in files.items()}
