"""The examples of blocks in docs/editors.md, and the files that they name."""

import re
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "editors.md").read_text("utf-8").partition("### Blocks\n")[2].partition("\n### ")[0]
_EXAMPLE = re.compile(r"^\*\*(\w+)\*\*:.*?\n\n((?:    [^\n]*\n|\n)+)", re.MULTILINE | re.DOTALL)
EXAMPLES = {found[1]: dedent(found[2]) for found in _EXAMPLE.finditer(DOCS)}
FILES = {
    "before.jpg": (ROOT / "content/images/metro.jpg").read_bytes(),
    "after.jpg": (ROOT / "content/images/metro.jpg").read_bytes(),
    "gauges.csv": "Gauge,Level,Change\nPhulchhari,+71,+9\nAricha,−22,+18\n".encode(),
    "horn.mp3": b"sound",
    "landing.mp4": b"film",
    "landing.en.vtt": b"WEBVTT\n",
}
