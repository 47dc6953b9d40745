"""Files for the host written: rules of redirects and of headers in its dialect."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from patrika.model.language import Language
from patrika.model.site import Host, Site
from patrika.plan.hosts import HostFile, HostInput
from patrika.render import cloudfront, nginx, rules
from patrika.render.locale import Voice
from patrika.render.means import Means


class HostGround(Struct, frozen=True):
    """All that files for the host show besides their input."""

    host: Host


def ground(site: Site, _: Language, __: Voice) -> HostGround:
    """Return all that files for the host show besides their input."""
    return HostGround(site.deploy.host)


def writing(ground: HostGround, _: Means) -> Callable[[HostInput], bytes]:
    """Return what writes files for the host."""
    writers: Mapping[HostFile, Callable[[HostInput], str]] = {
        "redirects": lambda file: rules.redirects(file, ground.host),
        "headers": rules.headers,
        "nojekyll": lambda _: "",
        "nginx http": nginx.maps,
        "nginx server": nginx.server,
        "cloudfront redirects": cloudfront.redirects,
        "cloudfront headers": cloudfront.headers,
    }
    return lambda file: writers[file.file](file).encode()
