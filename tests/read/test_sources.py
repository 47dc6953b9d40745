"""What a content file's path says of the story in it."""

import pytest

from patrika.model.diagnostics import Diagnostic
from patrika.model.site import Site
from patrika.read.settings import read_site
from patrika.read.sources import Origin, language_of, origin_of

SETTINGS = """
[site]
name = "Test"
url = "https://test.example"
[languages.en]
name = "English"
[languages.bn]
name = "বাংলা"
[languages.sr-Latn]
name = "srpski"
locale = "sr"
[[sections]]
id = "world"
[[sections]]
id = "sports"
[[sections]]
id = "sports/cricket"
[[sections]]
id = "sport"
"""


@pytest.fixture(scope="module")
def site() -> Site:
    found, faults, _ = read_site(SETTINGS.encode())
    assert found is not None
    assert not faults
    return found


ORIGINS = {
    "a story": ("content/world/storm.en.md", Origin("world/storm", "en", "world", "storm")),
    "its translation": ("content/world/storm.bn.md", Origin("world/storm", "bn", "world", "storm")),
    "no ending is the default language": ("content/world/storm.md", Origin("world/storm", "en", "world", "storm")),
    "a language with a script": ("content/world/storm.sr-Latn.md", Origin("world/storm", "sr-Latn", "world", "storm")),
    "a story in a deeper folder": (
        "content/world/2023/07/storm.en.md",
        Origin("world/2023/07/storm", "en", "world", "storm"),
    ),
    "a bundle": ("content/world/kim/index.bn.md", Origin("world/kim", "bn", "world", "kim")),
    "a bundle without language": ("content/world/kim/index.md", Origin("world/kim", "en", "world", "kim")),
    "a story called index": ("content/world/index.en.md", Origin("world/index", "en", "world", "index")),
    "a leading date": (
        "content/world/2023-07-27-storm.en.md",
        Origin("world/2023-07-27-storm", "en", "world", "storm", "2023-07-27"),
    ),
    "a bundle with a leading date": (
        "content/world/2023-07-27-kim/index.en.md",
        Origin("world/2023-07-27-kim", "en", "world", "kim", "2023-07-27"),
    ),
    "a date that cannot be is still a leading date": (
        "content/world/2023-02-30-storm.en.md",
        Origin("world/2023-02-30-storm", "en", "world", "storm", "2023-02-30"),
    ),
    "a date alone is a stem": (
        "content/world/2023-07-27.en.md",
        Origin("world/2023-07-27", "en", "world", "2023-07-27"),
    ),
    "a date with nothing after its hyphen": (
        "content/world/2023-07-27-.en.md",
        Origin("world/2023-07-27-", "en", "world", "2023-07-27-"),
    ),
    "a nested section": (
        "content/sports/cricket/final.en.md",
        Origin("sports/cricket/final", "en", "sports/cricket", "final"),
    ),
    "a nested section's parent": ("content/sports/cup.en.md", Origin("sports/cup", "en", "sports", "cup")),
    "a folder that begins like a section": (
        "content/sports/cricketers/a.en.md",
        Origin("sports/cricketers/a", "en", "sports", "a"),
    ),
    "a section that begins like another": ("content/sport/cup.en.md", Origin("sport/cup", "en", "sport", "cup")),
    "no section": ("content/elsewhere/cup.en.md", Origin("elsewhere/cup", "en", "", "cup")),
    "no folder": ("content/cup.en.md", Origin("cup", "en", "", "cup")),
    "Bangla": ("content/world/ঝড়.bn.md", Origin("world/ঝড়", "bn", "world", "ঝড়")),
    "a capital letter": ("content/world/Storm.en.md", Origin("world/Storm", "en", "world", "Storm")),
    "dots in a stem": ("content/world/v1.2.en.md", Origin("world/v1.2", "en", "world", "v1.2")),
    "a dot that is no language": ("content/world/web2.0.md", Origin("world/web2.0", "en", "world", "web2.0")),
    "a dot in a folder": ("content/world/v1.bn/storm.md", Origin("world/v1.bn/storm", "en", "world", "storm")),
    "a capital ending is no language": (
        "content/world/storm.EN.md",
        Origin("world/storm.EN", "en", "world", "storm.EN"),
    ),
}


@pytest.mark.parametrize(("path", "wanted"), ORIGINS.values(), ids=ORIGINS)
def test_a_path_says_story_language_section_and_slug(path: str, wanted: Origin, site: Site) -> None:
    assert origin_of(path, site) == wanted


def test_translations_share_their_story_and_their_slug(site: Site) -> None:
    origins = [origin_of(f"content/world/2023-07-27-storm{ending}.md", site) for ending in ("", ".bn", ".sr-Latn")]
    assert {(origin.story, origin.slug) for origin in origins if isinstance(origin, Origin)} == {
        ("world/2023-07-27-storm", "storm")
    }


LIKE_LANGUAGES = {
    "a language that is not configured": ("content/world/storm.fr.md", "fr", "add [languages.fr] to site.toml"),
    "one of three letters": ("content/world/storm.ckb.md", "ckb", "add [languages.ckb]"),
    "one with a region": ("content/world/storm.en-GB.md", "en-GB", ""),
    "one nearly configured": ("content/world/storm.sr-Latin.md", "sr-Latin", "did you mean “sr-Latn”?"),
}


@pytest.mark.parametrize(("path", "ending", "hint"), LIKE_LANGUAGES.values(), ids=LIKE_LANGUAGES)
def test_an_ending_that_looks_like_a_language_must_be_one(path: str, ending: str, hint: str, site: Site) -> None:
    """Else a translation in a language that site.toml lacks would be published as a story of the default one."""
    for found in (language_of(path, site), origin_of(path, site)):
        assert isinstance(found, Diagnostic)
        assert (found.code, found.place.path) == ("E105", path)
        assert f"“{ending}”" in found.message
        assert found.hint
        assert hint in found.hint


UNWRITABLE = ["a?b", "a*b", "a:b", "a|b", "a<b", 'a"b', "con", "NUL", "lpt1.x", "x" * 241, "আ" * 81]


@pytest.mark.parametrize("stem", UNWRITABLE, ids=lambda stem: stem[:12])
def test_a_name_that_some_system_cannot_write_is_told(stem: str, site: Site) -> None:
    found = origin_of(f"content/world/{stem}.en.md", site)
    assert isinstance(found, Diagnostic)
    assert found.code == "E106"
    assert f"“{stem}”" in found.message
    assert "rename the file" in found.hint
