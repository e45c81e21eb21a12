"""Ids that a link may point to on a page: its headings' and those that the templates give to generated content.

Templates are in `overrides/`; whoever gives an id there names it here, so that no heading takes it twice.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from ..model.course import Course
from ..model.document import Directive, Document
from ..model.question import Matching, Ordering, Scenario
from .mentions import TERM

FRAME = "text"
"""The id of the page's own text, on every page."""


def anchors_of(course: Course, document: Document) -> frozenset[str]:
    """All ids on the page."""
    headings = (heading.id for heading in document.headings if heading.id is not None)
    return frozenset({*headings, *generated_on(course, document)})


def generated_on(course: Course, document: Document) -> Iterator[str]:
    """Ids of what the generator puts on the page and around its text."""
    yield FRAME
    yield from generated_at(course, document.key)
    if document.area == "module":
        yield from _of_module_page(document)
    if document.head.omits:
        yield "left-out"
    if document.head.sources:
        yield "sources"
    terms = [link.target for link in document.links if link.target.startswith(TERM)]
    if terms:
        yield "terms"
        yield from (f"term-{target.removeprefix(TERM)}" for target in terms)
    if document.area == "docs":
        for directive in document.directives:
            yield from _generated_by(course, directive)
            if directive.name == "survey":
                yield from _of_survey(course, directive.argument)
            yield from _of_national_team(course, directive)


def generated_at(course: Course, path: str) -> Iterator[str]:
    """Ids on the page of a quiz, which may have no text of its own. `path` is that of its page, written or not."""
    if path not in course.quiz_pages:
        return
    yield "questions"
    module, _ = course.quiz_pages[path]
    for question in course.bank_by_module[module.id].questions:
        yield from (f"{place}-{question.id}" for place in ("question", "instruction", "answer"))
        match question:
            case Scenario():
                yield from _ids(question.scenes, f"question-{question.id}-")
            case Matching():
                yield from _ids(question.pairs, f"answer-{question.id}-")
            case Ordering():
                yield from _ids(question.steps, f"answer-{question.id}-")


def _of_module_page(document: Document) -> Iterator[str]:
    yield "outcomes"
    if document.name == "index":
        yield from ("hours", "activities")
    if document.head.materials:
        yield "materials"
    if document.head.fields:
        yield "template"
        yield from _ids(document.head.fields, "field-")
    if document.head.criteria:
        yield "criteria"
        yield from _ids(document.head.criteria, "criterion-")


def _of_survey(course: Course, id: str) -> Iterator[str]:
    if (survey := course.survey_by_id.get(id)) is not None:
        yield from _ids(survey.sections, f"{id}-")
        yield from _ids(survey.questions, f"{id}-")


def _generated_by(course: Course, directive: Directive) -> list[str]:
    framework, toolkit = course.framework, course.toolkit
    match directive.name:
        case "framework":
            return [name for one in framework.competencies for name in (one.id, *_ids(one.outcomes))]
        case "list":
            return [
                name for one in framework.lists if one.id == directive.argument for name in _ids(one.items)
            ]
        case "factors":
            return _ids(toolkit.factors, "factor-")
        case "recommendations":
            groups = toolkit.recommendations
            return [name for one in groups for name in (one.id, *_ids(one.items, "recommendation-"))]
        case "glossary":
            return _ids(course.glossary.terms, "term-")
        case "sources":
            return _ids(course.sources.sources, "source-")
        case "formats":
            return _ids(course.programme.formats, "format-")
    return []


def _of_national_team(course: Course, directive: Directive) -> list[str]:
    if course.national is None:
        return []
    match directive.name:
        case "services":
            return _ids(course.national.services, "service-")
        case "laws":
            return _ids(course.national.laws, "law-")
    return []


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


def _ids(entities: Iterable[_WithId], prefix: str = "") -> list[str]:
    return [f"{prefix}{entity.id}" for entity in entities]
