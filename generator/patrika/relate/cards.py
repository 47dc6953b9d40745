"""Cards: all that other pages may know of a story, made from the article and the world around it."""

from collections.abc import Mapping
from typing import Any

from patrika.model.article import Article
from patrika.model.card import Card, Person
from patrika.model.diagnostics import Place
from patrika.model.site import Site
from patrika.read.fields import ABSENT
from patrika.relate import addresses, targets
from patrika.relate.addresses import tag_key
from patrika.relate.ties import front_picture, is_author_id, picture
from patrika.relate.world import Report, World


def make_card(article: Article, world: World, status: str, report: Report) -> Card:
    """Return a story's card, and report a picture that cannot be shown."""
    language = world.site.language(article.language)
    people, portrait = [], None
    for id in article.authors:
        author = targets.author_in(id, article.language, world.index, world.site) if is_author_id(id) else None
        people.append(Person(author.name, addresses.author(language, id)) if author else Person(id))
        if author and author.image and portrait is None:
            portrait = picture(author.image, Place(_image_source(id, world)), world, report, ("image",))
    return Card(
        story=article.story,
        language=article.language,
        path=addresses.article(article, world.site),
        title=article.title,
        section=article.section,
        kind=article.kind,
        published=article.published,
        summary=article.summary or article.prose.excerpt,
        kicker=article.kicker,
        updated=article.updated if article.updated > article.published else 0,
        authors=tuple(people),
        portrait=portrait,
        days_alone=article.days_alone,
        agency=article.agency,
        image=front_picture(article.source, article.image, world, report),
        tags=tuple(dict.fromkeys(filter(None, (tag_key(tag, language.id, world.site) for tag in article.tags)))),
        status=status,
        extra=_carried(article.extra, world.site) if article.extra else {},
    )


def _carried(extra: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """Return what cards carry of a story's own fields, nothing where it has none of them."""
    declared = site.fields["article"]
    found = {name: extra[name] for name in site.card_extra if name in extra}
    return found if any(value != ABSENT[declared[name]] for name, value in found.items()) else {}


def _image_source(id: str, world: World) -> str:
    """Return the file of a person that names the picture, which other languages inherit."""
    versions = world.index.people[id]
    return next(author.source for author in versions.values() if author.image)
