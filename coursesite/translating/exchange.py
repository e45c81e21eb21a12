"""Translations in PO files, one for each part of the course, for Poedit, OmegaT and Weblate; and back, safely.

A unit is a segment: `msgctxt` is `path#key`, `msgid` the source's words. What still has to be looked at, a
machine's draft or an outdated translation, is marked fuzzy ("needs work"); taking the mark away says that a
person did. Fuzzy and empty units are never taken, and nothing is written over what changed since the export.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from .desk import Sheet
from .edits import Refused, page_of, synced, translated
from .pairing import Pair
from .segments import fingerprint

_MADE_FROM = "translation at export:"


@dataclass(frozen=True)
class Outcome:
    """What came of an import: the sheets as they are to be, how much was taken, and what was not, and why."""

    sheets: tuple[tuple[Sheet, Sheet], ...]
    """Before and after, of those that changed."""
    taken: int
    refused: tuple[str, ...]


def po_files(sheets: Iterable[Sheet], language: str) -> dict[str, str]:
    """Names and texts of PO files with all that can be translated."""
    files: dict[str, polib.POFile] = {}
    for sheet in sheets:
        if sheet.part not in files:
            files[sheet.part] = polib.POFile(wrapwidth=0)
            files[sheet.part].metadata = {
                "Project-Id-Version": sheet.part,
                "Language": language.replace("-", "_"),
                "MIME-Version": "1.0",
                "Content-Type": "text/plain; charset=UTF-8",
                "Content-Transfer-Encoding": "8bit",
            }
        for pair in sheet.pairs:
            if pair.source is not None and pair.status != "adapted":
                files[sheet.part].append(_unit(sheet, pair))
    return {f"{part}.po": str(file) + "\n" for part, file in files.items()}


def _unit(sheet: Sheet, pair: Pair) -> polib.POEntry:
    assert pair.source is not None
    words = pair.target.text if pair.target and pair.status != "missing" else ""
    unit = polib.POEntry(
        msgctxt=f"{sheet.path}#{pair.key}",
        msgid=pair.source.text,
        msgstr=words,
        occurrences=[(sheet.path, str(pair.source.line))],
        comment=f"{pair.status}\n{_MADE_FROM} {fingerprint(pair.target.text)}"
        if pair.target
        else pair.status,
    )
    if pair.status in {"machine draft", "outdated"}:
        unit.flags = ["fuzzy"]
    if pair.status == "outdated" and pair.entry:
        unit.previous_msgid = pair.entry.source
    return unit


def taken_from(folder: Path, sheets: Sequence[Sheet], date: str) -> Outcome:
    """What the PO files in a folder change."""
    by_path = {sheet.path: sheet for sheet in sheets}
    units: dict[str, list[tuple[str, str, polib.POEntry]]] = {}
    refused: list[str] = []
    for file in sorted(folder.glob("*.po")):
        try:
            po = polib.pofile(str(file), encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            refused.append(f"{file.name}: it can't be read as a PO file ({error})")
            continue
        for unit in po:
            path, _, key = (unit.msgctxt or "").rpartition("#")
            where = f"{file.name}:{unit.linenum}: {unit.msgctxt}"
            if unit.obsolete or unit.fuzzy or not unit.msgstr.strip():
                continue
            if path in by_path:
                units.setdefault(path, []).append((where, key, unit))
            else:
                refused.append(f"{where}: the course has no such file any more")
    changed, taken = [], 0
    for path, its in units.items():
        after, count, reasons = _applied(by_path[path], its, date)
        refused += reasons
        taken += count
        if count:
            changed.append((by_path[path], after))
    return Outcome(tuple(changed), taken, tuple(refused))


def _applied(
    sheet: Sheet, units: list[tuple[str, str, polib.POEntry]], date: str
) -> tuple[Sheet, int, list[str]]:
    if sheet.target is None and sheet.kind is None:
        return _whole_page(sheet, units, date)
    pairs = {pair.key: pair for pair in sheet.pairs if pair.source}
    reasons, count = [], 0
    for where, key, unit in units:
        pair = pairs.get(key)
        if reason := _moved(pair, unit):
            reasons.append(f"{where}: {reason}")
            continue
        assert pair is not None
        same = pair.target is not None and fingerprint(pair.target.text) == fingerprint(unit.msgstr)
        if same and pair.status in {"draft", "reviewed"}:
            continue
        try:
            sheet = translated(sheet, key, unit.msgstr, "imported", date)
        except Refused as refused:
            reasons.append(f"{where}: not taken: {refused}")
        else:
            count += 1
    return (synced(sheet, None, date, ()) if count else sheet), count, reasons


def _moved(pair: Pair | None, unit: polib.POEntry) -> str | None:
    """Why a unit no longer belongs to the course as it is, if so."""
    if pair is None or pair.source is None:
        return "not taken: the source no longer has this segment"
    if pair.status == "adapted":
        return "not taken: the national team has its own version of this section, or leaves it out"
    if fingerprint(pair.source.text) != fingerprint(unit.msgid):
        return "not taken: the source changed since the export. Export again; your program keeps what fits"
    if pair.target is None or pair.status == "missing":
        return None
    now = fingerprint(pair.target.text)
    exported = next(
        (
            line.removeprefix(_MADE_FROM).strip()
            for line in unit.comment.splitlines()
            if line.startswith(_MADE_FROM)
        ),
        None,
    )
    if exported != now and fingerprint(unit.msgstr) != now:
        return (
            "not taken: the translation in the course changed since the export. Compare both, and change one"
        )
    return None


def _whole_page(
    sheet: Sheet, units: list[tuple[str, str, polib.POEntry]], date: str
) -> tuple[Sheet, int, list[str]]:
    """A page that has no translation yet is made only when all of it is translated: readers get one language."""
    pairs = {pair.key: pair for pair in sheet.pairs if pair.source}
    reasons = [f"{where}: {reason}" for where, key, unit in units if (reason := _moved(pairs.get(key), unit))]
    words = {key: unit.msgstr for _, key, unit in units if key in pairs}
    if reasons:
        return sheet, 0, reasons
    if missing := len(pairs) - len(words):
        return (
            sheet,
            0,
            [f"{sheet.neighbour}: not made yet: {missing} of its {len(pairs)} segments are not translated"],
        )
    try:
        made = page_of(sheet, words, "imported", date)
    except Refused:
        for where, key, unit in units:
            try:
                page_of(sheet, {key: unit.msgstr}, "imported", date)
            except Refused as refused:
                reasons.append(f"{where}: not taken: {refused}; {sheet.neighbour} is not made")
        return sheet, 0, reasons
    return made, len(words), []
