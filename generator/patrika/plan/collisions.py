"""Files that cannot stand side by side in output/, and names that some system cannot write."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.spelling import difference, has_unseen, seen
from patrika.read.text import nfc
from patrika.read.values import path_fault

SourceOf = Callable[[int], str]
"""What names the source of a file by its number."""

_ANOTHER_SLUG = "give one of them another slug: or url:, or rename its file"
_INDEX = "/index.html"


FieldOf = Callable[[int], tuple[str | int, ...]]
"""What names the key in its source that gives a file its name; empty where no key does."""


def collisions(outputs: Sequence[str], source_of: SourceOf, field_of: FieldOf) -> Iterator[Diagnostic]:
    """Yield files at one address, also by case or normalisation, files where a folder must be, and names that some system
    cannot write. `outputs` are paths under output/."""
    folded = [_folded(output) for output in outputs]
    if bad := _bad_parts(outputs):
        yield from _unwritable(outputs, source_of, bad)
    if len(set(folded)) < len(folded):
        yield from _doubles(outputs, source_of, field_of, folded)
    if unseen := [number for number, it in enumerate(outputs) if not it.isascii() and has_unseen(it)]:
        yield from _look_alikes(outputs, source_of, field_of, unseen)
    if inside := _in_files(folded):
        yield from _files_as_folders(outputs, source_of, folded, inside)


def _folded(output: str) -> str:
    return output.lower() if output.isascii() else nfc(output).casefold()


def _bad_parts(outputs: Iterable[str]) -> dict[str, str]:
    """Return what is wrong with parts of paths, by part."""
    parts: set[str] = set()
    for output in outputs:
        parts.update(output.split("/"))
    faults = ((part, path_fault(part) or ("it holds the sign '#'" if "#" in part else "")) for part in parts)
    return {part: fault for part, fault in faults if fault}


def _unwritable(outputs: Sequence[str], source_of: SourceOf, bad: dict[str, str]) -> Iterator[Diagnostic]:
    for number, output in enumerate(outputs):
        if fault := next((bad[part] for part in output.split("/") if part in bad), ""):
            said = f"not every system can write /{output}: {fault}"
            yield error("E402", Place(source_of(number)), said, "rename the file")


def _doubles(
    outputs: Sequence[str], source_of: SourceOf, field_of: FieldOf, folded: Sequence[str]
) -> Iterator[Diagnostic]:
    taken: dict[str, int] = {}
    for number, name in enumerate(folded):
        first = taken.setdefault(name, number)
        if first == number:
            continue
        source, other = source_of(number), source_of(first)
        if source != other or outputs[number] != outputs[first]:
            hint = "rename one of the two files" if source.startswith("static/") else _ANOTHER_SLUG
            if field := field_of(number):
                hint = "remove this old address, or give what is there another one"
            said = f"{'this' if field else 'its'} address /{outputs[number]} is also that of {other}"
            told = difference(outputs[number], outputs[first])
            yield error("E401", Place(source), f"{said}: {told}" if told else said, hint, field)


def _look_alikes(
    outputs: Sequence[str], source_of: SourceOf, field_of: FieldOf, unseen: Sequence[int]
) -> Iterator[Diagnostic]:
    """Yield files whose address differs from another's only in signs without width. An old address that leads on may."""
    first = {seen(outputs[number]): number for number in reversed(unseen) if not field_of(number)}
    for number, output in enumerate(outputs):
        if not output.isascii() and output in first and not field_of(number):
            first[output] = number
    for number in unseen:
        other = first.get(seen(outputs[number]), number)
        if other != number and outputs[other] != outputs[number] and not field_of(number):
            said = f"its address /{outputs[number]} looks like that of {source_of(other)}"
            yield error(
                "E401",
                Place(source_of(number)),
                f"{said}: {difference(outputs[number], outputs[other])}",
                _ANOTHER_SLUG,
            )


def _in_files(folded: Sequence[str]) -> list[tuple[str, str]]:
    """Return files with a file that would lie in them as in a folder. Pages are `…/index.html`, in which nothing can lie
    but a file of some other kind: so only files of other kinds are looked at from both sides."""
    others = [name for name in folded if not name.endswith(_INDEX) or name.count(_INDEX) > 1 or "index.html/" in name]
    ordered = sorted(folded) if others else []
    found = []
    for name in others:
        for folder in _folders(name):
            place = bisect_left(ordered, folder)
            if place < len(ordered) and ordered[place] == folder:
                found.append((folder, name))
        place = bisect_left(ordered, name + "/")
        if place < len(ordered) and ordered[place].startswith(name + "/"):
            found.append((name, ordered[place]))
    return found


def _files_as_folders(
    outputs: Sequence[str], source_of: SourceOf, folded: Sequence[str], inside: Sequence[tuple[str, str]]
) -> Iterator[Diagnostic]:
    numbers = {name: number for number, name in reversed(list(enumerate(folded)))}
    holding: dict[str, str] = {}
    for folder, name in inside:
        holding[folder] = min(name, holding.get(folder, name), key=lambda found: numbers[found])
    for folder, name in sorted(holding.items()):
        output, source, file = outputs[numbers[name]], source_of(numbers[name]), source_of(numbers[folder])
        place, other = (source, file) if source.startswith(("content/", "static/")) else (file, source)
        said = f"/{folder} would be a file and also the folder of /{output}, because of {other}"
        yield error("E401", Place(place), said, "rename one of the two")


def _folders(output: str) -> Iterator[str]:
    """Yield the folders that a file lies in, outermost first."""
    yield from (output[:place] for place, letter in enumerate(output) if letter == "/")
