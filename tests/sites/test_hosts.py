"""What the host is told: rules of redirects and of headers, each in its dialect and within its limits."""

import json
from collections.abc import Callable

import pytest

from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
A = "/world/2023/07/a/"
OLD = '"/was/" = "world/a"\n"/old.php" = "world/a.bn"\n"/far/" = "https://x.example/*?a=:b"\n"/gone/" = 410\n'


def hosted(host: str, redirects: str = OLD, more: str = "") -> str:
    """Return a site that is published at a host."""
    text = files(story("a"), story("a", language="bn")) + f"-- redirects.toml --\n{redirects}\n{more}"
    return plain(text, f'{PLAIN_SITE}\n[deploy]\nhost = "{host}"\n')


def written(paper: Newspaper, name: str) -> str:
    report = paper.build()
    assert report.published, report.diagnostics
    return (paper.output / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("host", "rules"),
    [
        (
            "netlify",
            f"/was/ {A} 301\n/old.php /bn{A} 301\n/far/ https://x.example/%2A?a=%3Ab 301\n/gone/ /gone/ 410!\n"
            "/bn/* /bn/404.html 404\n",
        ),
        (
            "cloudflare",
            f"/was/ {A} 301\n/was {A} 301\n/old.php /bn{A} 301\n"
            "/far/ https://x.example/%2A?a=%3Ab 301\n/far https://x.example/%2A?a=%3Ab 301\n",
        ),
        (
            "gitlab",
            f"/was/ {A} 301\n/was {A} 301\n/old.php /bn{A} 301\n"
            "/far/ https://x.example/%2A?a=%3Ab 301\n/far https://x.example/%2A?a=%3Ab 301\n",
        ),
    ],
)
def test_rules_take_the_place_of_pages_at_old_addresses(host: str, rules: str, newspaper: Make) -> None:
    """But of that which says that something is gone, which readers see."""
    paper = newspaper(hosted(host))
    assert written(paper, "_redirects") == rules
    assert {"was/index.html", "old.php/index.html", "far/index.html"}.isdisjoint(paper.pages())
    assert "gone/index.html" in paper.pages()


def test_github_is_told_nothing_but_to_leave_files_alone(newspaper: Make) -> None:
    paper = newspaper(hosted("github"))
    assert written(paper, ".nojekyll") == ""
    assert {"was/index.html", "old.php/index.html", "far/index.html", "gone/index.html"} <= paper.pages().keys()


def test_cloudfront_is_given_data(newspaper: Make) -> None:
    paper = newspaper(hosted("s3"))
    assert json.loads(written(paper, ".deploy/redirects.json")) == {
        "data": [
            {"key": "/was", "value": A},
            {"key": "/old.php", "value": f"/bn{A}"},
            {"key": "/far", "value": "https://x.example/%2A?a=%3Ab"},
            {"key": "/gone", "value": "410"},
        ]
    }
    policy = json.loads(written(paper, ".deploy/headers.json"))
    assert policy["CustomHeadersConfig"]["Quantity"] == len(policy["CustomHeadersConfig"]["Items"]) == 2
    said = policy["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    assert said.startswith("default-src 'none'; ")
    assert "StrictTransportSecurity" not in policy["SecurityHeadersConfig"]


def test_headers_are_told_by_path(newspaper: Make) -> None:
    """Types of feeds by as many rules as they have depths, since the host knows of endings only."""
    paper = newspaper(hosted("netlify"))
    paper.put("site.toml", (paper.root / "site.toml").read_text("utf-8") + "hsts = true\n")
    told = written(paper, "_headers")
    first, *others = told.replace("\n/", "\n\n/").split("\n\n")
    assert first.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    assert first.endswith("\n  Strict-Transport-Security: max-age=31536000")
    (style,) = (paper.output / "assets").iterdir()
    assert f"/assets/{style.name}\n  Cache-Control: public, max-age=31536000, immutable" in others
    assert "/feed.xml\n  Content-Type: application/rss+xml; charset=utf-8" in others
    assert "/:a/atom.xml\n  Content-Type: application/atom+xml; charset=utf-8" in others
    assert "/:a/manifest.webmanifest\n  Content-Type: application/manifest+json" in others


HUB = '[feeds]\nhub = "https://hub.example/:a$b"\n'
TYPE = "Content-Type: application/rss+xml; charset=utf-8"
LINK = 'Link: <https://hub.example/%3Aa%24b>; rel="hub", <https://test.example{}>; rel="self"'


def feeds_told(host: str, feeds: str, newspaper: Make) -> dict[str, list[str]]:
    """Return what a host is told of feeds in RSS and at old addresses, by path."""
    paper = newspaper(hosted(host))
    paper.put("site.toml", (paper.root / "site.toml").read_text("utf-8") + feeds)
    blocks = written(paper, "_headers").replace("\n/", "\n\n/").split("\n\n")
    told = {path: [line.strip() for line in lines] for path, *lines in (block.splitlines() for block in blocks)}
    return {path: lines for path, lines in told.items() if path.endswith(("/feed.xml", "/old/"))}


@pytest.mark.parametrize(
    ("host", "feeds", "wanted"),
    [
        ("netlify", "", {"/feed.xml": [TYPE], "/:a/feed.xml": [TYPE], "/:a/:b/feed.xml": [TYPE]}),
        (
            "netlify",
            HUB,
            {
                path: [TYPE, LINK.format(path)]
                for path in ("/feed.xml", "/bn/feed.xml", "/world/feed.xml", "/bn/world/feed.xml")
            },
        ),
        (
            "cloudflare",
            HUB,
            {path: [TYPE, LINK.format(path)] for path in ("/feed.xml", "/:a/feed.xml", "/:a/:b/feed.xml")},
        ),
        (
            "cloudflare",
            f'{HUB}[feeds.also_at]\n"/x/old/" = "/bn/feed.xml"\n"/x/y/feed.xml" = "/atom.xml"\n',
            {
                **{path: [TYPE, LINK.format(path)] for path in ("/feed.xml", "/:a/feed.xml", "/bn/world/feed.xml")},
                "/x/old/": [TYPE, LINK.format("/bn/feed.xml")],
                "/x/y/feed.xml": [TYPE.replace("rss", "atom"), LINK.format("/atom.xml")],
            },
        ),
    ],
    ids=["types", "a hub, one by one", "a hub, by depth", "old addresses"],
)
def test_a_rule_speaks_of_all_feeds_of_which_the_same_is_to_be_said(
    host: str, feeds: str, wanted: dict[str, list[str]], newspaper: Make
) -> None:
    """Where the host cannot fill in which feed it is, each has a rule, as has one whose name is taken for another form."""
    assert feeds_told(host, feeds, newspaper) == wanted


def test_what_is_too_much_for_the_rules_of_headers_is_told(newspaper: Make) -> None:
    old = "".join(f'"/x{number}/old/" = "/feed.xml"\n' for number in range(100))
    paper = newspaper(hosted("cloudflare", ""))
    paper.put("site.toml", (paper.root / "site.toml").read_text("utf-8") + f"[feeds.also_at]\n{old}")
    (told,) = paper.build().diagnostics
    rules = [line for line in (paper.output / "_headers").read_text("utf-8").splitlines() if line.startswith("/")]
    assert len(rules) == 100
    first = 100 - sum("/old/" not in rule for rule in rules)
    assert told.code == "W409"
    assert told.message.endswith(f": {100 - first} are left out, such as that of “/x{first}/old/”")


def test_addresses_are_percent_encoded_and_under_the_sites_path(newspaper: Make) -> None:
    text = hosted("netlify", '"/it\'s/" = "world/a"\n"/পুরনো ঠিকানা/" = "world/a"\n')
    rules = written(newspaper(text.replace("https://test.example", "https://test.example/paper")), "_redirects")
    assert rules.splitlines()[0] == f"/paper/it's/ /paper{A} 301"
    assert rules.splitlines()[1].startswith("/paper/%E0%A6%AA%E0%A7%81")
    assert "%20" in rules.splitlines()[1]


def test_what_gitlab_might_not_know_again_stays_a_page(newspaper: Make) -> None:
    paper = newspaper(hosted("gitlab", '"/পুরনো/" = "world/a"\n"/a b/" = "world/a"\n"/was/" = "world/a"\n'))
    assert written(paper, "_redirects") == f"/was/ {A} 301\n/was {A} 301\n"
    assert {"পুরনো/index.html", "a b/index.html"} <= paper.pages().keys()


@pytest.mark.parametrize(("host", "most"), [("gitlab", 500), ("cloudflare", 1_000)])
def test_what_is_too_much_for_the_host_stays_a_page_and_is_told(host: str, most: int, newspaper: Make) -> None:
    lines = "".join(f'"/old/{number}/" = "world/a"\n' for number in range(most + 2))
    paper = newspaper(hosted(host, lines))
    report = paper.build()
    assert report.published
    (told,) = report.diagnostics
    assert (told.code, told.place.path) == ("W407", "site.toml")
    assert told.message.endswith(f": 2 old addresses lead on by pages instead, such as “/old/{most}/”")
    assert len((paper.output / "_redirects").read_text("utf-8").splitlines()) == 2 * most
    assert [path for path in paper.pages() if path.startswith("old/")] == [
        f"old/{most}/index.html",
        f"old/{most + 1}/index.html",
    ]


def test_a_rule_that_is_too_long_stays_a_page(newspaper: Make) -> None:
    paper = newspaper(hosted("cloudflare", f'"/old/" = "https://x.example/{"a" * 1_000}"\n'))
    assert [told.code for told in paper.build().diagnostics] == ["W407"]
    assert "old/index.html" in paper.pages()


def test_a_header_that_is_too_long_is_told(newspaper: Make) -> None:
    origins = ", ".join(f'"https://ads{number}.example"' for number in range(100))
    paper = newspaper(hosted("cloudflare", ""))
    paper.put("site.toml", (paper.root / "site.toml").read_text("utf-8") + f"\n[csp]\nscript = [{origins}]\n")
    assert [told.code for told in paper.build().diagnostics] == ["W408"]


def test_another_host_is_told_what_the_first_was_and_no_address_is_missed(newspaper: Make) -> None:
    paper = newspaper(hosted(""))
    paper.built()
    paper.put("site.toml", f'{PLAIN_SITE}\n[deploy]\nhost = "netlify"\n')
    report = paper.build()
    assert "was/index.html" in report.removed
    assert report.lost == ()
    paper.put("site.toml", f'{PLAIN_SITE}\n[deploy]\nhost = "nginx"\n')
    report = paper.build()
    assert {"_headers", "_redirects"} <= set(report.removed)
    assert report.lost == ()
    assert paper.build().written == ()


def test_an_old_address_may_still_be_linked_to_and_may_not_be_a_pages(newspaper: Make) -> None:
    paper = newspaper(hosted("netlify", OLD, files(story("b", body="[a](/was/)"))))
    paper.built()
    paper.put("redirects.toml", f'"{A}" = 410\n')
    assert {fault.code for fault in paper.faults()} == {"E401", "E301"}


def test_the_preview_leads_on_by_pages(newspaper: Make) -> None:
    """It is no host of that kind."""
    out = newspaper(hosted("netlify")).built(hosted=False)
    assert "was/index.html" in out
    assert "_headers" not in out


def test_a_file_of_static_takes_the_place_of_one_for_the_host(newspaper: Make) -> None:
    paper = newspaper(hosted("netlify", OLD, "-- static/_headers --\n/*\n  X: y\n"))
    assert written(paper, "_headers") == "/*\n  X: y\n"


MISTAKES = (
    Case("an unknown host", '[deploy]\nhost = "netlfy"', "site.toml:{}:8", "“netlfy”", "netlify"),
    Case("an unknown key", '[deploy]\nhots = "s3"', "site.toml:{}:1", "“hots” in [deploy]", "“hsts”"),
    Case("no word", "[deploy]\nhost = 3", "site.toml:{}:8", "host: 3", 'host = "…"'),
    Case("no flag", "[deploy]\nhsts = 1", "site.toml:{}:8", "hsts: 1", "true  or  hsts = false"),
    Case(
        "a quote",
        '[csp]\nscript = ["https://a.example\'"]',
        "site.toml:{}:10",
        "“https://a.example'”",
        "without a path",
    ),
    Case("a word", "[csp]\nscript = [\"'unsafe-inline'\"]", "site.toml:{}:10", "unsafe-inline", "without a path"),
)


@each(MISTAKES)
def test_a_setting_that_cannot_be_is_told_at_its_line(case: Case, newspaper: Make) -> None:
    line = PLAIN_SITE.count("\n") + 1
    placed = case._replace(place=case.place.format(line))
    assert_said(placed, newspaper(plain(files(story("a")), f"{PLAIN_SITE}{case.text}\n")).faults())
