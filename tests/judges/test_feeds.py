"""Feeds are what feedparser, which many readers' programs are made with, takes them for; the three forms say the same, and what
their stories' pages say."""

import json
import re
from calendar import timegm
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import pytest

from tests.browser.reading_room import Printed
from tests.judges.hard_paper import hard_paper
from tests.judges.sample import starter
from tests.sites.feeds import json_feed_faults, read

SITES = ("broadsheet", "starter", "hard")
_HEADLINE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_PEOPLE = re.compile(r'<p class="people">(.*?)</p>')
_AGENCY = re.compile(r'<p class="agency">(.*?)</p>')
_NAME = re.compile(r"<(?:a|span)[^>]*>(.*?)</(?:a|span)>")
_INSTANT = re.compile(r'<time datetime="([^"]+)"')

Said = tuple[str, str, str, int, int, list[str]]
"""Id, address, headline, instants of publication and of the last change, and names of those who wrote."""


@pytest.fixture(scope="module")
def outputs(printed: Printed, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Give the output folders of the sample newsroom, of what `patrika init` writes, and of a hard paper."""
    folder = tmp_path_factory.mktemp("fed")
    return {
        "broadsheet": printed("broadsheet", ""),
        "starter": starter(folder / "starter"),
        "hard": hard_paper(folder / "hard"),
    }


def parsed(text: bytes) -> Iterator[Said]:
    """Yield the stories of a feed in XML as feedparser reads them."""
    found = feedparser.parse(text, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.get("bozo_exception")
    for it in found.entries:
        published = timegm(it.published_parsed)
        changed = timegm(it.updated_parsed) if "updated_parsed" in it else published
        yield it.id, it.link, it.title, published, changed, [author.name for author in it.get("authors", [])]


def of_json(text: str) -> Iterator[Said]:
    """Yield the stories of a JSON Feed."""
    for it in json.loads(text)["items"]:
        published, changed = it["date_published"], it.get("date_modified", it["date_published"])
        names = [author["name"] for author in it.get("authors", [])]
        moments = [int(datetime.fromisoformat(moment).timestamp()) for moment in (published, changed)]
        yield it["id"], it["url"], it["title"], moments[0], moments[1], names


@pytest.mark.parametrize("site", SITES)
def test_the_forms_of_a_feed_say_the_same(site: str, outputs: Mapping[str, Path]) -> None:
    """But for the agency, which RSS and Atom tell apart from the people, and changes, which RSS does not tell."""
    told = 0
    for path in outputs[site].rglob("atom.xml"):
        rss, atom = list(parsed(path.with_name("feed.xml").read_bytes())), list(parsed(path.read_bytes()))
        items = list(of_json(path.with_name("feed.json").read_text("utf-8")))
        assert [it[:4] for it in rss] == [it[:4] for it in atom] == [it[:4] for it in items], path
        assert [it[4] for it in atom] == [it[4] for it in items], path
        for one, other, whole in zip(rss, atom, items, strict=True):
            assert set(one[5]) <= set(whole[5]), path
            assert set(other[5]) <= set(whole[5]), path
        told += len(rss)
    assert told


def test_feeds_say_what_the_pages_of_their_stories_say(outputs: Mapping[str, Path]) -> None:
    """Headline, date and people, in each language and each form, of all that feedparser and JSON find."""
    output = outputs["broadsheet"]
    told = 0
    for path in [*output.rglob("feed.xml"), *output.rglob("atom.xml"), *output.rglob("feed.json")]:
        if path.parent.name == "corrections":
            continue
        items = parsed(path.read_bytes()) if path.suffix == ".xml" else of_json(path.read_text("utf-8"))
        for _, url, title, published, changed, names in items:
            page = (output / unquote(urlsplit(url).path)[1:] / "index.html").read_text("utf-8")
            article = page[page.index("<article") :]
            headline = _HEADLINE.search(article)
            assert headline is not None
            assert unescape(headline[1]) == title
            moments = [datetime.fromisoformat(moment).timestamp() for moment in _INSTANT.findall(article)]
            assert {published, changed} <= set(moments), url
            assert names == NAMED[path.name](people(article), agency(article)), (path, url)
            told += 1
    assert told > 300


def people(article: str) -> list[str]:
    """Return who wrote a story, as its page says."""
    line = _PEOPLE.search(article)
    return [unescape(name) for name in _NAME.findall(line[1])] if line else []


def agency(article: str) -> list[str]:
    """Return the agency that a story is from, as its page says, or none."""
    line = _AGENCY.search(article)
    return [unescape(line[1])] if line else []


NAMED: Mapping[str, Callable[[list[str], list[str]], list[str]]] = {
    "feed.xml": lambda people, _: people,
    "atom.xml": lambda people, agency: people or agency,
    "feed.json": lambda people, agency: people + agency,
}
"""Whom each form calls authors."""


@pytest.mark.parametrize("site", SITES)
def test_each_file_is_sound(site: str, outputs: Mapping[str, Path]) -> None:
    """XML is read by a parser of XML, and JSON Feed keeps to its rules: feeds of corrections, too."""
    output = outputs[site]
    for path in output.rglob("*.xml"):
        read(path.read_text("utf-8"))
    assert [
        (path, said) for path in output.rglob("feed.json") for said in json_feed_faults(path.read_text("utf-8"))
    ] == []


def test_all_that_bodies_lead_to_is_there(outputs: Mapping[str, Path]) -> None:
    """Whole addresses only, and those of the site are files of it; nothing needs a style sheet."""
    output = outputs["broadsheet"]
    for path in output.rglob("feed.json"):
        for item in json.loads(path.read_text("utf-8"))["items"]:
            html = item.get("content_html", "")
            assert not re.search(r" (?:class|style)=|<script", html), item["url"]
            for address in re.findall(r'(?:href|src)="([^"]*)"', html):
                assert "://" in address or address.startswith("mailto:"), (item["url"], address)
                if address.startswith("https://patrika.example/"):
                    assert is_there(output, unquote(urlsplit(unescape(address)).path)), (item["url"], address)


def is_there(output: Path, path: str) -> bool:
    """Return whether a path of the site leads to a file."""
    file = output / path.removeprefix("/")
    return file.is_file() or (file / "index.html").is_file()
