"""What files for programs are written with: whole addresses, and bodies as HTML that needs nothing of the site."""

from collections.abc import Callable, Iterator

from markupsafe import escape
from msgspec import Struct

from patrika.model.blocks import Embed, Sheet
from patrika.model.language import Language
from patrika.model.media import Media
from patrika.model.site import Site
from patrika.plan.inputs import BlockInput, Text
from patrika.render.borrowed import told
from patrika.render.filters import hrefs
from patrika.render.guard import GuardedEnvironment
from patrika.render.locale import Voice
from patrika.render.prose import Href, print_prose
from patrika.render.theme import Templates, block_template


def feed_block(name: str) -> str:
    """Return the name under which a block is shown in feeds, `quote.feed`: its template is blocks/quote.feed.html."""
    return f"{name}.feed"


class Means(Struct, frozen=True):
    """What writers write with."""

    absolute: Href
    """Makes a path of the site a whole address."""
    prose: Callable[[Text, str], str]
    """Prints a body with whole addresses, its blocks as feeds have them, and the place that it is from before it."""


def means_of(site: Site, language: Language, voice: Voice, env: GuardedEnvironment, templates: Templates) -> Means:
    """Return what files in a language are written with."""
    _, absolute = hrefs(site)

    def show(block: BlockInput) -> str:
        template = block_template(feed_block(block.name))
        if template in templates:
            return told(env.get_template(template).render(block=block), language)
        return block.content + "".join(_plainly(block, absolute))

    def prose(text: Text, dateline: str) -> str:
        return str(print_prose(text, voice, absolute, show, f"{dateline} — " if dateline else ""))

    return Means(absolute, prose)


def _plainly(block: BlockInput, absolute: Href) -> Iterator[str]:
    """Yield what a block shows besides what stands between its fences, where the theme does not say how feeds show it: links
    to files and to other sites, and tables."""
    for value in block.attributes.values():
        if isinstance(value, Media):
            name = value.path.rpartition("/")[2]
            yield f'<p><a href="{escape(absolute(value.url))}">{escape(name)}</a></p>'
        elif isinstance(value, Embed):
            yield f'<p><a href="{escape(value.url)}">{escape(value.provider)}</a></p>'
        elif isinstance(value, Sheet):
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in value.rows)
            yield f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
