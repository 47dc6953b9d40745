"""A new site: the starter's files written into a folder."""

import json
from collections.abc import Iterator
from pathlib import Path

from patrika.run.request import SiteError

STARTER = Path(__file__).resolve().parents[1] / "starter"
RECIPES = {"github": ".github/workflows/publish.yml", "gitlab": ".gitlab-ci.yml"}
"""Where each CI looks for its recipe, from the root of the repository."""

_RENAMED = {"gitignore": ".gitignore"}
_NAME_LINE = 'name = "The Morning Paper"'


def begin(folder: Path, name: str = "", ci: str = "") -> tuple[Path, ...]:
    """Return the files of a small bilingual site, written into `folder`, which is made where it is not there.

    `ci` names the recipe for publishing that is wanted, if any. Raises SiteError, before anything is written, where a file
    of the starter is there already.
    """
    targets = {folder / path: source for path, source in _files(ci)}
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


def recipe_file(ci: str) -> Path:
    """Return the file of ours that holds the recipe for a CI."""
    return STARTER / "ci" / f"{ci}.yml"


def _files(ci: str) -> Iterator[tuple[str, Path]]:
    """Yield what is to be written, by path in the new site, and where it is; of the recipes only the one for `ci`."""
    recipes = {recipe_file(name): path for name, path in RECIPES.items()}
    for source in sorted(STARTER.rglob("*")):
        path = source.relative_to(STARTER).as_posix()
        if source in recipes:
            if source == recipe_file(ci):
                yield recipes[source], source
        elif source.is_file():
            yield _RENAMED.get(path, path), source
