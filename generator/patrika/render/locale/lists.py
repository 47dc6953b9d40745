"""Things in a row: A, B and C."""

from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale

from patrika.render.locale.habits import Habits, habits_of


def list_patterns(locale: Locale, habits: Habits) -> Mapping[str, str]:
    """Return how things are joined, by CLDR's names of places: `2` for two, `start`, `middle` and `end` for more."""
    known = locale.list_patterns["standard"]
    return {
        "2": habits.pair or known["2"],
        "start": habits.between or known["start"],
        "middle": habits.between or known["middle"],
        "end": habits.last or known["end"],
    }


def listed(items: Sequence[str], locale: str) -> str:
    """Return things joined as a CLDR locale joins them."""
    return print_list(items, _patterns_of(locale))


@cache
def _patterns_of(locale: str) -> Mapping[str, str]:
    parsed = Locale.parse(locale)
    return list_patterns(parsed, habits_of(parsed.language))


def print_list(items: Sequence[str], patterns: Mapping[str, str]) -> str:
    """Return things joined."""
    if len(items) < 3:
        return patterns["2"].format(*items) if len(items) == 2 else "".join(items)
    so_far = patterns["start"].format(*items[:2])
    for item in items[2:-1]:
        so_far = patterns["middle"].format(so_far, item)
    return patterns["end"].format(so_far, items[-1])
