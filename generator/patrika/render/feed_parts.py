"""What every form of a feed says of a story, as texts and whole addresses."""

from collections.abc import Mapping

from markupsafe import escape
from msgspec import Struct

from patrika.model.article import PHRASES
from patrika.model.language import Language
from patrika.model.media import Picture
from patrika.model.site import Site
from patrika.plan.file_inputs import CorrectionItem, FeedItem, FeedPlace
from patrika.relate.feed_ids import feed_id, host_of, uri_of
from patrika.render.instants import rfc_822, rfc_3339
from patrika.render.locale import Voice
from patrika.render.means import Means
from patrika.render.plain_html import plain
from patrika.render.sayings import CORRECTIONS


class FeedGround(Struct, frozen=True):
    """All that feeds of a language show besides their input."""

    tag: str
    direction: str
    site_name: str
    url: str
    host: str
    """That ids are made of, whatever the address for one build."""
    timezone: str
    hub: str
    spoken: tuple[str, str]
    """Locale and numerals, for what bodies say of themselves."""
    phrases: Mapping[str, tuple[str, ...]]
    """Of the theme, that bodies ask for."""
    corrections: str = CORRECTIONS
    """What corrections are called, as the theme has it."""


def ground(site: Site, language: Language, voice: Voice) -> FeedGround:
    """Return all that feeds of a language show besides their input."""
    return FeedGround(
        tag=language.tag,
        direction=language.direction,
        site_name=language.site_name,
        url=site.url,
        host=host_of(site),
        timezone=site.timezone,
        hub=site.feeds.hub,
        spoken=(language.locale, language.numerals),
        phrases=voice.phrases.among(PHRASES),
        corrections=voice.say(CORRECTIONS),
    )


class Name(Struct, frozen=True):
    """Someone who wrote a story, or an agency; `url` is empty where they have no page."""

    name: str
    url: str = ""


class Shot(Struct, frozen=True):
    """A story's picture."""

    url: str
    picture: Picture


class Told(Struct, frozen=True):
    """A story as all forms tell it."""

    id: str
    """Whatever editors gave it as."""
    uri: str
    """The same where that is one, else ours."""
    url: str
    title: str
    summary: str
    html: str
    """Empty where feeds carry summaries alone."""
    published: int
    updated: int
    """0 where it was not."""
    authors: tuple[Name, ...]
    agency: str
    words: tuple[str, ...]
    """Its section and its tags."""
    shot: Shot | None
    ground: FeedGround

    @property
    def changed(self) -> int:
        """Return when it last changed, in UTC seconds."""
        return self.updated or self.published

    def mail_date(self, moment: int) -> str:
        """Return an instant as RSS has it."""
        return rfc_822(moment, self.ground.timezone)

    def date(self, moment: int) -> str:
        """Return an instant as the others have it."""
        return rfc_3339(moment, self.ground.timezone)


class Whole(Struct, frozen=True):
    """A feed around its items."""

    place: FeedPlace
    url: str
    home: str
    id: str
    changed: str
    """When the last of its stories changed, as its form has it; empty where it has none."""
    ground: FeedGround


def told(item: FeedItem, known: FeedGround, means: Means) -> Told:
    """Return a story as all forms tell it."""
    card, url = item.card, means.absolute(item.card.path)
    return Told(
        id=feed_id(item.article, known.host),
        uri=uri_of(card.story, card.language, item.article.guid, known.host),
        url=url,
        title=card.title,
        summary=card.summary,
        html=_html(item, known, means, url),
        published=card.published,
        updated=card.updated,
        authors=tuple(Name(it.name, means.absolute(it.path) if it.path else "") for it in card.authors),
        agency=card.agency,
        words=(item.section, *item.tags),
        shot=Shot(means.absolute(card.image.media.url), card.image) if card.image else None,
        ground=known,
    )


def told_correction(item: CorrectionItem, known: FeedGround, means: Means) -> Told:
    """Return a correction as all forms tell it: under its story's headline, by the words alone."""
    return Told(
        id=item.id,
        uri=item.id,
        url=means.absolute(item.card.path),
        title=item.card.title,
        summary=item.correction.text,
        html=f"<p>{escape(item.correction.text)}</p>",
        published=item.correction.date,
        updated=0,
        authors=(),
        agency="",
        words=(),
        shot=None,
        ground=known,
    )


def _html(item: FeedItem, known: FeedGround, means: Means, url: str) -> str:
    if item.text is None:
        return ""
    html = plain(means.prose(item.text, item.article.dateline), url)
    return f'<div dir="rtl">{html}</div>' if known.direction == "rtl" else html
