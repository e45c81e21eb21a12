"""A unit: a segment on its way to a translator's program, and back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .desk import Sheet
from .pairing import Pair, Status
from .segments import fingerprint

NEEDS_WORK: frozenset[Status] = frozenset({"machine draft", "outdated"})
"""What a person still has to look at."""

_MADE_FROM = "translation at export:"


class Unreadable(Exception):
    """A file can't be read as what its ending says; says why."""


@dataclass(frozen=True)
class Unit:
    """What goes out: the source's words, those of the translation so far, and how they stand."""

    path: str
    """Of the source file."""
    key: str
    line: int
    source: str
    words: str
    """Empty where there is no translation yet."""
    status: Status
    previous: str | None
    """The source that an outdated translation was made from."""
    made_from: str | None
    """Fingerprint of the translation at export, by which a later import sees whether it changed meanwhile."""

    @property
    def name(self) -> str:
        """Names it in every file: `modules/m1/index.md#why/1`."""
        return f"{self.path}#{self.key}"

    @property
    def needs_work(self) -> bool:
        """Whether a person still has to look at it."""
        return self.status in NEEDS_WORK

    @property
    def note(self) -> str:
        """What a translator is told, and a line for the import."""
        return f"{self.status}\n{_MADE_FROM} {self.made_from}" if self.made_from else self.status


def is_in(language: str, written: str) -> bool:
    """Whether a file whose head says `written` holds this language; programs write `nb_NO` or `sr@latin` as well."""
    return not written or re.split(r"[-_@.]", written.lower())[0] == language.split("-", maxsplit=1)[0]


def other_language(its: str, language: str) -> Unreadable:
    """A file that was meant for another language."""
    return Unreadable(f"it is in the language `{its}`, not in `{language}`: name its own with --language")


@dataclass(frozen=True)
class Returned:
    """What came back, from a place in a file."""

    where: str
    name: str
    source: str
    words: str
    ready: bool
    """False where a person still has to look at it."""
    made_from: str | None

    @property
    def key(self) -> str:
        """Names its segment in its file."""
        return self.name.rpartition("#")[2]

    @property
    def path(self) -> str:
        """Of the source file."""
        return self.name.rpartition("#")[0]

    @property
    def is_new(self) -> bool:
        """Whether it has words that it did not have at export."""
        return bool(self.words.strip()) and fingerprint(self.words) != self.made_from


def made_from(notes: str) -> str | None:
    """The fingerprint in a unit's notes, if a program left them there."""
    lines = (line.strip() for line in notes.splitlines())
    return next(
        (line.removeprefix(_MADE_FROM).strip() for line in lines if line.startswith(_MADE_FROM)), None
    )


def units_by_part(sheets: Iterable[Sheet]) -> dict[str, list[tuple[Sheet, list[Unit]]]]:
    """Units by part of the course, then by sheet; a national team's own sections are nobody's unit."""
    parts: dict[str, list[tuple[Sheet, list[Unit]]]] = {}
    for sheet in sheets:
        parts.setdefault(sheet.part, []).append((sheet, list(_units(sheet))))
    return parts


def _units(sheet: Sheet) -> Iterator[Unit]:
    for pair in sheet.pairs:
        if pair.source is not None and pair.adaptation is None:
            yield Unit(
                path=sheet.path,
                key=pair.key,
                line=pair.source.line,
                source=pair.source.text,
                words=pair.target.text if pair.target and pair.status != "missing" else "",
                status=pair.status,
                previous=_previous(pair),
                made_from=fingerprint(pair.target.text) if pair.target else None,
            )


def _previous(pair: Pair) -> str | None:
    return pair.entry.source if pair.status == "outdated" and pair.entry else None
