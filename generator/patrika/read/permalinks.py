"""[permalinks] of site.toml: the shapes of stories' addresses, by section, kind or `default`."""

import re
from collections.abc import Iterable

from patrika.model.diagnostics import did_you_mean, nearest
from patrika.model.site import Default, Section
from patrika.read.decoding import KEY
from patrika.read.tables import Table
from patrika.read.unfit import Unfit
from patrika.read.values import address

DEFAULT = "default"
SHAPE = "/:lang/:section/:year/:month/:slug/"
"""Where [permalinks] say nothing."""

UNDATED_SHAPE = "/:lang/:section/:slug/"
"""The same, in sections whose stories have no date."""

OF_DATE = (":year", ":month", ":day")

TOKENS = (":lang", ":section", *OF_DATE, ":slug", ":stem")
TOKEN = re.compile(r":[a-z]+")


def read_permalinks(top: Table, sections: Iterable[Section], defaults: Iterable[Default]) -> dict[str, str]:
    """Return the shape of addresses by section, kind or `default`, each in the form of an address.

    A name that is like none of these is a kind that only stories name.
    """
    table = top.table("permalinks")
    kinds = [*(section.kind for section in sections), *(str(default.values.get("kind", "")) for default in defaults)]
    known = dict.fromkeys((DEFAULT, *(section.id for section in sections), "report", "opinion", *filter(None, kinds)))
    for name in table.values:
        if name not in known and (close := nearest(name, known)):
            said = f"there is no section and no kind “{name}”"
            table.refuse(said, f"did you mean “{close}”?", name, KEY, code="E202")
    return {name: _shape(name, shape, table) for name, shape in top.texts("permalinks").items()}


def _shape(name: str, shape: str, table: Table) -> str:
    """Return a shape, or the usual one and a fault taken note of."""
    used = TOKEN.findall(shape)
    try:
        if unknown := next((token for token in used if token not in TOKENS), ""):
            hint = did_you_mean(unknown, TOKENS, f"there are {' '.join(TOKENS)}")
            raise Unfit(f"unknown part “{unknown}” of an address", hint)
        if not {":slug", ":stem"} & set(used):
            raise Unfit(f"“{shape}” would give many stories one address", "let it hold :slug or :stem")
        # Each token stands for what is fit, so a shape is fit if it is with words in their place.
        address(TOKEN.sub("x", shape))
    except Unfit as fault:
        table.refuse(f"{name}: {fault.message}", fault.hint, name)
        return SHAPE
    return shape if shape.endswith(("/", ".html", ".htm")) else f"{shape}/"
