"""What a build is asked for."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct


class BuildRequest(Struct, frozen=True):
    """All that a build depends on besides the files under `root`."""

    root: Path
    """The folder of site.toml."""
    output: Path
    cache: Path
    now: int
    """UTC seconds; read once, at the edge."""
    base_url: str = ""
    """Stands in place of `[site] url` where given."""
    env: str = "production"
    """The environment whose table in site.toml is laid over the rest. In none but this one may a page be indexed."""
    shows: Mapping[str, bool] = {}
    """Whether stories of a status that readers may not see are shown, whatever settings say."""
    jobs: int = 1
    """Processes that parse and print; output is the same for any number."""
    clean: bool = False
    """Whether the cache is forgotten first. Nothing in output/ is deleted for it."""
    strict: bool = False
    """Whether warnings count as errors."""
    hosted: bool = True
    """Whether the output goes to the host that site.toml names; else it has what any host can show."""
    wait: bool = True
    """Whether to wait for another build that uses the cache."""
    holds: bool = False
    """Whether stories at fault are held back and the rest is made, whatever site.toml says."""


class SiteError(Exception):
    """No build is possible: said in one line, with exit code 2."""
