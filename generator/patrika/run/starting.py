"""A new site: the starter's files written into a folder."""

import json
from pathlib import Path

from patrika.run.request import SiteError

STARTER = Path(__file__).resolve().parents[1] / "starter"
_RENAMED = {"gitignore": ".gitignore"}
_NAME_LINE = 'name = "The Morning Paper"'


def begin(folder: Path, name: str = "") -> tuple[Path, ...]:
    """Return the files of a small bilingual site, written into `folder`, which is made where it is not there.

    Raises SiteError, before anything is written, where a file of the starter is there already.
    """
    targets = {folder / _target(source): source for source in sorted(STARTER.rglob("*")) if source.is_file()}
    if in_way := next(
        (above for above in (folder, *folder.resolve().parents) if above.exists() and not above.is_dir()), None
    ):
        raise SiteError(f"{in_way} is a file: choose an empty folder, as in: patrika init my-paper")
    taken = [path for path in targets if path.exists()]
    if taken:
        raise SiteError(f"{taken[0]} is there already: choose an empty folder, as in: patrika init my-paper")
    for target, source in targets.items():
        content = source.read_bytes()
        if name and target.name == "site.toml":
            quoted = json.dumps(name, ensure_ascii=False)
            content = content.replace(_NAME_LINE.encode(), f"name = {quoted}".encode(), 1)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return tuple(targets)


def _target(source: Path) -> Path:
    path = source.relative_to(STARTER)
    return path.with_name(_RENAMED.get(path.name, path.name))
