"""What pages say of themselves in every role: alternates for hreflang, and the ways to other languages."""

from collections.abc import Callable, Mapping

from patrika.model.page import Alternate, Toggle
from patrika.plan.edition import Edition
from patrika.relate import addresses


def alternates(edition: Edition, paths: Mapping[str, str]) -> tuple[Alternate, ...]:
    """Return hreflang entries for true translations, by language id: none for a page in one language, else each and
    x-default, which is the default language's, else the first in site.toml's order."""
    present = [language for language in edition.site.languages if language.id in paths]
    if len(present) < 2:
        return ()
    default = next((lang for lang in present if lang.id == edition.site.default_language), present[0])
    named = [Alternate(language.tag, paths[language.id]) for language in present]
    return (*named, Alternate("x-default", paths[default.id]))


def toggles(
    edition: Edition, language: str, paths: Mapping[str, str], otherwise: Callable[[str], str]
) -> tuple[Toggle, ...]:
    """Return the way to each language: the same page where `paths` has it, else `otherwise(language)`."""
    return tuple(
        Toggle(
            language=other.id,
            name=other.name,
            tag=other.tag,
            direction=other.direction,
            path=paths.get(other.id) or otherwise(other.id),
            same=other.id in paths,
            current=other.id == language,
        )
        for other in edition.site.languages
    )


def front(edition: Edition) -> Callable[[str], str]:
    """Return where a reader is led whose language has nothing like the page: to its front."""
    return lambda language: addresses.home(edition.site.language(language))


def section_or_front(edition: Edition, section: str) -> Callable[[str], str]:
    """Return where a reader is led whose language lacks the page: to its section's front, or where there is none to the
    language's."""

    def path(language: str) -> str:
        if edition.has_section(language, section):
            return addresses.section(edition.site.language(language), section)
        return addresses.home(edition.site.language(language))

    return path
