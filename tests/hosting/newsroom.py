"""The sample newsroom as it is published at a host, with a hub, old addresses of feeds and a security.txt."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from patrika.relate.addresses import percent_encoded
from tests.browser.reading_room import NOW, REPOSITORY, SOURCES
from tests.sites.newspaper import Newspaper

ORIGIN = "https://patrika.example"
HUB = "https://hub.example/"
OLD_FEEDS = {"/rss.xml": "/feed.xml", "/bn/old/": "/bn/atom.xml"}
"""Old addresses, and the feeds that are to be had there."""

_TYPES = {"feed.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}


def hosted_newsroom(folder: Path, host: str) -> Newspaper:
    """Return the sample newsroom, built for a host in a folder."""
    room = Newspaper(folder)
    for name in filter(lambda name: (REPOSITORY / name).exists(), SOURCES):
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, room.root / name)
    old = "".join(f'"{path}" = "{feed}"\n' for path, feed in OLD_FEEDS.items())
    told = f'[deploy]\nhost = "{host}"\n[feeds.also_at]\n{old}'
    security = '[security]\ncontact = "a@patrika.example"\nexpires = 2026-06-30\n'
    own = (REPOSITORY / "site.toml").read_text("utf-8")
    assert "[feeds]\n" in own
    room.put("site.toml", own.replace("[feeds]\n", f'[feeds]\nhub = "{HUB}"\n') + told + security)
    room.put("redirects.toml", '"/kim/" = "world/kim-shoigu"\n"/bn/gone/" = 410\n')
    report = room.build(NOW)
    assert report.published, report.diagnostics
    return room


def typed_files(output: Path) -> Iterator[tuple[str, str, str]]:
    """Yield path, type and Link of each file whose type no host can know, as it should be said; the Link may be empty."""
    for name, kind in _TYPES.items():
        for path in sorted(output.rglob(name)):
            own = f"/{path.relative_to(output).as_posix()}"
            yield own, f"{kind}; charset=utf-8", _link(own)
    for old, own in OLD_FEEDS.items():
        yield old, f"{_TYPES[own.rpartition('/')[2]]}; charset=utf-8", _link(own)
    for path in sorted(output.rglob("manifest.webmanifest")):
        yield f"/{path.relative_to(output).as_posix()}", "application/manifest+json", ""
    for own in ("/robots.txt", "/.well-known/security.txt"):
        yield own, "text/plain; charset=utf-8", ""


def _link(path: str) -> str:
    return f'<{HUB}>; rel="hub", <{ORIGIN}{percent_encoded(path)}>; rel="self"'
