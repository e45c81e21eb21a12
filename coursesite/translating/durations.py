"""Durations in prose: numbers with a unit of time, in the wording of any language that CLDR knows.

CLDR has the units' names in each language (`{0} hours`), and phrases such as `in {0} hours`, which add inflected
forms and everyday words. `90 minutes` and `1 h 30 min` are the same amount; days, weeks and months are not turned into hours.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from babel import Locale

Amount = tuple[str, Fraction]
"""What is counted, `minute`, `day` or `month`, and how many of it."""

UNITS: Mapping[str, tuple[str, Fraction]] = {
    "second": ("minute", Fraction(1, 60)), "minute": ("minute", Fraction(1)), "hour": ("minute", Fraction(60)),
    "day": ("day", Fraction(1)), "week": ("day", Fraction(7)),
    "month": ("month", Fraction(1)), "year": ("month", Fraction(12)),
}  # fmt: skip

BENDS = 2
"""Letters from which on a unit's name may have a further ending or begin a longer word."""

COUNTED: Mapping[str, int] = {"zero": 0, "one": 1, "two": 2}
"""Forms for which some languages have a word of its own, without a number."""


@dataclass(frozen=True)
class Found:
    """One duration at its place in a text."""

    words: str
    amount: Amount
    start: int
    end: int


class Clockwork:
    """Finds durations in one language's prose."""

    def __init__(self, locale: str) -> None:
        data = Locale.parse(locale)
        self.decimal = number_symbol(data, "decimal")
        group = number_symbol(data, "group")
        self.units, self.counted = _names(data)
        between = re.escape(group) if group.strip() else r"[\s\u00a0\u202f]"
        self._number = rf"\d+(?:{between}\d{{3}}(?!\d))*(?:{re.escape(self.decimal)}\d+)?"
        self._exact, self._loose = self._pattern(""), self._pattern(r"[^\W\d_]*")

    def _pattern(self, ending: str) -> re.Pattern[str]:
        names = "|".join(
            re.escape(name) + (ending if len(name) >= BENDS else "") for name in _longest_first(self.units)
        )
        counted = "|".join(map(re.escape, _longest_first(self.counted))) or r"(?!)"
        return re.compile(
            rf"(?<![\w.,:])(?:(?:(?P<low>{self._number})\s?[–-]\s?)?(?P<number>{self._number})[\s\u00a0\u202f-]?"
            rf"(?P<unit>{names})|(?P<counted>{counted}))(?![^\W_])",
            re.IGNORECASE,
        )

    def durations(self, text: str, loosely: bool = False) -> tuple[Found, ...]:
        """All durations, in order; `5–10 min` is two.

        `loosely` takes a unit's name with any further ending, as languages bend and compound it.
        """
        return tuple(self._found(text, self._loose if loosely else self._exact))

    def _found(self, text: str, pattern: re.Pattern[str]) -> Iterator[Found]:
        for match in pattern.finditer(text):
            if match["counted"]:
                unit, number = self.counted[match["counted"].lower()]
                yield Found(match[0], (UNITS[unit][0], number * UNITS[unit][1]), match.start(), match.end())
                continue
            unit = self._unit(match["unit"].lower())
            kind, size = UNITS[unit]
            for words in (match["low"], match["number"]):
                if words is not None:
                    yield Found(match[0], (kind, self._value(words) * size), match.start(), match.end())

    def _unit(self, words: str) -> str:
        return self.units[next(words[:n] for n in range(len(words), 0, -1) if words[:n] in self.units)]

    def _value(self, number: str) -> Fraction:
        whole, _, part = number.partition(self.decimal)
        digits = "".join(re.findall(r"\d", whole))
        return Fraction(int(digits + part), 10 ** len(part))


@cache
def clockwork(locale: str) -> Clockwork:
    """The one for a CLDR locale."""
    return Clockwork(locale)


def missing(source: tuple[Found, ...], target: tuple[Found, ...]) -> tuple[Found, ...]:
    """Durations of the source that the target does not have, neither as they are nor in two pieces or in one."""
    has = {found.amount for found in target} | {amount for amount, _, _ in _joined(target)}
    whole = {place: amount for amount, *places in _joined(source) for place in places}
    return tuple(
        found for place, found in enumerate(source) if found.amount not in has and whole.get(place) not in has
    )


def _joined(found: tuple[Found, ...]) -> Iterator[tuple[Amount, int, int]]:
    """Neighbours that make one amount, `1 h 30 min`, each with the places of its two halves."""
    for place in range(len(found) - 1):
        first, second = found[place], found[place + 1]
        if first.amount[0] == second.amount[0] and 0 < second.start - first.end <= len(" and "):
            yield (first.amount[0], first.amount[1] + second.amount[1]), place, place + 1


def number_symbol(locale: Locale, name: str) -> str:
    """The sign for `decimal` or `group` that CLDR gives for digits 0 to 9."""
    symbols: Any = locale.number_symbols
    return str(symbols.get("latn", symbols).get(name, "." if name == "decimal" else ""))


def _names(locale: Locale) -> tuple[dict[str, str], dict[str, tuple[str, int]]]:
    """Words for units of time, and words that are a unit and its number in one; all in small letters.

    Those that stand for several units are left out.
    """
    names: dict[str, set[str]] = {}
    counted: dict[str, tuple[str, int]] = {}
    data: Any = locale._data  # noqa: SLF001 - Babel formats units, and has no public way to read their names
    for unit in UNITS:
        for form, pattern in _patterns(data["unit_patterns"].get(f"duration-{unit}", {})):
            if "{0}" not in pattern and form in COUNTED:
                counted[pattern.lower()] = (unit, COUNTED[form])
        both = (data["unit_patterns"].get(f"duration-{unit}", {}), data["date_fields"].get(unit, {}))
        for form, pattern in (one for table in both for one in _patterns(table)):
            word = re.match(r"[\s\u00a0\u202f]*([^\W\d_]+)", pattern.partition("{0}")[2])
            if word and form != "per":
                names.setdefault(word[1].lower(), set()).add(unit)
    return {name: next(iter(units)) for name, units in names.items() if len(units) == 1}, counted


def _patterns(table: Any) -> Iterator[tuple[str, str]]:
    """Plural forms with their patterns, of all lengths and directions."""
    for forms in table.values():
        if hasattr(forms, "items"):
            yield from ((str(form), str(pattern)) for form, pattern in forms.items())


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))
