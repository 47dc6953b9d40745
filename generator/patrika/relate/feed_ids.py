"""What feeds call a story: an id that stays when its address changes, so that readers' programs do not show it again."""

from urllib.parse import quote, urlsplit

from patrika.model.article import Article
from patrika.model.site import Site


def host_of(site: Site) -> str:
    """Return the host that ids are made of: that of site.toml, whatever the address for one build."""
    return urlsplit(site.own_url or site.url).hostname or ""


def feed_id(story: Article, host: str) -> str:
    """Return a story's id in feeds: its `guid`, else a tag: URI of its id and language."""
    return story.guid or tag_uri(story, host)


def tag_uri(story: Article, host: str) -> str:
    """Return a tag: URI (RFC 4151) of a story's id and language."""
    return f"tag:{host},2026:{quote(story.story)}.{story.language}"


def channel_id(kind: str, id: str, language: str, host: str) -> str:
    """Return what a list of stories is called by its feeds, a section's by its id: no address, and no story's id."""
    return f"tag:{host},2026:feed:{'/'.join(filter(None, (language, kind, quote(id))))}"
