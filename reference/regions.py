"""The regions of a page of Markdown whose text is made, each between two comments; all else is written by hand."""

import re
from collections.abc import Mapping

_REGION = re.compile(r"(<!-- made: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)


class RegionFault(Exception):
    """The regions of a page are not those that there are texts for."""


def filled(page: str, texts: Mapping[str, str]) -> str:
    """Return a page with each text in the region of its name.

    Raises RegionFault where the page has no region for a text, two, or one that there is no text for.
    """
    names = [found[2] for found in _REGION.finditer(page)]
    if sorted(names) != sorted(texts):
        amiss = sorted({*names} ^ texts.keys()) or [name for name in names if names.count(name) > 1]
        raise RegionFault(f"one region for each of these is wanted, and no other: {', '.join(amiss)}")
    return _REGION.sub(lambda found: f"{found[1]}{texts[found[2]]}\n{found[3]}", page)
