"""The default theme with a page of each role by hand, as full as can be: what is printed without building a site."""

from collections.abc import Mapping
from pathlib import Path

from patrika.model.article import PHRASES, Body, Correction, Slot
from patrika.model.card import Card, Person
from patrika.model.language import Language
from patrika.model.media import Media, Picture
from patrika.model.page import Alternate, FeedLink, Frame, Toggle
from patrika.model.paper import Icon, Paper
from patrika.model.site import Site, Theme
from patrika.plan import inputs
from patrika.plan.inputs import Chrome, Group, Input, Link, Month, Paging, Text
from patrika.read.theme import read_theme
from patrika.render.page import Press, set_up
from patrika.render.theme import TemplateSource

FOLDER = Path(__file__).parents[2] / "themes" / "broadsheet"


def _theme() -> Theme:
    theme, faults, _ = read_theme((FOLDER / "theme.toml").read_bytes(), "theme.toml")
    assert theme, faults
    return theme


THEME = _theme()
SOURCES = {
    path.relative_to(FOLDER / "templates").as_posix(): TemplateSource(path.read_text("utf-8"), path.name)
    for path in sorted(FOLDER.glob("templates/**/*.html"))
}
PO = (FOLDER / "locale/bn.po").read_text("utf-8")
BANGLA = Language("bn", "বাংলা", "bn", "bn_BD", "beng", "ltr", "bn", "পত্রিকা")
SITE = Site("The Test", "https://test.example", "Asia/Dhaka", "bn", "broadsheet", (BANGLA,), (), 7, 25)

_FRONTS = (
    Toggle("bn", "বাংলা", "bn", "ltr", "/bn/", same=True, current=True),
    Toggle("en", "English", "en", "ltr", "/", same=True),
    Toggle("ur", "اردو", "ur", "rtl", "/ur/", same=False),
)
_ICON = Icon("icon", "/favicon.svg", "image/svg+xml", "any")
_WORLD, _ABOUT = Link("world", "বিশ্ব", "/bn/world/"), Link("about", "আমাদের কথা", "/bn/about/")
CHROME = Chrome(
    language="bn",
    tag="bn",
    direction="ltr",
    name="বাংলা",
    site_name="পত্রিকা",
    home="/bn/",
    sections=(_WORLD, Link("opinion", "মতামত", "/bn/opinion/")),
    pages=(_ABOUT,),
    menus={"main": (_WORLD,), "footer": ()},
    menu_paths=frozenset({"/bn/world/", "/bn/about/"}),
    fronts=_FRONTS,
    styles=("/assets/broadsheet.css",),
    options={"rail_latest": True, "reading_time": False},
    paper=Paper("পত্রিকা", ("The Test",), "bn", "/bn/", "/bn/", _ICON, (("ethicsPolicy", "/bn/ethics/"),)),
    icons=(_ICON,),
    manifest="/bn/manifest.webmanifest",
    locales={"bn": "bn_BD", "en": "en_GB"},
    feeds=(FeedLink("/bn/feed.xml", "application/rss+xml", "RSS", "পত্রিকা"),),
)

_DAY = 1_690_000_000
_PICTURE = Picture(Media("content/images/a.jpg", "/media/images/a.jpg", "image/jpeg", 9, 4, 2, b""), "ক", "খ", "গ")
_PEOPLE = (Person("Ann", "/bn/authors/ann/"), Person("Bo"))
_REPORT = Card("a", "bn", "/bn/a/", "A", "world", "report", _DAY, "S", "K", _DAY + 9, image=_PICTURE, status="draft")
_OPINION = Card("b", "bn", "/bn/b/", "B", "opinion", "opinion", _DAY, "S", authors=_PEOPLE, portrait=_PICTURE)
_LATER = Card("c", "bn", "/bn/c/", "C", "world", "report", _DAY + 99_999, days_alone=("date",), status="scheduled")
_CARDS = (_REPORT, _OPINION, _LATER)
_CORRECTION = Correction(_DAY, "C")
_SAYS = tuple(Slot("say", number) for number in range(len(PHRASES)))
_TEXT = Text(Body(("<p>", *(", " for _ in _SAYS[1:]), "</p>"), _SAYS))
_MONTH, _OTHER = Month(_DAY, "/bn/world/2023/07/", 3, current=True), Month(_DAY - 9_999_999, "/bn/world/2023/03/", 1)
_GROUPS = (Group(_CARDS, "world", "বিশ্ব", "/bn/world/", _DAY),)
_PAGING = Paging(2, "/bn/x/", "/bn/x/page/1/")


def _frame(path: str, toggles: tuple[Toggle, ...] = _FRONTS) -> Frame:
    return Frame(path, "bn", "T", "D", "world", _DAY, alternates=(Alternate("en", "/t/"),), toggles=toggles)


PAGES: Mapping[str, Input] = {
    "article": inputs.ArticleInput(
        _frame("/bn/a/"),
        _REPORT,
        _TEXT,
        _WORLD,
        (Link("x", "X", "/bn/tags/x/"),),
        {"related": _CARDS, "opinion": (_OPINION,), "latest": _CARDS},
        {},
        "S",
        "ঢাকা",
        words=9,
        corrections=(_CORRECTION,),
        all_corrections="/bn/corrections/",
    ),
    "front": inputs.FrontInput(
        _frame("/bn/"),
        {"lead": (_REPORT,), "second": _CARDS, "third": _CARDS, "opinion": (_OPINION,), "latest": _CARDS},
        {"sections": _GROUPS},
    ),
    "section": inputs.SectionInput(
        _frame("/bn/world/"), _WORLD, "D", {"lead": (_REPORT,), "second": (_OPINION,)}, {}, _GROUPS, (_MONTH, _OTHER)
    ),
    "archive": inputs.ArchiveInput(_frame("/bn/world/2023/07/"), _WORLD, _MONTH, _GROUPS, None, _OTHER),
    "tag": inputs.TagInput(_frame("/bn/tags/x/"), "X", "D", 3, _CARDS, _PAGING),
    "author": inputs.AuthorInput(
        _frame("/bn/authors/ann/"), "Ann", "R", _PICTURE, _TEXT, "en", ("https://a.example",), 3, _CARDS, _PAGING
    ),
    "corrections": inputs.CorrectionsInput(
        _frame("/bn/corrections/"), _TEXT, _PICTURE, "draft", 3, (inputs.Corrected(_REPORT, _CORRECTION),), _PAGING
    ),
    "standalone": inputs.StandaloneInput(_frame("/bn/about/"), _TEXT, _PICTURE, "draft"),
    "not_found": inputs.NotFoundInput(_frame("/bn/404.html", toggles=()), {"latest": _CARDS}, {}),
}
"""By role."""


def press(site: Site = SITE, chrome: Chrome = CHROME, po: str = PO) -> Press:
    """Return the theme ready to print for a site, what its pages share, and the text of its PO file."""
    ready = set_up(site, THEME, {"bn": chrome}, SOURCES, {"bn": (TemplateSource(po, "bn.po"),)})
    assert [fault for fault in ready.faults if fault.severity == "error"] == []
    return ready


def printed(ready: Press) -> dict[str, str]:
    """Return the page of each role."""
    pages = {}
    for role, page in PAGES.items():
        content = ready.print(role, THEME.pages[role].template, "bn", page)
        assert isinstance(content, bytes), content
        pages[role] = content.decode()
    return pages
