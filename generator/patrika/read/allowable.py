"""What site.toml may allow in texts: providers whose things are shown, and tags that are taken as HTML.

Apart from what knows how to show them, which a build of nothing new need not load.
"""

PROVIDERS = (
    "youtube", "vimeo", "x", "facebook", "instagram", "tiktok", "soundcloud", "spotify", "openstreetmap", "datawrapper",
)  # fmt: skip

INLINE = frozenset({
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
    "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip
BLOCK = frozenset({
    "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt", "hr", "li", "ol", "p", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
TAGS = INLINE | BLOCK
"""What a site may allow."""

NEVER = frozenset({
    "a", "audio", "button", "embed", "form", "h1", "h2", "h3", "h4", "h5", "h6", "iframe", "img", "input", "object", "picture",
    "script", "select", "style", "svg", "textarea", "video",
})  # fmt: skip
"""What a site may well ask for."""
