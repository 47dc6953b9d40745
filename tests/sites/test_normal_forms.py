"""Whatever is written, in whatever place, may be written with its letters put together or taken apart: the paper is the same."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from tests.properties.test_incremental_equals_clean import tree
from tests.sites.newspaper import Newspaper, files_in
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

SITE = (
    PLAIN_SITE.replace('name = "The Test"', 'name = "Café ঝড়"').replace('"পরীক্ষা"', '"কোথায় আ"')
    + """
[theme]
motto = "Señor কো"

[strings.en]
"Café" = "Kaffé"

[[menus.main]]
ref = "@/pages/café"

[[menus.main]]
ref = "@/pages/ঝড়"
title = { en = "É", bn = "কো" }
children = [{ ref = "world", title = "Ñ" }]

[front_matter]
rename = { "titré" = "title" }
ignore = ["laút"]

[[defaults]]
path = "world/é/**"
kicker = "É"

"""
)

THEME = """
[menus]
main = "é"
[slots]
foot = "é"
[pages.article.lists.related]
list = "related"
[blocks.box]
[blocks.box.attributes.title]
type = "text"
"""

TEXT = plain(
    """
-- content/world/é/কোঝড়.en.md --
---
titré: Café ঝড় কো
laút: é
date: 2023-07-01
tags: [Señor, আনা ঝড়, zoé]
authors: [José Ñañez, zoe]
aliases: /old/é/
related: [world/é/más]
series: año
story: world/é/কো
image: {src: niño.svg, alt: É, caption: "É", credit: Ñ}
extra: {plàce: É, "ñ": {"é": [কো]}}
---
Été [কো](#é-কো), [más](más.en.md#ñ), [page](@/pages/café.md), [file](@/files/résumé.pdf), [static](/é/ñ.txt).

## É কো

![ñ](niño.svg "É") ![ñ](@/images/é.svg)

[é]{lang=fr} | é[^é]

::: box title="É"
É
:::

| é | ñ |
|---|---|
| é | ঝড় |

[^é]: ñ
-- content/world/é/más.en.md --
+++
title = "Más"
date = 2023-07-02
tags = ["señor"]
series = "año"
[extra]
"plàce" = "Ñ"
+++
É

## Ñ
-- content/world/é/html.en.html --
---
titré: É
date: 2023-07-03
---
<h2 id="é">É ñ</h2><p title="é"><a href="más.en.md">É</a> &eacute;</p>
-- content/world/দিন.bn.md --
---
title: কো ঝড়
date: 2023-07-03
slug: কো-ঝড়
tags: [señor]
---
[é](é/más.md)
-- content/pages/café.en.md --
---
title: Café
---
É
-- content/pages/ঝড়.bn.md --
---
title: ঝড়
url: /ঝড়/কো/
---
É
-- content/authors/zoe.en.md --
---
name: Zoé
role: é
---
É
-- content/tags.toml --
["señor"]
name = { en = "Señor", bn = "কো" }
description = { en = "É", bn = "ঝড়" }
-- content/series.toml --
["año"]
name = { en = "Año" }
-- content/world/é/niño.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>
-- content/images/é.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>
-- content/files/résumé.pdf --
%PDF-1.4
-- static/é/ñ.txt --
n
-- redirects.toml --
"/é/old.php" = "world/é/más"
"/ñ/" = "@/pages/café"
-- data/toml.toml --
"é" = ["ñ", { "কো" = "ঝড়" }]
-- data/yaml.yaml --
é: [ñ, {কো: ঝড়}]
-- data/json.json --
{"é": ["ñ", {"কো": "ঝড়"}]}
-- data/csv.csv --
é,কো
ñ,ঝড়
-- slots/foot.html --
<b>É {{ chrome.data.toml["é"] }}</b>
-- templates/é.html --
É কো {{ _("Café") }}
-- themes/plain/assets/ñ/é.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>
-- themes/plain/assets/plain.css --
h1 { background: url("ñ/é.svg") }
h1::before { content: "É" }
-- themes/plain/templates/blocks/box.html --
<div>{{ block.attributes.title }}{{ block.content }}</div>
-- themes/plain/templates/base.html --
<!doctype html>
<html lang="{{ chrome.tag }}">
<title>{{ page.frame.title }} {{ chrome.site_name }} {{ chrome.options.motto }} </title>
{% for style in chrome.styles %}<link rel="stylesheet" href="{{ style | url }}">
{% endfor %}
{% for name in ("toml", "yaml", "json", "csv") %}<p>{{ chrome.data[name] }}</p>
{% endfor %}
{% for link in chrome.menus.main %}<a href="{{ link.path | url }}">{{ link.title }}</a>{{ link.children }}
{% endfor %}
{{ chrome.assets["ñ/é.svg"] }}
{% include "é.html" %}
<main>{% block main %}{% endblock %}</main>
{% slot "foot" %}
-- themes/plain/templates/article.html --
{% extends "base.html" %}
{% block main %}
<h1>{{ page.card.title }}</h1>{{ page.card.kicker }}{{ page.card.image }}{{ page.card.authors }}{{ page.extra }}
{% for tag in page.tags %}<a href="{{ tag.path | url }}">{{ tag.title }}</a>{% endfor %}
{{ page.text | prose }}{{ page.lists.related | map(attribute="path") | list }}{{ page.series }}
{% endblock %}
-- themes/plain/templates/tag.html --
{% extends "base.html" %}
{% block main %}{{ page.name }}{{ page.description }}{{ page.cards | map(attribute="title") | list }}{% endblock %}
-- themes/plain/templates/author.html --
{% extends "base.html" %}
{% block main %}{{ page.name }}{{ page.role }}{{ page.text | prose }}{% endblock %}
""",
    SITE,
)

FILES = dict(files_in(TEXT))
FILES["themes/plain/theme.toml"] += THEME
TEXTS = [path for path, text in FILES.items() if not text.isascii()]
NAMES = [path for path in FILES if not path.isascii()]


def apart(text: str) -> str:
    """Return a text in another spelling: letters and marks apart where they can be put together, and put together where
    Unicode keeps them apart (ড়)."""
    return unicodedata.normalize("NFD", text).replace("\u09a1\u09bc", "\u09dc")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the paper as it is usually written, built."""
    paper = Newspaper(tmp_path_factory.mktemp("forms") / "site")
    for path, text in FILES.items():
        paper.put(path, text)
    report = paper.build()
    assert report.published, report.diagnostics
    assert report.diagnostics == ()
    return paper.root


@pytest.fixture
def paper(built: Path, tmp_path: Path) -> Newspaper:
    """Give a copy of it, with its cache and output."""
    shutil.copytree(built, tmp_path / "site")
    return Newspaper(tmp_path / "site")


def test_the_paper_has_letters_of_each_kind() -> None:
    """Those that are put together, Latin and Bangla, and one that never is."""
    whole = "".join(FILES)
    assert {"é", "ñ", "\u09cb", "\u09a1\u09bc"} <= {*whole, "\u09a1\u09bc"}
    assert unicodedata.is_normalized("NFC", whole + "".join(FILES.values()))
    assert apart(whole) not in (whole, unicodedata.normalize("NFD", whole))


@pytest.mark.parametrize("path", TEXTS)
def test_a_text_may_be_in_any_form(path: str, paper: Newspaper) -> None:
    before = tree(paper.output)
    paper.put(path, apart(FILES[path]))
    report = paper.build()
    assert report.published, report.diagnostics
    assert report.diagnostics == ()
    assert tree(paper.output) == before
    assert tree(paper.output) == clean(paper)


@pytest.mark.parametrize("path", NAMES)
def test_a_name_may_be_in_any_form(path: str, paper: Newspaper) -> None:
    """Renaming it, as git on macOS may, changes nothing of the paper."""
    before = tree(paper.output)
    (paper.root / path).unlink()
    paper.put(apart(path), FILES[path])
    report = paper.build()
    assert report.published, report.diagnostics
    assert report.diagnostics == ()
    assert (report.written, report.removed) == ((), ())
    assert tree(paper.output) == before
    assert tree(paper.output) == clean(paper)


def test_all_may_be(paper: Newspaper) -> None:
    before = tree(paper.output)
    for path, text in FILES.items():
        (paper.root / path).unlink()
        paper.put(apart(path), apart(text))
    assert paper.build().published
    assert tree(paper.output) == before


def clean(paper: Newspaper) -> dict[str, bytes]:
    """Return what the site is, built anew."""
    fresh = paper.root.parent / "clean"
    assert paper.build(output=fresh / "output", cache=fresh / "cache").published
    return tree(fresh / "output")


def test_folders_that_look_alike_are_one(tmp_path: Path) -> None:
    """Files of both are there, in whatever order they come and go; a mistake is told at its line in either."""
    stories = [story("é/a"), story("é/b", date="wrong"), story("é/c")]
    paper = Newspaper(tmp_path / "site").write(plain(files(*stories[:1])))
    paper.put(unicodedata.normalize("NFD", stories[1][0]), stories[1][1])
    assert [str(it.place) for it in paper.faults()] == ["content/world/é/b.en.md:3:7"]
    paper.put(unicodedata.normalize("NFD", stories[1][0]), story("b")[1])
    assert {"world/2023/07/a/index.html", "world/2023/07/b/index.html"} <= paper.built().keys()
    paper.put(*stories[2])
    paper.build()
    assert tree(paper.output) == clean(paper)
    assert "world/2023/07/c/index.html" in paper.pages()


LOOK_ALIKES = {
    "a letter taken apart": ((story("café"), story("cafe\u0301")), "E107", "“é” is U+0065 U+0301 in one and U+00E9 in"),
    "a Bangla vowel taken apart": ((story("কো"), story("ক\u09c7\u09be")), "E107", "U+09C7 U+09BE in one and U+09CB in"),
    "a letter with a dot put together": ((story("ঝ\u09dc"), story("ঝড়")), "E107", "U+09A1 U+09BC in one and U+09DC in"),
    "Hangul": ((story("한"), story("\u1112\u1161\u11ab")), "E107", "is U+1112 U+1161 U+11AB in one and U+D55C in"),
    "an Urdu letter": (
        (story("آج"), story("\u0627\u0653ج")),
        "E107",
        "is U+0622 in one and U+0627 U+0653 in the other",
    ),
    "a joiner": (
        (story("র\u200d্যাব"), story("র্যাব")),
        "E401",
        "one has U+200D, which cannot be seen, and the other has not",
    ),
    "a non-joiner": ((story("می\u200cروم"), story("میروم")), "E401", "one has U+200C, which cannot be seen"),
    "one and the other": ((story("می\u200cروم"), story("می\u200dروم")), "E401", "is U+200D in one and U+200C in the"),
    "a slug": ((story("a", slug="بِه\u200cروز"), story("b", slug="بِهروز")), "E401", "one has U+200C"),
}


@pytest.mark.parametrize(("stories", "code", "says"), LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_two_names_that_look_alike_are_told_with_what_tells_them_apart(
    stories: tuple[tuple[str, str], ...], code: str, says: str, tmp_path: Path
) -> None:
    """Neither of the stories is lost."""
    (fault,) = Newspaper(tmp_path / "site").write(plain(files(*stories))).faults()
    assert fault.code == code
    assert says in fault.message
    assert fault.hint


def test_an_old_address_without_a_joiner_may_lead_to_the_one_with_it(tmp_path: Path) -> None:
    old = story("র\u200d্যাব", aliases="/world/2023/07/র্যাব/")
    out = Newspaper(tmp_path / "site").write(plain(files(old))).built()
    assert {"world/2023/07/র\u200d্যাব/index.html", "world/2023/07/র্যাব/index.html"} <= out.keys()


ESCAPED = {
    "YAML": ('---\ntitle: "Caf\\u0065\\u0301"\ndate: 2023-07-01\ntags: ["\\u0995\\u09c7\\u09be"]\n---\n', "md"),
    "TOML": ('+++\ntitle = "Caf\\u0065\\u0301"\ndate = 2023-07-01\ntags = ["\\u0995\\u09c7\\u09be"]\n+++\n', "md"),
}


@pytest.mark.parametrize(("text", "ending"), ESCAPED.values(), ids=ESCAPED)
def test_letters_that_are_written_as_escapes_are_put_together(text: str, ending: str, tmp_path: Path) -> None:
    paper = Newspaper(tmp_path / "site").write(plain(""))
    paper.put(f"content/world/a.en.{ending}", text)
    out = paper.built()
    assert "<h1>Café</h1>" in out["world/2023/07/a/index.html"]
    assert "tags/কো/index.html" in out


def test_data_and_settings_are_too(tmp_path: Path) -> None:
    """Keys as well as values: a template asks for them as it types them."""
    escaped = '"caf\\u0065\\u0301"'
    site = PLAIN_SITE.replace('name = "The Test"', f"name = {escaped}")
    base = '{{ chrome.site_name }}: {% for it in chrome.data.values() %}{{ it["café"] }} {% endfor %}\n'
    text = plain(f"-- themes/plain/templates/base.html --\n{base}", site) + (
        f"-- data/a.json --\n{{{escaped}: {escaped}}}\n"
        f"-- data/b.yaml --\n{escaped}: {escaped}\n"
        f"-- data/c.toml --\n{escaped} = {escaped}\n"
        f'-- content/tags.toml --\n["\\u0995\\u09c7\\u09be"]\nname = {{ en = {escaped} }}\n'
        + files(story("a", tags="কো"))
    )
    out = Newspaper(tmp_path / "site").write(text).built()
    assert out["index.html"].strip() == "café: café café café"
    assert "tags/কো/index.html" in out
