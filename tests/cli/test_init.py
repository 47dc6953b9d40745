"""A new paper, from nothing."""

from pathlib import Path

import pytest

from patrika.cli.main import run


def test_a_new_site_builds_at_once_without_a_word_of_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path / "paper"), "--name", "The “Evening” Post"]) == 0
    assert run(["build", "--root", str(tmp_path / "paper"), "--strict"]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    front = (tmp_path / "paper" / "output" / "index.html").read_text("utf-8")
    assert "The “Evening” Post" in front
    assert (tmp_path / "paper" / "output" / "bn" / "news" / "2025" / "01" / "first-story" / "index.html").exists()
    assert "/output/" in (tmp_path / "paper" / ".gitignore").read_text()


def test_init_writes_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site.toml").write_text("mine")
    assert run(["init", str(tmp_path)]) == 2
    assert (tmp_path / "site.toml").read_text() == "mine"
    assert list(tmp_path.iterdir()) == [tmp_path / "site.toml"]
    assert "is there already" in capsys.readouterr().err


def test_a_folder_with_a_site_toml_and_one_article_is_a_site(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(
        '[site]\nname = "One"\nurl = "https://one.example"\n[languages.en]\nname = "English"\n[[sections]]\nid = "news"\n'
    )
    (tmp_path / "content" / "news").mkdir(parents=True)
    (tmp_path / "content" / "news" / "only.md").write_text("---\ntitle: Only\ndate: 2024-05-01\n---\n\nOne.\n")
    assert run(["build", "--root", str(tmp_path)]) == 0
    assert "<h1>Only</h1>" in (tmp_path / "output" / "news" / "2024" / "05" / "only" / "index.html").read_text("utf-8")
