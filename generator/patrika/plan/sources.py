"""All that references are made from: an edition, what its pages share, and the lists that were answered so far."""

from collections.abc import Sequence

from msgspec import Struct

from patrika.plan.edition import Edition
from patrika.plan.shared import Shared, shared_values


class Window(Struct, frozen=True):
    """The answer to a query for all pages that see as far: positions, and the digests of their cards, joined."""

    positions: tuple[int, ...]
    cards: bytes


class Sources(Struct, frozen=True):
    """All that `refer` goes by."""

    edition: Edition
    shared: Shared
    runs: dict[tuple[str, str, str, str], Sequence[int]] = {}
    """Ranks of stories that queries seek among, by language, section, kind and kind left out."""
    windows: dict[tuple[str, str, str, str, int], Window] = {}
    """Answers remembered, by role, list, language, section and number of fitting stories seen."""

    @property
    def answered(self) -> int:
        """Return how many queries were answered; pages that see as far share an answer."""
        return len(self.windows)


def sources(edition: Edition) -> Sources:
    """Return all that references to an edition's pages are made from."""
    return Sources(edition, shared_values(edition))
