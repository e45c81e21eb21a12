"""Translations in files for Poedit, OmegaT and Weblate, one for each part of the course; and back, safely.

Units that are empty or still need work are never taken, and nothing is written over what changed since the export.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .desk import Sheet
from .edits import Refused, page_of, synced, translated
from .pairing import Pair
from .po import po_text, po_units
from .segments import fingerprint
from .unit import Returned, Unreadable, units_by_part
from .xliff import xliff_text, xliff_units

Format = Literal["po", "xliff"]

FORMATS: tuple[Format, ...] = ("po", "xliff")

_READERS: Mapping[str, Callable[[str, bytes, str], Iterator[Returned]]] = {
    ".po": po_units, ".xlf": xliff_units, ".xliff": xliff_units,
}  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What came of an import: the sheets as they are to be, how much was taken, and what was not, and why."""

    sheets: tuple[tuple[Sheet, Sheet], ...]
    """Before and after, of those that changed."""
    taken: int
    refused: tuple[str, ...]
    waiting: int = 0
    """Units with new words that are still marked as needing work."""


def po_files(sheets: Iterable[Sheet], language: str) -> dict[str, str]:
    """Names and texts of PO files with all that can be translated."""
    return {
        f"{part}.po": po_text(part, language, [unit for _, units in files for unit in units])
        for part, files in units_by_part(sheets).items()
    }


def xliff_files(sheets: Iterable[Sheet], source_language: str, language: str) -> dict[str, str]:
    """Names and texts of XLIFF files with all that can be translated."""
    return {
        f"{part}.xlf": xliff_text(source_language, language, files)
        for part, files in units_by_part(sheets).items()
    }


def taken_from(place: Path, sheets: Sequence[Sheet], date: str) -> Outcome:
    """What the files in a folder change, or one file."""
    files = sorted(file for file in place.iterdir() if file.suffix in _READERS) if place.is_dir() else [place]
    by_path = {sheet.path: sheet for sheet in sheets}
    refused: list[str] = []
    units: dict[str, Returned] = {}
    waiting = 0
    for file in files:
        try:
            returned = list(
                _READERS.get(file.suffix, po_units)(file.name, file.read_bytes(), sheets[0].language)
            )
        except Unreadable as reason:
            refused.append(f"{file.name}: {reason}")
            continue
        waiting += sum(unit.is_new and not unit.ready for unit in returned)
        for unit in returned:
            if not unit.ready or not unit.words.strip():
                continue
            if unit.path not in by_path:
                refused.append(f"{unit.where}: {unit.name}: the course has no such file any more")
                continue
            known = units.setdefault(unit.name, unit)
            if fingerprint(known.words) == fingerprint(unit.words) or not unit.is_new:
                continue
            if known.is_new:
                refused.append(
                    f"{unit.where}: {unit.name}: not taken: {known.where} has another translation of it"
                )
            else:
                units[unit.name] = unit
    outcome = _taken(by_path, units.values(), date)
    return Outcome(outcome.sheets, outcome.taken, (*refused, *outcome.refused), waiting)


def _taken(by_path: Mapping[str, Sheet], units: Iterable[Returned], date: str) -> Outcome:
    of_sheet: dict[str, list[Returned]] = {}
    for unit in units:
        of_sheet.setdefault(unit.path, []).append(unit)
    changed, refused, taken = [], [], 0
    for path, its in of_sheet.items():
        after, count, reasons = _applied(by_path[path], its, date)
        refused += reasons
        taken += count
        if count:
            changed.append((by_path[path], after))
    return Outcome(tuple(changed), taken, tuple(refused))


def _applied(sheet: Sheet, units: list[Returned], date: str) -> tuple[Sheet, int, list[str]]:
    if sheet.target is None and sheet.kind is None:
        return _whole_page(sheet, units, date)
    pairs = {pair.key: pair for pair in sheet.pairs if pair.source}
    reasons, count = [], 0
    for unit in units:
        pair = pairs.get(unit.key)
        if reason := _moved(pair, unit):
            reasons.append(f"{unit.where}: {unit.name}: {reason}")
            continue
        assert pair is not None
        same = pair.target is not None and fingerprint(pair.target.text) == fingerprint(unit.words)
        if same and pair.status not in {"machine draft", "outdated", "missing"}:
            continue
        try:
            sheet = translated(sheet, unit.key, unit.words, "imported", date)
        except Refused as refused:
            reasons.append(f"{unit.where}: {unit.name}: not taken: {refused}")
        else:
            count += 1
    return (synced(sheet, None, date, ()) if count else sheet), count, reasons


def _moved(pair: Pair | None, unit: Returned) -> str | None:
    """Why a unit no longer belongs to the course as it is, if so."""
    if pair is None or pair.source is None:
        return "not taken: the source no longer has this segment"
    if pair.adaptation:
        return "not taken: the national team has its own version of this section, or leaves it out"
    if fingerprint(pair.source.text) != fingerprint(unit.source):
        return "not taken: the source changed since the export. Export again; your program keeps what fits"
    if pair.target is None or pair.status == "missing":
        return None
    now = fingerprint(pair.target.text)
    if unit.made_from != now and fingerprint(unit.words) != now:
        return (
            "not taken: the translation in the course changed since the export. Compare both, and change one"
        )
    return None


def _whole_page(sheet: Sheet, units: list[Returned], date: str) -> tuple[Sheet, int, list[str]]:
    """A page that has no translation yet is made only when all of it is translated: readers get one language."""
    pairs = {pair.key: pair for pair in sheet.pairs if pair.source}
    reasons = [
        f"{unit.where}: {unit.name}: {reason}"
        for unit in units
        if (reason := _moved(pairs.get(unit.key), unit))
    ]
    words = {unit.key: unit.words for unit in units if unit.key in pairs}
    if reasons:
        return sheet, 0, reasons
    if missing := len(pairs) - len(words):
        reason = f"{sheet.neighbour}: not made yet: {missing} of its {len(pairs)} segments are not translated"
        return sheet, 0, [reason]
    try:
        made = page_of(sheet, words, "imported", date)
    except Refused:
        for unit in units:
            try:
                page_of(sheet, {unit.key: unit.words}, "imported", date)
            except Refused as refused:
                reasons.append(
                    f"{unit.where}: {unit.name}: not taken: {refused}; {sheet.neighbour} is not made"
                )
        return sheet, 0, reasons
    return made, len(words), []
