"""Rules for one printed page."""

from collections.abc import Iterator
from urllib.parse import unquote

from patrika.check.facts import PageFacts
from patrika.check.finding import Finding
from patrika.check.ground import Ground, target_of


def page_findings(path: str, facts: PageFacts, ground: Ground) -> Iterator[Finding]:
    """Yield what is wrong with the page at a path by itself."""
    yield from _links(path, facts, ground)
    yield from _headings(facts)
    yield from _canonical(path, facts, ground)
    for picture in facts.pictures:
        if not picture.is_spoken:
            said = f"the picture “{picture.address}” has no alt attribute"
            yield Finding("W707", said, 'write alt="…", or alt="" where it only adorns', picture.address)
    for id in facts.doubled:
        yield Finding(
            "W711", f"the id “{id}” stands on more than one element", "links find the first only: rename one", id
        )


def _links(path: str, facts: PageFacts, ground: Ground) -> Iterator[Finding]:
    for address in facts.links:
        target = target_of(address, path, ground.url)
        if not target.path:
            continue
        if ground.file_at(target.path) is None and not ground.leads_on(target.path):
            yield Finding(
                "E701",
                f"the link “{unquote(address)}” leads to nothing",
                "mend it in the template, slot or menu",
                address,
            )
        elif target.path == path and target.fragment and not _is_there(target.fragment, facts.ids):
            yield missing_fragment(address, target.fragment)
    for address in facts.loaded:
        target = target_of(address, path, ground.url)
        if target.path and ground.file_at(target.path) is None:
            yield Finding(
                "E701",
                f"the page loads “{unquote(address)}”, which is not there",
                "mend it in the template or slot",
                address,
            )


def missing_fragment(address: str, fragment: str) -> Finding:
    """Return what is said of a link to a place in a page that is not there."""
    said = f"the link “{unquote(address)}” leads to no place called “{fragment}”"
    return Finding("W702", said, "mend what follows #", address)


def _is_there(fragment: str, ids: tuple[str, ...]) -> bool:
    """Return whether a browser finds a fragment: an id, the top of the page, or words (WICG text fragments)."""
    return fragment in ids or fragment.lower() == "top" or fragment.startswith(":~:")


def fragments_elsewhere(path: str, facts: PageFacts, ground: Ground) -> Iterator[tuple[str, str, str]]:
    """Yield address, file and fragment of the links to places in other pages."""
    for address in facts.links:
        target = target_of(address, path, ground.url)
        if target.path and target.path != path and target.fragment and not target.fragment.startswith(":~:"):
            file = ground.file_at(target.path)
            if file and file.endswith(".html"):
                yield address, file, target.fragment


def outside_of(path: str, facts: PageFacts, ground: Ground) -> tuple[str, ...]:
    """Return the addresses elsewhere that readers may go to from a page."""
    found = (target_of(address, path, ground.url).outside for address in facts.links)
    return tuple(dict.fromkeys(filter(None, found)))


def _headings(facts: PageFacts) -> Iterator[Finding]:
    """Yield skipped levels (WCAG 2.2, technique G141), and a page without its one h1."""
    tops = sum(level == 1 for level, _ in facts.headings)
    if tops != 1:
        said = "has no h1" if tops == 0 else f"has {tops} headings of the first level"
        yield Finding("W710", f"this page {said}", "give it one h1: what the page is about")
    above = 0
    for level, words in facts.headings:
        if above and level > above + 1:
            said = f"the heading “{words}” is of level {level} below one of level {above}"
            yield Finding("W709", said, f"make it one of level {above + 1}: readers of screens go by levels", words)
        above = level


def _canonical(path: str, facts: PageFacts, ground: Ground) -> Iterator[Finding]:
    """Yield a canonical address of this site at which there is no page."""
    target = target_of(facts.canonical, path, ground.url) if facts.canonical else None
    if target is None:
        if facts.may_be_indexed:
            yield Finding("E703", "this page names no canonical address", 'print  <link rel="canonical" href="…">')
    elif target.path and ground.file_at(target.path) is None:
        yield Finding("E703", f"the canonical address “{facts.canonical}” is not there", "mend it", facts.canonical)
