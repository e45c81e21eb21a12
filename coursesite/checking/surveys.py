"""Surveys: what they name exists, and a page asks each of them once."""

from collections import Counter
from collections.abc import Iterator

from ..model.course import Course
from ..model.problem import Problem
from ..model.survey import ScaleQuestion, SurveyQuestion, TextQuestion
from .mentions import Mention, mentions, unknown

SURVEYS = "modules/surveys.yml"


def every_scale_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Questions name scales of the course's surveys."""
    used = (
        used
        for question in _questions(course)
        if isinstance(question, ScaleQuestion)
        for used in mentions((question.scale,), question.place, "scale")
    )
    return unknown(used, course.scale_by_id, "a scale", SURVEYS, code="unknown-scale")


def every_list_of_answers_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Questions name lists of answers of the course's surveys."""
    used = (
        used
        for question in _questions(course)
        if not isinstance(question, ScaleQuestion | TextQuestion)
        for used in mentions((question.answers,), question.place, "answers")
    )
    return unknown(used, course.answers_by_id, "a list of answers", SURVEYS, code="unknown-answers")


def every_question_of_several_surveys_is_asked_alike(course: Course) -> Iterator[Problem]:
    """A question that has the id of one in another survey takes the same answers, so that they can be compared."""
    first: dict[str, SurveyQuestion] = {}
    for question in _questions(course):
        other = first.setdefault(question.id, question)
        if _taken(other) != _taken(question):
            yield Problem(
                question.place.path,
                question.place.line_of("id"),
                "survey-question-differs",
                f"`{question.id}` is also a question of another survey (line {other.place.line_of('id')}), "
                "which takes other answers",
                "the same kind, scale or list of answers wherever a question is asked",
                "give this question an id of its own, or let both take the same answers",
            )


def every_survey_is_asked_on_one_page(course: Course) -> Iterator[Problem]:
    """A standing page has each survey, once, so that everybody answers at the same place."""
    places = [
        Mention(directive.argument, document.path, directive.line)
        for document in course.source_documents
        for directive in document.directives
        if directive.name == "survey"
    ]
    seen: Counter[str] = Counter()
    for place in places:
        seen[place.name] += 1
        if seen[place.name] > 1:
            yield Problem(
                place.path,
                place.line,
                "survey-twice",
                f"the survey `{place.name}` already stands on a page",
                "each survey at one place",
                "delete this line, and link to the page that has it",
            )
    for survey in course.surveys.surveys:
        if survey.id not in seen:
            yield Problem(
                survey.place.path,
                survey.place.line_of("id"),
                "survey-unused",
                f"no page asks the survey `{survey.id}`",
                f"`<!-- survey: {survey.id} -->` on a page in docs/",
                "write that line where the survey belongs, or delete these lines",
                "warning",
            )


def _questions(course: Course) -> Iterator[SurveyQuestion]:
    return (question for survey in course.surveys.surveys for question in survey.questions)


def _taken(question: SurveyQuestion) -> tuple[str, str]:
    """What a question takes for an answer."""
    match question:
        case ScaleQuestion():
            return question.kind, question.scale
        case TextQuestion():
            return question.kind, ""
    return question.kind, question.answers
