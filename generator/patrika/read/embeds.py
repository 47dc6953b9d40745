"""Things that other sites let one show: whose they are, what a browser would load, and how editors paste them."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from html.parser import HTMLParser
from itertools import filterfalse
from typing import NamedTuple
from urllib.parse import parse_qs, quote, urlsplit

from patrika.model.blocks import Embed, Shape


class Provider(NamedTuple):
    """A site whose things can be shown. `frame` makes of a match what is loaded for it."""

    name: str
    shape: Shape
    addresses: str
    """A pattern of those of pages and frames, without scheme and `www.`."""
    frame: Callable[["re.Match[str]"], str]
    origin: str
    """Of what is loaded."""


def _frame(pattern: str) -> Callable[["re.Match[str]"], str]:
    return lambda found: pattern.format(*(quote(part or "", safe="") for part in found.groups()))


def _youtube(found: "re.Match[str]") -> str:
    start = re.search(r"[?&](?:t|start)=(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?(?![\dhm]))?", found.string, re.ASCII)
    hours, minutes, seconds = (int(part or 0) for part in start.groups()) if start else (0, 0, 0)
    begin = 3_600 * hours + 60 * minutes + seconds
    return f"https://www.youtube-nocookie.com/embed/{found[1]}?autoplay=1" + (f"&start={begin}" if begin else "")


def _vimeo(found: "re.Match[str]") -> str:
    secret = found[2] or next(iter(_query(found.string).get("h", ())), "")
    return f"https://player.vimeo.com/video/{found[1]}?dnt=1&autoplay=1" + (
        f"&h={quote(secret, safe='')}" if secret else ""
    )


def _facebook(found: "re.Match[str]") -> str:
    page = found.string if found[1] is None else next(iter(_query(found.string).get("href", ())), "")
    kind = found[1] or ("video" if re.search(r"/videos/|/watch|/reel/|^fb\.watch", page) else "post")
    address = page if page.startswith("https://") else f"https://{page if page.startswith('fb.') else 'www.' + page}"
    return f"https://www.facebook.com/plugins/{kind}.php?href={quote(address, safe='')}"


def _soundcloud(found: "re.Match[str]") -> str:
    page = f"https://{found.string}" if found[1] else next(iter(_query(found.string).get("url", ())), "")
    return f"https://w.soundcloud.com/player/?url={quote(page, safe='')}"


def _openstreetmap(found: "re.Match[str]") -> str:
    if not found[1]:
        return f"https://www.{found.string}"
    zoom, lat, lon = int(found[1]), float(found[2]), float(found[3])
    wide = 360 / 2**zoom
    box = (lon - wide, lat - wide / 2, lon + wide, lat + wide / 2)
    return "https://www.openstreetmap.org/export/embed.html?bbox=" + quote(",".join(f"{edge:.5f}" for edge in box))


def _query(address: str) -> Mapping[str, list[str]]:
    return parse_qs(urlsplit("https://" + address).query)


@cache
def _pattern(addresses: str) -> "re.Pattern[str]":
    """Return a provider's addresses as a pattern: made when it is needed, since ten take longer than to read a page."""
    return re.compile(addresses, re.ASCII)


PROVIDERS: Mapping[str, Provider] = {
    "youtube": Provider(
        "YouTube",
        "wide",
        (
            r"(?:(?:m\.)?youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)|youtu\.be/"
            r"|youtube-nocookie\.com/embed/)([\w-]{11})(?![\w-])"
        ),
        _youtube,
        "https://www.youtube-nocookie.com",
    ),
    "vimeo": Provider(
        "Vimeo", "wide", (r"(?:player\.)?vimeo\.com/(?:video/)?(\d+)(?:/(\w+))?"), _vimeo, "https://player.vimeo.com"
    ),
    "x": Provider(
        "X",
        "tall",
        (
            r"(?:(?:mobile\.)?(?:x|twitter)\.com/\w+/status/|platform\.twitter\.com/embed/Tweet\.html\?(?:[^#]*&)?id=)(\d+)"
        ),
        _frame("https://platform.twitter.com/embed/Tweet.html?dnt=true&id={0}"),
        "https://platform.twitter.com",
    ),
    "facebook": Provider(
        "Facebook",
        "tall",
        (
            r"(?:m\.)?facebook\.com/(?:plugins/(post|video)\.php\?|[^/?]+/(?:posts|videos|photos)/|watch|reel/|permalink|photo)|fb\.watch/\w"
        ),
        _facebook,
        "https://www.facebook.com",
    ),
    "instagram": Provider(
        "Instagram",
        "tall",
        (r"instagram\.com/(?:[\w.]+/)?(?:p|reel|tv)/([\w-]+)"),
        _frame("https://www.instagram.com/p/{0}/embed/"),
        "https://www.instagram.com",
    ),
    "tiktok": Provider(
        "TikTok",
        "tall",
        (r"tiktok\.com/(?:@[\w.-]+/video/|embed/(?:v2/)?|player/v1/)(\d+)"),
        _frame("https://www.tiktok.com/embed/v2/{0}"),
        "https://www.tiktok.com",
    ),
    "soundcloud": Provider(
        "SoundCloud",
        "low",
        (r"(?:m\.)?soundcloud\.com/([\w-]+/[\w-]+)|w\.soundcloud\.com/player/?\?"),
        _soundcloud,
        "https://w.soundcloud.com",
    ),
    "spotify": Provider(
        "Spotify",
        "low",
        (r"open\.spotify\.com/(?:intl-\w+/)?(?:embed/)?(track|album|playlist|episode|show|artist)/(\w+)"),
        _frame("https://open.spotify.com/embed/{0}/{1}"),
        "https://open.spotify.com",
    ),
    "openstreetmap": Provider(
        "OpenStreetMap",
        "wide",
        (
            r"openstreetmap\.org/(?:[^#]*#map=(\d{1,2})/(-?\d{1,3}(?:\.\d+)?)/(-?\d{1,3}(?:\.\d+)?)|export/embed\.html\?bbox=)"
        ),
        _openstreetmap,
        "https://www.openstreetmap.org",
    ),
    "datawrapper": Provider(
        "Datawrapper",
        "wide",
        (r"(?:datawrapper\.dwcdn\.net|datawrapper\.de/_)/(\w+)"),
        _frame("https://datawrapper.dwcdn.net/{0}/"),
        "https://datawrapper.dwcdn.net",
    ),
}
"""By the word that site.toml has for them. Frames are those that keep least of their visitors, where there is a choice."""

NAMES = ", ".join(provider.name for provider in PROVIDERS.values())
_DECLARATION = re.compile(r"<[!?]")
"""Beginnings of comments and the like, over some of which Python's parser stumbles."""

_SCHEME = re.compile(r"https?://(?:www\.)?|//(?:www\.)?", re.IGNORECASE)


def embed_of(url: str) -> Embed | None:
    """Return what an address of a provider's page or frame shows, None for any other."""
    scheme = _SCHEME.match(url)
    if scheme is None or any(sign in '"<>\\' or sign.isspace() for sign in url):
        return None
    host, slash, rest = url[scheme.end() :].partition("/")
    bare = f"{host.lower()}{slash}{rest}"
    for id, provider in PROVIDERS.items():
        if found := _pattern(provider.addresses).match(bare):
            return Embed(
                id, provider.name, url if scheme[0][0] != "/" else "https:" + url, provider.frame(found), provider.shape
            )
    return None


def pasted(markup: str) -> tuple[str, str]:
    """Return the address of what a provider's code for pasting shows; else that of an iframe which is of no provider, or which
    stands with others."""
    if "<iframe" not in markup.lower() and "<blockquote" not in markup.lower() and "data-href" not in markup:
        return "", ""
    found = _Pasted(_DECLARATION.sub("", markup))
    known = next((address for address in found.addresses if embed_of(address)), "")
    return (
        (known, "")
        if known and found.wholes == 1
        else ("", next(filterfalse(embed_of, found.frames), next(iter(found.frames), "")))
    )


class _Pasted(HTMLParser):
    """Notes the addresses in a piece of HTML that may be what it shows."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.frames: list[str] = []
        self.wholes = 0
        """Frames, and quotations that a script would turn into one."""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag names."""
        given = {name: value or "" for name, value in attrs}
        named = ("src",) if tag == "iframe" else ("cite", "data-instgrm-permalink", "data-href", "href")
        if tag != "script":
            self.addresses += [given[name] for name in named if given.get(name)]
        if tag == "iframe":
            self.frames.append(given.get("src", ""))
        if tag in ("iframe", "blockquote") or "data-href" in given:
            self.wholes += 1
