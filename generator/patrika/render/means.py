"""What files for programs are written with: whole addresses, and bodies as HTML that needs nothing of the site."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from patrika.model.site import Site
from patrika.plan.inputs import BlockInput, Text
from patrika.render.filters import hrefs
from patrika.render.guard import GuardedEnvironment
from patrika.render.locale import Voice
from patrika.render.prose import Href, print_prose
from patrika.render.theme import TemplateSource, block_template


def feed_block(name: str) -> str:
    """Return the name under which a block is shown in feeds, `quote.feed`: its template is blocks/quote.feed.html."""
    return f"{name}.feed"


class Means(Struct, frozen=True):
    """What writers write with."""

    absolute: Href
    """Makes a path of the site a whole address."""
    prose: Callable[[Text], str]
    """Prints a body with whole addresses, its blocks as feeds have them."""


def means_of(site: Site, voice: Voice, env: GuardedEnvironment, templates: Mapping[str, TemplateSource]) -> Means:
    """Return what files in a language are written with."""
    _, absolute = hrefs(site)

    def show(block: BlockInput) -> str:
        template = block_template(feed_block(block.name))
        return env.get_template(template).render(block=block) if template in templates else block.content

    return Means(absolute, lambda text: print_prose(text, voice, absolute, show))
