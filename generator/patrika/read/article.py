"""A file of `content/` to a checked article, author or standalone page."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Article, Author, Body, Correction, ImageRef, Prose, Standalone
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error, warning
from patrika.model.site import Level, Site
from patrika.read import front_matter, house_rules, schema
from patrika.read.decoding import decode
from patrika.read.fields import read_extra
from patrika.read.markdown import Rendered, render_html, render_markdown
from patrika.read.moments import read_moment
from patrika.read.printed_fields import printed_fields, typography_of
from patrika.read.sources import CONTENT, Origin, language_of, origin_of
from patrika.read.unfit import Unfit
from patrika.read.values import DatedText
from patrika.read.wording import parts_of, wording_of


class Loose(Struct, frozen=True):
    """What a file with a fault names, so that this is checked in the same run."""

    prose: Prose
    image: ImageRef | None = None
    authors: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class Reading(Struct, frozen=True):
    """What became of a file: a value where it could be read, and what is wrong with it. Its body travels apart."""

    value: Article | Author | Standalone | None
    faults: tuple[Diagnostic, ...]
    loose: Loose | None = None
    """What could be read of a file whose front matter is at fault."""


Read = tuple[Reading, Body]
"""A reading and the body that its value's prose names by digest."""


def _failed(*faults: Diagnostic) -> Read:
    return Reading(None, faults), Body()


class _File(Struct, frozen=True):
    """A file taken apart and checked, before it is known what it is."""

    place: Place
    checked: schema.Checked
    """Its front matter as written."""
    fields: Mapping[str, Any]
    """The same as it is printed."""
    rendered: Rendered
    text: str
    """As written, below the front matter."""

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        return (*self.checked.faults, *self.rendered.faults)

    @property
    def loose(self) -> Loose:
        fields = self.checked.fields
        return Loose(self.rendered.prose, fields.get("image"), fields.get("authors") or (), fields.get("related") or ())


def _open(
    path: str,
    content: bytes,
    site: Site,
    level: Level,
    rules: Iterable[schema.FieldRule],
    *,
    language: str,
    given: Callable[[Mapping[str, Any]], Iterable[str]] = lambda _: (),
) -> _File | Diagnostic:
    """Return a file taken apart. `language` is that of its name; `given` says, by its front matter, which keys it may
    lack that others may not."""
    place = Place(path)
    text = decode(content, place)
    if isinstance(text, Diagnostic):
        return text
    parts = front_matter.split(text, place)
    if isinstance(parts, Diagnostic):
        return parts
    fields, written, faults = house_rules.ruled(parts.fields, path.removeprefix(CONTENT), site, place)
    zone = ZoneInfo(site.timezone)
    checked = schema.check(fields, rules, place, zone, given(fields), parts.line_of)
    if own := checked.fields.get("extra"):
        extra, wrong = read_extra(own, site.fields.get(level, {}), place, zone)
        checked = replace(checked, fields={**checked.fields, "extra": extra}, faults=(*checked.faults, *wrong))
    checked = replace(checked, faults=(*faults, *house_rules.named_as_written(checked.faults, written)))
    excerpt = not checked.fields.get("summary")
    typography = typography_of(site, checked.fields.get("lang") or language)
    at = Place(path, parts.line)
    if path.endswith(".html"):
        rendered = render_html(parts.body, at, site.url, excerpt=excerpt)
    else:
        rendered = render_markdown(parts.body, at, site.url, site.markdown, typography=typography, excerpt=excerpt)
    return _File(place, checked, printed_fields(checked.fields, typography), rendered, parts.body)


def read_article(path: str, content: bytes, site: Site) -> Read:
    """Return the story in a file. `path` is from the site's root; `content` its raw bytes."""
    origin = origin_of(path, site)
    if isinstance(origin, Diagnostic):
        return _failed(origin)

    def given(fields: Mapping[str, Any]) -> Iterable[str]:
        return ("date",) if origin.day or _is_undated(fields.get("section") or origin.section, site) else ()

    file = _open(path, content, site, "article", schema.ARTICLE, language=origin.language, given=given)
    if isinstance(file, Diagnostic):
        return _failed(file)
    fields = dict(file.fields)
    faults = [*file.faults, *_faults_of(fields, origin, site, file.place)]
    if any(fault.severity == "error" for fault in faults):
        return Reading(None, tuple(faults), file.loose), Body()
    return Reading(_article(path, fields, file, origin, site), tuple(faults)), file.rendered.body


def _is_undated(section: object, site: Site) -> bool:
    """Return whether stories of a section need no date."""
    return any(it.id == section and not it.dated for it in site.sections)


def _faults_of(fields: Mapping[str, Any], origin: Origin, site: Site, place: Place) -> Iterable[Diagnostic]:
    sections = [section.id for section in site.sections]
    section = fields.get("section") or origin.section
    listed = f"sections are listed in site.toml under [[sections]]: {', '.join(sections)}"
    if fields.get("section") and section not in sections:
        yield error(
            "E114",
            place,
            f"unknown section “{section}”",
            did_you_mean(section, sections, listed),
            ("section",),
        )
    elif not section:
        folder, inside, _ = place.path.removeprefix(CONTENT).partition("/")
        hint = did_you_mean(folder, sections, f"move it into a section's folder, or add section: …; {listed}")
        said = f"the folder “{folder}” is no section" if inside else "this file lies in no section's folder"
        yield error("E114", place, said, hint)
    for number, other in enumerate(fields.get("also_in") or ()):
        if other not in sections:
            yield error(
                "E114",
                place,
                f"unknown section “{other}”",
                did_you_mean(other, sections, listed),
                ("also_in", number),
            )
    language = fields.get("lang")
    if language and language not in site.language_ids:
        hint = did_you_mean(language, site.language_ids, f"site.toml has {', '.join(site.language_ids)}")
        yield error("E115", place, f"unknown language “{language}”", hint, ("lang",))
    for other, _ in fields.get("translations") or ():
        if other not in site.language_ids:
            hint = did_you_mean(other, site.language_ids, f"site.toml has {', '.join(site.language_ids)}")
            yield error("E115", place, f"unknown language “{other}”", hint, ("translations", other))
        elif other == (language or origin.language):
            said = f"translations: “{other}” is the language of this file itself"
            yield error("E111", place, said, "name versions in other languages only", ("translations", other))
    if (source := fields.get("translated_from")) and source.language not in site.language_ids:
        hint = did_you_mean(source.language, site.language_ids, f"site.toml has {', '.join(site.language_ids)}")
        yield error("E115", place, f"unknown language “{source.language}”", hint, ("translated_from",))
    elif source and source.language == (language or origin.language):
        said = f"translated_from: “{source.language}” is the language of this file itself"
        yield error("E111", place, said, "name the language that it was translated from", ("translated_from",))
    if origin.day and not fields.get("date"):
        try:
            read_moment(origin.day, ZoneInfo(site.timezone))
        except Unfit as fault:
            yield error("E111", place, f"the file's name: {fault.message}", fault.hint)
    if 0 < (fields.get("expire_at") or 0) <= (fields.get("publish_at") or fields.get("date") or 0):
        yield warning("W116", place, "this story expires before it is published", "put expire_at later", ("expire_at",))


def _article(path: str, fields: dict[str, Any], file: _File, origin: Origin, site: Site) -> Article:
    section = fields.pop("section", "") or origin.section
    dated = "date" in fields
    # 0 says that there is no date: of that very second the next is kept.
    published = (fields.pop("date") or 1) if dated else 0
    untimed = {"date", "updated"} & file.checked.untimed
    if origin.day and not dated:
        published = read_moment(origin.day, ZoneInfo(site.timezone))[0] or 1
        untimed.add("date")
    corrections = _corrections(fields.pop("corrections", ()))
    updated = fields.pop("updated", 0)
    if corrections and corrections[0].date > updated:
        updated = corrections[0].date
        untimed = untimed - {"updated"} if corrections[0].timed else untimed | {"updated"}
    wording = wording_of(parts_of(file.checked.fields, file.text))
    return Article(
        source=path,
        wording=wording,
        story=fields.pop("story", "") or origin.story,
        language=fields.pop("lang", "") or origin.language,
        section=section,
        kind=fields.pop("kind", "") or site.section(section).kind,
        published=published,
        publish_at=fields.pop("publish_at", 0) or published,
        slug=fields.pop("slug", "") or origin.slug,
        prose=file.rendered.prose,
        updated=updated,
        corrections=corrections,
        days_alone=tuple(sorted(untimed)),
        **fields,
    )


def _corrections(written: Iterable[DatedText]) -> tuple[Correction, ...]:
    """Return corrections, newest first."""
    found = (Correction(it.moment.seconds, it.text, it.moment.timed) for it in written)
    return tuple(sorted(found, key=lambda correction: -correction.date))


def read_author(path: str, content: bytes, site: Site) -> Read:
    """Return the person in a file of `content/authors/`."""
    found = language_of(path, site)
    if isinstance(found, Diagnostic):
        return _failed(found)
    file = _open(path, content, site, "author", schema.AUTHOR, language=found[1])
    if isinstance(file, Diagnostic):
        return _failed(file)
    if any(fault.severity == "error" for fault in file.faults):
        return Reading(None, file.faults, file.loose), Body()
    id = found[0].rpartition("/")[2]
    fields = {"name": "", **file.fields}
    author = Author(source=path, id=id, language=found[1], prose=file.rendered.prose, **fields)
    return Reading(author, file.faults), file.rendered.body


def read_standalone(path: str, content: bytes, site: Site) -> Read:
    """Return the undated page in a file of `content/pages/`."""
    origin = origin_of(path, site)
    if isinstance(origin, Diagnostic):
        return _failed(origin)
    file = _open(path, content, site, "page", schema.STANDALONE, language=origin.language)
    if isinstance(file, Diagnostic):
        return _failed(file)
    if any(fault.severity == "error" for fault in file.faults):
        return Reading(None, file.faults, file.loose), Body()
    fields = dict(file.fields)
    page = Standalone(
        source=path,
        id=origin.story.removeprefix("pages/"),
        language=origin.language,
        slug=fields.pop("slug", "") or origin.slug,
        prose=file.rendered.prose,
        **fields,
    )
    return Reading(page, file.faults), file.rendered.body


def read_section_text(path: str, content: bytes, site: Site) -> Read:
    """Return the text of a section's front."""
    found = language_of(path, site)
    if isinstance(found, Diagnostic):
        return _failed(found)
    id = found[0].removeprefix(CONTENT)
    section, sections = id.rpartition("/")[0], [section.id for section in site.sections]
    if section not in sections:
        said = f"this is the text of a section's front, but “{section}” is none"
        hint = did_you_mean(section, sections, "move it to a section's folder")
        return _failed(error("E114", Place(path), said, hint))
    file = _open(path, content, site, "section", schema.SECTION_TEXT, language=found[1])
    if isinstance(file, Diagnostic):
        return _failed(file)
    if any(fault.severity == "error" for fault in file.faults):
        return Reading(None, file.faults, file.loose), Body()
    fields = {"title": "", **file.fields}
    prose = file.rendered.prose
    page = Standalone(source=path, id=id, language=found[1], slug="", prose=prose, section=section, **fields)
    return Reading(page, file.faults), file.rendered.body


AUTHORS = "content/authors/"
PAGES = "content/pages/"


def is_of_story(path: str) -> bool:
    """Return whether a text file of content/ is a story's, by the folder it lies in."""
    return not path.startswith((AUTHORS, PAGES)) and not is_of_section(path)


def is_of_section(path: str) -> bool:
    """Return whether a file is the text of a section's front, by its name."""
    return path.rpartition("/")[2].startswith("_index.")


def read_file(path: str, content: bytes, site: Site) -> Read:
    """Return what a text file of content/ holds: a person, an undated page, a section's text, or a story, by where it lies."""
    if is_of_section(path):
        return read_section_text(path, content, site)
    if path.startswith(AUTHORS):
        return read_author(path, content, site)
    return read_standalone(path, content, site) if path.startswith(PAGES) else read_article(path, content, site)
