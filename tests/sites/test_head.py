"""The head of pages: who translates them, what stands for the paper, what is shown to those who share a link."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
HOME = "https://test.example"
A = "world/2023/07/a/index.html"
ICO, PNG = b"\0\0\1\0", b"\x89PNG\r\n\x1a\n"
COLOURS = '\n[theme]\ncolour = "#1d4f91"\nground = "#fff"\n'


def head(html: str) -> str:
    return html.partition("</head>")[0]


def said(html: str, name: str) -> list[str]:
    """Return what the head says by a name, in order."""
    return re.findall(rf'<meta property="{name}" content="([^"]*)">', head(html))


def links(html: str, rel: str) -> list[str]:
    """Return the links of the head of a relation, less `rel` itself."""
    return re.findall(rf'<link rel="{rel}" ([^>]*)>', head(html))


def manifest(paper: Newspaper, path: str = "manifest.webmanifest") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((paper.output / path).read_text("utf-8"))
    return found


def test_translations_name_themselves_and_each_other_and_others_nobody(newspaper: Make) -> None:
    out = newspaper(files(story("a"), story("a", language="bn"), story("b"))).built()
    both = [f'hreflang="{tag}" href="{HOME}{path}"' for tag, path in (
        ("en", "/world/2023/07/a/"), ("bn", "/bn/world/2023/07/a/"), ("x-default", "/world/2023/07/a/"))]  # fmt: skip
    assert links(out[A], "alternate")[:3] == links(out[f"bn/{A}"], "alternate")[:3] == both
    assert "hreflang" not in head(out["world/2023/07/b/index.html"])


def test_the_head_keeps_its_order(newspaper: Make) -> None:
    """Canonical, translations, icons, manifest, style sheets, Open Graph, data for machines."""
    page = head(newspaper(files(story("a"), story("a", language="bn"))).built()[A])
    parts = (
        "<title>",
        "description",
        "robots",
        "canonical",
        "hreflang",
        'rel="icon"',
        "manifest",
        "stylesheet",
        "og:title",
    )
    places = [page.index(part) for part in (*parts, "article:published_time", "twitter:card", "application/ld+json")]
    assert places == sorted(places)


def test_a_site_without_an_icon_gets_its_initial(newspaper: Make) -> None:
    paper = newspaper(files(story("a")))
    out = paper.built()
    assert links(out[A], "icon") == ['href="/icon.svg" type="image/svg+xml" sizes="any"']
    assert ">T</text>" in out["icon.svg"]
    assert 'fill="#8f1d1a"' in out["icon.svg"]
    assert [icon["src"] for icon in manifest(paper)["icons"]] == ["/icon.svg"]


INITIALS = {"পত্রিকা": "প", "স্বাধীন": "স্বা", "اخبار": "ا", "“the Post”": "T", "éclair": "É", "★": "★", "<b>": "B"}


@pytest.mark.parametrize("name", INITIALS)
def test_an_initial_is_a_whole_letter_of_any_script(newspaper: Make, name: str) -> None:
    """With its vowel and what it is joined to; what is no letter is passed over."""
    site = SITE.replace("The Test", name.replace('"', ""))
    drawn = newspaper(files(story("a")), site).built()["icon.svg"]
    assert re.findall(">([^<]*)</text>", drawn) == [INITIALS[name]]


def test_a_site_s_own_icons_are_named_instead(newspaper: Make) -> None:
    paper = newspaper(files(story("a")))
    for name in ("favicon.ico", "apple-touch-icon.png", "icon-512.png"):
        paper.put(f"static/{name}", ICO if name.endswith("ico") else PNG)
    out = paper.built()
    assert links(out[A], "icon") == ['href="/favicon.ico" type="image/x-icon" sizes="32x32"']
    assert links(out[A], "apple-touch-icon") == ['href="/apple-touch-icon.png" type="image/png" sizes="180x180"']
    assert "icon.svg" not in out
    named = [(icon["src"], icon["sizes"]) for icon in manifest(paper)["icons"]]
    assert named == [("/icon-512.png", "512x512"), ("/apple-touch-icon.png", "180x180")]


def test_each_language_has_a_manifest_under_the_site_s_base(newspaper: Make) -> None:
    site = SITE.replace(HOME, f"{HOME}/paper") + COLOURS
    paper = newspaper(files(story("a"), story("a", language="bn")), site)
    out = paper.built()
    assert links(out[f"bn/{A}"], "manifest") == ['href="/paper/bn/manifest.webmanifest"']
    found = manifest(paper, "bn/manifest.webmanifest")
    assert (found["name"], found["lang"], found["dir"]) == ("পরীক্ষা", "bn", "ltr")
    assert (found["start_url"], found["scope"]) == ("/paper/bn/", "/paper/")
    assert found["icons"][0]["src"] == "/paper/icon.svg"
    assert (found["theme_color"], found["background_color"]) == ("#1d4f91", "#fff")
    assert 'fill="#1d4f91"' in out["icon.svg"]


def test_a_colour_that_is_none_is_told(newspaper: Make) -> None:
    site = SITE + '\n[theme]\ncolour = "red\\"/>"\n'
    (fault,) = newspaper(files(story("a")), site).faults()
    assert (fault.code, fault.place.line > 0) == ("E203", True)
    assert "#8f1d1a" in fault.hint


def test_a_manifest_of_the_site_s_own_takes_the_place_of_ours(newspaper: Make) -> None:
    paper = newspaper(files(story("a")) + "-- static/manifest.webmanifest --\n{}\n")
    paper.built()
    assert manifest(paper) == {}
    assert manifest(paper, "bn/manifest.webmanifest")["lang"] == "bn"


def test_open_graph_tells_language_authors_and_picture(newspaper: Make) -> None:
    person = "-- content/authors/ann.en.md --\n---\nname: Ann\n---\nA.\n"
    image = '{src: "@/images/a.jpg", alt: A}'
    paper = newspaper(files(story("a", authors="[ann, Some One]", image=image), story("a", language="bn")) + person)
    paper.put("content/images/a.jpg", (Path(__file__).parents[2] / "content/images/metro.jpg").read_bytes())
    page = paper.built()[A]
    assert (said(page, "og:locale"), said(page, "og:locale:alternate")) == (["en_GB"], ["bn_BD"])
    assert said(page, "article:author") == [f"{HOME}/authors/ann/", "Some One"]
    assert said(page, "og:image") == [f"{HOME}/media/images/a.jpg"]
    assert (said(page, "og:image:type"), said(page, "og:image:alt")) == (["image/jpeg"], ["A"])
    assert int(said(page, "og:image:width")[0]) > 600
    assert 'name="twitter:card" content="summary_large_image"' in page


def test_drawings_are_not_shared_since_nobody_takes_them(newspaper: Make) -> None:
    svg = '-- content/images/a.svg --\n<svg width="900" height="600" xmlns="http://www.w3.org/2000/svg"/>\n'
    page = newspaper(files(story("a", image='{src: "@/images/a.svg", alt: A}')) + svg).built()[A]
    assert said(page, "og:image") == []
    assert 'name="twitter:card" content="summary"' in page


def test_every_page_of_a_paper_has_a_name_of_its_own(newspaper: Make) -> None:
    out = newspaper(files(story("a", "2023-07-01"), story("b", "2023-06-01"))).built()
    months = [re.findall("<title>(.*?)</title>", out[f"world/2023/{month}/index.html"])[0] for month in ("06", "07")]
    assert months == ["World: June 2023 | The Test", "World: July 2023 | The Test"]
    assert said(out["world/2023/06/index.html"], "og:title") == ["World: June 2023"]
