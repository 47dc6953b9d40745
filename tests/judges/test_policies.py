"""Nothing is weak or wrong in the policies that sites are given; and the judge names what is weak in others."""

from collections.abc import Callable

import pytest

from tests.judges.policies import policy_findings
from tests.sites.newspaper import SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]


@pytest.mark.parametrize("settings", ["", "[embeds]\nproviders = []\n"])
def test_the_policy_of_a_site_passes(settings: str, newspaper: Make) -> None:
    """With what other sites let one show, and without."""
    paper = newspaper(files(story("a")), f'{SITE}\n[deploy]\nhost = "netlify"\n{settings}')
    assert paper.build().published
    lines = (paper.output / "_headers").read_text("utf-8").splitlines()
    policy = next(line for line in lines if "Content-Security-Policy" in line).partition(": ")[2]
    assert policy_findings(policy) == []


def test_what_is_weak_is_found() -> None:
    found = policy_findings("script-src 'unsafe-inline' *; object-src 'none'; imgsrc 'self'")
    assert {say.split(": ")[0] for say in found} == {"script-src 'unsafe-inline'", "script-src *", "imgsrc "}
