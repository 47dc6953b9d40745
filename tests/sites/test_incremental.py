"""A build after a change does what the change asks for, and no more; what it leaves is what a clean build makes."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from patrika.model.article import SourceFile
from patrika.read.settings import read_site
from patrika.run.library import Desk, read_library
from patrika.run.progress import silent
from patrika.store.cache import opened
from patrika.store.scan import Scan
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, numbered, story

Make = Callable[..., Newspaper]
PAGE = "world/2023/07/own/index.html"
STORIES = files(
    *(story(f"old{number}", f"2023-06-{number + 1:02}", tags="[x]") for number in range(6)),
    story("own", "2023-07-01", tags="[x]"),
)


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    made = newspaper(plain(STORIES))
    made.built()
    return made


def clean(paper: Newspaper, folder: Path) -> dict[str, bytes]:
    """Return what a build that remembers nothing makes."""
    report = paper.build(output=folder / "clean", cache=folder / "cache")
    assert report.published
    return tree(folder / "clean")


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_nothing_changed_means_nothing_is_read_or_filled(paper: Newspaper) -> None:
    report = paper.build()
    assert (report.parsed, report.filled, report.written) == (0, 0, ())


def test_an_edit_of_a_body_touches_one_page_and_the_feeds_that_carry_it(paper: Newspaper, tmp_path: Path) -> None:
    paper.write(files(story("own", "2023-07-01", tags="[x]", body="Other words.", summary="Same")))
    paper.build()
    paper.write(files(story("own", "2023-07-01", tags="[x]", body="Other words again.", summary="Same")))
    report = paper.build()
    showing = {PAGE, *paper.feeds_with("world/own.en")}
    assert (report.parsed, report.filled, set(report.written)) == (1, len(showing), showing)
    assert tree(paper.output) == clean(paper, tmp_path)


def test_an_edit_of_a_headline_touches_what_shows_it(paper: Newspaper, tmp_path: Path) -> None:
    paper.write(files(story("old5", "2023-06-06", tags="[x]", title="Renamed")))
    report = paper.build()
    assert report.parsed == 1
    assert {"index.html", "world/2023/06/old5/index.html"} <= set(report.written)
    assert tree(paper.output) == clean(paper, tmp_path)


def test_an_edit_of_a_template_parses_nothing(paper: Newspaper, tmp_path: Path) -> None:
    paper.put("templates/article.html", "<p>{{ page.card.title }}</p>")
    report = paper.build()
    assert report.parsed == 0
    assert PAGE in report.written
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_file_touched_but_not_changed_is_not_parsed(paper: Newspaper) -> None:
    file = paper.root / "content/world/own.en.md"
    file.write_bytes(file.read_bytes())
    assert paper.build().parsed == 0


@pytest.mark.parametrize("touched", [False, True], ids=["read once", "touched since"])
@pytest.mark.parametrize(("age_ns", "parsed"), [(1, 1), (-1, 0)], ids=["young", "old"])
def test_a_file_is_trusted_by_its_times_only_when_it_is_old(
    tmp_path: Path, age_ns: int, parsed: int, touched: bool
) -> None:
    """Bytes may change within one tick of the clock, size and times being as they were."""
    (tmp_path / "content/world").mkdir(parents=True)
    path, text = story("own")
    site, _, _ = read_site(SITE.encode())
    assert site
    desk = Desk(tmp_path, site)

    def read(body: str, mtime_ns: int) -> int:
        (tmp_path / path).write_text(text.replace("Text.", body))
        file = SourceFile(path, path, len(text), mtime_ns, mtime_ns)
        return read_library(Scan(((file,),), ()), desk, cache, mtime_ns + 1 - age_ns, 1, silent).parsed

    with opened(tmp_path / "cache", b"stamp") as cache:
        assert read("Text.", 1_000) == 1
        last = 2_000 if touched else 1_000
        assert read("Text.", last) == 0
        assert read("Tent.", last) == parsed


def test_a_build_that_broke_while_moving_is_no_standing_to_trust(
    paper: Newspaper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Back at the time of the last whole build, with the same files, there is still something to do."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    paper.write(files(story("soon", "2023-07-28 06:00")))
    paper.build()
    moves = 0
    move = os.replace

    def breaking(source: str, target: str) -> None:
        nonlocal moves
        moves += str(target).startswith(str(paper.output))
        if moves == 2:
            raise OSError("the disk broke")
        move(source, target)

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", breaking)
        with pytest.raises(OSError, match="the disk broke"):
            paper.build(now=1_690_502_400)
    paper.build()
    assert tree(paper.output) == clean(paper, tmp_path)


@pytest.mark.parametrize("harm", ["gone", "cut", "altered"])
def test_outputs_harmed_by_hand_are_mended(paper: Newspaper, tmp_path: Path, harm: str) -> None:
    page = paper.output / PAGE
    if harm == "gone":
        page.unlink()
    else:
        page.write_bytes(page.read_bytes()[:50] if harm == "cut" else page.read_bytes()[:-1] + b"!")
    assert paper.build().written == (PAGE,)
    assert tree(paper.output) == clean(paper, tmp_path)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"SQLite format 3\x00" + b"\xff" * 5_000])
def test_a_spoilt_cache_is_begun_anew(paper: Newspaper, tmp_path: Path, content: bytes) -> None:
    for path in (paper.root / ".patrika").glob("cache.db*"):
        path.unlink()
    (paper.root / ".patrika/cache.db").write_bytes(content)
    report = paper.build()
    assert report.published
    assert (report.parsed, report.written) == (7, ())
    assert report.begun_anew
    assert tree(paper.output) == clean(paper, tmp_path)


def test_damage_in_the_midst_of_the_cache_is_no_fault_of_the_build(paper: Newspaper, tmp_path: Path) -> None:
    file = paper.root / ".patrika/cache.db"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray(file.read_bytes())
    for place in range(8_192, len(content)):
        content[place] ^= 0x55
    file.write_bytes(content)
    assert paper.build().published
    assert tree(paper.output) == clean(paper, tmp_path)


def test_damage_that_only_a_worker_meets_is_no_fault_of_the_build(newspaper: Make, tmp_path: Path) -> None:
    paper = newspaper(plain(files(*numbered(510))))
    assert paper.build().published
    with closing(sqlite3.connect(paper.root / ".patrika/cache.db")) as connection, connection:
        connection.execute("UPDATE body SET html = x''")
    paper.put("templates/article.html", "{{ page.frame.title }} in other words")
    assert paper.build(jobs=2).begun_anew
    assert tree(paper.output) == clean(paper, tmp_path)


def test_another_zone_means_that_all_is_read_again(paper: Newspaper, tmp_path: Path) -> None:
    settings = paper.root / "site.toml"
    settings.write_text(settings.read_text("utf-8").replace("Asia/Dhaka", "Europe/Berlin"), "utf-8")
    assert paper.build().parsed == 7
    assert tree(paper.output) == clean(paper, tmp_path)


def test_warnings_of_unchanged_files_are_told_in_every_build(paper: Newspaper) -> None:
    paper.write(
        files(story("own", "2023-07-01", body="![](a.svg)"))
        + '-- content/world/a.svg --\n<svg width="2" height="2" xmlns="http://www.w3.org/2000/svg"/>'
    )
    first, second = paper.build(), paper.build()
    assert [item.code for item in first.diagnostics] == ["W303"]
    assert first.diagnostics == second.diagnostics


def test_a_changed_picture_is_published_anew(paper: Newspaper, tmp_path: Path) -> None:
    svg = '-- content/world/a.svg --\n<svg width="{0}" height="2" xmlns="http://www.w3.org/2000/svg"/>'
    paper.write(files(story("own", "2023-07-01", body="![a](a.svg)")) + svg.format(2))
    paper.build()
    paper.write(svg.format(3))
    report = paper.build()
    assert {"media/world/a.svg", PAGE} <= set(report.written)
    assert tree(paper.output) == clean(paper, tmp_path)


def test_the_clock_may_go_back(paper: Newspaper, tmp_path: Path) -> None:
    paper.write(files(story("soon", "2023-07-28 06:00")))
    late = paper.build(now=1_690_502_400)
    assert "world/2023/07/soon/index.html" in late.written
    early = paper.build()
    assert "world/2023/07/soon/index.html" in early.removed
    assert tree(paper.output) == clean(paper, tmp_path)


def test_many_workers_make_what_one_makes(newspaper: Make, tmp_path: Path) -> None:
    paper = newspaper(plain(files(*numbered(260, tags="[x]"))))
    one = paper.build(output=tmp_path / "one", cache=tmp_path / "cache-one", jobs=1)
    many = paper.build(output=tmp_path / "many", cache=tmp_path / "cache-many", jobs=3)
    assert one.written == many.written
    assert tree(tmp_path / "one") == tree(tmp_path / "many")


def test_a_clean_build_forgets_the_cache_and_deletes_nothing_first(paper: Newspaper) -> None:
    report = paper.build(clean=True)
    assert (report.parsed, report.written, report.removed) == (7, (), ())


def test_a_build_of_nothing_new_ends_before_any_template_is_read(
    paper: Newspaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files too young to be sure of are looked at again, so age is made here."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    paper.build()
    report = paper.build()
    assert [stage for stage, _ in report.seconds] == ["scan"]
    assert (report.parsed, report.filled, report.written) == (0, 0, ())
    (paper.output / PAGE).unlink()
    assert paper.build().written == (PAGE,)
    paper.write(files(story("own", "2023-07-01", body="Other.")))
    assert paper.build().parsed == 1


def test_a_build_of_nothing_new_comes_to_its_end_of_validity(paper: Newspaper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    paper.write(files(story("soon", "2023-07-28 06:00")))
    paper.build()
    assert paper.build(now=1_690_502_399).written == ()
    assert "world/2023/07/soon/index.html" in paper.build(now=1_690_502_400).written


def test_what_lies_in_a_folder_that_begins_with_an_underscore_is_passed_over(paper: Newspaper) -> None:
    paper.write(files(story("_wip/x")))
    assert "world/2023/07/x/index.html" not in paper.built()


def test_a_day_alone_is_printed_without_a_clock(newspaper: Make) -> None:
    out = newspaper(files(story("day", "2023-07-01"), story("hour", "2023-07-01 00:00"))).built()
    assert "00:00</" not in out["world/2023/07/day/index.html"].split('class="dates"')[1].split("</dl>")[0]
    assert "00:00</" in out["world/2023/07/hour/index.html"].split('class="dates"')[1].split("</dl>")[0]


def test_an_edit_of_a_template_prints_only_pages_made_of_it(newspaper: Make, tmp_path: Path) -> None:
    """A part of the story's template, however deep, is a story's; the front does not know it."""
    paper = newspaper(plain(STORIES))
    paper.put("templates/article.html", "{% include 'outer.html' %}")
    paper.put("templates/outer.html", "{% from 'inner.html' import mark %}{{ mark() }}{{ page.card.title }}")
    paper.put("templates/inner.html", "{% macro mark() %}1{% endmacro %}")
    paper.built()
    paper.put("templates/inner.html", "{% macro mark() %}2{% endmacro %}")
    report = paper.build()
    assert (report.parsed, report.filled, len(report.written)) == (0, 7, 7)
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_template_named_as_a_page_is_printed_counts_as_any(newspaper: Make, tmp_path: Path) -> None:
    paper = newspaper(plain(STORIES))
    paper.put("templates/article.html", "{% include 'mark-' ~ page.card.kind ~ '.html' %}")
    paper.put("templates/mark-report.html", "1")
    paper.built()
    paper.put("templates/mark-report.html", "2")
    assert len(paper.build().written) == 7
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_new_entry_of_the_menu_is_printed_on_every_page_of_its_language(newspaper: Make, tmp_path: Path) -> None:
    """What pages share enters their keys: with the real theme, whose pages show it."""
    paper = newspaper(files(story("a"), story("b", language="bn")))
    paper.built()
    paper.write(files(story("cup", section="sport")))
    report = paper.build()
    assert "world/2023/07/a/index.html" in report.written
    assert "bn/world/2023/07/b/index.html" not in report.written
    assert tree(paper.output) == clean(paper, tmp_path)


PEOPLE = """
-- content/authors/ann.en.md --
---
name: Ann
---
-- themes/plain/templates/author.html --
{% extends "base.html" %}
{% block main %}<h1>{{ _("By") }} {{ page.name }}</h1>{% endblock %}
-- themes/plain/locale/en.po --
msgid "By"
msgstr "From"

msgid "Latest"
msgstr "Newest"
"""


def test_an_option_prints_only_pages_whose_templates_mention_it(newspaper: Make, tmp_path: Path) -> None:
    """A setting of the theme that the fronts alone show is no matter of the stories."""
    paper = newspaper(plain(files(*numbered(7), story("a", language="bn"))))
    paper.put(
        "templates/front.html",
        '{% extends "plain/front.html" %}{% block title %}{{ chrome.options.motto }}{% endblock %}',
    )
    paper.built()
    settings = paper.root / "site.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[theme]\nmotto = "All the news"\nloud = true\n', "utf-8")
    report = paper.build()
    assert (report.filled, report.written) == (2, ("bn/index.html", "index.html"))
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_phrase_prints_only_pages_whose_templates_say_it(newspaper: Make, tmp_path: Path) -> None:
    paper = newspaper(plain(STORIES + PEOPLE))
    paper.built()
    paper.write(PEOPLE.replace('"From"', '"Written by"').replace('"Newest"', '"News"'))
    report = paper.build()
    assert (report.filled, report.written) == (1, ("authors/ann/index.html",))
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_comment_among_the_phrases_prints_nothing(newspaper: Make) -> None:
    paper = newspaper(plain(STORIES + PEOPLE))
    paper.built()
    paper.write(PEOPLE.replace('msgid "By"', '# Before a name.\nmsgid "By"'))
    report = paper.build()
    assert (report.filled, report.written) == (0, ())


def test_what_all_templates_mention_prints_all_pages(newspaper: Make, tmp_path: Path) -> None:
    """A style sheet's name changes with what is in it, and every page names it."""
    paper = newspaper(plain(STORIES + PEOPLE))
    pages = [path for path in paper.built() if path.endswith(".html")]
    paper.put("themes/plain/assets/plain.css", "h1 { color: red }\n")
    report = paper.build()
    assert report.filled == len(pages)
    assert set(pages) <= set(report.written)
    assert tree(paper.output) == clean(paper, tmp_path)


def test_a_template_that_hands_on_all_that_pages_share_mentions_all(newspaper: Make, tmp_path: Path) -> None:
    """An option is found behind any name that it is given."""
    paper = newspaper(plain(STORIES))
    paper.put("templates/article.html", "{% set all = chrome %}{{ all.options.motto }}")
    paper.built()
    settings = paper.root / "site.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[theme]\nmotto = "All the news"\n', "utf-8")
    assert paper.build().filled == 7
    assert tree(paper.output) == clean(paper, tmp_path)
