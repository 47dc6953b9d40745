"""What is Markdown here: CommonMark with emphasis for every script, and what newspapers write besides."""

from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from patrika.read.blocks import block_plugin
from patrika.read.body_html import FOOTNOTE_RULES, BodyRenderer
from patrika.read.emphasis import NewsParser
from patrika.read.typesetting import TYPOGRAPHY, typography_rule


def commonmark(renderer: type[RendererHTML] = RendererHTML) -> MarkdownIt:
    """Return a parser of CommonMark 0.31.2 that adds nothing but emphasis in scripts without spaces around marks."""
    parser = MarkdownIt("commonmark", renderer_cls=renderer)
    parser.inline = NewsParser()
    parser.configure("commonmark")
    return parser


@cache
def news_markdown(breaks: bool) -> MarkdownIt:
    """Return the process's parser of what editors write: a new one costs as much as a fifth of an article. With `breaks`, lines
    of files are lines of pages."""
    parser = commonmark(BodyRenderer)
    parser.options.update({"xhtmlOut": False, "breaks": breaks})
    parser.enable(["table", "strikethrough"])
    parser.use(block_plugin)
    parser.use(footnote_plugin)
    parser.use(attrs_plugin, after=("image", "code_inline"), spans=True, allowed=["lang", "class"])
    parser.use(attrs_block_plugin, allowed=["lang", "class", "id"])
    parser.core.ruler.before("text_join", TYPOGRAPHY, typography_rule)
    rendering = cast(BodyRenderer, parser.renderer)
    for name in FOOTNOTE_RULES:
        rendering.rules[name] = getattr(rendering, name)
    return parser
