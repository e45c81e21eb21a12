"""Ids that a link may point to on a page: its headings' and those of generated content."""

from typing import Iterator

from ..model.course import Course
from ..model.document import Directive, Document

ON_OVERVIEWS = ("outcomes", "hours", "activities")
"""Ids of the sections that the generator adds to a module's overview."""


def anchors_of(course: Course, document: Document) -> frozenset[str]:
    """All ids on the page."""
    return frozenset({*headings_of(document), *generated_on(course, document)})


def headings_of(document: Document) -> Iterator[str]:
    """Ids that the author gave."""
    return (heading.id for heading in document.headings if heading.id is not None)


def generated_on(course: Course, document: Document) -> Iterator[str]:
    """Ids of content that the generator puts on the page."""
    if document.area == "module" and document.name == "index":
        yield from ON_OVERVIEWS
    if document.area == "docs":
        for directive in document.directives:
            yield from _generated_by(course, directive)


def _generated_by(course: Course, directive: Directive) -> Iterator[str]:
    match directive.name:
        case "framework":
            for competency in course.framework.competencies:
                yield competency.id
                yield from (outcome.id for outcome in competency.outcomes)
        case "list":
            for listing in course.framework.lists:
                if listing.id == directive.argument:
                    yield listing.id
                    yield from (item.id for item in listing.items)
        case "glossary":
            yield from (term.id for term in course.glossary.terms)
        case "sources":
            yield from (source.id for source in course.sources.sources)
        case "factors":
            yield from (factor.id for factor in course.toolkit.factors)
        case "recommendations":
            for group in course.toolkit.recommendations:
                yield group.id
                yield from (item.id for item in group.items)
