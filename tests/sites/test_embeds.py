"""Things of other sites: an address, a provider's code and a block come to the same; whatever is not known is told."""

from collections.abc import Callable

import pytest

from patrika.read import allowable
from patrika.read.embeds import PROVIDERS, embed_of, pasted
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import SITE, Newspaper, without_feeds
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
PAGE = "world/2023/07/storm/index.html"
FILM = "https://www.youtube.com/watch?v=abcdefghijk"
TUBE = "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"
TWEET = "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=12"

ADDRESSES = {
    FILM: TUBE,
    "https://www.youtube.com/watch?list=x&v=abcdefghijk&t=42s": TUBE + "&start=42",
    "https://youtu.be/abcdefghijk?si=x": TUBE,
    "https://youtu.be/abcdefghijk?t=1h2m3s": TUBE + "&start=3723",
    "https://youtu.be/abcdefghijk?t=2m": TUBE + "&start=120",
    "https://WWW.YouTube.com/watch?v=abcdefghijk": TUBE,
    "https://m.youtube.com/shorts/abcdefghijk": TUBE,
    "//www.youtube.com/embed/abcdefghijk": TUBE,
    "https://vimeo.com/12": "https://player.vimeo.com/video/12?dnt=1&autoplay=1",
    "https://player.vimeo.com/video/12?h=ab": "https://player.vimeo.com/video/12?dnt=1&autoplay=1&h=ab",
    "https://x.com/a/status/12?s=20": TWEET,
    "https://twitter.com/a/status/12": TWEET,
    "https://www.facebook.com/a/posts/b": (
        "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2Fb"
    ),
    "https://www.facebook.com/plugins/video.php?height=3&href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1": (
        "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1"
    ),
    "https://www.instagram.com/p/Ab-1/?img_index=1": "https://www.instagram.com/p/Ab-1/embed/",
    "https://www.tiktok.com/@a.b/video/12": "https://www.tiktok.com/embed/v2/12",
    "https://soundcloud.com/a/b": "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb",
    "https://open.spotify.com/intl-de/episode/ab?si=1": "https://open.spotify.com/embed/episode/ab",
    "https://www.openstreetmap.org/#map=15/23.7104/90.4074": (
        "https://www.openstreetmap.org/export/embed.html?bbox=90.39641%2C23.70491%2C90.41839%2C23.71589"
    ),
    "https://www.openstreetmap.org/export/embed.html?bbox=1%2C2%2C3%2C4": (
        "https://www.openstreetmap.org/export/embed.html?bbox=1%2C2%2C3%2C4"
    ),
    "https://datawrapper.dwcdn.net/AbCdE/1/": "https://datawrapper.dwcdn.net/AbCdE/",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_has_a_frame(address: str) -> None:
    embed = embed_of(address)
    assert embed
    assert embed.frame == ADDRESSES[address]
    assert embed.url.startswith("https://")


def test_each_provider_has_an_address_above() -> None:
    assert {embed.id for address in ADDRESSES if (embed := embed_of(address))} == set(PROVIDERS)
    assert tuple(PROVIDERS) == allowable.PROVIDERS


OTHERS = (
    "https://www.youtube.com/@channel",
    "https://example.org/watch?v=abcdefghijk",
    "https://example.org/https://youtu.be/abcdefghijk",
    "https://youtube.com.example.org/watch?v=abcdefghijk",
    "https://youtu.be@example.org/abcdefghijk",
    "javascript:https://youtu.be/abcdefghijk",
    'https://youtu.be/abcdefghijk"onload="x',
    "youtu.be/abcdefghijk",
)


@pytest.mark.parametrize("address", OTHERS)
def test_any_other_address_has_none(address: str) -> None:
    assert embed_of(address) is None


CODES = {
    f'<iframe width="560" src="{FILM.replace("watch?v=", "embed/")}" allowfullscreen></iframe>': TUBE,
    '<blockquote class="twitter-tweet"><p lang="en">Rain <a href="https://t.co/x">t.co/x</a></p>&mdash; A (@a) '
    '<a href="https://twitter.com/a/status/12?ref_src=x">July</a></blockquote> <script async '
    'src="https://platform.twitter.com/widgets.js"></script>': TWEET,
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab-1/?utm_source=x">\n<div>'
    '<a href="https://www.instagram.com/p/Ab-1/">See</a></div></blockquote>\n<script async src="//www.instagram.com/embed.js">'
    "</script>": "https://www.instagram.com/p/Ab-1/embed/",
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/12" data-video-id="12"><section><a href='
    '"https://www.tiktok.com/@a">@a</a></section></blockquote><script async src="https://www.tiktok.com/embed.js"></script>': (
        "https://www.tiktok.com/embed/v2/12"
    ),
    '<div id="fb-root"></div><script async src="https://connect.facebook.net/x.js"></script><div class="fb-post" '
    'data-href="https://www.facebook.com/a/posts/b"></div>': (
        "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2Fb"
    ),
    '<iframe scrolling="no" src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1"></iframe><div><a '
    'href="https://soundcloud.com/a">A</a></div>': (
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1"
    ),
}


def frames(newspaper: Make, body: str, site: str = PLAIN_SITE) -> str:
    """Return the body of a story as its page has it, each embed by the address of its frame."""
    toml = "-- themes/plain/templates/blocks/embed.html --\n{{ block.attributes.url.frame | safe }}\n"
    declared = "\n[blocks.embed]\nattributes = { url = { type = 'embed', required = true } }\n"
    made = newspaper(plain(toml + files(story("storm", "2023-07-27", body=body)), site))
    theme = (made.root / "themes/plain/theme.toml").read_text("utf-8")
    if "blocks.embed" not in theme:
        made.put("themes/plain/theme.toml", theme + declared)
    page = made.built()[PAGE]
    return page.partition("</h1>")[2].partition("</main>")[0].strip()


@pytest.mark.parametrize("code", CODES)
def test_the_code_of_a_provider_is_its_address(newspaper: Make, code: str) -> None:
    """Of a code with a script only the address is taken."""
    assert frames(newspaper, f"Rain.\n\n{code}\n\nWind.") == f"<p>Rain.</p>\n{CODES[code]}<p>Wind.</p>"


@pytest.mark.parametrize("body", [FILM, f"<{FILM}>", f'::: embed url="{FILM}"\n:::'])
def test_an_address_alone_in_its_paragraph_is_an_embed(newspaper: Make, body: str) -> None:
    assert frames(newspaper, f"Rain.\n\n{body}\n\nWind.").replace("\n", "") == f"<p>Rain.</p>{TUBE}<p>Wind.</p>"


@pytest.mark.parametrize(
    "body", [f"See {FILM}", f"{FILM} now", f"{FILM}\n{FILM}", f"# {FILM}", f"[film]({FILM})", "https://example.org/"]
)
def test_an_address_elsewhere_is_what_it_was(newspaper: Make, body: str) -> None:
    assert TUBE not in frames(newspaper, body)


def test_a_theme_without_embeds_prints_a_link(newspaper: Make) -> None:
    page = newspaper(plain(files(story("storm", "2023-07-27", body=FILM)))).built()[PAGE]
    assert f'<p><a href="{FILM}">{FILM}</a></p>' in page


def test_a_provider_that_the_site_does_not_show_becomes_a_link(newspaper: Make) -> None:
    """A change of site.toml looks at the stories again, and reads none."""
    assert frames(newspaper, FILM) == TUBE
    site = newspaper("", SITE)
    toml = (site.root / "site.toml").read_text("utf-8")
    site.put("site.toml", toml + '\n[embeds]\nproviders = ["vimeo"]\n')
    report = site.build()
    assert (report.parsed, without_feeds(report.written)) == (0, (PAGE,))
    assert f'<p><a href="{FILM}">{FILM}</a></p>' in site.pages()[PAGE]
    (told,) = report.diagnostics
    assert (str(told.place), told.code) == ("content/world/storm.en.md:6:1", "W314")


MISTAKES = (
    Case(
        "an iframe of another site",
        '<iframe src="https://ads.example/x"></iframe>',
        "6:1",
        "“https://ads",
        "a link to it",
    ),
    Case(
        "two frames in one piece",
        f'<iframe src="{FILM}"></iframe><iframe src="https://a.example/"></iframe>',
        "6:1",
        "",
        "",
    ),
    Case(
        "two frames in a paragraph",
        f'<iframe src="{FILM}"></iframe>\n<iframe src="{FILM}"></iframe>',
        "6:1",
        "stands with other things in one paragraph",
        "part them by empty lines",
    ),
    Case("a quotation of no provider", "<blockquote>Rain</blockquote>", "6:1", "raw HTML is off", "Markdown"),
    Case("a quotation that Python stumbles over", "<blockquote><![x y]>", "6:1", "raw HTML is off", "Markdown"),
    Case(
        "an address of no provider", '::: embed url="https://a.example/"\n:::', "6:11", "nothing that can be", "YouTube"
    ),
    Case("an embed without address", "::: embed\n:::", "6:1", "has no “url”", 'add  url="…"'),
)


@each(MISTAKES)
def test_what_is_not_known_is_told(newspaper: Make, case: Case) -> None:
    site = newspaper(files(story("storm", "2023-07-27", body=case.text)))
    assert_said(case._replace(place=f"content/world/storm.en.md:{case.place}"), site.faults())


def test_a_provider_that_there_is_not_is_told(newspaper: Make) -> None:
    site = newspaper(files(story("storm")), SITE + '\n[embeds]\nproviders = ["youtub"]\n')
    row = SITE.count("\n") + 3
    assert_said(Case("", "", f"site.toml:{row}:1", "no “youtub”", "did you mean “youtube”?"), site.faults())


def test_providers_that_are_no_list_are_told(newspaper: Make) -> None:
    site = newspaper(plain("", SITE + '\n[embeds]\nproviders = "youtube"\n'))
    (fault,) = [item for item in site.faults() if item.place.path == "site.toml"]
    assert (fault.message, fault.hint) == ("providers: “youtube” is not a list", 'write  providers = ["…"]')


def test_code_that_shows_nothing_is_not_taken() -> None:
    assert pasted("<p>https://youtu.be/abcdefghijk</p>") == ("", "")
    assert pasted("<iframe srcdoc='x'></iframe>") == ("", "")
