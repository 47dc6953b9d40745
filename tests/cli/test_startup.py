"""Only what a command needs is loaded."""

import subprocess
import sys
from pathlib import Path

from patrika.cli.main import run

HEAVY = (
    "jinja2", "markdown_it", "babel", "nh3", "pyvips", "rich", "starlette", "uvicorn", "watchdog", "bs4", "markdownify",
)  # fmt: skip
BUILD = """
import sys
import patrika.run.build as build
build.UNSURE_NS = -(10**12)  # Files just written count as old.
from patrika.cli.main import run
code = run(["build", "--root", sys.argv[1]])
print("loaded:", *sorted(name for name in sys.modules if "." not in name))
sys.exit(code)
"""


def loaded(*arguments: str) -> set[str]:
    """Return the top-level modules that a Python program ended with."""
    told = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True).stdout
    return set(next(line for line in told.splitlines() if line.startswith("loaded:")).split()[1:])


def test_a_build_of_nothing_new_loads_neither_templates_nor_markdown_nor_locales(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path / "paper")]) == 0
    first = loaded("-c", BUILD, str(tmp_path / "paper"))
    assert "jinja2" in first
    assert "nh3" not in first, "loaded for a site that allows no HTML"
    assert loaded("-c", BUILD, str(tmp_path / "paper")) & set(HEAVY) == set()


def test_the_version_is_told_without_the_command_line_library() -> None:
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('loaded:', *sorted(n for n in sys.modules if '.' not in n)))\n"
        "sys.argv = ['patrika', '--version']\n"
        "from patrika.cli.main import main\n"
        "main()\n"
    )
    assert loaded("-c", code) & {"click", "msgspec", *HEAVY} == set()
