"""What `translated_from:` says of a text."""

from patrika.read.settings import read_site
from patrika.read.wording import read_parts, wording_of
from tests.sites.newspaper import SITE

read, *_ = read_site(SITE.encode())
assert read
SITE_READ = read


def stamp(text: str, language: str = "en") -> str:
    """Return the stamp of a translation of a text, as it is, into another language."""
    return f"{language}@{wording_of(read_parts('content/world/x.md', text.encode(), SITE_READ))}"
