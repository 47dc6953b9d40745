"""All that pages may be made of in one build: what `refer` goes by."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from patrika.model.article import Article, Author, Standalone, Tag
from patrika.model.encoding import Digest, digest
from patrika.model.media import Picture
from patrika.model.site import Site, Theme
from patrika.relate import addresses, targets
from patrika.relate.catalog import Catalog
from patrika.relate.related import Tops
from patrika.relate.targets import Known
from patrika.relate.ties import Ties, is_author_id


class MonthRun(Struct, frozen=True):
    """A month of a section: its stories are `start` to `end` of the section's run."""

    year: int
    month: int
    start: int
    end: int
    moment: int
    """UTC seconds of its first story."""


class Profile(Struct, frozen=True):
    """A person as a language's page shows them."""

    author: Author
    portrait: Picture | None
    ties: Ties
    text_tag: str = ""


class Leaflet(Struct, frozen=True):
    """A standalone page with what its words lead to."""

    page: Standalone
    image: Picture | None
    ties: Ties


class Edition(Struct, frozen=True):
    """The site, its theme, and everything public, related and resolved."""

    site: Site
    theme: Theme
    catalog: Catalog
    index: Known
    articles: tuple[Article, ...]
    """By catalog position."""
    ties: tuple[Ties, ...]
    """By catalog position."""
    tags: Mapping[str, Tag]
    """Entities of tags.toml by key."""
    tag_spelling: Mapping[tuple[str, str], str]
    """How the oldest story of a language spells a free tag, by language and key."""
    profiles: Mapping[tuple[str, str], Profile]
    """By language and author id; each has a page."""
    leaflets: Mapping[tuple[str, str], Leaflet]
    """By language and page id; each has a page."""
    related: Mapping[str, Tops]
    """The best older stories of every story, by language."""
    months: Mapping[tuple[str, str], tuple[MonthRun, ...]]
    """Of each language and section with stories, oldest first."""

    def tag_name(self, language: str, key: str) -> str:
        """Return a tag's name in a language: the entity's, else as stories spell it, else the entity's in the default."""
        tag = self.tags.get(key)
        if tag and (name := tag.name.get(language)):
            return name
        spelling = self.tag_spelling.get((language, key), key)
        if tag and spelling == key:
            return tag.name.get(self.site.default_language) or next(iter(tag.name.values()), key)
        return spelling

    def has_section(self, language: str, section: str) -> bool:
        """Return whether a section has stories, and so a page, in a language."""
        return (language, section) in self.catalog.by_section

    def profile_digest(self, language: str, id: str) -> Digest:
        """Return the digest of a person's page's own content."""
        return digest(self.profiles[language, id].author)


def spelling_of_tags(articles: Iterable[Article]) -> dict[tuple[str, str], str]:
    """Return how the first of the stories spells each tag, by language and key."""
    spelled: dict[tuple[str, str], str] = {}
    for article in articles:
        for tag in article.tags:
            spelled.setdefault((article.language, addresses.tag_key(tag)), tag)
    return spelled


def months_of(catalog: Catalog, site: Site) -> dict[tuple[str, str], tuple[MonthRun, ...]]:
    """Return the months of each language and section with stories, oldest first."""
    found = {}
    for name, run in catalog.by_section.items():
        months: list[MonthRun] = []
        for number, position in enumerate(run.positions):
            moment = catalog.published[position]
            year, month = addresses.month_of(moment, site)
            if months and (months[-1].year, months[-1].month) == (year, month):
                last = months[-1]
                months[-1] = MonthRun(year, month, last.start, number + 1, last.moment)
            else:
                months.append(MonthRun(year, month, number, number + 1, moment))
        found[name] = tuple(months)
    return found


def pages_of_people(index: Known, public: Iterable[Article], site: Site) -> tuple[tuple[str, str], ...]:
    """Return language and id of each person who has a page: who wrote in a language, or is described in it."""
    wrote = {
        (article.language, id)
        for article in public
        for id in article.authors
        if is_author_id(id) and index.people.get(id)
    }
    described = {(language, id) for id, versions in index.people.items() for language in versions}
    return tuple(sorted((wrote | described) & {(lang, id) for lang in site.language_ids for id in index.people}))


def author_for(id: str, language: str, index: Known, site: Site) -> tuple[Author, str]:
    """Return a person in a language, and the tag of the biography's language where that is another."""
    author = targets.author_in(id, language, index, site)
    assert author is not None, f"no author {id}"
    written = next((lang for lang, version in index.people[id].items() if version.prose == author.prose), language)
    return author, site.language(written).tag if written != language and author.prose.words else ""
