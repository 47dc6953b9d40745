"""Settings laid over the rest for an environment: what it is for, and what is wrong with it."""

from collections.abc import Callable

import pytest

from patrika.cli.main import run
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story
from tests.sites.talkative import talkative

Make = Callable[..., Newspaper]
STAGING = """
[env.staging.site]
name = "The Rehearsal"
url = "https://staging.example"

[env.staging.languages.bn]
site_name = "মহড়া"
"""


def staged(rules: str = STAGING) -> str:
    """Return a site of one story with environments at the end of its site.toml."""
    return plain(files(story("storm")), PLAIN_SITE + rules)


def test_an_environment_is_laid_over_the_rest(newspaper: Make) -> None:
    """Tables are merged: what the environment does not say stays."""
    paper = newspaper(talkative(files(story("storm"))))
    site = paper.root / "site.toml"
    site.write_text(site.read_text("utf-8") + STAGING, "utf-8")
    front = paper.built()["index.html"]
    assert "The Test" in front
    staging = paper.built(env="staging")
    assert "The Rehearsal" in staging["index.html"]
    assert "https://staging.example/" in staging["index.html"]
    assert "বাংলা" in staging["bn/index.html"]
    assert paper.built()["index.html"] == front


def test_outside_production_no_page_may_be_indexed(newspaper: Make) -> None:
    paper = newspaper("-- content/world/a.md --\n---\ntitle: A\ndate: 2023-07-27\n---\nText.\n")
    assert not any('content="noindex"' in page for path, page in paper.built().items() if "404" not in path)
    pages = paper.built(env="preview")
    assert all('content="noindex"' in page for path, page in pages.items() if path.endswith(".html"))


@pytest.mark.parametrize("how", ["option", "variable"])
def test_the_environment_is_named_by_option_or_variable(
    newspaper: Make, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = newspaper(staged())
    if how == "variable":
        monkeypatch.setenv("PATRIKA_ENV", "staging")
    wish = ["--env", "staging"] if how == "option" else []
    assert run(["build", "--root", str(paper.root), "--now", "2023-07-28", *wish]) == 0
    assert "The Rehearsal" in (paper.output / ".patrika-site").read_text("utf-8")


WRONG = {
    "a value that does not fit": ('[env.staging.site]\nurl = "x"\n', "url = ", "is not the address of a site"),
    "an unknown key": ("[env.staging.site]\nnmae = 'x'\n", "nmae", "unknown key “nmae”"),
    "an unknown table": ("[env.staging.sites]\nname = 'x'\n", "[env.staging.sites]", "unknown key “sites”"),
    "no table": ("[env]\nstaging = 5\n", "staging = 5", "“staging” is not a table"),
    "one within another": ("[env.staging.env.x]\na = 5\n", "[env.staging.env.x]", "cannot hold others"),
}


@pytest.mark.parametrize("env", ["staging", "production"])
@pytest.mark.parametrize(("rules", "line", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_an_environment_is_told_at_its_line_in_every_build(
    rules: str, line: str, says: str, env: str, newspaper: Make
) -> None:
    paper = newspaper(staged(rules))
    text = (paper.root / "site.toml").read_text("utf-8").split("\n")
    wanted = max(number for number, found in enumerate(text, 1) if found.startswith(line))
    faults = [fault for fault in paper.faults(env=env) if says in fault.message]
    assert [(fault.place.path, fault.place.line) for fault in faults] == [("site.toml", wanted)]


def test_an_environment_that_there_is_not_is_told_with_those_that_there_are(newspaper: Make) -> None:
    (fault,) = newspaper(staged()).faults(env="stagin")
    assert (fault.code, fault.hint) == ("E209", "did you mean “staging”?")


def test_another_environment_is_something_to_do(newspaper: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where no file changed since the last build, and all files are old enough to be trusted by their times."""
    monkeypatch.setattr("patrika.run.build.UNSURE_NS", -(10**12))
    paper = newspaper(staged())
    assert paper.build().published
    assert paper.build().seconds[-1][0] == "scan"
    assert paper.build(env="staging").filled > 0
