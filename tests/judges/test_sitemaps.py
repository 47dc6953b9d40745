"""The schemas of sitemaps find nothing in ours, and each page of the paper that may be indexed is in just one."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from tests.browser.reading_room import Printed
from tests.judges.sitemaps import sitemap_findings
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, story

_NOINDEX = re.compile(r'<meta name="robots" content="[^"]*noindex')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_IMAGE_LOC = "{http://www.google.com/schemas/sitemap-image/1.1}loc"


def sitemaps_of(output: Path) -> list[Path]:
    """Return the sitemaps of a site, less those of news, which hold nothing that others do not."""
    return sorted(output.glob("sitemaps/*.xml"))


def named(files: list[Path], element: str) -> list[str]:
    """Return the addresses that sitemaps name."""
    return [it.text or "" for file in files for it in etree.parse(str(file)).iter(element)]


def indexed(output: Path) -> dict[str, str]:
    """Return the pages that may be indexed, by path, with the address that each gives itself."""
    found = {}
    for file in sorted(output.rglob("*.html")):
        html, path = file.read_text("utf-8"), "/" + file.relative_to(output).as_posix()
        canonical = _CANONICAL.search(html)
        if not _NOINDEX.search(html) and canonical and "/page/" not in path and 'http-equiv="refresh"' not in html:
            found[path.removesuffix("index.html")] = canonical[1]
    return found


def test_the_schemas_find_nothing(printed: Printed, newspaper: Callable[..., Newspaper]) -> None:
    output = printed("broadsheet", "")
    judged = [output / "sitemap.xml", *sitemaps_of(output)]
    assert len(judged) > 20
    assert [say for file in judged for say in sitemap_findings(file.read_bytes())] == []
    paper = newspaper(
        plain(
            files(
                story("a", "2023-07-27 03:16", title="A & B <c>"),
                story("b", "2023-07-27"),
                story("c", "1880-01-01 03:16"),
            )
        )
    )
    paper.built()
    judged = sorted(paper.output.rglob("*sitemap*.xml"))
    assert len(named(judged, _LOC)) > 5
    assert [say for file in judged if file.parent.name != "bn" for say in sitemap_findings(file.read_bytes())] == []


def test_each_page_that_may_be_indexed_is_in_one_sitemap(printed: Printed) -> None:
    output = printed("broadsheet", "")
    pages = indexed(output)
    assert Counter(named(sitemaps_of(output), _LOC)) == Counter(pages.values())
    assert len(pages) > 300


def test_each_picture_of_a_sitemap_is_a_file_of_the_output(printed: Printed) -> None:
    output = printed("broadsheet", "")
    pictures = {unquote(url).split("/", 3)[3] for url in named(sitemaps_of(output), _IMAGE_LOC)}
    assert len(pictures) > 20
    assert [path for path in sorted(pictures) if not (output / path).is_file()] == []


URL = "<url><loc>https://t.example/a/</loc>{}</url>"
NEWS = (
    "<n:news><n:publication><n:name>T</n:name><n:language>{}</n:language></n:publication>"
    "<n:publication_date>{}</n:publication_date>{}</n:news>"
)
FAULTY = {
    "nothing": ("", "Missing child"),
    "a bad date": (URL.format("<lastmod>27 July 2023</lastmod>"), "lastmod"),
    "no address": (URL.replace("https://t.example/a/", "a"), "loc"),
    "a caption": (
        URL.format("<i:image><i:loc>https://t.example/a.jpg</i:loc><i:caption>A</i:caption></i:image>"),
        "caption",
    ),
    "no picture": (URL.format("<i:image/>"), "loc"),
    "a tag for a language": (URL.format(NEWS.format("en_GB", "2023-07-27", "<n:title>T</n:title>")), "language"),
    "a date without zone": (URL.format(NEWS.format("en", "2023-07-27T01:00:00", "<n:title>T</n:title>")), "date"),
    "no title": (URL.format(NEWS.format("en", "2023-07-27", "")), "title"),
    "markup": ("<url><loc>https://t.example/?a&b</loc></url>", "not XML"),
}


@pytest.mark.parametrize(("urls", "says"), FAULTY.values(), ids=FAULTY)
def test_what_is_wrong_is_found(urls: str, says: str) -> None:
    google = "http://www.google.com/schemas/sitemap-"
    spaces = f'xmlns:i="{google}image/1.1" xmlns:n="{google}news/0.9"'
    text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {spaces}>{urls}</urlset>'
    assert says in " ".join(sitemap_findings(text.encode()))
    empty = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'
    assert sitemap_findings(empty.encode()) != []
