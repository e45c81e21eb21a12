"""A module's question bank: questions with their right answers, and feedback that teaches.

A question points to the outcome that it asks about and to the passage that answers it. Structure and right
answers stand here once; languages only add words.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from .entity import Entity, Identifier
from .text import Text, Texts

GAP = "___"
"""Where the missing words belong in the text of a fill-in question."""

_BESIDE = frozenset({"place", "passage", "outcome"})
"""Keys that can change without making a question another one."""

PASSAGE = r"^[a-z][a-z0-9-]*#[a-z][a-z0-9-]*$"

Passage = Annotated[str, Field(pattern=PASSAGE)]
"""A place on an activity's page: the activity's id, `#`, and the id of a heading on its page."""

_TEACHES = "what is said after an answer"

Feedback = Annotated[Text, _TEACHES]
"""What is said after an answer. It may be improved without making the question another one."""

Quality = Literal["good", "fair", "poor"]


class Option(Entity):
    """An answer to choose, and what to tell whoever chose it."""

    id: Identifier
    text: Text
    right: bool = False
    feedback: Feedback


class Pair(Entity):
    """Two things that belong together."""

    id: Identifier
    left: Text
    right: Text
    feedback: Feedback


class Step(Entity):
    """Something that has its place in an order."""

    id: Identifier
    text: Text
    feedback: Feedback


class Choice(Entity):
    """Something to do in a scene, and what comes of it. Without `leads_to`, the scenario ends with its feedback."""

    id: Identifier
    text: Text
    feedback: Feedback
    quality: Quality
    leads_to: Identifier | None = None


class Scene(Entity):
    """A situation in which one has to choose."""

    id: Identifier
    text: Text
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)]


class _Question(Entity):
    """What all questions have."""

    id: Identifier
    """Permanent, and unique in the whole course: learners' answers hang on it."""
    outcome: Identifier
    text: Text

    @property
    def version(self) -> str:
        """Changes with what is asked and what is right, in the source language."""
        asked = json.dumps(_asked(self), ensure_ascii=False, sort_keys=True)
        return sha256(asked.encode()).hexdigest()[:8]


class _GradedQuestion(_Question):
    """A question whose answer stands on a page."""

    passage: Passage


class _OwnQuestion(_Question):
    """A question about the learner, which nobody grades."""

    passage: Passage | None = None


class SingleChoice(_GradedQuestion):
    """One option is right."""

    kind: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=2)]


class MultipleChoice(_GradedQuestion):
    """Some options are right; each counts."""

    kind: Literal["multiple"]
    options: Annotated[tuple[Option, ...], Field(min_length=3)]


class TrueFalse(_GradedQuestion):
    """A statement that holds or does not, and why."""

    kind: Literal["true-false"]
    answer: Annotated[bool, Field(strict=True)]
    why: Feedback


class Matching(_GradedQuestion):
    """Each thing on the left belongs to one on the right."""

    kind: Literal["matching"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2)]

    @property
    def shown(self) -> tuple[Pair, ...]:
        """The pairs in the order in which learners meet their right sides."""
        return shuffled(self.id, self.pairs)


class Ordering(_GradedQuestion):
    """Steps, written in their right order."""

    kind: Literal["ordering"]
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps in the order in which learners meet them."""
        return shuffled(self.id, self.steps)


class FillIn(_GradedQuestion):
    """A sentence with a gap, `___`. Case and accents of the answer do not matter."""

    kind: Literal["fill-in"]
    accepted: Texts
    right: Feedback
    wrong: Feedback


class Numeric(_GradedQuestion):
    """A number, right within a tolerance on both sides."""

    kind: Literal["numeric"]
    answer: Annotated[float, Field(strict=True)]
    tolerance: Annotated[float, Field(ge=0, strict=True)] = 0
    unit: Text | None = None
    right: Feedback
    wrong: Feedback


class Scenario(_GradedQuestion):
    """Scenes that lead to one another, depending on what one chooses."""

    kind: Literal["scenario"]
    start: Identifier
    scenes: Annotated[tuple[Scene, ...], Field(min_length=1)]


class SelfRating(_OwnQuestion):
    """Where one stands in an outcome: its indicators are the levels to choose from."""

    kind: Literal["self-rating"]


class Reflection(_OwnQuestion):
    """An open question, with an answer to compare one's own with."""

    kind: Literal["reflection"]
    answer: Feedback


Question = Annotated[
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | Matching
    | Ordering
    | FillIn
    | Numeric
    | Scenario
    | SelfRating
    | Reflection,
    Field(discriminator="kind"),
]


class QuestionFile(Entity):
    """`quizzes/<module>.yml`, as written."""

    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class QuestionBank(QuestionFile):
    """A module's questions with the module's id, which is the name of the file."""

    id: Identifier

    def is_in(self, language: str) -> bool:
        """Whether all questions have been translated into a language."""
        return all(language in question.text.translations for question in self.questions)


def _asked(value: object) -> object:
    """A question as plain data, without feedback and references."""
    match value:
        case Entity():
            return {
                name: _asked(getattr(value, name))
                for name, field in type(value).model_fields.items()
                if name not in _BESIDE and _TEACHES not in field.metadata
            }
        case tuple():
            return [_asked(entry) for entry in value]
        case Text():
            return value.source
        case Texts():
            return list(value.source)
    return value


Entry = TypeVar("Entry", Pair, Step)


def shuffled(question: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries in an order that is always the same and tells nothing, and that is never the one given."""
    found = sorted(entries, key=lambda entry: sha256(f"{question} {entry.id}".encode()).digest())
    return tuple(found if found != list(entries) else reversed(found))
