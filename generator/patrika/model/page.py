"""Files that must exist, and what every page says of itself."""

from typing import Literal, get_args

from msgspec import Struct

from patrika.model.terms import Instant, SitePath, WebAddress

PageRole = Literal[
    "article",
    "fallback",
    "front",
    "section",
    "archive",
    "tag",
    "series",
    "author",
    "corrections",
    "standalone",
    "not_found",
    "redirect",
]
"""Pages for readers: a template of the theme prints each. `fallback` is a story in the frame of a language that it lacks."""

FileRole = Literal["ninjs", "feed", "sitemap", "news_sitemap", "sitemap_index", "robots", "security", "rulebook"]
"""Files for programs: code of ours writes each, whatever the theme."""

Role = Literal[PageRole, FileRole]

FILE_ROLES: frozenset[str] = frozenset(get_args(FileRole))


STORY_ROLES: tuple[str, ...] = ("article", "fallback")
"""Roles of pages that show a story."""


def output_of(path: str) -> str:
    """Return the file in output/ of a path under the site's base, with `/`, raw: `bn/world/2023/07/storm/index.html`."""
    return path[1:] + ("index.html" if path[-1] == "/" else "")


class Page(Struct, frozen=True, gc=False, array_like=True):
    """A page, or a file for programs, that must exist. `subject` says what of: a section's or tag's id …"""

    path: str
    """URL under the site's base, raw: `/bn/world/2023/07/storm/`."""
    role: Role
    language: str
    subject: str = ""
    position: int = 0
    """Of an article in the catalog; of a list's page its number, 0 for the head."""

    @property
    def output(self) -> str:
        """Return its file in output/."""
        return output_of(self.path)


class Mapped(Struct, frozen=True, gc=False, array_like=True):
    """A page as sitemaps have it."""

    path: str
    moment: int = 0
    """When what it shows last changed, 0 where nobody knows."""
    pictures: tuple[str, ...] = ()
    """Paths of its own pictures."""


class Alternate(Struct, frozen=True, gc=False, array_like=True):
    """A true translation of a page, for hreflang."""

    tag: str
    """BCP 47, or `x-default`."""
    path: SitePath


class Toggle(Struct, frozen=True, gc=False, array_like=True):
    """A way to another language from this page."""

    language: str
    """The language's id."""
    name: str
    """The language's own name in its own script."""
    tag: str
    """BCP 47."""
    direction: str
    """`ltr` or `rtl`."""
    path: SitePath
    same: bool
    """Whether it leads to the same story or page; else to a section or front, and the link should say so."""
    current: bool = False
    """Whether it is the page's own language."""
    fallback: bool = False
    """Whether it leads to the same story as it was written, for want of a translation: the link should say so. Then `same` is
    false."""


class FeedLink(Struct, frozen=True, gc=False, array_like=True):
    """A feed that a page leads to."""

    path: SitePath
    type: str
    """Media type, for `<link rel="alternate" type="…">`."""
    form: str
    """What readers call it: `RSS`, `Atom` or `JSON`."""
    title: str
    """Of the list: the section's, the tag's, the person's name, or the paper's. Empty for corrections that no page of the paper
    opens: print a phrase of your own."""


class Frame(Struct, frozen=True, gc=False):
    """What every page says of itself, whatever its role."""

    path: SitePath
    """The page's own."""
    language: str
    """The language's id."""
    title: str
    description: str = ""
    """For search engines."""
    section: str = ""
    """Id of the section whose menu entry is current."""
    moment: Instant = 0
    """A story's date, a list's newest; 0 for undated pages. The masthead shows it in place of today's date."""
    alternates: tuple[Alternate, ...] = ()
    """True translations, for `hreflang`, with `x-default`; empty where there is none."""
    toggles: tuple[Toggle, ...] = ()
    """The way to each language."""
    noindex: bool = False
    """Whether search engines shall leave it out."""
    canonical: WebAddress = ""
    """Another address that this page defers to, such as that of a story which it shows for want of a translation; empty for its
    own."""
    feeds: tuple[FeedLink, ...] = ()
    """Of what the page lists, on those of sections, tags, people and corrections; those of the language are `chrome.feeds`."""
    item: SitePath = ""
    """A story's item of ninjs, for `<link rel="alternate" type="application/json">`; empty where there is none."""
