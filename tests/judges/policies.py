"""A judge of Content-Security-Policy: Google's csp_evaluator."""

import json

from tests.judges.programs import package_file, said

_PROGRAM = """
const { CspEvaluator } = require(process.argv[1] + "/evaluator.js");
const { CspParser } = require(process.argv[1] + "/parser.js");
const policy = new CspParser(require("fs").readFileSync(0, "utf-8")).csp;
console.log(JSON.stringify(new CspEvaluator(policy).evaluate()));
"""


def policy_findings(policy: str) -> list[str]:
    """Return what is weak or wrong in a policy, as it stands in a header: directive, value, why."""
    folder = package_file("csp_evaluator/dist/evaluator.js").parent
    told = json.loads(said("node", "-e", _PROGRAM, folder, input=policy))
    return [f"{item['directive']} {item.get('value') or ''}: {item['description']}" for item in told]
