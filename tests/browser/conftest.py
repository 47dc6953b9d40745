"""A browser and the sample newsroom, for all tests of this folder."""

from tests.browser.reading_room import browser, page, site

__all__ = ["browser", "page", "site"]
