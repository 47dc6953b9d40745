"""Write the tables of docs/themes.md again: `python -m reference` at the project's root."""

from pathlib import Path

from reference.regions import filled
from reference.tables import tables

PAGE = Path("docs/themes.md")


def main(page: Path) -> None:
    """Fill the regions of a page, and say whether it changed."""
    before = page.read_text("utf-8")
    after = filled(before, tables())
    if after != before:
        page.write_text(after, "utf-8")
    print(f"{page}: {'written' if after != before else 'unchanged'}")


if __name__ == "__main__":
    main(PAGE)
