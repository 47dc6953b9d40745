"""Which versions belong together, and how each stands to the one it was translated from."""

from patrika.model.article import Original
from patrika.read.settings import read_site
from patrika.relate.versions import Kin, Version, kin_of, state_of
from tests.sites.newspaper import SITE

read, *_ = read_site(f'{SITE}[languages.ur]\nname = "اردو"\n'.encode())
assert read
site = read


def version(stem: str, language: str, story: str = "", origin: str = "", **named: str) -> Version:
    """Return a version whose wording is its language's id; `origin` is the language and wording that it is made from."""
    return Version(
        source=f"content/world/{stem}.{language}.md",
        story=story or f"world/{stem}",
        language=language,
        title=stem,
        published=1,
        status="",
        publish_at=1,
        expire_at=0,
        wording=f"{stem}-{language}",
        original=Original(*origin.split("@")) if origin else None,
        named=tuple(named.items()),
    )


def told(*kins: Kin) -> list[str]:
    return [" ".join(it.source[14:-3] for it in kin.versions) for kin in kins]


def test_versions_belong_together_by_id_and_by_what_any_of_them_names() -> None:
    """Also by way of a third, and where what is named has an id of its own."""
    versions = (
        *(version("a", "en", "one"), version("b", "bn", en="world/a.en.md"), version("c", "ur", bn="@/world/b")),
        *(version("d", "en"), version("d", "ur", bn="https://bangla.example/d")),
        version("e", "bn", en="world/gone"),
    )
    assert told(*kin_of(versions, site)) == ["a.en b.bn c.ur", "d.en d.ur", "e.bn"]
    _, second, third = kin_of(reversed(versions), site)
    assert (second.elsewhere, state_of(second, "bn")) == ({"bn": "https://bangla.example/d"}, "elsewhere")
    assert third.names == {"world/e", "world/gone"}


def test_of_two_files_of_one_version_the_first_counts() -> None:
    first, second = version("a", "en"), version("b", "en", "world/a")
    (kin,) = kin_of((second, first), site)
    assert kin.versions == (first,)


def test_a_version_is_compared_with_that_of_its_own_story_first() -> None:
    """Where two stories that name each other are both in the language that it was translated from."""
    own = version("b", "bn", origin="en@b-en")
    (kin,) = kin_of((version("a", "en", ur="world/b"), version("b", "en"), own, version("b", "ur")), site)
    assert kin.original_of(own) == version("b", "en")
    assert state_of(kin, "bn") == "complete"


def test_each_state_is_told() -> None:
    (kin,) = kin_of((version("a", "en"), version("a", "bn", origin="en@a-en"), version("a", "ur", origin="bn@x")), site)
    assert [state_of(kin, language) for language in site.language_ids] == ["complete", "complete", "outdated"]
    (kin,) = kin_of((version("a", "ur", origin="bn@x"),), site)
    assert [state_of(kin, language) for language in site.language_ids] == ["missing", "missing", "sourceless"]
