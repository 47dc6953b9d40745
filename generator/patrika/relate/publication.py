"""What is public at an instant, and when that will change."""

from collections.abc import Iterable

from msgspec import Struct

from patrika.model.article import Article


class Publication(Struct, frozen=True):
    """Stories sorted by whether readers may see them. Instants are UTC seconds."""

    public: tuple[Article, ...]
    """In previews drafts and scheduled stories are among them."""
    drafts: tuple[Article, ...]
    scheduled: tuple[Article, ...]
    """Soonest first."""
    expired: tuple[Article, ...]
    next_change: int | None
    """The next instant at which this answer would be another, or None."""


def publication(articles: Iterable[Article], now: int, preview: bool = False) -> Publication:
    """Return which stories are public at `now`: not a draft, published, not expired (publish_at <= now < expire_at)."""
    public, drafts, scheduled, expired = [], [], [], []
    changes = []
    for article in articles:
        if article.draft:
            drafts.append(article)
        elif article.expire_at and article.expire_at <= now:
            expired.append(article)
        elif article.publish_at > now:
            scheduled.append(article)
            changes.append(article.publish_at)
        else:
            public.append(article)
            changes += [at for at in (article.expire_at, article.priority_until) if at > now]
    if preview:
        public += [*drafts, *scheduled]
    soonest = sorted(scheduled, key=lambda article: (article.publish_at, article.story, article.language))
    return Publication(tuple(public), tuple(drafts), tuple(soonest), tuple(expired), min(changes, default=None))


def status_of(article: Article, now: int) -> str:
    """Return `draft` or `scheduled` for a story that only a preview shows, else the empty text."""
    if article.draft:
        return "draft"
    return "scheduled" if article.publish_at > now else ""
