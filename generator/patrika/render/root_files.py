"""Files at the root of a host written: robots.txt (RFC 9309) and security.txt (RFC 9116)."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from msgspec import Struct

from patrika.model.language import Language
from patrika.model.site import Robots, Security, Site
from patrika.plan.file_inputs import RobotsInput, SecurityInput
from patrika.read.crawlers import AI_CRAWLERS
from patrika.render.locale import Voice
from patrika.render.means import Means


class RobotsGround(Struct, frozen=True):
    """All that robots.txt shows besides its input."""

    robots: Robots
    url: str


class SecurityGround(Struct, frozen=True):
    """All that security.txt shows besides its input."""

    security: Security | None
    url: str


def robots_ground(site: Site, _language: Language, _voice: Voice) -> RobotsGround:
    """Return all that robots.txt shows besides its input."""
    return RobotsGround(site.robots, site.url)


def robots_writing(ground: RobotsGround, means: Means) -> Callable[[RobotsInput], bytes]:
    """Return what writes robots.txt. Crawlers for AI that are not turned away stand in it as a comment, for whoever reads it."""

    def write(robots: RobotsInput) -> bytes:
        denied = [*(AI_CRAWLERS if ground.robots.denies_ai else ()), *ground.robots.deny]
        stanzas = ["User-agent: *\nAllow: /\n"]
        if denied:
            stanzas.append(_turned_away(dict.fromkeys(denied)))
        if not ground.robots.denies_ai:
            others = [name for name in AI_CRAWLERS if name not in denied]
            lines = _turned_away(others).splitlines()
            said = 'Crawlers that gather texts for AI may read this site. With  [robots] ai = "deny"  they may not:'
            stanzas.append("".join(f"# {line}\n" for line in (said, *lines)))
        if robots.index:
            stanzas.append(f"Sitemap: {means.absolute(robots.index)}\n")
        return "\n".join(stanzas).encode()

    return write


def _turned_away(names: Iterable[str]) -> str:
    return "".join(f"User-agent: {name}\n" for name in names) + "Disallow: /\n"


def security_ground(site: Site, _language: Language, _voice: Voice) -> SecurityGround:
    """Return all that security.txt shows besides its input."""
    return SecurityGround(site.security, site.url)


def security_writing(ground: SecurityGround, means: Means) -> Callable[[SecurityInput], bytes]:
    """Return what writes security.txt."""

    def write(file: SecurityInput) -> bytes:
        security = ground.security
        assert security is not None, "site.toml has no [security]"
        expires = datetime.fromtimestamp(security.expires, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        lines = [*(("Contact", contact) for contact in security.contacts), ("Expires", expires)]
        lines += [("Preferred-Languages", ", ".join(security.languages))] if security.languages else []
        lines.append(("Canonical", means.absolute(file.path)))
        lines += [("Policy", security.policy), ("Encryption", security.encryption)]
        lines += [("Acknowledgments", security.acknowledgments), ("Hiring", security.hiring)]
        return "".join(f"{name}: {value}\n" for name, value in lines if value).encode()

    return write
