"""`patrika translate`: a translation begun beside its original, and one marked as brought up to date."""

import unicodedata
from collections.abc import Callable

import pytest

from patrika.cli.main import run
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story
from tests.sites.wordings import stamp

Make = Callable[..., Newspaper]

URDU = '\n[languages.ur]\nname = "اردو"\n'
STORM = """---
# The desk's own story.
title: A storm
date: 2023-07-27 03:16
authors: [Desk]
url: /2014/05/storm.html
tags: [sea]   # one id in all languages
aliases:
  - /old/
guid: g
translations: {ur: https://urdu.example/storm}
image: {src: roof.svg, alt: A roof}
---

Wind came.
"""
BEGUN = f"""---
# The desk's own story.
title: A storm
date: 2023-07-27 03:16
authors: [Desk]
tags: [sea]   # one id in all languages
image: {{src: roof.svg, alt: A roof}}
draft: true
translated_from: {stamp(STORM)}
---

Wind came.
"""


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    paper = newspaper(plain(files(("content/world/storm.en.md", STORM), story("calm")), PLAIN_SITE + URDU))
    paper.put("content/world/roof.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>\n')
    return paper


def translate(paper: Newspaper, *arguments: str) -> int:
    return run(["translate", "--root", str(paper.root), *arguments])


def text(paper: Newspaper, path: str) -> str:
    return (paper.root / path).read_text("utf-8")


@pytest.mark.parametrize("name", ["world/storm", "content/world/storm.en.md", "@/world/storm.md"])
def test_a_translation_is_begun_with_the_words_of_its_original(
    name: str, paper: Newspaper, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a draft, without what is the original's alone; nobody sees it, and the site builds."""
    assert translate(paper, name, "bn") == 0
    assert capsys.readouterr().out == "content/world/storm.bn.md\n"
    assert text(paper, "content/world/storm.bn.md") == BEGUN
    assert text(paper, "content/world/storm.en.md") == STORM
    assert (paper.built().keys() & {"bn/world/2023/07/storm/index.html"}, paper.build().drafts) == (set(), 1)


def test_it_stands_beside_its_original_however_that_is_named(paper: Newspaper) -> None:
    for original, translation in (
        ("sport/cup.md", "sport/cup.bn.md"),
        ("sport/match/index.en.md", "sport/match/index.bn.md"),
        ("sport/old.en.html", "sport/old.bn.html"),
    ):
        paper.put(f"content/{original}", story("x")[1].replace("Text.", "<p>Text.</p>" if "html" in original else "T"))
        assert translate(paper, f"content/{original}", "bn") == 0
        assert "translated_from: en@" in text(paper, f"content/{translation}")


def test_it_is_of_the_same_story_where_that_has_an_id_of_its_own(paper: Newspaper) -> None:
    paper.write(files(story("gale", story="weather-1")))
    assert translate(paper, "weather-1", "bn") == 0
    assert "\nstory: weather-1\n" in text(paper, "content/world/gale.bn.md")


def test_front_matter_in_toml_and_keys_of_other_tools_are_kept(paper: Newspaper) -> None:
    toml = '+++\nheadline = "T"\ndate = 2023-07-27\nslug = "s"\nurl = "/t/"\n+++\nT\r\n'
    paper.put("content/world/t.en.md", toml)
    paper.put("site.toml", f'{PLAIN_SITE}\n[front_matter]\nrename = {{ headline = "title" }}\n')
    assert translate(paper, "world/t", "bn") == 0
    assert text(paper, "content/world/t.bn.md").splitlines() == [
        *("+++", 'headline = "T"', "date = 2023-07-27", 'slug = "s"', "draft = true"),
        *(f'translated_from = "{stamp(toml.replace("headline", "title"))}"', "+++", "T"),
    ]
    assert b"\r\n" in (paper.root / "content/world/t.bn.md").read_bytes()


def test_the_original_is_the_default_languages_or_else_the_first_or_as_is_wished(paper: Newspaper) -> None:
    paper.write(files(story("gale", language="ur"), story("fog", language="bn"), story("fog", language="ur")))
    for name, options, origin in (
        ("world/storm", (), "en"),
        ("world/gale", (), "ur"),
        ("world/fog", (), "bn"),
        ("world/rain", ("--from", "ur"), "ur"),
    ):
        language = "bn" if origin != "bn" else "en"
        if "rain" in name:
            paper.write(files(story("rain"), story("rain", language="ur")))
        assert translate(paper, name, language, *options) == 0
        assert f"translated_from: {origin}@" in text(paper, f"content/{name}.{language}.md")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("world/strom", "bn"), "there is no story “world/strom”; did you mean “world/storm”?"),
        (("world/storm", "be"), "unknown language “be”: en, bn, ur"),
        (("world/storm", "bn", "--from", "enn"), "unknown language “enn”: did you mean “en”?"),
        (("world/storm", "bn", "--from", "bn"), "“bn” is both"),
        (("world/storm", "bn", "--from", "ur"), "“world/storm” has no version “ur” to translate from"),
        (("world/storm", "en"), "content/world/storm.en.md is there already"),
        (("world/storm", "ur"), "is there already, at https://urdu.example/storm"),
        (("world/storm", "bn", "--update"), "“world/storm” has no version “bn” yet"),
        (("world/calm", "en", "--update"), "“world/calm” has no other version to translate from"),
        (("world/wrong", "bn"), "content/world/wrong.en.md:3"),
        (("world/half", "bn"), "content/world/half.bn.md is there already, and cannot be read"),
    ],
)
def test_what_cannot_be_translated_is_refused(
    arguments: tuple[str, ...], said: str, paper: Newspaper, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write(files(story("wrong", date="never"), story("half"), story("half", language="bn", date="never")))
    before = sorted(paper.root.glob("content/**/*"))
    assert translate(paper, *arguments) == 2
    assert said in capsys.readouterr().err
    assert sorted(paper.root.glob("content/**/*")) == before


SHAPES = {
    "lines that end in DOS": ("---\r\ntitle: ঝড়\r\ndate: 2023-07-27\r\n---\r\nএক।\r\n", "\r\n"),
    "a byte order mark": ("\ufeff---\ntitle: ঝড়\ndate: 2023-07-27\n---\nএক।  \n\n\n", "\n"),
    "letters apart": ("---\ntitle: cafe\u0301 \ndate: 2023-07-27\n---\ne\u0301\n", "\n"),
    "mixed line ends": ("---\ntitle: ঝড়\ndate: 2023-07-27\n---\r\nএক।\r\nদুই।\n", "\n"),
    "no line end at the end": ("---\ntitle: ঝড়\ndate: 2023-07-27\n---\nএক।", "\n"),
    "no text": ("---\ntitle: ঝড়\ndate: 2023-07-27\n---", "\n"),
}


@pytest.mark.parametrize(("shape", "end"), SHAPES.values(), ids=SHAPES)
def test_to_mark_a_translation_changes_one_line_of_its_file(
    shape: str, end: str, paper: Newspaper, capsys: pytest.CaptureFixture[str]
) -> None:
    """At first a line is added; when the original has changed, that line is another; and twice is once."""
    paper.put("content/world/storm.bn.md", shape)
    head, tail = shape.rsplit("---", 1)
    assert translate(paper, "world/storm", "bn", "--update") == 0
    first = (paper.root / "content/world/storm.bn.md").read_bytes()
    assert first == f"{head}translated_from: {stamp(STORM)}{end}---{tail}".encode()
    changed = STORM.replace("Wind", "A wind")
    paper.put("content/world/storm.en.md", changed)
    assert translate(paper, "world/storm", "bn", "--update") == 0
    second = (paper.root / "content/world/storm.bn.md").read_bytes()
    assert second == first.replace(stamp(STORM).encode(), stamp(changed).encode()) != first
    capsys.readouterr()
    assert translate(paper, "world/storm", "bn", "--update") == 0
    assert capsys.readouterr().out == "content/world/storm.bn.md was up to date with content/world/storm.en.md\n"
    assert (paper.root / "content/world/storm.bn.md").read_bytes() == second


def test_it_stays_the_translation_of_what_it_was_translated_from(paper: Newspaper) -> None:
    """Also where the default language has a version by now."""
    paper.write(files(story("fog", language="ur"), story("fog", language="bn", translated_from="ur@00000000")))
    paper.write(files(story("fog")))
    assert translate(paper, "world/fog", "bn", "--update") == 0
    assert "translated_from: ur@" in text(paper, "content/world/fog.bn.md")
    assert translate(paper, "world/fog", "bn", "--update", "--from", "en") == 0
    assert "translated_from: en@" in text(paper, "content/world/fog.bn.md")


def test_it_stands_in_the_folder_of_its_original_however_the_disk_spells_that(paper: Newspaper) -> None:
    """Patrika goes by the letters, a disk by their bytes: no second folder is made that looks like the first."""
    apart = unicodedata.normalize("NFD", "content/world/é")
    paper.put(f"{apart}/{unicodedata.normalize('NFD', 'más')}.en.md", story("a")[1])
    assert translate(paper, "world/é/más", "bn") == 0
    assert sorted(path.name for path in (paper.root / apart).iterdir()) == sorted(
        (unicodedata.normalize("NFD", "más.en.md"), "más.bn.md")
    )
    assert [path.name for path in (paper.root / "content/world").iterdir() if path.is_dir()] == [
        apart.rpartition("/")[2]
    ]
    assert paper.build().published
