"""The judges are the same everywhere, and fetched from wherever a machine fetches its packages."""

import json
from pathlib import Path

FOLDER = Path(__file__).parent


def test_versions_are_pinned_and_no_registry_is_named() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))["packages"]
    asked = json.loads((FOLDER / "package.json").read_text("utf-8"))["dependencies"]
    packages = {path: package for path, package in lock.items() if path}
    assert {name: lock[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert [path for path, package in packages.items() if "resolved" in package or "integrity" not in package] == []
