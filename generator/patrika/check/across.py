"""Rules for all pages together: what one says must fit what others say."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from patrika.check.facts import PageFacts
from patrika.check.finding import Finding
from patrika.model.encoding import Digest, digest


class Card(Struct, frozen=True, gc=False, array_like=True):
    """What of a page others have to fit: short, since there may be a million."""

    title: Digest = b""
    description: Digest = b""
    """Empty where it has none."""
    canonical: str = ""
    """Empty where it is the page's own."""
    may_be_indexed: bool = True
    alternates: tuple[tuple[str, str], ...] = ()


def card_of(address: str, facts: PageFacts) -> Card:
    """Return what of the page at a whole address others have to fit."""
    return Card(
        title=digest(facts.title.casefold())[:8] if facts.title else b"",
        description=digest(facts.description.casefold())[:8] if facts.description else b"",
        canonical="" if facts.canonical == address else facts.canonical,
        may_be_indexed=facts.may_be_indexed,
        alternates=facts.alternates,
    )


def alternate_findings(cards: Mapping[str, Card], url: str) -> Iterator[tuple[str, Finding]]:
    """Yield, by whole address of a page of the site `url`, what is wrong with its versions in other languages: each page
    names itself and all others, they name it, too, and one is named for all other languages (Google, “localized versions”)."""
    for address, card in cards.items():
        if not card.alternates:
            continue
        named = dict(card.alternates)
        if address not in (there for tag, there in card.alternates if tag != "x-default"):
            yield address, Finding("E704", "this page has versions, and does not name itself among them", _HINT)
        if "x-default" not in named:
            yield address, Finding("E704", "none of the versions of this page is named for other languages", _HINT)
        if len(named) < len(card.alternates):
            yield address, Finding("E704", "two versions of this page are named for one language", _HINT)
        for tag, there in card.alternates:
            other = cards.get(there)
            if not f"{there}/".startswith(f"{url}/"):
                continue  # Of other sites nothing is known.
            if other is None:
                yield address, Finding("E704", f"its version “{tag}”, {there}, is no page of this site", _HINT, there)
            elif address not in (back for _, back in other.alternates):
                yield address, Finding("E704", f"its version “{tag}”, {there}, does not name it in turn", _HINT, there)


_HINT = "print `hreflang` of `page.frame.alternates`, all of them, on all pages"


def doubled(cards: Iterable[tuple[str, str, Card]], part: str) -> Iterator[tuple[str, ...]]:
    """Yield the addresses of pages in one language that share a `part`, `title` or `description`, and may all be found by
    search engines. `cards` are addresses, languages and cards."""
    alike: dict[tuple[str, Digest], list[str]] = {}
    for address, language, card in cards:
        if (value := getattr(card, part)) and card.may_be_indexed and not card.canonical:
            alike.setdefault((language, value), []).append(address)
    yield from (tuple(addresses) for addresses in alike.values() if len(addresses) > 1)
