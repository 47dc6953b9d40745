"""What a story's words lead to: links, pictures and picks resolved, and what is wrong with them."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Article, BodyLink, Hole, ImageRef, Prose
from patrika.model.blocks import Block
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error, nearest, notice, warning
from patrika.model.media import PICTURE_TYPES, Media, Picture
from patrika.model.site import Site
from patrika.read.article import Loose
from patrika.read.text import key_of
from patrika.relate import addresses, blocks, targets
from patrika.relate.targets import FileTarget, Known, Missing, PageTarget, PathTarget, StoryTarget
from patrika.relate.world import Report, World

AUTHOR_ID_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


class Filling(Struct, frozen=True, gc=False, tag="filling"):
    """What fills the slots of a text, by number."""

    links: tuple[Hole, ...] = ()
    pictures: tuple[Hole, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def media(self) -> Iterator[Media]:
        """Yield the files that it shows or offers."""
        yield from (hole.media for hole in self.links if hole.media)
        yield from (hole.picture.media for hole in self.pictures if hole.picture)
        for block in self.blocks:
            yield from (value for value in block.attributes.values() if isinstance(value, Media))

    @property
    def block_names(self) -> tuple[str, ...]:
        """Return the names of the blocks that it shows, sorted."""
        return tuple(sorted({block.name for block in self.blocks if block.name}))


class Ties(Struct, frozen=True, gc=False, tag="ties"):
    """What fills the slots of a text, and the picks that this language has."""

    filling: Filling = Filling()
    picks: tuple[str, ...] = ()
    paths: tuple[tuple[BodyLink, str], ...] = ()
    """Links to paths of the site, to be looked up among the pages once these are planned."""


def wanted_files(texts: Iterable[tuple[str, Prose, ImageRef | None]], site: Site, index: Known) -> tuple[str, ...]:
    """Return the paths of the files that texts (source, prose, front matter image) name and that are there, sorted."""
    wanted = set()
    for source, prose, image in texts:
        named = [*named_in(prose, index), *([image.target] if image else [])]
        wanted |= {path for target in named if (path := _file_path(target, source, index, site))}
    return tuple(sorted(wanted))


def named_in(prose: Prose, index: Known) -> Iterator[str]:
    """Yield what the links, pictures and blocks of a text name, as written."""
    yield from (link.target for link in prose.links)
    yield from (picture.target for picture in prose.pictures)
    if prose.blocks:
        yield from (target for target, _ in blocks.named_files(prose.blocks, index))


def wanted_sheets(texts: Iterable[tuple[str, Prose, ImageRef | None]], site: Site, index: Known) -> tuple[str, ...]:
    """Return the paths of the files that blocks of texts show as tables and that are there, sorted."""
    named = [
        (target, source)
        for source, prose, _ in texts
        if prose.blocks
        for target, type in blocks.named_files(prose.blocks, index)
        if type == "table"
    ]
    return tuple(sorted({path for it in named if (path := _file_path(*it, index, site))}))


def _file_path(target: str, source: str, index: Known, site: Site) -> str:
    found = targets.find(target, source, index, site)
    return found.path if isinstance(found, FileTarget) else ""


def tie(source: str, prose: Prose, language: str, world: World, report: Report) -> Ties:
    """Return what fills the slots of a text in `source`, and report what leads nowhere."""
    paths: list[tuple[BodyLink, str]] = []
    links = tuple(_titled(_link(it, source, language, world, report, paths), it.title) for it in prose.links)
    pictures = []
    for written in prose.pictures:
        place = Place(source, written.line, written.column)
        found = picture(ImageRef(written.target, written.alt, written.caption), place, world, report)
        pictures.append(Hole(picture=found, css=written.css))
        if not written.alt and found:
            said = f"the picture “{written.target}” has no text for those who cannot see it"
            report(warning("W303", place, said, "write ![what is seen](…)"))
    shown = tuple(blocks.fit(block, source, world, report) for block in prose.blocks)
    return Ties(Filling(links, tuple(pictures), shown), paths=tuple(paths))


def _titled(hole: Hole, title: str) -> Hole:
    return replace(hole, title=title) if title and hole.path else hole


def _link(
    link: BodyLink,
    source: str,
    language: str,
    world: World,
    report: Report,
    paths: list[tuple[BodyLink, str]],
) -> Hole:
    place = Place(source, link.line, link.column)
    target = targets.find(link.target, source, world.index, world.site)
    fragment = f"#{link.fragment}" if link.fragment else ""
    if isinstance(target, StoryTarget):
        return _to_story(target, link, language, world, place, report)
    if isinstance(target, PageTarget):
        page = targets.page_version(target.id, target.language or language, world.index, world.site)
        if page is None:
            if world.index.pages[target.id]:
                report(notice("N301", place, f"“{link.target}” is not public now: its words stand without a link"))
            return Hole()
        _check_fragment(link, page.prose.anchors, place, report)
        path = addresses.standalone(world.site.language(page.language), page)
        return Hole(path + fragment, _foreign(page.language, language, world.site))
    if isinstance(target, FileTarget):
        media = world.media.get(target.path)
        return Hole(media.url + fragment, media=media) if media else Hole()
    if isinstance(target, PathTarget):
        if targets.is_hidden(target.path, world.index):
            report(notice("N301", place, f"“{link.target}” is not public now: its words stand without a link"))
            return Hole()
        paths.append((link, target.path))
        return Hole(target.path + fragment)
    report(_missing(target, place, "link"))
    return Hole()


def _to_story(target: StoryTarget, link: BodyLink, language: str, world: World, place: Place, report: Report) -> Hole:
    entry = targets.version(target.story, target.language or language, world.index, world.site)
    if entry is None:
        if world.index.stories[target.story] or target.story in world.index.withheld:
            report(notice("N301", place, f"“{link.target}” is not public now: its words stand without a link"))
        return Hole()
    _check_fragment(link, entry.anchors, place, report)
    fragment = f"#{link.fragment}" if link.fragment else ""
    return Hole(entry.path + fragment, _foreign(entry.language, language, world.site))


def _check_fragment(link: BodyLink, anchors: Iterable[str], place: Place, report: Report) -> None:
    if link.fragment and link.fragment not in anchors:
        said = f"“{link.target}” has no heading “{link.fragment}”"
        report(warning("W304", place, said, did_you_mean(link.fragment, anchors, "leave out what follows #")))


def _foreign(shown: str, reader: str, site: Site) -> str:
    return site.language(shown).tag if shown != reader else ""


def _missing(target: Missing, place: Place, what: str, field: tuple[str | int, ...] = ()) -> Diagnostic:
    if target.outside:
        return error(
            "E305",
            place,
            f"the {what} “{target.wanted}” leaves content/",
            "move the file into content/ or static/",
            field,
        )
    hint = (
        f"did you mean “{target.nearest}”?" if target.nearest else "write a path beside this file, or @/… from content/"
    )
    code = "E301" if what == "link" else "E302"
    return error(code, place, f"the {what} “{target.wanted}” leads to nothing", hint, field)


def picture(
    ref: ImageRef, place: Place, world: World, report: Report, field: tuple[str | int, ...] = ()
) -> Picture | None:
    """Return a picture measured, or None and a report of why it cannot be shown."""
    target = targets.find(ref.target, place.path, world.index, world.site)
    if not isinstance(target, FileTarget):
        if not isinstance(target, Missing):
            close = nearest(ref.target.lstrip("/"), [p.removeprefix(targets.STATIC) for p in world.index.files])
            target = Missing(ref.target, f"/{close}" if close else "")
        report(_missing(target, place, "picture", field))
        return None
    media = world.media.get(target.path)
    if media is None or not media.width:
        known = ", ".join(kind.removeprefix(".") for kind in PICTURE_TYPES)
        report(
            error(
                "E306",
                place,
                f"“{ref.target}” cannot be read as a picture",
                f"pictures may be {known}",
                field,
            )
        )
        return None
    return Picture(media, ref.alt, ref.caption, ref.credit)


def front_picture(source: str, image: ImageRef | None, world: World, report: Report) -> Picture | None:
    """Return the picture that front matter names, and report why it cannot be shown or what it lacks."""
    if image is None:
        return None
    if not image.alt:
        said = f"the picture “{image.target}” has no text for those who cannot see it"
        report(warning("W303", Place(source), said, "add alt: … under image:", ("image",)))
    return picture(image, Place(source), world, report, ("image", "src"))


def tie_article(article: Article, world: World, report: Report) -> Ties:
    """Return what a story's words lead to, its picks among them, and report what is wrong."""
    ties = tie(article.source, article.prose, article.language, world, report)
    place = Place(article.source)
    for number, story in enumerate(article.related_exclude):
        if world.index.story_by_path.get(story, story) not in world.index.stories:
            report(_no_story(story, world, place, ("related_exclude", number)))
    _check_authors(article.authors, place, world, report)
    picks = tuple(
        story for number, pick in enumerate(article.related) if (story := _pick(pick, number, article, world, report))
    )
    return Ties(ties.filling, picks, ties.paths)


def tie_loose(source: str, loose: Loose, world: World, report: Report) -> None:
    """Report what is wrong with what a file names whose front matter is at fault."""
    place = Place(source)
    tie(source, loose.prose, world.site.default_language, world, report)
    front_picture(source, loose.image, world, report)
    _check_authors(loose.authors, place, world, report)
    for number, pick in enumerate(loose.related):
        id = pick.removeprefix("@/").removesuffix(".md")
        if world.index.story_by_path.get(id, id) not in world.index.stories:
            report(_no_story(pick, world, place, ("related", number)))


def versions_elsewhere(article: Article, world: World, report: Report) -> tuple[tuple[str, str], ...]:
    """Return languages with the story of another name that is the version in it, or its whole address elsewhere, and
    report what is no version."""
    found = []
    for language, written in article.translations:
        id = targets.meant_name(written.removeprefix("@/"), world.site)
        story = world.index.story_by_path.get(id, id)
        place, field, known = Place(article.source), ("translations", language), world.index.stories.get(story)
        if "://" in written:
            found.append((language, written))
        elif known is None:
            hint = did_you_mean(id, world.index.stories, "name a story by its path under content/, or a web address")
            report(error("E307", place, f"there is no story “{written}” to be a translation", hint, field))
        elif language in known and (story, language) not in world.index.hidden:
            found.append((language, story))
        elif language in known or story in world.index.withheld:
            report(notice("N302", place, f"the translation “{written}” is not public now and is left out", "", field))
        elif known:
            said = f"the story “{written}” is not in the language “{language}”"
            report(error("E307", place, said, f"it is in {', '.join(known)}", field))
    return tuple(found)


def _pick(pick: str, number: int, article: Article, world: World, report: Report) -> str:
    place, field = Place(article.source), ("related", number)
    id = pick.removeprefix("@/").removesuffix(".md")
    story = world.index.story_by_path.get(id, id)
    if story not in world.index.stories:
        report(_no_story(pick, world, place, field))
    elif not world.index.stories[story] and story not in world.index.withheld:
        return ""  # Its file is at fault, and is told as such.
    elif article.language not in world.index.stories[story] or (story, article.language) in world.index.hidden:
        is_there = article.language in world.index.stories[story] or story in world.index.withheld
        why = "is not public now" if is_there else "is not in this language"
        report(notice("N302", place, f"the pick “{pick}” {why} and is left out", "", field))
    elif story != article.story:
        return story
    return ""


def _no_story(written: str, world: World, place: Place, field: tuple[str | int, ...]) -> Diagnostic:
    id = written.removeprefix("@/").removesuffix(".md")
    hint = did_you_mean(id, world.index.stories, "name a story by its path under content/, without language and ending")
    return error("E307", place, f"there is no story “{written}” to relate", hint, field)


def _check_authors(authors: Iterable[str], place: Place, world: World, report: Report) -> None:
    for number, author in enumerate(authors):
        if is_author_id(author) and author not in world.index.people:
            hint = did_you_mean(
                author,
                world.index.people,
                f"add content/authors/{author}.md, or write the name with capitals",
            )
            report(error("E308", place, f"there is no author “{author}”", hint, ("authors", number)))


def is_author_id(name: str) -> bool:
    """Return whether an author is named by id (lower-case ASCII) rather than by plain name."""
    return bool(name) and all(letter in AUTHOR_ID_SIGNS for letter in name)


def check_tags(article: Article, report: Report) -> None:
    """Report tags that are signs alone and so have no address."""
    for number, tag in enumerate(article.tags):
        if not key_of(tag):
            report(
                error(
                    "E309",
                    Place(article.source),
                    f"the tag “{tag}” has no letter",
                    "write a word",
                    ("tags", number),
                )
            )
