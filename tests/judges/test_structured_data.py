"""The judge of JSON-LD lets good blocks pass and names what is wrong with others."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.judges.sample import Printing
from tests.judges.structured_data import json_ld_of, schema_findings

GOOD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "OpinionNewsArticle",
    "headline": "শিরোনাম",
    "datePublished": "2023-07-27T03:16:00+06:00",
    "author": [{"@type": "Person", "name": "অনিকা দাস", "url": "https://test.example/authors/anika-das/"}],
    "image": ["https://test.example/a.jpg"],
    "isPartOf": {"@type": "CreativeWorkSeries", "name": "The Delta"},
}
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [{"@type": "NewsMediaOrganization", "ethicsPolicy": "https://t.example/"}],
}


def test_good_blocks_pass(tmp_path: Path) -> None:
    assert schema_findings({"story": json.dumps(GOOD), "graph": json.dumps(GRAPH)}, tmp_path) == []


def test_it_finds_nothing_in_pages(printings: Mapping[str, Printing], tmp_path: Path) -> None:
    """However often pages say the same, it is judged once."""
    texts = {file: file.read_text("utf-8") for printing in printings.values() for file in printing.files}
    blocks = {block: str(file) for file, html in texts.items() for block in json_ld_of(html)}
    assert len(blocks) > 100
    assert (
        schema_findings({f"{file} {number}": block for number, (block, file) in enumerate(blocks.items())}, tmp_path)
        == []
    )


def test_what_is_wrong_is_found_in_each_block(tmp_path: Path) -> None:
    bad = {
        "good": json.dumps(GOOD),
        "property": json.dumps({**GOOD, "headlin": "x"}),
        "within": json.dumps({**GOOD, "author": [{"@type": "Person", "naem": "x"}]}, indent=2),
        "kind": json.dumps({**GOOD, "author": 42}),
        "type": json.dumps({"@context": "https://schema.org", "@type": "NewsArticel"}),
        "graph": json.dumps({**GRAPH, "@graph": [{"@type": "NewsArticle", "datePublishd": "2023"}]}),
        "text": "{'headline': 1}",
    }
    found = schema_findings(bad, tmp_path)
    assert [say.split(": ")[0] for say in found] == ["text", "property", "within", "kind", "type", "graph"]
    parts = ("not JSON", "headlin", "naem", "number", "Did you mean 'NewsArticle'", "datePublishd")
    assert [part for part, say in zip(parts, found, strict=True) if part not in say] == []


def test_blocks_are_taken_from_pages() -> None:
    page = (
        '<p>a</p>\n<script type="application/ld+json">{"a": 1}</script><script type="application/ld+json">\n[]</script>'
    )
    assert json_ld_of(page) == ['{"a": 1}', "\n[]"]
