"""Views of quizzes: forms that can be answered on paper or by script, each question with its answer."""

from dataclasses import replace
from string import ascii_uppercase

from ..model.grading import key_of
from ..model.question import (
    GAP,
    FillIn,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    Quality,
    Question,
    QuestionBank,
    Reflection,
    Scenario,
    Scene,
    SelfRating,
    SingleChoice,
    TrueFalse,
)
from ..model.text import Wording
from .standpoint import Standpoint, plain
from .views import AnswerView, LinkView, Mark, OptionView, QuestionView, QuizView, RemarkView, SceneView
from .words import Words


def quiz_view(at: Standpoint, bank: QuestionBank) -> QuizView:
    """All questions of a bank, in order."""
    return QuizView(
        id=bank.id,
        questions=tuple(_question(at, number, one) for number, one in enumerate(bank.questions, start=1)),
        data={
            "bank": bank.id,
            "outcomes": {
                id: str(at.say(at.course.outcomes[id].text))
                for id in dict.fromkeys(question.outcome for question in bank.questions)
            },
            "questions": [
                {
                    "id": question.id,
                    "kind": question.kind,
                    "outcome": question.outcome,
                    "version": question.version,
                    **key_of(question),
                }
                for question in bank.questions
            ],
        },
    )


def _question(at: Standpoint, place: int, question: Question) -> QuestionView:
    say, words = at.say, at.words
    number = words.number(place)
    view = QuestionView(
        id=question.id,
        kind=question.kind,
        title=words.gettext("Question %(number)s") % {"number": number},
        instruction=_instruction(words, question),
        text=(say(question.text),),
        outcome=at.outcome(at.course.outcomes[question.outcome]),
        passage=_passage(at, question.passage) if question.passage else None,
        summary=words.gettext("Answer to question %(number)s") % {"number": number},
    )
    match question:
        case SingleChoice() | MultipleChoice() | TrueFalse():
            return _with_options(at, view, question)
        case Matching() | Ordering():
            return _with_rows(at, view, question)
        case FillIn() | Numeric():
            return _with_input(at, view, question)
        case Scenario():
            return replace(view, scenes=tuple(_scene(at, question, scene) for scene in _told(question)))
        case SelfRating():
            return replace(view, options=_levels(at, question.outcome))
        case Reflection():
            possible = words.gettext("A possible answer to question %(number)s") % {"number": number}
            return replace(view, summary=possible, remarks=(_remark("answer", say(question.answer)),))


def _with_options(
    at: Standpoint, view: QuestionView, question: SingleChoice | MultipleChoice | TrueFalse
) -> QuestionView:
    say, words = at.say, at.words
    if isinstance(question, TrueFalse):
        yes, no = at.own(words.gettext("True")), at.own(words.gettext("False"))
        right = _remark("answer", yes if question.answer else no, words.gettext("Right answer:"))
        return replace(
            view,
            options=(OptionView("true", yes), OptionView("false", no)),
            remarks=(right, _remark("why", say(question.why))),
        )
    verdicts: dict[bool, tuple[Mark, str]] = {
        True: ("right", words.gettext("Right")),
        False: ("wrong", words.gettext("Not right")),
    }
    return replace(
        view,
        options=tuple(OptionView(option.id, say(option.text)) for option in question.options),
        answers=tuple(
            AnswerView(option.id, say(option.text), say(option.feedback), *verdicts[option.right])
            for option in question.options
        ),
    )


def _with_rows(at: Standpoint, view: QuestionView, question: Matching | Ordering) -> QuestionView:
    say = at.say
    if isinstance(question, Matching):
        return replace(
            view,
            rows=tuple(OptionView(pair.id, say(pair.left)) for pair in question.pairs),
            options=tuple(
                OptionView(pair.id, say(pair.right), letter)
                for letter, pair in zip(ascii_uppercase, question.shown, strict=False)
            ),
            answers=tuple(
                AnswerView(pair.id, say(pair.left), say(pair.feedback), match=say(pair.right))
                for pair in question.pairs
            ),
        )
    places = range(1, len(question.steps) + 1)
    return replace(
        view,
        rows=tuple(OptionView(step.id, say(step.text)) for step in question.shown),
        options=tuple(OptionView(str(place), at.own(at.words.number(place))) for place in places),
        answers=tuple(AnswerView(step.id, say(step.text), say(step.feedback)) for step in question.steps),
    )


def _with_input(at: Standpoint, view: QuestionView, question: FillIn | Numeric) -> QuestionView:
    words = at.words
    said = (
        _remark("right", at.say(question.right), words.gettext("If you were right:")),
        _remark("wrong", at.say(question.wrong), words.gettext("If you were not:")),
    )
    if isinstance(question, Numeric):
        amount = _remark("answer", at.own(_amount(words, question)), words.gettext("Right answer:"))
        unit = at.say(question.unit) if question.unit else None
        return replace(view, unit=unit, remarks=(amount, *said))
    accepted = question.accepted.in_language(words.language, at.course.source_language)
    text = view.text[0]
    before, _, after = text.text.partition(GAP)
    return replace(
        view,
        text=(Wording(before, text.language), Wording(after, text.language)),
        remarks=(RemarkView("answer", words.gettext("Right answers:"), accepted), *said),
    )


def _instruction(words: Words, question: Question) -> str:
    return {
        "single": words.gettext("Choose one answer."),
        "multiple": words.gettext("Choose all that are right."),
        "true-false": words.gettext("True or false?"),
        "matching": words.gettext("Choose what belongs to each."),
        "ordering": words.gettext("Choose a place for each."),
        "fill-in": words.gettext("Write what is missing."),
        "numeric": words.gettext("Write a number."),
        "scenario": words.gettext("Choose what you would do, one scene after the other."),
        "self-rating": words.gettext("Choose the sentence that fits you best. There is no right answer."),
        "reflection": words.gettext("Write for yourself, without names or places. Then compare."),
    }[question.kind]


def _passage(at: Standpoint, passage: str) -> LinkView:
    """A link to the place that answers a question: the activity and, in the same language, the heading."""
    name, _, anchor = passage.partition("#")
    module, activity = (at.course.base or at.course).activity_by_id[name]  # it may be left out here
    link = at.activity_link(module, activity, anchor)
    document = at.in_language(f"modules/{module.id}/{activity.id}.md")
    headings = document.headings if document and document.language == link.title.language else ()
    heading = next((one.text for one in headings if one.id == anchor), "")
    if not heading:
        return link
    return replace(link, title=Wording(f"{link.title.text}: {plain(heading)}", link.title.language))


def _remark(id: str, text: Wording, label: str = "") -> RemarkView:
    return RemarkView(id, label, (text,))


def _amount(words: Words, question: Numeric) -> str:
    """A number, and from where to where it may lie."""
    if not question.tolerance:
        return words.number(question.answer)
    least, most = question.answer - question.tolerance, question.answer + question.tolerance
    return words.gettext("%(number)s (from %(least)s to %(most)s)") % {
        "number": words.number(question.answer),
        "least": words.number(least),
        "most": words.number(most),
    }


def _levels(at: Standpoint, outcome: str) -> tuple[OptionView, ...]:
    """The indicators of an outcome, by the ids of the framework's levels, lowest first."""
    levels, indicators = at.course.framework.levels, at.course.outcomes[outcome].indicators
    return tuple(OptionView(level.id, at.say(text)) for level, text in zip(levels, indicators, strict=True))


def _told(scenario: Scenario) -> tuple[Scene, ...]:
    """The scenes with the first one at the head."""
    return tuple(sorted(scenario.scenes, key=lambda scene: scene.id != scenario.start))


def _scene(at: Standpoint, scenario: Scenario, scene: Scene) -> SceneView:
    words = at.words
    titles = {
        one.id: words.gettext("Scene %(number)s") % {"number": words.number(number)}
        for number, one in enumerate(_told(scenario), start=1)
    }
    answers = (
        AnswerView(
            id=choice.id,
            text=at.say(choice.text),
            feedback=at.say(choice.feedback),
            mark=choice.quality,
            verdict=_verdict(words, choice.quality),
            leads_to=LinkView(at.own(titles[choice.leads_to]), f"#question-{scenario.id}-{choice.leads_to}")
            if choice.leads_to
            else None,
        )
        for choice in scene.choices
    )
    return SceneView(
        id=scene.id,
        title=titles[scene.id],
        text=at.say(scene.text),
        answers=tuple(answers),
        summary=words.gettext("What follows: %(scene)s") % {"scene": titles[scene.id]},
    )


def _verdict(words: Words, quality: Quality) -> str:
    return {
        "good": words.gettext("A good choice"),
        "fair": words.gettext("A fair choice"),
        "poor": words.gettext("A poor choice"),
    }[quality]
