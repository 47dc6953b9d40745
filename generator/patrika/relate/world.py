"""All that the words of content are resolved against."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic
from patrika.model.media import Media
from patrika.model.site import Site
from patrika.relate.targets import Known


class World(Struct, frozen=True):
    """What content may name, and the files that some texts do name."""

    site: Site
    index: Known
    media: Mapping[str, Media]
    """Files that are named somewhere, measured, by path from the site's root."""
    sheets: Mapping[str, bytes] = {}
    """The bytes of those that blocks show as tables."""


Report = Callable[[Diagnostic], None]
