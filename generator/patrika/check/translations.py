"""Rules for translations: each says what the version that it was made from says now."""

from collections.abc import Collection, Iterator

from patrika.model.diagnostics import Diagnostic, Place, notice, warning
from patrika.relate.versions import Kin, state_of


def translation_findings(kin: Kin, unread: Collection[str]) -> Iterator[Diagnostic]:
    """Yield what an editor would mend in the translations of a story that readers see. Versions may be missing of the
    stories `unread`, by id, since files of theirs are at fault."""
    for version in kin.versions:
        if version.original is None or version.status or kin.version(version.language) is not version:
            continue
        place, field = Place(version.source), ("translated_from",)
        language, state = version.original.language, state_of(kin, version.language)
        if state == "outdated":
            said = f"the version “{language}” has changed since this one was translated from it"
            hint = f"bring it up to date, then:  patrika translate {version.story} {version.language} --update"
            yield notice("N730", place, said, hint, field)
        elif state == "sourceless" and kin.names.isdisjoint(unread):
            said = f"this story was translated from the version “{language}”, which is not there"
            hint = "bring that back, name the version that is there, or remove this line"
            yield warning("W738", place, said, hint, field)
