"""What tests of several folders share: a site in a string, the sample newsroom, a browser."""

from tests.browser.reading_room import browser, printed
from tests.sites.newspaper import Newspaper, newspaper

__all__ = ["Newspaper", "browser", "newspaper", "printed"]
