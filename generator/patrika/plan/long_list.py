"""Lists that go on: closed pages of fifty from the oldest, and a head with the newest.

A list of n cards has closed pages 1 … c of exactly 50, oldest first, with c = max(0, n // 50 - 1); its head shows the
remaining newest 50 to 99. So a new story changes the head; each fiftieth makes one new page, to which the one before it
then leads. No other page is touched.
"""

from collections.abc import Iterator

from patrika.model.page import Frame, Page, Role
from patrika.plan.inputs import Paging
from patrika.plan.shared import ListPlace
from patrika.relate import addresses

CLOSED = 50


def closed_pages(count: int) -> int:
    """Return the number of closed pages of a list of `count` cards."""
    return max(0, count // CLOSED - 1)


def pages_of(path: str, role: Role, language: str, subject: str, count: int) -> Iterator[Page]:
    """Yield the head and the closed pages of a list at `path`."""
    yield Page(path, role, language, subject)
    for number in range(1, closed_pages(count) + 1):
        yield Page(addresses.numbered(path, number), role, language, subject, number)


def span(number: int, count: int) -> tuple[int, int]:
    """Return start and end, oldest first, of what a page of a list of `count` cards shows; `number` 0 is the head."""
    if number == 0:
        return closed_pages(count) * CLOSED, count
    return (number - 1) * CLOSED, number * CLOSED


def paging(path: str, number: int, count: int) -> Paging:
    """Return where a page of the list at `path` stands among the others."""
    last = closed_pages(count)
    here = number or last + 1
    older = addresses.numbered(path, here - 1) if here > 1 else ""
    newer = "" if number == 0 else (addresses.numbered(path, number + 1) if number < last else path)
    return Paging(number, newer, older)


def frame(place: ListPlace, language: str, number: int, moment: int) -> Frame:
    """Return what a page of a list says of itself; `moment` is its newest story's."""
    return Frame(
        path=addresses.numbered(place.path, number) if number else place.path,
        language=language,
        title=place.title,
        description=place.description,
        moment=moment,
        alternates=() if number else place.alternates,
        toggles=place.toggles,
        feeds=place.feeds,
    )
