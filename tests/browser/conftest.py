"""The sample newsroom over HTTP and a fresh page to read it in, for all tests of this folder."""

from tests.browser.reading_room import page, site

__all__ = ["page", "site"]
