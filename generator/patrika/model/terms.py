"""What texts and numbers of a page's values stand for: a type that says so, as the tables of docs/themes.md print it."""

from typing import Annotated

Instant = Annotated[int, "instant"]
"""Seconds since 1970 UTC."""

SitePath = Annotated[str, "path"]
"""Under the site's base, with its leading slash, raw: not percent-encoded."""

WebAddress = Annotated[str, "web address"]
"""Whole, with its scheme and host."""

Html = Annotated[str, "HTML"]
"""Escaped already."""
