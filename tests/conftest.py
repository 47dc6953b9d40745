"""A site in a string, built: what all tests of whole sites share."""

from tests.sites.newspaper import Newspaper, newspaper

__all__ = ["Newspaper", "newspaper"]
