"""Dates as people and other tools write them."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from patrika.read.unfit import Unfit

_FORM = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2})"
    r"(?:[T ]\s*(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_HINT = "write a date as 2023-07-27, or 2023-07-27 03:16, or 2023-07-27T03:16:00+06:00"


def read_moment(value: object, zone: ZoneInfo) -> tuple[int, bool]:
    """Return an instant in UTC seconds, and whether its local time was ambiguous (then it is the earlier of the two).

    A time without zone is in `zone`; a day alone is its midnight there. Raises `Unfit` for what is no date.
    """
    if isinstance(value, datetime):
        value = value.isoformat(sep=" ")
    elif isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str) or not (found := _FORM.fullmatch(value.strip())):
        raise Unfit(f"“{value}” is not a date", _HINT)
    local = _local(found["day"], found["clock"] or "00:00", value)
    if found["zone"] and 1 < local.year < 9999:
        return int(local.replace(tzinfo=_offset(found["zone"])).timestamp()), False
    return _in_zone(local, zone, value)


def _local(day: str, clock: str, value: str) -> datetime:
    year, month, day_of_month = (int(part) for part in day.split("-"))
    hour, minute, second = (int(part) for part in f"{clock}:0".split(":")[:3])
    try:
        return datetime(year, month, day_of_month, hour, minute, second)
    except ValueError as fault:
        raise Unfit(f"there is no such date as “{value}” ({fault})", _HINT) from None


def _offset(text: str) -> timezone:
    if text.upper() == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    if int(digits[2:]) > 59:
        raise Unfit(f"“{text}” is not an offset from UTC", _HINT)
    try:
        return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
    except ValueError:
        raise Unfit(f"“{text}” is not an offset from UTC", _HINT) from None


def _in_zone(local: datetime, zone: ZoneInfo, value: str) -> tuple[int, bool]:
    if not 1 < local.year < 9999:
        raise Unfit(f"the year of “{value}” is out of reach", _HINT)
    first = local.replace(tzinfo=zone, fold=0)
    second = local.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return int(first.timestamp()), False
    back = datetime.fromtimestamp(first.timestamp(), zone).replace(tzinfo=None)
    if back != local:
        raise Unfit(
            f"“{value}” never happened in {zone.key}: clocks were put forward over it",
            "write another time, or add an offset such as +06:00",
        )
    return int(first.timestamp()), True
