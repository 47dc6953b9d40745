"""What templates are given: one closed value per role of page, named `page`, and one per language, named `chrome`."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from patrika.model.article import Body
from patrika.model.blocks import Value
from patrika.model.card import Card, Person
from patrika.model.media import Picture
from patrika.model.page import Frame, Toggle
from patrika.relate.ties import Filling


class Link(Struct, frozen=True):
    """An entry of a menu or a list of names; `id` is the section's, tag's or page's."""

    id: str
    title: str
    path: str
    children: "tuple[Link, ...]" = ()
    """Of an entry of a menu, those below it."""


class Chrome(Struct, frozen=True):
    """What all pages of a language share."""

    language: str
    tag: str
    direction: str
    name: str
    """The language's own name."""
    site_name: str
    home: str
    """Path of the language's front."""
    sections: tuple[Link, ...]
    """Sections that have stories in this language, in the site's order."""
    pages: tuple[Link, ...]
    """Standalone pages of this language."""
    menus: Mapping[str, tuple[Link, ...]]
    """Menus that theme.toml names; `main` is the sections where site.toml has none."""
    menu_paths: frozenset[str]
    """Paths of all these: a menu marks the page itself only where it is one of them."""
    fronts: tuple[Toggle, ...]
    """The fronts of all languages, for pages that cannot know where they are shown (404)."""
    styles: tuple[str, ...]
    """Paths of the style sheets."""
    options: Mapping[str, str | bool | int]
    data: Mapping[str, Any] = {}
    """What the files of data/ hold, by name, those of this language before those of none."""
    preview: bool = False
    """Whether drafts, scheduled or expired stories are shown, or the site is not in production: then no page may be indexed."""
    icon: str = ""
    """Path of the site's icon, where `static/` holds one."""
    extra: Mapping[str, Any] = {}
    """The site's own fields."""


class Text(Struct, frozen=True):
    """A body with what fills its slots: printed with `{{ page.text | prose }}`."""

    body: Body
    filling: Filling = Filling()


class BlockInput(Struct, frozen=True):
    """A block of a text, named `block` in the template `blocks/<name>.html`."""

    name: str
    attributes: Mapping[str, Value]
    """All that theme.toml declares: what an editor left out is empty, false, 0 or none."""
    content: str
    """The HTML between its fences."""
    pictures: tuple[Picture, ...]
    """Those between its fences, in order."""


class Group(Struct, frozen=True):
    """Some stories under a heading: a section's on the front (`title`, `path`), a day's on a section front (`moment`)."""

    cards: tuple[Card, ...]
    id: str = ""
    title: str = ""
    path: str = ""
    moment: int = 0


Lists = Mapping[str, tuple[Card, ...]]
Groups = Mapping[str, tuple[Group, ...]]


class ArticleInput(Struct, frozen=True):
    """A story. `lists` holds the lists that theme.toml declares for the role, without repetitions."""

    frame: Frame
    card: Card
    text: Text
    section: Link
    tags: tuple[Link, ...]
    lists: Lists
    groups: Groups
    standfirst: str
    """The summary as the editor wrote it; empty where a card shows the start of the text instead."""
    dateline: str
    series: Link | None = None
    """That it is a part of."""
    extra: Mapping[str, Any] = {}
    """Own fields: what theme and site declare of stories is there if any of it is given, the rest of it empty."""


class FrontInput(Struct, frozen=True):
    """The front of a language: `lists` of cards, and `groups` for queries with `each`."""

    frame: Frame
    lists: Lists
    groups: Groups


class Month(Struct, frozen=True):
    """A month of a section's archive; `moment` is its first instant, in UTC seconds."""

    moment: int
    path: str
    count: int
    current: bool = False


class SectionInput(Struct, frozen=True):
    """A section's front: `lists.lead` as declared, the newest stories by day, and the months of its archive."""

    frame: Frame
    section: Link
    description: str
    lists: Lists
    groups: Groups
    days: tuple[Group, ...]
    months: tuple[Month, ...]
    text: Text | None = None
    """What editors wrote for it."""
    image: Picture | None = None
    extra: Mapping[str, Any] = {}
    """Own fields, those of its text over those of site.toml."""


class ArchiveInput(Struct, frozen=True):
    """A month of a section, by day, newest first."""

    frame: Frame
    section: Link
    month: Month
    days: tuple[Group, ...]
    newer: Month | None
    older: Month | None


class Paging(Struct, frozen=True):
    """Where a page of a long list stands. Closed pages count from the oldest; `number` 0 is the head, the newest."""

    number: int
    newer: str
    """Path of the page with newer stories, empty on the head."""
    older: str
    """Path of the page with older stories, empty on page 1."""


class TagInput(Struct, frozen=True):
    """The stories of a tag, newest first, or of a series, in the order in which they appeared. `count` is of all its stories
    on the head and 0 on closed pages, which a new story must not change."""

    frame: Frame
    name: str
    description: str
    count: int
    cards: tuple[Card, ...]
    paging: Paging
    extra: Mapping[str, Any] = {}
    """Own fields."""


class AuthorInput(Struct, frozen=True):
    """A person: biography and stories, newest first. `count` is as of a tag."""

    frame: Frame
    name: str
    role: str
    portrait: Picture | None
    text: Text
    text_tag: str
    """BCP 47 of the biography where it is in another language than the page, else empty."""
    links: tuple[str, ...]
    count: int
    cards: tuple[Card, ...]
    paging: Paging
    extra: Mapping[str, Any] = {}
    """Own fields."""


class StandaloneInput(Struct, frozen=True):
    """An undated page."""

    frame: Frame
    text: Text
    image: Picture | None
    status: str
    """`draft` in previews, else empty."""
    extra: Mapping[str, Any] = {}
    """Own fields."""


class NotFoundInput(Struct, frozen=True):
    """The page that hosts show where there is none."""

    frame: Frame
    lists: Lists
    groups: Groups


class RedirectInput(Struct, frozen=True):
    """A page at an old address."""

    frame: Frame
    to: str
    """Where it leads: a path under the site's base or a whole address elsewhere; empty where the page is gone for good."""


Input = (
    ArticleInput
    | FrontInput
    | SectionInput
    | ArchiveInput
    | TagInput
    | AuthorInput
    | StandaloneInput
    | NotFoundInput
    | RedirectInput
)

__all__ = [
    "ArchiveInput", "ArticleInput", "AuthorInput", "BlockInput", "Chrome", "FrontInput", "Group", "Input", "Link",
    "Month", "NotFoundInput", "Paging", "Person", "RedirectInput", "SectionInput", "StandaloneInput", "TagInput", "Text",
]  # fmt: skip
