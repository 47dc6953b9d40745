"""Files that must exist, and what every page says of itself."""

from typing import Literal

from msgspec import Struct

Role = Literal[
    "article", "front", "section", "archive", "tag", "series", "author", "standalone", "not_found", "redirect"
]


def output_of(path: str) -> str:
    """Return the file in output/ of a path under the site's base, with `/`, raw: `bn/world/2023/07/storm/index.html`."""
    return path[1:] + ("index.html" if path[-1] == "/" else "")


class Page(Struct, frozen=True, gc=False, array_like=True):
    """A page that must exist. `subject` says what of: a story's position in the catalog, a section's or tag's id …"""

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


class Alternate(Struct, frozen=True, gc=False, array_like=True):
    """A true translation of a page, for hreflang: `tag` is BCP 47 or `x-default`."""

    tag: str
    path: str


class Toggle(Struct, frozen=True, gc=False, array_like=True):
    """A way to another language from this page."""

    language: str
    name: str
    """The language's own name in its own script."""
    tag: str
    direction: str
    path: str
    same: bool
    """Whether it leads to the same story or page; else to that language's section front or front."""
    current: bool = False


class Frame(Struct, frozen=True, gc=False):
    """What every page says of itself, whatever its role."""

    path: str
    """URL under the site's base, raw."""
    language: str
    title: str
    description: str = ""
    section: str = ""
    """The section whose menu entry is current."""
    moment: int = 0
    """UTC seconds: a story's own date, a list's newest; 0 where there is none. The masthead shows it."""
    alternates: tuple[Alternate, ...] = ()
    toggles: tuple[Toggle, ...] = ()
    noindex: bool = False
    canonical: str = ""
    """Another address that this page defers to, absolute; empty for its own."""
