"""The floors of the house: a module imports only from floors below it."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "generator" / "patrika"
FLOORS = {"model": 0, "read": 1, "relate": 2, "plan": 3, "render": 4, "bring": 5, "check": 5, "run": 6, "cli": 7}
ROOMS = {
    "markdown_it": "read",
    "mdit_py_plugins": "read",
    "nh3": "read",
    "ryaml": "read",
    "yaml": "read",
    "regex": "read",
    "tinycss2": "read",
    "jinja2": "render",
    "babel": "render.locale",
    "persiantools": "render.locale",
    "sqlite3": "store",
    "pyvips": "store",
    "brotli": "run",
    "starlette": "run",
    "uvicorn": "run",
    "watchdog": "run",
    "bs4": "bring",
    "markdownify": "bring",
    "selectolax": "check",
    "click": "cli",
    "rich": "cli",
}
MAX_LINES = 400
BANNED_NAMES = {"utils", "helpers", "manager", "core", "common"}


def modules() -> dict[str, ast.Module]:
    return {
        ".".join(("patrika", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__"): ast.parse(
            path.read_text("utf-8")
        )
        for path in sorted(SOURCE.rglob("*.py"))
    }


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def test_no_module_imports_from_a_floor_above_it() -> None:
    """store stands beside the core and sees only model; only run sees both."""
    wrong = []
    for name, tree in modules().items():
        here = floor_of(name)
        for target in imports(tree):
            there = floor_of(target) if target.startswith("patrika.") else ""
            if here not in (*FLOORS, "store") or there not in (*FLOORS, "store") or here == there:
                continue
            if here == "store":
                allowed = there == "model"
            elif there == "store":
                allowed = here in ("run", "cli")
            else:
                allowed = FLOORS[there] < FLOORS[here]
            if not allowed:
                wrong.append(f"{name} imports {target}")
    assert wrong == []


def test_no_module_is_part_of_a_cycle() -> None:
    found = modules()
    graph = {name: {t for t in imports(tree) if t in found and t != name} for name, tree in found.items()}
    for name, targets in graph.items():
        graph[name] = {t for t in targets if not name.startswith(t + ".")}
    assert tuple(TopologicalSorter(graph).static_order())


def test_each_library_is_imported_in_its_one_room() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, tree in modules().items()
        for target in imports(tree)
        if (room := ROOMS.get(target.split(".")[0])) and not f"{name}.".startswith(f"patrika.{room}.")
    ]
    assert wrong == []


def test_no_file_is_long_and_none_is_called_by_nothing() -> None:
    for path in SOURCE.rglob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES, f"{path} is too long"
        assert path.stem not in BANNED_NAMES


def test_the_core_neither_reads_the_clock_nor_writes_files() -> None:
    """The core computes; the edge acts: no open, no time, no environment below store and run."""
    banned = {"time", "os.environ", "subprocess", "socket", "random", "shutil", "tempfile"}
    wrong = [
        f"{name} imports {target}"
        for name, tree in modules().items()
        if floor_of(name) in ("model", "read", "relate", "plan", "render")
        for target in imports(tree)
        if target in banned
    ]
    assert wrong == []
