"""Numbers in Latin digits: grouped, shortened, as places in an order, and counted in units."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from babel import Locale
from babel.numbers import format_decimal, parse_pattern
from msgspec import Struct

from patrika.render.locale.habits import Habits

Number = int | float


_GROUPED_FROM = 10_000
"""What is shortened but has no word for its magnitude is grouped from here on."""


class _Magnitude(Struct, frozen=True):
    """A size from which on numbers are written in another unit: that unit, and its words by category of plurals."""

    least: int
    unit: int
    words: Mapping[str, str]


class Numbers:
    """How a language writes numbers, with the separators that go with a numbering system."""

    def __init__(self, locale: Locale, system: str, habits: Habits) -> None:
        self._locale = locale
        self._system = system
        self._habits = habits

    def grouped(self, value: Number) -> str:
        """Return a number grouped as CLDR does, with up to three decimals."""
        return self._printed(Decimal(str(value)))

    def ordinal(self, value: int) -> str:
        """Return the place of a number in an order: by its own form, else by the form of its category."""
        forms = self._habits.ordinals
        form = forms.get(str(value)) or forms.get(self._locale.ordinal_form(value)) or forms.get("other", "{0}.")
        return form.format(value)

    def compact(self, value: Number) -> str:
        """Return a number with a word for its magnitude, below ten of these with one decimal, else rounded to a whole.

        Halves are rounded up, as at school and by browsers.
        """
        exact = Decimal(str(value))
        above = None
        for it in self._magnitudes:
            if abs(exact) >= it.least:
                count = _rounded(exact / it.unit)
                if above and abs(count * it.unit) >= above:
                    return self.compact(int(count * it.unit))
                form = self._locale.plural_form(abs(count))
                return (it.words.get(form) or it.words["other"]).format(self._printed(count, grouped=False))
            above = it.least
        return self._printed(_rounded(exact), grouped=abs(exact) >= _GROUPED_FROM)

    def counted(self, value: Number, unit: str) -> str:
        """Return a number of units by a name of CLDR's, such as `hour`. Raises ValueError where CLDR has no such unit."""
        forms = self._units.get(unit)
        if not forms:
            raise ValueError(f"CLDR has no unit “{unit}” in this language: write it as hour, minute or kilometer")
        form = self._locale.plural_form(abs(Decimal(str(value))))
        return str(forms.get(form) or forms["other"]).format(self.grouped(value))

    def _printed(self, value: Decimal, grouped: bool = True) -> str:
        return format_decimal(
            value, locale=self._locale, group_separator=grouped, numbering_system=self._separators
        )  # fmt: skip

    @cached_property
    def _separators(self) -> str:
        return self._system if self._system in self._locale.number_symbols else "latn"

    @cached_property
    def _magnitudes(self) -> tuple[_Magnitude, ...]:
        """Those that have words, the greatest first."""
        own = (_Magnitude(int(least), int(least), {"other": form}) for least, form in self._habits.magnitudes.items())
        found = own if self._habits.magnitudes else self._known_magnitudes()
        return tuple(sorted(found, key=lambda it: -it.least))

    def _known_magnitudes(self) -> Iterator[_Magnitude]:
        """Yield the magnitudes that CLDR knows. Its patterns have as many zeros as digits are to remain."""
        formats = self._locale.compact_decimal_formats
        by_form = formats.get(self._habits.compact) or formats["short"]
        for least, pattern in by_form["other"].items():
            zeros = parse_pattern(pattern).pattern.partition(";")[0].count("0")
            words = {form: _word(patterns[least]) for form, patterns in by_form.items() if least in patterns}
            if words["other"] != "{}":
                yield _Magnitude(int(least), int(least) // 10 ** (zeros - 1), words)

    @cached_property
    def _units(self) -> dict[str, Mapping[str, str]]:
        """The forms of units by category of plurals: whole words, else as short as CLDR has them."""
        patterns = self._locale._data["unit_patterns"]  # Babel's own function does without the short forms.
        return {
            name.partition("-")[2]: lengths[length]
            for name, lengths in patterns.items()
            for length in ("narrow", "short", "long")
            if "other" in lengths.get(length, ())
        }


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1") if abs(value) < 10 else Decimal(1), ROUND_HALF_UP)


def _word(pattern: str) -> str:
    parsed = parse_pattern(pattern)
    before, after = (part[0].replace("'", "") for part in (parsed.prefix, parsed.suffix))
    return f"{before}{{}}{after}"
