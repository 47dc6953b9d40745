"""What pages tell machines: complete, true to what readers see, and safe to print."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.reading_room import Printed
from tests.sites.facts import IN_FILES, ON_PAGES, Facts, page_at
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, numbered, story
from tests.sites.structured_rules import complaints, nodes_of, story_of

Make = Callable[..., Newspaper]
HOME = "https://test.example"
A = "world/2023/07/a/index.html"


def pages_of(output: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of the pages of a site, less those that lead on."""
    for path in sorted(output.rglob("*.html")):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' not in html and '<main id="main">' in html:
            yield path.relative_to(output).as_posix(), html


@pytest.mark.parametrize("theme", ["broadsheet", "ledger"])
def test_every_page_of_the_sample_tells_all_that_is_asked_for(printed: Printed, theme: str) -> None:
    told = {path: nodes_of(html) for path, html in pages_of(printed(theme, "/paper"))}
    wrong = {path: found for path, nodes in told.items() if (found := complaints(nodes))}
    assert wrong == {}
    assert [path for path, nodes in told.items() if not nodes and not path.endswith("404.html")] == []
    pages = pages_of(printed(theme, "/paper"))
    unsaid = [path for path, html in pages if 'class="people"' in html and "author" not in story_of(html)]
    assert unsaid == []
    kinds = {node["@type"] for nodes in told.values() for node in nodes}
    assert kinds >= {"NewsArticle", "OpinionNewsArticle", "WebSite", "ProfilePage", "CollectionPage", "WebPage"}


Values = dict[str, dict[str, set[str]]]
"""Of each fact what it is said to be, and where."""


def values_of(output: Path, origin: str) -> tuple[dict[str, Values], set[str]]:
    """Return what is said of each story, by its page, and the kinds of files that say anything of any."""
    stories = {path: html for path, html in pages_of(output) if 'class="story-page' in html}
    said: dict[str, Values] = {path: {} for path in stories}

    def note(path: str, source: str, facts: Facts) -> None:
        for fact, value in facts.items():
            said[path].setdefault(fact, {}).setdefault(value, set()).add(source)

    for path, html in stories.items():
        for source in ON_PAGES:
            note(path, source.__name__, source(html))
    telling = set()
    for name, told in IN_FILES.items():
        for url, facts in told(output):
            path = page_at(url, origin)
            assert path in stories or name == "sitemap", f"{name} tells of {path}, which is no story"
            if path in stories:
                note(path, name, facts)
                telling.add(name)
    return said, telling


def unlike(said: dict[str, Values]) -> list[tuple[str, str, dict[str, set[str]]]]:
    return [(path, fact, it) for path, facts in said.items() for fact, it in facts.items() if len(it) > 1]


def test_each_fact_of_a_story_has_one_value_wherever_it_is_said(printed: Printed) -> None:
    """To readers, in the head, in each form of feeds, in sitemaps and in items. The sample has no news any more."""
    said, telling = values_of(printed("broadsheet", "/paper"), "https://patrika.example/paper")
    assert len(said) > 60
    assert unlike(said) == []
    assert telling == IN_FILES.keys() - {"news sitemap"}


def test_so_it_has_in_the_news(newspaper: Make) -> None:
    """With dates of days and of instants, updates, corrections, headlines to be escaped, and a picture."""
    more = {"image": '{src: "@/images/p.svg", alt: P}', "authors": "[Ann, Bo]", "summary": "'S & <b>T</b>'"}
    stories = (
        story("a", "2023-07-27 03:16", title="A & <b>B</b>", updated="2023-07-27 09:40", **more),
        story("b", "2023-07-27", corrections="{date: 2023-07-28, text: C}"),
        story("c", "2023-07-27 03:16", language="bn", title="'“ক” ও খ'"),
        story("d", "2023-07-27T13:16:00-05:00", body="First ]]> words."),
    )
    picture = '-- content/images/p.svg --\n<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>\n'
    paper = newspaper(files(*stories) + picture, f"{SITE}\n[feeds]\nninjs = true\n")
    paper.built()
    said, telling = values_of(paper.output, HOME)
    assert (len(said), telling) == (4, set(IN_FILES))
    assert unlike(said) == []
    facts = ("title", "description", "url", "published", "changed", "image", "author")
    assert [len(said[A][fact]) for fact in facts] == [1] * 7
    assert len(next(iter(said[A]["published"].values()))) == 8


def changed(nodes: list[dict[str, Any]], type: str, name: str, value: Any) -> list[dict[str, Any]]:
    """Return nodes with another value of a property of the first of a type; None takes it away."""

    def of(node: Any) -> Any:
        if isinstance(node, list):
            return [of(each) for each in node]
        if not isinstance(node, dict):
            return node
        if node.get("@type") == type:
            rest = {key: each for key, each in node.items() if key != name}
            return rest if value is None else {**rest, name: value}
        return {key: of(each) for key, each in node.items()}

    found: list[dict[str, Any]] = of(nodes)
    return found


SPOILT = {
    "a story without a headline": ("NewsArticle", "headline", None, "no headline"),
    "a date without an offset": ("NewsArticle", "datePublished", "2023-07-01T00:00:00", "no instant with an offset"),
    "a day for an instant": ("NewsArticle", "dateModified", "2023-07-09", "no instant with an offset"),
    "a change before all": ("NewsArticle", "dateModified", "2022-07-01T00:00:00+06:00", "before datePublished"),
    "an address on this site": ("WebPage", "url", "/world/2023/07/a/", "no whole address"),
    "authors in one name": ("Person", "name", "Ann and Bo", "not the name of one"),
    "a byline for a name": ("Person", "name", "By Ann", "not the name of one"),
    "a text for an author": ("Person", "@type", "Text", "neither a person nor"),
    "a small picture": ("ImageObject", "width", "40 px", "fewer than 50000 pixels"),
    "a size without a unit": ("ImageObject", "width", "1280", "no number of pixels"),
    "a property that is none": ("NewsArticle", "headlin", "x", "unknown headlin"),
    "a type that is none": ("BreadcrumbList", "@type", "Breadcrumbs", "an unknown type"),
    "an empty text": ("NewsArticle", "dateline", "", "dateline is empty"),
    "a step of the trail out of order": ("ListItem", "position", 2, "positions do not count"),
    "a step that leads nowhere": ("ListItem", "item", None, "leads nowhere"),
    "a last step that leads somewhere": ("ListItem", "item", f"{HOME}/", "the page itself has an item"),
    "a trail of another page": ("WebPage", "breadcrumb", {"@id": f"{HOME}/x#breadcrumb"}, "not told of"),
    "one thing twice": ("WebPage", "@id", f"{HOME}/#org", "told of twice"),
    "a paper without a logo": ("NewsMediaOrganization", "logo", None, "no logo"),
    "no vocabulary": ("NewsArticle", "@context", "https://example.org", "no @context"),
}
JPEG = '{src: "@/images/a.jpg", alt: A}'


@pytest.fixture
def good(newspaper: Make) -> list[dict[str, Any]]:
    """Give what a good page tells."""
    sample = Path(__file__).parents[2] / "content/images/metro.jpg"
    paper = newspaper(files(story("a", authors="[Ann, Bo]", image=JPEG, dateline="DHAKA")))
    paper.put("content/images/a.jpg", sample.read_bytes())
    nodes = nodes_of(paper.built()[A])
    assert complaints(nodes) == []
    return nodes


@pytest.mark.parametrize(("type", "name", "value", "says"), SPOILT.values(), ids=SPOILT)
def test_the_table_of_rules_finds_what_is_wrong(
    good: list[dict[str, Any]], type: str, name: str, value: Any, says: str
) -> None:
    found = complaints(changed(good, type, name, value))
    assert [said for said in found if says in said], found


KINDS = {"opinion": "Opinion", "analysis": "Analysis", "background": "Background", "review": "Review"}


def test_a_story_is_told_as_what_it_is(newspaper: Make) -> None:
    """By its kind; a word of the site's own, and a live report, are news."""
    kinds = [*KINDS, "report", "live", "recipe"]
    out = newspaper(files(*(story(kind, kind=kind) for kind in kinds))).built()
    told = [story_of(out[f"world/2023/07/{kind}/index.html"])["@type"] for kind in kinds]
    assert told == [*(f"{word}NewsArticle" for word in KINDS.values()), *["NewsArticle"] * 3]


PEOPLE = """-- content/authors/ann.en.md --
---
name: Ann
role: Reporter
links: [https://social.example/@ann]
---
She writes.
"""


def test_each_author_is_told_alone_and_the_agency_apart(newspaper: Make) -> None:
    text = files(story("a", authors="[ann, Some One]", agency="Reuters"), story("b", agency="AFP"), story("c")) + PEOPLE
    out = newspaper(text).built()
    told = story_of(out[A])
    page = f"{HOME}/authors/ann/"
    assert told["author"] == [
        {"@type": "Person", "@id": f"{page}#person", "name": "Ann", "url": page},
        {"@type": "Person", "name": "Some One"},
    ]
    assert told["sourceOrganization"] == {"@type": "Organization", "name": "Reuters"}
    assert story_of(out["world/2023/07/b/index.html"])["author"] == {"@type": "Organization", "name": "AFP"}
    assert "author" not in story_of(out["world/2023/07/c/index.html"])
    (profile, _) = nodes_of(out["authors/ann/index.html"])
    person = profile["mainEntity"]
    assert (person["@id"], person["jobTitle"], person["sameAs"]) == (
        f"{page}#person",
        "Reporter",
        ["https://social.example/@ann"],
    )


def test_versions_series_corrections_and_the_own_page_are_told(newspaper: Make) -> None:
    more = {"series": "delta", "corrections": "{date: 2023-07-05 10:00, text: It was 1971.}", "tags": "[rivers]"}
    text = files(story("a", "2023-07-01 09:00", **more), story("a", language="bn"), story("b"))
    out = newspaper(text).built()
    told = story_of(out[A])
    assert told["mainEntityOfPage"] == {"@id": f"{HOME}/world/2023/07/a/"}
    assert told["workTranslation"] == [
        {"@type": "NewsArticle", "@id": f"{HOME}/bn/world/2023/07/a/#article"}
        | {"url": f"{HOME}/bn/world/2023/07/a/", "inLanguage": "bn"}
    ]
    assert [part["@type"] for part in told["isPartOf"]] == ["WebSite", "CreativeWorkSeries"]
    assert told["correction"] == [
        {"@type": "CorrectionComment", "text": "It was 1971.", "datePublished": "2023-07-05T10:00:00+06:00"}
    ]
    assert (told["dateModified"], told["keywords"]) == ("2023-07-05T10:00:00+06:00", ["rivers"])
    assert "workTranslation" not in story_of(out["world/2023/07/b/index.html"])


def test_the_paper_tells_the_policies_that_it_states_in_the_language(newspaper: Make) -> None:
    text = files(story("a"), story("a", language="bn"))
    text += "-- content/pages/rules.en.md --\n---\ntitle: R\npolicy: ethics\n---\nR.\n"
    text += "-- content/pages/us.en.md --\n---\ntitle: U\n---\nU.\n"
    out = newspaper(text).built()
    told = {path: nodes_of(out[path])[-1] for path in (A, f"bn/{A}", "index.html")}
    assert {node["@id"] for node in told.values()} == {f"{HOME}/#org"}
    policies = {path: [name for name in node if name.endswith("Policy")] for path, node in told.items()}
    assert policies == {A: ["ethicsPolicy"], f"bn/{A}": [], "index.html": ["ethicsPolicy"]}
    assert told[A]["ethicsPolicy"] == f"{HOME}/rules/"
    assert (told[f"bn/{A}"]["name"], told[f"bn/{A}"]["alternateName"]) == ("পরীক্ষা", ["The Test"])


def test_lists_tell_their_stories_in_order(newspaper: Make) -> None:
    out = newspaper(files(*numbered(120, step_s=60, tags="[x]"))).built()
    for path, first, count in (("tags/x/index.html", "n119", 70), ("tags/x/page/1/index.html", "n049", 50)):
        listed = nodes_of(out[path])[0]["mainEntity"]
        assert listed["numberOfItems"] == len(listed["itemListElement"]) == count
        assert listed["itemListElement"][0]["name"] == f"Story {first}"


def test_nothing_in_a_text_can_end_its_block(newspaper: Make) -> None:
    """Nor be taken for anything else: what stands in a headline is told as it stands."""
    title = "</script><script>alert(1)</script> <!-- &\u2028'a' \"b\""
    site = SITE + "\n[markdown]\ntypography = false\n"
    html = newspaper(files(story("a", title=json.dumps(title))), site).built()[A]
    assert story_of(html)["headline"] == title.replace("\u2028", " ")
    assert html.count("<script") == html.count("</script>") == len(nodes_of(html)) == 4
    assert nodes_of(html)[1]["name"] == story_of(html)["headline"]


def test_a_story_that_appeared_elsewhere_first_names_that_address(newspaper: Make) -> None:
    told = story_of(newspaper(files(story("a", canonical="https://first.example/a"))).built()[A])
    assert told["url"] == "https://first.example/a"
    assert told["mainEntityOfPage"] == {"@id": f"{HOME}/world/2023/07/a/"}
