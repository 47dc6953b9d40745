"""JSON Feed 1.1."""

from patrika.render.feed_parts import Name, Told, Whole
from patrika.render.json_text import written

FOOT = "\n]}\n"
BETWEEN = ",\n"


def head(whole: Whole) -> str:
    """Return what stands before the items."""
    place, ground = whole.place, whole.ground
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": place.title,
        "home_page_url": whole.home,
        "feed_url": whole.url,
        "description": place.description,
        "language": ground.tag,
        "authors": [{"name": ground.site_name}],
        "hubs": [{"type": "WebSub", "url": ground.hub}] if ground.hub else [],
    }
    return written(said).removesuffix("}") + ', "items": [\n'


def item(told: Told, _: tuple[tuple[str, str], ...]) -> str:
    """Return a story."""
    people = [*told.authors, *([Name(told.agency)] if told.agency else [])]
    # What has no body must have a text in its place.
    content = {"content_html": told.html} if told.html else {"content_text": told.summary or told.title}
    return written(
        {
            "id": told.id,
            "url": told.url,
            "title": told.title,
            **content,
            "summary": told.summary,
            "image": told.shot.url if told.shot else "",
            "date_published": told.date(told.published),
            "date_modified": told.date(told.updated) if told.updated else "",
            "authors": [{"name": it.name, "url": it.url} for it in people],
            "tags": list(told.words),
            "language": told.ground.tag,
        }
    )
