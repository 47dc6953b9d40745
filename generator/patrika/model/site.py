"""What site.toml and theme.toml say, closed and complete."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from patrika.model.blocks import BlockSpec
from patrika.model.language import Language

PRODUCTION = "production"
"""The environment in which a site is for the public."""

Kind = str
"""What a story is: `report` or `opinion`, or a word of the site's own."""

STATUSES: Mapping[str, str] = {"drafts": "draft", "scheduled": "scheduled", "expired": "expired"}
"""What a story that readers may not see is, by what settings and options call all stories of the kind."""

FieldType = Literal["text", "texts", "flag", "number", "day", "moment", "url"]

Declared = Mapping[str, FieldType]
"""Own fields by name."""

Level = Literal["site", "language", "section", "author", "tag", "series", "page", "article"]
"""What may have fields of a theme's or a site's own, under `extra`."""


class Section(Struct, frozen=True):
    """A department of the paper."""

    id: str
    kind: Kind
    title: Mapping[str, str]
    """Name by language id."""
    description: Mapping[str, str] = {}
    extra: Mapping[str, Any] = {}
    template: str = ""
    """Of its front, in place of the theme's for sections."""
    story_template: str = ""
    """Of its stories, in place of the theme's for stories."""
    dated: bool = True
    """Whether its stories have a date, and it months."""
    listed: bool = True
    """Whether lists elsewhere than on its own pages have its stories."""
    feed: bool = True
    """Whether it has a feed."""

    def title_in(self, language: str) -> str:
        """Return the section's name in a language; the loader has made sure there is one for each."""
        return self.title[language]


class Query(Struct, frozen=True):
    """A list that a template wants, as theme.toml declares it."""

    list: Literal["latest", "related", "series", "picks"]
    limit: int = 5
    kind: str = ""
    """In kind, section, tag and author `page` stands for the page's own: of several the first."""
    not_kind: str = ""
    section: str = ""
    """A section's id."""
    tag: str = ""
    """A tag's key."""
    author: str = ""
    """An author's id, or a plain name."""
    language: str = ""
    """A language's id, where stories in another than the page's are wanted."""
    offset: int = 0
    order: Literal["newest", "priority"] = "newest"
    each: Literal["", "section"] = ""
    """`section` asks the query once for every section in the site's order."""
    at_least: int = 1
    """Fewer than this many found: the list is empty, and its stories are free for the next."""
    where: tuple[tuple[str, str | bool | int], ...] = ()
    """Own fields of stories, sorted by name, and what they must hold: of texts one, and of a flag that is off, nothing."""
    unless_shown: bool = True
    """Leave out what earlier lists of the page show."""


class PageSpec(Struct, frozen=True):
    """How a role of page is made: its template and its lists, in the order in which they take stories."""

    template: str
    lists: Mapping[str, Query] = {}


class Option(Struct, frozen=True):
    """A setting that a theme declares and a site may give under `[theme]`."""

    type: Literal["text", "flag", "number", "colour"]
    """A colour is a text such as `#8f1d1a`."""
    default: str | bool | int


class Theme(Struct, frozen=True):
    """theme.toml, checked."""

    name: str
    pages: Mapping[str, PageSpec]
    styles: Mapping[str, tuple[str, ...]]
    """Style sheets to make, each from the named files of `assets/`, joined in order."""
    options: Mapping[str, Option] = {}
    blocks: Mapping[str, BlockSpec] = {}
    menus: tuple[str, ...] = ()
    """Menus that it shows."""
    slots: tuple[str, ...] = ()
    """Places that a site may fill."""
    fields: Mapping[Level, Declared] = {}
    """Own fields that it declares."""
    card_extra: tuple[str, ...] = ()
    """Those of stories that its cards carry."""


class MenuItem(Struct, frozen=True):
    """An entry of a menu as site.toml has it."""

    ref: str
    """A section's id, `@/pages/…` or a whole address."""
    title: Mapping[str, str]
    """By language; where it lacks one, the target's own."""
    field: tuple[str | int, ...]
    """Where it stands in site.toml."""
    children: "tuple[MenuItem, ...]" = ()


class FrontMatter(Struct, frozen=True):
    """How front matter that was written for other tools is taken."""

    rename: Mapping[str, str] = {}
    """Our names of keys by theirs."""
    ignore: tuple[str, ...] = ()
    """Keys that are passed over."""


class MarkdownRules(Struct, frozen=True):
    """How the Markdown of this site differs."""

    breaks: bool = False
    """Whether a line of the file is a line of the page."""
    html: tuple[str, ...] = ()
    """Tags that may be written as HTML."""
    typography: bool = True
    """Whether straight quotation marks, `--` and `...` are printed as the language has them."""


class OldFeed(Struct, frozen=True):
    """An old address at which a feed is to be had, too."""

    path: str
    """Under the site's base."""
    feed: str
    """The feed's own path."""
    key: str
    """The old address as written."""


class FeedRules(Struct, frozen=True):
    """How feeds are made."""

    items: int = 50
    """Stories that one carries at most."""
    full_text: bool = True
    """Whether they carry whole stories; else summaries."""
    hub: str = ""
    """Address of a WebSub hub that tells readers' programs what is new; empty for none."""
    also_at: tuple[OldFeed, ...] = ()
    ninjs: bool = False
    """Whether each story has an item of ninjs beside its page."""


PLAIN_MARKDOWN = MarkdownRules()


class Default(Struct, frozen=True):
    """Values that stand under the front matter of some files."""

    path: str
    """Which files: a glob from content/, in which `**` stands for any folders."""
    values: Mapping[str, Any]


class Robots(Struct, frozen=True):
    """What robots.txt asks of crawlers."""

    denies_ai: bool = False
    """Whether crawlers that gather texts for AI are turned away."""
    deny: tuple[str, ...] = ()
    """Further crawlers that are."""


class Security(Struct, frozen=True):
    """What security.txt says, empty where nothing."""

    contacts: tuple[str, ...]
    """Addresses: `mailto:`, `tel:` or `https:`, the preferred first."""
    expires: int
    """UTC seconds."""
    languages: tuple[str, ...] = ()
    """BCP 47."""
    policy: str = ""
    encryption: str = ""
    acknowledgments: str = ""
    hiring: str = ""


class Budget(Struct, frozen=True):
    """What pages may weigh, in kilobytes of 1,024 bytes as they go over the line; 0 is no limit."""

    story: int = 14
    """HTML of a story or an undated page: what a server sends before it first waits for an answer (RFC 6928)."""
    list: int = 35
    """HTML of any other page."""
    styles: int = 12
    picture: int = 120
    whole: int = 250
    """All that is loaded before a reader scrolls."""


Weight = Literal["off", "notice", "warning", "error"]


class Checks(Struct, frozen=True):
    """What is told of what could be better."""

    since: int = 0
    """UTC seconds; of older stories nothing but errors."""
    severity: Mapping[str, Weight] = {}
    """How grave a diagnostic is, by its code, where the site thinks otherwise."""
    budget: Budget = Budget()
    skip: tuple[str, ...] = ()
    """Beginnings of addresses elsewhere that are not asked for."""
    ascii: frozenset[str] = frozenset()
    """Languages whose addresses are to be in ASCII."""


class Redirect(Struct, frozen=True):
    """An old address, and what redirects.toml has it lead to."""

    path: str
    """Under the site's base."""
    key: str
    """The address as written."""
    to: str
    """A story's id, `@/…`, a path or a whole address; empty for what is gone."""


Host = Literal["", "netlify", "cloudflare", "github", "gitlab", "s3", "nginx"]
"""Where a site is published; empty where nothing is known of that."""


Encoding = Literal["br", "gzip"]
"""How files may be compressed, as HTTP calls it (RFC 9110, 8.4.1; RFC 7932)."""


class Deploy(Struct, frozen=True):
    """What is known of the place where the site is published, and what its host is to say with every answer."""

    host: Host = ""
    hsts: bool = False
    """Whether browsers are told to come by HTTPS only, for a year."""
    compress: tuple[Encoding, ...] = ()
    """How text files are compressed that stand beside others for the host to send."""
    policy: str = ""
    """The Content-Security-Policy of all pages; empty where no host is named."""
    lasting: tuple[str, ...] = ()
    """Paths of assets whose names change with their bytes, so that they may be kept for ever."""


class Site(Struct, frozen=True):
    """site.toml, checked."""

    name: str
    url: str
    """Origin and base path without a final slash: `https://org.github.io/paper`."""
    timezone: str
    """IANA name."""
    default_language: str
    theme: str
    languages: tuple[Language, ...]
    sections: tuple[Section, ...]
    live_days: int | None
    """Days that a story's lists follow the news; None for ever."""
    live_stories: int | None
    env: str = PRODUCTION
    """The environment that the settings are for."""
    own_url: str = ""
    """`url` as site.toml has it, whatever stands in its place for one build."""
    shown: frozenset[str] = frozenset()
    """Of STATUSES, those whose stories are shown all the same, with a badge. Then no page may be indexed."""
    holds: bool = False
    """Whether stories at fault are held back and the rest is published; else a fault stops all."""
    fingerprint: bool = True
    """Whether asset names carry a digest of their bytes."""
    markdown: MarkdownRules = PLAIN_MARKDOWN
    embeds: tuple[str, ...] = ()
    """Providers whose things pages may show, by their words in site.toml."""
    options: Mapping[str, str | bool | int] = {}
    extra: Mapping[str, Any] = {}
    fields: Mapping[Level, Declared] = {}
    """Own fields, the theme's among them."""
    card_extra: tuple[str, ...] = ()
    """Those of stories that cards carry, where any of them is given."""
    sought: tuple[str, ...] = ()
    """Those of stories that lists go by, sorted."""
    tag_ids: Mapping[str, Mapping[str, str]] = {}
    """Ids of tags.toml by language and the key of the name that it gives them there."""
    front_matter: FrontMatter = FrontMatter()
    defaults: tuple[Default, ...] = ()
    permalinks: Mapping[str, str] = {}
    """Shapes of stories' addresses, by section, kind or `default`."""
    menus: Mapping[str, tuple[MenuItem, ...]] = {}
    feeds: FeedRules = FeedRules()
    csp: Mapping[str, tuple[str, ...]] = {}
    """Origins that pages may load from, by what."""
    robots: Robots = Robots()
    security: Security | None = None
    deploy: Deploy = Deploy()
    checks: Checks = Checks()
    strings: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    """Words for phrases of the theme, by language and phrase: one, or one for each plural form."""

    @property
    def is_preview(self) -> bool:
        """Return whether it shows what readers may not see, or is not in production: then no page may be indexed."""
        return bool(self.shown) or self.env != PRODUCTION

    @property
    def base(self) -> str:
        """Return the path that the site works under: empty, or `/paper`."""
        rest = self.url.split("://", 1)[1]
        return rest[rest.index("/") :] if "/" in rest else ""

    @property
    def language_ids(self) -> tuple[str, ...]:
        """Return the languages' ids in site.toml's order."""
        return tuple(language.id for language in self.languages)

    def language(self, id: str) -> Language:
        """Return a configured language by its id."""
        return next(language for language in self.languages if language.id == id)

    def section(self, id: str) -> Section:
        """Return a configured section by its id."""
        return next(section for section in self.sections if section.id == id)
