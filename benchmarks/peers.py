"""Other generators set up for the same work on the same files."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def hugo() -> str | None:
    """Return the command of Hugo: the one that came with the bench extra, else the system's, else None."""
    beside = Path(sys.executable).with_name("hugo")
    return str(beside) if beside.exists() else shutil.which("hugo")


def hugo_version(command: str) -> str:
    """Return Hugo's version."""
    told = subprocess.run([command, "version"], capture_output=True, text=True, check=True).stdout
    return next(word for word in told.split() if word[:1] == "v" and word[1:2].isdigit()).partition("-")[0]


def hugo_site(content: Path, folder: Path, related: bool) -> Path:
    """Return a folder with a Hugo site over the articles in `content`, with related lists or without."""
    shutil.copytree(HERE / "hugo", folder)
    (folder / "content").symlink_to(content)
    with (folder / "hugo.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[params]\nrelated = {str(related).lower()}\n")
    return folder
