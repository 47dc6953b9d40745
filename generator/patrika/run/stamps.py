"""What the cache depends on besides the files of a site: the program itself, and the settings that reading goes by."""

import sys
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from unicodedata import unidata_version
from zlib import ZLIB_RUNTIME_VERSION

from patrika.model.encoding import DIGEST_SIZE, Digest, digest
from patrika.model.site import Site

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = (
    "babel",
    "brotli",
    "jinja2",
    "markdown-it-py",
    "mdit-py-plugins",
    "msgspec",
    "nh3",
    "persiantools",
    "pyvips-binary",
    "regex",
    "ryaml",
    "selectolax",
    "tinycss2",
)
"""Those that decide what is read from a file, written into one, or seen in it."""


def program_stamp() -> Digest:
    """Return the digest of this program: sources, tables, Python, Unicode, zlib and the libraries that change bytes."""
    sources = blake2b(digest_size=DIGEST_SIZE)
    for path in sorted(it for it in _PACKAGE.rglob("*.*") if it.suffix in (".py", ".toml")):
        sources.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    libraries = tuple((name, version(name)) for name in _LIBRARIES)
    return digest((sources.digest(), sys.version, unidata_version, ZLIB_RUNTIME_VERSION, libraries))


def reading_stamp(site: Site) -> Digest:
    """Return the digest of the settings that a file is read by: another one means that all are read again."""
    sections = tuple((section.id, section.kind, section.dated) for section in site.sections)
    languages = tuple((language.id, language.tag, language.quotes) for language in site.languages)
    rules = (site.front_matter, site.defaults, site.markdown, site.fields)
    return digest((site.timezone, site.default_language, languages, sections, site.url, rules))


def naming_stamp(site: Site) -> Digest:
    """Return the digest of the settings that addresses, cards and ties follow from: another one means that these are made
    again, from what was read."""
    own = (site.card_extra, site.sought, site.tag_ids)
    settings = (site.languages, site.default_language, site.sections, site.timezone, site.permalinks, site.embeds)
    return digest((*settings, own))
