"""What stands for the paper, and what machines are told of it."""

from msgspec import Struct

from patrika.model.terms import SitePath


class Icon(Struct, frozen=True):
    """A picture that stands for the paper."""

    rel: str
    """`icon` or `apple-touch-icon`."""
    path: SitePath
    type: str
    """Media type: `image/png`."""
    sizes: str = ""
    """As HTML has them; empty where the file's name does not say."""


class Paper(Struct, frozen=True):
    """What pages of a language tell machines of the paper."""

    name: str
    """In this language."""
    other_names: tuple[str, ...]
    """In the other languages."""
    tag: str
    """BCP 47 of the language."""
    home: SitePath
    """The language's front."""
    front: SitePath
    """The front in the site's default language."""
    logo: Icon
    """What stands for the paper."""
    policies: tuple[tuple[str, SitePath], ...] = ()
    """Properties of schema.org's NewsMediaOrganization, each with the page that states this policy."""
