"""What pages say of themselves in every role: alternates for hreflang, and the ways to other languages."""

from collections.abc import Callable, Mapping, Sequence

from patrika.model.language import Language
from patrika.model.page import Alternate, Toggle
from patrika.model.site import Site
from patrika.plan.edition import Edition
from patrika.relate import addresses


def alternates(site: Site, paths: Mapping[str, str]) -> tuple[Alternate, ...]:
    """Return hreflang entries for true translations, by language id: none for a page in one language, else each and
    x-default, which is the default language's, else the first in site.toml's order."""
    return alternates_of([(language.id, language.tag) for language in site.languages], site.default_language, paths)


def alternates_of(
    languages: Sequence[tuple[str, str]], default: str, paths: Mapping[str, str]
) -> tuple[Alternate, ...]:
    """Return hreflang entries by language ids and tags in the site's order, and its default language."""
    present = [(id, Alternate(tag, paths[id])) for id, tag in languages if id in paths]
    if len(present) < 2:
        return ()
    first = next((entry for id, entry in present if id == default), present[0][1])
    return (*(entry for _, entry in present), Alternate("x-default", first.path))


def toggles(site: Site, language: str, paths: Mapping[str, str], otherwise: Callable[[str], str]) -> tuple[Toggle, ...]:
    """Return the way to each language: the same page where `paths` has it, else `otherwise(language)`."""
    return tuple(
        toggle(other, paths.get(other.id) or otherwise(other.id), other.id in paths, other.id == language)
        for other in site.languages
    )


def toggle(language: Language, path: str, same: bool, current: bool) -> Toggle:
    """Return the way to a language."""
    return Toggle(language.id, language.name, language.tag, language.direction, path, same, current)


def front(site: Site) -> Callable[[str], str]:
    """Return where a reader is led whose language has nothing like the page: to its front."""
    return lambda language: addresses.home(site.language(language))


def section_or_front(edition: Edition, section: str) -> Callable[[str], str]:
    """Return where a reader is led whose language lacks the page: to its section's front, or where there is none to the
    language's."""
    return lambda language: edition.section_path(language, section)
