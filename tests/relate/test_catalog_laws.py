"""The catalog's order, windows and relations, against their definitions said again in the plainest way."""

from array import array
from math import inf
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from patrika.model.language import Language
from patrika.model.site import Section, Site
from patrika.relate.catalog import NO_RUN, Catalog, build_catalog
from patrika.relate.entries import Entry
from patrika.relate.related import KEPT, Tops, best_older, chain_of, holding, related_ranks

LANGUAGES = tuple(Language(id, id, id, id, "latn", "ltr", id, id) for id in ("en", "bn"))
DAY_S = 86_400
NOW = 10**9


def site(live_days: int | None = 7, live_stories: int | None = 25) -> Site:
    sections = (
        *(Section(id, "report", {}) for id in ("world", "sport", "notices/sport")),
        *(Section(id, "report", {}, listed=False) for id in ("notices", "sport/notes")),
    )
    return Site("", "https://x.example", "UTC", "en", "t", LANGUAGES, sections, live_days, live_stories)


def row(
    story: str,
    language: str,
    section: str,
    moment: int,
    tags: tuple[str, ...],
    listed: bool,
    also_in: tuple[str, ...] = (),
) -> Entry:
    return Entry(
        id=0,
        story=story,
        language=language,
        published=moment,
        section=section,
        kind="report",
        path=f"/{story}/",
        tags=tags,
        spelled=(),
        authors=(),
        at="",
        publish_at=moment,
        expire_at=0,
        priority=0,
        priority_until=0,
        draft=False,
        listed=listed,
        related_off=False,
        excluded=(),
        flaws=(),
        anchors=(),
        own=b"",
        also_in=also_in,
    )


rows = st.lists(
    st.builds(
        row,
        story=st.from_regex(r"[a-e][a-e][a-e]", fullmatch=True),
        language=st.sampled_from(["en", "bn"]),
        section=st.sampled_from(["world", "sport", "sport", "notices", "sport/notes", "notices/sport"]),
        moment=st.integers(-4, 30).map(lambda day: day * DAY_S // 2),
        tags=st.lists(st.sampled_from("uvwxyz"), max_size=3, unique=True).map(tuple),
        listed=st.booleans(),
        also_in=st.sampled_from([(), (), ("sport",), ("notices", "world"), ("sport/notes",)]),
    ),
    max_size=30,
    unique_by=lambda row: (row.story, row.language),
)


def listed(catalog: Catalog, language: str) -> list[int]:
    return [n for n, entry in enumerate(catalog.entries) if entry.language == language and entry.listed]


@given(rows, st.randoms())
def test_the_order_of_files_never_shows(found: list[Entry], dice: Random) -> None:
    shuffled = list(found)
    dice.shuffle(shuffled)
    assert build_catalog(found, site(), NOW) == build_catalog(shuffled, site(), NOW)


@given(rows)
def test_stories_are_ordered_by_date_then_story_then_language(found: list[Entry]) -> None:
    """Before them come those without a date, so that lists, newest first, end with them in the order of stories."""
    catalog = build_catalog(found, site(), NOW)
    keys = [(entry.published, entry.story, entry.language) for entry in catalog.entries]
    undated, dated = [key for key in keys if not key[0]], [key for key in keys if key[0]]
    assert keys == [*sorted(undated, reverse=True), *sorted(dated)]
    assert [day for day in catalog.days if not day] == [0] * len(undated)
    for language, count in catalog.undated.items():
        assert count == sum(not catalog.entries[n].published for n in listed(catalog, language))


def date_of(entry: Entry) -> float:
    return entry.published or -inf


@given(rows, st.integers(1, 12), st.integers(1, 6))
def test_a_window_ends_by_days_or_by_stories_whichever_is_sooner(found: list[Entry], days: int, stories: int) -> None:
    catalog = build_catalog(found, site(days, stories), NOW)
    for position, entry in enumerate(catalog.entries):
        if not entry.listed:
            continue
        around = listed(catalog, entry.language)
        within = [n for n in around if date_of(catalog.entries[n]) <= date_of(entry) + days * DAY_S]
        until = [n for n in around if around.index(n) <= around.index(position) + stories]
        assert catalog.ends[position] == min(len(within), len(until))


@settings(max_examples=200)
@given(rows)
def test_related_stories_are_those_of_the_definition(found: list[Entry]) -> None:
    catalog = build_catalog(found, site(), NOW)
    tops = {language: array("I", found.ranks) for language, found in tops_of(catalog).items()}
    for position, entry in enumerate(catalog.entries):
        around = [n for n in listed(catalog, entry.language) if catalog.entries[n].section not in UNLISTED]
        older = [n for n in around if n < position]

        def score(other: int, own: int = position, older: list[int] = older) -> int:
            shared = set(catalog.entries[own].tags) & set(catalog.entries[other].tags)
            holding = [sum(tag in catalog.entries[n].tags for n in older) for tag in shared]
            return sum(1 + len(older).bit_length() - count.bit_length() for count in holding)

        sharing = sorted((n for n in older if score(n)), key=lambda n: (-score(n), -n))
        section = [n for n in reversed(older) if entry.section in sections_of(catalog.entries[n])]
        newer = [n for n in around if n > position]
        wanted = list(dict.fromkeys([*sharing, *section, *reversed(older), *newer]))
        positions = catalog.listed.get(entry.language, NO_RUN)
        assert [positions[rank] for rank in related_ranks(catalog, position, {})] == wanted
        assert [positions[rank] for rank in related_ranks(catalog, position, tops)] == wanted


UNLISTED = ("notices", "sport/notes")


def sections_of(entry: Entry) -> set[str]:
    return {section for id in (entry.section, *entry.also_in) for section in (id, id.partition("/")[0])}


@given(rows)
def test_lists_find_stories_of_an_unlisted_section_only_where_they_ask_for_it(found: list[Entry]) -> None:
    """Or for a listed one that has them, too, by also_in."""
    catalog = build_catalog(found, site(), NOW)

    def is_found(entry: Entry, section: str) -> bool:
        ways = [id for id in (entry.section, *entry.also_in) if section in (id, id.partition("/")[0])]
        ways = (
            ways if section in UNLISTED or entry.section not in UNLISTED else [it for it in ways if it not in UNLISTED]
        )
        return bool(ways)

    for language, positions in catalog.listed.items():
        stories = {rank: catalog.entries[position] for rank, position in enumerate(positions)}
        everywhere = [rank for rank, entry in stories.items() if entry.section not in UNLISTED]
        assert list(catalog.all_in_lists(language)) == everywhere
        for section in ("world", "sport", *UNLISTED, "notices/sport"):
            asked = catalog.in_lists.asked.get((language, section), NO_RUN)
            assert list(asked) == [rank for rank, entry in stories.items() if is_found(entry, section)]
            own = catalog.by_section.get((language, section), NO_RUN)
            assert list(own) == [rank for rank, entry in stories.items() if section in sections_of(entry)]


def tops_of(catalog: Catalog) -> dict[str, Tops]:
    """Return the tops of all stories, found anew."""
    return {
        language: Tops(best_older(catalog, language, range(len(positions))), chain_of(catalog, language))
        for language, positions in catalog.listed.items()
    }


@settings(max_examples=200)
@given(rows, rows)
def test_what_was_related_before_holds_as_far_as_the_chain_says(first: list[Entry], second: list[Entry]) -> None:
    """Rows up to the first difference are those that would be found anew."""
    before, after = tops_of(build_catalog(first, site(), NOW)), tops_of(build_catalog(second, site(), NOW))
    for language in before.keys() & after.keys():
        held = holding(before[language], after[language].chain) * KEPT * 4
        assert before[language].ranks[:held] == after[language].ranks[:held]


def test_the_chain_breaks_where_a_story_comes_to_be_listed_in_another_section() -> None:
    found = [row(story, "en", "world", 1, (), True) for story in ("a", "b", "c")]
    also = [*found[:2], row("c", "en", "world", 1, (), True, ("sport",))]
    before, after = (tops_of(build_catalog(rows, site(), NOW))["en"] for rows in (found, also))
    assert holding(before, after.chain) == 0


@given(rows)
def test_the_chain_of_the_same_stories_holds_to_the_end(found: list[Entry]) -> None:
    for language, tops in tops_of(build_catalog(found, site(), NOW)).items():
        catalog = build_catalog(found, site(), NOW)
        assert holding(tops, chain_of(catalog, language)) == catalog.count(language)
