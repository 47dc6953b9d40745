"""PO files of a site and of its own themes: brought up to date with what templates say, and proofread."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, in_order, notice, warning
from patrika.model.language import Language
from patrika.model.site import Site
from patrika.read.settings import SITE_FILE, read_site
from patrika.render.glossary import FROM_FEEDS, Words, phrases_in, read_words
from patrika.render.locale import NotPo, read_phrases, settled
from patrika.render.locale.locales import tongue
from patrika.render.locale.proof import Desk, hindrances, proof
from patrika.render.locale.renewing import Head, Phrase, Renewed, renewed
from patrika.render.theme import TemplateSource
from patrika.run.lineage import THEME_FILE, lineage, theme_names
from patrika.run.lineage import said as said_path
from patrika.run.places import located
from patrika.run.request import SiteError
from patrika.run.texts import LOCALE, PO, texts_under
from patrika.run.weighing import weighed

THEMES = "themes"
"""The folder of a site's own themes."""


class Room(Struct, frozen=True):
    """A folder with templates and phrases of its own: the site's, or a theme's."""

    name: str
    """The theme's, empty for the site."""
    folder: Path
    is_own: bool
    """Whether it lies in the site's folder."""
    words: Mapping[str, Words]
    """What its templates say, by their path from the folder."""
    files: Mapping[str, TemplateSource]
    """Its PO files, by language."""


class House(Struct, frozen=True):
    """The site, unless a theme alone is looked at, a theme, and those that it descends from."""

    root: Path
    site: Site
    theme: str
    """The theme that is looked at alone, if any."""
    rooms: tuple[Room, ...]


class Task(Struct, frozen=True):
    """A PO file that there is or should be, and what it is to say."""

    room: Room
    language: Language
    path: str
    text: str
    """Empty where there is no file yet."""
    wanted: Mapping[str, Phrase]
    said: Mapping[str, Phrase]
    may_say_any: bool
    command: str


class Updated(Struct, frozen=True):
    """A PO file brought up to date."""

    path: str
    is_changed: bool
    state: Renewed


class Update(Struct, frozen=True):
    """What bringing PO files up to date comes to; of files at fault nothing."""

    written: Mapping[str, bytes]
    """By path from the site's root."""
    files: tuple[Updated, ...]
    faults: tuple[Diagnostic, ...]


def plan_update(root: Path, env: str, languages: Sequence[str], theme: str) -> Update:
    """Return what becomes of the PO files of a site and its own themes, or of one theme alone, in the languages that are
    named, else in all. Raises SiteError where a language or a theme is not there."""
    house, faults = _house(root, env, theme)
    if faults:
        # A template that cannot be read says nothing, and all its phrases would become obsolete.
        return Update({}, (), in_order(faults))
    written, files, wrong = dict[str, bytes](), list[Updated](), list[Diagnostic]()
    for task in _tasks(house, languages):
        if hindered := [*hindrances(task.path, task.text, task.language.locale)]:
            wrong += hindered
            continue
        made = renewed(task.text, [*task.wanted.values()], task.said, _head(task, house), keeps_unsaid=task.may_say_any)
        if made.text:
            files.append(Updated(task.path, made.text != task.text, made))
        if made.text != task.text:
            written[task.path] = made.text.replace("\n", _line_end(task.text)).encode()
    return Update(written, tuple(files), in_order(wrong))


def check(root: Path, env: str, languages: Sequence[str], theme: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the PO files of a site and its own themes, or of one theme alone, in the languages that are
    named, else in all. Raises SiteError where a language or a theme is not there."""
    house, faults = _house(root, env, theme)
    found = [*faults, *_of_no_language(house)]
    unread = {fault.place.path for fault in faults}
    for task in _tasks(house, languages):
        found += _proof(task) if task.path not in unread else ()
    return in_order(located(weighed(found, house.site.checks, {}), root))


def _head(task: Task, house: House) -> Head:
    project = task.room.name or house.site.name
    return Head(project, task.language.tag.replace("-", "_"), task.language.locale)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _proof(task: Task) -> Iterator[Diagnostic]:
    if task.text:
        desk = Desk(task.language.name, task.language.locale, task.wanted, task.said, task.may_say_any, task.command)
        yield from proof(task.path, task.text, desk)
    elif task.wanted:
        first, *rest = (phrase.text for phrase in task.wanted.values())
        more = f" and {len(rest)} more" if rest else ""
        flaw = f"nobody has words for “{first}”{more} in {task.language.name}: printed in English"
        hint = f"{task.command}  writes {task.path}, to be filled in"
        yield warning("W518", Place(SITE_FILE), flaw, hint, ("languages", task.language.id))


def _house(root: Path, env: str, theme: str) -> tuple[House, list[Diagnostic]]:
    """Return what has phrases, and what of its templates cannot be read."""
    site, faults, _ = read_site((root / SITE_FILE).read_bytes(), "", env)
    if site is None:
        raise SiteError(str(faults[0]))
    site = replace(site, languages=tuple(settled(language)[0] for language in site.languages))
    if theme and not (root / THEMES / theme / THEME_FILE).is_file():
        raise SiteError(_no_theme(root, theme))
    line = lineage(root, theme or site.theme)
    if line.theme is None:
        raise SiteError(str(line.faults[0]))
    rooms, wrong = list[Room](), list[Diagnostic]()
    for folder in line.folders if theme else (root, *line.folders):
        room, amiss = _room(folder, root)
        # A theme that is looked at alone takes its parents as they are.
        rooms.append(replace(room, is_own=room.is_own and not (theme and rooms)))
        wrong += amiss
    return House(root, site, theme, tuple(rooms)), wrong


def _no_theme(root: Path, theme: str) -> str:
    if theme in theme_names(root):
        return f"the theme “{theme}” is not this site's own: what it lacks is said in the site's {LOCALE}/"
    own = [file.parent.name for file in (root / THEMES).glob(f"*/{THEME_FILE}")]
    hint = did_you_mean(theme, own, f"themes of its own are {', '.join(sorted(own))}" if own else "it has none")
    return f"this site has no theme “{theme}” in {THEMES}/: {hint}"


def _room(folder: Path, root: Path) -> tuple[Room, list[Diagnostic]]:
    is_site = folder == root
    sources, faults = dict[str, TemplateSource](), list[Diagnostic]()
    for name in ("templates", "slots") if is_site else ("templates",):
        found, wrong = texts_under(folder / name, root)
        sources |= {f"{name}/{path}": source for path, source in found.items()}
        faults += wrong
    words, unread = read_words(sources.values())
    files, undecoded = texts_under(folder / LOCALE, root, PO)
    room = Room(
        name="" if is_site else folder.name,
        folder=folder,
        is_own=is_site or folder.parent == root / THEMES,
        words={path: words.get(source, Words()) for path, source in sources.items()},
        files={path.removesuffix(PO): text for path, text in files.items()},
    )
    return room, [*faults, *unread, *undecoded]


def _tasks(house: House, wished: Sequence[str]) -> Iterator[Task]:
    """Yield the PO files of a house, from the theme that others descend from to the site's own."""
    languages = _languages(house)
    for id in wished:
        if id not in languages:
            hint = did_you_mean(
                id, languages, f"there are {', '.join(languages)}; add it to {SITE_FILE} as [languages.{id}]"
            )
            raise SiteError(f"unknown language “{id}”: {hint}")
    for id in wished or languages:
        given = set[str]()
        for number in reversed(range(len(house.rooms))):
            room = house.rooms[number]
            spoken = _spoken(room, languages[id])
            if room.is_own and (id in house.site.language_ids or (room.name and id in room.files)):
                task = _task(house, number, languages[id], frozenset(given))
                yield task
                given |= task.wanted.keys()
            given |= spoken


def _languages(house: House) -> dict[str, Language]:
    """Return the site's languages, and those that its own themes speak besides, by id."""
    found = {language.id: language for language in house.site.languages}
    for room in house.rooms:
        for id in room.files if room.is_own and room.name else ():
            if id not in found and (known := tongue(id)):
                found[id] = known
    return found


def _task(house: House, number: int, language: Language, given: frozenset[str]) -> Task:
    room = house.rooms[number]
    groups = [_named(other, room) for other in house.rooms[number:]]
    said = phrases_in(*groups)
    for other in house.rooms[:number]:
        said |= {key: replace(phrase, files=()) for key, phrase in phrases_in(other.words).items() if key not in said}
    asked = said if not room.name else phrases_in(groups[0])
    own = house.site.strings.get(language.id, {}) if not room.name else {}
    is_english = language.locale.startswith("en")
    path = said_path(room.folder / LOCALE / f"{language.id}{PO}", house.root)
    file = room.files.get(language.id)
    return Task(
        room=room,
        language=language,
        path=path,
        text=file.text if file else "",
        wanted={} if is_english else {key: it for key, it in asked.items() if key not in given and key not in own},
        said=FROM_FEEDS | said,
        may_say_any=any(words.any_phrase for other in house.rooms for words in other.words.values()),
        command=f"patrika messages update {language.id}" + (f" --theme {house.theme}" if house.theme else ""),
    )


def _named(room: Room, seen_from: Room) -> dict[str, Words]:
    """Return what templates say by the names that a PO file has for them: a theme's own, in that of another folder, with
    the theme."""
    start = "" if room is seen_from else f"{THEMES}/{room.name}/"
    return {start + path: words for path, words in room.words.items()}


def _spoken(room: Room, language: Language) -> frozenset[str]:
    """Return the keys of the phrases that a room's PO file says in a language."""
    file = room.files.get(language.id)
    try:
        return frozenset(read_phrases(file.text, None, language.locale).entries) if file else frozenset()
    except NotPo:
        return frozenset()


def _of_no_language(house: House) -> Iterator[Diagnostic]:
    """Yield the PO files that no language of the site has, and those of a theme that none has at all."""
    known = _languages(house)
    for room in house.rooms:
        for id, file in room.files.items() if room.is_own else ():
            if id not in (known if room.name else house.site.language_ids):
                hint = did_you_mean(id, known, f"name it by the id of a language: {', '.join(known)}")
                yield notice(
                    "N524", Place(file.file), f"no language is called “{id}”: these phrases are not printed", hint
                )
