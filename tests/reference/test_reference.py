"""Tables made from the code: words for types, what stands below a field, and the regions of a page."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import pytest
from msgspec import Struct
from reference.fields import fields_of, reached
from reference.kinds import said
from reference.regions import RegionFault, filled
from reference.table import cell, table

from patrika.model.card import Card
from patrika.model.media import Media, Picture
from patrika.model.terms import Instant, SitePath

PAGE = "One.\n\n<!-- made: a -->\nold\n<!-- end -->\n\nTwo.\n<!-- made: b -->\n<!-- end -->\n"


class Leaf(Struct, frozen=True):
    """The end."""

    path: SitePath = ""


class Tree(Struct, frozen=True):
    """A value of values."""

    seen: Instant
    """When it
    was seen."""
    leaves: "Mapping[str, tuple[Leaf, ...]]"
    within: "Tree | None" = None
    """What it is in."""


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (str, "text"),
        (bool, "yes or no"),
        (Instant, "instant"),
        (frozenset[SitePath], "set of path"),
        (tuple[Card, ...], "list of Card"),
        (tuple[tuple[str, ...], ...], "list of lists of text"),
        (Iterable[object], "list of anything"),
        (Picture | None, "Picture or nothing"),
        (Literal["wide", "tall", "low"], "`wide`, `tall` or `low`"),
        (Mapping[str, tuple[Card, ...]], "lists of Card by name"),
        (Mapping[str, str | Media | None], "values by name: text, Media, nothing"),
        (Mapping[str, Any], "values by name"),
    ],
)
def test_types_are_said_in_words_of_theme_authors(kind: Any, words: str) -> None:
    assert said(kind) == words


def test_fields_are_told_by_the_strings_below_them() -> None:
    """In their order, each with its own and none with its neighbour's."""
    told = [(row.name, cell(row.about)) for row in fields_of(Tree)]
    assert told == [("seen", "when it was seen"), ("leaves", ""), ("within", "what it is in")]


def test_all_that_a_value_is_made_of_is_found_once() -> None:
    assert reached((Tree,), opaque=frozenset()) == (Tree, Leaf)
    assert reached((Tree,), opaque=frozenset({Leaf})) == (Tree,)


def test_sentences_of_the_source_fit_into_cells() -> None:
    """A bar ends no cell, and names keep their capitals."""
    assert cell("BCP 47.") == "BCP 47"
    assert cell("A story's date.") == "a story's date"
    assert table(("a", "b"), [("`x | y`", "")]) == "| a | b |\n|---|---|\n| `x \\| y` | |"


def test_regions_are_filled_and_all_else_stays() -> None:
    page = "One.\n\n<!-- made: a -->\n1\n<!-- end -->\n\nTwo.\n<!-- made: b -->\n2\n<!-- end -->\n"
    assert filled(PAGE, {"a": "1", "b": "2"}) == page
    assert filled(page, {"a": "1", "b": "2"}) == page


@pytest.mark.parametrize(
    ("page", "texts", "amiss"),
    [
        (PAGE, {"a": "1"}, "b"),
        (PAGE, {"a": "1", "b": "2", "c": "3"}, "c"),
        (PAGE + PAGE, {"a": "1", "b": "2"}, "a"),
    ],
)
def test_a_table_without_a_region_is_refused_and_a_region_without_a_table(
    page: str, texts: dict[str, str], amiss: str
) -> None:
    with pytest.raises(RegionFault, match=rf": {amiss}"):
        filled(page, texts)
