"""Templates are compiled once for all languages; what they print is each language's own."""

from collections.abc import Callable

from tests.sites.newspaper import Newspaper
from tests.sites.press import files, story


def test_a_filter_of_a_constant_speaks_each_language(newspaper: Callable[..., Newspaper]) -> None:
    paper = newspaper(files(story("a"), story("a", language="bn")))
    paper.put("templates/article.html", "<p>{{ 2023 | number }} {{ _('Tags') }}</p>")
    out = paper.built()
    assert out["world/2023/07/a/index.html"] == "<p>2,023 Tags</p>"
    assert out["bn/world/2023/07/a/index.html"].startswith("<p>২,০২৩ ")
    assert "Tags" not in out["bn/world/2023/07/a/index.html"]
