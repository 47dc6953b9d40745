"""[feeds] of site.toml: how feeds are made, at which old addresses they are to be had, too, and whether stories have items."""

from urllib.parse import unquote

from patrika.model.site import FeedRules, OldFeed
from patrika.read import values
from patrika.read.decoding import KEY
from patrika.read.tables import Table
from patrika.read.text import nfc
from patrika.read.unfit import Unfit

_MOST = 50
"""Programs ask for no more, and an edit of a story rewrites each feed that carries it."""


def read_feeds(top: Table) -> FeedRules:
    """Return what site.toml says under [feeds]."""
    table = top.table("feeds")
    table.only("items", "full_text", "hub", "also_at", "ninjs")
    items: int = table.get("items", int, _MOST)
    if not 1 <= items <= _MOST:
        table.refuse(f"items: {items} is not a number from 1 to {_MOST}", f"write  items = {_MOST}", "items")
        items = _MOST
    full_text, ninjs = table.get("full_text", bool, True), table.get("ninjs", bool, False)
    return FeedRules(items, full_text, _hub(table), _also_at(table), ninjs)


def _hub(table: Table) -> str:
    written = table.text("hub")
    try:
        return values.url(written) if written else ""
    except Unfit as fault:
        table.refuse(f"hub: {fault.message}", 'write  hub = "https://pubsubhubbub.appspot.com/"', "hub")
        return ""


def _also_at(table: Table) -> tuple[OldFeed, ...]:
    found: dict[str, OldFeed] = {}
    for key, feed in table.texts("also_at").items():
        try:
            old = OldFeed(_path(key), _path(feed), key)
        except Unfit as fault:
            table.refuse(f"also_at: {fault.message}", fault.hint, "also_at", key, KEY)
            continue
        if (known := found.setdefault(old.path, old)) is not old:
            said = f"also_at: “{key}” is the same address as “{known.key}”"
            table.refuse(said, "keep one of the two", "also_at", key, KEY)
    return tuple(found.values())


def _path(written: str) -> str:
    """Return the path of a file under the site's base: as written, but decoded and in NFC. What ends with a slash is the
    file that hosts show for a folder."""
    if not written.startswith("/") or written.startswith("//"):
        raise Unfit(f"“{written}” is no address of this site", "write it without the host: /rss.xml")
    path = nfc(unquote(written))
    parts = path.removeprefix("/").removesuffix("/").split("/")
    if fault := next((fault for part in parts if (fault := values.segment_fault(part))), ""):
        hint = (
            "hosts tell files apart by what stands before “?”" if "?" in written else "use letters, digits and hyphens"
        )
        raise Unfit(f"“{written}” cannot be an address: {fault}", hint)
    return path
