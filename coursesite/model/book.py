"""A handbook: what is printed or read offline, worded and whole, before it becomes a file of some format.

Book
└── chapters    level 1: a module, a standing page, the glossary; level 2: what belongs to the one before
    └── body    XHTML that is good HTML too; ids are unique in the book, and links lead to them or out
"""

from dataclasses import dataclass
from typing import Literal

from .text import Wording

Audience = Literal["trainees", "trainers"]
"""Whom a book is for. What only trainers may see stands in no book for trainees."""


@dataclass(frozen=True)
class Chapter:
    """One page of the course, or what the book gathers at its end."""

    id: str
    """Begins the ids of all that is in it; names its file where a book has several."""
    title: Wording
    level: Literal[1, 2]
    kind: str
    """What sort of page it is, such as `homework`, for its style."""
    body: str
    anchors: frozenset[str]
    """All ids in it, its own included."""
    translated: bool = True
    """Whether the chapter is in the book's language, and not in the source language for want of a translation."""

    @property
    def has_drawings(self) -> bool:
        """Whether drawings stand in its text."""
        return "<svg" in self.body


@dataclass(frozen=True)
class BookWords:
    """What a book says besides its chapters."""

    contents: str
    page: str
    """Before the number of a page that a link leads to: `p.`"""
    audience: str
    made: tuple[str, ...]
    """Where and when it was made, a sentence each."""


@dataclass(frozen=True)
class Book:
    """A handbook in one language."""

    course: str
    """Id of the course."""
    module: str | None
    """Id of the module, or None where the book holds the whole course."""
    audience: Audience
    language: str
    direction: str
    title: str
    course_title: str
    summary: Wording
    words: BookWords
    chapters: tuple[Chapter, ...]
    pictures: tuple[str, ...]
    """Picture files that chapters show, as the chapters name them: paths from the course's root."""

    @property
    def path(self) -> str:
        """Where its files lie, from the folder of all packages, without the ending of a format."""
        name = "-".join((self.course, self.module or "handbook", *self._mark, self.language))
        return "/".join((*self._mark, self.language, name))

    @property
    def _mark(self) -> tuple[str, ...]:
        return ("trainer",) if self.audience == "trainers" else ()

    @property
    def file_of(self) -> dict[str, str]:
        """The chapter that each anchor is in."""
        return {anchor: chapter.id for chapter in self.chapters for anchor in chapter.anchors}
