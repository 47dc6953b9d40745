"""Stories that a language lacks, shown in its frame as they were written."""

import re
from collections.abc import Callable

import pytest

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story
from tests.sites.talkative import talkative

Make = Callable[..., Newspaper]

ASKING = SITE.replace('name = "বাংলা"', 'name = "বাংলা"\nfallback = "en"')
IN_THREE = ASKING + '\n[languages.ur]\nname = "اردو"\nfallback = ["bn", "en"]\n'
STORM, HERE = "world/2023/07/storm/index.html", "bn/world/2023/07/storm/index.html"
URDU = "ur/world/2023/07/storm/index.html"
ENGLISH = story("storm", title="A storm", summary="It rained.", kicker="Weather", tags="[rain]")
OTHERS = [story(f"n{number}", f"2023-06-0{number}", language="bn", tags="[rain]") for number in range(1, 5)]


def without_spaces(html: str) -> str:
    return re.sub(r"\s+", " ", html)


def test_a_story_that_a_language_lacks_stands_in_its_frame(newspaper: Make) -> None:
    """It defers to the original, is no version of it, and its words are said to be English."""
    out = newspaper(files(ENGLISH, *OTHERS), ASKING).built()
    page = without_spaces(out[HERE])
    assert '<html lang="bn" dir="ltr">' in page
    assert '<link rel="canonical" href="https://test.example/world/2023/07/storm/">' in page
    assert 'rel="alternate" hreflang' not in page.partition("</head>")[0]
    assert '<meta property="og:locale" content="en_GB">' in page
    assert '<h1 lang="en" dir="ltr">A storm</h1>' in page
    assert '<p class="standfirst" lang="en" dir="ltr">It rained.</p>' in page
    assert '<div class="prose" lang="en" dir="ltr">' in page
    assert '<p class="notice" role="note">খবরটি এখনও অনূদিত হয়নি।' in page
    assert 'href="/world/2023/07/storm/" lang="en" dir="ltr" hreflang="en">English</a></p>' in page
    assert '"@id":"https://test.example/world/2023/07/storm/#article"' in page
    assert ('"inLanguage":"en"' in page, "২৭" in page or "১ জুলাই" in page) == (True, True)
    assert 'href="/bn/world/2023/06/n4/"' in page, "what is beside it is of the page's own language"
    assert 'href="/bn/tags/rain/" rel="tag"' in page


def test_the_original_leads_to_it_and_says_what_it_is(newspaper: Make) -> None:
    page = without_spaces(newspaper(files(ENGLISH, *OTHERS), ASKING).built()[STORM])
    assert 'rel="alternate" hreflang' not in page.partition("</head>")[0]
    assert (
        '<li title="Not translated yet: to the story as written"><a href="/bn/world/2023/07/storm/" lang="bn"' in page
    )
    assert "Read this story in" not in page


def test_it_is_in_no_list_feed_or_sitemap(newspaper: Make) -> None:
    out = newspaper(files(ENGLISH, *OTHERS), ASKING).built()
    told = [path for path, text in out.items() if "/bn/world/2023/07/storm/" in text]
    assert sorted(told) == [HERE, STORM]


def test_the_translation_takes_its_place(newspaper: Make) -> None:
    paper = newspaper(files(ENGLISH, *OTHERS), ASKING)
    paper.built()
    path, text = story("storm", language="bn", title="ঝড়")
    paper.put(path, text)
    out = paper.built()
    assert "<h1>ঝড়</h1>" in out[HERE]
    assert '<link rel="alternate" hreflang="bn" href="https://test.example/bn/world/2023/07/storm/">' in out[STORM]
    (paper.root / path).unlink()
    assert '<h1 lang="en" dir="ltr">A storm</h1>' in paper.built()[HERE]
    assert paper.build().written == ()


def test_the_first_language_that_has_it_is_shown(newspaper: Make) -> None:
    paper = newspaper(files(ENGLISH), IN_THREE)
    assert '<h1 lang="en" dir="ltr">A storm</h1>' in paper.built()[URDU]
    paper.put(*story("storm", language="bn", title="ঝড়"))
    assert '<h1 lang="bn" dir="ltr">ঝড়</h1>' in paper.built()[URDU]


def test_a_language_that_asks_for_none_has_none(newspaper: Make) -> None:
    out = newspaper(files(story("storm", language="bn"), ENGLISH), IN_THREE.replace('"bn", "en"', "")).built()
    assert URDU not in out
    assert HERE in newspaper(files(story("storm", language="bn")), ASKING).built()


def test_a_version_of_another_name_or_on_another_site_is_one(newspaper: Make) -> None:
    far = story("far", translations="{bn: https://x.example/b}")
    near = story("near", translations="{bn: world/kache}")
    out = newspaper(files(far, near, story("kache", language="bn")), ASKING).built()
    assert [path for path in out if re.match("bn/world/2023/07/.+/", path)] == ["bn/world/2023/07/kache/index.html"]


def test_what_has_its_address_stands_there_alone(newspaper: Make) -> None:
    """Another story, an old address, or another fallback."""
    other = story("other", language="bn", slug="storm", title="Other")
    out = newspaper(files(ENGLISH, other), ASKING).built()
    assert "<h1>Other</h1>" in out[HERE]
    assert "/bn/world/2023/07/storm/" not in out[STORM]


def test_an_old_address_leads_on_although_a_story_could_stand_there(newspaper: Make) -> None:
    moved = story("moved", language="bn", aliases="[/bn/world/2023/07/storm/]")
    assert "/bn/world/2023/07/moved/" in newspaper(files(ENGLISH, moved), ASKING).built()[HERE]


def test_of_two_stories_with_one_place_the_older_stands_there(newspaper: Make) -> None:
    paper = newspaper(files(ENGLISH, story("x", "2023-07-02", language="bn", slug="storm")), IN_THREE)
    assert "A storm</h1>" in paper.built()[URDU]


def test_with_one_address_for_all_languages_there_is_none(newspaper: Make) -> None:
    site = ASKING + '\n[permalinks]\ndefault = "/:slug/"\n'
    assert "storm/index.html" in newspaper(files(ENGLISH), site).built()


def test_what_is_related_is_so_in_the_language_of_the_page(newspaper: Make) -> None:
    """Picks and what the engine finds, where there is a translation; parts of a series are on the story's own page."""
    rain = [story("rain", "2023-06-01", language=it, tags="[rain]", title=f"Rain {it}") for it in ("en", "bn")]
    pick = [story("pick", "2023-06-02", language=it, title=f"Pick {it}") for it in ("en", "bn")]
    only = story("only", "2023-06-03", tags="[rain]", title="Only en")
    storm = story("storm", tags="[rain]", related="[world/pick]", series="s")
    text = talkative(files(storm, only, *rain, *pick, story("first", "2023-06-01", series="s")))
    page = newspaper(text.replace('name = "বাংলা"', 'name = "বাংলা"\nfallback = "en"')).built()[HERE]
    related = page.partition("<h2>related</h2>")[2].partition("<h2>")[0]
    assert (related.index("Pick bn") < related.index("Rain bn"), " en " in related) == (True, False)
    assert "first" not in page.partition("<h2>series</h2>")[2].partition("<h2>")[0]


BAD = {
    "unknown": ('fallback = "ne"', "E203", "unknown language “ne”", "the others are en"),
    "itself": ('fallback = ["en", "bn"]', "E203", "cannot stand in for itself", "en"),
    "kind": ("fallback = 3", "E203", "3 is not a list", "fallback"),
}


@pytest.mark.parametrize(("line", "code", "said", "hint"), BAD.values(), ids=BAD)
def test_a_fallback_that_cannot_be_is_refused(line: str, code: str, said: str, hint: str, newspaper: Make) -> None:
    (fault,) = newspaper(files(ENGLISH), ASKING.replace('fallback = "en"', line)).faults()
    assert (fault.code, fault.place.path, fault.place.line is not None) == (code, "site.toml", True)
    assert said in fault.message
    assert hint in fault.hint


def test_check_finds_nothing_wrong_with_it(newspaper: Make) -> None:
    assert [it for it in newspaper(files(ENGLISH, *OTHERS), ASKING).check().diagnostics if "storm" in str(it)] == []


def test_an_address_that_is_taken_or_free_again_changes_the_storys_own_page(newspaper: Make) -> None:
    """Although nothing of the story itself is another."""
    paper = newspaper(files(ENGLISH, story("far", "2022-01-01", language="bn")), ASKING)
    assert "/bn/world/2023/07/storm/" in paper.built()[STORM]
    path, text = story("other", "2022-02-01", language="bn", url="/bn/world/2023/07/storm/")
    paper.put(path, text)
    assert "/bn/world/2023/07/storm/" not in paper.built()[STORM]
    (paper.root / path).unlink()
    assert "/bn/world/2023/07/storm/" in paper.built()[STORM]


def test_translations_name_each_other_and_not_what_stands_in_for_another(newspaper: Make) -> None:
    """Nor does that name them: it is a version of nothing."""
    site = IN_THREE.replace('\nfallback = ["bn", "en"]', "")
    out = newspaper(files(ENGLISH, story("storm", language="ur")), site).built()
    named = {path: re.findall(r'rel="alternate" hreflang="([^"]+)" href', out[path]) for path in (STORM, URDU, HERE)}
    assert named == {STORM: ["en", "ur", "x-default"], URDU: ["en", "ur", "x-default"], HERE: []}
