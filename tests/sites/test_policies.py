"""What browsers may load: computed from what the theme, slots and embeds can load at all."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pytest

from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
STORY = files(story("a"))


def policy(paper: Newspaper) -> dict[str, str]:
    """Return the policy that Netlify is told, by directive."""
    report = paper.build()
    assert report.published, report.diagnostics
    lines = (paper.output / "_headers").read_text("utf-8").splitlines()
    said = next(line for line in lines if "Content-Security-Policy" in line).partition(": ")[2]
    return {name: values for name, _, values in (part.partition(" ") for part in said.split("; "))}


def hosted(host: str, more: str = "") -> str:
    return f'{SITE}\n[deploy]\nhost = "{host}"\n{more}'


def test_all_that_pages_do_not_load_is_forbidden(newspaper: Make) -> None:
    found = policy(newspaper(STORY, hosted("netlify", "[embeds]\nproviders = []\n")))
    assert found["default-src"] == "'none'"
    assert {"script-src", "frame-src", "connect-src", "object-src"}.isdisjoint(found)
    assert {name: found[name] for name in ("style-src", "img-src", "media-src")} == dict.fromkeys(
        ("style-src", "img-src", "media-src"), "'self'"
    )


def test_providers_that_may_be_shown_may_be_framed(newspaper: Make) -> None:
    found = policy(newspaper(STORY, hosted("netlify", '[embeds]\nproviders = ["youtube", "x"]\n')))
    assert found["frame-src"] == "https://www.youtube-nocookie.com https://platform.twitter.com"


def test_what_stands_in_slots_is_let_through_by_its_digest(newspaper: Make) -> None:
    """As browsers read it; blocks of data are none that they run."""
    script = '\n  stats({"a": {"b": 1}});\n'
    slot = (
        f"-- slots/head.html --\n<script>{{% raw %}}{script}{{% endraw %}}</script>\n<style>a {{ color: red }}</style>\n"
        '<script type="application/ld+json">{"@type": "x"}</script>\n'
    )
    paper = newspaper(STORY + slot, hosted("netlify"))
    found = policy(paper)
    page = paper.pages()["index.html"]
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        inside = page.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        wanted = f"'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'"
        assert found[name].removeprefix("'self' ") == wanted


def test_scripts_of_the_sites_own_and_origins_of_settings_are_let_through(newspaper: Make) -> None:
    slot = (
        '-- slots/head.html --\n<script src="{{ "/s.js" | url }}"></script><script src="https://a.stats.example/x.js"></script>\n'
        "-- static/s.js --\n1\n"
    )
    csp = '[csp]\nscript = ["https://*.stats.example"]\nconnect = ["https://a.stats.example"]\n'
    found = policy(newspaper(STORY + slot, hosted("netlify", csp)))
    assert found["script-src"] == "'self' https://*.stats.example"
    assert found["connect-src"] == "https://a.stats.example"


@pytest.mark.parametrize(
    ("slot", "code", "line", "hint"),
    [
        ("<p>\n<script>let a = '{{ page.frame.path }}'</script>", "W511", 2, "data-page=…"),
        ("<style>{% if 1 %}a {}{% endif %}</style>", "W511", 1, "file of static/"),
        (
            '\n<script src="https://b.example/x.js"></script>',
            "W512",
            2,
            'script = ["https://c.example", "https://b.example"]',
        ),
        ('<img src="//b.example/x.gif">', "W512", 1, 'image = ["https://b.example"]'),
        ('<link rel="stylesheet" href="https://b.example/x.css">', "W512", 1, 'style = ["https://b.example"]'),
        ('<iframe title="" src="https://b.example/"></iframe>', "W512", 1, 'frame = ["https://b.example"]'),
    ],
)
def test_what_the_policy_keeps_out_is_told(slot: str, code: str, line: int, hint: str, newspaper: Make) -> None:
    paper = newspaper(
        f"{STORY}-- slots/head.html --\n{slot}\n", hosted("netlify", '[csp]\nscript = ["https://c.example"]\n')
    )
    (told,) = paper.build().diagnostics
    assert (told.code, told.place.path, told.place.line) == (code, "slots/head.html", line)
    assert hint in told.hint


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_pages_say_it_themselves_where_the_host_cannot(host: str, newspaper: Make) -> None:
    """Without what browsers heed in headers alone; in all pages, before all that it rules."""
    paper = newspaper(STORY + '-- redirects.toml --\n"/gone/" = 410\n', hosted(host))
    out = paper.built()
    for path in ("index.html", "world/2023/07/a/index.html", "404.html", "gone/index.html"):
        head = out[path].partition("<link")[0]
        assert '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; ' in head
        assert "frame-ancestors" not in head
    assert "_headers" not in {path.name for path in paper.output.iterdir()}


def test_a_theme_that_changes_changes_the_policy(newspaper: Make) -> None:
    paper = newspaper(STORY, hosted("netlify"))
    before = policy(paper)
    paper.put("slots/head.html", "<style>a {}</style>\n")
    report = paper.build()
    assert "_headers" in report.written
    assert policy(paper) != before
