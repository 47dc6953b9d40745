"""An export of WordPress of any size, the same on every machine: the texts of the corpus as HTML, each at its old address."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

from benchmarks import corpus

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Bench</title>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://bench.example</wp:base_site_url>
<wp:base_blog_url>https://bench.example</wp:base_blog_url>
"""
_STORY = re.compile(r"content/([\w-]+)/(\d+)/story-(\d+)\.(\w+)\.md")
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]*)\)")
_NAMES = {"en": "English", "bn": "বাংলা"}


def old_address(number: int, total: int, language: str) -> str:
    """Return the address of a post on the old site: by day, as WordPress has it by default."""
    return f"{corpus.LANGUAGE_PATHS[language]}/{corpus.date_of(number, total):%Y/%m/%d}/story-{number}/"


def write(path: Path, posts: int) -> None:
    """Write an export of `posts` posts, three quarters of them in pairs of Polylang."""
    total = posts * 5 // 8
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for id, (source, text) in enumerate(corpus.stories(posts), 1):
            file.writelines(_item(id, source, text, total))
        file.write("</channel>\n</rss>\n")


def write_pictures(site: Path) -> None:
    """Put the pictures that posts show where an import looks for them."""
    folder = site / "static" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(corpus.PICTURES):
        (folder / f"{number}.png").write_bytes(corpus.picture(number))


def _item(id: int, source: str, text: str, total: int) -> Iterator[str]:
    found = _STORY.fullmatch(source)
    assert found, source
    section, number, language = found[1], int(found[3]), found[4]
    _, head, body = text.split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    date = corpus.date_of(number, total)
    local = date.timestamp() + 6 * 3_600
    gmt, here = (
        f"{type(date).fromtimestamp(moment, date.tzinfo):%Y-%m-%d %H:%M:%S}" for moment in (date.timestamp(), local)
    )
    link = "https://bench.example" + quote(old_address(number, total, language))
    labels = [("category", section, section), ("language", language, _NAMES[language])]
    labels += [("post_translations", f"pll_{number}", f"pll_{number}")]
    labels += [("post_tag", tag, tag) for tag in fields["tags"].strip("[]").split(", ")]
    yield "<item>\n"
    for name, value in (
        ("title", fields["title"]),
        ("link", link),
        ("dc:creator", fields["authors"].strip("[]")),
        ("guid", f"https://bench.example/?p={id}"),
        ("content:encoded", _html(body, total)),
        ("excerpt:encoded", fields["summary"]),
        ("wp:post_id", str(id)),
        ("wp:post_date", here),
        ("wp:post_date_gmt", gmt),
        ("wp:post_name", f"story-{number}"),
        ("wp:status", "publish"),
        ("wp:post_type", "post"),
    ):
        yield f"<{name}>{escape(value)}</{name}>\n"
    yield from (f'<category domain="{domain}" nicename="{slug}">{name}</category>\n' for domain, slug, name in labels)
    yield "</item>\n"


def _html(body: str, total: int) -> str:
    """Return the corpus' Markdown as blocks of WordPress; links lead to old addresses."""

    def tag(link: "re.Match[str]") -> str:
        if link[1]:
            return f'<img src="https://bench.example{link[3]}" alt="{escape(link[2])}"/>'
        older = re.search(r"story-(\d+)/$", link[3])
        language = "bn" if link[3].startswith("/bn/") else "en"
        target = old_address(int(older[1]), total, language) if older else link[3]
        return f'<a href="https://bench.example{target}">{link[2]}</a>'

    parts = (escape(part.strip()) for part in body.split("\n\n") if part.strip())
    lines = (line for part in parts for line in part.split("\n"))
    return "\n".join(f"<!-- wp:paragraph -->\n<p>{_LINK.sub(tag, line)}</p>\n<!-- /wp:paragraph -->" for line in lines)
