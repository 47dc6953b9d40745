"""Two judges of HTML: the Nu HTML checker, which knows the standard, and html-validate, which knows good practice."""

import json
from collections.abc import Iterable
from pathlib import Path

from tests.judges.programs import package_file, said

CONFIG = Path(__file__).parent / "html-validate.mjs"

FOR_A_SHORT_RUN = ("-Xss8m", "-XX:TieredStopAtLevel=1")
"""Java compiles quickly rather than well, which halves the time for some hundred pages, and takes a larger stack for it."""

UNKNOWN_TO_NU = ".*(“container-type”|“@container”).*"
"""What the checker says of container queries, which its CSS does not know yet (CSS Conditional 5)."""


def nu_findings(files: Iterable[Path]) -> list[str]:
    """Return the errors and warnings of the Nu HTML checker, for pages and style sheets, in one run."""
    jar = package_file("vnu-jar/build/dist/vnu.jar")
    options = ("--also-check-css", "--format", "gnu", "--filterpattern", UNKNOWN_TO_NU)
    return said("java", *FOR_A_SHORT_RUN, "-jar", jar, *options, *files).splitlines()


def html_validate_findings(files: Iterable[Path]) -> list[str]:
    """Return what html-validate says of pages by the rules of html-validate.mjs."""
    program = package_file("html-validate/bin/html-validate.mjs")
    results = json.loads(said("node", program, "--config", CONFIG, "--formatter", "json", *files))
    return [
        f"{result['filePath']}:{item['line']}:{item['column']}: {item['ruleId']}: {item['message']}"
        for result in results
        for item in result["messages"]
    ]
