"""A small paper with what the sample newsroom lacks: series, redirects, menus of two levels, drafts shown, a story in the
frames of languages that lack it, every block of the docs in one story, and all of Markdown."""

from pathlib import Path

from tests.sites.block_examples import EXAMPLES, FILES
from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story

SITE = """
[site]
name = "The Hard Paper"
url = "https://hard.example"
timezone = "Asia/Dhaka"

[languages.en]
name = "English"

[languages.bn]
name = "বাংলা"
numerals = "beng"
site_name = "কঠিন কাগজ"
fallback = "en"

[languages.ur]
name = "اردو"
site_name = "مشکل اخبار"
fallback = ["bn", "en"]

[[sections]]
id = "world"
title = { en = "World", bn = "বিশ্ব", ur = "دنیا" }

[[sections]]
id = "world/asia"
title = { en = "Asia", bn = "এশিয়া", ur = "ایشیا" }

[[menus.main]]
ref = "world"
children = [{ ref = "world/asia" }, { ref = "@/pages/about" }]

[[menus.footer]]
ref = "https://shop.example/"
title = { en = "Shop", bn = "দোকান", ur = "دکان" }
"""

NAMES = """-- content/series.toml --
[delta]
name = { en = "The Delta", bn = "বদ্বীপ", ur = "ڈیلٹا" }
description = { en = "From the coast.", bn = "উপকূল থেকে।", ur = "ساحل سے۔" }
-- redirects.toml --
"/gone/" = 410
"/bn/gone/" = 410
"/ur/gone/" = 410
"/moved/" = "world/water"
"/bn/moved/" = "world/water.bn"
"/ur/moved/" = "world/water.ur"
-- content/pages/about.en.md --
---
title: About
---
Us.
"""

MARKDOWN = """
# The *bank* of the `river`

Words of [اردو]{lang=ur} and **bold**, ~~struck~~, <https://example.org>, a break\\
and two notes.[^1] Once more.[^1] [The list](gauges.csv).

## Below {#below}

> A quotation
>
> > within another.

1. One
   - a
   - b

3. Three

| Gauge | Level |
|:--|--:|
| Aricha | −22 |

    code as long as it is, and longer than a line of a small phone could ever be

![A bridge of steel](before.jpg "In the rain")

---

[^1]: The note, with [a link](#below).
"""

WORDS = {
    "en": ("Water takes the road", "The road is gone."),
    "bn": ("পানিতে ডুবেছে রাস্তা", "রাস্তাটা আর নেই।"),
    "ur": ("پانی سڑک لے گیا", "سڑک اب نہیں رہی۔"),
}


def hard_paper(root: Path) -> Path:
    """Return the output of the paper, built in a folder."""
    stories = [
        story(
            stem, f"2023-07-{day} 09:30", section, language, body, title=title, series="delta", tags="[rivers]", **more
        )
        for language, (title, body) in WORDS.items()
        for stem, day, section, more in (
            ("water", 11, "world", {"authors": "[Ann, Bo]", "agency": "Reuters", "dateline": "X"}),
            ("mud", 12, "world/asia", {"kind": "opinion"}),
            ("draft", 13, "world", {"draft": "true", "kicker": '"1971"', "updated": "2023-07-14"}),
        )
    ]
    stories.append(story("blocks", "2023-07-15", body="\n".join((MARKDOWN, *EXAMPLES.values()))))
    root.mkdir()
    paper = Newspaper(root).write(files(*stories) + NAMES, SITE)
    for name, content in FILES.items():
        paper.put(f"content/world/{name}", content)
    report = paper.build(shows={"draft": True})
    assert report.published, "\n".join(map(str, report.diagnostics))
    return paper.output
