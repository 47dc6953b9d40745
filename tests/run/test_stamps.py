"""What the cache depends on besides a site's files."""

from pathlib import Path

import pytest

from patrika.run import stamps


@pytest.mark.parametrize("name", ["model/site.py", "render/locale/languages/bn.toml"])
def test_another_program_has_another_stamp(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its tables of what papers print count as its sources do."""
    monkeypatch.setattr(stamps, "_PACKAGE", tmp_path)
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("a = 1\n", "utf-8")
    before = stamps.program_stamp()
    assert stamps.program_stamp() == before
    (tmp_path / name).write_text("a = 2\n", "utf-8")
    assert stamps.program_stamp() != before
