"""Ids that a link may point to on a page: its headings' and those of generated content."""

from collections.abc import Iterator
from typing import Protocol

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


def _generated_by(course: Course, directive: Directive) -> list[str]:
    framework, toolkit = course.framework, course.toolkit
    match directive.name:
        case "framework":
            return [name for one in framework.competencies for name in _ids(one, *one.outcomes)]
        case "list":
            lists = [one for one in framework.lists if one.id == directive.argument]
            return [name for one in lists for name in _ids(one, *one.items)]
        case "recommendations":
            return [name for one in toolkit.recommendations for name in _ids(one, *one.items)]
        case "factors":
            return _ids(*toolkit.factors)
        case "glossary":
            return _ids(*course.glossary.terms)
        case "sources":
            return _ids(*course.sources.sources)
    return []


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


def _ids(*entities: _WithId) -> list[str]:
    return [entity.id for entity in entities]
