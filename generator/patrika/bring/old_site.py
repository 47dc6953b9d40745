"""The texts of an old site that lies in a folder, taken together: files of ours for each, and what their links lead to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

from msgspec import Struct
from msgspec.structs import replace

from patrika.bring.cargo import Form, Image, Text, Thing
from patrika.bring.markdown_text import rewritten
from patrika.bring.markup import converted
from patrika.bring.naming import Home, Taken, kept_address
from patrika.bring.reports import kept_as_html, left_over, raw_html, rows_of
from patrika.model.diagnostics import Diagnostic, Place, warning
from patrika.read.text import nfc

_ORDER = (
    "title", "summary", "kicker", "date", "updated", "publish_at", "expire_at", "draft", "authors", "tags", "image",
    "section", "also_in", "slug", "noindex", "url", "aliases", "extra",
)  # fmt: skip
_OF_PAGES = frozenset({"title", "summary", "slug", "image", "draft", "noindex", "aliases", "extra"})
_FILE = re.compile(r"\.(?!html?$|md$|markdown$)[A-Za-z0-9]{2,5}$")


class Leaf(Struct, frozen=True):
    """A text of the old site, understood but for its links."""

    place: Place
    file: Path
    root: Path
    """The folder that holds all texts of its kind: pictures below it are named from there."""
    group: str
    """What the versions of one text share."""
    names: tuple[str, ...]
    """How links name its file: paths without language and ending, from the content folder."""
    language: str
    section: str
    """Empty for an undated page."""
    stem: str
    address: str
    """Where it was read, from the old site's base; empty where that is not known."""
    fields: Mapping[str, Any]
    """Front matter under our keys, but for what depends on other texts."""
    body: str
    form: Form = "md"
    is_bundle: bool = False
    """Whether it has a folder of its own, with its pictures."""
    section_name: str = ""
    """What its section is called in its language, where the text says so."""
    also_in: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class OldSite:
    """All texts of an old site, with what each becomes."""

    def __init__(self, leaves: Iterable[Leaf], home: Home, default: str, static: frozenset[str]) -> None:
        self.leaves = tuple(leaves)
        self.faults: list[Diagnostic] = []
        self._home = home
        self._default = default
        self._static = static
        """Paths of the old site's static files, with a leading slash."""
        self._paths: dict[Place, str] = {}
        self._firsts: dict[Place, Leaf] = {}
        """For each version of a text the one that gives all of them their section."""
        self._by_address: dict[str, Leaf] = {}
        self._by_name: dict[str, Leaf | None] = {}
        self._settle()
        for leaf in self.leaves:
            self._take_address(leaf)
            for name in leaf.names:
                self._by_name.setdefault(name, leaf)
        for leaf in self.leaves:
            for name in leaf.names:
                self._note_last(name.rpartition("/")[2], leaf)

    def path(self, leaf: Leaf) -> str:
        """Return where a text comes to lie under content/, without language and ending."""
        return self._paths[leaf.place]

    def things(self, leaf: Leaf, body: str, left: Iterable[str], kind: str) -> Iterator[Thing]:
        """Yield a text, with its body as given but for addresses, and what needs a hand in it: of `kind` is what is `left` of
        the old site."""
        address = partial(self._address, leaf)
        if leaf.form == "html":
            made = converted(body, address)
            text = self._text(leaf, made.body, made.form)
            yield text
            if made.lost:
                yield kept_as_html(text, made.lost)
        else:
            text = self._text(leaf, rewritten(body, address), "md")
            yield text
            yield from raw_html(text)
        yield from left_over(text, rows_of(text.body, left), kind)

    def _text(self, leaf: Leaf, body: str, form: Form) -> Text:
        path = self.path(leaf)
        fields = {**leaf.fields, "also_in": self._firsts[leaf.place].also_in}
        image = leaf.fields.get("image")
        if isinstance(image, Image):
            fields["image"] = replace(image, src=self._picture(leaf, image.src))
        kept = kept_address(leaf.address)[0] if self._by_address.get(leaf.address) is leaf else ""
        aliases = [kept_address(alias)[0] for alias in leaf.aliases]
        if leaf.section:
            fields["url"] = kept
        elif kept.strip("/") != path.rpartition("/")[2]:
            aliases.append(kept)
        fields["aliases"] = [alias for alias in dict.fromkeys(aliases) if alias and alias != fields.get("url")]
        wanted = [key for key in _ORDER if fields.get(key) and (leaf.section or key in _OF_PAGES)]
        return Text(leaf.place, path, leaf.language, tuple((key, fields[key]) for key in wanted), body, form)

    def sections(self) -> dict[str, dict[str, str]]:
        """Return the sections in use, in the order of their ids, with what they are called in each language."""
        found: dict[str, dict[str, str]] = {}
        for leaf in self.leaves:
            first = self._firsts[leaf.place]
            for id in (first.section, *first.also_in) if first.section else ():
                found.setdefault(id, {})
            if first.section and leaf.section_name:
                found[first.section].setdefault(leaf.language, leaf.section_name)
        return dict(sorted(found.items()))

    def named(self, leaf: Leaf, name: str, language: str = "") -> str:
        """Return how a text is linked to that the old site names by its file, from a text; empty where there is none."""
        bare, _, fragment = name.partition("#")
        bare = re.sub(r"\.(md|markdown|html)$", "", unquote(bare)).strip("/")
        bare = re.sub(r"/(_?index)$", "", bare)
        folder = leaf.names[0].rpartition("/")[0] if leaf.names else ""
        near = urljoin(f"/{folder}/", bare).strip("/")
        found = next((it for it in (self._by_name.get(near), self._by_name.get(bare)) if it), None) if bare else leaf
        return self._link(found, fragment, language if language != leaf.language else "") if found else ""

    def _address(self, leaf: Leaf, url: str, is_picture: bool) -> str:
        """Return what becomes of an address in a text: a text by its file, a picture by the file beside or in static/."""
        bare, _, fragment = url.partition("#")
        if not bare or (bare.startswith(("@", "//")) and not self._home.path_of(bare)):
            return url
        if is_picture or _FILE.search(bare.partition("?")[0]):
            return self._picture(leaf, url)
        if bare.endswith((".md", ".markdown")):
            return self.named(leaf, url) or url
        path = self._home.path_of(bare)
        if path is None:
            if re.match(r"[a-z][a-z0-9+.-]*:", bare, re.IGNORECASE) or not leaf.address:
                return url
            path = unquote(urljoin(leaf.address, bare))
        found = self._at(path)
        if found is None:
            return f"{path}#{fragment}" if fragment else path
        return self._link(found, fragment, found.language if found.language != leaf.language else "")

    def _picture(self, leaf: Leaf, src: str) -> str:
        path = self._home.path_of(src)
        if path is not None:
            return path
        if re.match(r"[a-z][a-z0-9+.-]*:|//|@/", src, re.IGNORECASE):
            return src
        beside = (leaf.file.parent / unquote(src)).resolve()
        if leaf.is_bundle and beside.is_file() and beside.is_relative_to(leaf.file.parent.resolve()):
            return src.removeprefix("./")
        if beside.is_file() and beside.is_relative_to(leaf.root.resolve()):
            return "@/" + nfc(beside.relative_to(leaf.root.resolve()).as_posix())
        near = unquote(urljoin(leaf.address or "/", src))
        at_root = "/" + unquote(src).removeprefix("./")
        return next((it for it in (near, at_root) if it in self._static), src if leaf.is_bundle else at_root)

    def _link(self, to: Leaf, fragment: str, language: str) -> str:
        """Return a link to a text; `language` where it must be that version, whatever the reader's language."""
        path = self._paths[to.place].removesuffix("/index")
        return f"@/{path}{f'.{language}' if language else ''}.md{f'#{fragment}' if fragment else ''}"

    def _at(self, path: str) -> Leaf | None:
        tries = (path, path + "/", path.rstrip("/"), path.removesuffix("index.html"), path + ".html")
        return next((self._by_address[it] for it in tries if it in self._by_address), None)

    def _settle(self) -> None:
        """Give each text its file, versions of one text the same."""
        groups: dict[str, list[Leaf]] = {}
        for leaf in self.leaves:
            groups.setdefault(leaf.group, []).append(leaf)
        taken = Taken()
        for group in groups.values():
            first = next((leaf for leaf in group if leaf.language == self._default), group[0])
            path = self._free(first, taken)
            met: set[str] = set()
            for leaf in group:
                if leaf.language in met:
                    said = "is one of two versions of a story in one language, and becomes a story of its own"
                    self._warn("W616", leaf, said, "keep one of the two, or leave it so")
                alone = leaf.language in met
                self._paths[leaf.place] = self._free(leaf, taken) if alone else path
                self._firsts[leaf.place] = leaf if alone else first
                met.add(leaf.language)

    def _free(self, leaf: Leaf, taken: Taken) -> str:
        path = taken.free(f"{leaf.section or 'pages'}/{leaf.stem}")
        return f"{path}/index" if leaf.is_bundle else path

    def _take_address(self, leaf: Leaf) -> None:
        if not leaf.address:
            return
        if leaf.address in self._by_address:
            other = self._paths[self._by_address[leaf.address].place]
            said = f"has the address {leaf.address}, as content/{other} has: the first keeps it"
            self._warn("W608", leaf, said, "give one of them another url:")
            return
        self._by_address[leaf.address] = leaf
        if leaf.section and (why := kept_address(leaf.address)[1]):
            said = f"the address {leaf.address} cannot be kept as it is: {why}"
            self.faults.append(warning("W610", leaf.place, said, "tell your server to lead it to the new one"))

    def _warn(self, code: str, leaf: Leaf, said: str, hint: str) -> None:
        self.faults.append(warning(code, leaf.place, f"“{leaf.fields.get('title', '')}” {said}", hint))

    def _note_last(self, last: str, leaf: Leaf) -> None:
        """Let a text be named by its file's name alone, unless two have it."""
        known = self._by_name.setdefault(last, leaf)
        if known and known.group != leaf.group and last not in known.names:
            self._by_name[last] = None
