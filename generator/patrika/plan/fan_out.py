"""How many pages a new story touches: a word where that is nearly all of a large archive."""

from collections.abc import Iterator, Mapping

from patrika.model.diagnostics import Diagnostic, Place, notice
from patrika.model.site import Query, Site, Theme
from patrika.read.settings import SITE_FILE

MANY = 1_000
"""Pages of stories that a new story may touch without a word."""


def notices(
    site: Site, theme: Theme, by_language: Mapping[str, int], by_section: Mapping[tuple[str, str], int]
) -> Iterator[Diagnostic]:
    """Yield a notice where lists of the theme tie too many pages of stories to each new one.

    `by_language` and `by_section` (language and section) are numbers of listed stories.
    """
    if site.live_days is not None or site.live_stories is not None:
        return
    touched = {name: _touched(query, by_language, by_section) for name, query in theme.pages["article"].lists.items()}
    names = [f"“{name}”" for name, (pages, _) in touched.items() if pages > MANY]
    if names:
        pages, language = max(touched.values())
        lists = f"list {names[0]} ties" if len(names) == 1 else f"lists {', '.join(names[:-1])} and {names[-1]} tie"
        each = f"each new story in {site.language(language).name} rewrites up to {pages:,} pages"
        said = f"the theme's {lists} old stories to new ones: {each}"
        hint = "write  live_days = 7: what a story's page shows of the news then stands still after a week"
        yield notice("N507", Place(SITE_FILE), said, hint, ("site", "live_days"))


def _touched(
    query: Query, by_language: Mapping[str, int], by_section: Mapping[tuple[str, str], int]
) -> tuple[int, str]:
    """Return how many pages of stories a new story touches at most through a list, and in which language."""
    if query.list != "latest" or not query.limit:
        return 0, ""
    if query.section == "page" and not query.each:
        return max(((count, language) for (language, _), count in by_section.items()), default=(0, ""))
    return max(((count, language) for language, count in by_language.items()), default=(0, ""))
