"""Surveys: questions without right answers, asked before, in the middle and at the end of a programme.

Scales and lists of answers stand once and are named by the questions that use them. A question that has the same
id in two surveys is the same question, so that its answers can be compared.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from .entity import Entity, Identifier
from .text import Text

When = Literal["before", "middle", "end"]
"""The round that a survey belongs to, counted from the programme."""

SurveyKind = Literal["scale", "choice", "several", "text"]


class Scale(Entity):
    """Whole numbers from `lowest` to `highest`, with words for both ends."""

    id: Identifier
    lowest: Annotated[int, Field(ge=0, le=1, strict=True)]
    highest: Annotated[int, Field(ge=2, le=10, strict=True)]
    lowest_label: Text
    highest_label: Text

    @property
    def steps(self) -> range:
        """The numbers that one can choose, lowest first."""
        return range(self.lowest, self.highest + 1)


class AnswerOption(Entity):
    """One answer to choose."""

    id: Identifier
    text: Text


class AnswerList(Entity):
    """Answers to choose from. With `comment`, there is room for a line under that heading beside each question."""

    id: Identifier
    options: Annotated[tuple[AnswerOption, ...], Field(min_length=2)]
    comment: Text | None = None


class _Asked(Entity):
    """What all questions have."""

    id: Identifier
    text: Text


class ScaleQuestion(_Asked):
    """A number on a scale."""

    kind: Literal["scale"]
    scale: Identifier


class ChoiceQuestion(_Asked):
    """One answer out of a list."""

    kind: Literal["choice"]
    answers: Identifier


class SeveralQuestion(_Asked):
    """Any number of answers out of a list."""

    kind: Literal["several"]
    answers: Identifier


class TextQuestion(_Asked):
    """An answer in one's own words."""

    kind: Literal["text"]
    lines: Annotated[int, Field(gt=0, le=40)] = 3
    """Height on paper, in lines of writing."""


SurveyQuestion = ScaleQuestion | ChoiceQuestion | SeveralQuestion | TextQuestion

AnySurveyQuestion = Annotated[SurveyQuestion, Field(discriminator="kind")]


class SurveySection(Entity):
    """Questions that belong together."""

    id: Identifier
    title: Text
    intro: Text | None = None
    questions: Annotated[tuple[AnySurveyQuestion, ...], Field(min_length=1)]


class Survey(Entity):
    """One form."""

    id: Identifier
    title: Text
    when: When
    sections: Annotated[tuple[SurveySection, ...], Field(min_length=1)]

    @property
    def questions(self) -> Iterator[SurveyQuestion]:
        """All of them, in their order."""
        return (question for section in self.sections for question in section.questions)


class Surveys(Entity):
    """`modules/surveys.yml`."""

    scales: tuple[Scale, ...] = ()
    answers: tuple[AnswerList, ...] = ()
    surveys: tuple[Survey, ...] = ()
