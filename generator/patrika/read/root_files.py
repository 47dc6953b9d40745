"""What site.toml says of the files at a site's root: [robots] and [security]."""

import re
from zoneinfo import ZoneInfo

from patrika.model.diagnostics import nearest, warning
from patrika.model.site import Robots, Security
from patrika.read.crawlers import AI_CRAWLERS, OTHER_CRAWLERS
from patrika.read.moments import read_moment
from patrika.read.tables import Table
from patrika.read.tongues import TAG
from patrika.read.unfit import Unfit

_CRAWLER = re.compile(r"[A-Za-z0-9._-]+")
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_URI = re.compile(r"https://[^\s<>\"]+")
_REACHED = re.compile(r"(?:mailto:[^\s<>\"]+@[^\s<>\"]+|tel:[+0-9()./-]+|https://[^\s<>\"]+)")


def read_robots(top: Table) -> Robots:
    """Return what site.toml says under [robots]."""
    table = top.table("robots")
    table.only("ai", "deny")
    ai = table.word("ai", ("allow", "deny"), "allow")
    given = table.get("deny", list, [])
    known = {name.casefold(): name for name in (*AI_CRAWLERS, *OTHER_CRAWLERS)}
    names = []
    for number, name in enumerate(given):
        if not isinstance(name, str) or not _CRAWLER.fullmatch(name):
            table.refuse(f"deny: “{name}” is not the name of a crawler", 'write  deny = ["GPTBot"]', "deny", number)
            continue
        names.append(known.get(name.casefold(), name))
        if name.casefold() not in known and (close := nearest(name.casefold(), known, 0.8)):
            said = f"deny: no crawler “{name}” is known here"
            table.faults.append(
                warning("W212", table.place, said, f"did you mean “{known[close]}”?", (*table.path, "deny", number))
            )
    return Robots(ai == "deny", tuple(dict.fromkeys(names)))


def read_security(top: Table, timezone: str, languages: tuple[str, ...]) -> Security | None:
    """Return what site.toml says under [security], None where it says nothing; `languages` are tags of the site's."""
    if "security" not in top.values:
        return None
    table = top.table("security")
    table.only("contact", "expires", "languages", "policy", "encryption", "acknowledgments", "hiring")
    contacts = tuple(f"mailto:{it}" if _MAIL.fullmatch(it) else it for it in _all(table, "contact"))
    for contact in contacts:
        if not _REACHED.fullmatch(contact):
            hint = 'write  contact = ["security@example.org", "https://example.org/report"]'
            table.refuse(f"contact: “{contact}” is neither an e-mail nor a web address", hint, "contact")
    if not contacts:
        table.refuse("[security] has no “contact”", 'add a line  contact = "security@example.org"', code="E204")
    tags = _all(table, "languages") if "languages" in table.values else languages
    for tag in tags:
        if not TAG.fullmatch(tag):
            table.refuse(f"languages: “{tag}” is not a language tag (BCP 47)", "write it as en or bn-BD", "languages")
    return Security(
        contacts=contacts,
        expires=_expires(table, timezone),
        languages=tags,
        policy=_address(table, "policy"),
        encryption=_address(table, "encryption"),
        acknowledgments=_address(table, "acknowledgments"),
        hiring=_address(table, "hiring"),
    )


def _all(table: Table, key: str) -> tuple[str, ...]:
    given = table.values.get(key, [])
    given = given if isinstance(given, list) else [given]
    for item in given:
        if not isinstance(item, str):
            table.refuse(f"{key}: “{item}” is not a text", f'write  {key} = ["…"]', key)
    return tuple(dict.fromkeys(" ".join(item.split()) for item in given if isinstance(item, str) and item.strip()))


def _expires(table: Table, timezone: str) -> int:
    if "expires" not in table.values:
        hint = "add a line  expires = 2027-06-30  within a year from now: RFC 9116 wants one"
        table.refuse("[security] has no “expires”", hint, code="E204")
        return 0
    try:
        return read_moment(table.values["expires"], ZoneInfo(timezone))[0]
    except Unfit as fault:
        table.refuse(f"expires: {fault.message}", fault.hint, "expires")
        return 0


def _address(table: Table, key: str) -> str:
    value = table.text(key)
    if value and not _URI.fullmatch(value):
        table.refuse(f"{key}: “{value}” is not a web address", f'write  {key} = "https://example.org/…"', key)
    return value
