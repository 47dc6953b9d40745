"""The functions of the guide to S3: what CloudFront makes of a request with the data that we write."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from tests.judges.programs import said
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
GUIDE = Path(__file__).parents[2] / "docs" / "deploy" / "s3.md"
_AROUND = """
const data = new Map(JSON.parse(process.argv[1]).data.map(({ key, value }) => [key, value]));
const cf = { kvs: () => ({ get: async (key) => { if (!data.has(key)) throw new Error(key); return data.get(key); } }) };
FUNCTION
const event = { request: { uri: process.argv[2] }, response: { statusCode: 200, headers: {} } };
handler(event).then((told) => console.log(JSON.stringify(told)));
"""


def answered(store: str, data: str, uri: str) -> dict[str, Any]:
    """Return what a function of the guide makes of a request; `store` is what it calls its store."""
    function = re.search(rf"(?ms)^    const {store} = .*?^    \}}$", GUIDE.read_text("utf-8"))
    assert function
    answer: dict[str, Any] = json.loads(said("node", "-e", _AROUND.replace("FUNCTION", dedent(function[0])), data, uri))
    return answer


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("/", "/index.html"),
        ("/bn/", "/bn/index.html"),
        ("/bn", "301 /bn/"),
        ("/assets/a.css", "/assets/a.css"),
        ("/was/", "301 /world/2023/07/a/"),
        ("/was", "301 /world/2023/07/a/"),
        ("/%e0%a6%95%20x", "301 /world/2023/07/a/"),
        ("/gone/", "410"),
        ("/.deploy/redirects.json", "404"),
        ("/.well-known/x.txt", "/.well-known/x.txt"),
        ("/%", "400"),
    ],
)
def test_the_function_of_the_guide_answers(uri: str, told: str, newspaper: Make) -> None:
    text = files(story("a", aliases="[/was/, /ক x/]")) + '-- redirects.toml --\n"/gone/" = 410\n'
    paper = newspaper(text, f'{SITE}\n[deploy]\nhost = "s3"\n')
    assert paper.build().published
    data = (paper.output / ".deploy/redirects.json").read_text("utf-8")
    answer = answered("old", data, uri)
    place = answer.get("headers", {}).get("location", {}).get("value", "")
    assert (answer.get("uri") or f"{answer['statusCode']} {place}".strip()) == told


HUB = '[feeds]\nhub = "https://hub.example/"\n[feeds.also_at]\n"/old feed/" = "/bn/feed.xml"\n'
LINK = '<https://hub.example/>; rel="hub", <https://test.example{}>; rel="self"'


@pytest.mark.parametrize(
    ("uri", "own"),
    [
        ("/feed.xml", "/feed.xml"),
        ("/world/atom.xml", "/world/atom.xml"),
        ("/corrections/feed.json", "/corrections/feed.json"),
        ("/old%20feed/", "/bn/feed.xml"),
        ("/old%20feed/index.html", "/bn/feed.xml"),
        ("/", ""),
        ("/sitemap.xml", ""),
        ("/%", ""),
    ],
)
def test_the_second_function_of_the_guide_names_the_hub_with_feeds(uri: str, own: str, newspaper: Make) -> None:
    text = files(story("a", corrections="{date: 2023-07-02, text: T}"))
    paper = newspaper(text, f'{SITE}\n[deploy]\nhost = "s3"\n{HUB}')
    assert paper.build().published
    data = (paper.output / ".deploy/redirects.json").read_text("utf-8")
    headers = answered("told", data, uri)["headers"]
    assert headers == ({"link": {"value": LINK.format(own)}} if own else {})


def test_without_a_hub_the_store_has_old_addresses_alone(newspaper: Make) -> None:
    paper = newspaper(files(story("a", aliases="[/was/]")), f'{SITE}\n[deploy]\nhost = "s3"\n')
    assert paper.build().published
    data = json.loads((paper.output / ".deploy/redirects.json").read_text("utf-8"))
    assert [it["key"] for it in data["data"]] == ["/was"]
