"""Edits of a small site, as many as there are things that editors, operators and theme authors change."""

from collections.abc import Callable
from contextlib import suppress

from hypothesis import strategies as st

from patrika.run.moving import carry_out, plan_move
from patrika.run.newsroom import read_newsroom
from patrika.run.request import BuildRequest, SiteError
from patrika.run.translating import begin_translation, update_translation
from tests.sites.newspaper import NOW, Newspaper
from tests.sites.photos import POSITION, photo
from tests.sites.press import story

STEMS = ("a", "b", "c", "d")
SECTIONS = ("world", "sport", "opinion")
Edit = Callable[[Newspaper], None]


def written(stem: str, language: str, section: str, day: int, body: str, **fields: str) -> Edit:
    """Return an edit that writes a story anew."""

    def edit(paper: Newspaper) -> None:
        given = {key: value for key, value in fields.items() if value}
        path, text = story(stem, f"2023-07-{day}" if day else "", section, language, body, **given)
        removed(stem, language)(paper)
        paper.put(path, text)

    return edit


def removed(stem: str, language: str) -> Edit:
    def edit(paper: Newspaper) -> None:
        for section in SECTIONS:
            (paper.root / f"content/{section}/{stem}.{language}.md").unlink(missing_ok=True)

    return edit


def spelled(folder: str, name: str, tag: str, there: bool) -> Edit:
    """Return an edit that writes a story in a folder, or deletes it, whose names look alike however they are spelled."""

    def edit(paper: Newspaper) -> None:
        path, text = story(f"{folder}/{name}", tags=f"[{tag}]")
        if there:
            paper.put(path, text)
        else:
            (paper.root / path).unlink(missing_ok=True)

    return edit


def renamed(old: str, new: str, language: str) -> Edit:
    """Return an edit that gives a story's file another name, and so another id and address."""

    def edit(paper: Newspaper) -> None:
        for section in SECTIONS:
            file = paper.root / f"content/{section}/{old}.{language}.md"
            if file.exists() and new != old:
                removed(new, language)(paper)
                file.rename(file.with_name(f"{new}.{language}.md"))

    return edit


def moved(old: str, new: str) -> Edit:
    """Return an edit that renames a story as `patrika mv` does, where that can be."""

    def edit(paper: Newspaper) -> None:
        with suppress(SiteError):
            carry_out(plan_move(old, new, paper.root), paper.root)

    return edit


def translated(stem: str) -> Edit:
    """Return an edit that puts an English story into Bangla as it is."""

    def edit(paper: Newspaper) -> None:
        for section in SECTIONS:
            file = paper.root / f"content/{section}/{stem}.en.md"
            if file.exists():
                removed(stem, "bn")(paper)
                file.with_name(f"{stem}.bn.md").write_bytes(file.read_bytes())

    return edit


def begun(stem: str, section: str) -> Edit:
    """Return an edit that translates a story as `patrika translate` does, or says that it is up to date, where that can be;
    the newsroom is read for it, between two builds."""

    def edit(paper: Newspaper) -> None:
        name = f"{section}/{stem}"
        with suppress(SiteError):
            newsroom = read_newsroom(BuildRequest(paper.root, paper.output, paper.root / ".patrika", NOW))
            if (paper.root / f"content/{name}.bn.md").exists():
                update_translation(name, "bn", "", newsroom, paper.root)
            else:
                begin_translation(name, "bn", "", newsroom, paper.root)

    return edit


def put(path: str, content: str | bytes) -> Edit:
    return lambda paper: paper.put(path, content)


def gone(path: str) -> Edit:
    return lambda paper: (paper.root / path).unlink(missing_ok=True)


def set_in_site(old: str, new: str) -> Edit:
    return set_in("site.toml", old, new)


def set_in(path: str, old: str, new: str) -> Edit:
    """Return an edit of a file, and back."""

    def edit(paper: Newspaper) -> None:
        file = paper.root / path
        text = file.read_text("utf-8")
        file.write_text(text.replace(new, old) if new in text else text.replace(old, new), "utf-8")

    return edit


def in_theme(query: str) -> Edit:
    """Return an edit of what a story's page lists, and back."""

    def edit(paper: Newspaper) -> None:
        file = paper.root / "themes/talkative/theme.toml"
        text, usual, other = file.read_text("utf-8"), 'kind = "opinion"\nlimit = 2\n', f"{query}\nlimit = 2\n"
        file.write_text(text.replace(usual, other) if usual in text else text.replace(other, usual), "utf-8")

    return edit


def undated(stem: str, language: str, **fields: str) -> Edit:
    """Return an edit that writes a story without a date, of a section that needs none."""

    def edit(paper: Newspaper) -> None:
        if UNDATED not in (paper.root / "site.toml").read_text("utf-8"):
            of_section(UNDATED)(paper)
        written(stem, language, "opinion", 0, "One.", **fields)(paper)

    return edit


def of_section(setting: str) -> Edit:
    return set_in_site('id = "opinion"\n', f'id = "opinion"\n{setting}\n')


OTHER_LISTS = (
    'where = { place = "Dhaka" }',
    "where = { open = false }",
    'tag = "page"',
    'author = "page"',
    'kind = "page"\nsection = "page"',
    'language = "bn"',
    'tag = "x"',
)
UNDATED = "dated = false"
OF_SECTIONS = ('template = "base.html"', 'story_template = "base.html"', UNDATED, "listed = false", "feed = false")
OF_A_LANGUAGE = (
    "clock = 24",
    'numerals = "latn"',
    'date_format = "d.M.y"',
    'calendar = "bangladesh"',
    'calendar_beside = "bangladesh"',
    'calendar_beside = "persian"',
    'locale = "bn_IN"',
    'fallback = "en"',
    'quotes = "«»‹›"',
)
IN_CHILD = set_in_site('theme = "talkative"', 'theme = "child"')
ITEMS = set_in_site("[languages.en]", "[feeds]\nninjs = true\n\n[languages.en]")
HOLD = set_in_site("[site]", 'build.on_error = "hold"\n[site]')
PHOTO = "content/images/photo.jpg"
PHOTOS = (photo(60, 40), photo(40, 60, orientation=6), photo(60, 40, **POSITION), photo(1604, 4), photo(1604, 8)[:400])
CHILD = 'name = "child"\nparent = "talkative"\n'
CHILDREN = (
    CHILD,
    f'{CHILD}[styles]\n"child.css" = ["plain.css", "child.css"]\n"plain.css" = []\n',
    f'{CHILD}[pages.article.lists.latest]\nlist = "latest"\nlimit = 1\n[options.motto]\ndefault = "child"\n',
    CHILD.replace("talkative", "nobody"),
)
NAMING = ("a { mask: url(m.svg#m) }", '@import "i.css"; b {}')
X = '[x]\nname = { en = "Ex", bn = "এক্স" }\nextra.k = 1\n'
SVG = '<svg width="{}" height="2" xmlns="http://www.w3.org/2000/svg"/>'
stems, languages = st.sampled_from(STEMS), st.sampled_from(["en", "bn"])
seldom = st.sampled_from(["", "", "", "yes"])
bodies = st.sampled_from(
    [
        "One.",
        "Two.",
        "Longer: one\n\n## A heading\n\nTwo.",
        "See [one](/uploads/n.txt) and [two](/uploads/gone.txt).",
        "![p](@/images/p.svg)",
        "[a](@/world/a.md) [b](b.md#a-heading) [c](@/sport/c.en.md) [d](@/opinion/d)",
        "[page](@/pages/about.md) [notes](notes.txt)",
        "[path](/world/2023/07/a/)",
        "[h](@/world/h.en.html) [h](@/world/h)",
        '::: box title="A\'s"\n![p](@/images/p.svg)\n:::',
        "https://youtu.be/abcdefghijk",
        "a\nb",
        "\"a\" -- ['b']{lang=bn}...",
        "![p](@/images/photo.jpg) [file](@/images/photo.jpg)",
        ':::: box src="@/images/t.csv"\n::: box\n[a](@/world/a.md)\n:::\n::::',
    ]
)
stories = st.builds(
    written,
    stem=stems,
    language=languages,
    day=st.integers(10, 29),
    section=st.sampled_from(SECTIONS),
    body=bodies,
    title=st.sampled_from(["", "T"]),
    tags=st.sampled_from(["", "[x]", "[x, y]", "[X]", "[Ex, y]", "[এক্স]"]),
    kind=st.sampled_from(["", "", "analysis"]),
    kicker=st.sampled_from(["", "K's"]),
    summary=st.sampled_from(["", "S"]),
    priority=st.sampled_from(["", "lead"]),
    priority_until=st.sampled_from(["", "2023-07-28 12:00"]),
    publish_at=st.sampled_from(["", "", "2023-07-28 18:00"]),
    expire_at=st.sampled_from(["", "", "2023-07-28 20:00"]),
    updated=st.sampled_from(["", "2023-07-30"]),
    listed=seldom.map(lambda it: it and "false"),
    noindex=seldom.map(lambda it: it and "true"),
    canonical=seldom.map(lambda it: it and "https://x.example/a"),
    series=st.sampled_from(["", "", "s", "t"]),
    also_in=st.sampled_from(["", "", "[opinion]", "[sport, world]"]),
    draft=seldom.map(lambda it: it and "true"),
    related=st.sampled_from(["", "", "[world/a]", "[sport/b, world/c]"]),
    related_exclude=st.sampled_from(["", "", "[world/a]"]),
    related_off=seldom.map(lambda it: it and "true"),
    extra=st.sampled_from(
        ["", "", "{place: Dhaka}", "{place: Khulna, open: true, free: [1, {b: c, a: b}]}", "{open: x}"]
    ),
    story=st.sampled_from(["", "", "", "world/a"]),
    slug=st.sampled_from(["", "", "s"]),
    translated_from=st.sampled_from(["", "", "", "en@00000000"]),
    corrections=st.sampled_from(
        ["", "", "{date: 2023-07-28, text: C}", "[{date: 2023-07-29 10:00, text: D}, {date: 2023-07-28, text: E}]"]
    ),
    translations=st.sampled_from(["", "", "{bn: sport/b}", "{bn: https://x.example/a, en: world/a}"]),
    aliases=st.sampled_from(["", "", "[/old/a/]", "[/old/a/, /world/2023/07/b/]"]),
    url=st.sampled_from(["", "", "", "/old/u.html", "/world/2023/07/a/"]),
    guid=st.sampled_from(["", "", "", "urn:x:1", "17"]),
    authors=st.sampled_from(["", "[ann]", "[Some One]", "[ann, bob]"]),
    image=st.sampled_from(
        ["", '{src: "@/images/p.svg", alt: P}', "{src: /uploads/q.svg, alt: Q}", '{src: "@/images/photo.jpg", alt: F}']
    ),
)
texts = st.one_of(
    st.builds(put, st.just(PHOTO), st.sampled_from(PHOTOS)),
    st.builds(put, st.just("content/images/p.svg"), st.integers(1, 3).map(SVG.format)),
    st.builds(put, st.just("static/uploads/q.svg"), st.integers(1, 3).map(SVG.format)),
    st.builds(
        put,
        st.sampled_from(["content/world/h.en.html", "content/world/b.bn.html", "content/pages/about.bn.html"]),
        st.sampled_from(
            ["---\ntitle: H\ndate: 2023-07-13\n---\n<p><a href=b.md>b</a><img src=../images/p.svg alt=P></p>\n", "<p>"]
        ),
    ),
    st.builds(gone, st.just("content/world/h.en.html")),
    st.builds(put, st.sampled_from(["static/icon.svg", "static/favicon.ico", "static/logo.png"]), st.just("1")),
    st.builds(gone, st.sampled_from(["static/icon.svg", "static/favicon.ico", "static/logo.png"])),
    st.builds(put, st.just("static/uploads/n.txt"), st.sampled_from(["1", "2"])),
    st.builds(put, st.sampled_from([f"content/{it}/notes.txt" for it in SECTIONS]), st.sampled_from(["1", "2"])),
    st.builds(put, st.just("content/images/t.csv"), st.sampled_from(["a,b\n1,2\n", "a,b\n1,3\n", "a,b\n1\n"])),
    st.builds(
        gone,
        st.sampled_from(
            ["content/images/t.csv", "content/images/p.svg", PHOTO, "static/uploads/q.svg", "content/authors/bob.md"]
        ),
    ),
    st.builds(
        put,
        st.sampled_from(["content/authors/ann.en.md", "content/authors/ann.bn.md", "content/authors/bob.md"]),
        st.sampled_from(
            [
                "---\nname: Ann\n---\nA.\n",
                "---\nname: Anna\nimage: {src: '@/images/p.svg', alt: A}\n---\n[x](@/world/a.md)\n",
            ]
        ),
    ),
    st.builds(
        put,
        st.sampled_from(["content/pages/about.en.md", "content/pages/about.bn.md"]),
        st.sampled_from(
            [
                "---\ntitle: About\n---\nA.\n",
                "---\ntitle: Us\ndraft: true\n---\nB.\n",
                "---\ntitle: C\npolicy: corrections\n---\n[x](@/world/a.md)\n",
                "---\ntitle: C\nurl: /c.html\npolicy: corrections\n---\nC.\n",
                "---\ntitle: E\npolicy: ethics\n---\nE.\n",
            ]
        ),
    ),
    st.builds(
        put,
        st.just("redirects.toml"),
        st.sampled_from(
            [
                "",
                '"/was/" = "world/a"\n"/bn/was/" = "sport/b"\n"/who/" = "@/pages/about"',
                '"/was/" = "/world/2023/07/a/"\n"/gone/" = 410\n"/far/" = "https://x.example/"',
            ]
        ),
    ),
    st.builds(
        put,
        st.sampled_from(["content/world/_index.en.md", "content/world/_index.bn.md", "content/sport/_index.md"]),
        st.sampled_from(
            [
                "---\nsummary: S\n---\n[x](@/world/a.md)\n",
                "---\ntitle: T\nimage: {src: '@/images/p.svg', alt: P}\n---\nB.\n",
            ]
        ),
    ),
    st.builds(gone, st.just("content/world/_index.en.md")),
    st.builds(put, st.just("content/series.toml"), st.sampled_from(["", '[s]\nname = { en = "Es", bn = "এস" }\n'])),
    st.builds(put, st.just("content/tags.toml"), st.sampled_from(["", X, X.replace("Ex", "Y"), X.replace("এক্স", "ঢ")])),
)
themes = st.one_of(
    st.builds(
        put,
        st.sampled_from(["templates/article.html", "templates/front.html"]),
        st.sampled_from(
            ['{% extends "talkative/article.html" %}', "{% include 'extra.html' ignore missing %}", "bare"]
        ),
    ),
    st.builds(put, st.just("templates/extra.html"), st.sampled_from(["1", "2 {{ _('Home') }}"])),
    st.builds(
        put,
        st.just("templates/blocks/box.html"),
        st.sampled_from(
            [
                "{{ block.content }}",
                "{{ block.attributes.title }}{% include 'extra.html' ignore missing %}",
                "{{ chrome.options.motto }}",
            ]
        ),
    ),
    st.builds(
        put,
        st.just("templates/blocks/box.feed.html"),
        st.sampled_from(["{{ block.content }}", "{{ block.attributes.title }} {{ chrome.name }} {{ _('Home') }}"]),
    ),
    st.builds(gone, st.just("templates/blocks/box.feed.html")),
    st.builds(put, st.just("static/world/feed.xml"), st.sampled_from(["1", "2"])),
    st.builds(gone, st.just("static/world/feed.xml")),
    st.builds(put, st.just("static/world/2023/07/a/index.ninjs.json"), st.just("{}")),
    st.builds(gone, st.just("static/world/2023/07/a/index.ninjs.json")),
    st.just(set_in("themes/talkative/theme.toml", "blocks.box.attributes.title", "blocks.box.attributes.name")),
    st.just(set_in("themes/talkative/theme.toml", 'card_extra = ["place"]', 'card_extra = ["open", "place"]')),
    st.just(set_in("themes/talkative/theme.toml", 'open = "flag"', 'open = "text"')),
    st.builds(
        put,
        st.just("themes/talkative/locale/bn.po"),
        st.sampled_from(['msgid "Home"\nmsgstr "নীড়"\n', 'msgid "Home"\nmsgstr "প্রথম পাতা"\n', "# nothing\n"]),
    ),
    st.builds(
        put,
        st.sampled_from(["slots/foot.html", "slots/foot.bn.html", "slots/story.html"]),
        st.sampled_from(
            ["1", "{{ page.frame.title }} {{ chrome.name }}", "{{ page.frame.titel }}", "<style>a {}</style>"]
        ),
    ),
    st.builds(
        put,
        st.sampled_from(["data/poll.csv", "data/poll.bn.csv", "data/poll.json", "data/unread.csv"]),
        st.sampled_from(["seat,votes\nA,1\n", "seat,votes\nA,2\n", "[]\n", "a,b\n1\n"]),
    ),
    st.builds(gone, st.sampled_from(["data/poll.csv", "data/poll.bn.csv", "data/poll.json", "data/unread.csv"])),
    st.builds(gone, st.sampled_from(["slots/foot.html", "slots/foot.bn.html", "slots/story.html"])),
    st.builds(put, st.just("themes/talkative/static/t.txt"), st.sampled_from(["1", "2"])),
    st.builds(put, st.just("themes/talkative/assets/plain.css"), st.sampled_from(["a {}", "b {}"])),
    st.just(IN_CHILD),
    st.one_of(
        st.builds(put, st.just("themes/child/theme.toml"), st.sampled_from(CHILDREN)),
        st.builds(
            put,
            st.just("themes/child/templates/article.html"),
            st.sampled_from(
                [
                    '{% extends "talkative/article.html" %}{% block main %}{{ super() }}child{% endblock %}',
                    "{{ page.text | prose }}",
                ]
            ),
        ),
        st.builds(put, st.just("themes/child/assets/child.css"), st.sampled_from(["a {}", "b {}", *NAMING])),
        st.builds(
            put,
            st.sampled_from(["assets/m.svg", "themes/talkative/assets/m.svg"]),
            st.sampled_from(["<svg/>", "<svg></svg>"]),
        ),
        st.builds(
            put, st.just("assets/i.css"), st.sampled_from(["i {}", "i { mask: url(m.svg) }", '@import "child.css";'])
        ),
        st.builds(gone, st.sampled_from(["assets/m.svg", "assets/i.css"])),
        st.builds(
            gone,
            st.sampled_from(
                ["themes/child/templates/article.html", "themes/child/assets/child.css", "themes/child/theme.toml"]
            ),
        ),
    ),
    st.sampled_from(
        [
            *map(in_theme, OTHER_LISTS),
            set_in_site("Asia/Dhaka", "Europe/Berlin"),
            set_in_site("[site]", "[site]\nextra = { b = 1, a = 2 }"),
            set_in_site("[site]", "[site]\nextra = { a = 2, b = 1 }"),
            set_in_site("[languages.bn]", "[languages.bn]\nextra.k = 1"),
            *(set_in_site("[languages.bn]", f"[languages.bn]\n{it}") for it in OF_A_LANGUAGE),
            set_in_site('id = "sport"', 'id = "sport"\nextra.k = 1'),
            set_in_site("[languages.en]", '[fields.article]\nfree = "texts"\n\n[languages.en]'),
            set_in_site('title = { en = "World"', 'title = { en = "Globe"'),
            set_in_site('name = "The Test"', 'name = "The Trial"'),
            set_in_site("https://test.example", "https://test.example/paper"),
            set_in_site("[languages.en]", '[robots]\nai = "deny"\ndeny = ["MyBot"]\n\n[languages.en]'),
            set_in_site(
                "[languages.en]", '[security]\ncontact = "a@b.example"\nexpires = 2023-08-28\n\n[languages.en]'
            ),
            set_in_site("[languages.en]", "[env.production.build]\ndrafts = true\n\n[languages.en]"),
            put("static/news-sitemap.xml", "<mine/>"),
            gone("static/news-sitemap.xml"),
            set_in_site("[languages.en]", '[theme]\nmotto = "loud"\n\n[languages.en]'),
            set_in_site(
                "[languages.en]", '[[defaults]]\npath = "world/*"\nkicker = "D"\nagency = "A"\n\n[languages.en]'
            ),
            set_in_site("[languages.en]", '[env.production.languages.bn]\nsite_name = "মহড়া"\n\n[languages.en]'),
            set_in_site(
                "[languages.en]", '[strings.bn]\n"Table" = "ছক"\n\n[strings.en]\n"Table" = "Grid"\n\n[languages.en]'
            ),
            set_in_site("[languages.en]", '[check.severity]\nW303 = "off"\n\n[languages.en]'),
            set_in_site("[languages.en]", "[markdown]\nbreaks = true\ntypography = false\n\n[languages.en]"),
            set_in_site("[languages.en]", "[feeds]\nitems = 2\n\n[languages.en]"),
            set_in_site("[languages.en]", '[feeds]\nfull_text = false\nhub = "https://hub.example/"\n\n[languages.en]'),
            set_in_site("[languages.en]", '[feeds.also_at]\n"/rss.xml" = "/world/feed.xml"\n\n[languages.en]'),
            ITEMS,
            set_in_site("ninjs = true", "ninjs = true\nfull_text = false"),
            set_in_site("[languages.en]", '[feeds.also_at]\n"/wrong.xml" = "/corrections/feed.xml"\n\n[languages.en]'),
            set_in_site('title = { en = "World"', 'feed = false\ntitle = { en = "World"'),
            set_in_site("[languages.en]", "[embeds]\nproviders = []\n\n[languages.en]"),
            set_in_site("[languages.en]", '[front_matter]\nrename = { strap = "kicker" }\n\n[languages.en]'),
            *(set_in_site("[site]", f"build.{word} = true\n[site]") for word in ("drafts", "scheduled", "expired")),
            HOLD,
            *(
                set_in_site("[languages.en]", f'[deploy]\nhost = "{host}"\n\n[languages.en]')
                for host in ("netlify", "gitlab", "nginx")
            ),
            *(
                set_in_site("[languages.en]", f"[deploy]\ncompress = {kinds}\n\n[languages.en]")
                for kinds in ("true", '["gzip"]')
            ),
            put("static/sitemap.xml.gz", "mine"),
            gone("static/sitemap.xml.gz"),
            set_in_site("[languages.en]", '[[menus.main]]\nref = "sport"\n\n[languages.en]'),
            set_in_site(
                "[languages.bn]",
                '[[menus.main]]\nref = "world"\ntitle = "W"\nchildren = [{ ref = "@/pages/about" }]\n\n[languages.bn]',
            ),
            set_in_site("[languages.en]", '[permalinks]\ndefault = "/:lang/:day/:stem.html"\n\n[languages.en]'),
            set_in_site("[languages.en]", '[permalinks]\nworld = "/:lang/:slug/"\n\n[languages.en]'),
            *map(of_section, OF_SECTIONS),
            set_in_site('timezone = "', 'live_days = 3\nlive_stories = 2\ntimezone = "'),
            set_in_site('site_name = "পরীক্ষা"', 'path = "bangla"\nsite_name = "পরীক্ষা"'),
        ]
    ),
)
edits = st.one_of(
    stories,
    stories,
    st.builds(
        undated,
        stem=stems,
        language=languages,
        title=st.sampled_from(["", "T"]),
        tags=st.sampled_from(["", "[x]"]),
        series=st.sampled_from(["", "s"]),
        also_in=st.sampled_from(["", "[world]"]),
    ),
    st.builds(removed, stem=stems, language=languages),
    st.builds(
        spelled,
        folder=st.sampled_from(["é", "e\u0301"]),
        name=st.sampled_from(["ñ", "n\u0303", "ক\u09cb", "ক\u09c7\u09be", "n\u0303\u200d"]),
        tag=st.sampled_from(["ö", "o\u0308"]),
        there=st.booleans(),
    ),
    st.builds(renamed, old=stems, new=stems, language=languages),
    st.builds(translated, stem=stems),
    st.builds(begun, stem=stems, section=st.sampled_from(SECTIONS)),
    st.builds(
        moved,
        st.sampled_from(["world/a", "sport/b", "pages/about"]),
        st.sampled_from(["opinion/a", "world/e", "pages/us"]),
    ),
    texts,
    themes,
)
times = st.sampled_from([NOW, NOW, NOW + 20_000, NOW + 86_400, NOW - 5 * 86_400])

FIRST = {
    "static/uploads/q.svg": SVG.format(1),
    "content/images/p.svg": SVG.format(1),
    "content/images/t.csv": "a,b\n1,2",
    "themes/child/theme.toml": CHILDREN[1],
    "themes/child/assets/child.css": "a {}",
    "static/uploads/n.txt": "1",
    **{f"content/{section}/notes.txt": "1" for section in SECTIONS},
    "content/authors/ann.en.md": "---\nname: Ann\n---\nA.",
    "content/pages/about.en.md": "---\ntitle: About\n---\nA.",
    "content/tags.toml": "",
    "content/series.toml": "",
    **dict(
        (
            story("a", "2023-07-10", "world", tags="[x]", image='{src: "@/images/photo.jpg", alt: F}'),
            story("b", "2023-07-11", "sport", tags="[x]"),
            story("b", "2023-07-11", "sport", "bn", tags="[x]"),
            story("c", "2023-07-12", "opinion", tags="[x, y]"),
        )
    ),
}
BASE = "".join(f"-- {path} --\n{text}\n" for path, text in FIRST.items())
