"""Text as XML 1.0 can carry it."""

from patrika.read.text import fit


def content(text: str) -> str:
    """Return a text as the content of an element: it is read as it was, less what XML cannot carry."""
    text = fit(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def attributes(**values: str) -> str:
    """Return attributes, each with a space before it; an underscore stands for a colon, and one at the end is dropped."""
    named = ((name.rstrip("_").replace("_", ":"), value) for name, value in values.items())
    return "".join([f' {name}="{_quoted(value)}"' for name, value in named])


def _quoted(value: str) -> str:
    text = content(value).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")


def element(name: str, text: str, **values: str) -> str:
    """Return an element that holds text alone, on a line of its own."""
    return f"<{name}{attributes(**values)}>{content(text)}</{name}>\n"


def empty(name: str, **values: str) -> str:
    """Return an element that holds nothing, on a line of its own."""
    return f"<{name}{attributes(**values)}/>\n"
