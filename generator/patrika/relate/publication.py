"""What is public at an instant, and when that will change."""

from collections.abc import Collection

from msgspec import Struct

from patrika.model.article import Article
from patrika.relate.entries import Entry


class Publication(Struct, frozen=True):
    """Stories sorted by whether readers may see them. Instants are UTC seconds."""

    public: tuple[Entry, ...]
    """And those that are shown all the same."""
    hidden: tuple[Entry, ...]
    drafts: tuple[Entry, ...]
    scheduled: tuple[Entry, ...]
    """Soonest first."""
    expired: tuple[Entry, ...]
    next_change: int | None
    """The next instant at which this answer would be another, or None."""


def publication(
    entries: Collection[Entry], now: int, shown: Collection[str] = (), held: Collection[int] = ()
) -> Publication:
    """Return which stories are public at `now`: not a draft, published, not expired (publish_at <= now < expire_at). Those
    of the statuses `shown` are shown all the same; those of the rows `held` are hidden, and of no status until they end."""
    public, drafts, scheduled, expired = [], [], [], []
    hidden = [entry for entry in entries if entry.id in held] if held else []
    changes = [entry.expire_at for entry in hidden if entry.expire_at > now]
    for entry in (entry for entry in entries if entry.id not in held) if held else entries:
        if entry.draft:
            drafts.append(entry)
        elif entry.expire_at and entry.expire_at <= now:
            expired.append(entry)
        elif entry.publish_at > now:
            scheduled.append(entry)
            changes.append(entry.publish_at)
        else:
            public.append(entry)
            if entry.expire_at or entry.priority_until > now:
                changes += [at for at in (entry.expire_at, entry.priority_until) if at > now]
    for status, stories in (("draft", drafts), ("scheduled", scheduled), ("expired", expired)):
        if status in shown:
            public += stories
            changes += [entry.priority_until for entry in stories if entry.priority_until > now]
        else:
            hidden += stories
    soonest = sorted(scheduled, key=lambda entry: (entry.publish_at, entry.story, entry.language))
    return Publication(
        tuple(public), tuple(hidden), tuple(drafts), tuple(soonest), tuple(expired), min(changes, default=None)
    )


def status_of(entry: Entry | Article, now: int) -> str:
    """Return `draft`, `scheduled` or `expired` for a story that readers may not see, else the empty text."""
    if entry.draft:
        return "draft"
    if entry.expire_at and entry.expire_at <= now:
        return "expired"
    return "scheduled" if entry.publish_at > now else ""
