"""Names of what is brought over: ids of sections, tags and people, stems of files, old addresses."""

import re
from urllib.parse import unquote, urlsplit

from patrika.read.sections import RESERVED_PATHS
from patrika.read.text import clip, key_of, nfc
from patrika.read.values import segment_fault

_ID_SIGNS = re.compile(r"[^a-z0-9_-]+")
_NOT_IN_STEM = re.compile(r"[.\s<>:\"/\\|?*#%\x00-\x1f]+")
_LONGEST_STEM = 60
"""Letters of a stem: three bytes each in Bangla, and a name may have 255. It ends at a word."""

OWN_NAMES = {
    "ar": "العربية", "bn": "বাংলা", "de": "Deutsch", "en": "English", "es": "Español", "fa": "فارسی", "fr": "Français",
    "hi": "हिन्दी", "id": "Bahasa Indonesia", "it": "Italiano", "ms": "Bahasa Melayu", "ne": "नेपाली", "pa": "ਪੰਜਾਬੀ",
    "ps": "پښتو", "pt": "Português", "ru": "Русский", "sd": "سنڌي", "si": "සිංහල", "ta": "தமிழ்", "te": "తెలుగు",
    "tr": "Türkçe", "ur": "اردو", "zh": "中文",
}  # fmt: skip
"""Names of languages in themselves."""


def ascii_id(text: str) -> str:
    """Return a lower-case id of Latin letters, digits, `-` and `_`, empty where the text has none of them."""
    return re.sub(r"-{2,}", "-", _ID_SIGNS.sub("-", nfc(text).lower())).strip("-_")


def has_id(text: str) -> bool:
    """Return whether a text is an id as it stands."""
    return text != "" and ascii_id(text) == text


def section_id(slug: str, otherwise: str) -> str:
    """Return the id of a section with this slug, which may be percent-encoded; `otherwise` where it has no Latin letters."""
    word = re.sub(r"[-_]{2,}", "-", unquote(slug))
    wanted = word if has_id(word) else otherwise
    return f"{wanted}-section" if wanted in RESERVED_PATHS or wanted in OWN_NAMES else wanted


class SectionIds:
    """Ids of sections by the names of categories: Latin ones in small letters, others by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def id_of(self, name: str) -> str:
        """Return the id of the section that a category becomes."""
        key = key_of(name)
        number = len(self._numbers) + 1 if not has_id(key) else 0
        return section_id(key, f"section-{self._numbers.setdefault(key, number) if number else 0}")


def stem_of(slug: str, title: str, otherwise: str) -> str:
    """Return the name of a file: of the slug, which may be percent-encoded, else of the title."""
    key = key_of(title)
    for text in (unquote(slug), clip(key, _LONGEST_STEM if key.isascii() else 3 * _LONGEST_STEM)):
        stem = _NOT_IN_STEM.sub("-", nfc(text)).strip("-_~ ")
        if stem and stem.casefold() != "index" and not segment_fault(stem):
            return stem
    return otherwise


def tag_key(name: str, slug: str) -> tuple[str, bool]:
    """Return a tag as stories name it, and whether it needs a line in tags.toml that says its name."""
    word = unquote(slug)
    if has_id(word) and word == key_of(word):
        return word, nfc(name) != word
    return nfc(name), False


class Taken:
    """Names that were given, so that none is given twice on systems that do not tell capitals apart."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def free(self, name: str) -> str:
        """Return a name that was not given yet: this one, or with a number."""
        wanted, number = name, 1
        while wanted.casefold() in self._names:
            number += 1
            wanted = f"{name}-{number}"
        self._names.add(wanted.casefold())
        return wanted


def bare_host(url: str) -> str:
    """Return the host of an address, without `www.`."""
    return urlsplit(url).netloc.lower().removeprefix("www.")


class Home:
    """The address of the old site: which addresses are its own."""

    def __init__(self, url: str) -> None:
        self._host = bare_host(url)
        self._base = unquote(urlsplit(url).path).rstrip("/")

    def path_of(self, url: str) -> str | None:
        """Return the path (with query) of an address of the old site, decoded and without its base; None for others."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.scheme not in ("", "http", "https") or (parts.netloc and bare_host(url) != self._host):
            return None
        path = unquote(parts.path)
        if not path.startswith("/") and not parts.netloc:
            return None
        if self._base and not (path + "/").startswith(self._base + "/"):
            return None
        path = path.removeprefix(self._base) or "/"
        return f"{path}?{parts.query}" if parts.query else path


def kept_address(path: str) -> tuple[str, str]:
    """Return an old address as `url:` keeps it, or why it cannot be kept."""
    if "?" in path:
        return "", "it goes on after a question mark, and a file's address cannot"
    parts = path.strip("/").split("/")
    if path in ("", "/"):
        return "", "it is that of the front"
    if fault := next((fault for part in parts if (fault := segment_fault(nfc(part)))), ""):
        return "", fault
    if nfc(path) != path:
        return nfc(path), "its letters are composed in another way than Unicode's normal form"
    return path, ""
