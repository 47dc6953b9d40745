"""The docs and the code say the same: codes, keys, fields and filters are all explained, and links lead somewhere."""

import inspect
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from reference.languages import language_tables
from reference.regions import filled
from reference.tables import tables

from patrika.model.blocks import Attribute, AttributeType, BlockSpec, Content
from patrika.model.codes import CODES, is_checked
from patrika.model.site import STATUSES, FeedRules, Host, Option, PageSpec, Query
from patrika.read import allowable, checks, deploy, feeds, fields, house_rules, schema, sections, settings, theme
from patrika.read.text import nfc

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))
CODE = re.compile(r"\b[EWN][1-9][0-9]{2}\b")


def text_of(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def chapters(text: str) -> dict[str, str]:
    """Return what stands under each heading of a page, up to the next heading."""
    parts = re.split(r"^#+ +(.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def first_cells(text: str) -> list[str]:
    """Return the names in backquotes of the first cells of tables, in order."""
    return re.findall(r"^\| `([^`]+)`", text, flags=re.MULTILINE)


def keys_known(module: Any, function: str) -> set[str]:
    """Return the literal keys in the calls of only() in a function: what it knows of a table."""
    source = inspect.getsource(getattr(module, function))
    calls = re.findall(r"\.only\(([^)]*)\)", source)
    known = {key for call in calls for key in re.findall(r'"(\w+)"', call)}
    assert known, f"{function} names no key in only(): mend this test"
    return known


def missing(wanted: Iterable[str], found: Iterable[str]) -> list[str]:
    return sorted(set(wanted) - set(found))


def test_each_code_is_explained_and_no_other() -> None:
    """Whoever looks up a code finds it, and none that has gone."""
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    used = set(re.findall(r'"([EWN][1-9][0-9]{2})"', source))
    rows = re.findall(r"^\| ([EWN][1-9][0-9]{2}) \|", text_of("diagnostics.md"), flags=re.MULTILINE)
    assert sorted(rows) == sorted(used) == sorted(CODES)
    chapters_of_checks = re.findall(r"^## (\w\d{3}) ", text_of("checks.md"), flags=re.MULTILINE)
    assert chapters_of_checks == [code for code in rows if is_checked(code)]
    assert {code for page in PAGES for code in CODE.findall(page.read_text("utf-8"))} <= used


@pytest.mark.parametrize(
    ("heading", "rules"),
    [
        ("A story", schema.ARTICLE),
        ("Authors", schema.AUTHOR),
        ("Undated pages", schema.STANDALONE),
        ("Sections", schema.SECTION_TEXT),
    ],
)
def test_each_key_of_front_matter_is_in_the_editors_tables(heading: str, rules: tuple[schema.FieldRule, ...]) -> None:
    parts = chapters(text_of("editors.md"))
    assert sorted(first_cells(parts[heading])) == sorted(rule.name for rule in rules)
    assert all(f"`{rule.alias}`" in parts[heading] for rule in rules if rule.alias)


def test_each_key_of_site_toml_is_in_the_operators_tables() -> None:
    parts = chapters(text_of("operators.md"))
    assert sorted(first_cells(parts["[site]"])) == sorted(settings._SITE_KEYS)
    assert missing(keys_known(settings, "_language"), first_cells(parts["[languages.ID]"])) == []
    assert first_cells(parts["[[sections]]"]) == list(sections._KEYS)
    assert "`fingerprint`" in parts["[assets]"]
    assert first_cells(parts["[build]"]) == [*STATUSES, "on_error"]
    assert sorted(first_cells(parts["[markdown]"])) == sorted(keys_known(house_rules, "read_markdown"))
    assert [word for word in allowable.PROVIDERS if f"`{word}`" not in parts["[embeds]"]] == []
    assert first_cells(parts["[feeds]"]) == sorted(
        keys_known(feeds, "read_feeds"), key=FeedRules.__struct_fields__.index
    )
    assert first_cells(parts["[check]"]) == ["since", "skip", *checks.BUDGETS]
    assert missing(keys_known(checks, "read_checks"), re.findall(r"\w+", parts["[check]"])) == []
    assert sorted(first_cells(parts["[deploy]"])) == sorted(keys_known(deploy, "read_deploy"))
    assert [host for host in get_args(Host) if host and f"(deploy/{host}.md)" not in parts["[deploy]"]] == []
    named = set(re.findall(r"`\[+(\w+)\]+`", parts["Not yet"]))
    assert named == set(settings._LATER)
    assert sorted(first_cells(parts["[front_matter]"])) == sorted(keys_known(house_rules, "read_front_matter"))


def test_each_table_of_site_toml_has_a_chapter() -> None:
    headings = [heading for heading in chapters(text_of("operators.md")) if heading.startswith("[")]
    named = {re.split(r"\W", heading.strip("["))[0] for heading in headings}
    assert named | {"fields"} == set(settings._TABLES)
    assert "`[fields.LEVEL]`" in chapters(text_of("operators.md"))["Own fields"]


def test_each_key_of_theme_toml_is_in_the_theme_authors_tables() -> None:
    parts = chapters(text_of("themes.md"))
    assert sorted(first_cells(parts["Queries"])) == sorted(theme._QUERY_KEYS)
    assert sorted(theme._QUERY_KEYS) == sorted(Query.__struct_fields__)
    keys = parts["theme.toml"]
    wanted = {*keys_known(theme, "read_theme"), *PageSpec.__struct_fields__, *Option.__struct_fields__}
    assert [key for key in sorted(wanted) if not re.search(rf"\b{key}\b", keys)] == []
    block = parts["Blocks"]
    declared = {
        *BlockSpec.__struct_fields__,
        *Attribute.__struct_fields__,
        *get_args(AttributeType),
        *get_args(Content),
    }
    assert [word for word in sorted(declared) if f"`{word}`" not in block] == []
    assert [role for role in theme.ROLES if f"`{role}`" not in keys] == []


def test_what_may_have_fields_and_of_what_type_is_in_the_docs() -> None:
    part = chapters(text_of("operators.md"))["Own fields"]
    assert [level for level in fields.LEVELS if f"`{level}`" not in part] == []
    assert set(fields.TYPES) <= set(first_cells(part))


def test_the_tables_of_the_theme_authors_page_are_what_the_code_says() -> None:
    """Roles, fields, filters, and what broadsheet declares: `python -m reference` writes them again."""
    assert filled(text_of("themes.md"), tables()) == text_of("themes.md")


def test_the_tables_of_the_page_on_languages_are_what_is_printed() -> None:
    """So is what is said there of digits and calendars: `python -m reference` writes them again."""
    assert filled(text_of("languages.md"), language_tables()) == text_of("languages.md")


def test_each_table_of_fields_stands_under_a_heading_that_names_its_value() -> None:
    parts = chapters(text_of("themes.md"))
    under = {
        struct: heading for heading, part in parts.items() for struct in re.findall("made: fields of (.+?) ", part)
    }
    assert {struct: heading.rpartition(" ")[2] for struct, heading in under.items()} == {name: name for name in under}


def anchor_of(heading: str) -> str:
    """Return the fragment that code hosts make of a heading."""
    bare = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return bare.replace(" ", "-")


def links(page: Path) -> Iterator[str]:
    """Yield the targets of links and pictures, outside of code."""
    text = re.sub(r"^ {4,}.*$|`[^`]*`", "", page.read_text("utf-8"), flags=re.MULTILINE)
    yield from re.findall(r"\]\(([^)\s]+)\)", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_docs_lead_somewhere(page: Path) -> None:
    dead = []
    for target in links(page):
        if "://" in target:
            continue
        path, _, fragment = target.partition("#")
        file = (page.parent / path) if path else page
        if not file.is_file() or (fragment and fragment not in map(anchor_of, chapters(file.read_text("utf-8")))):
            dead.append(target)
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_docs_are_plain_text_in_nfc(page: Path) -> None:
    """One form of ড় and é, so that what is copied from the docs is what the docs show; no em dashes for ornament."""
    text = page.read_text("utf-8")
    assert text == nfc(text)
    assert "—" not in text
    assert text.startswith("# ")
