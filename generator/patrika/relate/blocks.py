"""Blocks as editors wrote them, held against what the theme declares: their attributes checked, their files found."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from patrika.model.blocks import Attribute, Block, BlockSpec, BodyBlock, Embed, Value, WrittenAttribute
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error, warning
from patrika.read.embeds import NAMES, embed_of
from patrika.read.sheets import read_sheet
from patrika.read.unfit import Unfit
from patrika.read.values import url
from patrika.relate import targets
from patrika.relate.targets import FileTarget, Missing
from patrika.relate.world import Report, World

_NOTHING: Mapping[str, Value] = {"text": "", "url": "", "flag": False, "number": 0}
"""What stands for an attribute that is left out, by type; for files it is None."""

_FILES = {
    "picture": ("image/", "a picture, such as map.jpg"),
    "audio": ("audio/", "a sound, such as talk.mp3"),
    "video": ("video/", "a film, such as march.mp4"),
    "captions": ("text/vtt", "captions, such as march.en.vtt"),
    "table": ("text/csv", "a table, such as results.csv"),
}
"""How the media types begin that a type of attribute takes, and what they are."""

_CONTENT = {"pictures": "holds pictures and nothing else", "none": "holds nothing"}
_CONTENT_HINTS = {
    "pictures": "write each as ![what is seen](file.jpg), and the rest above or below the block",
    "none": "write the text above or below the block",
}


class _Written(NamedTuple):
    """An attribute where it stands."""

    attribute: WrittenAttribute
    place: Place
    source: str


def named_files(blocks: tuple[BodyBlock, ...], index: targets.Known) -> Iterator[tuple[str, str]]:
    """Yield the files that the attributes of blocks name, as written, with the type of the attribute."""
    for block in blocks:
        spec = (index.blocks or {}).get(block.name)
        for written in block.attributes if spec else ():
            declared = spec.attributes.get(written.name) if spec else None
            if declared and declared.type in _FILES:
                yield written.value, declared.type


def fit(block: BodyBlock, source: str, world: World, report: Report) -> Block:
    """Return what fills a block's slot, and report what is wrong with it."""
    known, place = world.index.blocks, Place(source, block.line, block.column)
    if known is None or not block.name:
        return Block()
    spec = known.get(block.name)
    if block.pasted and not (spec and _is_taken(block, place, world, report)):
        return Block()
    if spec is None:
        hint = did_you_mean(block.name, known, f"this theme has {', '.join(known) or 'none'}")
        report(error("E310", place, f"there is no block “{block.name}”", hint))
        return Block()
    if block.holds not in ("none", spec.content) and spec.content != "text":
        said = f"the block “{block.name}” {_CONTENT[spec.content]}"
        report(error("E312", place, said, _CONTENT_HINTS[spec.content]))
    if spec.content == "pictures" and block.holds == "none":
        said = f"the block “{block.name}” has no picture in it"
        report(
            error("E312", place, said, "write each as ![what is seen](file.jpg), before the line that ends the block")
        )
    _check_names(block, spec, source, report)
    by_name = {it.name: _Written(it, Place(source, block.line, it.column), source) for it in block.attributes}
    values = {
        name: _value(by_name[name], declared, world, report) if name in by_name else _NOTHING.get(declared.type)
        for name, declared in spec.attributes.items()
    }
    return Block(block.name, values, block.pictures)


def _is_taken(block: BodyBlock, place: Place, world: World, report: Report) -> bool:
    """Return whether the site shows what was pasted; it is told where it does not, and a link stands in its place."""
    embed = embed_of(block.attributes[0].value)
    if embed is None or embed.id in world.site.embeds:
        return embed is not None
    said = f"this site shows nothing of {embed.provider}: a link stands in its place"
    report(
        warning("W314", place, said, f"write [words](address), or add “{embed.id}” to [embeds] providers in site.toml")
    )
    return False


def _check_names(block: BodyBlock, spec: BlockSpec, source: str, report: Report) -> None:
    for written in block.attributes:
        if written.name not in spec.attributes:
            known = f"it has {', '.join(spec.attributes) or 'none'}"
            said = f"the block “{block.name}” has no attribute “{written.name}”"
            place = Place(source, block.line, written.column)
            report(error("E311", place, said, did_you_mean(written.name, spec.attributes, known)))
    given = {written.name for written in block.attributes if written.value.strip()}
    for name, declared in spec.attributes.items():
        if declared.required and name not in given:
            said = f"this block “{block.name}” has no “{name}”"
            report(error("E311", Place(source, block.line, block.column), said, f'add  {name}="…"'))


def _value(written: _Written, declared: Attribute, world: World, report: Report) -> Value:
    """Return an attribute's value, else what stands for one that is left out, and a report of why."""
    try:
        if not written.attribute.value.strip():
            return _NOTHING.get(declared.type)
        if declared.type in _FILES:
            return _file(written, declared.type, world, report)
        if declared.type == "embed":
            return _embed(written.attribute.value, world)
        if declared.type == "text" and not declared.words:
            return written.attribute.printed or written.attribute.value
        return _READERS[declared.type](written.attribute.value, declared)
    except Unfit as fault:
        said = f"{written.attribute.name}: {fault.message}"
        report(error("E311", written.place, said, fault.hint))
        return _NOTHING.get(declared.type)


def _embed(value: str, world: World) -> Embed:
    embed = embed_of(value)
    if embed is None:
        raise Unfit(f"“{value}” is nothing that can be shown here", f"give the address of one thing at {NAMES}")
    if embed.id not in world.site.embeds:
        raise Unfit(
            f"this site shows nothing of {embed.provider}", f"add “{embed.id}” to [embeds] providers in site.toml"
        )
    return embed


def _text(value: str, declared: Attribute) -> str:
    if declared.words and value not in declared.words:
        hint = did_you_mean(value, declared.words, "choose one of them")
        raise Unfit(f"“{value}” is not one of {', '.join(declared.words)}", hint)
    return value


def _flag(value: str, _: Attribute) -> bool:
    if value not in ("true", "false"):
        raise Unfit(f"“{value}” is neither true nor false", "write true or false")
    return value == "true"


def _number(value: str, _: Attribute) -> int:
    if not value.isdecimal() or len(value) > 9:
        raise Unfit(f"“{value}” is not a whole number", "write it in digits, such as 5")
    return int(value)


_READERS: Mapping[str, Callable[[str, Attribute], Value]] = {
    "text": _text,
    "flag": _flag,
    "number": _number,
    "url": lambda value, _: url(value),
}


def _file(written: _Written, type: str, world: World, report: Report) -> Value:
    """Return a file as its type of attribute shows it, or None and a report of why it cannot be shown."""
    name, begins, wanted = written.attribute.value, *_FILES[type]
    target = targets.find(name, written.source, world.index, world.site)
    if not isinstance(target, FileTarget):
        report(_not_there(target, name, written.place))
        return None
    media = world.media.get(target.path)
    if media is None or not media.type.startswith(begins) or (type == "picture" and not media.width):
        raise Unfit(f"“{name}” is not what it should be", f"name {wanted}")
    if type != "table":
        return media
    sheet = read_sheet(world.sheets[target.path], target.path)
    if isinstance(sheet, Diagnostic):
        # Told where the story names the file, since it is the story that cannot be shown.
        line = f", line {sheet.place.line}" if sheet.place.line else ""
        report(error(sheet.code, written.place, f"“{name}”{line}: {sheet.message}", sheet.hint))
        return None
    return sheet


def _not_there(target: targets.Target, name: str, place: Place) -> Diagnostic:
    if isinstance(target, Missing) and target.outside:
        return error("E305", place, f"the file “{name}” leaves content/", "move the file into content/ or static/")
    near = target.nearest if isinstance(target, Missing) else ""
    hint = f"did you mean “{near}”?" if near else "write a path beside this file, or @/… from content/"
    return error("E302", place, f"the file “{name}” is not there", hint)
