"""redirects.toml: old addresses, and what each leads to."""

from typing import Any
from zoneinfo import ZoneInfo

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.site import Redirect
from patrika.read import values
from patrika.read.decoding import KEY
from patrika.read.toml_text import read_toml
from patrika.read.unfit import Unfit

REDIRECTS_FILE = "redirects.toml"
GONE = 410
_HOW = 'write  "/old/address/" = "world/storm",  or "@/pages/about", "/a/path/", "https://…", or 410 for what is gone'


def read_redirects(content: bytes) -> tuple[tuple[Redirect, ...], tuple[Diagnostic, ...]]:
    """Return the redirects of redirects.toml, in its order, and what is wrong with the others."""
    place = Place(REDIRECTS_FILE)
    found = read_toml(content, place)
    if isinstance(found, Diagnostic):
        return (), (found,)
    redirects: dict[str, Redirect] = {}
    faults = []
    for key, value in found[0].items():
        try:
            redirect = Redirect(values.address(key), key, _target(value))
        except Unfit as fault:
            faults.append(error("E203", place, fault.message, fault.hint, (key, KEY)))
            continue
        if (known := redirects.setdefault(redirect.path, redirect)) is not redirect:
            said = f"“{key}” is the same address as “{known.key}”"
            faults.append(error("E203", place, said, "keep one of the two", (key, KEY)))
    return tuple(redirects.values()), tuple(faults)


def _target(value: Any) -> str:
    """Return where a redirect leads as written, empty for what is gone."""
    if value == GONE and not isinstance(value, bool):
        return ""
    if not isinstance(value, str) or not value.strip():
        raise Unfit(f"“{value}” is nothing that an address could lead to", _HOW)
    if "://" in value:
        return values.url(value, ZoneInfo("UTC"))
    if not value.startswith("/"):
        return values.text(value)
    # A name with an ending may be a file's, which is no folder.
    return values.address(value).removesuffix("" if "." not in value.rpartition("/")[2] else "/")
