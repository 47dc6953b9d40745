"""What a site fills its theme's slots with: `slots/<name>[.<language>].html`."""

from collections.abc import Iterable, Mapping

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.render.slots import FOLDER
from patrika.render.theme import TemplateSource


def slot_templates(
    files: Mapping[str, TemplateSource], languages: Iterable[str]
) -> tuple[dict[str, TemplateSource], list[Diagnostic]]:
    """Return the templates that fill slots by their names as templates, and the files that cannot be any as faults."""
    known, found, faults = tuple(languages), dict[str, TemplateSource](), list[Diagnostic]()
    for name, source in files.items():
        stem, _, ending = name.rpartition(".")
        _, dot, language = stem.partition(".")
        if ending != "html" or "/" in name:
            hint = "name it slots/<slot>.html or slots/<slot>.<language>.html"
            faults.append(error("E508", Place(source.file), "this file fills no slot", hint))
        elif dot and language not in known:
            hint = did_you_mean(language, known, f"languages are {', '.join(known)}")
            faults.append(error("E508", Place(source.file), f"unknown language “{language}”", hint))
        else:
            found[FOLDER + name] = source
    return found, faults
