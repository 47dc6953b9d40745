"""The pages that are judged, for all tests of this folder."""

from tests.judges.sample import printings

__all__ = ["printings"]
