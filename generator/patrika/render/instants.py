"""Instants as programs read them, in the site's zone."""

from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo


def rfc_822(moment: int, timezone: str) -> str:
    """Return an instant as mail and RSS have it, with names in English, whatever the language."""
    return format_datetime(_local(moment, timezone))


def rfc_3339(moment: int, timezone: str) -> str:
    """Return an instant as Atom and JSON Feed have it."""
    return _local(moment, timezone).isoformat()


def _local(moment: int, timezone: str) -> datetime:
    """Return an instant in a zone, or in UTC where the zone then was seconds off, which no offset can say."""
    local = datetime.fromtimestamp(moment, ZoneInfo(timezone))
    offset = local.utcoffset()
    return local if offset is not None and not offset.total_seconds() % 60 else local.astimezone(UTC)
