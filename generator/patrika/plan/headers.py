"""What the host is to say with its answers: of all files, of those for programs, and of assets that never change."""

from collections.abc import Iterator

from patrika.model.diagnostics import Diagnostic, Place, notice, warning
from patrika.model.site import Site
from patrika.plan import feed, root_files
from patrika.plan.channels import FILES, TYPES
from patrika.plan.edition import Edition
from patrika.plan.hosts import HOSTS, FileHeaders, Said
from patrika.read.settings import SITE_FILE
from patrika.relate import addresses

_OWN_NAMES = frozenset((*FILES.values(), "manifest.webmanifest"))
"""Of files that nothing but their own kind is called by: so one rule may speak of all that lie equally deep."""

_DEEPEST = 8
"""Folders in a rule for many files."""

FOR_EVER = "public, max-age=31536000, immutable"
"""RFC 9111 and 8246: of a file whose name changes with its bytes."""

BRIEFLY = "public, max-age=60"
"""Of all else: a mended page is seen within a minute."""


def of_all(site: Site) -> Said:
    """Return what is said with all answers (Fetch, Referrer Policy, Permissions Policy, HTML, RFC 6797)."""
    said = [
        ("Content-Security-Policy", site.deploy.policy),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    return (*said, *([("Strict-Transport-Security", "max-age=31536000")] if site.deploy.hsts else []))


def of_files(edition: Edition) -> tuple[FileHeaders, ...]:
    """Return what is said with files for programs whose type hosts cannot know, as many as the host takes rules."""
    return tuple(_files(edition))[: _room(edition.site)]


def _room(site: Site) -> int | None:
    """Return how many rules are left beside that of all answers and those of assets."""
    blocks = HOSTS[site.deploy.host].blocks
    return None if blocks is None else max(blocks - 1 - len(site.deploy.lasting), 0)


def _files(edition: Edition) -> Iterator[FileHeaders]:
    """Yield what is said with files for programs: one rule for all of a name that lie equally deep, if the same is to be said
    with all, and the host can say of each feed which it is."""
    alike: dict[tuple[int, str], list[FileHeaders]] = {}
    for file in _each_file(edition):
        alike.setdefault((len(file.folders), file.name), []).append(file)
    for (depth, name), files in alike.items():
        first, can_fill = files[0], HOSTS[edition.site.deploy.host].fills or not edition.site.feeds.hub
        is_one = all((it.type, it.topic) == (first.type, first.topic) for it in files) and not first.topic
        if name in _OWN_NAMES and 0 < depth <= _DEEPEST and is_one and (can_fill or first.topic is None):
            yield FileHeaders(("",) * depth, name, first.type, first.topic)
        else:
            yield from files


def _each_file(edition: Edition) -> Iterator[FileHeaders]:
    """Yield what is said with each file, old addresses of feeds last."""
    for language in edition.site.languages:
        yield _file(addresses.manifest(language), "application/manifest+json")
    for page in (*root_files.robots_pages(edition), *root_files.security_pages(edition)):
        yield _file(page.path, "text/plain; charset=utf-8")
    for page in feed.pages(edition):
        own = feed.own_path(page)
        topic = ("" if own == page.path else own) if edition.site.feeds.hub else None
        yield _file(page.path, f"{TYPES[feed.form_of(page)][0]}; charset=utf-8", topic)


def _file(path: str, type: str, topic: str | None = None) -> FileHeaders:
    *folders, name = path[1:].split("/")
    return FileHeaders(tuple(folders), name, type, topic)


def too_many(edition: Edition) -> Iterator[Diagnostic]:
    """Yield a warning where there are more files with types of their own than the host takes rules."""
    ability, room = HOSTS[edition.site.deploy.host], _room(edition.site)
    left = list(_files(edition))[room:] if room is not None else []
    if left:
        path = "/".join(("", *(folder or "…" for folder in left[0].folders), left[0].name))
        said = f"{ability.name} takes {ability.blocks} rules of headers: {len(left)} are left out, such as that of “{path}”"
        hint = "keep fewer old addresses of feeds; those left out have the type that the host gives to their ending"
        yield warning("W409", Place(SITE_FILE), said, hint, ("deploy", "host"))


def needless(site: Site) -> Iterator[Diagnostic]:
    """Yield a notice where files are to be compressed for a host that looks for none."""
    ability = HOSTS[site.deploy.host]
    if site.deploy.compress and ability.compresses:
        said = f"{ability.name} compresses what it sends by itself: no .br and .gz files are made"
        yield notice("N410", Place(SITE_FILE), said, "leave out compress", ("deploy", "compress"))


def too_long(site: Site) -> Iterator[Diagnostic]:
    """Yield a warning for each header that is longer than the host takes."""
    ability = HOSTS[site.deploy.host]
    for name, value in of_all(site) if ability.header else ():
        if len(f"{name}: {value}") > (ability.header or 0):
            said = f"{ability.name} passes over headers of more than {ability.header:,} signs, such as {name}"
            yield warning("W408", Place(SITE_FILE), said, "name fewer origins and providers", ("deploy", "host"))
