"""A translation begun beside its original, or marked as brought up to date with it."""

import posixpath
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from patrika.model.article import Article, Original
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, nearest
from patrika.model.site import Site
from patrika.read.article import read_file
from patrika.read.decoding import decode
from patrika.read.front_matter import block_of
from patrika.read.rewriting import key_in, quoted, with_key, without_key
from patrika.read.sources import CONTENT, bare_path, language_of
from patrika.read.text import nfc
from patrika.relate.versions import Kin, Version
from patrika.run.moving import Move, carry_out
from patrika.run.newsroom import Newsroom
from patrika.run.places import on_disk
from patrika.run.request import SiteError

OWN_KEYS = ("url", "aliases", "guid", "canonical", "translations", "lang")
"""What is one version's alone: its address, its id, its language, and where else it is."""

KEY = "translated_from"


class Updated(Struct, frozen=True):
    """A translation, the original that it is up to date with, and whether its file had to be changed for it. By path."""

    file: str
    original: str
    is_changed: bool


def begin_translation(story: str, language: str, origin: str, newsroom: Newsroom, root: Path) -> str:
    """Return the file of a new translation, by path from the site's root: a draft with the original's words. `origin` is the
    language to translate from, if one is wished.

    Raises SiteError where there is no such story or language, the version is there already, or the original is at fault.
    """
    kin = _kin(story, language, origin, newsroom)
    if there := kin.version(language):
        raise SiteError(f"{there.source} is there already: once it is brought up to date, mark it with --update")
    if language in kin.elsewhere:
        raise SiteError(f"the version “{language}” is there already, at {kin.elsewhere[language]}")
    original = _original(kin, language, origin, newsroom.site)
    path = _beside(original, language, newsroom.site)
    content = (root / newsroom.spelled.get(original.source, original.source)).read_bytes()
    text = decode(content, Place(original.source))
    if isinstance(text, Diagnostic):
        raise SiteError(str(text))
    made = _translation(text, original, newsroom.site)
    _check(path, made, original, language, newsroom.site)
    line_end = "\r\n" if b"\r\n" in content else "\n"
    try:
        folder, _, name = path.rpartition("/")
        with (on_disk(root, folder) / name).open("xb") as file:
            file.write(made.replace("\n", line_end).encode())
    except FileExistsError:
        raise SiteError(f"{path} is there already, and cannot be read: mend it, or remove it first") from None
    return path


def update_translation(story: str, language: str, origin: str, newsroom: Newsroom, root: Path) -> Updated:
    """Return a translation whose file says that it is up to date with its original; nothing else of the file is changed.
    Raises SiteError where it is not there, or is of no version."""
    kin = _kin(story, language, origin, newsroom)
    version = kin.version(language)
    if version is None:
        raise SiteError(f"“{kin.story}” has no version “{language}” yet; begin it without --update")
    was = version.original.language if version.original and kin.original_of(version) else ""
    original = _original(kin, language, origin or was, newsroom.site)
    now = Original(original.language, original.wording)
    if version.original == now:
        return Updated(version.source, original.source, False)
    path = newsroom.spelled.get(version.source, version.source)
    made = _with_original((root / path).read_bytes(), now, newsroom.site)
    carry_out(Move({path: made}, (), ()), root)
    return Updated(version.source, original.source, True)


def _kin(story: str, language: str, origin: str, newsroom: Newsroom) -> Kin:
    """Return the story that is meant by an id or a file, after making sure that the languages are the site's."""
    site = newsroom.site
    for wished in (language, origin):
        if wished and wished not in site.language_ids:
            hint = did_you_mean(wished, site.language_ids, ", ".join(site.language_ids))
            raise SiteError(f"unknown language “{wished}”: {hint}")
    if origin == language:
        raise SiteError(f"“{language}” is both what to translate from and into")
    id = bare_path(CONTENT + posixpath.normpath(nfc(story)).removeprefix("@/").removeprefix(CONTENT), site)
    for kin in newsroom.stories:
        if id in kin.names or any(bare_path(it.source, site) == id for it in kin.versions):
            return kin
    if fault := next((it for it in newsroom.faults if bare_path(it.place.path, site) == id), None):
        raise SiteError(str(fault))
    close = nearest(id, [name for kin in newsroom.stories for name in kin.names])
    raise SiteError(f"there is no story “{id}”" + (f"; did you mean “{close}”?" if close else ""))


def _original(kin: Kin, language: str, origin: str, site: Site) -> Version:
    """Return the version to translate from: that which is wished, else the default language's, else the first."""
    order: Iterable[str] = [origin] if origin else (site.default_language, *site.language_ids)
    found = next((it for wished in order if wished != language and (it := kin.version(wished))), None)
    if found is None:
        what = f"version “{origin}”" if origin else "other version"
        raise SiteError(f"“{kin.story}” has no {what} to translate from")
    return found


def _beside(original: Version, language: str, site: Site) -> str:
    found = language_of(original.source, site)
    assert isinstance(found, tuple), f"{original.source} has no language"
    return f"{found[0]}.{language}{posixpath.splitext(original.source)[1]}"


def _translation(text: str, original: Version, site: Site) -> str:
    rename = site.front_matter.rename
    for key in OWN_KEYS:
        text = without_key(text, key_in(text, key, rename))
    text = with_key(text, key_in(text, "draft", rename), "true")
    return _stamped(text, Original(original.language, original.wording), site)


def _stamped(text: str, original: Original, site: Site) -> str:
    block = block_of(text)
    value = quoted(str(original)) if block and block.mark == "+++" else str(original)
    return with_key(text, key_in(text, KEY, site.front_matter.rename), value)


def _check(path: str, text: str, original: Version, language: str, site: Site) -> None:
    """Raise SiteError where a file would not be the version of the story."""
    reading, _ = read_file(path, text.encode(), site)
    made = reading.value
    if not isinstance(made, Article):
        raise SiteError(str(reading.faults[0]))
    if (made.story, made.language) != (original.story, language):
        raise SiteError(
            f"{path} would be no version of “{original.story}”: write `story: {original.story}` into the original"
        )


def _with_original(content: bytes, original: Original, site: Site) -> bytes:
    """Return a file with another original, and all other lines byte for byte as they were."""
    lines = content.decode().split("\n")
    mark = "\ufeff" if content.startswith(b"\xef\xbb\xbf") else ""
    end = "\r" if lines[0].endswith("\r") else ""
    plain = [line.removesuffix("\r") for line in lines]
    text = "\n".join(plain).removeprefix(mark)
    if block_of(text) is None:
        raise SiteError("the lines of this file end in a way that nobody writes any more: save it again")
    made = _stamped(text, original, site).split("\n")
    made[0] = mark + made[0]
    fewer = min(len(plain), len(made))
    head = next(number for number in range(fewer + 1) if number == fewer or plain[number] != made[number])
    tail = next(
        number
        for number in range(fewer - head + 1)
        if number == fewer - head or plain[-1 - number] != made[-1 - number]
    )
    fresh = [line + end for line in made[head : len(made) - tail]]
    return "\n".join([*lines[:head], *fresh, *lines[len(lines) - tail :]]).encode()
