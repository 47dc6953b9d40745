"""A story, or an undated page, renamed: its files in all languages, its pictures, and all that names it."""

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from patrika.model.article import Article, Author, Prose, SourceFile, Standalone
from patrika.model.diagnostics import Diagnostic, Place, nearest
from patrika.model.site import Site
from patrika.read.article import AUTHORS, Loose, read_file
from patrika.read.decoding import decode
from patrika.read.redirects import REDIRECTS_FILE, read_redirects
from patrika.read.rewriting import key_in, quoted, with_key, with_name, with_targets
from patrika.read.settings import SITE_FILE, read_site
from patrika.read.sources import CONTENT, bare_path, endings_of, is_passed_over
from patrika.read.text import nfc
from patrika.relate import addresses, targets
from patrika.relate.feed_ids import feed_id, host_of
from patrika.relate.renaming import Renaming
from patrika.run.request import SiteError
from patrika.store.naming import naming
from patrika.store.scan import scan

NAMING_KEYS = ("related", "related_exclude", "translations", "story")


class Move(Struct, frozen=True):
    """What renaming comes to: files by path from the site's root."""

    written: Mapping[str, bytes]
    removed: tuple[str, ...]
    told: tuple[str, ...]
    """Line by line, what becomes of which file."""


class _Text(Struct, frozen=True):
    """A text of content/ as it was, and what was read from it."""

    path: str
    text: str
    value: Article | Author | Standalone | None
    names: Loose
    """What it names; of a text at fault as far as it could be read."""
    files: tuple[str, ...]
    """Files that attributes of its blocks name, as written."""
    line_end: str
    fault: str


def plan_move(old: str, new: str, root: Path) -> Move:
    """Return what it comes to if the story or undated page `old` is called `new`, both as ids or as files.

    Raises SiteError where it is not there, the new name is taken or cannot be, or a file of it has a mistake.
    """
    site = _site(root)
    files = {file.path: file for file in scan(root).under("content")}
    texts = [path for path in files if path.endswith(endings_of(site))]
    before, after = _id(old, site), _id(new, site)
    own = _own(before, after, texts, site)
    opened = [_opened(path, files, root, site) for path in own]
    if fault := next((text.fault for text in opened if text.fault), ""):
        raise SiteError(fault)
    pictures = _pictures(opened, Renaming(before, after, {}, site), files, texts)
    stem = before.rpartition("/")[2]
    naming = [path for path in texts if path not in own and _mentions(path, (stem, *map(_name, pictures)), files, root)]
    others = [_opened(path, files, root, site) for path in naming]
    named = {path for text in others for path in _named_files(text)}
    kept = named if not _is_bundle(before, own) else set[str]()
    moved = {path: there for path, there in pictures.items() if path not in kept}
    renaming = Renaming(before, after, moved, site)
    _check_free((*map(renaming.path, own), *moved.values()), files)
    written = {there: (root / files[path].real).read_bytes() for path, there in moved.items()}
    told = [f"{path} is now {renaming.path(path)}" for path in (*own, *moved)]
    for text in (*opened, *others):
        if (made := _rewritten(text, renaming)) != text.text or text.path in own:
            written[renaming.path(text.path)] = made.replace("\n", text.line_end).encode()
            told += [f"{text.path} names it anew"] if text.path not in own else []
            told += [f"{text.path} still says “{it}”: mend it by hand" for it in _left(made, text, renaming)]
    for file, names_in in ((REDIRECTS_FILE, _of_redirects), (SITE_FILE, _of_menus)):
        if made_anew := _toml(root / file, names_in, renaming):
            written[file] = made_anew
            told.append(f"{file} names it anew")
    spelled = {path: files[path].real for path in files}
    return Move(
        {spelled.get(path, path): content for path, content in written.items()},
        tuple(spelled[path] for path in (*own, *moved)),
        tuple(told),
    )


def carry_out(move: Move, root: Path) -> None:
    """Write all that is new aside, then put it into its places, and only then remove what is old: what fails on the way loses
    nothing."""
    aside = {(target := root / path): target.with_name(f".{target.name}.new") for path in move.written}
    try:
        for (target, fresh), content in zip(aside.items(), move.written.values(), strict=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            with naming(fresh):
                fresh.write_bytes(content)
        for target, fresh in aside.items():
            os.replace(fresh, target)
    finally:
        for fresh in aside.values():
            fresh.unlink(missing_ok=True)
    for path in move.removed:
        if not _is_one_of(root / path, aside):
            (root / path).unlink(missing_ok=True)
        folder = (root / path).parent
        while folder != root / "content" and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _is_one_of(old: Path, new: Iterable[Path]) -> bool:
    """Return whether an old name is that of a new file, on a disk that does not tell case apart."""
    return old.exists() and any(it.name.casefold() == old.name.casefold() and it.samefile(old) for it in new)


def _site(root: Path) -> Site:
    site, faults, _ = read_site((root / SITE_FILE).read_bytes())
    if site is None or faults:
        raise SiteError(f"{faults[0]}")
    return site


def _id(written: str, site: Site) -> str:
    """Return the id that is meant by an id or a file."""
    path = posixpath.normpath(nfc(written)).removeprefix("@/").removeprefix(CONTENT)
    return bare_path(CONTENT + path, site)


def _own(before: str, after: str, texts: Iterable[str], site: Site) -> list[str]:
    """Return the files of what is to be renamed, after making sure that it may be."""
    if is_passed_over(after):
        raise SiteError(f"“{after}” would be passed over: no name of a story begins with “_” or “.” or ends with “~”")
    ids = {path: bare_path(path, site) for path in texts}
    own = sorted(path for path, id in ids.items() if id == before)
    if not own:
        close = nearest(before, ids.values())
        raise SiteError(f"there is no story “{before}”" + (f"; did you mean “{close}”?" if close else ""))
    if after in ids.values():
        taken = next(path for path, id in ids.items() if id == after)
        raise SiteError(f"{taken} is there already: choose another name than “{after}”")
    if (CONTENT + before).startswith(AUTHORS) or (before + "/").startswith("pages/") != (after + "/").startswith(
        "pages/"
    ):
        raise SiteError(f"“{before}” cannot be called “{after}”: a story stays a story, and people keep their ids")
    return own


def _is_bundle(id: str, own: Iterable[str]) -> bool:
    return any(path.startswith(f"{CONTENT}{id}/index.") for path in own)


def _opened(path: str, files: Mapping[str, SourceFile], root: Path, site: Site) -> _Text:
    content = (root / files[path].real).read_bytes()
    text = decode(content, Place(path))
    if isinstance(text, Diagnostic):
        raise SiteError(str(text))
    reading, _ = read_file(path, content, site)
    value = reading.value
    if value is None:
        names, fault = reading.loose or Loose(Prose(b"")), str(reading.faults[0])
    else:
        names, fault = Loose(value.prose, value.image, (), value.related if isinstance(value, Article) else ()), ""
    named = tuple(it for it in _attributes(names.prose) if targets.meant_path(it, path) in files)
    return _Text(path, text, value, names, named, "\r\n" if b"\r\n" in content else "\n", fault)


def _named_files(text: _Text) -> Iterator[str]:
    named = [*_targets(text.names.prose), *text.files]
    named += [text.names.image.target] if text.names.image else []
    yield from (targets.meant_path(target, text.path) for target in named)


def _targets(prose: Prose) -> list[str]:
    return [*(link.target for link in prose.links), *(picture.target for picture in prose.pictures)]


def _attributes(prose: Prose) -> list[str]:
    """Return what attributes of blocks say: some of it names files."""
    return [written.value for block in prose.blocks for written in block.attributes]


def _pictures(
    own: Iterable[_Text], renaming: Renaming, files: Mapping[str, SourceFile], texts: Iterable[str]
) -> dict[str, str]:
    """Return the files that may go with a story, and where to: those in the folder of a bundle, or those beside the story
    that it names."""
    there: dict[str, str] = {}
    bundle = f"{CONTENT}{renaming.old}/"
    for text in own:
        old, new = (posixpath.dirname(path) + "/" for path in (text.path, renaming.path(text.path)))
        named = files if old == bundle else set(_named_files(text)) & files.keys()
        there |= {path: new + path.removeprefix(old) for path in named if path.startswith(old) and old != new}
    return {path: to for path, to in there.items() if path not in set(texts)}


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _mentions(path: str, words: Iterable[str], files: Mapping[str, SourceFile], root: Path) -> bool:
    """Return whether a text may name something by one of some words."""
    text = (root / files[path].real).read_bytes().decode("utf-8", "replace")
    plain = nfc(unquote(text))
    return any(word in plain for word in words)


def _check_free(paths: Iterable[str], files: Mapping[str, SourceFile]) -> None:
    if taken := next((path for path in paths if path in files), ""):
        raise SiteError(f"{taken} is there already: choose another name")


def _rewritten(text: _Text, renaming: Renaming) -> str:
    """Return a text that names all as it is called afterwards, and that keeps its own old address and its id in feeds."""
    rename = renaming.site.front_matter.rename
    made = with_targets(text.text, _retargeted(text, renaming))
    if text.names.image:
        old = text.names.image.target
        made = with_name(made, key_in(made, "image", rename), old, renaming.target(old, text.path))
    for key in NAMING_KEYS:
        found = getattr(text.value or text.names, key, ())
        for name in [found] if isinstance(found, str) else [it if isinstance(it, str) else it[1] for it in found]:
            made = with_name(made, key_in(made, key, rename), name, renaming.name(name))
    if made == text.text and renaming.path(text.path) == text.path:
        return made
    return _remembering(made, text, renaming)


def _retargeted(text: _Text, renaming: Renaming) -> dict[str, str]:
    """Return the targets of a text's links, pictures and blocks that are called otherwise, and how."""
    pairs = {target: renaming.target(target, text.path) for target in (*_targets(text.names.prose), *text.files)}
    return {old: new for old, new in pairs.items() if old != new}


def _left(made: str, text: _Text, renaming: Renaming) -> list[str]:
    """Return the targets that a text still names as they were, because of how it is written."""
    reading, _ = read_file(renaming.path(text.path), made.encode(), renaming.site)
    found = reading.value or reading.loose
    still = [*_targets(found.prose), *_attributes(found.prose)] if found else []
    return [old for old in _retargeted(text, renaming) if old in still]


def _remembering(made: str, text: _Text, renaming: Renaming) -> str:
    """Return a text with its old address among its aliases, and its id in feeds, where these would be others."""
    site, was = renaming.site, text.value
    if not isinstance(was, Article | Standalone) or was.draft:
        return made
    reading, _ = read_file(renaming.path(text.path), made.encode(), site)
    now = reading.value
    if not isinstance(now, type(was)):
        raise SiteError(str(reading.faults[0]))
    old, new, host = _address(was, site), _address(now, site), host_of(site)
    # Of addresses that differ only by case, not every disk can hold both.
    aliases = tuple(alias for alias in dict.fromkeys((*was.aliases, old)) if alias.casefold() != new.casefold())
    if aliases != was.aliases:
        made = with_key(made, key_in(made, "aliases", site.front_matter.rename), quoted(aliases))
    if isinstance(was, Article) and isinstance(now, Article) and feed_id(was, host) != feed_id(now, host):
        made = with_key(made, key_in(made, "guid", site.front_matter.rename), quoted(feed_id(was, host)))
    return made


def _address(value: Article | Standalone, site: Site) -> str:
    if isinstance(value, Article):
        return addresses.article(value, site)
    return addresses.standalone(site.language(value.language), value)


def _of_redirects(content: bytes) -> list[str]:
    return [redirect.to for redirect in read_redirects(content)[0]]


def _of_menus(content: bytes) -> list[str]:
    site, _, _ = read_site(content)
    menus = site.menus.values() if site else ()
    return [it.ref for menu in menus for item in menu for it in (item, *item.children)]


def _toml(file: Path, named: Callable[[bytes], list[str]], renaming: Renaming) -> bytes:
    """Return a file with the new name in place of the old among what is `named` in it; nothing where it does not hold that."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return b""
    made = content.decode()
    for name in dict.fromkeys(named(content)):
        for mark in "\"'":
            made = made.replace(f"{mark}{name}{mark}", f"{mark}{renaming.name(name)}{mark}")
    return made.encode() if made.encode() != content else b""
