"""How translations stand: what files and ledgers say of each piece, for pages to show. Computed, never typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Standing = Literal[
    "missing", "outdated", "machine draft", "draft", "reviewed", "adapted", "national", "orphaned"
]
"""What a piece of a translation is. The first that holds for any of its pieces holds for a page."""

STANDINGS: tuple[Standing, ...] = (
    "missing", "outdated", "machine draft", "draft", "reviewed", "adapted", "national", "orphaned"
)  # fmt: skip

DONE: frozenset[Standing] = frozenset({"machine draft", "draft", "reviewed", "adapted"})
"""Translations of the source as it is today, and what a national team has in its own version or leaves out."""

NOT_OF_THE_SOURCE: frozenset[Standing] = frozenset({"national", "orphaned"})


@dataclass(frozen=True)
class Piece:
    """Some words of a text that changed: they stand in both versions, only in the old one, or only in the new one."""

    text: str
    change: Literal["same", "gone", "new"]


@dataclass(frozen=True)
class Segment:
    """One piece of a translation that was begun. Lines count from 1; 0 where the piece is not there."""

    key: str
    """`heading-id/n` on a page (`_` above the first heading), or YAML keys and ids."""
    standing: Standing
    line: int
    """In the source file."""
    target_line: int
    date: str | None
    """When it was translated or, if it is reviewed, reviewed (ISO)."""

    @property
    def section(self) -> str:
        """The id of the heading that it stands below; empty where a key of its own leads to it."""
        return self.key.rpartition("/")[0]


@dataclass(frozen=True)
class Difference:
    """A segment to look at: what changed in its source, or what has no translation."""

    segment: Segment
    pieces: tuple[Piece, ...]
    """The source's words; all of them new where there is no translation."""
    target: str
    """The translation as it is; empty where there is none."""
    reviewer: str | None
    """Who reviewed it before the source changed."""


@dataclass(frozen=True)
class Figures:
    """Segments and words of the source by standing."""

    segments: Mapping[Standing, int]
    words: Mapping[Standing, int]
    recorded: int
    """Words of the source, as the ledgers know it, that have a translation."""
    known: int
    """Words of the source as the ledgers know it; where there is none, as it is today."""

    @property
    def at_sync(self) -> int:
        """Percent of words that were translated when the ledgers were last written."""
        return 100 * self.recorded // self.known if self.known else 0

    @property
    def today(self) -> int:
        """Percent of today's words that have a translation of just these words."""
        return self._percent(DONE)

    @property
    def reviewed(self) -> int:
        """Percent of today's words whose translation a person has reviewed."""
        return self._percent(frozenset({"reviewed"}))

    def _percent(self, standings: frozenset[Standing]) -> int:
        whole = sum(count for standing, count in self.words.items() if standing not in NOT_OF_THE_SOURCE)
        return 100 * sum(self.words.get(one, 0) for one in standings) // whole if whole else 0


def total(figures: Iterable[Figures]) -> Figures:
    """Figures added up."""
    segments = dict.fromkeys(STANDINGS, 0)
    words = dict.fromkeys(STANDINGS, 0)
    recorded = known = 0
    for one in figures:
        for standing, count in one.segments.items():
            segments[standing] += count
        for standing, count in one.words.items():
            words[standing] += count
        recorded += one.recorded
        known += one.known
    return Figures(segments, words, recorded, known)


@dataclass(frozen=True)
class TranslatedFile:
    """One source file and its translation, in one language."""

    path: str
    """Of the source file, from the course's root."""
    neighbour: str
    """Of the translation, whether it exists or not."""
    part: str
    """A module's id, `course` for what all modules share, `docs` for standing pages, `interface`."""
    begun: bool
    """Whether there is a translation. If not, all is missing, and `segments` and `differences` are empty."""
    figures: Figures
    segments: tuple[Segment, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Translation:
    """All files of a course in one language, in the course's order, by path."""

    language: str
    files: Mapping[str, TranslatedFile]

    def parts(self) -> Mapping[str, tuple[TranslatedFile, ...]]:
        """Files by the part of the course that they belong to."""
        found: dict[str, tuple[TranslatedFile, ...]] = {}
        for file in self.files.values():
            found[file.part] = (*found.get(file.part, ()), file)
        return found
