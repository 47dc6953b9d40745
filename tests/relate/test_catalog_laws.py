"""The catalog's order, windows and relations, against their definitions said again in the plainest way."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from patrika.model.article import Article, Prose
from patrika.model.card import Card
from patrika.model.site import Language, Section, Site
from patrika.relate.catalog import Catalog, Row, build_catalog
from patrika.relate.related import KEPT, Tops, best_older, chain_of, holding, related_positions

LANGUAGES = tuple(Language(id, id, id, id, "latn", "ltr", id, id) for id in ("en", "bn"))
DAY_S = 86_400


def site(live_days: int | None = 7, live_stories: int | None = 25) -> Site:
    sections = (Section("world", "report", {}), Section("sport", "report", {}))
    return Site("", "https://x.example", "UTC", "en", "t", LANGUAGES, sections, live_days, live_stories)


def row(story: str, language: str, section: str, moment: int, tags: tuple[str, ...], listed: bool) -> Row:
    article = Article(
        "", story, language, section, "report", story, moment, Prose(b""), story, tags=tags, listed=listed
    )
    return Row(article, Card(story, language, f"/{story}/", story, section, "report", moment, tags=tags), 0)


rows = st.lists(
    st.builds(
        row,
        story=st.from_regex(r"[a-e][a-e][a-e]", fullmatch=True),
        language=st.sampled_from(["en", "bn"]),
        section=st.sampled_from(["world", "sport"]),
        moment=st.integers(0, 30).map(lambda day: day * DAY_S // 2),
        tags=st.lists(st.sampled_from("uvwxyz"), max_size=3, unique=True).map(tuple),
        listed=st.booleans(),
    ),
    max_size=30,
    unique_by=lambda row: (row.article.story, row.article.language),
)


def listed(catalog: Catalog, language: str) -> list[int]:
    return [n for n, lang in enumerate(catalog.language) if lang == language and catalog.listed[n]]


@given(rows, st.randoms())
def test_the_order_of_files_never_shows(found: list[Row], dice: Random) -> None:
    shuffled = list(found)
    dice.shuffle(shuffled)
    assert build_catalog(found, site()) == build_catalog(shuffled, site())


@given(rows)
def test_stories_are_ordered_by_date_then_story_then_language(found: list[Row]) -> None:
    catalog = build_catalog(found, site())
    keys = list(zip(catalog.published, catalog.story, catalog.language, strict=True))
    assert keys == sorted(keys)


@given(rows, st.integers(1, 12), st.integers(1, 6))
def test_a_window_ends_by_days_or_by_stories_whichever_is_sooner(found: list[Row], days: int, stories: int) -> None:
    catalog = build_catalog(found, site(days, stories))
    for position, language in enumerate(catalog.language):
        if not catalog.listed[position]:
            continue
        around = listed(catalog, language)
        within = [n for n in around if catalog.published[n] <= catalog.published[position] + days * DAY_S]
        until = [n for n in around if around.index(n) <= around.index(position) + stories]
        assert catalog.window_end(position, site(days, stories)) == min(len(within), len(until))


@settings(max_examples=200)
@given(rows)
def test_related_stories_are_those_of_the_definition(found: list[Row]) -> None:
    catalog = build_catalog(found, site())
    for position, language in enumerate(catalog.language):
        around = listed(catalog, language)
        older = [n for n in around if n < position]

        def score(other: int, own: int = position, older: list[int] = older) -> int:
            shared = set(catalog.tags[own]) & set(catalog.tags[other])
            holding = [sum(tag in catalog.tags[n] for n in older) for tag in shared]
            return sum(1 + len(older).bit_length() - count.bit_length() for count in holding)

        sharing = sorted((n for n in older if score(n)), key=lambda n: (-score(n), -n))
        section = [n for n in reversed(older) if catalog.section[n] == catalog.section[position]]
        newer = [n for n in around if n > position]
        wanted = list(dict.fromkeys([*sharing, *section, *reversed(older), *newer]))
        assert list(related_positions(catalog, position, {})) == wanted
        assert list(related_positions(catalog, position, tops_of(catalog))) == wanted


def tops_of(catalog: Catalog) -> dict[str, Tops]:
    """Return the tops of all stories, found anew."""
    return {
        language: Tops(best_older(catalog, language, range(len(run.positions))), chain_of(catalog, language))
        for language, run in catalog.by_language.items()
    }


@settings(max_examples=200)
@given(rows, rows)
def test_what_was_related_before_holds_as_far_as_the_chain_says(first: list[Row], second: list[Row]) -> None:
    """Rows up to the first difference are those that would be found anew."""
    before, after = tops_of(build_catalog(first, site())), tops_of(build_catalog(second, site()))
    for language in before.keys() & after.keys():
        held = holding(before[language], after[language].chain) * KEPT * 4
        assert before[language].ranks[:held] == after[language].ranks[:held]


@given(rows)
def test_the_chain_of_the_same_stories_holds_to_the_end(found: list[Row]) -> None:
    for language, tops in tops_of(build_catalog(found, site())).items():
        catalog = build_catalog(found, site())
        assert holding(tops, chain_of(catalog, language)) == len(catalog.by_language[language].positions)
