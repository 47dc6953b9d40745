"""A story begun: a file of the section's archetype, with headline and date."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean
from patrika.model.site import Site
from patrika.read.decoding import decode
from patrika.read.front_matter import block_of
from patrika.read.rewriting import quoted, with_key
from patrika.read.settings import SITE_FILE, read_site
from patrika.read.sources import is_passed_over
from patrika.read.text import clip, key_of, nfc
from patrika.read.values import segment_fault
from patrika.run.places import on_disk
from patrika.run.request import SiteError

FOLDER = "archetypes"
PLAIN = """---
title:
date:
summary:
authors: []
tags: []
draft: true
---

"""
"""Where the site has no archetype."""

LONGEST = 200
"""Bytes of a file's name without its endings."""


def begin_story(
    root: Path, section: str, headline: str, *, language: str = "", slug: str = "", now: int, dated: bool = False
) -> Path:
    """Return the file of a new story, written from the archetype of its section. `now`, in UTC seconds, is its date, which
    is left out where the section needs none, unless the story is to be `dated`.

    Raises SiteError where section or language are not the site's, or where there is such a story.
    """
    site, faults, _ = read_site((root / SITE_FILE).read_bytes())
    if site is None or faults:
        raise SiteError(str(faults[0]))
    language = language or site.default_language
    _check(section, language, site)
    stem = nfc(slug) or _stem(headline)
    if is_passed_over(stem) or stem == "index":
        raise SiteError(f"“{stem}” cannot be a story's name: no file of that name is one; name another with --slug")
    if fault := segment_fault(stem):
        raise SiteError(f"“{stem}” cannot be part of an address: {fault}; name another with --slug")
    folder = root / "content" / section
    places = (path.relative_to(root).as_posix() for path in _places(folder, stem, language, site))
    if taken := next((path for path in places if on_disk(root, path).exists()), ""):
        raise SiteError(f"{taken} is there already: write on in it, or name another with --slug")
    text = _archetype(root, section, language)
    moment = datetime.fromtimestamp(now, ZoneInfo(site.timezone))
    block = block_of(text)
    date = f"{moment:%Y-%m-%d %H:%M}" if block and block.mark == "---" else f"{moment:%Y-%m-%dT%H:%M:%S}"
    text = with_key(text, "title", quoted(headline))
    if dated or site.section(section).dated:
        text = with_key(text, "date", date)
    file = folder / f"{stem}.{language}.md"
    folder.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as written:
        written.write(text)
    return file


def _check(section: str, language: str, site: Site) -> None:
    sections = [it.id for it in site.sections]
    if section not in sections:
        raise SiteError(f"unknown section “{section}”: {did_you_mean(section, sections, ', '.join(sections))}")
    if language not in site.language_ids:
        hint = did_you_mean(language, site.language_ids, ", ".join(site.language_ids))
        raise SiteError(f"unknown language “{language}”: {hint}")


def _stem(headline: str) -> str:
    """Return a headline as part of an address, as headings and tags have it: letters and marks of all scripts are kept."""
    stem = clip(key_of(headline), LONGEST)
    if not stem:
        raise SiteError(f"“{headline}” has no letter to make an address of: name one with --slug")
    return stem


def _places(folder: Path, stem: str, language: str, site: Site) -> list[Path]:
    """Return all files that would be this story in this language."""
    endings = [f".{language}{ending}" for ending in (".md", ".html")]
    endings += [".md"] if language == site.default_language else []
    return [folder / f"{name}{ending}" for name in (stem, f"{stem}/index") for ending in endings]


def _archetype(root: Path, section: str, language: str) -> str:
    """Return the text of the nearest archetype: the section's, those it lies in, `default`, each first in the language."""
    parts = section.split("/")
    names = ["/".join(parts[:count]) for count in range(len(parts), 0, -1)] + ["default"]
    files = [root / FOLDER / f"{name}{ending}" for name in names for ending in (f".{language}.md", ".md")]
    file = next((file for file in files if file.is_file()), None)
    if file is None:
        return PLAIN
    place = file.relative_to(root).as_posix()
    text = decode(file.read_bytes(), Place(place))
    if isinstance(text, Diagnostic):
        raise SiteError(str(text))
    if block_of(text) is None:
        raise SiteError(f"{place} has no front matter: begin it with a line --- and end that with another")
    return text
