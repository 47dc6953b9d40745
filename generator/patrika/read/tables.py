"""Checked reading of the tables of site.toml, theme.toml and tags.toml."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.read.decoding import KEY

Path = tuple[str | int, ...]
_NAMES: Mapping[type, str] = {
    str: "a text between quotation marks",
    bool: "true or false",
    int: "a whole number",
    dict: "a table",
    list: "a list",
}
_WRITTEN: Mapping[type, str] = {
    str: '{key} = "…"',
    bool: "{key} = true  or  {key} = false",
    int: "{key} = 5",
    dict: "[{key}.…]",
    list: '{key} = ["…"]',
}


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any], replaced: Collection[str] = ()) -> dict[str, Any]:
    """Return tables with others laid over them: tables are merged, but for those called as in `replaced`; all else is
    replaced."""
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        if isinstance(value, dict) and isinstance(under, dict) and key not in replaced:
            merged[key] = laid_over(under, value, replaced)
        else:
            merged[key] = value
    return merged


class Table:
    """A table of a TOML file that is being read: gives checked values and collects what is wrong in `faults`."""

    def __init__(
        self, values: Mapping[str, Any], place: Place, path: Path = (), faults: list[Diagnostic] | None = None
    ):
        self.values = values
        self.place = place
        self.path = path
        self.faults: list[Diagnostic] = [] if faults is None else faults

    def refuse(self, message: str, hint: str = "", *key: str | int, code: str = "E203") -> None:
        """Take note of a fault at a key of this table, or at the table itself."""
        self.faults.append(error(code, self.place, message, hint, (*self.path, *key)))

    def only(self, *known: str) -> None:
        """Take note of keys that are not among `known`, each with the nearest that is."""
        for key in self.values:
            if key not in known:
                where = f" in [{'.'.join(str(p) for p in self.path if isinstance(p, str))}]" if self.path else ""
                hint = did_you_mean(key, known, f"known here: {', '.join(known)}")
                self.refuse(f"unknown key “{key}”{where}", hint, key, KEY, code="E202")

    def get(self, key: str, kind: type, default: Any = None, required: bool = False) -> Any:
        """Return a value of the wanted type, else the default with a fault taken note of."""
        if key not in self.values:
            if required:
                name = (
                    "[" + ".".join(str(p) for p in self.path if isinstance(p, str)) + "]" if self.path else "this file"
                )
                self.refuse(f"{name} has no “{key}”", f"add a line  {key} = …", code="E204")
            return default
        value = self.values[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.refuse_kind(key, value, kind)
            return default
        return value

    def refuse_kind(self, key: str, value: object, kind: type, *path: str) -> None:
        """Take note of a value of another kind than the wanted one, which is shown as it is written."""
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        name = path[-1] if path else key
        said = (
            name
            if isinstance(value, dict | list)
            else f"{name}: “{shown}”"
            if isinstance(value, str)
            else f"{name}: {shown}"
        )
        written = self._whole(key, *path) if kind is dict else name
        self.refuse(f"{said} is not {_NAMES[kind]}", f"write  {_WRITTEN[kind].format(key=written)}", key, *path)

    def _whole(self, *keys: str) -> str:
        """Return a key as the heading of a table has it."""
        return ".".join(str(step) for step in (*self.path, *keys))

    def text(self, key: str, default: str = "", required: bool = False) -> str:
        """Return a text; one that is required may not be empty."""
        value = str(self.get(key, str, default, required))
        if required and isinstance(self.values.get(key), str) and not value.strip():
            self.refuse(f"{key} is empty", f'write  {key} = "…"', key, code="E204")
        return value

    def texts(self, key: str) -> dict[str, str]:
        """Return a table of texts, by key."""
        return {k: v for k, v in self.get(key, dict, {}).items() if self._is_text(v, key, k)}

    def word(self, key: str, words: Sequence[str], default: str) -> str:
        """Return one of `words`."""
        value = self.text(key, default)
        if value not in words:
            self.refuse(
                f"{key}: “{value}” is not one of {', '.join(filter(None, words))}",
                did_you_mean(value, words, "choose one"),
                key,
            )
            return default
        return value

    def table(self, key: str, required: bool = False) -> "Table":
        """Return a table within this one, empty where it is absent."""
        return Table(self.get(key, dict, {}, required), self.place, (*self.path, key), self.faults)

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables of a list of tables."""
        items = self.values.get(key, [])
        if not isinstance(items, list) or any(not isinstance(item, dict) for item in items):
            self.refuse(f"{key} is not a list of tables", f"write  [[{self._whole(key)}]]", key)
            return ()
        return tuple(
            Table(item, self.place, (*self.path, key, number), self.faults) for number, item in enumerate(items)
        )

    def named(self, key: str = "") -> "tuple[tuple[str, Table], ...]":
        """Return the tables of a table of tables (of this one itself where `key` is empty), by name."""
        outer = self.table(key) if key else self
        found = []
        for name, value in outer.values.items():
            if isinstance(value, dict):
                found.append((name, Table(value, self.place, (*outer.path, name), self.faults)))
            else:
                written = ".".join(str(part) for part in (*outer.path, name))
                outer.refuse(f"“{name}” is not a table", f"write  [{written}]  and its keys below", name)
        return tuple(found)

    def _is_text(self, value: Any, *key: str) -> bool:
        if not isinstance(value, str):
            self.refuse_kind(key[0], value, str, *key[1:])
            return False
        return True
