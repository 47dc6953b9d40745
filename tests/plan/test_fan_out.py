"""A site whose old stories follow the news for ever is told what that costs, once it costs much."""

import pytest
from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic
from patrika.model.language import Language
from patrika.model.site import PageSpec, Query, Site, Theme
from patrika.plan.fan_out import MANY, notices

ENGLISH = Language("en", "English", "en", "en_GB", "latn", "ltr", "", "The Test")
BANGLA = Language("bn", "বাংলা", "bn", "bn_BD", "beng", "ltr", "bn", "The Test")
SITE = Site("The Test", "https://test.example", "UTC", "en", "plain", (ENGLISH, BANGLA), (), None, None)
LARGE = {"en": MANY + 234, "bn": MANY + 1}
SECTIONS = {("en", "world"): MANY + 2, ("en", "sport"): 233, ("bn", "world"): MANY}


def told(site: Site = SITE, stories: dict[str, int] = LARGE, **lists: Query) -> list[Diagnostic]:
    theme = Theme("plain", {"article": PageSpec("article.html", lists), "front": PageSpec("front.html")}, {})
    return list(notices(site, theme, stories, SECTIONS))


def test_a_list_that_follows_the_news_for_ever_is_told_with_its_number() -> None:
    (found,) = told(related=Query("related"), latest=Query("latest"))
    assert (found.code, found.severity, found.place.path) == ("N507", "notice", "site.toml")
    assert found.field == ("site", "live_days")
    assert found.message == (
        "the theme's list “latest” ties old stories to new ones: each new story in English rewrites up to 1,234 pages"
    )
    assert "live_days = 7" in found.hint


def test_all_such_lists_are_told_at_once() -> None:
    (found,) = told(opinion=Query("latest", kind="opinion"), rows=Query("latest", each="section"), last=Query("latest"))
    assert "lists “opinion”, “rows” and “last” tie old stories" in found.message


def test_a_list_of_the_pages_own_section_touches_only_that() -> None:
    (found,) = told(near=Query("latest", section="page"))
    assert "“near”" in found.message
    assert "up to 1,002 pages" in found.message
    (found,) = told(all=Query("latest", section="page", each="section"))
    assert "up to 1,234 pages" in found.message


@pytest.mark.parametrize("site", [replace(SITE, live_days=7), replace(SITE, live_stories=25)], ids=["days", "stories"])
def test_a_window_that_ends_is_no_matter(site: Site) -> None:
    assert told(site, latest=Query("latest")) == []


def test_a_small_archive_is_no_matter() -> None:
    assert told(stories={"en": MANY}, latest=Query("latest")) == []
    assert told(stories={}, latest=Query("latest")) == []


def test_lists_of_the_story_itself_are_no_matter() -> None:
    assert told(related=Query("related"), picks=Query("picks"), none=Query("latest", limit=0)) == []
