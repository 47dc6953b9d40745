"""Addresses in a language whose paper wants them in ASCII: those of stories and undated pages. Sections have ids in ASCII
anyway, and tags, series and people ids of the paper's choice; an address that `url:` names was meant."""

from collections.abc import Iterator

from patrika.model.article import Article, Standalone
from patrika.model.diagnostics import Diagnostic, Place, warning
from patrika.model.site import Site
from patrika.read.sources import bare_path

_HINT = "give it `slug:` of letters a-z, digits and hyphens; an address that readers know stays under `aliases:`"
_OF_A_FILE = "rename the file with `patrika mv`: [permalinks] make addresses of names of files (:stem)"


def slug_findings(text: Article | Standalone, path: str, site: Site) -> Iterator[Diagnostic]:
    """Yield what of the path of a text's page is not in ASCII, where its language asks for that."""
    if text.language not in site.checks.ascii or text.url:
        return
    for words, hint in ((text.slug, _HINT), (bare_path(text.source, site).rpartition("/")[2], _OF_A_FILE)):
        if words in path and not words.isascii():
            said = f"its address holds “{words}”, which is not in ASCII"
            yield warning("W739", Place(text.source), said, hint, ("slug",))
            return
