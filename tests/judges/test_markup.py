"""The Nu HTML checker and html-validate find nothing to say of our pages and style sheets."""

from collections.abc import Mapping
from pathlib import Path

from tests.judges.markup import html_validate_findings, nu_findings
from tests.judges.sample import Printing

BROKEN = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Broken on purpose</title>
</head>
<body>
<h1>One</h1>
<p>A <time datetime="27 July 2023">day</time> and <a href="/x"></a>.</p>
<img src="a.png">
<p id="a">One</p><p id="a">Two</p>
</body>
</html>
"""


def test_nu_finds_nothing_in_pages_and_style_sheets(printings: Mapping[str, Printing], tmp_path: Path) -> None:
    doors = {text for printing in printings.values() for text in printing.doors()}
    for number, text in enumerate(sorted(doors)):
        (tmp_path / f"door_{number}.html").write_text(text, "utf-8")
    judged = [file for printing in printings.values() for file in (*printing.files, *printing.styles)]
    assert doors
    assert nu_findings([*judged, *tmp_path.iterdir()]) == []


def test_html_validate_finds_nothing_in_pages(printings: Mapping[str, Printing]) -> None:
    assert html_validate_findings(file for printing in printings.values() for file in printing.files) == []


def test_both_find_what_is_broken(tmp_path: Path) -> None:
    page, style = tmp_path / "broken.html", tmp_path / "broken.css"
    page.write_text(BROKEN, "utf-8")
    style.write_text("p { colour: red }\n@container (inline-size > 9em) { p { margin: 0 } }\n", "utf-8")
    nu = nu_findings([page, style])
    assert [
        part for part in ("“datetime”", "“alt”", "Duplicate ID", "colour") if not any(part in say for say in nu)
    ] == []
    assert [say for say in nu if "container" in say] == []
    rules = {say.split(": ")[1] for say in html_validate_findings([page])}
    assert {"wcag/h30", "wcag/h37", "no-dup-id"} <= rules
