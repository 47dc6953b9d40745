"""What a page says to machines: JSON-LD in schema.org's words, as Google documents them, a block for each thing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from typing import Annotated, Any

from markupsafe import Markup
from msgspec import json

from patrika.model.article import Correction
from patrika.model.card import Card, Person
from patrika.model.media import Picture
from patrika.model.paper import Icon, Paper
from patrika.plan import inputs
from patrika.plan.inputs import Input
from patrika.render.locale import Voice

PageValue = Annotated[Input, "`page`"]
Node = dict[str, Any]
Absolute = Callable[[str], str]

_CONTEXT = {"@context": "https://schema.org"}
_STORIES: Mapping[str, str] = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "background": "BackgroundNewsArticle",
    "review": "ReviewNewsArticle",
}
"""Types of stories by kind; all others are plain NewsArticles, which every consumer knows. What has no date is no news."""


def json_ld_filter(voice: Voice, absolute: Absolute) -> Callable[[Input, Paper, str], Markup]:
    """Return the filter that prints what a page is, in the site's zone and with whole addresses."""

    @lru_cache(maxsize=4)
    def teller_of(paper: Paper) -> "_Teller":
        return _Teller(paper, voice, absolute)

    def json_ld(page: PageValue, paper: Paper, title: str = "") -> Markup:
        """Return what the page is as JSON-LD, in elements for its head; `paper` is `chrome.paper`, `title` the page's name."""
        name = title.unescape() if isinstance(title, Markup) else title
        return Markup("".join(map(_block, teller_of(paper).nodes(page, name.strip() or page.frame.title))))

    return json_ld


def _block(node: Node | str) -> str:
    """Return a node as an element that nothing in it can end; one that is printed already as it is."""
    if isinstance(node, str):
        return node
    text = json.encode(_CONTEXT | node).decode()
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="application/ld+json">{safe}</script>\n'


def _said(**values: Any) -> Node:
    """Return the properties that have something to say."""
    return {name: value for name, value in values.items() if value not in ("", 0, None, [])}


class _Teller:
    """What all pages of a language say alike, made once."""

    def __init__(self, paper: Paper, voice: Voice, absolute: Absolute) -> None:
        self._paper = paper
        self._voice = voice
        self._absolute = absolute
        self._organisation = absolute("/") + "#org"
        self._website = absolute(paper.home) + "#website"

    def nodes(self, page: Input, title: str) -> Iterator[Node | str]:
        """Yield what a page tells of; `title` is its name as the theme has it."""
        match page:
            case inputs.ArticleInput():
                yield from self._story(page)
            case inputs.FrontInput():
                yield self._front()
                yield self._paper_node
            case inputs.AuthorInput() if page.paging.number == 0:
                yield {**self._page(page, title, "ProfilePage"), "mainEntity": self._person(page)}
                yield self._trail(page, (), title)
            case inputs.SectionInput():
                yield from self._list(page, title, chain(*page.lists.values(), *(day.cards for day in page.days)))
            case inputs.ArchiveInput():
                cards = chain.from_iterable(day.cards for day in page.days)
                yield from self._list(page, title, cards, (page.section.title, page.section.path))
            case inputs.TagInput() | inputs.AuthorInput():
                yield from self._list(page, title, page.cards)
            case inputs.StandaloneInput() | inputs.CorrectionsInput():
                yield self._page(page, title, picture=page.image)
                yield self._trail(page, (), title)

    def _story(self, page: inputs.ArticleInput) -> Iterator[Node | str]:
        card, url, moment = page.card, self._absolute(page.frame.path), self._voice.iso
        modified = card.updated or card.published
        parts = [{"@type": "WebSite", "@id": self._website, "name": self._paper.name}]
        if page.series:
            path = self._absolute(page.series.path)
            parts.append(
                {"@type": "CreativeWorkSeries", "@id": f"{path}#series", "name": page.series.title, "url": path}
            )
        agency = {"@type": "Organization", "name": card.agency} if card.agency else None
        kind = _STORIES.get(card.kind, "NewsArticle") if card.published else "Article"
        own = page.frame.canonical if page.original else url
        yield {"@type": kind, "@id": f"{own}#article"} | _said(
            url=page.frame.canonical or url,
            mainEntityOfPage={"@id": url},
            headline=card.title,
            description=page.frame.description,
            image=[self._image(card.image)] if card.image else None,
            datePublished=moment(card.published) if card.published else "",
            dateModified=moment(modified) if modified else "",
            author=[self._byline(person) for person in card.authors] or agency,
            sourceOrganization=agency,
            publisher=self._publisher,
            inLanguage=page.original.tag if page.original else self._paper.tag,
            articleSection=page.section.title,
            keywords=[tag.title for tag in page.tags],
            isAccessibleForFree=True,
            dateline=page.dateline,
            wordCount=page.words,
            isPartOf=parts,
            workTranslation=list(self._translations(page)),
            correction=[self._correction(it) for it in page.corrections],
        )
        pictured = {"primaryImageOfPage": {"@id": self._absolute(card.image.media.url)}} if card.image else {}
        yield self._page(page, card.title) | pictured
        section = (page.section.title, page.section.path)
        yield self._trail(page, (section,) if page.section.path != self._paper.home else (), card.title)
        yield self._paper_node

    def _translations(self, page: inputs.ArticleInput) -> Iterator[Node]:
        for other in page.frame.alternates:
            if other.tag not in ("x-default", self._paper.tag):
                url = self._absolute(other.path)
                id = {} if "://" in other.path else {"@id": f"{url}#article"}
                yield {"@type": "NewsArticle", **id, "url": url, "inLanguage": other.tag}

    def _byline(self, person: Person) -> Node:
        if not person.path:
            return {"@type": "Person", "name": person.name}
        url = self._absolute(person.path)
        return {"@type": "Person", "@id": f"{url}#person", "name": person.name, "url": url}

    def _correction(self, it: Correction) -> Node:
        return {"@type": "CorrectionComment", "text": it.text, "datePublished": self._voice.iso(it.date)}

    def _image(self, picture: Picture) -> Node:
        media, url = picture.media, self._absolute(picture.media.url)
        return {"@type": "ImageObject", "@id": url, "url": url} | _said(
            width=_pixels(media.width),
            height=_pixels(media.height),
            caption=picture.caption or picture.alt,
            creditText=picture.credit,
        )

    def _page(self, page: Input, title: str, kind: str = "WebPage", picture: Picture | None = None) -> Node:
        url = self._absolute(page.frame.path)
        return {"@type": kind, "@id": url, "url": url} | _said(
            name=title,
            description=page.frame.description,
            inLanguage=self._paper.tag,
            isPartOf={"@id": self._website},
            breadcrumb={"@id": f"{url}#breadcrumb"},
            primaryImageOfPage=self._image(picture) if picture else None,
        )

    def _trail(self, page: Input, between: Iterable[tuple[str, str]], title: str) -> Node:
        """Return the way to a page from the front: of the page itself the name alone."""
        steps = [(self._paper.name, self._paper.home), *between]
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": self._absolute(path)}
            for number, (name, path) in enumerate(steps, 1)
        ]
        items.append({"@type": "ListItem", "position": len(items) + 1, "name": title})
        id = f"{self._absolute(page.frame.path)}#breadcrumb"
        return {"@type": "BreadcrumbList", "@id": id, "itemListElement": items}

    def _list(self, page: Input, title: str, cards: Iterable[Card], *between: tuple[str, str]) -> Iterator[Node]:
        named = {card.path: card.title for card in cards}
        items = [
            {"@type": "ListItem", "position": number, "url": self._absolute(path), "name": name}
            for number, (path, name) in enumerate(named.items(), 1)
        ]
        found = {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
        yield self._page(page, title, "CollectionPage") | {"mainEntity": found}
        yield self._trail(page, between, title)

    def _person(self, page: inputs.AuthorInput) -> Node:
        url = self._absolute(page.frame.path)
        return {"@type": "Person", "@id": f"{url}#person"} | _said(
            name=page.name,
            url=url,
            jobTitle=page.role,
            description=page.frame.description,
            image=self._image(page.portrait) if page.portrait else None,
            sameAs=list(page.links),
            worksFor=self._publisher,
        )

    def _front(self) -> Node:
        return {"@type": "WebSite", "@id": self._website} | _said(
            name=self._paper.name,
            alternateName=list(self._paper.other_names),
            url=self._absolute(self._paper.home),
            inLanguage=self._paper.tag,
            publisher=self._publisher,
        )

    @cached_property
    def _publisher(self) -> Node:
        """The paper as other things name it."""
        return {
            "@type": "NewsMediaOrganization",
            "@id": self._organisation,
            "name": self._paper.name,
            "url": self._absolute(self._paper.front),
            "logo": self._logo(self._paper.logo),
        }

    @cached_property
    def _paper_node(self) -> str:
        """The paper itself, with the policies that it states, printed."""
        names = _said(alternateName=list(self._paper.other_names))
        policies = {name: self._absolute(path) for name, path in self._paper.policies}
        return _block(self._publisher | names | policies)

    def _logo(self, icon: Icon) -> Node:
        width, by, height = icon.sizes.partition("x")
        size = {"width": _pixels(int(width)), "height": _pixels(int(height))} if by else {}
        return {"@type": "ImageObject", "url": self._absolute(icon.path), **size}


def _pixels(number: int) -> str:
    """Return a length as schema.org's type Distance has it, empty for none."""
    return f"{number} px" if number else ""
