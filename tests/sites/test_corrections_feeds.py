"""Feeds of corrections: an item for each, under an id that stays, beside the page that lists them."""

import json
from collections.abc import Callable

import pytest

from tests.sites.feeds import json_feed_faults, read, texts
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, story
from tests.sites.test_corrections import POLICY, WRONG
from tests.sites.test_feeds import with_feeds

Make = Callable[..., Newspaper]
ID = "tag:test.example,2026:world/{}.en#correction-{}"
FEEDS = {"atom.xml", "feed.json", "feed.xml"}


def ids(out: dict[str, str]) -> dict[str, str]:
    """Return what the items of the feed of corrections say, by their ids."""
    root = read(out["corrections/feed.xml"])
    said = texts(root, "channel/item/description")
    return dict(zip(texts(root, "channel/item/guid"), said, strict=True))


def test_a_correction_is_an_item_under_its_storys_headline(newspaper: Make) -> None:
    """With its own date and words, newest first; the same in each form."""
    later = story("b", title='"A & B"', corrections="{date: 2023-07-03, text: He is 40.}")
    out = newspaper(plain(files(story("a", corrections=WRONG), later))).built()
    root = read(out["corrections/feed.xml"])
    assert texts(root, "channel/title") == ["Corrections | The Test"]
    assert texts(root, "channel/link") == ["https://test.example/corrections/"]
    assert texts(root, "channel/lastBuildDate") == ["Wed, 05 Jul 2023 00:00:00 +0600"]
    assert texts(root, "channel/item/title") == ["Story a", "A & B", "Story a"]
    assert texts(root, "channel/item/link")[1] == "https://test.example/world/2023/07/b/"
    assert texts(root, "channel/item/pubDate")[2] == "Sun, 02 Jul 2023 10:00:00 +0600"
    assert ids(out) == {
        ID.format("a", "20230705"): "Her name is <Mitu>.",
        ID.format("b", "20230703"): "He is 40.",
        ID.format("a", "20230702T100000"): "The year was 1971.",
    }
    # A description is HTML to many programs: the words are safe in the whole text.
    assert texts(root, "channel/item/content:encoded")[0] == "<p>Her name is &lt;Mitu&gt;.</p>"
    assert texts(read(out["corrections/atom.xml"]), "atom:entry/atom:id") == list(ids(out))
    assert json_feed_faults(out["corrections/feed.json"]) == []
    items = json.loads(out["corrections/feed.json"])["items"]
    assert [(it["id"], it["summary"]) for it in items] == list(ids(out).items())


def test_an_id_stays_when_words_are_mended_and_others_come(newspaper: Make) -> None:
    """Of two of one day the newer stands first, and has a number."""
    paper = newspaper(plain(files(story("a", corrections="[{date: 2023-07-05, text: One}]"))))
    first = ID.format("a", "20230705")
    assert ids(paper.built()) == {first: "One"}
    paper.put(*story("a", corrections="[{date: 2023-07-05, text: Two}, {date: 2023-07-05, text: 'One, mended'}]"))
    assert ids(paper.built()) == {f"{first}-2": "Two", first: "One, mended"}
    paper.put(*story("a", url="/elsewhere/", corrections="[{date: 2023-07-05, text: Two}]"))
    assert ids(paper.built()) == {first: "Two"}


def test_an_id_follows_that_which_the_story_had_before(newspaper: Make) -> None:
    """If it is a URI."""
    wrong = "{date: 2023-07-05, text: T}"
    text = files(story("a", corrections=wrong, guid="https://o.example/#1"), story("b", corrections=wrong, guid="'17'"))
    assert set(ids(newspaper(plain(text)).built())) == {
        "https://o.example/%231#correction-20230705",
        ID.format("b", "20230705"),
    }


def test_it_is_called_as_the_page_and_lies_beside_it(newspaper: Make) -> None:
    """Also before anything was corrected, and whatever the page's address."""
    out = newspaper(plain(files(story("a")) + POLICY.replace("policy:", "url: /how we/err.html\npolicy:"))).built()
    root = read(out["how we/err.feed.xml"])
    assert texts(root, "channel/title") == ["How we correct | The Test"]
    assert texts(root, "channel/description") == ["We say so."]
    assert texts(root, "channel/link") == ["https://test.example/how%20we/err.html"]
    assert texts(root, "channel/item/title") == []
    assert {"how we/err.atom.xml", "how we/err.feed.json"} < out.keys()
    assert "corrections/feed.xml" not in out


def test_the_page_leads_to_its_feeds(newspaper: Make) -> None:
    paper = newspaper(files(story("a", corrections=WRONG), story("a", language="bn", corrections=WRONG)))
    out = paper.built()
    link = '<link rel="alternate" type="application/rss+xml" title="{}" href="{}">'
    assert link.format("Corrections: RSS feed", "/corrections/feed.xml") in out["corrections/index.html"]
    assert link.format("সংশোধনী: RSS ফিড", "/bn/corrections/feed.xml") in out["bn/corrections/index.html"]
    assert texts(read(out["bn/corrections/feed.xml"]), "channel/title") == ["সংশোধনী | পরীক্ষা"]
    assert '<a href="/corrections/feed.xml" type="application/rss+xml">' in out["corrections/index.html"]


def test_none_that_readers_do_not_see_is_carried_and_no_more_than_asked_for(newspaper: Make) -> None:
    many = [story(f"n{day}", corrections=f"{{date: 2023-07-{day}, text: T{day}}}") for day in range(10, 20)]
    hidden = story("d", draft="true", corrections="{date: 2023-07-27, text: Not this.}")
    out = newspaper(plain(files(*many, hidden), with_feeds("items = 3"))).built(shows={"draft": True})
    assert list(ids(out).values()) == ["T19", "T18", "T17"]


def test_an_edit_of_a_story_that_was_not_corrected_touches_no_feed_of_corrections(newspaper: Make) -> None:
    paper = newspaper(plain(files(story("a", corrections=WRONG), story("b"))))
    paper.build()
    paper.put(*story("b", title="Other"))
    assert [path for path in paper.build().written if path.startswith("corrections/")] == []
    paper.put(*story("a", title="Other", corrections=WRONG))
    touched = {path.rpartition("/")[2] for path in paper.build().written if path.startswith("corrections/")}
    assert touched >= FEEDS


@pytest.mark.parametrize("host", ["netlify", "nginx"])
def test_the_host_is_told_of_its_type_and_its_hub(host: str, newspaper: Make) -> None:
    site = with_feeds(f'hub = "https://hub.example/"\n\n[deploy]\nhost = "{host}"')
    text = files(story("a", corrections=WRONG)) + POLICY.replace("policy:", "url: /err.html\npolicy:")
    paper = newspaper(plain(text, site))
    assert paper.build().published
    rules = "".join(
        path.read_text("utf-8") for path in paper.output.rglob("*") if path.name in ("_headers", "server.conf")
    )
    rules += "".join(path.read_text("utf-8") for path in paper.output.glob(".deploy/http.conf"))
    for name, type in (("err.feed.xml", "rss"), ("err.atom.xml", "atom"), ("err.feed.json", "feed")):
        assert f"/{name}" in rules
        assert f"application/{type}+" in rules
    assert '<https://hub.example/>; rel="hub", <https://test.example/err.feed.xml>; rel="self"' in rules.replace(
        "\\", ""
    )


def test_it_may_be_had_at_an_old_address(newspaper: Make) -> None:
    site = with_feeds('[feeds.also_at]\n"/errata.rss" = "/corrections/feed.xml"').replace("[feeds]\n[", "[")
    paper = newspaper(plain(files(story("a", corrections=WRONG)), site))
    wanted = paper.built()["corrections/feed.xml"]
    assert (paper.output / "errata.rss").read_text("utf-8") == wanted
