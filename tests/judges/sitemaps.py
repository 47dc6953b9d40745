"""A judge of sitemaps: the schema of sitemaps.org, and ours of what Google adds and of the index, which nobody publishes."""

from functools import cache
from pathlib import Path

from lxml import etree

from tests.judges.programs import package_file

_SCHEMAS = Path(__file__).parent / "schemas"
_GOOGLE = "http://www.google.com/schemas/sitemap-"
_PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_findings(sitemap: bytes) -> list[str]:
    """Return what is wrong with a sitemap, or with an index of sitemaps: line and fault."""
    try:
        found = etree.fromstring(sitemap)
    except etree.XMLSyntaxError as fault:
        return [f"not XML: {fault}"]
    schema = _index() if found.tag == f"{{{_PROTOCOL}}}sitemapindex" else _urlset()
    schema.validate(found)
    return [f"{fault.line}: {fault.message}" for fault in schema.error_log]


@cache
def _index() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(_SCHEMAS / "index.xsd")))


@cache
def _urlset() -> etree.XMLSchema:
    places = {
        _PROTOCOL: package_file("sitemap/schema/sitemap.xsd"),
        f"{_GOOGLE}image/1.1": _SCHEMAS / "image.xsd",
        f"{_GOOGLE}news/0.9": _SCHEMAS / "news.xsd",
    }
    imports = [f'<import namespace="{name}" schemaLocation="{file.as_uri()}"/>' for name, file in places.items()]
    return etree.XMLSchema(
        etree.fromstring(f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{"".join(imports)}</schema>')
    )
