"""The blocks of the theme broadsheet: each example of docs/editors.md is built as it stands there."""

import re
from collections.abc import Callable

import pytest

from patrika.read.theme import read_theme
from tests.sites.block_examples import DOCS, EXAMPLES, FILES, ROOT
from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
THEME = read_theme((ROOT / "themes/broadsheet/theme.toml").read_bytes(), "theme.toml")[0]
assert THEME
SVG = '<svg width="30" height="20" xmlns="http://www.w3.org/2000/svg"/>'


def shown(newspaper: Make, body: str) -> str:
    """Return the body of a story as its page has it."""
    site = newspaper(files(story("storm", "2023-07-27", body=body)))
    for name, content in FILES.items():
        site.put(f"content/world/{name}", content)
    page = site.built()["world/2023/07/storm/index.html"]
    return page.partition('<div class="prose">\n')[2].partition("\n</div>\n</article>")[0]


def test_each_block_has_an_example_and_its_attributes_in_the_table() -> None:
    assert THEME
    assert set(EXAMPLES) == set(THEME.blocks)
    for name, spec in THEME.blocks.items():
        row = next(line for line in DOCS.split("\n") if line.startswith(f"| `{name}`"))
        named = {attribute: f"**`{attribute}`**" in row for attribute in re.findall(r"`(\w+)`", row.split("|")[2])}
        words = {word for attribute in spec.attributes.values() for word in attribute.words}
        assert {key: value for key, value in named.items() if key not in words} == {
            attribute: declared.required for attribute, declared in spec.attributes.items()
        }


WANTED = {
    "figure": (
        '<figure class="figure-block">\n<div class="side-by-side">\n<img src="/media/world/before.jpg" alt="A bridge of',
        '<figcaption>The bridge before the flood, and after. <span class="credit">Photos: Rafiq Sarkar</span></figcaption>',
    ),
    "gallery": (
        '<div class="strip" role="region" tabindex="0" aria-label="A morning at the landing">\n<ul>\n<li>\n<figure>\n<img',
        '<figcaption><span class="count">2/2</span> Everything is carried by hand.</figcaption>',
    ),
    "quote": (
        '<figure class="pullquote">\n<blockquote cite="https://example.org/rickshaws">\n<p>I shall write',
        '<figcaption><span class="by">Nurul Haque</span> <cite><a href="https://example.org/rickshaws">Dhaka’s painted',
    ),
    "aside": ('<aside class="facts" aria-label="The Jamuna">\n<p class="facts-title">The Jamuna</p>\n<ul>',),
    "verse": (
        "<p>The bank I slept on yesterday\nis water now, is water.</p>\n<p>I ask",
        "A boatman’s song</span></figcaption>",
    ),
    "table": (
        '<div class="table" role="region" tabindex="0" aria-label="Water at four gauges, in',
        "<caption>Water at four gauges",
        '<th scope="col">Gauge</th>\n<th scope="col" class="align-right">Level</th>',
        '<td>Aricha</td>\n<td class="align-right">−22</td>',
        "<figcaption><p>Source: readings of Monday, 6 am.</p>",
    ),
    "audio": (
        '<audio controls preload="none" aria-label="The horn of the night launch"><source src="/media/world/horn.mp3" type="',
        "<summary>Transcript</summary>\n<p>A long low blast",
        'download>Download <span class="file-type">(<bdi>MP3, 1 KB</bdi>)</span></a></figcaption>',
    ),
    "embed": (
        '<iframe title="Sadarghat on the map" srcdoc="&lt;!doctype html&gt;',
        "a href=&#34;https://www.openstreetmap.org/export/embed.html?bbox=90.39641%2C23.70491%2C90.41839%2C23.71589&#34;",
        '<figcaption>Sadarghat on the map <a href="https://www.openstreetmap.org/#map=15/23.7104/90.4074">Open at',
        '<iframe title="YouTube" srcdoc=',
    ),
    "video": (
        'preload="none" aria-label="The launch leaves Sadarghat" poster="/media/world/before.jpg" width=',
        '<track kind="captions" src="/media/world/landing.en.vtt" srclang="en" label="Captions" default>',
    ),
}


@pytest.mark.parametrize("name", WANTED)
def test_an_example_of_the_docs_is_shown(newspaper: Make, name: str) -> None:
    said = shown(newspaper, EXAMPLES[name])
    assert [part for part in WANTED[name] if part not in said] == [], said
    assert "style=" not in said
    assert "<script" not in said


def test_a_figure_of_one_picture_has_its_caption(newspaper: Make) -> None:
    """As a picture alone in its paragraph has, with room for a credit."""
    said = shown(newspaper, '::: figure credit="A"\n![x](before.jpg "Rain")\n:::')
    assert '<figcaption>Rain <span class="credit">A</span></figcaption>' in said
    assert said.count("Rain") == 1


def test_a_table_may_have_its_heads_in_the_first_column(newspaper: Make) -> None:
    said = shown(newspaper, '::: table src="gauges.csv" caption="C" head="both"\n:::')
    assert '<th scope="row">Aricha</th>' in said
    assert '<th scope="col">Gauge</th>' in said
    said = shown(newspaper, '::: table src="gauges.csv" caption="C" head="column"\n:::')
    assert '<th scope="row">Gauge</th>' in said
    assert "<thead>" not in said
    assert "figcaption" not in said


def test_a_words_attribute_is_escaped(newspaper: Make) -> None:
    said = shown(newspaper, '::: aside title="<b>5\\" & y"\nA\n:::')
    assert 'aria-label="&lt;b&gt;5&#34; &amp; y"' in said
