"""What is found wrong with a page, before it is known which file is to be mended."""

from msgspec import Struct


class Finding(Struct, frozen=True, gc=False, array_like=True):
    """A fault of a page. `code` says by its first letter how grave it is: an error, a warning or a notice."""

    code: str
    message: str
    hint: str = ""
    quote: str = ""
    """What to look for in the page's own file, to tell the line."""
