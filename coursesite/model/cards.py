"""Cards to cut out: the entries of lists that a page's head names by the heading above them, `cards: [five-scenes]`."""

import re

from .course import Course
from .document import Document
from .module import Activity, Module

_ENTRY = re.compile(r"^(?:\d+\.|[-*]) +(.*)$")


def entries_below(document: Document, heading_id: str) -> tuple[str, ...]:
    """The Markdown of each list entry between a heading and the next one; empty where there is no such heading."""
    lines = document.body.split("\n")
    starts = [heading.line - document.body_line for heading in document.headings]
    for heading, start in zip(document.headings, starts, strict=True):
        if heading.id == heading_id:
            end = min((one for one in starts if one > start), default=len(lines))
            return tuple(_entries(lines[start + 1 : end]))
    return ()


def _entries(lines: list[str]) -> list[str]:
    found: list[str] = []
    inside = False
    for line in lines:
        if entry := _ENTRY.match(line):
            found.append(entry[1].strip())
            inside = True
        elif inside and line.strip():
            found[-1] += f" {line.strip()}"
        else:
            inside = False
    return found


def with_cards(course: Course, module: Module) -> tuple[tuple[Activity, Document], ...]:
    """The activities of a module that have cards, each with its page in the language of its authors."""
    return tuple(
        (activity, document)
        for activity in module.activities
        if (document := course.text_of(module, activity)) is not None and document.head.cards
    )
