"""Remarks on the quality of a translation: things that no page breaks on, and that a reader stumbles over.

Each is a warning with its line. A translation whose source changed is held against the words that it was made from:
that it is outdated is another matter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model.course import Course
from ..model.problem import Problem
from ..model.programme import Language
from . import terminology, typography
from .desk import Sheet
from .durations import clockwork, missing
from .pairing import Pair
from .prose import prose_of
from .segments import FEW, Segment, is_untranslated, words_in

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|\s*(?<!\\)\|\s*|\n(?=\n)")


@dataclass(frozen=True)
class Customs:
    """What translations into one language are held to."""

    course: Course
    language: str

    @cached_property
    def source(self) -> Language:
        """The source language."""
        return self.course.programme.languages[0]

    @cached_property
    def target(self) -> Language:
        """The language of the translations."""
        return next(one for one in self.course.programme.languages if one.code == self.language)

    @cached_property
    def terms(self) -> tuple[terminology.Agreed, ...]:
        """What was agreed on terms."""
        return terminology.agreed(self.course, self.language)


def remarks(sheet: Sheet, customs: Customs) -> Iterator[Problem]:
    """All that is worth a look in one file's translation, in the source's order."""
    for pair in sheet.pairs:
        if pair.target is not None and pair.adaptation:  # the team's own text has no source, but readers too
            own = _Words(sheet, pair, pair.target, "", prose_of(pair.target.text))
            yield from _terms(own, customs)
            yield from _typography(own, customs)
            continue
        if pair.target is None or pair.source is None or pair.status == "missing":
            continue
        source = pair.entry.source if pair.status == "outdated" and pair.entry else pair.source.text
        words = _Words(sheet, pair, pair.target, prose_of(source), prose_of(pair.target.text))
        yield from _durations(words, customs)
        yield from _sentences(words, source)
        yield from _terms(words, customs)
        yield from _typography(words, customs)


@dataclass(frozen=True)
class _Words:
    """One segment's prose in both languages."""

    sheet: Sheet
    pair: Pair
    segment: Segment
    source: str
    target: str

    def problem(self, at: int, code: str, says: str, expected: str, mend: str) -> Problem:
        """A warning at a place in the target."""
        below = self.segment.text.count("\n", 0, at) if self.sheet.kind is None else 0
        return Problem(
            self.sheet.neighbour, self.segment.line + below, code, f"{self.pair.key}: {says}", expected, mend,
            "warning",
        )  # fmt: skip


def _durations(words: _Words, customs: Customs) -> Iterator[Problem]:
    own = clockwork(customs.source.locale).durations(words.source)
    its = clockwork(customs.target.locale).durations(words.target, loosely=True)
    for found in missing(own, its):
        yield words.problem(
            0, "translation-duration", f"the source says `{found.words}`, and this does not",
            "the same amount of time, in digits", "compare the numbers with the source",
        )  # fmt: skip


def _sentences(words: _Words, source: str) -> Iterator[Problem]:
    """Sentences that were left in the source's language, unless a reviewer let the whole segment stand."""
    if words.pair.status == "reviewed" or is_untranslated(source, words.segment.text):
        return
    target = f" {' '.join(words_in(words.target)).lower()} "
    for sentence in _SENTENCE_END.split(words.source):
        its = words_in(sentence)
        if len(its) > FEW and f" {' '.join(its).lower()} " in target:
            yield words.problem(
                _place(words.target, its), "translation-left",
                f"the sentence “{' '.join(sentence.split())}” stands here as in the source",
                "the same in this language",
                "translate it; if it has to stay, have the segment stamped by its reviewer",
            )  # fmt: skip


def _place(target: str, its: list[str]) -> int:
    match = re.search(r"\W+".join(map(re.escape, its)), target, re.IGNORECASE)
    return match.start() if match else 0


def _terms(words: _Words, customs: Customs) -> Iterator[Problem]:
    for term in terminology.unkept(customs.terms, words.source, words.target):
        yield words.problem(
            0, "translation-term", f"the source uses the term `{term.word}`, and this none of its words",
            " or ".join(f"`{form}`" for form in term.forms),
            "use the glossary's word, or add another form of it there",
        )  # fmt: skip
    for term, match in terminology.rivals(customs.terms, words.target):
        yield words.problem(
            match.start(), "translation-rival", f"`{match[0]}` was decided against for `{term.word}`",
            " or ".join(f"`{form}`" for form in term.forms) or "another word",
            "use the glossary's word; if this means something else, choose a word that can't be mistaken",
        )  # fmt: skip


def _typography(words: _Words, customs: Customs) -> Iterator[Problem]:
    slips = [
        *typography.wrong_numbers(words.source, words.target, customs.source.locale, customs.target.locale)
    ]
    if customs.target.quotes:
        slips += typography.wrong_quotes(words.target, customs.target.quotes)
    for slip in slips:
        yield words.problem(slip.start, slip.code, slip.says, slip.expected, "change these signs")
