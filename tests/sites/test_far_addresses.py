"""Addresses elsewhere, with letters of any script and signs that mean something: the same URI in HTML, XML, JSON and headers."""

import json
import re
from collections.abc import Callable
from html import unescape

import pytest

from tests.sites.feeds import SPACES, read
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story
from tests.sites.structured_rules import nodes_of, story_of

Make = Callable[..., Newspaper]
FAR = "https://বাংলা.example/খবর|১?q=ক&r='x'#অংশ"
URI = "https://xn--54b7fta0cc.example/%E0%A6%96%E0%A6%AC%E0%A6%B0%7C%E0%A7%A7?q=%E0%A6%95&r='x'#%E0%A6%85%E0%A6%82%E0%A6%B6"
SETTINGS = f"""
[[menus.footer]]
ref = "{FAR}"
title = "Far"

[feeds]
ninjs = true
hub = "{FAR}"

[deploy]
host = "netlify"
"""


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    written = json.dumps(FAR, ensure_ascii=False)
    far = story(
        "a", canonical=written, translations=f"{{bn: {written}}}", extra=f"{{at: {written}}}", body=f"[words](<{FAR}>)"
    )
    person = f"-- content/authors/ann.en.md --\n---\nname: Ann\nlinks: [{written}]\n---\nA.\n"
    found = newspaper(
        f'{files(far)}{person}-- redirects.toml --\n"/old/" = {written}\n',
        f'{SITE}{SETTINGS}\n[fields.article]\nat = "url"\n',
    )
    found.built()
    return found


def outward(html: str) -> list[str]:
    """Return the addresses elsewhere that a page leads to or names."""
    found = re.findall(r'(?:href|content)="(https://[^"]*)"', html)
    return [unescape(it) for it in found if not it.startswith("https://test.example")]


def test_pages_name_them(paper: Newspaper) -> None:
    """In the head, for the other language, in the text, in the menu, and a person's."""
    out = paper.pages()
    page = out["world/2023/07/a/index.html"]
    assert set(outward(page)) == {URI}
    assert len(outward(page)) == 7  # canonical, hreflang, og:url, two toggles, the text, the menu
    assert set(outward(out["authors/ann/index.html"])) == {URI}
    assert 'aria-current="true">Far' not in page
    node = story_of(page)
    assert (node["url"], node["workTranslation"][0]["url"]) == (URI, URI)
    assert next(it for it in nodes_of(out["authors/ann/index.html"]))["mainEntity"]["sameAs"] == [URI]


def test_feeds_and_items_name_them(paper: Newspaper) -> None:
    out = paper.pages()
    atom = read(out["atom.xml"])
    assert [it.attrib["href"] for it in atom.findall("atom:link", SPACES) if it.attrib["rel"] == "hub"] == [URI]
    assert [it.attrib["href"] for it in atom.findall("atom:entry/atom:link", SPACES)][1] == URI
    feed = json.loads(out["feed.json"])
    assert feed["hubs"][0]["url"] == URI
    assert unescape(re.findall('href="([^"]*)"', feed["items"][0]["content_html"])[0]) == URI
    item = json.loads(out["world/2023/07/a/index.ninjs.json"])
    assert item["altIds"] == [{"role": "canonical", "value": URI}]
    assert item["associations"][0]["uri"] == item["associations"][0]["renditions"][0]["href"] == URI


def test_hosts_are_told_of_them_in_ascii(paper: Newspaper) -> None:
    rules = (paper.output / "_redirects").read_text("utf-8") + (paper.output / "_headers").read_text("utf-8")
    assert rules.isascii()
    assert f"/old/ {URI} 301" in rules
    assert f'<{URI}>; rel="hub"' in rules


@pytest.mark.parametrize("sign", [" ", '"', "<", "\\t", "\\u00a0"])
def test_what_cannot_be_in_an_address_is_told(sign: str, newspaper: Make) -> None:
    far = '"https://a.example/a{}b"'.format("\\" + sign if sign == '"' else sign)
    (fault,) = newspaper(files(story("a", canonical=far))).faults()
    assert (fault.code, "is not a web address" in fault.message) == ("E111", True)
