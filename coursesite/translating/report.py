"""How translations stand, in plain words: figures, differences, and what to mend."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest

from ..model.course import Course
from ..model.problem import Problem
from .desk import Sheet
from .edits import refusal
from .landmarks import moved
from .ledger import Entry
from .markdown_cut import ABOVE
from .pairing import Pair, Status
from .quality import Customs, remarks
from .segments import NAMES, Segment, words_of

DONE: frozenset[Status] = frozenset({"machine draft", "draft", "reviewed", "adapted"})

NOT_OF_THE_SOURCE: frozenset[Status] = frozenset({"national", "orphaned"})


@dataclass
class Figures:
    """Segments and words of one part of the course, by status."""

    segments: Counter[Status] = field(default_factory=Counter)
    words: Counter[Status] = field(default_factory=Counter)
    recorded: int = 0
    """Words of the source, as the ledgers know it, that have a translation."""
    known: int = 0
    """Words of the source as the ledgers know it; where there is none, as it is today."""

    @property
    def at_sync(self) -> int:
        """Percent of words that were translated when the ledger was last written."""
        return 100 * self.recorded // self.known if self.known else 0

    @property
    def today(self) -> int:
        """Percent of today's source that has a translation of just these words."""
        whole = sum(count for status, count in self.words.items() if status not in NOT_OF_THE_SOURCE)
        return 100 * sum(self.words[status] for status in DONE) // whole if whole else 0

    def add(self, sheet: Sheet) -> None:
        """Count in one file."""
        for pair in sheet.pairs:
            segment = pair.source or pair.target
            assert segment is not None
            self.segments[pair.status] += 1
            self.words[pair.status] += words_of(segment.text)
            if pair.status == "national":
                continue
            known = words_of(pair.entry.source if pair.entry else segment.text)
            self.known += known
            done = pair.status == "adapted" or (pair.entry and pair.entry.target_hash)
            self.recorded += known if done else 0


def figures(sheets: Iterable[Sheet]) -> dict[str, Figures]:
    """Figures by part, and of the `whole`."""
    found: dict[str, Figures] = {}
    for sheet in sheets:
        for part in (sheet.part, "whole"):
            found.setdefault(part, Figures()).add(sheet)
    return {part: found[part] for part in sorted(found, key=lambda part: part == "whole")}


def postponed(sheets: Iterable[Sheet]) -> Iterator[tuple[str, Entry]]:
    """Outdated translations that somebody left to the translators, by name."""
    for sheet in sheets:
        for pair in sheet.pairs:
            if pair.status in {"outdated", "orphaned"} and pair.entry and pair.entry.postponed:
                yield f"{sheet.path}#{pair.key}", pair.entry


def word_diff(old: str, new: str) -> str:
    """The new text, with what went in [-…-] and what came in {+…+}."""
    before, after = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
    matcher = SequenceMatcher(None, [w.strip() for w in before], [w.strip() for w in after], autojunk=False)
    pieces = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(" ".join(word.strip() for word in after[c:d]))
            continue
        if b > a:
            pieces.append(f"[-{' '.join(word.strip() for word in before[a:b])}-]")
        if d > c:
            pieces.append(f"{{+{' '.join(word.strip() for word in after[c:d])}+}}")
    return " ".join(pieces)


def differences(sheets: Iterable[Sheet]) -> Iterator[str]:
    """What to look at in translations that were begun: outdated, missing and orphaned segments."""
    for sheet in sheets:
        if sheet.target is None:
            continue
        line = 1
        for pair in sheet.pairs:
            line = pair.target.line if pair.target else line
            if text := _difference(sheet, pair):
                yield f"{sheet.neighbour}:{line}: {pair.key}: {text}"


def _difference(sheet: Sheet, pair: Pair) -> str | None:
    source, target = pair.source, pair.target
    if pair.adaptation:
        return _relevance(sheet, pair) if source and pair.moved else None
    if source is None:
        return "this is no longer in the source\n  do: delete these lines" if target else None
    where = f"{sheet.path}:{source.line}"
    if pair.status == "missing":
        there = f"write it under `{pair.key}`" if sheet.kind else "put its translation after this line"
        do = "translate these lines" if target else there
        return f"{NAMES[source.sort]} without translation ({where})\n  source: {' '.join(source.text.split())}\n  do: {do}"
    if pair.status != "outdated" or pair.entry is None or target is None:
        return None
    was = f", reviewed by {pair.entry.reviewer}" if pair.entry.reviewer else ""
    was += f"; postponed by {pair.entry.postponed}" if pair.entry.postponed else ""
    return (
        f"the source changed ({where}) since this was translated{was}\n"
        f"  source: {word_diff(pair.entry.source, source.text)}\n"
        f"  here: {' '.join(target.text.split())}\n"
        f"  do: change the translation if it has to; then have it stamped as {sheet.path}#{pair.key}"
    )


def _relevance(sheet: Sheet, pair: Pair) -> str:
    """What to do where the source of an adapted section moved."""
    assert pair.source is not None
    assert pair.entry is not None
    return (
        f"the source changed ({sheet.path}:{pair.source.line}) since the national team adapted this or left it out\n"
        f"  source: {word_diff(pair.entry.source, pair.source.text)}\n"
        f"  do: check whether it is still relevant; then have it stamped as {sheet.path}#{pair.key}"
    )


def faults(sheets: Iterable[Sheet], course: Course) -> Iterator[Problem]:
    """What translations break: order and shape of blocks, links, placeholders, cells; and what is not translated.

    Then, as warnings, what a reader would stumble over.
    """
    customs: dict[str, Customs] = {}
    for sheet in sheets:
        if sheet.target is None:
            continue
        yield from remarks(sheet, customs.setdefault(sheet.language, Customs(course, sheet.language)))
        if sheet.kind is None:
            yield from _shape(sheet)
            yield from moved(sheet)
        for pair in sheet.pairs:
            if pair.source is None or pair.target is None or pair.adaptation:
                continue
            reason = refusal(pair.source, pair.target.text, may_be_same=pair.status != "missing")
            if reason:
                yield Problem(
                    sheet.neighbour, pair.target.line, "translation-differs", f"{pair.key}: {reason}",
                    f"the same as in {sheet.path}, line {pair.source.line}, in other words",
                    "compare with the source; translate words only",
                )  # fmt: skip


def _shape(sheet: Sheet) -> Iterator[Problem]:
    """The first block that is of another kind than in the source."""
    assert sheet.target is not None
    adapted = {pair.source for pair in sheet.pairs if pair.adaptation and pair.source}
    own = [one for one in sheet.source.segments if one.section and one not in adapted]
    its = [one for one in sheet.target.segments if one.section and one.adaptation is None]
    for source, target in zip_longest(own, its):
        if source and target and (source.section, source.sort) == (target.section, target.sort):
            continue
        there = f"{_placed(target)} stands here" if target else "nothing stands here"
        here = f"{_placed(source)}, as in {sheet.path}, line {source.line}" if source else "nothing more"
        line = target.line if target else its[-1].line if its else 0
        yield Problem(
            sheet.neighbour, line, "translation-shape", there, here,
            "put in or take out a block, or mend its signs, so that the page is built like its source", "warning",
        )  # fmt: skip
        return


def _placed(segment: Segment) -> str:
    if segment.section == ABOVE:
        return f"{NAMES[segment.sort]} above the first heading with an id"
    return f"{NAMES[segment.sort]} in the section `{segment.section}`"
