"""[deploy] of site.toml: where the site is published."""

from typing import cast, get_args

from patrika.model.site import Deploy, Encoding, Host
from patrika.read.tables import Table

_ENCODINGS = get_args(Encoding)


def read_deploy(top: Table) -> Deploy:
    """Return what site.toml says of the place where the site is published."""
    table = top.table("deploy")
    table.only("host", "hsts", "compress")
    host = cast(Host, table.word("host", get_args(Host), ""))
    return Deploy(host, table.get("hsts", bool, False), _encodings(table))


def _encodings(table: Table) -> tuple[Encoding, ...]:
    """Return the kinds asked for: all of them, a list, or none."""
    asked = table.values.get("compress", False)
    if isinstance(asked, bool):
        return _ENCODINGS if asked else ()
    if isinstance(asked, list) and all(it in _ENCODINGS for it in asked):
        return tuple(it for it in _ENCODINGS if it in asked)
    said = "compress is neither true nor false nor a list of “br” and “gzip”"
    table.refuse(said, 'write  compress = true  or  compress = ["br", "gzip"]', "compress")
    return ()
