"""Mistakes of editors, one a case: what is written, and what must be said of it and where."""

from tests.sites.faults import Case

OK = """
-- content/world/ok.en.md --
---
title: All is well
date: 2023-07-26
---
## Wind and rain
The wind rose.
"""

GOOD = "title: Storm\ndate: 2023-07-27\n"
"""Two lines of front matter, so that a third stands on line 4 of its file and the body begins on line 5 or 6."""

STORM = "content/world/storm.en.md"


def storm(front_matter: str, body: str = "The wind rose.") -> str:
    """Return a site of a good story and one with this front matter and body."""
    return OK + story(STORM, front_matter, body)


def story(path: str, front_matter: str = GOOD, body: str = "The wind rose.") -> str:
    """Return a file of content."""
    return f"-- {path} --\n---\n{front_matter.rstrip()}\n---\n{body}\n"


FRONT_MATTER = (
    Case(
        "a version translated from none",
        storm(f"{GOOD}translated_from: world/storm"),
        f"{STORM}:4:18",
        "“world/storm” names no version",
        "patrika translate STORY LANGUAGE --update",
    ),
    Case(
        "a version translated from a language that is none",
        storm(f"{GOOD}translated_from: eng@3f2a9c1b"),
        f"{STORM}:4:18",
        "unknown language “eng”",
        "did you mean “en”",
    ),
    Case(
        "a version translated from its own language",
        storm(f"{GOOD}translated_from: en@3f2a9c1b"),
        f"{STORM}:4:18",
        "“en” is the language of this file itself",
        "translated from",
    ),
    Case(
        "a colon within an unquoted title",
        storm("title: Storm: it nears\ndate: 2023-07-27"),
        f"{STORM}:2:13",
        "title: Storm: it nears",
        "between quotation marks",
    ),
    Case(
        "a tab before a key", storm("title: Storm\n\tdate: 2023-07-27"), f"{STORM}:3:1", "date: 2023-07-27", "quotation"
    ),
    Case(
        "a quotation mark that is not closed", storm('date: 2023-07-27\ntitle: "Storm'), f"{STORM}:4:1", "", "quotation"
    ),
    Case(
        "a bracket that is not closed", storm(GOOD + "tags: [a, b"), f"{STORM}:5:1", "expected ',' or ']'", "quotation"
    ),
    Case("a reference to nothing", storm(GOOD + "summary: *wind"), f"{STORM}:4:10", "summary: *wind", "quotation"),
    Case("a key given twice", storm(GOOD + "title: Again"), f"{STORM}:4:1", "“title” is given twice", "keep one"),
    Case(
        "a key given twice within a picture",
        storm(GOOD + "image:\n  src: a.jpg\n  src: b.jpg"),
        f"{STORM}:6:3",
        "“src” is given twice",
        "keep one",
    ),
    Case(
        "a list in place of keys", storm("- a\n- b"), f"{STORM}:2:1", "not a list of “key: value” lines", "title: and"
    ),
    Case("a sentence in place of keys", storm("Storm nears"), f"{STORM}:2:1", "“key: value”", "title: and date:"),
    Case("a key that is a number", storm(GOOD + "1: one"), f"{STORM}:2:1", "“key: value”", "title: and date:"),
    Case(
        "no front matter", f"{OK}-- {STORM} --\nThe wind rose.\n", f"{STORM}:1:1", "no front matter", "begin the file"
    ),
    Case(
        "front matter that is not closed",
        f"{OK}-- {STORM} --\n---\n{GOOD}\nThe wind rose.\n",
        f"{STORM}:1:1",
        "not closed",
        "a line of its own: ---",
    ),
    Case("no title", storm("date: 2023-07-27"), f"{STORM}:1:1", "no title", "add a line  title: …"),
    Case("an empty title", storm("title:\ndate: 2023-07-27"), f"{STORM}:1:1", "no title", "add a line  title: …"),
    Case("no date", storm("title: Storm"), f"{STORM}:1:1", "no date", "add a line  date: …"),
    Case(
        "a misspelt key",
        storm(GOOD + "sumary: Wind"),
        f"{STORM}:4:1",
        "unknown key “sumary”",
        "did you mean “summary”?",
    ),
    Case("a key of nobody's", storm(GOOD + "zzqq: Wind"), f"{STORM}:4:1", "unknown key “zzqq”", "extra:"),
    Case("a list where a text is wanted", storm(GOOD + "kicker: [a]"), f"{STORM}:4:1", "kicker: a list", "quotation"),
    Case(
        "a fraction where a text is wanted",
        storm(GOOD + "kicker: 1.5"),
        f"{STORM}:4:9",
        "kicker: a number",
        "quotation",
    ),
    Case("a flag where a text is wanted", storm(GOOD + "kicker: true"), f"{STORM}:4:9", "kicker: true", "quotation"),
    Case("a word where a flag is wanted", storm(GOOD + "draft: maybe"), f"{STORM}:4:8", "“maybe”", "true or false"),
    Case("a table among tags", storm(GOOD + "tags: {a: b}"), f"{STORM}:4:1", "tags: a table", "quotation"),
    Case("a tag of signs alone", storm(GOOD + "tags: [wind, '!!']"), f"{STORM}:4:14", "the tag “!!”", "write a word"),
    Case("an unknown priority", storm(GOOD + "priority: hihg"), f"{STORM}:4:11", "“hihg”", "did you mean “high”?"),
    Case("a slug of two parts", storm(GOOD + "slug: a/b"), f"{STORM}:4:7", "“a/b” cannot be part", "letters, digits"),
    Case("a slug that Windows cannot write", storm(GOOD + "slug: con"), f"{STORM}:4:7", "“con” cannot be", "letters"),
    Case("an unknown part of a picture", storm(GOOD + "image: {source: a.jpg}"), f"{STORM}:4:1", "“source”", "“src”"),
    Case("a picture without a file", storm(GOOD + "image: {alt: Wind}"), f"{STORM}:4:1", "no src", "src: photo.jpg"),
)

DATES = (
    Case(
        "a day that no month has",
        storm("title: S\ndate: 2023-02-30"),
        f"{STORM}:3:7",
        "“2023-02-30”",
        "2023-07-27 03:16",
    ),
    Case(
        "an hour that no day has",
        storm("title: S\ndate: 2023-07-27 25:00"),
        f"{STORM}:3:7",
        "25:00",
        "2023-07-27 03:16",
    ),
    Case(
        "a date in words", storm("title: S\ndate: yesterday"), f"{STORM}:3:7", "“yesterday” is not a date", "2023-07-27"
    ),
    Case(
        "a date without hyphens", storm("title: S\ndate: 20230727"), f"{STORM}:3:7", "“20230727” is not", "2023-07-27"
    ),
    Case("the year nought", storm("title: S\ndate: 0000-01-01"), f"{STORM}:3:7", "“0000-01-01”", "2023-07-27"),
    Case(
        "a day before all zones' time",
        storm("title: S\ndate: 0001-01-01"),
        f"{STORM}:3:7",
        "“0001-01-01”",
        "2023-07-27",
    ),
    Case(
        "an hour after all zones' time",
        storm("title: S\ndate: 9999-12-31 23:59 -23:00"),
        f"{STORM}:3:7",
        "“9999-12-31 23:59 -23:00”",
        "2023-07-27",
    ),
    Case(
        "an offset of no place",
        storm("title: S\ndate: 2023-07-27 01:00 +99:00"),
        f"{STORM}:3:7",
        "+99:00",
        "2023-07-27",
    ),
    Case("an impossible second date", storm(GOOD + "updated: 2023-13-01"), f"{STORM}:4:10", "updated: ", "2023-07-27"),
    Case(
        "an impossible date in a file's name",
        OK + story("content/world/2023-02-30-storm.en.md", "title: Storm"),
        "content/world/2023-02-30-storm.en.md",
        "2023-02-30",
        "2023-07-27",
    ),
)

NAMES = (
    Case(
        "an unknown section",
        storm(GOOD + "section: wrold"),
        f"{STORM}:4:10",
        "section “wrold”",
        "did you mean “world”?",
    ),
    Case("a section like no other", storm(GOOD + "section: xyz"), f"{STORM}:4:10", "“xyz”", "world, sport, opinion"),
    Case(
        "a folder that is no section",
        OK + story("content/wrold/storm.en.md"),
        "content/wrold/storm.en.md",
        "the folder “wrold” is no section",
        "did you mean “world”?",
    ),
    Case(
        "a story in no folder",
        OK + story("content/storm.en.md"),
        "content/storm.en.md",
        "no section",
        "move it into a section's folder",
    ),
    Case("an unknown language", storm(GOOD + "lang: bm"), f"{STORM}:4:7", "unknown language “bm”", "en, bn"),
    Case(
        "an ending that looks like a language",
        OK + story("content/world/storm.bm.md"),
        "content/world/storm.bm.md",
        "“bm” looks like a language",
        "add [languages.bm] to site.toml, or rename the file",
    ),
    Case(
        "a file's name that cannot be an address",
        OK + story("content/world/a?b.en.md"),
        "content/world/a?b.en.md",
        "“a?b” cannot be part of an address",
        "rename the file",
    ),
    Case(
        "an author without a file",
        storm(GOOD + "authors: [Some One, nobody]"),
        f"{STORM}:4:21",
        "no author “nobody”",
        "add content/authors/nobody.md",
    ),
    Case(
        "an author misspelt under the other key",
        storm(GOOD + "author: an-lee") + "-- content/authors/ann-lee.en.md --\n---\nname: Ann Lee\n---\n",
        f"{STORM}:4:9",
        "no author “an-lee”",
        "did you mean “ann-lee”?",
    ),
    Case(
        "a pick of no story",
        storm(GOOD + "related: [world/ok, world/okk]"),
        f"{STORM}:4:21",
        "no story “world/okk”",
        "did you mean “world/ok”?",
    ),
)

DOUBLES = (
    Case(
        "two files for one story and language",
        OK
        + story("content/world/a.en.md", GOOD + "story: world/x")
        + story("content/world/b.en.md", GOOD + "story: world/x"),
        "content/world/b.en.md",
        "the story “world/x” in the language “en” is also in content/world/a.en.md",
        "remove one of the two",
    ),
    Case(
        "the default language with and without its ending",
        OK + story("content/world/a.en.md") + story("content/world/a.md"),
        "content/world/a.md",
        "is also in content/world/a.en.md",
        "remove one of the two",
    ),
    Case(
        "a story beside a folder of the same name",
        OK + story("content/world/a.en.md") + story("content/world/a/index.en.md"),
        "content/world/a/index.en.md",
        "is also in content/world/a.en.md",
        "remove one of the two",
    ),
    Case(
        "two files for one page and language",
        OK + story("content/pages/about.en.md", "title: A") + story("content/pages/about.md", "title: B"),
        "content/pages/about.md",
        "content/pages/about.en.md",
        "remove one of the two",
    ),
    Case(
        "two files for one author and language",
        OK + story("content/authors/ann.en.md", "name: Ann") + story("content/authors/ann.md", "name: Anne"),
        "content/authors/ann.md",
        "content/authors/ann.en.md",
        "remove one of the two",
    ),
    Case(
        "two stories at one address",
        OK + story("content/world/a.en.md", GOOD + "slug: storm") + story(STORM),
        STORM,
        "/world/2023/07/storm/index.html is also that of content/world/a.en.md",
        "another slug:",
    ),
    Case(
        "addresses that differ by case alone",
        OK + story("content/world/Storm.en.md") + story(STORM),
        STORM,
        "is also that of content/world/Storm.en.md",
        "another slug:",
    ),
    Case(
        "addresses that differ by normalisation alone",
        OK
        + story("content/world/a.en.md", GOOD + "slug: caf\u00e9")
        + story("content/world/b.en.md", GOOD + "slug: cafe\u0301"),
        "content/world/b.en.md",
        "/world/2023/07/caf\u00e9/index.html is also that of content/world/a.en.md",
        "another slug:",
    ),
    Case(
        "file names that differ by normalisation alone",
        OK + story("content/world/caf\u00e9.en.md") + story("content/world/cafe\u0301.en.md"),
        "content/world/caf\u00e9.en.md",
        "two files have this name",
        "rename one of them",
    ),
    Case(
        "a page at a section's address",
        OK + story("content/pages/world.en.md", "title: World"),
        "content/pages/world.en.md",
        "is also that of the section page /world/",
        "another slug:",
    ),
    Case(
        "a page at a language's address",
        OK + story("content/pages/x.en.md", "title: X\nslug: bn") + story("content/world/ok.bn.md"),
        "content/pages/x.en.md",
        "is also that of the front page /bn/",
        "another slug:",
    ),
    Case(
        "a page whose folder has the name of a file",
        OK + story("content/pages/x.en.md", "title: X\nslug: 404.html"),
        "content/pages/x.en.md",
        "/404.html would be a file and also the folder",
        "rename one",
    ),
)

LINKS = (
    Case(
        "a link to no story",
        storm(GOOD, "Wind.\n\nSee [it](@/world/okk.md)."),
        f"{STORM}:7:10",
        "“@/world/okk.md” leads to nothing",
        "did you mean “@/world/ok.md”?",
    ),
    Case("a link to no file beside", storm(GOOD, "See [it](okk.md)."), f"{STORM}:5:10", "“okk.md”", "“@/world/ok.md”"),
    Case(
        "a link to no page of the site",
        storm(GOOD, "See [it](/world/2023/07/okk/)."),
        f"{STORM}:5:10",
        "“/world/2023/07/okk/”",
        "did you mean “/world/2023/07/ok/”?",
    ),
    Case(
        "a link to no page by the site's whole address",
        storm(GOOD, "See [it](https://test.example/world/2023/07/okk/)."),
        f"{STORM}:5:10",
        "“https://test.example/world/2023/07/okk/”",
        "/world/2023/07/ok/",
    ),
    Case(
        "the second of two links on a line",
        storm(GOOD, "See [it](ok.md) and\n[it](ok.md), [that](okk.md)."),
        f"{STORM}:6:21",
        "“okk.md” leads to nothing",
        "“@/world/ok.md”",
    ),
    Case(
        "an attachment that is not there", storm(GOOD, "The [table](a.pdf)."), f"{STORM}:5:13", "“a.pdf”", "beside this"
    ),
    Case(
        "an attachment with another name",
        storm(GOOD, "The [table](a.pdf).") + "-- content/world/ab.pdf --\n%PDF\n",
        f"{STORM}:5:13",
        "“a.pdf” leads to nothing",
        "did you mean “@/world/ab.pdf”?",
    ),
    Case("a picture that is not there", storm(GOOD, "Wind ![x](a.jpg)."), f"{STORM}:5:11", "picture “a.jpg”", "beside"),
    Case(
        "a picture in front matter that is not there",
        storm(GOOD + "image: a.jpg"),
        f"{STORM}:4:8",
        "the picture “a.jpg” leads to nothing",
        "write a path beside this file",
    ),
    Case(
        "a picture of static/ that is not there",
        storm(GOOD + "image: /uploads/a.jpg") + "-- static/uploads/ab.jpg --\n",
        f"{STORM}:4:8",
        "the picture “/uploads/a.jpg” leads to nothing",
        "did you mean “/uploads/ab.jpg”?",
    ),
    Case(
        "a picture that is none",
        storm(GOOD, "Wind ![x](a.jpg).") + "-- content/world/a.jpg --\nwords\n",
        f"{STORM}:5:11",
        "“a.jpg” cannot be read as a picture",
        "jpg, jpeg, png",
    ),
    Case(
        "a link out of content/",
        storm(GOOD, "[x](../../site.toml)"),
        f"{STORM}:5:5",
        "leaves content/",
        "move the file",
    ),
    Case("a link out of content/ from its root", storm(GOOD, "[x](@/../site.toml)"), f"{STORM}:5:5", "leaves", "move"),
    Case("a picture out of content/", storm(GOOD, "![x](../../../x.jpg)"), f"{STORM}:5:6", "leaves content/", "move"),
    Case(
        "front matter's picture out of content/", storm(GOOD + "image: ../../x.jpg"), f"{STORM}:4:8", "leaves", "move"
    ),
    Case(
        "a block of HTML",
        storm(GOOD, "Wind.\n\n<div>rain</div>"),
        f"{STORM}:7:1",
        "raw HTML is off: “<div>rain</div>”",
        "write it in Markdown",
    ),
    Case("HTML within a line", storm(GOOD, "The wind<br> rose."), f"{STORM}:5:9", "“<br>”", "a backslash before <"),
)
