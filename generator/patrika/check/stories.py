"""Rules for one story, as its file says it."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from patrika.model.article import Article
from patrika.model.diagnostics import Diagnostic, Place, warning

LONGEST_HEADLINE = 110
"""Characters: search engines and cards cut longer ones (Google's advice on article markup, until 2023 its limit)."""


def story_findings(story: Article, now: int, zone: ZoneInfo) -> Iterator[Diagnostic]:
    """Yield what an editor would mend in a story that readers see. `now` is in UTC seconds."""
    place = Place(story.source)
    if not story.summary:
        hint = "write `summary:`, one or two sentences: lists, feeds and search engines show it"
        yield warning(
            "W712", place, "this story has no summary; its first words stand in place of one", hint, ("title",)
        )
    if len(story.title) > LONGEST_HEADLINE:
        said = f"this headline has {len(story.title)} characters, and more than {LONGEST_HEADLINE} are cut"
        yield warning("W713", place, said, "shorten it; what it loses may go into the summary", ("title",))
    yield from _dates(story, now, zone)
    yield from _repeated_captions(story)


def _dates(story: Article, now: int, zone: ZoneInfo) -> Iterator[Diagnostic]:
    place = Place(story.source)
    hint = "mend it; what is to appear later has `publish_at:`"
    corrected = max((correction.date for correction in story.corrections), default=0)
    for key, moment in (("date", story.published), ("updated", story.updated)):
        if moment > now and moment != corrected:
            said = (
                f"{key}: {datetime.fromtimestamp(moment, zone):%Y-%m-%d %H:%M} is yet to come, and the story is public"
            )
            yield warning("W714", place, said, hint, (key,))
    if corrected > now:
        said = f"corrections: {datetime.fromtimestamp(corrected, zone):%Y-%m-%d %H:%M} is yet to come"
        yield warning("W714", place, said, "mend it", ("corrections",))
    if 0 < story.updated < story.published and not _same_day(story, zone):
        yield warning(
            "W715", place, "this story was updated before it was published", "mend one of the dates", ("updated",)
        )


def _same_day(story: Article, zone: ZoneInfo) -> bool:
    """Return whether `updated` names but a day, that of publication."""
    days = {datetime.fromtimestamp(moment, zone).date() for moment in (story.published, story.updated)}
    return "updated" in story.days_alone and len(days) == 1


def _repeated_captions(story: Article) -> Iterator[Diagnostic]:
    """Yield pictures whose alternative text is their caption, which screen readers then say twice (WCAG 2.2, H37, G95)."""
    said = "the text for those who cannot see this picture is its caption, word by word"
    hint = "say in it what is to be seen; the caption says what it means"
    image = story.image
    if image and image.alt and image.alt == image.caption:
        yield warning("W708", Place(story.source), said, hint, ("image", "alt"))
    for picture in story.prose.pictures:
        if picture.alt and picture.alt == picture.caption:
            yield warning("W708", Place(story.source, picture.line, picture.column), said, hint)
