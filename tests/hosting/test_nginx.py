"""The law of the guide to nginx: whoever follows it has a site whose every link is answered as it should be."""

import gzip
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from patrika.relate.addresses import percent_encoded
from tests.hosting.newsroom import hosted_newsroom, typed_files
from tests.hosting.nginx import Server, nginx
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
DEPLOY = '[deploy]\nhost = "nginx"\n'
FEEDS = '[feeds]\nhub = "https://hub.example/$uri"\n[feeds.also_at]\n"/a b/" = "/feed.xml"\n"/$x.xml" = "/feed.xml"\n'
_LINK = re.compile(r'(?:href|src|poster)="((?:https://patrika\.example)?/[^"#]*)')


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Server]]:
    """The sample newsroom, built for nginx and served by it."""
    room = hosted_newsroom(tmp_path_factory.mktemp("newsroom"), "nginx")
    with nginx(room.output, room.root / "nginx") as server:
        yield room.output, server


def links(output: Path) -> dict[str, str]:
    """Return the addresses that pages name on their own site, each with a page that does."""
    found: dict[str, str] = {}
    for path in sorted(output.rglob("*.html")):
        for link in _LINK.findall(path.read_text("utf-8")):
            found.setdefault(unescape(link).removeprefix("https://patrika.example"), path.name)
    return found


def test_every_link_of_the_newsroom_is_answered(newsroom: tuple[Path, Server]) -> None:
    output, server = newsroom
    asked = links(output)
    assert len(asked) > 300
    assert {link: status for link in asked if (status := server.get(link).status) != 200} == {}


def test_each_answer_says_what_browsers_may_do_and_for_how_long(newsroom: tuple[Path, Server]) -> None:
    output, server = newsroom
    page, missing = server.get("/bn/"), server.get("/none/")
    for answer in (page, missing):
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; ")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "public, max-age=60"
    (style,) = (output / "assets").glob("broadsheet.*.css")
    asset = server.get(f"/assets/{style.name}")
    assert asset.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert asset.headers["content-type"] == "text/css; charset=utf-8"
    assert "link" not in page.headers


def test_files_for_programs_have_their_types_and_feeds_name_their_hub(newsroom: tuple[Path, Server]) -> None:
    output, server = newsroom
    asked = list(typed_files(output))
    assert len(asked) > 40
    for path, type, link in asked:
        answer = server.get(percent_encoded(path))
        found = (answer.status, answer.headers["content-type"], answer.headers.get("link", ""))
        assert found == (200, type, link), path
        assert answer.headers["x-content-type-options"] == "nosniff"
    for path in ("/sitemap.xml", "/bn/news-sitemap.xml", "/sitemaps/bn-pages.xml"):
        assert server.get(path).headers["content-type"] == "text/xml; charset=utf-8"


@pytest.mark.parametrize(("path", "language"), [("/none", "en"), ("/bn/none/x/", "bn"), ("/ur/none.html", "ur")])
def test_what_is_not_there_is_told_in_the_language_asked_in(
    path: str, language: str, newsroom: tuple[Path, Server]
) -> None:
    answer = newsroom[1].get(path)
    assert answer.status == 404
    assert f'<html lang="{language}"' in answer.body


def test_old_addresses_lead_on_and_what_is_gone_says_so(newsroom: tuple[Path, Server]) -> None:
    output, server = newsroom
    for path in ("/kim/", "/kim"):
        answer = server.get(path)
        assert (answer.status, answer.headers["location"].endswith("/world/2023/07/kim-shoigu/")) == (301, True)
    assert not (output / "kim").exists()
    for path in ("/bn/gone/", "/bn/gone"):
        answer = server.get(path)
        assert answer.status == 410
        assert '<html lang="bn"' in answer.body
        assert "cache-control" not in answer.headers


@pytest.mark.parametrize("path", ["/.deploy/server.conf", "/.patrika-site", "/.deploy/"])
def test_what_is_not_for_readers_is_not_served(path: str, newsroom: tuple[Path, Server]) -> None:
    assert newsroom[1].get(path).status == 404


def test_what_is_compressed_is_sent_to_those_who_can_read_it(newspaper: Make, tmp_path: Path) -> None:
    """With the headers that it has otherwise, so that no cache sends it to others."""
    long = "So it went, and so it goes. " * 60
    paper = newspaper(files(story("a", body=long)), SITE + DEPLOY + "compress = true\n")
    assert paper.build().published
    (style,) = (paper.output / "assets").glob("broadsheet.*.css")
    with nginx(paper.output, tmp_path / "nginx") as server:
        for path in ("/world/2023/07/a/", "/feed.xml", f"/assets/{style.name}", "/none/"):
            whole, small = server.get(path), server.get(path, "gzip, deflate, br")
            assert (small.headers["content-encoding"], small.headers["vary"]) == ("gzip", "Accept-Encoding")
            assert "content-encoding" not in whole.headers
            assert gzip.decompress(small.raw) == whole.raw
            for name in ("content-type", "cache-control", "content-security-policy", "link"):
                assert small.headers.get(name) == whole.headers.get(name)
            file = paper.output / path.strip("/") / "index.html" if path.endswith("a/") else paper.output / path[1:]
            assert path == "/none/" or small.raw == file.with_name(f"{file.name}.gz").read_bytes()


ODD = ("it's", "a b", "৪৭ সাল", "x;y", "{x}", "$uri", "~^", "a,b", "old.php", "ক" * 60)


def test_old_addresses_with_signs_that_nginx_knows_mean_themselves(newspaper: Make, tmp_path: Path) -> None:
    """Under a path, too; and what a target has of them."""
    lines = "".join(f'"/{odd}/x/" = "https://shop.example/{quote(odd, safe="$;{}~")}"\n' for odd in ODD)
    site = SITE.replace("https://test.example", "https://test.example/paper") + DEPLOY + FEEDS
    paper = newspaper(files(story("a", aliases='["/$a b/"]')), site)
    paper.put("redirects.toml", lines)
    paper.output = tmp_path / "www" / "paper"
    assert paper.build().published
    with nginx(paper.output, tmp_path / "nginx", tmp_path / "www") as server:
        assert server.get("/paper/").status == 200
        for asked, feed in (("/bn/feed.xml", "/bn/feed.xml"), ("/a%20b/", "/feed.xml"), ("/%24x.xml?y", "/feed.xml")):
            answer = server.get(f"/paper{asked}")
            assert answer.headers["content-type"] == "application/rss+xml; charset=utf-8"
            assert answer.headers["link"].endswith(f'<https://test.example/paper{feed}>; rel="self"')
        assert server.get("/paper/%24a%20b").headers["location"].endswith("/paper/world/2023/07/a/")
        assert server.get("/paper/bn/none").body.count('<html lang="bn"')
        for odd in ODD:
            assert (
                server.get(f"/paper/{quote(odd)}/x/").headers["location"]
                == f"https://shop.example/{quote(odd, safe=';~')}"
            )
