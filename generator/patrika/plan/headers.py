"""What the host is to say with its answers: of all files, of feeds, and of assets that never change."""

from collections.abc import Iterator

from patrika.model.diagnostics import Diagnostic, Place, warning
from patrika.model.site import Site
from patrika.plan.channels import FILES, FORMS, TYPES, channels
from patrika.plan.edition import Edition
from patrika.plan.file_inputs import Form
from patrika.plan.hosts import HOSTS, FeedHeaders, Said
from patrika.read.settings import SITE_FILE

FOR_EVER = "public, max-age=31536000, immutable"
"""RFC 9111 and 8246: of a file whose name changes with its bytes."""

BRIEFLY = "public, max-age=60"
"""Of all else: a mended page is seen within a minute."""


def of_all(site: Site) -> Said:
    """Return what is said with all answers (Fetch, Referrer Policy, Permissions Policy, HTML, RFC 6797)."""
    said = [
        ("Content-Security-Policy", site.deploy.policy),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    return (*said, *([("Strict-Transport-Security", "max-age=31536000")] if site.deploy.hsts else []))


def of_feeds(edition: Edition) -> Iterator[FeedHeaders]:
    """Yield what is said with feeds, by their names: their types, since hosts know of endings only, and their hub (WebSub)."""
    depths: dict[Form, set[int]] = {}
    for channel in channels(edition):
        for form in FORMS[channel.kind]:
            depths.setdefault(form, set()).add(channel.path.count("/") - 1)
    hub = edition.site.feeds.hub
    for form, found in sorted(depths.items()):
        said = [
            ("Content-Type", f"{TYPES[form][0]}; charset=utf-8"),
            *([("Link", f'<{hub}>; rel="hub"')] if hub else []),
        ]
        yield FeedHeaders(FILES[form], tuple(sorted(found)), tuple(said))


def too_long(site: Site) -> Iterator[Diagnostic]:
    """Yield a warning for each header that is longer than the host takes."""
    ability = HOSTS[site.deploy.host]
    for name, value in of_all(site) if ability.header else ():
        if len(f"{name}: {value}") > (ability.header or 0):
            said = f"{ability.name} passes over headers of more than {ability.header:,} signs, such as {name}"
            yield warning("W408", Place(SITE_FILE), said, "name fewer origins and providers", ("deploy", "host"))
