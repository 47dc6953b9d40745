"""Where themes lie that are not a site's own."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED_THEMES = (_PACKAGE / "themes", _PACKAGE.parents[1] / "themes")
"""In a wheel, and beside the source root in a checkout."""
