"""National adaptation on a page: it is declared, signed, and leaves no doubt which section of the source it means."""

from collections.abc import Iterator

from ..model.adaptation import is_adapted, omitted, translated
from ..model.course import Course
from ..model.document import Document
from ..model.problem import Problem
from .translations import translated_pages
from .wording import did_you_mean, listed


def no_source_page_is_national(course: Course) -> Iterator[Problem]:
    """The source is what all national teams share: they adapt its translations."""
    for document in course.source_documents:
        head = document.head
        for key, written in (("national", head.national is not None), ("omits", bool(head.omits))):
            if written:
                yield _in_source(document, head.place.line_of(key), f"`{key}` in the head of the page")
        for heading in document.headings:
            if heading.adaptation:
                yield _in_source(
                    document, heading.line, f"`.{heading.adaptation}` in the braces of a heading"
                )
        for box in document.boxes:
            yield _in_source(document, box.line, "a box `!!! national`")


def every_adaptation_is_signed(course: Course) -> Iterator[Problem]:
    """Readers see who answers for what is national, and when it was last read."""
    for source, translation in translated_pages(course):
        head = translation.head
        if is_adapted(translation) and head.national is None:
            yield Problem(
                translation.path,
                _first_declared(translation),
                "national-unsigned",
                "something is national, adapted or left out on this page, and nobody signs for it",
                '`national: {by: Name of the team, date: "2031-05-28"}` in the head of the page',
                "add this line, with the day on which the team last read it",
            )
        if head.national is not None and not is_adapted(translation):
            yield Problem(
                translation.path,
                head.place.line_of("national"),
                "national-nothing",
                "somebody signs for what is national on this page, and nothing is declared",
                "`.national` or `.adapted` in the braces of a heading, a box `!!! national`, or `omits` in the head",
                f"declare what differs from {source.path}, or delete this line",
            )


def every_national_section_is_new(course: Course) -> Iterator[Problem]:
    """A national section has an id of its own."""
    for source, translation in translated_pages(course):
        known = {heading.id: heading for heading in source.headings if heading.id}
        for heading in translation.headings:
            if heading.adaptation == "national" and heading.id in known:
                yield Problem(
                    translation.path,
                    heading.line,
                    "national-id",
                    f"`{heading.id}` is a section of the source ({source.path}, line {known[heading.id].line})",
                    "an id of its own for a national section, such as one that begins with the team's letters",
                    "write `.adapted` if this takes the place of that section; else give it another id",
                )


def every_adapted_section_has_a_source(course: Course) -> Iterator[Problem]:
    """An adapted section takes the place of one of the source, at the same level."""
    for source, translation in translated_pages(course):
        levels = {heading.id: heading.level for heading in source.headings if heading.id}
        for heading in translation.headings:
            if heading.adaptation != "adapted":
                continue
            if heading.id not in levels:
                names = [name for name in levels if name]
                yield Problem(
                    translation.path,
                    heading.line,
                    "adapted-unknown",
                    f"{source.path} has no section `{heading.id}` that this could take the place of"
                    if heading.id
                    else "an adapted section has no id",
                    f"the id of one of its sections{did_you_mean(heading.id or '', names)}",
                    "correct the id; write `.national` if the section is the team's own",
                )
            elif levels[heading.id] != heading.level:
                yield Problem(
                    translation.path,
                    heading.line,
                    "adapted-level",
                    f"the adapted section `{heading.id}` has {heading.level} `#`",
                    f"{levels[heading.id]} `#`, as in {source.path}",
                    "write the heading at the source's level",
                )


def every_omitted_section_exists(course: Course) -> Iterator[Problem]:
    """What is left out stands in the source, is a section, and does not stand in the translation."""
    for source, translation in translated_pages(course):
        sections = [heading.id for heading in source.headings if heading.id and heading.level > 1]
        still = {heading.id: heading.line for heading in translated(translation) if heading.id}
        line = translation.head.place.line_of("omits")
        for name in translation.head.omits:
            if name not in sections:
                yield Problem(
                    translation.path,
                    line,
                    "omits-unknown",
                    f"`omits` names `{name}`, and {source.path} has no such section",
                    f"the id of one of its sections: {listed(sections)}{did_you_mean(name, sections)}",
                    "correct the id, or delete the entry if the section is gone",
                )
        for heading in omitted(source, translation):
            if heading.id in still:
                yield Problem(
                    translation.path,
                    still[heading.id],
                    "omits-present",
                    f"the section `{heading.id}` stands here, and `omits` says that it is left out",
                    "one of the two",
                    "delete the section, or take it out of `omits`",
                )


def _in_source(document: Document, line: int, what: str) -> Problem:
    return Problem(
        document.path,
        line,
        "national-in-source",
        f"{what}: this page is in the language that all national teams share",
        "what is national in a translation only",
        "move it to the translation of the team that it belongs to",
    )


def _first_declared(document: Document) -> int:
    """The line of the first thing that is declared."""
    lines = [heading.line for heading in document.headings if heading.adaptation]
    lines += [box.line for box in document.boxes]
    return document.head.place.line_of("omits") if document.head.omits else min(lines)
