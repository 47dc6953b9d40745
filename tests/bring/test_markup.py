"""HTML becomes Markdown where that says the same, and stays HTML where it would not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patrika.bring.markup import converted, plain
from patrika.bring.wordpress_text import body_html, paragraphs, shortcodes

AS_MARKDOWN = [
    ("emphasis, with its blanks moved out", "<p>a <strong>bold </strong>b <i>it</i></p>", "a **bold** b *it*"),
    ("marks that mean nothing here", "<p>2 * _x_ [y] `z` a_b &amp;lt; 5 &lt; 6</p>", r"2 \* \_x\_ \[y\] \`z\` a_b \&lt; 5 \< 6"),
    ("a number that begins no list", "<p>1971. A year.</p>", "1971\\. A year."),
    ("a dash that begins no list", "<p>- said he</p>", "\\- said he"),
    ("line breaks, but none at the end", "<p>a<br>b<br></p>", "a\\\nb"),
    ("a heading with its anchor", '<h2 id="wind">Wind</h2><p>x</p>', "{#wind}\n## Wind\n\nx"),
    ("lists in lists", "<ul><li>a<ol><li>b</li></ol></li></ul>", "- a\n  1. b"),
    ("a figure", '<figure><img src="/a b.jpg" alt="A"><figcaption>C</figcaption></figure>', '![A](/a%20b.jpg "C")'),
    ("a picture that links to itself", '<a href="/a.jpg"><img src="/a-3x2.jpg" alt="A"></a>', "![A](/a-3x2.jpg)"),
    ("a player within a player", '<iframe src="//player.vimeo.com/video/1"><p>' * 2, "https://vimeo.com/1"),
    ("an address alone, without a tag", "https://x.org/y", "https://x.org/y"),
    ("a table with a head", "<table><tr><th>a</th></tr><tr><td>1|2</td></tr></table>", "| a |\n| --- |\n| 1\\|2 |"),
    ("a quotation and its source", "<blockquote><p>q</p><cite>who</cite></blockquote>", "> q\n>\n> who"),
    ("a listing", '<pre><code class="language-py">a = 1\n\n  b</code></pre>', "```py\na = 1\n\n  b\n```"),
    ("words of another language", '<p>see <span lang="ur">اردو</span></p>', "see [اردو]{lang=ur}"),
    ("emphasis before a Bangla ending", "<p><b>“প্রথম আলো”</b>র খবর</p>", "**“প্রথম আলো”**র খবর"),
    ("looks", '<p style="color:red" class="x"><span style="y">a</span></p><p>&nbsp;</p>', "a"),
    ("a player", '<iframe src="//player.vimeo.com/video/12?h=1"></iframe>', "https://vimeo.com/12"),
    ("the end of the excerpt", "<p>a</p><!--more--><p>b</p><!-- wp:x -->", "a\n\n<!--more-->\n\nb"),
    ("a gallery", '<div class="gallery"><img src="/1.jpg" alt="A"></div>', "::: gallery\n![A](/1.jpg)\n:::"),
    ("three colons that are no block", "<p>::: x</p>", "\\::: x"),
]  # fmt: skip

HOSTILE = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>", "</b>", "<i>", '<a href="/x">', "</a>", "<br>", "<ul>", "<li>", "<td>", "</table>", "<!--", "-->",
         "<![", "<!", "<?", "&", "&lt;", '"', "'", "word", "আলো", "**", "`", "\n", "\n\n", "[caption]", "[/caption]",
         "[gallery]", '<iframe src="//player.vimeo.com/video/1">', "<figure>", "<figcaption>", "<pre>", "</pre>", "<code>",
         '<h2 id="a">', "</h2>", "<blockquote>", "<cite>", "\ue0000\ue001", '<span lang="bn">', "<!--more-->", "\x00", "\x03",
         "1. ", "- ", "#", "<hr>", "https://x.org/y", "|", "\\", " "]
    ),
    max_size=25,
).map("".join)  # fmt: skip

AS_HTML = [
    ("an exponent", "<p>m<sup>3</sup></p>", "<sup>"),
    ("a table without a head", "<table><tr><td>1</td></tr></table>", "<tr>"),
    ("cells over columns", '<table><tr><th colspan="2">a</th></tr><tr><td>1</td><td>2</td></tr></table>', "th"),
    ("a list within a list that begins with 3", "<ul><li>a<ol start=3><li>b</li></ol></li></ul>", "<li>"),
    ("a frame of another site", '<iframe src="https://maps.example/"></iframe>', "<iframe>"),
    ("a caption with a link", '<figure><img src="/a.jpg" alt="A"><figcaption>by <a href="/x/">X</a></figcaption></figure>', ""),
    ("a place that is linked to", '<p><a href="#note">n</a></p><p id="note">The note.</p>', "<p>"),
    ("tags within tags, a thousand deep", "<div>" * 3_000, "hundreds deep"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "markdown"), [pytest.param(*case[1:], id=case[0]) for case in AS_MARKDOWN])
def test_what_markdown_can_say_is_said_in_it(html: str, markdown: str) -> None:
    assert (converted(html).body, converted(html).form) == (markdown, "md")


@pytest.mark.parametrize(("html", "lost"), [pytest.param(*case[1:], id=case[0]) for case in AS_HTML])
def test_what_markdown_cannot_say_stays_as_it_is(html: str, lost: str) -> None:
    made = converted(html)
    assert made.form == "html"
    assert lost in made.lost


@given(HOSTILE)
def test_whatever_was_pasted_comes_over(html: str) -> None:
    """In one form or the other, never with an exception; what is Markdown has every word of what is shown."""
    made = converted(body_html(html, lambda _: None))
    if made.form == "md":
        assert made.body.count("word") == plain(body_html(html, lambda _: None)).count("word")


def test_addresses_are_changed_in_either_form() -> None:
    def address(url: str, is_picture: bool) -> str:
        return f"/{'picture' if is_picture else 'link'}{url}"

    html = '<p><a href="/a/">a</a> <img src="/b.jpg" alt="b"></p>'
    assert converted(html, address).body == "[a](/link/a/) ![b](/picture/b.jpg)"
    assert '<a href="/link/a/">' in converted(html + "<p>m<sup>3</sup></p>", address).body


def test_blank_lines_part_paragraphs_and_line_ends_are_breaks() -> None:
    text = "a\nb\n\n<blockquote>c\n\nd</blockquote>\ne\n\n<pre>f\n\ng</pre>"
    assert converted(paragraphs(text)).body == "a\\\nb\n\n> c\n>\n> d\n\ne\n\n```\nf\n\ng\n```"


def test_words_in_brackets_are_no_shortcodes() -> None:
    text = "He [sic] said [1] so.\n\\[tip-us\\] [x id=1] [note]n[/note] [link](/a/)"
    assert shortcodes(text) == [(1, "[tip-us]"), (1, "[x id=1]"), (1, "[note]")]
