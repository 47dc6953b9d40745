"""Front matter as other tools write it: in TOML, with keys of their own, and with values by folder in site.toml."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story
from tests.sites.talkative import talkative

Make = Callable[..., Newspaper]
PAGE = "world/2023/07/storm/index.html"
RULES = """
[front_matter]
rename = { lastmod = "updated", byline = "authors" }
ignore = ["layout", "weight"]

[[defaults]]
path = "world/**"
kicker = "Wire"
agency = "Reuters"

[[defaults]]
path = "world/2023/*.md"
agency = "AFP"
date = 2023-07-05
"""


def ruled(text: str, rules: str = RULES) -> str:
    """Return a site whose site.toml has some rules."""
    site = talkative("")
    return site.replace("[languages.en]", rules.lstrip() + "\n[languages.en]", 1) + text


def test_a_story_in_toml_is_read_as_one_in_yaml(newspaper: Make) -> None:
    """Times without an offset are the site's, and a day alone has no clock."""
    paper = newspaper(
        talkative(
            '-- content/world/storm.md --\n+++\ntitle = "Storm"\ndate = 2023-07-27 03:16:00\n'
            'tags = ["sea"]\nauthors = ["Ann B"]\n+++\nText.\n'
        )
    )
    toml = paper.built()[PAGE]
    paper.put(
        "content/world/storm.md",
        "---\ntitle: Storm\ndate: 2023-07-27 03:16\ntags: [sea]\nauthors: [Ann B]\n---\nText.\n",
    )
    assert paper.built()[PAGE] == toml
    assert "27 July 2023" in toml


def test_a_key_at_fault_in_toml_is_told_at_its_line(newspaper: Make) -> None:
    paper = newspaper(
        talkative('-- content/world/storm.md --\n+++\ntitle = "Storm"\ndate = "soon"\nsumary = "S"\n+++\nText.\n')
    )
    assert [str(fault.place) for fault in paper.faults()] == [
        "content/world/storm.md:3:8",
        "content/world/storm.md:4:1",
    ]


def test_a_missing_key_is_asked_for_as_toml_has_it(newspaper: Make) -> None:
    (fault,) = newspaper(talkative('-- content/world/storm.md --\n+++\ntitle = "Storm"\n+++\nText.\n')).faults()
    assert fault.hint == "add a line  date = …  below the first +++"


def test_keys_of_other_tools_are_renamed_or_passed_over(newspaper: Make) -> None:
    text = "---\ntitle: Storm\ndate: 2023-07-27\nlastmod: 2023-07-28\nbyline: [Ann B]\nlayout: post\nweight: 3\n---\nText.\n"
    page = newspaper(ruled(f"-- content/world/storm.md --\n{text}")).built()[PAGE]
    assert "Ann B" in page


def test_a_renamed_key_at_fault_is_told_at_its_line(newspaper: Make) -> None:
    text = "---\ntitle: Storm\ndate: 2023-07-27\nlastmod: soon\n---\nText.\n"
    (fault,) = newspaper(ruled(f"-- content/world/storm.md --\n{text}")).faults()
    assert str(fault.place) == "content/world/storm.md:4:10"


def test_a_key_under_both_of_its_names_is_told(newspaper: Make) -> None:
    text = "---\ntitle: Storm\ndate: 2023-07-27\nlastmod: 2023-07-28\nupdated: 2023-07-28\n---\nText.\n"
    (fault,) = newspaper(ruled(f"-- content/world/storm.md --\n{text}")).faults()
    assert (fault.code, str(fault.place)) == ("E117", "content/world/storm.md:4:1")
    assert "“lastmod” stands for “updated”" in fault.message


def test_defaults_stand_under_what_a_file_says_and_the_later_over_the_earlier(newspaper: Make) -> None:
    """A key without a value is absent, so the default counts."""
    pages = newspaper(
        ruled(
            files(
                story("storm", kicker="Own", agency=""),
                ("content/world/2023/deep.en.md", "---\ntitle: Deep\n---\nText.\n"),
                story("cup", section="sport"),
            )
        )
    ).built()
    assert "Own Reuters" in pages[PAGE]
    assert "Wire AFP" in pages["world/2023/07/deep/index.html"]
    assert "Wire" not in pages["sport/2023/07/cup/index.html"].partition("<h2>related")[0]


def test_other_rules_mean_that_files_are_read_again(newspaper: Make, tmp_path: Path) -> None:
    paper = newspaper(ruled(files(story("storm"))))
    assert "Wire Reuters" in paper.built()[PAGE]
    site = paper.root / "site.toml"
    site.write_text(site.read_text("utf-8").replace('"Wire"', '"Cable"'), "utf-8")
    report = paper.build()
    assert report.parsed == 1
    assert "Cable Reuters" in paper.pages()[PAGE]


WRONG = {
    "an unknown name": ('[front_matter]\nrename = { a = "updatd" }\n', "site.toml:2:1", "there is no key “updatd”"),
    "a name of ours": ('[front_matter]\nrename = { date = "updated" }\n', "site.toml:2:1", "“date” is a key of ours"),
    "a key of ours passed over": ('[front_matter]\nignore = ["title"]\n', "site.toml:2:1", "“title” is a key of ours"),
    "an unknown setting": ('[front_matter]\nrenames = { a = "b" }\n', "site.toml:2:1", "unknown key “renames”"),
    "defaults for nothing": ('[[defaults]]\nkicker = "K"\n', "site.toml:1:1", "has no “path”"),
    "an unknown key": ('[[defaults]]\npath = "**"\nkiker = "K"\n', "site.toml:3:1", "unknown key “kiker”"),
    "a value that does not fit": ('[[defaults]]\npath = "**"\ndraft = "so"\n', "site.toml:3:9", "draft:"),
}


@pytest.mark.parametrize(("rules", "place", "says"), WRONG.values(), ids=WRONG)
def test_a_rule_at_fault_is_told_once_in_site_toml(rules: str, place: str, says: str, newspaper: Make) -> None:
    paper = newspaper(plain(files(story("storm"), story("cup")), rules + PLAIN_SITE))
    (fault,) = [fault for fault in paper.faults() if fault.place.path == "site.toml"]
    assert (str(fault.place), says in fault.message) == (place, True), fault
