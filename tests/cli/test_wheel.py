"""The package as users install it: a wheel, in an environment with nothing of ours in it."""

import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

REPOSITORY = Path(__file__).parents[2]


def test_the_wheel_in_an_empty_environment_makes_a_site(tmp_path: Path) -> None:
    """The theme and the starter are in the wheel; python -m patrika and the console script are the same program."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(tmp_path), str(REPOSITORY)], check=True)
    (wheel,) = tmp_path.glob("patrika-*.whl")
    assert "patrika/render/locale/languages/bn.toml" in ZipFile(wheel).namelist()
    venv.create(tmp_path / "empty", with_pip=True)
    python, patrika = tmp_path / "empty/bin/python", tmp_path / "empty/bin/patrika"
    lock = ["--constraint", str(REPOSITORY / "requirements.lock")]
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", *lock, str(wheel)], check=True, env={"PATH": "/usr/bin:/bin"}
    )
    subprocess.run([patrika, "init", "site"], check=True, cwd=tmp_path)
    subprocess.run([patrika, "build"], check=True, cwd=tmp_path / "site")
    assert "A new paper opens" in (tmp_path / "site/output/index.html").read_text("utf-8")
    versions = [
        subprocess.run([*program, "--version"], check=True, capture_output=True, text=True).stdout
        for program in ([patrika], [python, "-m", "patrika"])
    ]
    assert versions[0] == versions[1]
