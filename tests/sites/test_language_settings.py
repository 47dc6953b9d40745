"""What site.toml may say of a language: its locale, digits, clock, patterns and calendars."""

import re
from collections.abc import Callable

from tests.sites.content_cases import OK
from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.plain import PLAIN_SITE, plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
ENGLISH = 'name = "English"\n'
PERSIAN = SITE.replace("[languages.bn]", '[languages.fa]\nname = "فارسی"\n[languages.bn]', 1)


def unfit(title: str, line: str, column: int, says: str, hint: str) -> Case:
    """Return the case of a line below `[languages.en]` that does not fit."""
    return Case(title, PLAIN_SITE.replace(ENGLISH, f"{ENGLISH}{line}\n", 1), f"site.toml:9:{column}", says, hint)


UNFIT = (
    unfit("a locale that is nearly one", 'locale = "en_BG"', 10, "unknown locale “en_BG”", "did you mean “en_"),
    unfit(
        "numerals like no others",
        'numerals = "xyzzy"',
        12,
        "no numbering system “xyzzy” of ten digits",
        "use one of adlm, ahom, arab, arabext,",
    ),
    unfit("numerals that are a number", "numerals = 5", 12, "numerals: 5 is not a text", "numerals = "),
    unfit("numerals that are no ten digits", 'numerals = "roman"', 12, "“roman” of ten digits", "did you mean"),
    unfit("a clock of ten hours", "clock = 10", 9, "clock: 10 is neither 12 nor 24", "clock = 24"),
    unfit("a clock in words", 'clock = "12"', 9, "clock: “12” is not", "clock = "),
    unfit(
        "an unknown letter", 'date_format = "d MMMM Y"', 15, "“Y” stands for nothing of a day", "y (year), M (month)"
    ),
    unfit("letters of programs", 'date_format = "%d %B"', 15, "“B” stands for nothing of a day", "d MMMM y"),
    unfit("hours in a day", 'long_date_format = "EEEE h:mm"', 20, "“h” stands for nothing", "quotation marks"),
    unfit("words without marks", 'short_date_format = "d de MMMM"', 21, "“e” stands for nothing", "quotation marks"),
    unfit("too many letters", 'month_format = "MMMMMM y"', 16, "“MMMMMM” has more letters than 5", "d MMMM y"),
    unfit("a mark that is not closed", 'date_format = "d \'de MMMM"', 15, "mark ' is not closed", "d MMMM y"),
    unfit("an empty pattern", 'date_format = ""', 15, "it is empty", "d MMMM y"),
    unfit("a pattern that is a number", "date_format = 5", 15, "date_format: 5 is not a text", "date_format = "),
    unfit("an unknown calendar", 'calendar = "hijri"', 12, "not one of gregorian, bangladesh, persian", "choose one"),
    unfit("an unknown one beside", 'calendar_beside = "banglades"', 19, "“banglades”", "did you mean “bangladesh”?"),
)


@each(UNFIT)
def test_what_does_not_fit_a_language_is_told_at_its_place(case: Case, newspaper: Make) -> None:
    assert_said(case, newspaper(plain(OK, case.text)).faults())


def test_a_calendar_without_names_in_the_language_is_told(newspaper: Make) -> None:
    text = PLAIN_SITE.replace('site_name = "পরীক্ষা"', 'calendar_beside = "persian"', 1)
    case = Case("", "", "site.toml:12:19", "“persian” have no names in বাংলা", "use one of gregorian, bangladesh")
    assert_said(case, newspaper(plain(OK, text)).faults())


def test_a_language_that_cldr_does_not_know_needs_a_locale(newspaper: Make) -> None:
    text = PLAIN_SITE.replace("[languages.bn]", "[languages.ctg]", 1).replace("bn = ", "ctg = ")
    case = Case("", "", "site.toml:10:1", "CLDR has no dates and numbers for “ctg”", 'locale = "bn_BD"')
    assert_said(case, newspaper(plain(OK, text)).faults())


def test_settings_of_another_environment_are_checked_too(newspaper: Make) -> None:
    text = PLAIN_SITE + "[env.staging.languages.en]\nclock = 13\n"
    assert_said(Case("", "", "site.toml:27:9", "clock: 13", "24"), newspaper(plain(OK, text)).faults())


def test_readers_have_their_digits_and_calendar_and_machines_the_worlds(newspaper: Make) -> None:
    """Days, counts and notes of a Persian page are Persian; addresses, datetime=, JSON-LD and feeds are as everywhere."""
    site = PERSIAN.replace("[languages.fa]", '[languages.fa]\ncalendar_beside = "gregorian"', 1)
    text = files(story("a", "2023-07-27 03:16", language="fa", body="Text.[^1]\n\n[^1]: Note.", tags="[x]"))
    out = newspaper(text, site).built()
    page = out["fa/world/2023/07/a/index.html"]
    assert '<time datetime="2023-07-27T03:16:00+06:00">پنجشنبه ۵ مرداد ۱۴۰۲</time>' in page
    assert '۵ مرداد ۱۴۰۲</time> · <bdi class="unit">۲۷ ژوئیهٔ ۲۰۲۳</bdi>' in page
    assert '"datePublished":"2023-07-27T03:16:00+06:00"' in page.replace(" ", "")
    assert "ژوئیهٔ ۲۰۲۳" in out["fa/world/2023/07/index.html"]
    machines = [content for path, content in out.items() if path.endswith((".xml", ".json"))]
    native = re.compile("[۰-۹]")
    assert len(machines) > 5
    # A note's number is a word of the body, which feeds carry as readers have it.
    assert [found for it in machines for found in native.findall(re.sub("(?:>|&gt;)۱(?:<|&lt;)", "", it))] == []
    assert native.findall("".join(re.findall(r'(?:datetime|href|src|id|content)="([^"]*)"', page))) == []
    assert native.findall("".join(re.findall(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", page, re.DOTALL))) == []


def test_a_pattern_and_a_clock_of_the_sites_own_are_printed(newspaper: Make) -> None:
    settings = 'clock = 24\ndate_format = "d.M.y"\nlong_date_format = "EEE d.M.y"\nnumerals = "latn"\n'
    site = SITE.replace('site_name = "পরীক্ষা"', f'{settings}site_name = "পরীক্ষা"', 1)
    page = newspaper(files(story("a", "2023-07-27 15:16", language="bn")), site).built()[
        "bn/world/2023/07/a/index.html"
    ]
    assert ">বৃহস্পতি 27.7.2023</time>" in page
    assert ">27.7.2023</bdi>" in page
    assert ">15:16</bdi>" in page


def test_american_english_has_american_days(newspaper: Make) -> None:
    site = SITE.replace('name = "English"', 'name = "English"\ntag = "en-US"', 1)
    page = newspaper(files(story("a", "2023-07-27 15:16")), site).built()["world/2023/07/a/index.html"]
    assert "Thursday, July 27, 2023" in page
