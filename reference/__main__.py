"""Write the tables of docs/ again that are made from the code: `python -m reference` at the project's root."""

from collections.abc import Callable, Mapping
from pathlib import Path

from reference.languages import language_tables
from reference.regions import filled
from reference.tables import tables

PAGES: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "docs/themes.md": tables,
    "docs/languages.md": language_tables,
}


def main(page: Path, texts: Mapping[str, str]) -> None:
    """Fill the regions of a page, and say whether it changed."""
    before = page.read_text("utf-8")
    after = filled(before, texts)
    if after != before:
        page.write_text(after, "utf-8")
    print(f"{page}: {'written' if after != before else 'unchanged'}")


if __name__ == "__main__":
    for name, made in PAGES.items():
        main(Path(name), made())
