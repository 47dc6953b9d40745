"""The law of `_headers`: each file for programs of the sample newsroom has one type and one hub, within the host's limits."""

from pathlib import Path

import pytest

from patrika.relate.addresses import percent_encoded
from tests.hosting.newsroom import hosted_newsroom, typed_files
from tests.sites.headers import rules_of, said_of


@pytest.mark.parametrize(("host", "most"), [("cloudflare", 100), ("netlify", 1_000)])
def test_files_for_programs_have_their_types_and_feeds_name_their_hub(host: str, most: int, tmp_path: Path) -> None:
    output = hosted_newsroom(tmp_path, host).output
    rules = rules_of((output / "_headers").read_text("utf-8"))
    assert len(rules) <= most
    for path, type, link in typed_files(output):
        said = said_of(percent_encoded(path), rules)
        assert (said["Content-Type"], said.get("Link", "")) == (type, link), path
    for page in output.rglob("*.html"):
        path = f"/{page.relative_to(output).as_posix().removesuffix('index.html')}"
        if path != "/bn/old/":
            assert {"Content-Type", "Link"}.isdisjoint(said_of(percent_encoded(path), rules)), path
