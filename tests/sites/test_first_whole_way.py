"""Stories in, pages out: the thinnest whole way through the house."""

from collections.abc import Callable

from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]

THREE = """
    -- content/world/storm.en.md --
    ---
    title: Storm nears the coast
    date: 2023-07-27 03:16
    ---
    The wind rose.
    -- content/world/storm.bn.md --
    ---
    title: উপকূলের দিকে ঝড়
    date: 2023-07-27 03:16
    ---
    বাতাস বাড়ছে।
    -- content/sport/cup.en.md --
    ---
    title: Cup goes north
    date: 2023-07-26
    ---
    They won. See [the storm](@/world/storm.md).
"""


def test_a_translation_links_both_ways(newspaper: Make) -> None:
    """Readers of either language are offered the other, for the same story."""
    out = newspaper(THREE).built()
    english, bangla = out["world/2023/07/storm/index.html"], out["bn/world/2023/07/storm/index.html"]
    assert '<link rel="alternate" hreflang="bn" href="https://test.example/bn/world/2023/07/storm/">' in english
    assert '<link rel="alternate" hreflang="en" href="https://test.example/world/2023/07/storm/">' in bangla
    assert 'hreflang="x-default" href="https://test.example/world/2023/07/storm/"' in bangla


def test_a_story_in_one_language_has_no_hreflang_and_leads_to_a_front(newspaper: Make) -> None:
    out = newspaper(THREE).built()
    assert 'hreflang="x-default"' not in out["sport/2023/07/cup/index.html"]
    assert '<link rel="alternate" hreflang' not in out["sport/2023/07/cup/index.html"]
    assert "bn/sport/index.html" not in out


def test_fronts_show_the_stories_of_their_language(newspaper: Make) -> None:
    out = newspaper(THREE).built()
    assert "Storm nears the coast" in out["index.html"]
    assert "উপকূলের দিকে ঝড়" in out["bn/index.html"]
    assert "Cup goes north" not in out["bn/index.html"]


def test_an_internal_link_leads_to_its_story_under_the_base_path(newspaper: Make) -> None:
    out = newspaper(THREE).built(base_url="https://org.github.io/paper/")
    assert '<a href="/paper/world/2023/07/storm/">the storm</a>' in out["sport/2023/07/cup/index.html"]


def test_a_link_within_the_site_keeps_its_title_and_the_language_of_its_words(newspaper: Make) -> None:
    """The title as one that leads elsewhere does; the words are the writer's, in whatever language the other story is."""
    body = '[a](storm.md "The “storm” & more") [b](only.bn.md) [c](nothing.md "Never")'
    paper = newspaper(files(story("storm"), story("only", language="bn"), story("nothing", draft="true")))
    paper.put(*story("a", body=body))
    page = paper.built()["world/2023/07/a/index.html"]
    assert '<a href="/world/2023/07/storm/" title="The “storm” &amp; more">a</a>' in page
    assert '<a href="/bn/world/2023/07/only/" hreflang="bn">b</a> c</p>' in page


def test_building_twice_writes_nothing(newspaper: Make) -> None:
    paper = newspaper(THREE)
    assert paper.build().written
    again = paper.build()
    assert again.written == ()
    assert again.removed == ()
