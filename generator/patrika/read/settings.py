"""site.toml to a checked Site."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast
from zoneinfo import ZoneInfo, available_timezones

from msgspec.structs import replace

from patrika import __version__
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.model.language import Language
from patrika.model.site import PRODUCTION, STATUSES, Site, Theme
from patrika.read import values
from patrika.read.checks import read_checks
from patrika.read.dates import read_dates, read_numerals
from patrika.read.deploy import read_deploy
from patrika.read.environments import environments, placed
from patrika.read.feeds import read_feeds
from patrika.read.fields import read_card_extra, read_fields
from patrika.read.house_rules import read_defaults, read_embeds, read_front_matter, read_markdown
from patrika.read.menus import read_menus
from patrika.read.permalinks import read_permalinks
from patrika.read.policy import read_csp
from patrika.read.quotes import read_quotes
from patrika.read.root_files import read_robots, read_security
from patrika.read.sections import RESERVED_PATHS, by_language, read_sections
from patrika.read.strings import read_strings
from patrika.read.tables import Table, laid_over
from patrika.read.theme import is_option
from patrika.read.toml_text import read_toml
from patrika.read.tongues import TAG, direction_of, read_fallback

SITE_FILE = "site.toml"
DEFAULT_THEME = "broadsheet"
_TABLES = (
    "site", "languages", "sections", "fields", "front_matter", "defaults", "build", "embeds", "markdown", "env", "theme",
    "assets", "permalinks", "menus", "csp", "feeds", "robots", "security", "deploy", "check", "strings",
)  # fmt: skip
_LATER = ("related",)
_SITE_KEYS = (
    "name", "url", "timezone", "default_language", "theme", "live_days", "live_stories", "patrika", "extra",
    "card_extra",
)  # fmt: skip


def read_site(
    content: bytes, base_url: str = "", env: str = PRODUCTION
) -> tuple[Site | None, tuple[Diagnostic, ...], str]:
    """Return the settings in site.toml, None where they cannot be used, what is wrong with them, and the file's text.

    `base_url`, where given, stands in place of `[site] url`. The table of the environment `env` is laid over the rest;
    those of others are checked in the same way.
    """
    place = Place(SITE_FILE)
    found = read_toml(content, place)
    if isinstance(found, Diagnostic):
        return None, (found,), ""
    raw, text = found
    if "site" not in raw:
        said = "this file has no [site]" if raw else "this file is empty"
        hint = 'begin it with  [site]  and below it  name = "…"  and  url = "https://…"'
        return None, (error("E204", Place(SITE_FILE, 1, 1), said, hint),), text
    tables, faults = environments(raw, env, place)
    rest = {key: value for key, value in raw.items() if key != "env"}
    site, own = _read(laid_over(rest, tables.get(env, {})), base_url, env)
    faults += placed(own, tables.get(env, {}), env)
    for name in tables.keys() - {env}:
        _, others = _read(laid_over(rest, tables[name]), base_url, name)
        faults += (it for it in placed(others, tables[name], name) if it.field[:1] == ("env",))
    return site, tuple(faults), text


def _read(raw: Mapping[str, Any], base_url: str, env: str) -> tuple[Site | None, list[Diagnostic]]:
    """Return the settings that site.toml comes to in an environment, and what is wrong with them."""
    top = Table(raw, Place(SITE_FILE))
    top.only(*_TABLES, *_LATER)
    for name in _LATER:
        if name in raw:
            top.refuse(f"[{name}] comes with a later release", "remove it for now", name, code="E205")
    site = top.table("site", required=True)
    site.only(*_SITE_KEYS)
    _check_version(site)
    languages = _languages(top, site)
    default = _default_language(site, languages)
    sections = read_sections(top, languages, default)
    timezone = _timezone(site)
    defaults_under = read_defaults(top, timezone)
    built = Site(
        name=site.text("name", required=True),
        env=env,
        url=_url(site, base_url),
        own_url=site.text("url"),
        timezone=timezone,
        default_language=default,
        theme=site.text("theme", DEFAULT_THEME, required="theme" in site.values),
        languages=languages,
        sections=sections,
        live_days=_live(site, "live_days", 7),
        live_stories=_live(site, "live_stories", 25),
        shown=_shown(build := top.table("build")),
        holds=build.word("on_error", ("stop", "hold"), "stop") == "hold",
        fingerprint=bool(top.table("assets").get("fingerprint", bool, True)),
        embeds=read_embeds(top),
        markdown=read_markdown(top),
        options=dict(top.get("theme", dict, {})),
        extra=site.get("extra", dict, {}),
        fields=read_fields(top),
        card_extra=read_card_extra(site),
        front_matter=read_front_matter(top),
        defaults=defaults_under,
        permalinks=read_permalinks(top, sections, defaults_under),
        csp=read_csp(top),
        feeds=read_feeds(top),
        robots=read_robots(top),
        security=read_security(top, timezone, tuple(language.tag for language in languages)),
        deploy=read_deploy(top),
        checks=replace(read_checks(top, timezone), ascii=_in_ascii(top)),
        strings=read_strings(top, (language.id for language in languages)),
        menus=read_menus(top, sections, lambda table, key: by_language(table, key, languages)),
    )
    top.table("assets").only("fingerprint")
    return (built if languages and sections else None), top.faults


def _shown(build: Table) -> frozenset[str]:
    build.only(*STATUSES, "on_error")
    return frozenset(status for key, status in STATUSES.items() if build.get(key, bool, False))


def _check_version(site: Table) -> None:
    """Refuse a site that asks for a later Patrika than this one, in words such as `>=0.4`."""
    wanted = site.text("patrika")
    if not wanted:
        return
    found = re.fullmatch(r">=\s*(\d+(?:\.\d+)*)", wanted)
    if not found:
        site.refuse(f"patrika: “{wanted}” is not a least version", 'write it as  patrika = ">=0.1"', "patrika")
    elif _numbers(found[1]) > _numbers(__version__):
        said = f"this site wants Patrika {found[1]} or later, and this is {__version__}"
        site.refuse(said, "install a later Patrika", "patrika", code="E208")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def is_site_url(url: str) -> bool:
    """Return whether a text is the address of a site: scheme, host, and perhaps a path."""
    return re.fullmatch(r"https?://[^/\s?#]+(/[^\s?#]*)?", url) is not None


def _url(site: Table, base_url: str) -> str:
    url = base_url or site.text("url", "https://example.org", required=True)
    if not is_site_url(url):
        key = () if base_url else ("url",)
        site.refuse(
            f"“{url}” is not the address of a site",
            "write it as https://example.org or https://example.org/paper",
            *key,
        )
        url = "https://example.org"
    return url.rstrip("/")


def _timezone(site: Table) -> str:
    name = site.text("timezone", "UTC")
    if name not in available_timezones():
        hint = did_you_mean(name, available_timezones(), "use an IANA name such as Asia/Dhaka")
        site.refuse(f"unknown time zone “{name}”", hint, "timezone", code="E206")
        return "UTC"
    return ZoneInfo(name).key


def _live(site: Table, key: str, default: int) -> int | None:
    if site.values.get(key) == "forever":
        return None
    number = cast(int, site.get(key, int, default))
    if number < 1:
        site.refuse(f"{key}: {number} is less than 1", "write a number of 1 or more, or “forever”", key)
    return number


def _default_language(site: Table, languages: tuple[Language, ...]) -> str:
    ids = [language.id for language in languages]
    default = site.text("default_language", ids[0] if ids else "")
    if ids and default not in ids:
        site.refuse(
            f"unknown language “{default}”",
            did_you_mean(default, ids, f"languages are {', '.join(ids)}"),
            "default_language",
        )
        return ids[0]
    return default


def _languages(top: Table, site: Table) -> tuple[Language, ...]:
    named = top.named("languages")
    default = site.values.get("default_language", named[0][0] if named else "")
    if not named and not isinstance(top.values.get("languages", {}), list) and not top.values.get("languages"):
        top.refuse("site.toml names no language", 'add a table  [languages.en]  with  name = "English"', code="E204")
    ids = [id for id, _ in named]
    languages = tuple(_language(id, table, site, id == default, ids) for id, table in named)
    for language, (_, table) in zip(languages, named, strict=True):
        if sum(other.path == language.path for other in languages) > 1:
            table.refuse(f"two languages share the path “{language.path}”", f'add  path = "{language.id}"', "path")
    return languages


def _language(id: str, table: Table, site: Table, is_default: bool, ids: Sequence[str]) -> Language:
    if "url" in table.values:
        table.refuse(
            "a host of its own for a language comes with a later release",
            "give it a path instead",
            "url",
            code="E205",
        )
    table.only(
        "name", "tag", "locale", "numerals", "clock", "date_format", "long_date_format", "short_date_format",
        "month_format", "calendar", "calendar_beside", "quotes", "slugs", "direction", "fallback", "path", "site_name", "url",
        "extra",
    )  # fmt: skip
    tag = table.text("tag", id)
    if not TAG.fullmatch(tag):
        table.refuse(f"“{tag}” is not a language tag (BCP 47)", "write it as bn, bn-BD or sr-Latn", "tag")
    path = table.text("path", "" if is_default else id).strip("/")
    if path and (fault := values.path_fault(path)):
        table.refuse(f"“{path}” cannot be a folder: {fault}", "use letters, digits and hyphens", "path")
    if path in RESERVED_PATHS:
        table.refuse(f"the path “{path}” is taken", f"choose another than {', '.join(RESERVED_PATHS)}", "path")
    # What it says is for checks alone: see _in_ascii.
    table.word("slugs", ("", "ascii"), "")
    direction = table.word("direction", ("ltr", "rtl"), direction_of(tag))
    return Language(
        id=id,
        name=table.text("name", required=True),
        tag=tag,
        locale=table.text("locale", "" if TAG.fullmatch(tag) else "en"),
        numerals=read_numerals(table),
        direction=cast(Literal["ltr", "rtl"], direction),
        path=path,
        site_name=table.text("site_name", str(site.values.get("name", ""))),
        dates=read_dates(table),
        fallback=read_fallback(table, id, ids),
        quotes=read_quotes(table, tag),
        extra=table.get("extra", dict, {}),
    )


def _in_ascii(top: Table) -> frozenset[str]:
    """Return the languages that want addresses in ASCII."""
    tables = top.values.get("languages")
    named = tables.items() if isinstance(tables, dict) else ()
    return frozenset(id for id, table in named if isinstance(table, dict) and table.get("slugs") == "ascii")


def unknown_menus(site: Site, theme: Theme) -> tuple[Diagnostic, ...]:
    """Return the menus of a site that its theme does not show, as faults."""
    known = f"its menus are {', '.join(theme.menus) or 'none'}"
    return tuple(
        error(
            "E202",
            Place(SITE_FILE),
            f"the theme “{theme.name}” has no menu “{name}”",
            did_you_mean(name, theme.menus, known),
            ("menus", name, 0),
        )
        for name in site.menus
        if name not in theme.menus
    )


_EXAMPLES = {"text": '"…"', "flag": "true  or  false, without quotation marks", "number": "5", "colour": '"#8f1d1a"'}


def check_options(site: Site, theme: Theme) -> tuple[dict[str, str | bool | int], tuple[Diagnostic, ...]]:
    """Return the theme's options with the site's values, and what is wrong with those."""
    options: dict[str, Any] = {name: option.default for name, option in theme.options.items()}
    faults = []
    for name, value in site.options.items():
        option = theme.options.get(name)
        if option is None:
            hint = did_you_mean(name, theme.options, f"its options are {', '.join(theme.options) or 'none'}")
            faults.append(
                error(
                    "E202",
                    Place(SITE_FILE),
                    f"the theme “{theme.name}” has no option “{name}”",
                    hint,
                    ("theme", name, ""),
                )
            )
        elif not is_option(value, option.type):
            faults.append(
                error(
                    "E203",
                    Place(SITE_FILE),
                    f"{name}: “{value}” is not a {option.type}",
                    f"write  {name} = {_EXAMPLES[option.type]}",
                    ("theme", name),
                )
            )
        else:
            options[name] = value
    return options, tuple(faults)
