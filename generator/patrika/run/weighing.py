"""Diagnostics weighed by the site's own wishes: what of them is told, and how gravely."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic
from patrika.model.site import Checks


def weighed(faults: Iterable[Diagnostic], checks: Checks, published: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Yield what is to be told, as gravely as [check] says. `published` are the dates of stories by their files, in UTC
    seconds, 0 for none; what is weighed again stays as it is."""
    for fault in faults:
        if fault.severity != "error" and 0 < published.get(fault.place.path, 0) < checks.since:
            continue
        wished = checks.severity.get(fault.code, fault.severity)
        if wished != "off":
            yield fault if wished == fault.severity else replace(fault, severity=wished)
