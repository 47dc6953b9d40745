"""The generated export: an archive with old addresses, as an import of thousands of posts meets it."""

import re
from collections import Counter
from pathlib import Path

import pytest
from benchmarks import export

from tests.bring.importing import Imported


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "export.xml"
    export.write(path, 80)
    return path


def test_all_posts_come_over_and_build_without_a_word_of_error(
    generated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Imported(tmp_path / "site", capsys)
    export.write_pictures(site.root)
    assert site.bring("wordpress", generated).told() == []
    assert site.report["brought"] == {"stories": 80}
    assert "0 errors, 0 warnings" in site.build()


def test_each_keeps_its_address_and_three_quarters_are_pairs(
    generated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = Imported(tmp_path / "site", capsys).bring("wordpress", generated).files()
    stories = {path: text for path, text in files.items() if path.endswith(".md")}
    addresses = re.findall(r'^url: "(/(?:bn/)?\d{4}/\d\d/\d\d/story-\d+/)"$', "\n".join(stories.values()), re.MULTILINE)
    assert len(set(addresses)) == 80
    versions = Counter(path.split(".")[0] for path in stories)
    assert sum(count for count in versions.values() if count == 2) == 60
    assert any("](@/" in text for text in stories.values()), "links between posts became links between files"
