"""Files are written as they are read again, under the site's folder alone, and over nothing that differs."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patrika.bring.cargo import Chapter, Copy, Image, Outline, Text, Tongue
from patrika.bring.plain_yaml import front_matter
from patrika.bring.writing import Outcome, write_all
from patrika.model.diagnostics import Diagnostic, Place
from patrika.read.front_matter import split
from patrika.read.text import nfc
from tests.bring.importing import EXPORTS, Imported

HOSTILE = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["C", "Zl", "Zp", "Cs"])),
    st.lists(
        st.sampled_from(
            [": ", "- ", "#", " #", "'", '"', "---", "[", "]", "{", "}", ",", "|", ">", "%", "@", "`", "&", "*", "!", "?",
             "null", "true", "1971", "2014-05-01", "~", "\\", "ড়", "য়", "🛶", "যাত্রা", "قومی", "…", "\u00a0", " "]
        ),
        min_size=1,
    ).map("".join),
)  # fmt: skip
OUTLINE = Outline("The Test", "https://test.example", "UTC", (Tongue("en", "English"),), (Chapter("world"),))


def read_again(fields: Any) -> Any:
    parts = split(front_matter(fields), Place("a.md"))
    assert not isinstance(parts, Diagnostic), parts
    return parts.fields


@given(HOSTILE, st.lists(HOSTILE, min_size=1))
def test_texts_come_back_exactly_whatever_signs_they_hold(text: str, items: list[str]) -> None:
    """In NFC, as all that Patrika reads."""
    fields = (
        ("title", text or "x"),
        ("tags", items),
        ("image", Image("a.jpg", text, text)),
        ("extra", {"k": {"n": text}}),
    )
    found = read_again(fields)
    assert found["title"] == nfc(text or "x")
    assert found["tags"] == [nfc(item) for item in items]
    assert found["image"] == {
        key: nfc(value) for key, value in (("src", "a.jpg"), ("alt", text), ("caption", text)) if value
    }
    assert found["extra"] == {"k": {"n": nfc(text)}}


def test_values_of_other_types_come_back_as_they_were() -> None:
    fields = (
        ("draft", True),
        ("extra", {"n": 3, "f": 1.5, "no": False, "none": None, "rows": [{"a": 1}, {"b": ["ক"]}]}),
    )
    assert read_again(fields) == dict(fields)


def write(root: Path, *things: Text | Copy, overwrite: bool = False) -> Outcome:
    return write_all(OUTLINE, things, root, overwrite=overwrite)


def story(title: str = "Storm", path: str = "world/storm") -> Text:
    return Text(Place("export.xml", 7), path, "en", (("title", title),), "Words.")


def test_a_file_that_differs_is_left_as_it_is_and_named(tmp_path: Path) -> None:
    write(tmp_path, story())
    file = tmp_path / "content/world/storm.en.md"
    file.write_text("mine")
    outcome = write(tmp_path, story())
    assert file.read_text() == "mine"
    assert outcome.kept == ("content/world/storm.en.md",)
    assert [(item.code, item.place.path) for item in outcome.diagnostics if item.code == "W604"] == [
        ("W604", "content/world/storm.en.md")
    ]
    assert write(tmp_path, story(), overwrite=True).written == ("content/world/storm.en.md",)
    assert file.read_text("utf-8") == "---\ntitle: Storm\n---\n\nWords.\n"


def test_nothing_is_written_through_a_link_that_leads_out_of_the_site(tmp_path: Path) -> None:
    outside, site = tmp_path / "outside", tmp_path / "site"
    outside.mkdir()
    (site / "content").mkdir(parents=True)
    (site / "content" / "world").symlink_to(outside)
    (site / "content" / "sport").mkdir()
    (site / "content" / "sport" / "storm.en.md").symlink_to(outside / "new.md")
    outcome = write(site, story(), story(path="sport/storm"), story(path="../../../storm"), overwrite=True)
    assert [item.code for item in outcome.diagnostics] == ["E603"] * 3
    assert list(outside.iterdir()) == []
    assert not (tmp_path / "storm.en.md").exists()


def test_site_toml_is_never_written_over_but_what_it_lacks_is_told(imported: Imported) -> None:
    mine = '[site]\nname = "Mine"\nurl = "https://mine.example"\n[languages.en]\nname = "English"\n[[sections]]\nid = "world"\n'
    imported.root.mkdir()
    (imported.root / "site.toml").write_text(mine)
    imported.bring("wordpress", EXPORTS / "wordpress.xml", "--overwrite")
    assert (imported.root / "site.toml").read_text() == mine
    assert [line.partition("W612 ")[2] for line in imported.told("W612")] == [
        "site.toml does not have the language “bn”",
        "site.toml does not have the section “sport/cricket”",
        "site.toml does not have the section “sport”",
    ]


@pytest.mark.parametrize("body", ["![a](x.jpg)", "[a](@/images/x.pdf)", "[a](/up/x.pdf)", '<img src="/up/x%20y.jpg">'])
def test_files_that_a_text_names_are_missed_where_they_are_not(tmp_path: Path, body: str) -> None:
    text = Text(Place("export.xml"), "world/storm", "en", (("title", "Storm"),), f"Words.\n\n{body}")
    (fault,) = write(tmp_path, text).diagnostics
    assert (fault.code, fault.place.line) == ("W607", 7)
    target = tmp_path / fault.hint.rpartition(" to ")[2]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"")
    assert write(tmp_path, text).diagnostics == ()
