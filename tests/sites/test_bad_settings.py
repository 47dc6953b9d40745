"""Mistakes in site.toml and tags.toml: each is told with its place and what to do, and nothing is published."""

from collections.abc import Callable

import pytest

from tests.sites.content_cases import OK
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import Newspaper
from tests.sites.plain import PLAIN_SITE, plain

Make = Callable[..., Newspaper]


def changed(old: str, new: str) -> str:
    """Return the usual site.toml with its first `old` replaced."""
    assert old in PLAIN_SITE
    return PLAIN_SITE.replace(old, new, 1)


def added(text: str) -> str:
    """Return the usual site.toml with more lines, from line 26 on."""
    return PLAIN_SITE + text


NAME, URL, ZONE = 'name = "The Test"', 'url = "https://test.example"', 'timezone = "Asia/Dhaka"'
ENGLISH, BANGLA, SPORT = 'name = "English"', 'site_name = "পরীক্ষা"', 'id = "sport"'

SYNTAX = (
    Case(
        "a name without quotation marks",
        changed(NAME, "name = The Test"),
        "site.toml:2:8",
        "name = The Test",
        "quotation",
    ),
    Case("a quotation mark that is not closed", changed(URL, URL[:-1]), "site.toml:4:28", URL[:-1], "quotation marks"),
    Case("a key given twice", changed(NAME, f'{NAME}\nname = "x"'), "site.toml:3:11", 'name = "x"', "each key once"),
    Case(
        "a number that is too long",
        changed(NAME, f"{NAME}\nlive_days = {9**30}"),
        "site.toml:1:1",
        "too many digits",
        "",
    ),
    Case(
        "a theme without a name",
        changed('theme = "plain"', 'theme = ""'),
        "site.toml:3:9",
        "theme is empty",
        "theme = ",
    ),
    Case("a table given twice", added('[site]\nname = "x"\n'), "site.toml:26:6", "[site]", "each key once"),
    Case(
        "a bracket that is not closed",
        changed("[languages.bn]", "[languages.bn"),
        "site.toml:10:14",
        "[languages.bn",
        "",
    ),
)

UNKNOWN = (
    Case("a misspelt key of the site", changed("timezone", "timezon"), "site.toml:5:1", "key “timezon”", "“timezone”"),
    Case(
        "a misspelt key of a language", changed("site_name", "sitename"), "site.toml:12:1", "“sitename”", "“site_name”"
    ),
    Case("a misspelt key of a section", changed(SPORT, f'{SPORT}\nkid = "x"'), "site.toml:20:1", "“kid”", "“kind”"),
    Case("a key of nobody's", changed(NAME, f"{NAME}\nzzqq = 1"), "site.toml:3:1", "“zzqq”", "known here: name, url"),
    Case("a misspelt table", added("[asets]\nfingerprint = true\n"), "site.toml:26:1", "key “asets”", "“assets”"),
    Case(
        "a misspelt table of tables",
        added('[lnguages.fr]\nname = "F"\n'),
        "site.toml:26:1",
        "“lnguages”",
        "“languages”",
    ),
    Case(
        "a misspelt key of assets",
        added("[assets]\nfingerprnt = true\n"),
        "site.toml:27:1",
        "“fingerprnt”",
        "“fingerprint”",
    ),
    Case(
        "an option that the theme has not", added('[theme]\nmoto = "x"\n'), "site.toml:27:1", "option “moto”", "“motto”"
    ),
    Case("a misspelt time zone", changed("Dhaka", "Dakha"), "site.toml:5:12", "time zone “Asia/Dakha”", "“Asia/Dhaka”"),
    Case(
        "no time zone at all",
        changed("Asia/Dhaka", "Here"),
        "site.toml:5:12",
        "time zone “Here”",
        "an IANA name such as",
    ),
    Case("a path for a time zone", changed("Asia/Dhaka", "../x"), "site.toml:5:12", "time zone “../x”", "an IANA name"),
    Case(
        "an unknown default language",
        changed(NAME, f'{NAME}\ndefault_language = "eng"'),
        "site.toml:3:20",
        "unknown language “eng”",
        "did you mean “en”?",
    ),
    Case(
        "an unknown theme", changed('"plain"', '"plane"'), "site.toml:3:9", "no theme “plane”", "did you mean “plain”?"
    ),
    Case(
        "an unknown locale",
        changed(ENGLISH, f'{ENGLISH}\nlocale = "xx_YY"'),
        "site.toml:9:10",
        "“xx_YY”",
        "such as bn_BD",
    ),
    Case(
        "unknown numerals",
        changed(ENGLISH, f'{ENGLISH}\nnumerals = "bengali"'),
        "site.toml:9:12",
        "“bengali”",
        "“beng”",
    ),
    Case(
        "an unknown direction", changed(ENGLISH, f'{ENGLISH}\ndirection = "left"'), "site.toml:9:13", "“left”", "choose"
    ),
    Case("a tag that is none", changed(ENGLISH, f'{ENGLISH}\ntag = "en_GB!"'), "site.toml:9:7", "“en_GB!”", "bn-BD"),
    Case(
        "a title in no language", changed('en = "Sport"', 'eng = "Sport"'), "site.toml:20:1", "language “eng”", "“en”"
    ),
)

MISSING = (
    Case("no name", changed(f"{NAME}\n", ""), "site.toml:1:1", "[site] has no “name”", "add a line  name = …"),
    Case("no address", changed(f"{URL}\n", ""), "site.toml:1:1", "[site] has no “url”", "add a line  url = …"),
    Case("a language without a name", changed(f"{ENGLISH}\n", ""), "site.toml:7:1", "[languages.en]", "name = …"),
    Case("a section without an id", changed(f"{SPORT}\n", ""), "site.toml:18:1", "[sections] has no “id”", "id = …"),
    Case(
        "no language",
        f"[site]\n{NAME}\n{URL}\ntheme = 'plain'\n[[sections]]\nid = 'world'\n",
        "site.toml",
        "names no language",
        "[languages.en]",
    ),
    Case(
        "no section",
        f"[site]\n{NAME}\n{URL}\ntheme = 'plain'\n[languages.en]\n{ENGLISH}\n",
        "site.toml",
        "names no section",
        "[[sections]]",
    ),
)

UNFIT = (
    Case("a number for a name", changed(NAME, "name = 5"), "site.toml:2:8", "is not a text", ""),
    Case("a word for a number", changed(NAME, f'{NAME}\nlive_days = "seven"'), "site.toml:3:13", "seven", ""),
    Case("a flag for a number", changed(NAME, f"{NAME}\nlive_days = true"), "site.toml:3:13", "live_days", ""),
    Case("no days at all", changed(NAME, f"{NAME}\nlive_days = 0"), "site.toml:3:13", "0 is less than 1", "“forever”"),
    Case("a word for a flag", added('[assets]\nfingerprint = "no"\n'), "site.toml:27:15", "no", ""),
    Case("a word for an option's flag", added('[theme]\nloud = "yes"\n'), "site.toml:27:8", "yes", ""),
    Case("a number for a title", changed('en = "Sport"', "en = 5"), "site.toml:20:1", "en: ", ""),
    Case(
        "an address without its scheme", changed("https://test", "test"), "site.toml:4:7", "“test.example”", "https://"
    ),
    Case(
        "an address with a question", changed(".example", ".example/?a"), "site.toml:4:7", "/?a”", "https://example.org"
    ),
    Case(
        "a path that is taken",
        changed(BANGLA, 'path = "media"'),
        "site.toml:12:8",
        "“media” is taken",
        "choose another",
    ),
    Case(
        "a path of two parts", changed(BANGLA, 'path = "a/b"'), "site.toml:12:8", "“a/b” cannot be", "letters, digits"
    ),
    Case(
        "a section's id with signs", changed(SPORT, 'id = "Sport!"'), "site.toml:19:6", "“Sport!”", "lower-case Latin"
    ),
    Case(
        "a section's id that is taken",
        changed(SPORT, 'id = "tags"'),
        "site.toml:19:6",
        "“tags” is taken",
        "another than",
    ),
    Case(
        "a section's id that is a language", changed(SPORT, 'id = "bn"'), "site.toml:19:6", "“bn” is taken", "another"
    ),
    Case(
        "a section given twice",
        changed(SPORT, 'id = "world"'),
        "site.toml:19:6",
        "“world” is given twice",
        "remove one",
    ),
    Case(
        "what comes later",
        added('[related]\nlimit = "x"\n'),
        "site.toml:26:1",
        "[related] comes with a later",
        "remove it",
    ),
    Case("more items than feeds carry", added("[feeds]\nitems = 51\n"), "site.toml:27:9", "51 is not", "items = 50"),
    Case("a hub that is no address", added('[feeds]\nhub = "h"\n'), "site.toml:27:7", "“h” is not a web", "https://"),
    Case("an unknown key of feeds", added("[feeds]\nitem = 5\n"), "site.toml:27:1", "unknown key “item”", "“items”"),
    *(
        Case(name, added(f"[feeds.also_at]\n{text}\n"), f"site.toml:27:{column}", said, hint)
        for name, text, column, said, hint in (
            ("an old feed elsewhere", '"https://a/" = "/feed.xml"', 1, "no address of this site", "without the host"),
            ("an old feed with a query", '"/?feed=rss" = "/feed.xml"', 1, "holds the sign '?'", "before “?”"),
            ("what is no feed", '"/rss.xml" = "/feeds.xml"', 14, "no feed “/feeds.xml”", "“/feed.xml”"),
            ("an old feed in place of a page", '"/world/" = "/feed.xml"', 13, "the section page", "old address"),
            ("an old feed in place of a feed", '"/atom.xml" = "/feed.xml"', 15, "the feed /atom.xml", "old address"),
        )
    ),
    Case(
        "a host for a language", changed(BANGLA, 'url = "https://b.example"'), "site.toml:12:7", "a host of", "a path"
    ),
)


@each((*SYNTAX, *UNKNOWN, *MISSING, *UNFIT))
def test_a_mistake_in_site_toml_is_told_at_its_place(case: Case, newspaper: Make) -> None:
    paper = newspaper(plain(OK, case.text) + "-- output/index.html --\nyesterday's\n")
    assert_said(case, paper.faults())
    assert paper.pages() == {"index.html": "yesterday's\n"}


HEAD = f"[site]\n{NAME}\n{URL}\ntheme = 'plain'\n"
WRONG_SHAPES = {
    "sections as one table": (
        HEAD + "[languages.en]\nname = 'E'\n[sections]\nid = 'world'\n",
        "sections",
        "[[sections]]",
    ),
    "sections as words": ("sections = ['world']\n" + HEAD + "[languages.en]\nname = 'E'\n", "sections", "[[sections]]"),
    "languages as words": ("languages = ['en']\n" + HEAD + "[[sections]]\nid = 'world'\n", "languages", "[languages."),
    "a language as a word": (HEAD + "[languages]\nen = 'E'\n[[sections]]\nid = 'world'\n", "“en”", "[languages.en]"),
}


@pytest.mark.parametrize(("site", "says", "hint"), WRONG_SHAPES.values(), ids=WRONG_SHAPES)
def test_tables_of_another_shape_are_told_with_the_right_one(site: str, says: str, hint: str, newspaper: Make) -> None:
    """Whoever writes [sections] for [[sections]] is shown once how it is written; no message speaks Python."""
    told = newspaper(plain(OK, site)).faults()
    assert len(told) == 1, "\n".join(map(str, told))
    assert says in told[0].message
    assert "{'" not in told[0].message
    assert hint in told[0].hint


def test_an_empty_site_toml_is_told_as_such(newspaper: Make) -> None:
    """One line that says so and how to begin, rather than all that an empty file lacks."""
    paper = newspaper(plain(OK))
    paper.put("site.toml", b"")
    assert_said(Case("", "", "site.toml:1:1", "this file is empty", "[site]"), paper.faults())


def test_settings_that_are_not_utf8_are_told_at_the_byte(newspaper: Make) -> None:
    paper = newspaper(plain(OK))
    paper.put("site.toml", PLAIN_SITE.lstrip().encode().replace(b"The Test", b"Caf\xe9"))
    assert_said(Case("", "", "site.toml:2:12", "byte 0xe9", "UTF-8"), paper.faults())


def test_two_languages_at_one_path_are_both_told(newspaper: Make) -> None:
    told = newspaper(plain(OK, changed(BANGLA, 'path = ""'))).faults()
    assert [str(item.place) for item in told] == ["site.toml:7:1", "site.toml:12:8"]
    assert all("share the path" in item.message for item in told)
    assert told[1].hint == 'add  path = "bn"'


def test_all_mistakes_of_the_settings_are_told_in_one_run(newspaper: Make) -> None:
    site = changed("Dhaka", "Dakha").replace(NAME, f"{NAME}\nlive_stores = 3").replace(SPORT, 'id = "Sport"')
    told = [(str(item.place), item.code) for item in newspaper(plain(OK, site)).faults()]
    assert told == [("site.toml:3:1", "E202"), ("site.toml:6:12", "E206"), ("site.toml:20:6", "E203")]


INLINE = {
    "a language within a table": ("[languages.en]\nname =", "[languages]\nen.nme = 'x'\nen.name =", "site.toml:8:1"),
    "titles as a table of their own": (
        'title = { en = "Sport", bn = "খেলা" }',
        '[sections.title]\nen = "Sport"\nfr = "Sport"',
        "site.toml:22:1",
    ),
}


@pytest.mark.parametrize(("old", "new", "place"), INLINE.values(), ids=INLINE)
def test_keys_are_found_however_the_table_is_written(old: str, new: str, place: str, newspaper: Make) -> None:
    told = newspaper(plain(OK, changed(old, new))).faults()
    assert [str(item.place).rpartition(":")[0] for item in told] == [place.rpartition(":")[0]]


TAGS = (
    Case(
        "an id that is no key", "[Korea]\nname = {en = 'Korea'}\n", "content/tags.toml:1:1", "“Korea” cannot", "“korea”"
    ),
    Case("a name in no language", "[korea]\nname = {fr = 'x'}\n", "content/tags.toml:2:8", "language “fr”", "en, bn"),
    Case("a misspelt key of a tag", "[korea]\nnme = {en = 'x'}\n", "content/tags.toml:2:1", "“nme”", "“name”"),
    Case("a tag without brackets", "korea = 'Korea'\n", "content/tags.toml:1:9", "“korea” is not a table", "[korea"),
    Case("a table that is not closed", "[korea\n", "content/tags.toml:1:7", "[korea", "quotation marks"),
)


@each(TAGS)
def test_a_mistake_in_tags_toml_is_told_at_its_place(case: Case, newspaper: Make) -> None:
    assert_said(case, newspaper(plain(f"{OK}-- content/tags.toml --\n{case.text}")).faults())
