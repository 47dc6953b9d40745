"""Stories under the navigation of a language that lacks them: the original, and a word that it is one."""

from collections.abc import Iterator

from patrika.model.page import Page
from patrika.plan import article, queries
from patrika.plan.edition import Edition
from patrika.plan.sources import Sources
from patrika.relate import addresses


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each public story and language that shows it for want of a translation."""
    for position, found in edition.fallbacks.items():
        for it in found:
            if it.position == position:
                yield Page(it.path, "fallback", it.language, "", position)


def refer(page: Page, sources: Sources) -> article.ArticleRefs:
    """Return such a page by reference: the story's, as it is told from another language."""
    entry = sources.edition.catalog.entries[page.position]
    standpoint = queries.of_fallback(sources, page.language, page.position)
    lists, _ = queries.answer("fallback", standpoint, sources)
    original = entry.canonical or addresses.whole(entry.path, sources.edition.site)
    return article.refs_of(page, lists, sources, original)
