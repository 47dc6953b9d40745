"""The judge of policies lets a strict one pass and names what is weak in others."""

from tests.judges.policies import policy_findings

STRICT = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self';"
    " base-uri 'none'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests"
)


def test_a_strict_policy_passes() -> None:
    assert policy_findings(STRICT) == []


def test_what_is_weak_is_found() -> None:
    found = policy_findings("script-src 'unsafe-inline' *; object-src 'none'; imgsrc 'self'")
    assert {say.split(": ")[0] for say in found} == {"script-src 'unsafe-inline'", "script-src *", "imgsrc "}
