"""Each file of what is published can be read by the program that it is for, and what pages say of their versions holds
together, over all files of the sample newsroom in both themes, of what `patrika init` writes, and of a hard paper."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from lxml import etree

from tests.judges.hreflang import hreflang_findings, is_tag
from tests.judges.json_schemas import Schema, json_findings
from tests.judges.sample import Printing

ROOT = Path(__file__).parents[2]
SITES = ("broadsheet", "ledger", "starter", "hard")
SCHEMAS: Mapping[str, Schema] = {"feed.json": "json-feed", "index.ninjs.json": "ninjs"}
_STRICT = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def origin_of(output: Path) -> str:
    """Return the address that a site has, as its front says."""
    front = (output / "index.html").read_text("utf-8")
    return front.partition('<link rel="canonical" href="')[2].partition('"')[0].rstrip("/")


@pytest.mark.parametrize("site", SITES)
def test_each_file_of_xml_is_xml(site: str, printings: Mapping[str, Printing]) -> None:
    files = [path for end in ("xml", "svg") for path in printings[site].output.rglob(f"*.{end}")]
    assert len(files) > 5
    for path in files:
        etree.fromstring(path.read_bytes(), _STRICT)


@pytest.mark.parametrize("site", SITES)
def test_each_file_of_json_is_json_and_keeps_to_its_schema(site: str, printings: Mapping[str, Printing]) -> None:
    output, found = printings[site].output, []
    files = [path for end in ("json", "webmanifest") for path in output.rglob(f"*.{end}")]
    assert len(files) > 3
    for path in files:
        text = path.read_text("utf-8")
        assert isinstance(json.loads(text), dict), path
        if schema := SCHEMAS.get(path.name):
            found += [f"{path.relative_to(output)}: {said}" for said in json_findings(text, schema)]
    assert found == []


@pytest.mark.parametrize("site", SITES)
def test_versions_name_each_other_and_themselves(site: str, printings: Mapping[str, Printing]) -> None:
    output = printings[site].output
    assert hreflang_findings(output, origin_of(output)) == []


def test_each_story_of_the_sample_has_its_item(printings: Mapping[str, Printing]) -> None:
    output = printings["broadsheet"].output
    stories = {path.parent for path in output.rglob("index.html") if 'class="story-page' in path.read_text("utf-8")}
    assert {path.parent for path in output.rglob("index.ninjs.json")} == stories
    assert len(stories) > 60


def is_told(file: str, told: Iterable[str]) -> bool:
    """Return whether a file is among those told by an example: languages and numbers stand for any."""
    for example in told:
        shape = re.escape(example).replace(r"\*", ".*")
        shape = re.sub(r"\ben\b", "[a-z]+", re.sub(r"\d+", r"\\d+", shape))
        if re.fullmatch(rf"(?:.*/)?{shape}", file):
            return True
    return False


@pytest.mark.parametrize("site", SITES)
def test_each_file_is_told_of_in_the_docs(site: str, printings: Mapping[str, Printing]) -> None:
    """But those that a site has in static/ and that come as they are."""
    table = (ROOT / "docs/output.md").read_text("utf-8").partition("\n## ")[0]
    told = [
        name
        for cell in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
        for name in re.findall(r"`([^`\[]+)`", cell)
    ]
    output = printings[site].output
    files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    static = {path.relative_to(ROOT / "static").as_posix() for path in (ROOT / "static").rglob("*")}
    assert [file for file in sorted(files - static) if not is_told(file, told)] == []
    assert not is_told("surprise.txt", told)


PAGE = '<html lang="{}"><title>T</title><link rel="canonical" href="https://t.example{}">{}</html>'
LINK = '<link rel="alternate" hreflang="{}" href="https://t.example{}">'
SELF, OTHER, DEFAULT = LINK.format("en", "/a/"), LINK.format("bn", "/bn/a/"), LINK.format("x-default", "/a/")
A, BN, B = PAGE.format("en", "/a/", SELF + OTHER + DEFAULT), PAGE.format("bn", "/bn/a/", SELF + OTHER + DEFAULT), "b/"
LONE = PAGE.format("en", "/b/", "")
GOOD = {"a/": A, "bn/a/": BN, B: LONE}
FAULTY: Mapping[str, tuple[dict[str, str], str]] = {
    "a lone page with versions": ({B: PAGE.format("en", "/b/", LINK.format("en", "/b/"))}, "but has none"),
    "not itself": ({"a/": A.replace(SELF, LINK.format("en", "/b/"))}, "does not name itself"),
    "no x-default": ({"a/": A.replace(DEFAULT, "")}, "no x-default"),
    "another x-default": ({"a/": A.replace(DEFAULT, LINK.format("x-default", "/"))}, "none of its versions"),
    "not the other way": ({"bn/a/": PAGE.format("bn", "/bn/a/", "")}, "does not name the same"),
    "nothing there": ({"bn/a/": ""}, "where nothing is"),
    "a bad tag": ({"a/": A.replace('hreflang="bn"', 'hreflang="bn_BD"')}, "no tag"),
    "another language": ({"bn/a/": BN.replace('lang="bn"', 'lang="ur"', 1)}, "which is in ur"),
    "twice": ({"a/": A.replace(OTHER, OTHER + OTHER)}, "stands twice"),
    "no canonical": ({B: '<html lang="en"><title>T</title></html>'}, "0 canonical"),
    "another canonical": ({B: LONE.replace("/b/", "/a/")}, "another page of the site"),
    "half an address": ({"a/": A.replace("https://t.example/bn/a/", "/bn/a/")}, "no whole address"),
}


def written(pages: Mapping[str, str], folder: Path) -> Path:
    for path, text in pages.items():
        (folder / path).mkdir(parents=True)
        (folder / path / "index.html").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(("faulty", "says"), FAULTY.values(), ids=FAULTY)
def test_what_is_wrong_is_found(faulty: dict[str, str], says: str, tmp_path: Path) -> None:
    assert hreflang_findings(written(GOOD, tmp_path / "good"), "https://t.example") == []
    assert says in " ".join(hreflang_findings(written({**GOOD, **faulty}, tmp_path / "faulty"), "https://t.example"))


@pytest.mark.parametrize(("tag", "is_one"), [("bn", True), ("zh-Hant-HK", True), ("pt-BR", True), ("en-UK", False)])
def test_tags_are_those_of_real_languages_and_regions(tag: str, is_one: bool) -> None:
    assert is_tag(tag) is is_one
    assert not is_tag(tag.upper() + "_X")


NINJS: dict[str, object] = {"uri": "urn:x:1", "type": "text", "language": "en", "headlines": [{"value": "T"}]}
NINJS["standard"] = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
FEED: dict[str, object] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "T",
    "items": [{"id": "1", "content_text": "T"}],
}


@pytest.mark.parametrize(
    ("schema", "said", "says"),
    [
        ("ninjs", {"headline": "T"}, "headline"),
        ("ninjs", {"firstCreated": "2023-07-27"}, "firstCreated"),
        ("ninjs", {"uri": "a b"}, "$.uri"),
        ("ninjs", {"pubStatus": "draft"}, "pubStatus"),
        ("ninjs", {"associations": [{"uri": "urn:x:2"}]}, "name"),
        ("ninjs", {"associations": [{"uri": "urn:x:2", "name": "N", "caption": "C"}]}, "caption"),
        ("json-feed", {"items": [{"id": "1"}]}, "content_html"),
        ("json-feed", {"items": [{"content_text": "T"}]}, "'id'"),
        ("json-feed", {"items": [{"id": "1", "content_text": "T", "date_published": "2023-07-27T01:00:00"}]}, "date"),
        ("json-feed", {"version": "1.1"}, "version"),
        ("json-feed", {"author": {}}, "author"),
    ],
)
def test_schemas_find_what_is_wrong(schema: Schema, said: dict[str, object], says: str) -> None:
    good = NINJS if schema == "ninjs" else FEED
    assert json_findings(json.dumps(good), schema) == []
    assert says in " ".join(json_findings(json.dumps({**good, **said}), schema))
