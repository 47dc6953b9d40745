"""[deploy] of site.toml: where the site is published."""

from typing import cast, get_args

from patrika.model.site import Deploy, Host
from patrika.read.tables import Table


def read_deploy(top: Table) -> Deploy:
    """Return what site.toml says of the place where the site is published."""
    table = top.table("deploy")
    table.only("host", "hsts")
    host = cast(Host, table.word("host", get_args(Host), ""))
    return Deploy(host, table.get("hsts", bool, False))
