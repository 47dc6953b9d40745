"""Compressed siblings of text files, which some hosts send as they are."""

import gzip
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import brotli
import pytest

from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, numbered, story
from tests.sites.test_output import SVG, tree

Make = Callable[..., Newspaper]

LONG = "So it went, and so it goes. " * 60
PICTURE = f"-- content/images/p.svg --\n{SVG.replace('/>', '>')}<title>{LONG}</title></svg>\n"
STORY = files(story("a", body=f"{LONG}\n\n![p](@/images/p.svg)")) + PICTURE
PAGE = "world/2023/07/a/index.html"
OPEN = {".br": brotli.decompress, ".gz": gzip.decompress}


def asking(what: str = "compress = true", text: str = STORY) -> str:
    return plain(text, f"{PLAIN_SITE}\n[deploy]\n{what}\n")


def siblings(found: Mapping[str, bytes]) -> set[str]:
    return {path for path in found if path.endswith((".br", ".gz"))}


def built(paper: Newspaper) -> dict[str, bytes]:
    report = paper.build()
    assert report.published, report.diagnostics
    return tree(paper.output)


def test_text_files_of_worth_stand_beside_themselves_compressed(newspaper: Make) -> None:
    paper = newspaper(asking())
    paper.put("static/table.csv", "a,b\n" * 999)
    paper.put("static/photo.jpg", b"\xff\xd8" + b"x" * 9_999)
    paper.put("assets/plain.css", "h1 { content: 'long' }\n" * 99)
    out = built(paper)
    found = siblings(out)
    assert found
    for path in found:
        assert OPEN[path[-3:]](out[path]) == out[path[:-3]]
        assert len(out[path]) < len(out[path[:-3]])
    worth = {path for path in out if len(out[path]) >= 1_024 and path not in found and not path.endswith(".jpg")}
    assert {PAGE, "table.csv", "media/images/p.svg", "world/feed.xml"} < worth
    assert any(path.startswith("assets/plain.") for path in worth)
    assert found == {path + ending for path in worth for ending in OPEN}


@pytest.mark.parametrize(
    ("said", "endings"), [('["br"]', {".br"}), ('["gzip"]', {".gz"}), ("false", set()), ("[]", set())]
)
def test_one_may_ask_for_one_kind_or_none(said: str, endings: set[str], newspaper: Make) -> None:
    assert {path[-3:] for path in siblings(built(newspaper(asking(f"compress = {said}"))))} == endings


def test_nothing_of_brotli_is_needed_where_nobody_asks_for_it(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    assert siblings(built(newspaper(asking('compress = ["gzip"]'))))


def test_a_second_build_writes_nothing_and_an_edit_only_what_it_changes(newspaper: Make) -> None:
    paper = newspaper(asking(text=STORY + files(story("b", body=LONG))))
    first = built(paper)
    assert paper.build().written == ()
    paper.put(*story("b", body=f"{LONG} Then it ended."))
    report = paper.build()
    plain_files = {path for path in report.written if path[-3:] not in OPEN}
    again = tree(paper.output)
    assert {path for path in again if again[path] != first.get(path)} == set(report.written)
    assert siblings(dict.fromkeys(report.written, b"")) == {
        path + ending for path in plain_files if len(again[path]) >= 1_024 for ending in OPEN
    }
    assert PAGE.replace("/a/", "/b/") + ".br" in report.written
    assert PAGE + ".br" not in report.written


def test_siblings_go_with_their_files_and_with_the_setting(newspaper: Make) -> None:
    paper = newspaper(asking())
    built(paper)
    paper.put(*story("a", body="Short."))
    assert PAGE + ".br" in paper.build().removed
    paper.put(*story("a", body=LONG))
    assert PAGE + ".br" in built(paper)
    asked = (paper.root / "site.toml").read_text("utf-8")
    paper.put("site.toml", PLAIN_SITE)
    assert not siblings(built(paper))
    paper.put("site.toml", asked)
    assert PAGE + ".br" in built(paper)
    (paper.root / story("a")[0]).unlink()
    report = paper.build()
    assert {PAGE, PAGE + ".br", PAGE + ".gz"} <= set(report.removed)
    assert [lost.path for lost in report.lost if lost.path.endswith((".br", ".gz"))] == []


@pytest.mark.parametrize("harm", ["gone", "altered"])
def test_a_sibling_that_was_harmed_is_mended(harm: str, newspaper: Make) -> None:
    paper = newspaper(asking())
    whole = built(paper)
    target = paper.output / f"{PAGE}.gz"
    target.unlink() if harm == "gone" else target.write_bytes(b"harmed")
    assert built(paper) == whole


def test_a_file_of_the_sites_own_is_let_alone(newspaper: Make) -> None:
    """Also where a folder is called so."""
    paper = newspaper(asking())
    paper.put("static/index.html.gz", "mine")
    paper.put("static/world/feed.xml.BR/x.txt", "mine")
    out = built(paper)
    assert (out["index.html.gz"], out["world/feed.xml.BR/x.txt"]) == (b"mine", b"mine")
    assert "world/feed.xml.br" not in out
    assert {"index.html.br", "world/feed.xml.gz"} <= set(out) or len(out["index.html"]) < 1_024


def test_bytes_are_the_same_for_any_number_of_workers_at_any_time_and_anywhere(newspaper: Make, tmp_path: Path) -> None:
    paper = newspaper(asking(text=files(*numbered(120, body=LONG))))
    one = built(paper)
    report = paper.build(jobs=2, output=tmp_path / "out", cache=tmp_path / "cache")
    assert report.published
    assert tree(tmp_path / "out") == one
    assert {content[:10] for path, content in one.items() if path.endswith(".gz")} == {b"\x1f\x8b\x08\0\0\0\0\0\0\xff"}


@pytest.mark.parametrize(
    ("host", "name"), [("netlify", "Netlify"), ("cloudflare", "Cloudflare"), ("github", "GitHub"), ("s3", "CloudFront")]
)
def test_hosts_that_compress_by_themselves_need_none(host: str, name: str, newspaper: Make) -> None:
    paper = newspaper(asking(f'host = "{host}"\ncompress = true'))
    report = paper.build()
    assert report.published
    (told,) = [item for item in report.diagnostics if item.code == "N410"]
    assert told.message == f"{name} compresses what it sends by itself: no .br and .gz files are made"
    assert told.place.line == (paper.root / "site.toml").read_text("utf-8").splitlines().index("compress = true") + 1
    assert not siblings(tree(paper.output))


@pytest.mark.parametrize("host", ["gitlab", "nginx"])
def test_hosts_that_send_siblings_have_them(host: str, newspaper: Make) -> None:
    assert PAGE + ".br" in built(newspaper(asking(f'host = "{host}"\ncompress = true')))


@pytest.mark.parametrize(("said", "directive"), [("true", True), ('["br"]', False), ("false", False)])
def test_nginx_is_told_to_look_for_them(said: str, directive: bool, newspaper: Make) -> None:
    """But not for those of brotli: it has no such directive unless a module is loaded, and then begins no more."""
    out = built(newspaper(asking(f'host = "nginx"\ncompress = {said}')))
    assert (b"gzip_static on;\ngzip_vary on;\n" in out[".deploy/server.conf"]) == directive
    assert b"brotli" not in out[".deploy/server.conf"]


def test_the_preview_makes_none(newspaper: Make) -> None:
    paper = newspaper(asking())
    assert paper.build(hosted=False).published
    assert not siblings(tree(paper.output))


@pytest.mark.parametrize("said", ['"br"', "1", '["zip"]', "[1]", "{ br = true }"])
def test_a_kind_that_there_is_not_is_told(said: str, newspaper: Make) -> None:
    (told,) = newspaper(asking(f"compress = {said}")).faults()
    assert told.code == "E203"
    assert told.hint == 'write  compress = true  or  compress = ["br", "gzip"]'
