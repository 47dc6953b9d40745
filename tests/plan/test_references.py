"""What a page is given is what its references name, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from patrika.model.article import Body
from patrika.model.card import Card
from patrika.model.encoding import digest, encode
from patrika.model.page import Frame
from patrika.plan import front
from patrika.plan.refs import ListRefs
from patrika.run.shelf import RestrictedShelf, Stock, Where
from patrika.store.cache import opened

SHOWN = Card("a", "en", "/a/", "A", "world", "report", 1)
HIDDEN = Card("b", "en", "/b/", "B", "world", "report", 2)


def refs_to(card: Card) -> front.FrontRefs:
    return front.FrontRefs(Frame("/", "en", "Front"), ListRefs((("lead", digest(card)),)))


@pytest.fixture
def stock(tmp_path: Path) -> Iterator[Stock]:
    with opened(tmp_path, b"stamp") as cache:
        cache.keep_derived([(1, encode(SHOWN), b""), (2, encode(HIDDEN), b"")])
        yield Stock({}, Where({}, {digest(SHOWN): 1, digest(HIDDEN): 2}, {}, {}), cache)


def test_a_page_is_filled_from_what_its_references_name(stock: Stock) -> None:
    refs = refs_to(SHOWN)
    filled = front.fill(refs, RestrictedShelf(stock, encode(refs)))
    assert filled.lists == {"lead": (SHOWN,)}


def test_a_page_that_asks_for_another_card_is_refused(stock: Stock) -> None:
    shelf = RestrictedShelf(stock, encode(refs_to(SHOWN)))
    with pytest.raises(KeyError, match="which its references do not name"):
        shelf.card(digest(HIDDEN))


def test_what_a_list_names_may_be_shown(stock: Stock) -> None:
    joined = digest(SHOWN) + digest(HIDDEN)
    refs = front.FrontRefs(Frame("/", "en", "Front"), ListRefs((("latest", joined),)))
    assert front.fill(refs, RestrictedShelf(stock, encode(refs))).lists == {"latest": (SHOWN, HIDDEN)}


def test_values_of_two_types_with_equal_fields_have_different_digests() -> None:
    assert digest(Body(("x",))) != digest(ListRefs())
    assert digest(SHOWN) != digest(HIDDEN)
