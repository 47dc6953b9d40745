"""The function of the guide to S3: what CloudFront makes of a request with the data that we write."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

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
handler({ request: { uri: process.argv[2] } }).then((told) => console.log(JSON.stringify(told)));
"""


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
    function = re.search(r"(?ms)^    const old.*?^    \}$", GUIDE.read_text("utf-8"))
    assert function
    answer = json.loads(said("node", "-e", _AROUND.replace("FUNCTION", dedent(function[0])), data, uri))
    place = answer.get("headers", {}).get("location", {}).get("value", "")
    assert (answer.get("uri") or f"{answer['statusCode']} {place}".strip()) == told
