"""Items of ninjs: what is in them, beside which pages they lie, and what an edit makes again."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.judges.json_schemas import json_findings
from tests.sites.feeds import read, texts
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story
from tests.sites.test_feeds import STORM, with_feeds

Make = Callable[..., Newspaper]
WITH_ITEMS = with_feeds("ninjs = true")
HOME = "https://test.example"
STORM_ITEM = "world/2023/07/storm/index.ninjs.json"


def items_of(out: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Return the items of a site by path, after making sure that the schema finds nothing."""
    found = {path: text for path, text in out.items() if path.endswith("ninjs.json")}
    assert {path: said for path, text in found.items() if (said := json_findings(text, "ninjs"))} == {}
    return {path: json.loads(text) for path, text in found.items()}


def words(item: dict[str, Any], member: str) -> dict[str, str]:
    return {it["role"]: it["value"] for it in item.get(member, [])}


def related(item: dict[str, Any], rel: str) -> list[dict[str, Any]]:
    return [it for it in item.get("associations", []) if it["rel"] == rel]


def test_a_story_is_told_whole(newspaper: Make) -> None:
    """In the words of feeds, under the same id, with people apart from the agency."""
    out = newspaper(plain(STORM, WITH_ITEMS)).built()
    item = items_of(out)[STORM_ITEM]
    entry = json.loads(out["feed.json"])["items"][0]
    assert item["uri"] == entry["id"] == "tag:test.example,2026:world/storm.en"
    assert words(item, "headlines") == {"main": entry["title"]}
    assert words(item, "descriptions") == {"summary": entry["summary"]}
    assert words(item, "bodies") == {"main": entry["content_html"]}
    assert (item["firstCreated"], item["versionCreated"]) == (entry["date_published"], entry["date_modified"])
    assert (item["language"], item["located"], item["by"]) == ("en", "BHOLA", "Ann Das and Bo Li")
    assert item["people"] == [
        {"name": "Ann Das", "rel": "author", "uri": f"{HOME}/authors/ann/"},
        {"name": "Bo Li", "rel": "author"},
    ]
    assert [(it["name"], it["role"]) for it in item["infoSources"]] == [
        ("The Test", "publisher"),
        ("Reuters", "agency"),
    ]
    assert [(it["rel"], it["name"], it["uri"], it["literal"]) for it in item["subjects"]] == [
        ("section", "World", f"{HOME}/world/", "world"),
        ("tag", "Sea", f"{HOME}/tags/sea/", "sea"),
    ]
    assert item["renditions"] == [{"name": "web", "href": entry["url"], "contentType": "text/html"}]
    (picture,) = related(item, "picture")
    assert words(picture, "descriptions") == {"caption": "The sea ]]> rises", "alt": "Waves"}
    assert (picture["by"], picture["renditions"][0]["href"]) == ("Bo/Agency", entry["image"])
    (other,) = related(item, "translation")
    assert (other["uri"], other["language"]) == ("tag:test.example,2026:world/storm.bn", "bn")
    assert words(other, "headlines") == {"main": "ঝড়"}
    assert item["representationType"] == "full"


def test_there_is_none_unless_the_site_asks(newspaper: Make) -> None:
    assert items_of(newspaper(plain(STORM)).built()) == {}


def test_an_item_is_called_after_its_page(newspaper: Make) -> None:
    """Whatever the page's address."""
    site = f'{WITH_ITEMS}\n[permalinks]\nworld = "/:lang/:stem.html"\nsport = "/:section/:slug/"\n'
    out = newspaper(plain(STORM.replace("(@/sport/cup)", "(cup)"), site).replace("(cup)", "(@/sport/cup)")).built()
    assert sorted(items_of(out)) == ["bn/storm.ninjs.json", "sport/cup/index.ninjs.json", "storm.ninjs.json"]


def test_a_page_leads_to_its_item(newspaper: Make) -> None:
    """In a preview a draft has none to lead to."""
    site = f"{SITE}\n[feeds]\nninjs = true\n"
    paper = newspaper(files(story("a"), story("b", draft="true")), site)
    out = paper.built(shows={"draft": True})
    link = '<link rel="alternate" type="application/json" title="ninjs" href="/world/2023/07/{}/index.ninjs.json">'
    assert link.format("a") in out["world/2023/07/a/index.html"]
    assert "ninjs" not in out["world/2023/07/b/index.html"]
    assert list(items_of(out)) == ["world/2023/07/a/index.ninjs.json"]


def test_what_readers_do_not_see_is_no_translation(newspaper: Make) -> None:
    text = files(story("a"), story("a", language="bn", draft="true"))
    out = newspaper(plain(text, WITH_ITEMS)).built(shows={"draft": True})
    assert related(items_of(out)["world/2023/07/a/index.ninjs.json"], "translation") == []


def test_versions_of_other_names_and_on_other_sites_are_told(newspaper: Make) -> None:
    """By their own ids, or where we do not know these, by their addresses."""
    far = "https://far.example/ক"
    text = files(
        story("a", translations="{bn: sport/b}"),
        story("b", "2023-07-02", "sport", "bn", guid="urn:x:1"),
        story("c", translations=f"{{bn: {far}}}"),
    )
    items = items_of(newspaper(plain(text, WITH_ITEMS)).built())
    (twin,) = related(items["world/2023/07/a/index.ninjs.json"], "translation")
    assert (twin["uri"], twin["name"]) == ("urn:x:1", "বাংলা")
    assert items["bn/sport/2023/07/b/index.ninjs.json"]["uri"] == "urn:x:1"
    (elsewhere,) = related(items["world/2023/07/c/index.ninjs.json"], "translation")
    assert elsewhere["uri"] == elsewhere["renditions"][0]["href"] == "https://far.example/%E0%A6%95"


def test_an_id_that_is_no_uri_is_another_id(newspaper: Make) -> None:
    """As is the address at which a story first appeared."""
    text = files(story("a", guid="'17: a'", canonical="https://first.example/a"))
    (item,) = items_of(newspaper(plain(text, WITH_ITEMS)).built()).values()
    assert item["uri"] == "tag:test.example,2026:world/a.en"
    assert words(item, "altIds") == {"canonical": "https://first.example/a", "guid": "17: a"}


def test_corrections_are_called_what_their_feed_calls_them(newspaper: Make) -> None:
    wrong = "[{date: 2023-07-02 10:00, text: The year was 1971.}, {date: 2023-07-05, text: 'Her name is <Mitu>.'}]"
    out = newspaper(plain(files(story("a", corrections=wrong)), WITH_ITEMS)).built()
    (item,) = items_of(out).values()
    told = related(item, "correction")
    assert [it["uri"] for it in told] == texts(read(out["corrections/feed.xml"]), "channel/item/guid")
    assert [it["bodies"][0]["value"] for it in told] == ["Her name is <Mitu>.", "The year was 1971."]
    assert [it["firstCreated"] for it in told] == ["2023-07-05T00:00:00+06:00", "2023-07-02T10:00:00+06:00"]
    assert item["versionCreated"] == "2023-07-05T00:00:00+06:00"


def test_summaries_alone(newspaper: Make) -> None:
    item = items_of(newspaper(plain(STORM, with_feeds("ninjs = true\nfull_text = false"))).built())[STORM_ITEM]
    assert (item["representationType"], "bodies" in item) == ("partial", False)


def test_a_story_without_a_date_says_none(newspaper: Make) -> None:
    site = WITH_ITEMS.replace('id = "opinion"', 'id = "opinion"\ndated = false')
    text = "-- content/opinion/seat.en.md --\n---\ntitle: Seat\nseries: s\nkicker: K\n---\nA.\n"
    (item,) = items_of(newspaper(plain(text, site)).built()).values()
    assert {"firstCreated", "versionCreated"} & item.keys() == set()
    assert words(item, "headlines") == {"main": "Seat", "kicker": "K"}
    assert [it["rel"] for it in item["subjects"]] == ["section", "series"]


def test_a_file_of_static_takes_the_place_of_an_item(newspaper: Make) -> None:
    out = newspaper(plain(STORM + f"-- static/{STORM_ITEM} --\n{{}}\n", WITH_ITEMS)).built()
    assert out[STORM_ITEM] == "{}\n"


def test_an_edit_touches_the_items_that_tell_of_it(newspaper: Make) -> None:
    """A body its own; a headline those of the translations, too; a new story none but its own."""
    paper = newspaper(plain(STORM, WITH_ITEMS))
    paper.build()

    def touched() -> list[str]:
        return sorted(path for path in paper.build().written if path.endswith("ninjs.json"))

    bangla = "content/world/storm.bn.md"
    paper.put(bangla, "---\ntitle: ঝড়\ndate: 2023-07-27 03:16\nsummary: S\n---\nবাতাস।\n")
    paper.build()
    paper.put(bangla, "---\ntitle: ঝড়\ndate: 2023-07-27 03:16\nsummary: S\n---\nআরও।\n")
    assert touched() == [f"bn/{STORM_ITEM}"]
    paper.put(bangla, "---\ntitle: জল\ndate: 2023-07-27 03:16\nsummary: S\n---\nআরও।\n")
    assert touched() == [f"bn/{STORM_ITEM}", STORM_ITEM]
    paper.put(*story("new", "2023-07-28"))
    assert touched() == ["world/2023/07/new/index.ninjs.json"]


def test_two_stories_at_one_address_are_told_of_once(newspaper: Make) -> None:
    text = files(story("a", url="/x/"), story("b", url="/x/"))
    assert [it.code for it in newspaper(plain(text, WITH_ITEMS)).faults()] == ["E401"]


def test_a_file_in_the_place_of_an_item_is_told(newspaper: Make) -> None:
    site = f'{WITH_ITEMS}[feeds.also_at]\n"/world/2023/07/a/index.ninjs.json" = "/feed.xml"\n'
    assert [it.code for it in newspaper(plain(files(story("a")), site)).faults()] == ["E401"]


@pytest.mark.parametrize("url", [f"{HOME}/paper", HOME])
def test_addresses_are_whole_under_a_path_as_well(url: str, newspaper: Make) -> None:
    item = items_of(newspaper(plain(STORM, WITH_ITEMS)).built(base_url=url))[STORM_ITEM]
    assert item["renditions"][0]["href"] == f"{url}/world/2023/07/storm/"
    assert item["uri"] == "tag:test.example,2026:world/storm.en"
    assert item["infoSources"][0]["uri"] == f"{url}/#org"


def test_a_wrong_setting_is_told(newspaper: Make) -> None:
    assert [it.code for it in newspaper(plain(STORM, PLAIN_SITE + '\n[feeds]\nninjs = "3.1"\n')).faults()] == ["E203"]
