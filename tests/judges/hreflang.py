"""A judge of `hreflang` and `canonical` over a whole output, after Google's rules for localized versions: nobody offers one."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from babel import Locale
from lxml import html
from msgspec import Struct

X_DEFAULT = "x-default"
_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}))?")
"""Language, script and region, as search engines take them: RFC 5646 has more, and lets letters be large or small."""


class Said(Struct, frozen=True):
    """What a page says of itself and of its versions."""

    address: str
    language: str
    canonical: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    """Tags and addresses."""
    is_hidden: bool
    """Whether search engines shall leave it out."""
    words: str
    """Language of the text of a story that stands in another language's frame; empty on all other pages."""


def hreflang_findings(output: Path, origin: str) -> list[str]:
    """Return what is wrong with pages: address and fault. `origin` is the site's address without a slash at its end."""
    pages = {it.address: it for it in _pages(output, origin)}
    return [f"{it.address}: {fault}" for it in pages.values() for fault in _faults(it, pages, origin)]


def _pages(output: Path, origin: str) -> Iterator[Said]:
    """Yield all pages but those that lead on, and those that are not for the public, such as frames' doors."""
    for file in sorted(output.rglob("*.html")):
        text = file.read_text("utf-8")
        if (
            'http-equiv="refresh"' in text
            or "<html" not in text
            or not (root := html.document_fromstring(text)).get("lang")
        ):
            continue
        path = file.relative_to(output).as_posix()
        links = [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in root.iter("link")]
        yield Said(
            f"{origin}/{path.removesuffix('index.html') if path.endswith('/index.html') or path == 'index.html' else path}",
            root.get("lang"),
            tuple(unquote(href) for rel, _, href in links if rel == "canonical"),
            tuple((tag, unquote(href)) for rel, tag, href in links if rel == "alternate" and tag is not None),
            any(it.get("name") == "robots" and "noindex" in it.get("content", "") for it in root.iter("meta")),
            next((it.get("lang", "") for it in root.iter("h1")), ""),
        )


def _faults(page: Said, pages: Mapping[str, Said], origin: str) -> Iterator[str]:
    yield from _of_canonical(page, pages, origin)
    tags = [tag for tag, _ in page.alternates]
    if not tags:
        return
    yield from (f"{tag} is no tag" for tag in tags if not is_tag(tag))
    yield from (f"{tag} stands twice" for tag in set(tags) if tags.count(tag) > 1)
    versions = {tag: address for tag, address in page.alternates if tag != X_DEFAULT}
    if len(versions) < 2:
        yield "names versions, but has none"
    if versions.get(page.language) != page.address:
        yield "does not name itself"
    if X_DEFAULT not in tags:
        yield "has no x-default"
    elif dict(page.alternates)[X_DEFAULT] not in versions.values():
        yield "has an x-default that is none of its versions"
    for tag, address in versions.items():
        if not address.startswith(f"{origin}/"):
            if not address.startswith(("https://", "http://")):
                yield f"names {address}, which is no whole address"
        elif address not in pages:
            yield f"names {address}, where nothing is"
        else:
            if pages[address].alternates != page.alternates:
                yield f"names {address}, which does not name the same"
            if pages[address].language != tag:
                yield f"names {address} as {tag}, which is in {pages[address].language}"


def _of_canonical(page: Said, pages: Mapping[str, Said], origin: str) -> Iterator[str]:
    if len(page.canonical) != 1:
        if page.canonical or not page.is_hidden:
            yield f"has {len(page.canonical)} canonical addresses"
    elif (own := page.canonical[0]) != page.address and own.startswith(f"{origin}/"):
        if not page.words or page.alternates:
            yield f"defers to {own}, another page of the site"
        elif own not in pages or pages[own].language != page.words or pages[own].canonical != (own,):
            yield f"defers to {own}, which is not the story in its own language"


def is_tag(tag: str) -> bool:
    """Return whether it is `x-default`, or a language with or without script and region that CLDR knows."""
    found = _TAG.fullmatch(tag)
    return tag == X_DEFAULT or (
        found is not None and all(it is None or it in known for it, known in zip(found.groups(), _known(), strict=True))
    )


@cache
def _known() -> tuple[frozenset[str], ...]:
    """Return the codes of languages, scripts and regions."""
    english = Locale("en")
    return frozenset(english.languages), frozenset(english.scripts), frozenset(english.territories)
