"""Headings: an outline that people can navigate by, with permanent ids.

Only pages in the source language are looked at here, and translations with sections of their own: any other
translation has to have the same outline (see `translations.py`), and so the same faults.
"""

from collections.abc import Iterator

from ..model.adaptation import is_adapted
from ..model.course import Course
from ..model.document import Document
from ..model.entity import IDENTIFIER
from ..model.problem import Problem
from .anchors import generated_on


def outlines(course: Course) -> Iterator[Document]:
    """The pages whose outline is their own."""
    for document in course.documents:
        if (
            document.language == course.source_language
            or course.is_national(document)
            or is_adapted(document)
        ):
            yield document


def every_page_has_its_title_where_it_belongs(course: Course) -> Iterator[Problem]:
    """Standing pages and trainers' pages begin with their only title; a module's pages have none."""
    for document in outlines(course):
        titles = [heading for heading in document.headings if heading.level == 1]
        if document.area == "module":
            for title in titles:
                yield Problem(
                    document.path,
                    title.line,
                    "title-not-here",
                    f"“{title.text}” is a title (one `#`), and the title of this page stands in module.yml",
                    "headings with two `#` or more",
                    "delete the line, or write it with `##`",
                )
        elif not titles or document.headings[0] != titles[0]:
            yield Problem(
                document.path,
                document.body_line,
                "title-missing",
                "the page does not begin with a title",
                "`# Title { #id }` before all other headings",
                "write the title above the first heading",
            )
        for title in titles[1:] if document.area != "module" else ():
            yield Problem(
                document.path,
                title.line,
                "title-twice",
                f"“{title.text}” is a second title (one `#`)",
                "one title on a page",
                "write it with `##`",
            )


def no_level_is_skipped(course: Course) -> Iterator[Problem]:
    """Below a heading comes at most the next level, so that the outline has no gaps."""
    for document in outlines(course):
        level = 1
        for heading in document.headings:
            if heading.level > level + 1:
                yield Problem(
                    document.path,
                    heading.line,
                    "heading-skip",
                    f"“{heading.text}” has {heading.level} `#`, and the heading above it has {level}"
                    if level > 1
                    else f"“{heading.text}” has {heading.level} `#`, directly below the page's title",
                    f"at most {level + 1} `#` here",
                    f"write it with {level + 1} `#` or fewer",
                )
            level = heading.level


def every_heading_has_a_permanent_id(course: Course) -> Iterator[Problem]:
    """Each heading carries an id that is well formed."""
    for document in outlines(course):
        for heading in document.headings:
            if heading.id is None:
                yield Problem(
                    document.path,
                    heading.line,
                    "heading-without-id",
                    f"the heading “{heading.text}” has no id",
                    "an id in braces behind the heading: `{ #in-a-few-words }`",
                    "add one in English; it stays when the words change, and is the same in all languages",
                )
            elif not IDENTIFIER.fullmatch(heading.id):
                yield Problem(
                    document.path,
                    heading.line,
                    "heading-id-form",
                    f"`{heading.id}` can't be an id",
                    "small letters a to z, digits and single hyphens, beginning with a letter",
                    "write the id in this form",
                )


def every_heading_id_is_used_once_on_its_page(course: Course) -> Iterator[Problem]:
    """An id leads to one place of the page."""
    for document in outlines(course):
        taken = dict.fromkeys(generated_on(course, document), "generated content")
        for heading in document.headings:
            if heading.id is None:
                continue
            if heading.id in taken:
                yield _used_twice(document, heading.id, heading.line, taken[heading.id])
            else:
                taken[heading.id] = f"the heading on line {heading.line}"


def _used_twice(document: Document, name: str, line: int, owner: str) -> Problem:
    return Problem(
        document.path,
        line,
        "heading-id-twice",
        f"the id `{name}` already belongs to {owner} of this page",
        "an id that is used once on the page",
        "give this heading another id",
    )
