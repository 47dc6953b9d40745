"""Addresses: the only place that makes paths of pages. All are under the site's base and raw, with slashes at both ends."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from patrika.model.article import Article, Standalone
from patrika.model.site import Language, Site
from patrika.read.text import key_of


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


def author(language: Language, id: str) -> str:
    """Return the path of a person's page."""
    return f"{home(language)}authors/{id}/"


def standalone(language: Language, page: Standalone) -> str:
    """Return the path of an undated page."""
    return f"{home(language)}{page.slug}/"


def not_found(language: Language) -> str:
    """Return the path of the page for what is not there; it is a file, since hosts look for this name."""
    return f"{home(language)}404.html"


def numbered(list_path: str, number: int) -> str:
    """Return the path of a closed page of a long list."""
    return f"{list_path}page/{number}/"


def article(story: Article, site: Site) -> str:
    """Return the path of a story: language, section, year, month and slug; the month is the site's zone's."""
    year, number = month_of(story.published, site)
    return f"{month(site.language(story.language), story.section, year, number)}{story.slug}/"


def month_of(moment: int, site: Site) -> tuple[int, int]:
    """Return year and month of an instant in the site's zone."""
    local = datetime.fromtimestamp(moment, ZoneInfo(site.timezone))
    return local.year, local.month


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


def tag_key(name: str) -> str:
    """Return a tag's identity, which is its part of the address."""
    return key_of(name)
