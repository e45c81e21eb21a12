"""Surveys as forms: what their templates show, and what their script and the trainers' collection must know."""

from dataclasses import dataclass
from typing import Any

from ..model.survey import (
    AnswerList,
    ScaleQuestion,
    Survey,
    SurveyKind,
    SurveyQuestion,
    TextQuestion,
    When,
)
from ..model.text import Wording
from .standpoint import Standpoint
from .words import Words


@dataclass(frozen=True)
class SurveyOptionView:
    """An answer to choose: `value` is what is kept."""

    value: str
    text: Wording


@dataclass(frozen=True)
class SurveyQuestionView:
    """A question with all that it needs to be answered."""

    id: str
    """Unique on the page."""
    name: str
    """The question's id."""
    kind: SurveyKind
    text: Wording
    options: tuple[SurveyOptionView, ...]
    ends: tuple[Wording, Wording] | None
    """What the lowest and the highest number of a scale mean."""
    comment: Wording | None
    lines: int


@dataclass(frozen=True)
class SurveySectionView:
    """Questions below a heading."""

    id: str
    title: Wording
    intro: Wording | None
    questions: tuple[SurveyQuestionView, ...]


@dataclass(frozen=True)
class SurveyView:
    """A form."""

    id: str
    title: Wording
    sections: tuple[SurveySectionView, ...]


def survey_view(at: Standpoint, id: str) -> SurveyView:
    """One survey.

    Raises:
        KeyError: there is no such survey; a check has refused it before.
    """
    survey = at.course.survey_by_id[id]
    return SurveyView(
        survey.id,
        at.say(survey.title),
        tuple(
            SurveySectionView(
                f"{survey.id}-{section.id}",
                at.say(section.title),
                at.say(section.intro) if section.intro else None,
                tuple(_question(at, survey, question) for question in section.questions),
            )
            for section in survey.sections
        ),
    )


def _question(at: Standpoint, survey: Survey, question: SurveyQuestion) -> SurveyQuestionView:
    answers = _answers(at, question)
    scale = at.course.scale_by_id[question.scale] if isinstance(question, ScaleQuestion) else None
    return SurveyQuestionView(
        id=f"{survey.id}-{question.id}",
        name=question.id,
        kind=question.kind,
        text=at.say(question.text),
        options=_options(at, question),
        ends=(at.say(scale.lowest_label), at.say(scale.highest_label)) if scale else None,
        comment=at.say(answers.comment) if answers and answers.comment else None,
        lines=question.lines if isinstance(question, TextQuestion) else 0,
    )


def _answers(at: Standpoint, question: SurveyQuestion) -> AnswerList | None:
    if isinstance(question, ScaleQuestion | TextQuestion):
        return None
    return at.course.answers_by_id[question.answers]


def _options(at: Standpoint, question: SurveyQuestion) -> tuple[SurveyOptionView, ...]:
    if isinstance(question, ScaleQuestion):
        steps = at.course.scale_by_id[question.scale].steps
        return tuple(SurveyOptionView(str(step), at.own(at.words.number(step))) for step in steps)
    answers = _answers(at, question)
    return tuple(SurveyOptionView(one.id, at.say(one.text)) for one in answers.options) if answers else ()


def when_title(words: Words, when: When) -> str:
    """The round that a survey belongs to."""
    return {
        "before": words.gettext("Before the start"),
        "middle": words.gettext("In the middle"),
        "end": words.gettext("At the end"),
    }[when]


def surveys_data(at: Standpoint) -> list[dict[str, Any]]:
    """The surveys as JSON, in the order of their rounds: what is needed to count answers."""
    rounds: list[When] = ["before", "middle", "end"]
    ordered = sorted(at.course.surveys.surveys, key=lambda survey: rounds.index(survey.when))
    return [
        {
            "id": survey.id,
            "title": str(at.say(survey.title)),
            "when": when_title(at.words, survey.when),
            "questions": [_question_data(at, question) for question in survey.questions],
        }
        for survey in ordered
    ]


def _question_data(at: Standpoint, question: SurveyQuestion) -> dict[str, Any]:
    options = _options(at, question)
    data: dict[str, Any] = {"id": question.id, "kind": question.kind, "text": str(at.say(question.text))}
    if options:
        data["options"] = [[option.value, str(option.text)] for option in options]
    if isinstance(question, ScaleQuestion):
        scale = at.course.scale_by_id[question.scale]
        data["ends"] = [str(at.say(scale.lowest_label)), str(at.say(scale.highest_label))]
    return data
