"""What a fault must say and where: the one way in which all tests of bad input look at diagnostics."""

from collections.abc import Iterable
from typing import NamedTuple

import pytest

from patrika.model.diagnostics import Diagnostic


class Case(NamedTuple):
    """A mistake, and what must be said of it."""

    title: str
    """What is wrong, as a sentence."""
    text: str
    """The site's files, or what stands in place of a part of one."""
    place: str
    """Path, line and column, as printed."""
    says: str
    """Words of the message: the offending text among them."""
    hint: str
    """Words of the hint."""


def each(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Return a mark that runs a test for every case, named by its sentence."""
    return pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases])


def assert_said(case: Case, faults: Iterable[Diagnostic]) -> None:
    """Make sure that the case's mistake is all that is complained of, once, at its place, with what to do."""
    found = list(faults)
    told = "\n".join(map(str, found))
    assert len(found) == 1, told or "nothing was found wrong"
    assert str(found[0].place) == case.place, told
    assert case.says in found[0].message, told
    assert "\n" not in found[0].message, told
    assert found[0].hint, f"there is no hint: {told}"
    assert case.hint in found[0].hint, told
