"""`patrika mv`: a story renamed with all that names it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from patrika.cli.main import run
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>\n'
LINKS = "[storm.md](storm.md) and [it](./storm.md#x) ![s](shared.svg)\n\n[ref]\n\n[ref]: storm.en.md"
CUP = "[a](../world/storm.md) [b](@/world/storm) [c](@/world/storm.bn.md)"
REDIRECTS = '"/old/" = "world/storm"\n"/older/" = "@/world/storm.bn.md"\n"/x/" = "world/stormy"\n'
PAPER = files(
    story(
        "storm",
        body="[cup](@/sport/cup.md) [other](other.md#wind)\n\n![w](wave.svg) ![s](shared.svg)",
        image="{src: wave.svg, alt: W}",
    ),
    story("storm", language="bn", body='![w](wave.svg "ঢেউ")'),
    story("other", body=f"## Wind\n\n{LINKS}", related="['@/world/storm.md']"),
    story("cup", section="sport", body=CUP, related_exclude="[world/storm]"),
    story("stays", language="bn"),
    story("stormy", body="[cup](../sport/cup.md) storm.md", story="world/stormy"),
    ("content/world/wave.svg", SVG),
    ("content/world/shared.svg", SVG),
    ("redirects.toml", REDIRECTS),
)


def tree(paper: Newspaper) -> dict[str, bytes]:
    return {
        path.relative_to(paper.root).as_posix(): path.read_bytes()
        for path in sorted(paper.root.rglob("*"))
        if path.is_file() and not path.is_relative_to(paper.output) and ".patrika" not in path.parts
    }


def text(paper: Newspaper, path: str) -> str:
    return (paper.root / path).read_text("utf-8")


def mv(paper: Newspaper, old: str, new: str, *options: str) -> int:
    return run(["mv", "--root", str(paper.root), *options, old, new])


@pytest.fixture
def paper(newspaper: Make) -> Newspaper:
    """Give a site in which much names the story world/storm, built."""
    paper = newspaper(plain(PAPER))
    assert [str(item) for item in paper.build().diagnostics if item.code != "W304"] == []
    return paper


def test_a_renamed_story_is_named_anew_everywhere(paper: Newspaper) -> None:
    """Nothing leads nowhere, and no address is lost."""
    assert mv(paper, "world/storm", "world/gale") == 0
    report = paper.build()
    assert (report.published, report.errors, report.lost) == (True, 0, ())
    other = text(paper, "content/world/other.en.md")
    assert "[storm.md](gale.md) and [it](gale.md#x)" in other
    assert "[ref]: gale.en.md" in other
    assert "related: ['@/world/gale.md']" in other
    cup = text(paper, "content/sport/cup.en.md")
    assert "[a](@/world/gale.md) [b](@/world/gale) [c](@/world/gale.bn.md)" in cup
    assert "related_exclude: [world/gale]" in cup
    assert text(paper, "redirects.toml") == REDIRECTS.replace("/storm", "/gale").replace("galey", "stormy")
    assert "content/world/storm.en.md" not in tree(paper)
    assert "content/world/wave.svg" in tree(paper)


def test_what_does_not_name_it_is_let_alone(paper: Newspaper) -> None:
    before = tree(paper)
    mv(paper, "world/storm", "world/gale")
    after = tree(paper)
    assert {path for path in before if before[path] == after.get(path)} >= {
        "content/world/stormy.en.md",
        "content/world/wave.svg",
        "content/world/shared.svg",
        "site.toml",
    }


def test_the_old_address_leads_on_and_feeds_know_the_story_as_before(paper: Newspaper) -> None:
    mv(paper, "content/world/storm.en.md", "content/world/gale.en.md")
    english, bangla = text(paper, "content/world/gale.en.md"), text(paper, "content/world/gale.bn.md")
    assert 'aliases: ["/world/2023/07/storm/"]\nguid: "tag:test.example,2026:world/storm.en"\n---\n' in english
    assert 'aliases: ["/bn/world/2023/07/storm/"]\nguid: "tag:test.example,2026:world/storm.bn"\n---\n' in bangla
    assert (
        "<title>https://test.example/bn/world/2023/07/gale/</title>"
        in paper.built()["bn/world/2023/07/storm/index.html"]
    )


def test_pictures_go_along_to_another_folder_but_those_that_others_show(paper: Newspaper) -> None:
    assert mv(paper, "world/storm", "sport/sea/gale") == 0
    assert text(paper, "content/sport/sea/wave.svg") == SVG
    assert "content/world/wave.svg" not in tree(paper)
    moved = text(paper, "content/sport/sea/gale.en.md")
    assert "[other](@/world/other.md#wind)" in moved
    assert "![w](wave.svg) ![s](@/world/shared.svg)" in moved
    assert "[storm.md](@/sport/sea/gale.md)" in text(paper, "content/world/other.en.md")
    report = paper.build()
    assert (report.published, report.errors, report.lost) == (True, 0, ())


def test_a_story_that_comes_back_has_no_alias_of_its_own_address(paper: Newspaper) -> None:
    """And its id in feeds is still the first."""
    mv(paper, "world/storm", "world/gale")
    mv(paper, "world/gale", "world/storm")
    back = text(paper, "content/world/storm.en.md")
    assert 'aliases: ["/world/2023/07/gale/"]\n' in back
    assert back.count("guid:") == 1
    assert paper.build().published


def test_a_bundle_takes_all_its_files_along(newspaper: Make) -> None:
    text_of = "---\ntitle: Trip\ndate: 2023-07-01\n---\n![a](a.svg) [list](list.csv)\n"
    paper = newspaper(
        plain(
            files(
                ("content/world/trip/index.en.md", text_of),
                ("content/world/trip/a.svg", SVG),
                ("content/world/trip/list.csv", "a,b\n"),
                ("content/world/trip/raw/notes.txt", "n\n"),
                story("b", body="![a](trip/a.svg) [trip](trip/index.md) [trip](@/world/trip)"),
            )
        )
    )
    assert mv(paper, "world/trip", "sport/tour") == 0
    assert {path for path in tree(paper) if path.startswith("content/sport/tour/")} == {
        f"content/sport/tour/{name}" for name in ("index.en.md", "a.svg", "list.csv", "raw/notes.txt")
    }
    assert not (paper.root / "content/world/trip").exists()
    said = text(paper, "content/world/b.en.md")
    assert "![a](@/sport/tour/a.svg) [trip](@/sport/tour/index.md) [trip](@/sport/tour)" in said
    assert paper.build().published


def test_front_matter_is_rewritten_in_the_way_it_is_written(newspaper: Make) -> None:
    """TOML, keys of other tools, lists over lines, a table after the keys; a path that begins with @ is quoted."""
    site = PLAIN_SITE + '\n[front_matter]\nrename = { redirect_from = "aliases" }\n'
    aliases = 'aliases = [\n  "/a/",\n  "/b/",\n]\n'
    toml = f'+++\ntitle = "A"\ndate = 2023-07-01\n{aliases}image = "p.svg"\n\n[extra]\nx = 1\n+++\nText.\n'
    lists = "related:\n- sport/b\n"
    yaml = f"---\nredirect_from:\n  - /c/\n  - /d/\ntitle: A\ndate: 2023-07-01\nimage: p.svg\n{lists}---\nText.\n"
    paper = newspaper(
        plain(
            files(
                ("content/world/a.en.md", toml),
                ("content/world/a.bn.md", yaml),
                ("content/world/p.svg", SVG),
                story("z", image="{src: p.svg, alt: P}"),
                story("b", section="sport"),
            ),
            site,
        )
    )
    assert mv(paper, "world/a", "sport/a") == 0
    assert text(paper, "content/sport/a.en.md") == (
        '+++\ntitle = "A"\ndate = 2023-07-01\naliases = ["/a/", "/b/", "/world/2023/07/a/"]\nimage = "@/world/p.svg"\n'
        'guid = "tag:test.example,2026:world/a.en"\n\n[extra]\nx = 1\n+++\nText.\n'
    )
    assert text(paper, "content/sport/a.bn.md") == (
        '---\nredirect_from: ["/c/", "/d/", "/bn/world/2023/07/a/"]\ntitle: A\ndate: 2023-07-01\nimage: "@/world/p.svg"\n'
        'related:\n- sport/b\nguid: "tag:test.example,2026:world/a.bn"\n---\nText.\n'
    )
    assert paper.build().published


def test_a_translation_that_names_the_story_follows(newspaper: Make) -> None:
    """By story: or translations:; a story that takes its id from another keeps its id in feeds."""
    paper = newspaper(
        plain(
            files(
                story("fair"),
                story("mela", language="bn", story="world/fair"),
                story("m", section="sport", translations="{bn: world/fair}"),
            )
        )
    )
    paper.built()
    assert mv(paper, "world/fair", "world/fête") == 0
    assert 'story: world/fête\nguid: "tag:test.example,2026:world/fair.bn"' in text(paper, "content/world/mela.bn.md")
    assert "translations: {bn: world/fête}" in text(paper, "content/sport/m.en.md")
    assert paper.build().lost == ()


def test_an_undated_page_can_be_renamed(newspaper: Make) -> None:
    about = ("content/pages/about.md", "---\ntitle: About\n---\nUs.\n")
    paper = newspaper(plain(files(about, story("a", body="[us](@/pages/about.md)"))))
    paper.built()
    assert mv(paper, "pages/about", "pages/us") == 0
    assert 'aliases: ["/about/"]' in text(paper, "content/pages/us.md")
    assert paper.build().lost == ()


def test_a_draft_was_never_seen_and_so_leaves_nothing_behind(newspaper: Make) -> None:
    paper = newspaper(plain(files(story("a", draft="true"))))
    assert mv(paper, "world/a", "world/b") == 0
    assert "aliases" not in text(paper, "content/world/b.en.md")


def test_a_dry_run_tells_and_writes_nothing(paper: Newspaper, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(paper)
    assert mv(paper, "world/storm", "sport/gale", "--dry-run") == 0
    assert tree(paper) == before
    said = capsys.readouterr().out
    assert "content/world/storm.bn.md is now content/sport/gale.bn.md\n" in said
    assert "content/world/wave.svg is now content/sport/wave.svg\n" in said
    assert "content/sport/cup.en.md names it anew\n" in said
    assert "redirects.toml names it anew\n" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("world/strom", "world/gale", "there is no story “world/strom”; did you mean “world/storm”?"),
        ("world/storm", "world/other", "content/world/other.en.md is there already"),
        ("world/storm", "wrold/gale", "the folder “wrold” is no section"),
        ("world/storm", "world/g?le", "cannot be part of an address"),
        ("world/storm", "pages/gale", "a story stays a story"),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    old: str, new: str, said: str, paper: Newspaper, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(paper)
    assert mv(paper, old, new) == 2
    assert said in capsys.readouterr().err
    assert tree(paper) == before


def test_a_disk_that_is_full_leaves_all_as_it_was(paper: Newspaper, monkeypatch: pytest.MonkeyPatch) -> None:
    before, write = tree(paper), Path.write_bytes

    def fill_up(path: Path, content: bytes) -> int:
        if "cup" in path.name:
            write(path, content[:3])
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    assert mv(paper, "world/storm", "sport/gale") == 4
    assert tree(paper) == before


@pytest.mark.parametrize("failing", range(1, 6))
def test_what_fails_on_the_way_loses_nothing(failing: int, paper: Newspaper, monkeypatch: pytest.MonkeyPatch) -> None:
    """All old files are still there, and each new one is whole."""
    before, replaced, count = tree(paper), os.replace, 0

    def replace(source: Any, target: Any) -> None:
        nonlocal count
        count += 1
        if count == failing:
            raise OSError(28, "No space left on device", str(target))
        replaced(source, target)

    monkeypatch.setattr("patrika.run.moving.os.replace", replace)
    assert mv(paper, "world/storm", "sport/gale") == 4
    assert before.keys() <= tree(paper).keys()
    assert (Path(paper.root) / "content/world/storm.en.md").read_bytes() == before["content/world/storm.en.md"]


def test_what_one_link_is_called_afterwards_is_not_taken_for_another(newspaper: Make) -> None:
    sections = '[[sections]]\nid = "world/asia"\ntitle = {en = "Asia", bn = "এশিয়া"}\n'
    site = PLAIN_SITE + "\n" + sections
    paper = newspaper(
        plain(
            files(
                story("storm", body="[a](asia/cup.md) [b](cup.md)"),
                story("cup", body="Here."),
                story("cup", section="world/asia", body="There."),
            ),
            site,
        )
    )
    assert mv(paper, "world/storm", "world/asia/storm") == 0
    assert "[a](cup.md) [b](@/world/cup.md)" in text(paper, "content/world/asia/storm.en.md")
    assert paper.build().errors == 0


def test_files_that_blocks_name_go_with_a_story_unless_another_text_names_them(newspaper: Make) -> None:
    """In the theme broadsheet, which has the blocks."""
    table = '::: table src="{}.csv" caption="Runs"\n:::'
    paper = newspaper(
        files(
            story("cup", body=table.format("runs") + "\n\n" + table.format("both")),
            story("other", body=table.format("both")),
            ("content/world/runs.csv", "a,b\n1,2\n"),
            ("content/world/both.csv", "a,b\n3,4\n"),
        )
    )
    assert paper.build().errors == 0
    assert mv(paper, "world/cup", "sport/cup") == 0
    made = text(paper, "content/sport/cup.en.md")
    assert 'src="runs.csv" caption="Runs"' in made
    assert 'src="@/world/both.csv"' in made
    assert {"content/sport/runs.csv", "content/world/both.csv"} <= set(tree(paper))
    assert paper.build().errors == 0


def test_an_undated_page_is_named_anew_in_menus(newspaper: Make) -> None:
    menu = '\n[[menus.main]]\nref = "@/pages/about"\n'
    paper = newspaper(files(story("a"), ("content/pages/about.md", "---\ntitle: About\n---\nUs.\n")))
    paper.put("site.toml", text(paper, "site.toml") + menu)
    assert paper.build().errors == 0
    assert mv(paper, "pages/about", "pages/who") == 0
    assert text(paper, "site.toml").endswith(menu.replace("about", "who"))
    assert paper.build().errors == 0


@pytest.mark.parametrize("name", ["world/_gale", "world/.gale", "world/gale~"])
def test_a_name_that_is_passed_over_is_refused(paper: Newspaper, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(paper)
    assert mv(paper, "world/storm", name) == 2
    assert "would be passed over" in capsys.readouterr().err
    assert tree(paper) == before


def test_a_name_that_differs_by_case_alone_leaves_no_address_that_does(newspaper: Make) -> None:
    paper = newspaper(plain(files(story("Storm"))))
    assert mv(paper, "world/Storm", "world/storm") == 0
    assert "aliases" not in text(paper, "content/world/storm.en.md")
    assert paper.build().errors == 0


def test_line_ends_stay_as_they_were(paper: Newspaper) -> None:
    file = paper.root / "content/world/other.en.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    mv(paper, "world/storm", "world/gale")
    made = file.read_bytes()
    assert b"](gale.md)" in made
    assert made.count(b"\n") == made.count(b"\r\n") > 5
