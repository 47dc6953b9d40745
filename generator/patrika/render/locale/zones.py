"""Names of time zones."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_name

from patrika.render.locale.habits import Habits


def zone_name(local: datetime, zone: ZoneInfo, locale: Locale, habits: Habits) -> str:
    """Return the name of a zone, one for summer and winter; where CLDR knows of no place for it, that of its time then."""
    if zone.key in habits.zones:
        return habits.zones[zone.key]
    try:
        name = str(get_timezone_name(zone, locale=locale))
    except KeyError:  # Of a small language CLDR may have no names of countries.
        name = ""
    # With brackets CLDR names a place that it does not know: “Unknown Region (UTC) Time”.
    known = name and not {"(", "（"} & set(name)
    return name if known else str(get_timezone_name(local, "long", locale=locale))
