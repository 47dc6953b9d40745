"""What templates are given: one closed value per role of page, named `page`, and one per language, named `chrome`."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from patrika.model.article import Body, Correction
from patrika.model.blocks import Value
from patrika.model.card import Card, Person
from patrika.model.media import Picture
from patrika.model.page import FeedLink, Frame, Toggle
from patrika.model.paper import Icon, Paper
from patrika.model.terms import Html, Instant, SitePath, WebAddress
from patrika.relate.ties import Filling


class Link(Struct, frozen=True):
    """An entry of a menu or a list of names."""

    id: str
    """The section's, tag's or page's."""
    title: str
    path: SitePath
    children: "tuple[Link, ...]" = ()
    """Of an entry of a menu, those below it."""


class Chrome(Struct, frozen=True):
    """What all pages of a language share."""

    language: str
    """The language's id."""
    tag: str
    """BCP 47, for `<html lang>`."""
    direction: str
    """`ltr` or `rtl`."""
    name: str
    """The language's own name."""
    site_name: str
    """The paper's name in this language."""
    home: SitePath
    """The language's front."""
    sections: tuple[Link, ...]
    """Sections that have stories in this language, in the site's order."""
    pages: tuple[Link, ...]
    """Undated pages of this language, less those with `listed: false`."""
    menus: Mapping[str, tuple[Link, ...]]
    """Menus that theme.toml names. Where site.toml says nothing, `main` is the sections and others are empty."""
    menu_paths: frozenset[SitePath]
    """Those of the entries of all these: a menu marks the page itself only where it is one of them."""
    fronts: tuple[Toggle, ...]
    """The fronts of all languages, for pages that cannot know where they are shown (404)."""
    styles: tuple[SitePath, ...]
    """Style sheets."""
    options: Mapping[str, str | bool | int]
    """The theme's options."""
    paper: Paper
    """What is told to machines: hand it to the filter `json_ld`."""
    data: Mapping[str, Any] = {}
    """What [files of data](operators.md#data) hold, by name, those of this language before those of none."""
    assets: Mapping[str, SitePath] = {}
    """Other files of `assets/`, by their path there; [as style sheets name them](#style-sheets), where these do."""
    preview: bool = False
    """Whether drafts, scheduled or expired stories are shown, or the site is not in production: then no page may be indexed."""
    extra: Mapping[str, Any] = {}
    """The site's [own fields](#own-fields)."""
    icons: tuple[Icon, ...] = ()
    """Those of `static/`, else the one that is drawn."""
    manifest: SitePath = ""
    """The language's web manifest."""
    locales: Mapping[str, str] = {}
    """CLDR locales of all languages, by BCP 47 tag."""
    feeds: tuple[FeedLink, ...] = ()
    """Of all stories of the language: RSS, Atom and JSON."""
    policy: str = ""
    """For `<meta http-equiv="Content-Security-Policy">`; empty where a header says it, or no host is known."""


class Text(Struct, frozen=True):
    """A body with what fills its slots: printed with `{{ page.text | prose }}`."""

    body: Body
    """HTML with slots."""
    filling: Filling = Filling()
    """What fills the slots."""


class BlockInput(Struct, frozen=True):
    """A block of a text, named `block` in the template `blocks/<name>.html`."""

    name: str
    """The block's."""
    attributes: Mapping[str, Value]
    """All that theme.toml declares: what an editor left out is empty, false, 0 or none."""
    content: Html
    """What stands between its fences."""
    pictures: tuple[Picture, ...]
    """Those between its fences, in order."""


class Group(Struct, frozen=True):
    """Some stories under a heading: a section's, or a day's."""

    cards: tuple[Card, ...]
    id: str = ""
    """The section's; empty for a day."""
    title: str = ""
    """The section's name; empty for a day."""
    path: SitePath = ""
    """The section's; empty for a day."""
    moment: Instant = 0
    """Of a day, the date of its newest story; else 0."""


Lists = Mapping[str, tuple[Card, ...]]
Groups = Mapping[str, tuple[Group, ...]]


class ArticleInput(Struct, frozen=True):
    """A story."""

    frame: Frame
    """What the page says of itself."""
    card: Card
    """The story's headline, summary, authors, picture, dates."""
    text: Text
    """The body: `{{ page.text | prose }}`."""
    section: Link
    """Leads to the front where the section has no page."""
    tags: tuple[Link, ...]
    """Tags that have a page."""
    lists: Lists
    """Lists declared for the role."""
    groups: Groups
    """Lists declared with `each`."""
    standfirst: str
    """The summary as the editor wrote it; empty where cards show the start of the text instead."""
    dateline: str
    """The place."""
    series: Link | None = None
    """That it is a part of."""
    extra: Mapping[str, Any] = {}
    """[Own fields](#own-fields)."""
    words: int = 0
    """Of its text."""
    corrections: tuple[Correction, ...] = ()
    """Newest first."""
    all_corrections: SitePath = ""
    """The list of the language's corrections; empty where the story has none."""
    original: Toggle | None = None
    """The way to the story in the language that it is shown in, on pages of the role `fallback`, whose own language lacks it."""


class FrontInput(Struct, frozen=True):
    """The front of a language."""

    frame: Frame
    lists: Lists
    """Lists declared for the role."""
    groups: Groups
    """Lists declared with `each`."""


class Month(Struct, frozen=True):
    """A month of a section's archive."""

    moment: Instant
    """Date of its first story: print it with `month`."""
    path: SitePath
    count: int
    """Its stories."""
    current: bool = False
    """Whether it is the page's own."""


class SectionInput(Struct, frozen=True):
    """A section's front."""

    frame: Frame
    section: Link
    description: str
    """The editors' summary, else from site.toml."""
    lists: Lists
    """Lists declared for the role."""
    groups: Groups
    """Lists declared with `each`."""
    days: tuple[Group, ...]
    """The newest 40 stories (all where `dated = false`) less those in `lists`, by day, newest first; last, with moment 0, those
    without a date."""
    months: tuple[Month, ...]
    """The archive, newest first; none where `dated = false`."""
    text: Text | None = None
    """What editors wrote for it: `{{ page.text | prose }}`."""
    image: Picture | None = None
    extra: Mapping[str, Any] = {}
    """[Own fields](#own-fields), those of its text over those of site.toml."""


class ArchiveInput(Struct, frozen=True):
    """A month of a section."""

    frame: Frame
    section: Link
    month: Month
    days: tuple[Group, ...]
    """Its stories by day, newest first."""
    newer: Month | None
    """The next month with stories."""
    older: Month | None
    """The one before."""


class Paging(Struct, frozen=True):
    """Where a page of a long list stands."""

    number: int
    """0 is the head, with the newest; others count from the oldest."""
    newer: SitePath
    """The page with newer stories; empty on the head."""
    older: SitePath
    """The page with older stories; empty on the oldest."""


class TagInput(Struct, frozen=True):
    """The stories of a tag or of a series."""

    frame: Frame
    name: str
    """The tag's, or series', in this language."""
    description: str
    """From tags.toml or series.toml."""
    count: int
    """All its stories; 0 on numbered pages, which a new story must not change."""
    cards: tuple[Card, ...]
    """Those on this page: of a tag newest first, of a series in the order in which they appeared."""
    paging: Paging
    """Where this page stands."""
    extra: Mapping[str, Any] = {}
    """[Own fields](#own-fields)."""


class AuthorInput(Struct, frozen=True):
    """A person."""

    frame: Frame
    name: str
    role: str
    """What they do at the paper."""
    portrait: Picture | None
    text: Text
    """The biography: `{{ page.text | prose }}`."""
    text_tag: str
    """BCP 47 of the biography where it is in another language than the page, else empty."""
    links: tuple[WebAddress, ...]
    """Where else they are."""
    count: int
    """All stories; 0 on numbered pages, which a new story must not change."""
    cards: tuple[Card, ...]
    """Those on this page, newest first."""
    paging: Paging
    """Where this page stands."""
    extra: Mapping[str, Any] = {}
    """[Own fields](#own-fields)."""


class StandaloneInput(Struct, frozen=True):
    """An undated page."""

    frame: Frame
    """`page.frame.title` is the heading."""
    text: Text
    """The body: `{{ page.text | prose }}`."""
    image: Picture | None
    status: str
    """`draft` in previews, else empty."""
    extra: Mapping[str, Any] = {}
    """[Own fields](#own-fields)."""


class Corrected(Struct, frozen=True):
    """A correction, and the story that it was made in."""

    card: Card
    """The story."""
    correction: Correction
    """One of its corrections."""


class CorrectionsInput(Struct, frozen=True):
    """Corrections, newest first, under what the paper tells of them."""

    frame: Frame
    """Without a title where no undated page opens the list: print a phrase of your own."""
    text: Text | None
    """Of that page; nothing on numbered pages."""
    image: Picture | None
    """Of that page."""
    status: str
    """`draft` in previews, else empty."""
    count: int
    """All corrections; 0 on numbered pages, which a new one must not change."""
    corrections: tuple[Corrected, ...]
    """Those on this page, newest first."""
    paging: Paging
    """Where this page stands."""


class NotFoundInput(Struct, frozen=True):
    """The page that hosts show where there is none."""

    frame: Frame
    """Its title is `404`: print a phrase of your own."""
    lists: Lists
    """Lists declared for the role."""
    groups: Groups
    """Lists declared with `each`."""


class RedirectInput(Struct, frozen=True):
    """A page at an old address."""

    frame: Frame
    to: str
    """Where it leads: a path under the site's base or a whole address elsewhere, either for `url` and
    `absolute`; empty where the page is gone for good."""


Input = (
    ArticleInput | FrontInput | SectionInput | ArchiveInput | TagInput | AuthorInput | CorrectionsInput
    | StandaloneInput | NotFoundInput | RedirectInput
)  # fmt: skip

__all__ = [
    "ArchiveInput", "ArticleInput", "AuthorInput", "BlockInput", "Chrome", "Corrected", "Correction", "CorrectionsInput",
    "FrontInput", "Group", "Input", "Link", "Month", "NotFoundInput", "Paging", "Person", "RedirectInput", "SectionInput",
    "StandaloneInput", "TagInput", "Text",
]  # fmt: skip
