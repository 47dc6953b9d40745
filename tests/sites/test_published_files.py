"""Files that are no pages: static files, pictures and attachments, published where and when they must be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites.newspaper import NOW, Newspaper
from tests.sites.plain import FILES, PLAIN_SITE, plain
from tests.sites.test_output import STORIES, SVG, tree

Make = Callable[..., Newspaper]

STABLE = PLAIN_SITE + "\n[assets]\nfingerprint = false\n"


def test_static_files_take_the_place_of_generated_ones(newspaper: Make) -> None:
    """A site's own file of a style sheet's name is what readers get."""
    out = newspaper(plain(STORIES + "-- static/assets/plain.css --\nh1 { color: red }\n", STABLE)).built()
    assert out["assets/plain.css"] == "h1 { color: red }\n"
    assert FILES["themes/plain/assets/plain.css"] != out["assets/plain.css"]
    assert 'href="/assets/plain.css"' in out["index.html"]


def test_static_files_take_the_place_of_the_themes(newspaper: Make) -> None:
    theirs = "-- themes/plain/static/robots.txt --\ntheme's\n-- themes/plain/static/humans.txt --\ntheme's\n"
    out = newspaper(plain(STORIES + theirs)).built()
    assert (out["robots.txt"], out["humans.txt"]) == ("User-agent: *\n", "theme's\n")


def test_static_files_keep_bytes_and_place(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES))
    files = {"CNAME": b"test.example", ".well-known/proof": b"\x00\xff\r\n", "up loads/ছবি.txt": b"\xef\xbb\xbfx\r\n"}
    for path, content in files.items():
        paper.put(f"static/{path}", content)
    paper.build()
    assert {path: tree(paper.output)[path] for path in files} == files


COLLISIONS = {
    "a page": ("static/world/2023/07/storm/index.html", "content/world/storm.en.md"),
    "a front": ("static/index.html", "the front page /"),
    "a page but for case": ("static/World/index.html", "the section page /world/"),
    "a page's folder": ("static/world", "world/"),
    "a file that a page would have to be in": ("static/sport/2023/07/cup", "sport/2023/07/cup/"),
    "a page that it would have to be in": ("static/404.html/x.txt", "404.html"),
    "a picture of content/": ("static/media/world/wind.svg", "content/world/wind.svg"),
    "a generated file but for case": ("static/assets/Plain.css", "assets/plain.css"),
    "another static file but for case": ("static/Robots.txt", "robots.txt"),
}


@pytest.mark.parametrize(("path", "other"), COLLISIONS.values(), ids=COLLISIONS)
def test_a_static_file_at_the_place_of_another_is_an_error(newspaper: Make, path: str, other: str) -> None:
    """It would hide a page, or break the build half-way, here or on a system that does not tell case apart."""
    paper = newspaper(plain(STORIES, STABLE))
    paper.put(path, "static")
    told = paper.faults()
    assert [item.code for item in told] == ["E401"], told
    assert other in f"{told[0].place} {told[0].message}"
    assert not paper.output.exists()


HELD_BACK = {
    "a draft": "draft: true",
    "a scheduled story": "publish_at: 2024-01-01",
    "an expired story": "expire_at: 2023-07-27 12:00",
}


@pytest.mark.parametrize("line", HELD_BACK.values(), ids=HELD_BACK)
def test_media_of_what_is_not_public_are_not_published(newspaper: Make, line: str) -> None:
    """An embargoed PDF must not leak, whether it is linked, shown, or named in front matter."""
    text = STORIES.replace("date: 2023-07-27 03:16\n", f"date: 2023-07-27 03:16\nimage: lead.svg\n{line}\n", 1)
    paper = newspaper(plain(f"{text}-- content/world/lead.svg --\n{SVG}\n"))
    paper.build()
    assert [path for path in tree(paper.output) if path.startswith("media/")] == []
    assert "Storm" not in "".join(paper.pages().values())


def test_media_vanish_when_their_story_expires(newspaper: Make, tmp_path: Path) -> None:
    text = STORIES.replace("title: Storm nears\n", "title: Storm nears\nexpire_at: 2023-07-29\n")
    paper = newspaper(plain(text))
    paper.build()
    assert {path for path in tree(paper.output) if path.startswith("media/")} == {
        "media/world/table.pdf",
        "media/world/wind.svg",
    }
    report = paper.build(now=NOW + 86_400)
    assert {"media/world/table.pdf", "media/world/wind.svg"} <= set(report.removed)
    assert not (paper.output / "media").exists()


def test_media_stay_while_another_story_uses_them(newspaper: Make) -> None:
    other = "-- content/sport/c.en.md --\n---\ntitle: C\ndate: 2023-07-26\n---\n[t](@/world/table.pdf)\n"
    text = STORIES.replace("title: Storm nears\n", "title: Storm nears\nexpire_at: 2023-07-29\n")
    paper = newspaper(plain(text + other))
    paper.build(now=NOW + 86_400)
    assert [path for path in tree(paper.output) if path.startswith("media/")] == ["media/world/table.pdf"]


def test_files_that_nothing_names_are_not_published(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES + "-- content/world/secret.pdf --\n%PDF\n-- content/world/notes.txt --\nx\n"))
    paper.build()
    assert not {"media/world/secret.pdf", "media/world/notes.txt"} & set(tree(paper.output))
