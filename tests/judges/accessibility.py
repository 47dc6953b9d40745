"""axe-core in Chromium: WCAG 2.2 AA and its best practices, in light and in dark."""

from typing import Any

from playwright.sync_api import Page

from tests.judges.programs import package_file

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The only rules whose answer depends on the colour scheme."""

LIGHT = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
DARK = {"runOnly": {"type": "rule", "values": RULES_OF_COLOUR}, "resultTypes": ["violations"]}


def axe_findings(page: Page, address: str) -> list[str]:
    """Return the violations of a page and of the pages in its frames: scheme, address, rule, element, what to mend."""
    page.emulate_media(color_scheme="light")
    page.goto(address)
    for frame in page.frames:
        frame.evaluate(package_file("axe-core/axe.min.js").read_text("utf-8"))
    found = _violations(page, f"light {address}", LIGHT)
    page.emulate_media(color_scheme="dark")
    return found + _violations(page, f"dark {address}", DARK)


def _violations(page: Page, place: str, options: dict[str, Any]) -> list[str]:
    told = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{place}: {rule['id']}: {node['html'][:150]}: {node['failureSummary']}"
        for rule in told["violations"]
        for node in rule["nodes"]
    ]
