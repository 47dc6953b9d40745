"""Style sheets of a site: packed, joined, and their addresses leading to files that are named by their bytes."""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath
from typing import Any

import pytest

from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story
from tests.sites.test_output import tree

Make = Callable[..., Newspaper]

STORY = files(story("a"))
FACES = """
-- themes/plain/assets/css/faces.css --
@font-face { font-family: F; src: url("../fonts/f.woff2") format("woff2"), url(../fonts/f.eot?#iefix) }
-- themes/plain/assets/css/page.css --
h1 { background: url( '../marks/a b.svg#leaf' ) }  /* a mark */
-- themes/plain/assets/fonts/f.woff2 --
theirs
-- themes/plain/assets/fonts/f.eot --
old
-- themes/plain/assets/marks/a b.svg --
<svg/>
"""


def made(paper: Newspaper, **wishes: Any) -> dict[str, str]:
    """Return all files of the built site as texts, by path under output/."""
    report = paper.build(**wishes)
    assert report.published, report.diagnostics
    return {path: content.decode("utf-8", "replace") for path, content in tree(paper.output).items()}


def sheet(out: dict[str, str], page: str = "index.html") -> tuple[str, str]:
    """Return path and text of the one style sheet that a page links."""
    (path,) = re.findall(r'<link rel="stylesheet" href="/(.*?)"', out[page])
    return path, out[path]


def led(path: str, text: str) -> list[str]:
    """Return what a style sheet's addresses lead to, by path under output/."""
    found = re.findall(r'url\(([^)]*)\)|@import "([^"]*)"', text)
    return [
        normpath(join(dirname(path), (bare or quoted).partition("?")[0].partition("#")[0])) for bare, quoted in found
    ]


def with_styles(*parts: str, text: str = "", site: str = PLAIN_SITE) -> str:
    """Return a site whose theme joins these style sheets."""
    joined = ", ".join(f'"{part}"' for part in parts)
    return plain(STORY + text, site).replace('"plain.css" = ["plain.css"]', f'"plain.css" = [{joined}]')


def test_what_readers_get_is_packed_and_joined_and_named_by_its_bytes(newspaper: Make) -> None:
    path, text = sheet(made(newspaper(with_styles("css/faces.css", "plain.css", text=FACES))))
    assert re.fullmatch(r"assets/plain\.[0-9a-f]{10}\.css", path)
    assert text.startswith("@font-face{font-family:F;src:url(fonts/f.")
    assert text.endswith(' format("woff2"),url(fonts/f.' + text.partition(",url(fonts/f.")[2])
    assert "}h1{color:black}" in text


def test_addresses_lead_from_the_file_that_they_are_written_in_to_files_named_by_their_bytes(newspaper: Make) -> None:
    """Wherever it is published: the sheet is `assets/plain.….css`, and what it is joined from lies in `assets/css/`."""
    out = made(newspaper(with_styles("css/faces.css", "css/page.css", text=FACES)))
    path, text = sheet(out)
    font, old, mark = led(path, text)
    assert (out[font], out[old], out[mark.replace("%20", " ")]) == ("theirs\n", "old\n", "<svg/>\n")
    assert re.fullmatch(r"assets/fonts/f\.[0-9a-f]{10}\.woff2", font)
    assert ".eot?#iefix)" in text
    assert ".svg#leaf)}" in text
    assert out["assets/fonts/f.woff2"] == "theirs\n"


def test_a_sites_own_file_is_named_before_the_themes_and_changes_all_names(newspaper: Make) -> None:
    paper = newspaper(with_styles("css/faces.css", text=FACES))
    before, theirs = sheet(made(paper))
    paper.put("assets/fonts/f.woff2", "own\n")
    out = made(paper)
    path, text = sheet(out)
    assert path != before
    assert out[led(path, text)[0]] == "own\n"
    assert led(before, theirs)[0] not in out


def test_a_style_sheet_is_the_same_under_any_base_path(newspaper: Make) -> None:
    paper = newspaper(with_styles("css/faces.css", text=FACES))
    path, text = sheet(made(paper))
    assert made(paper, base_url="https://test.example/paper")[path] == text


def test_without_fingerprints_addresses_lead_to_the_files_themselves(newspaper: Make) -> None:
    site = PLAIN_SITE + "\n[assets]\nfingerprint = false\n"
    out = made(newspaper(with_styles("css/faces.css", "css/page.css", text=FACES, site=site)))
    assert led("assets/plain.css", out["assets/plain.css"]) == [
        "assets/fonts/f.woff2",
        "assets/fonts/f.eot",
        "assets/marks/a%20b.svg",
    ]
    assert not [path for path in out if re.search(r"\.[0-9a-f]{10}\.", path)]


def test_imported_sheets_are_followed(newspaper: Make) -> None:
    text = (
        FACES + '-- assets/all.css --\n@import "css/more.css" screen;\nh1 { top: 0 }\n'
        "-- assets/css/more.css --\n@import url(faces.css) layer(a);\n\n"
    )
    out = made(newspaper(with_styles("all.css", text=text)))
    path, top = sheet(out)
    assert top.endswith('" screen;h1{top:0}')
    (more,) = led(path, top)
    (faces,) = led(more, out[more])
    assert re.fullmatch(r"@import url\(faces\.\w{10}\.css\) layer\(a\);", out[more])
    assert out[led(faces, out[faces])[0]] == "theirs\n"


def test_a_sheet_that_no_theme_joins_keeps_its_name_and_is_made_alike(newspaper: Make) -> None:
    """What a slot links, say."""
    out = newspaper(plain(STORY + FACES + "-- assets/x/own.css --\na { top: 0; mask: url(../fonts/f.eot) }\n")).built()
    assert re.fullmatch(r"a\{top:0;mask:url\(\.\./fonts/f\.\w{10}\.eot\)\}", out["assets/x/own.css"])


def test_an_address_that_leads_to_nothing_is_an_error(newspaper: Make) -> None:
    text = "-- assets/css/own.css --\n\na { top: 0; mask: url(../fonts/f.eat) }\n"
    (told,) = newspaper(with_styles("css/own.css", text=FACES + text)).faults()
    assert (str(told.place), told.code) == ("assets/css/own.css:2:19", "E514")
    assert told.message == "“../fonts/f.eat” leads to nothing: there is no assets/fonts/f.eat"
    assert told.hint == "did you mean “../fonts/f.eot”?"


@pytest.mark.parametrize("address", ["../../site.toml", "../../../x", "css", "."])
def test_nothing_outside_of_assets_can_be_named(newspaper: Make, address: str) -> None:
    text = f"-- assets/css/own.css --\na {{ mask: url({address}) }}\n"
    (told,) = newspaper(with_styles("css/own.css", text=text)).faults()
    assert told.code == "E514"


def test_sheets_that_import_each_other_are_an_error(newspaper: Make) -> None:
    text = '-- assets/a.css --\n@import "b.css";\n-- assets/b.css --\n@import "c.css";\n-- assets/c.css --\n@import "b.css";\n'
    told = newspaper(with_styles("a.css", text=text)).faults()
    assert {(item.code, str(item.place)) for item in told} <= {
        ("E515", "assets/c.css:1:9"),
        ("E515", "assets/b.css:1:9"),
    }
    assert told[-1].message == "these style sheets import each other in a circle: b.css → c.css → b.css"


def test_an_import_after_rules_is_told(newspaper: Make) -> None:
    """Also where the rules are those of a file that is joined before."""
    text = (
        '-- assets/a.css --\n@layer x;\n@import "c.css";\na {}\n'
        '-- assets/b.css --\n\n@import "c.css";\n-- assets/c.css --\nb {}\n'
    )
    report = newspaper(with_styles("a.css", "b.css", text=text)).build()
    assert [(item.code, str(item.place)) for item in report.diagnostics] == [("W517", "assets/b.css:2:9")]


def test_what_breaks_the_grammar_is_told_and_harms_no_other_file(newspaper: Make) -> None:
    text = "-- assets/a.css --\na { top: 0 }\nb { top: 0\n-- assets/b.css --\nc { top: 1px }\n"
    paper = newspaper(with_styles("a.css", "b.css", text=text))
    report = paper.build()
    assert [(item.code, str(item.place)) for item in report.diagnostics] == [("W516", "assets/a.css:2:3")]
    assert sheet(made(paper))[1] == "a{top:0}b{top:0}c{top:1px}"
    assert [item.code for item in paper.build(now=report.next_change or 1_690_600_000).diagnostics] == ["W516"]


def test_a_style_sheet_that_is_no_text_is_told_each_time(newspaper: Make) -> None:
    paper = newspaper(plain(STORY))
    paper.put("assets/plain.css", b"a { content: '\xff' }")
    for _ in range(2):
        (told,) = paper.faults()
        assert (told.code, str(told.place)) == ("E101", "assets/plain.css:1:15")


def test_templates_know_the_addresses_that_style_sheets_have(newspaper: Make) -> None:
    """So a font that is loaded early is not loaded twice."""
    each = "{% for name in ['fonts/f.woff2', 'x.js'] %}{{ chrome.assets[name] | url }} {% endfor %}."
    front = f"-- templates/front.html --\n{each}\n"
    text = FACES + front + "-- assets/x.js --\n1\n"
    site = PLAIN_SITE.replace("test.example", "test.example/paper")
    paper = newspaper(with_styles("css/faces.css", text=text, site=site))
    out = made(paper)
    (path,) = (path for path in out if re.fullmatch(r"assets/plain\.\w{10}\.css", path))
    assert out["index.html"] == f"/paper/{led(path, out[path])[0]} /paper/assets/x.js ."
    paper.put("templates/front.html", "{{ chrome.assets['fonts/g.woff2'] | url }}")
    (told,) = paper.faults()
    assert (told.code, told.place.path) == ("E503", "templates/front.html")


def hosted(*parts: str, text: str) -> str:
    return with_styles(*parts, text=text, site=PLAIN_SITE + '\n[deploy]\nhost = "netlify"\n')


def test_what_is_named_by_its_bytes_may_be_kept_for_ever(newspaper: Make) -> None:
    out = made(newspaper(hosted("css/faces.css", text=FACES)))
    path, text = sheet(out)
    for asset in (path, *led(path, text)):
        assert f"/{asset}\n  Cache-Control: public, max-age=31536000, immutable\n" in out["_headers"]


def test_what_style_sheets_hold_may_be_loaded_and_what_they_load_from_elsewhere_is_told(newspaper: Make) -> None:
    text = (
        "-- assets/a.css --\n@font-face { src: url(data:font/woff2;base64,AA==) }\n"
        'b { mask: url(data:image/png;base64,AA==) }\ni { content: "url(https://no.example/)" }\n'
        "@font-face { src: url(https://fonts.example/f.woff2) }\n"
    )
    paper = newspaper(hosted("a.css", text=text))
    report = paper.build()
    (told,) = report.diagnostics
    assert (told.code, str(told.place)) == ("W512", "assets/a.css:4")
    assert told.hint.endswith('font = ["https://fonts.example"]')
    said = made(paper)["_headers"]
    assert "img-src 'self' data:;" in said
    assert "font-src 'self' data:;" in said


def test_a_story_that_changes_reads_no_style_sheet(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading one takes longer than a story does."""
    paper = newspaper(with_styles("css/faces.css", text=FACES))
    first = made(paper)
    paper.put(*story("b"))
    monkeypatch.setattr("patrika.read.style_sheets.read_sheet", None)
    again = made(paper)
    assert sheet(again) == sheet(first)
