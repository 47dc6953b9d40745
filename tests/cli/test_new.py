"""`patrika new`: a story begun from an archetype."""

import subprocess
import sys
import unicodedata
from collections.abc import Callable

import pytest

from patrika.cli.main import run
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    return newspaper(plain(files(story("a")), PLAIN_SITE + '\n[[sections]]\nid = "sport/cricket"\n'))


def new(paper: Newspaper, section: str, headline: str, *options: str) -> int:
    return run(["new", "--root", str(paper.root), "--date", "2023-07-27 21:30", section, headline, *options])


def text(paper: Newspaper, path: str) -> str:
    return (paper.root / path).read_text("utf-8")


def test_a_story_is_begun_as_a_draft(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    """Its name is its headline's, with what YAML would misread between quotation marks; and the site builds."""
    assert new(paper, "world", 'Storm: "the worst"') == 0
    assert capsys.readouterr().out == "content/world/storm-the-worst.en.md\n"
    begun = text(paper, "content/world/storm-the-worst.en.md")
    assert begun.startswith('---\ntitle: "Storm: \\"the worst\\""\ndate: 2023-07-27 21:30\n')
    assert "draft: true\n---\n" in begun
    assert (paper.build().published, paper.build().drafts) == (True, 1)


def test_a_bangla_headline_keeps_its_letters_and_marks(paper: Newspaper) -> None:
    assert new(paper, "sport/cricket", "বাংলাদেশের জয়, ৩–০!", "--lang", "bn") == 0
    assert (paper.root / "content/sport/cricket/বাংলাদেশের-জয়-৩-০.bn.md").exists()


def test_a_section_that_needs_no_date_gets_none(paper: Newspaper) -> None:
    """Unless it is asked for."""
    paper.put("site.toml", PLAIN_SITE.replace('id = "sport"', 'id = "sport"\ndated = false'))
    assert run(["new", "--root", str(paper.root), "sport", "The club"]) == 0
    assert "\ndate:\n" in text(paper, "content/sport/the-club.en.md")
    assert new(paper, "sport", "The match") == 0
    assert "\ndate: 2023-07-27 21:30\n" in text(paper, "content/sport/the-match.en.md")


def test_a_long_headline_makes_a_name_that_can_be_written(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(paper, "world", "নির্বাচন কমিশন " * 20, "--lang", "bn") == 0
    name = capsys.readouterr().out.strip().rpartition("/")[2]
    assert len(name.encode()) <= 210
    assert set(name.removesuffix(".bn.md").split("-")) == {"নির্বাচন", "কমিশন"}


@pytest.mark.parametrize(
    ("archetypes", "section", "taken"),
    [
        (("sport", "sport.bn", "default"), "sport", "sport.bn"),
        (("sport", "default"), "sport/cricket", "sport"),
        (("sport/cricket", "sport"), "sport/cricket", "sport/cricket"),
        (("sport", "default"), "world", "default"),
    ],
)
def test_the_nearest_archetype_is_taken(
    archetypes: tuple[str, ...], section: str, taken: str, paper: Newspaper
) -> None:
    for name in archetypes:
        paper.put(f"archetypes/{name}.md", f"---\nkicker: {name}\ntitle: headline\ntags: [x]\n---\nAs always.\n")
    assert new(paper, section, "H", "--lang", "bn", "--slug", "h") == 0
    assert text(paper, f"content/{section}/h.bn.md") == (
        f'---\nkicker: {taken}\ntitle: "H"\ntags: [x]\ndate: 2023-07-27 21:30\n---\nAs always.\n'
    )


def test_an_archetype_in_toml_makes_a_story_in_toml(paper: Newspaper) -> None:
    paper.put("archetypes/world.md", '+++\nkicker = "K"\n+++\n')
    assert new(paper, "world", "H") == 0
    assert text(paper, "content/world/h.en.md") == '+++\nkicker = "K"\ntitle = "H"\ndate = 2023-07-27T21:30:00\n+++\n'
    assert "world/2023/07/h/index.html" in paper.built()


@pytest.mark.parametrize(
    ("section", "headline", "options", "said"),
    [
        ("wrold", "H", (), "unknown section “wrold”: did you mean “world”?"),
        ("world", "H", ("--lang", "be"), "unknown language “be”: en, bn"),
        ("world", "A", (), "content/world/a.en.md is there already"),
        ("world", "!!", (), "“!!” has no letter"),
        ("world", "H", ("--slug", "_h"), "“_h” cannot be a story's name"),
        ("world", "Index", (), "“index” cannot be a story's name"),
        ("world", "H", ("--slug", "a/b"), "“a/b” cannot be part of an address"),
        ("sport", "H", (), "archetypes/sport.md has no front matter"),
    ],
)
def test_what_cannot_be_begun_is_refused(
    section: str,
    headline: str,
    options: tuple[str, ...],
    said: str,
    paper: Newspaper,
    capsys: pytest.CaptureFixture[str],
) -> None:
    paper.put("archetypes/sport.md", "As always.\n")
    before = sorted(paper.root.rglob("*"))
    assert new(paper, section, headline, *options) == 2
    assert said in capsys.readouterr().err
    assert sorted(paper.root.rglob("*")) == before


def test_to_begin_a_story_neither_markdown_nor_templates_are_loaded(paper: Newspaper) -> None:
    code = (
        "import sys; from patrika.cli.main import run\n"
        f"assert run(['new', '--root', {str(paper.root)!r}, 'world', 'H']) == 0\n"
        "sys.exit(bool({'jinja2', 'markdown_it', 'babel', 'sqlite3'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_name_may_be_typed_in_any_form_and_is_taken_in_any(paper: Newspaper) -> None:
    """A terminal may hand on letters taken apart; and what looks like the file is the file."""
    apart = unicodedata.normalize("NFD", "café")
    assert new(paper, "world", "Coffee", "--slug", apart) == 0
    assert (paper.root / "content/world/café.en.md").exists()
    paper.put(f"content/world/{unicodedata.normalize('NFD', 'né')}.en.md", text(paper, "content/world/café.en.md"))
    assert new(paper, "world", "Né") == 2
