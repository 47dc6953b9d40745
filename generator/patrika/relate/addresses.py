"""Addresses: the only place that makes paths of pages. All are under the site's base and raw, with slashes at both ends."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache, lru_cache
from urllib.parse import quote
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from patrika.model.article import Article, Standalone
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.language import Language
from patrika.model.site import Site
from patrika.read.permalinks import DEFAULT, OF_DATE, SHAPE, TOKEN, UNDATED_SHAPE
from patrika.read.sources import bare_path
from patrika.read.text import key_of


@lru_cache(maxsize=65_536)
def percent_encoded(path: str) -> str:
    """Return a raw path as a URL has it: letters of other scripts percent-encoded, a fragment kept."""
    head, mark, fragment = path.partition("#")
    return quote(head, safe="/-._~!$&'()*+,;=:@") + mark + quote(fragment, safe="-._~!$&'()*+,;=:@/?")


def whole(path: str, site: Site) -> str:
    """Return the whole address of a path of the site, as canonical addresses are written."""
    return site.url + percent_encoded(path)


def beside(path: str, name: str) -> str:
    """Return the path of a file that belongs to a page: in its folder, or beside a page that is itself a file, after whose name
    it is called: `/a/feed.xml` and `/a.feed.xml`."""
    return path + name if path.endswith("/") else f"{path.rpartition('.')[0]}.{name}"


def item(path: str) -> str:
    """Return the path of the item of ninjs of the story at a path: its page's, with another ending."""
    return beside(path + "index.html" if path.endswith("/") else path, "ninjs.json")


def home(language: Language) -> str:
    """Return the path of a language's front."""
    return f"/{language.path}/" if language.path else "/"


def section(language: Language, id: str) -> str:
    """Return the path of a section's front."""
    return f"{home(language)}{id}/"


def month(language: Language, id: str, year: int, number: int) -> str:
    """Return the path of a month of a section's archive."""
    return f"{section(language, id)}{year:04}/{number:02}/"


def tag(language: Language, key: str) -> str:
    """Return the path of a tag's stories."""
    return f"{home(language)}tags/{key}/"


def series(language: Language, key: str) -> str:
    """Return the path of a series."""
    return f"{home(language)}series/{key}/"


def author(language: Language, id: str) -> str:
    """Return the path of a person's page."""
    return f"{home(language)}authors/{id}/"


def corrections(language: Language) -> str:
    """Return the path of a language's corrections, where no undated page opens them."""
    return f"{home(language)}corrections/"


def standalone(language: Language, page: Standalone) -> str:
    """Return the path of an undated page: what its `url` says, else language and slug."""
    return page.url or f"{home(language)}{page.slug}/"


def not_found(language: Language) -> str:
    """Return the path of the page for what is not there; it is a file, since hosts look for this name."""
    return f"{home(language)}404.html"


def manifest(language: Language) -> str:
    """Return the path of a language's web manifest."""
    return f"{home(language)}manifest.webmanifest"


SITEMAP_INDEX = "/sitemap.xml"


def sitemap(language: Language, name: str) -> str:
    """Return the path of a sitemap; `name` is its month's, or that of what it holds."""
    return f"/sitemaps/{language.id}-{name}.xml"


def news_sitemap(language: Language) -> str:
    """Return the path of the sitemap of a language's news."""
    return f"{home(language)}news-sitemap.xml"


def numbered(list_path: str, number: int) -> str:
    """Return the path of a closed page of a long list."""
    return f"{list_path}page/{number}/"


def article(story: Article, site: Site) -> str:
    """Return the path of a story: what its `url` says, else as [permalinks] has it. Dates are the site's zone's."""
    if story.url:
        return story.url
    shape = _shape_of(story, site)[1]
    local = datetime.fromtimestamp(story.published, ZoneInfo(site.timezone)) if story.published else None
    path = _as_format(shape).format(
        lang=site.language(story.language).path,
        section=story.section,
        year=local.year if local else 0,
        month=local.month if local else 0,
        day=local.day if local else 0,
        slug=story.slug,
        stem=bare_path(story.source, site).rpartition("/")[2] if ":stem" in shape else "",
    )
    # A language at the root has no path, so there a slash is one too many.
    return path.replace("//", "/")


def fallbacks(story: Article, site: Site) -> Iterator[tuple[str, str]]:
    """Yield each language that a story may be shown in for want of a translation, with the path there: where one of the same
    name and date would be."""
    own = article(story, site)
    for language in site.languages:
        if story.language in language.fallback:
            path = home(language) + story.url[1:] if story.url else article(replace(story, language=language.id), site)
            if path != own:
                yield language.id, path


def faults_of(story: Article, site: Site) -> Iterator[Diagnostic]:
    """Yield an error where a story's address is to hold a date and it has none."""
    if story.published or story.url:
        return
    name, shape = _shape_of(story, site)
    if wanted := [token for token in TOKEN.findall(shape) if token in OF_DATE]:
        said = f"this file has no date, and its address is to hold {wanted[0]}: [permalinks] {name} = “{shape}”"
        hint = f'add a line  date: …, or in site.toml, under [permalinks],  "{story.section}" = "{UNDATED_SHAPE}"'
        yield error("E113", Place(story.source, 1, 1), said, hint)


@cache
def _as_format(shape: str) -> str:
    """Return the shape of an address as a format of Python's."""
    widths = {"year": ":04", "month": ":02", "day": ":02"}
    bare = shape.replace("{", "{{").replace("}", "}}")
    return TOKEN.sub(lambda found: f"{{{found[0][1:]}{widths.get(found[0][1:], '')}}}", bare)


def _shape_of(story: Article, site: Site) -> tuple[str, str]:
    """Return the shape of a story's address, and before it the name that [permalinks] have it under: that of the innermost
    section it lies in, else of its kind, else the default; empty where they say nothing."""
    if site.permalinks:
        folders = story.section.split("/")
        sections = ("/".join(folders[:count]) for count in range(len(folders), 0, -1))
        for name in (*sections, story.kind, DEFAULT):
            if name in site.permalinks:
                return name, site.permalinks[name]
    return "", SHAPE if site.section(story.section).dated else UNDATED_SHAPE


def days_of(moments: Iterable[int], site: Site) -> Iterator[int]:
    """Yield the day of each instant in the site's zone, as yyyymmdd. Quick where the instants are in order: the calendar
    is asked once a day."""
    zone, start, end, day = ZoneInfo(site.timezone), 0, 0, 0
    for moment in moments:
        if not start <= moment < end:
            local = datetime.fromtimestamp(moment, zone)
            day = local.year * 10_000 + local.month * 100 + local.day
            midnight = datetime(local.year, local.month, local.day, tzinfo=zone)
            # A day begins no later than its first midnight and lasts till the next one's; where clocks are put back over
            # midnight the calendar is asked for each instant.
            start = int(midnight.timestamp())
            end = int((midnight + timedelta(days=1)).timestamp())
            if not start <= moment < end:
                start = end = 0
        yield day


def language_at(path: str, site: Site) -> Language:
    """Return the language that a path lies in: the one whose own path it begins with, else the one at the root."""
    inside = [language for language in site.languages if path.startswith(home(language))]
    return max(inside, key=lambda it: len(it.path), default=site.language(site.default_language))


def tag_key(name: str, language: str, site: Site) -> str:
    """Return a tag's identity, which is its part of the address: the id of tags.toml where it is written by the name that it
    has there in a language."""
    key = key_of(name)
    return site.tag_ids[language].get(key, key) if language in site.tag_ids else key
