"""Mistakes of editors: each is told with its place, the offending text and what to do, and nothing is published."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.sites.content_cases import DATES, DOUBLES, FRONT_MATTER, GOOD, LINKS, NAMES, OK, STORM, storm, story
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain

Make = Callable[..., Newspaper]


@each((*FRONT_MATTER, *DATES, *NAMES, *DOUBLES, *LINKS))
def test_a_mistake_is_told_at_its_place(case: Case, newspaper: Make) -> None:
    """Whatever is wrong is said once, where it is, with what to do; and what is online stays."""
    paper = newspaper(plain(case.text + "-- output/index.html --\nyesterday's\n"))
    assert_said(case, paper.faults())
    assert paper.pages() == {"index.html": "yesterday's\n"}
    assert not (paper.root / "output.stage").exists()


BYTES = {
    "a letter of Latin-1": (b"---\ntitle: Storm\n---\nab \xe9cole\n", f"{STORM}:4:4", "byte 0xe9", "UTF-8"),
    "a letter of Latin-1 after Bangla": ("---\ntitle: ঝড় ".encode() + b"\xe9\n---\n", f"{STORM}:2:12", "0xe9", "UTF-8"),
    "a file of UTF-16": ("---\ntitle: Storm\n---\n".encode("utf-16"), f"{STORM}:1:1", "not UTF-8", "UTF-8"),
    "an empty file": (b"", f"{STORM}:1:1", "this file is empty", "begin the file with a line ---"),
    "a file of spaces": (b"\xef\xbb\xbf \n\n", f"{STORM}:1:1", "this file is empty", "begin the file with a line ---"),
    "a sign that is none": (b"---\ntitle: a\x00b\ndate: 2023-07-27\n---\n", f"{STORM}:2:9", "", ""),
    "lines that end as in DOS": (
        b"---\r\ntitle: Storm\r\ndate: 2023-07-27\r\nsumary: Wind\r\n---\r\n",
        f"{STORM}:4:1",
        "“sumary”",
        "“summary”",
    ),
}


@pytest.mark.parametrize(("content", "place", "says", "hint"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_text_are_told_at_their_place(
    content: bytes, place: str, says: str, hint: str, newspaper: Make
) -> None:
    """Columns count letters, as editors' programs do, not bytes."""
    paper = newspaper(plain(OK))
    paper.put(STORM, content)
    assert_said(Case("", "", place, says, hint), paper.faults())


@pytest.mark.parametrize("folder", ["content/world", "static"])
def test_a_name_that_is_no_text_is_told(folder: str, newspaper: Make) -> None:
    """Whatever wrote it had another encoding: no address and no other system could name it."""
    paper = newspaper(plain(OK))
    (paper.root / folder).mkdir(parents=True, exist_ok=True)
    Path(os.fsdecode(os.fsencode(paper.root / folder) + b"/caf\xe9.md")).write_text("x")
    assert_said(Case("", "", f"{folder}/caf\ufffd.md", "is not UTF-8", "rename"), paper.faults())


LEADING_OUT: Mapping[str, tuple[str, str, str]] = {
    "a story": ("content/world/s.en.md", "../../../away/s.en.md", "content/"),
    "a folder": ("content/world/deep", "../../../away", "content/"),
    "a picture nobody names": ("content/world/s.jpg", "../../../away/s.jpg", "content/"),
    "a file of static/": ("static/s.txt", "../../away/s.en.md", "static/"),
    "a file named from the root": ("content/world/s.en.md", "/etc/hostname", "content/"),
}


@pytest.mark.parametrize(("link", "target", "folder"), LEADING_OUT.values(), ids=LEADING_OUT)
def test_a_symbolic_link_out_of_its_folder_is_refused(
    link: str, target: str, folder: str, newspaper: Make, tmp_path: Path
) -> None:
    paper = newspaper(plain(OK))
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "s.en.md").write_text(f"---\n{GOOD}---\nA secret.\n")
    (paper.root / link).parent.mkdir(exist_ok=True)
    (paper.root / link).symlink_to(target)
    assert_said(Case("", "", link, f"leads out of {folder}", f"into {folder}"), paper.faults())


def test_a_symbolic_link_to_nothing_is_refused(newspaper: Make) -> None:
    """A story must not vanish from the paper because the file it is a link to was moved."""
    paper = newspaper(plain(OK))
    (paper.root / "content/world/s.en.md").symlink_to("moved.en.md")
    assert_said(Case("", "", "content/world/s.en.md", "leads", ""), paper.faults())


def test_all_mistakes_of_all_files_are_told_in_one_run(newspaper: Make) -> None:
    """Settings, tags, front matter, bodies, links and files: one run, sorted by place."""
    broken = "{{ page.card.titel | shout }}"
    text = (
        storm("title: Storm\nsumary: Wind\ndraft: maybe", "See [it](none.md) and <b>that</b>.")
        + story("content/sport/cup.en.md", GOOD + "related: [world/okk]\nauthors: [nobody]", "See [it](okk.md).")
        + f"-- content/tags.toml --\n[Wind]\nname = 'Wind'\n-- templates/article.html --\n{broken}\n"
    )
    paper = newspaper(plain(text))
    (paper.root / "site.toml").write_text(paper.root.joinpath("site.toml").read_text().replace("Dhaka", "Dakha"))
    (paper.root / "content/world/empty.en.md").touch()
    told = [(item.code, item.place.path, item.place.line) for item in paper.faults()]
    assert told == sorted(told, key=lambda item: (item[1], item[2]))
    assert {code for code, *_ in told} >= {
        "E102",
        "E110",
        "E111",
        "E113",
        "E120",
        "E206",
        "E301",
        "E307",
        "E308",
        "E502",
    }
    assert {path for _, path, _ in told} == {
        "content/sport/cup.en.md",
        "content/tags.toml",
        "content/world/empty.en.md",
        STORM,
        "site.toml",
        "templates/article.html",
    }
    assert all(item.hint for item in paper.faults())


def test_a_faulty_file_is_no_reason_to_complain_of_those_that_name_it(newspaper: Make) -> None:
    """Else one misspelt key in a story or an author's file would be told as many faults in files that have none."""
    text = (
        story("content/world/a.en.md", GOOD + "sumary: Wind")
        + story(
            "content/world/b.en.md",
            GOOD + "related: [world/a]\nauthors: [ann]",
            "See [a](@/world/a.md) and [us](@/pages/us.md).",
        )
        + story("content/authors/ann.en.md", "nam: Ann")
        + story("content/pages/us.en.md", "titel: Us")
    )
    told = {(item.place.path, item.code) for item in newspaper(plain(text)).faults()}
    assert {path for path, _ in told} == {
        "content/world/a.en.md",
        "content/authors/ann.en.md",
        "content/pages/us.en.md",
    }


def test_faults_come_in_one_order_however_files_were_made(newspaper: Make) -> None:
    paper = newspaper(plain(storm(GOOD + "zz: 1") + story("content/world/a.en.md", GOOD + "zz: 1")))
    first = [str(item) for item in paper.faults()]
    (paper.root / "content/world/a.en.md").rename(paper.root / "aside")
    (paper.root / "aside").rename(paper.root / "content/world/a.en.md")
    assert [str(item) for item in paper.faults()] == first
    assert first == sorted(first)


def test_time_alone_breaks_no_build(newspaper: Make) -> None:
    """A link or a pick to a draft, to what is scheduled or has expired is a notice, and its words stand as text. What is
    wrong with a draft is a warning."""
    text = (
        storm(
            GOOD + "related: [world/draft]",
            "See [draft](draft.md), [later](later.md), [over](over.md).\n\n[path](/world/2030/01/later)",
        )
        + story("content/world/draft.en.md", GOOD + "draft: true", "[a](nowhere.md) ![b](none.jpg)")
        + story("content/world/later.en.md", "title: L\ndate: 2030-01-01")
        + story("content/world/over.en.md", "title: O\ndate: 2023-01-01\nexpire_at: 2023-02-01")
    )
    report = newspaper(plain(text)).build()
    assert report.published
    draft = "content/world/draft.en.md"
    assert [(item.severity, str(item.place)) for item in report.diagnostics] == [
        ("warning", f"{draft}:6:5"),
        ("warning", f"{draft}:6:22"),
        ("notice", f"{STORM}:4:11"),
        ("notice", f"{STORM}:6:13"),
        ("notice", f"{STORM}:6:32"),
        ("notice", f"{STORM}:6:50"),
        ("notice", f"{STORM}:8:8"),
    ]


def test_what_is_wrong_with_a_scheduled_story_is_told_before_its_hour(newspaper: Make) -> None:
    """Else the build of that hour would be the first to fail, with nobody there."""
    later = story("content/world/later.en.md", "title: L\ndate: 2030-01-01\nauthors: [nobody]", "[a](nowhere.md)")
    told = newspaper(plain(OK + later)).faults()
    assert [(item.code, item.place.line) for item in told] == [("E308", 4), ("E301", 6)]


WARNINGS = (
    Case(
        "a link to no heading",
        storm(GOOD, "[x](ok.md#wind-and-ran)"),
        f"{STORM}:5:5",
        "wind-and-ran",
        "“wind-and-rain”",
    ),
    Case(
        "a picture without words",
        storm(GOOD, "![](a.svg)")
        + "-- content/world/a.svg --\n<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>\n",
        f"{STORM}:5:5",
        "“a.svg” has no text",
        "write ![",
    ),
    Case(
        "a story that expires before it begins",
        storm(GOOD + "expire_at: 2023-07-01"),
        f"{STORM}:4:12",
        "expires before it is published",
        "put expire_at later",
    ),
)


@each(WARNINGS)
def test_a_warning_is_told_and_the_site_published(case: Case, newspaper: Make) -> None:
    report = newspaper(plain(case.text)).build()
    assert report.published
    assert [item.severity for item in report.diagnostics] == ["warning"]
    assert_said(case, report.diagnostics)


def test_strict_publishes_nothing_with_a_warning(newspaper: Make) -> None:
    paper = newspaper(plain(WARNINGS[0].text + "-- output/index.html --\nyesterday's\n"))
    report = paper.build(strict=True)
    assert not report.published
    assert report.warnings == 1
    assert paper.pages() == {"index.html": "yesterday's\n"}


def test_strict_publishes_with_notices(newspaper: Make) -> None:
    text = storm(GOOD, "See [draft](draft.md).") + story("content/world/draft.en.md", GOOD + "draft: true")
    assert newspaper(plain(text)).build(strict=True).published


def test_an_hour_that_happened_twice_is_a_warning(newspaper: Make) -> None:
    paper = newspaper(plain(storm("title: Storm\ndate: 2023-10-29 02:30")))
    paper.put("site.toml", (paper.root / "site.toml").read_text().replace("Asia/Dhaka", "Europe/Berlin"))
    report = paper.build(now=1_700_000_000)
    assert report.published
    assert_said(Case("", "", f"{STORM}:3:7", "happened twice in Europe/Berlin", "+06:00"), report.diagnostics)
