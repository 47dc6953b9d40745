"""Stories whose text is HTML."""

from collections.abc import Callable

from tests.sites.faults import Case, assert_said, each
from tests.sites.newspaper import Newspaper
from tests.sites.plain import plain
from tests.sites.press import files, story

Make = Callable[..., Newspaper]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'
OLD = "content/world/old.en.html"
HEAD = "---\ntitle: Old\ndate: 2023-07-01\n---\n"


def site(body: str, *stories: tuple[str, str]) -> str:
    """Return a site of a story in HTML and others."""
    return plain(files((OLD, f"{HEAD}{body}\n"), ("content/world/wave.svg", SVG + "\n"), *stories))


def test_a_text_in_html_is_a_story_like_any_other(newspaper: Make) -> None:
    """It links and is linked, shows pictures, and has versions."""
    body = (
        '<h1>The wind</h1><p><a href="new.md">new</a><p><img src="wave.svg" alt="A wave"><p><a href="#the-wind">up</a>'
    )
    link = "[1](old.en.html) [2](@/world/old.md#the-wind) [3](/world/2023/07/old/) [4](old.bn.html)"
    paper = newspaper(site(body, story("new", body=link), ("content/world/old.bn.html", f"{HEAD}<p>a\n")))
    report = paper.build()
    assert report.diagnostics == ()
    out = paper.pages()
    page = out["world/2023/07/old/index.html"]
    assert '<h2 id="the-wind">The wind</h2>\n<p><a href="/world/2023/07/new/">new</a></p>' in page
    assert 'src="/media/world/wave.svg"' in page
    new = out["world/2023/07/new/index.html"]
    assert '<a href="/world/2023/07/old/">1</a> <a href="/world/2023/07/old/#the-wind">2</a>' in new
    assert '<a href="/bn/world/2023/07/old/" hreflang="bn">4</a>' in new
    assert "bn/world/2023/07/old/index.html" in out


def test_html_without_a_language_is_a_file_to_be_offered(newspaper: Make) -> None:
    text = files(story("a", body="[map](map.html)"), ("content/world/map.html", "<script>x</script>\n"))
    assert newspaper(plain(text)).built()["media/world/map.html"] == "<script>x</script>\n"


def test_what_is_left_out_of_a_text_is_warned_of(newspaper: Make) -> None:
    report = newspaper(site('<p>Wind</p>\n<iframe src="https://x.example"></iframe>')).build()
    assert [(item.code, str(item.place)) for item in report.diagnostics] == [("W122", f"{OLD}:6:1")]


MISTAKES = (
    Case(
        "a link to nothing", 'a\n<a href="nwe.md">b</a>', f"{OLD}:6:10", "“nwe.md” leads to nothing", "“@/world/new.md”"
    ),
    Case(
        "a picture that is not there", '<img src="wav.svg" alt="A">', f"{OLD}:5:11", "“wav.svg”", "“@/world/wave.svg”"
    ),
)


@each(MISTAKES)
def test_a_mistake_in_html_is_told_at_its_place(case: Case, newspaper: Make) -> None:
    assert_said(case, newspaper(site(case.text, story("new"))).faults())


def test_a_text_in_html_and_one_in_markdown_are_not_both_the_story(newspaper: Make) -> None:
    case = Case("", "", "content/world/old.en.md", "also in content/world/old.en.html", "remove one")
    assert_said(case, newspaper(site("<p>a", story("old"))).faults())


def test_html_without_front_matter_is_told(newspaper: Make) -> None:
    case = Case("", "", "content/world/bare.en.html:1:1", "no front matter", "begin the file")
    assert_said(case, newspaper(plain(files(story("a"), ("content/world/bare.en.html", "<p>a\n")))).faults())
