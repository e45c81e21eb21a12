"""Read, check, and hand over a sound course, or all problems; and how its translations stand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .checking import problems as check
from .checking import problems_of_pages as check_pages
from .model.course import Course
from .model.problem import Problem
from .model.translation import Translation
from .reading import read_course
from .translating.desk import Sheet, sheets_by_language
from .translating.exchange import po_files
from .translating.ledger import broken_ledgers
from .translating.standing import translations


@dataclass(frozen=True)
class Findings:
    """What came of reading and checking. `course` is None where parts of it could not be read."""

    course: Course | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def look_at(root: Path, release: bool = False) -> Findings:
    """Read and check the course in `root`. With `release`, also refuse what is only planned.

    Where a file could not be read, only those checks run that look at one page at a time: others
    would report as missing what stands in that file.
    """
    reading = read_course(root)
    problems = (*reading.problems, *broken_ledgers(root))
    if reading.course is not None:
        problems += check(reading.course, release) if reading.whole else check_pages(reading.course)
    return Findings(reading.course if reading.whole else None, tuple(sorted(set(problems))))


@dataclass(frozen=True)
class Translating:
    """How far each language is, and what its translators take away to work on."""

    standing: Mapping[str, Translation]
    """By language."""
    sheets: Mapping[str, tuple[Sheet, ...]]

    def files(self, language: str) -> Mapping[str, str]:
        """PO files, one for each part of the course, by name."""
        return po_files(self.sheets[language], language)


def translating(root: Path, course: Course) -> Translating:
    """How the translations of a sound course in `root` stand."""
    sheets = sheets_by_language(root, course, course.languages[1:])
    return Translating(translations(sheets), sheets)


class UnknownLanguage(ValueError):
    """A language to preview that the course does not have; says which ones it has."""


def preview(course: Course, code: str) -> Course:
    """The course in its source language and one other, for whoever works on that one and wants a quick build.

    Raises:
        UnknownLanguage: the course has no such language.
    """
    kept = tuple(one for one in course.programme.languages if one.code in {course.source_language, code})
    if code not in course.languages:
        raise UnknownLanguage(
            f"`{code}` is no language of this course. It has {', '.join(course.languages)}."
        )
    codes = {language.code for language in kept}
    return replace(
        course,
        programme=course.programme.model_copy(update={"languages": kept}),
        documents=tuple(document for document in course.documents if document.language in codes),
    )
