"""Questions: each can be answered, each answer teaches, and a bank asks about what its quiz assesses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..model.course import Course
from ..model.entity import Place
from ..model.module import Activity, Module
from ..model.problem import Problem, counted
from ..model.question import (
    GAP,
    FillIn,
    Matching,
    MultipleChoice,
    Ordering,
    Question,
    QuestionBank,
    Scenario,
    SingleChoice,
    TrueFalse,
)
from ..model.text import Text
from .ids import FRAMEWORK
from .mentions import Mention, mentions, unknown
from .wording import did_you_mean, listed

FEWEST_QUESTIONS = 10
FEWEST_KINDS = 4
FEWEST_ENTRIES = 3
"""Pairs to match or steps to order: two are guessed too easily."""

ENOUGH_TO_SEE_A_PATTERN = 3
"""Single-choice questions below which it means nothing that their right options stand at one place."""

KEY = "quiz-key"
"""Name of the page with the answers, which the generator makes for trainers."""


def every_bank_belongs_to_one_quiz(course: Course) -> Iterator[Problem]:
    """A module with questions has an activity that asks them, and no module has two such activities."""
    for module in course.modules:
        quizzes = _quizzes(module)
        if module.id in course.bank_by_module and not quizzes:
            yield Problem(
                course.bank_by_module[module.id].place.path,
                0,
                "bank-without-quiz",
                f"the module `{module.id}` has no activity that asks these questions",
                f"an activity of the kind `quiz` in {module.place.path}",
                "add such an activity, or delete this file",
            )
        for activity in quizzes[1:]:
            yield Problem(
                activity.place.path,
                activity.place.line_of("kind"),
                "second-quiz",
                f"`{activity.id}` would ask the same questions as `{quizzes[0].id}`",
                "one activity of the kind `quiz` in a module",
                "join the two, or give this one another kind",
            )


def every_question_has_an_id_of_its_own(course: Course) -> Iterator[Problem]:
    """No two questions of the course have one id, and no two answers of a question."""
    first: dict[str, Mention] = {}
    for _, question in _questions(course):
        one = Mention(question.id, question.place.path, question.place.line_of("id"))
        other = first.setdefault(question.id, one)
        if other is not one:
            yield _id_twice(one, other, "question", "in the whole course")
        for sort, answers in _answers(question):
            given: dict[str, Mention] = {}
            for id, place, _ in answers:
                one = Mention(id, place.path, place.line_of("id"))
                other = given.setdefault(id, one)
                if other is not one:
                    yield _id_twice(one, other, sort, "in its question")


def every_answer_is_told_apart(course: Course) -> Iterator[Problem]:
    """In every language, no two answers of a question have the same words."""
    for _, question in _questions(course):
        for language in course.languages:
            for sort, answers in _answers(question):
                seen: dict[str, str] = {}
                for id, place, texts in answers:
                    for key, text in texts.items():
                        said = text.in_language(language, course.source_language).text
                        other = seen.setdefault(f"{key} {said.casefold()}", id)
                        if other != id:
                            yield Problem(
                                place.path,
                                place.line_of(key),
                                "same-answer",
                                f"`{id}` has the same words as `{other}` in the language `{language}`: “{said}”",
                                f"another text for each {sort} of the question `{question.id}`",
                                "change one of the two, or delete it",
                            )
            if isinstance(question, FillIn):
                accepted = question.accepted.in_language(language, course.source_language)
                for said, times in Counter(text.text.casefold() for text in accepted).items():
                    if times > 1:
                        yield Problem(
                            question.place.path,
                            question.place.line_of("accepted"),
                            "same-answer",
                            f"“{said}” is accepted twice in the language `{language}`; case does not matter",
                            "each accepted answer once",
                            "delete one of the two",
                        )


def every_choice_has_its_right_options(course: Course) -> Iterator[Problem]:
    """A single choice has one right option; a multiple choice has right ones and wrong ones."""
    for _, question in _questions(course):
        if not isinstance(question, SingleChoice | MultipleChoice):
            continue
        right = [option.id for option in question.options if option.right]
        if isinstance(question, SingleChoice):
            sound, expected = len(right) == 1, "exactly one with `right: true`"
        else:
            sound = 0 < len(right) < len(question.options)
            expected = "at least one with `right: true`, and at least one without it"
        if not sound:
            yield Problem(
                question.place.path,
                question.place.line_of("options"),
                "right-options",
                f"of the options of `{question.id}`, these are right: {listed(right)}",
                expected,
                "mark the right options, and only them",
            )


def no_bank_gives_its_answers_away(course: Course) -> Iterator[Problem]:
    """Right answers are not all at one place, not all the longest, and statements not all true or all false."""
    for bank in course.banks:
        single = [question for question in bank.questions if isinstance(question, SingleChoice)]
        places = {place for question in single if (place := _place_of_right(question)) is not None}
        if len(single) >= ENOUGH_TO_SEE_A_PATTERN and len(places) == 1:
            yield Problem(
                bank.place.path,
                0,
                "right-answers-in-one-place",
                f"the right option is number {places.pop() + 1} in each of the {len(single)} single-choice questions",
                "right options at different places",
                "change the order of some options; ids and translations stay as they are",
            )
        if len(single) >= ENOUGH_TO_SEE_A_PATTERN and all(_right_is_longest(question) for question in single):
            yield Problem(
                bank.place.path,
                0,
                "right-answers-longest",
                f"the right option is the longest in each of the {len(single)} single-choice questions",
                "right options that their length does not give away",
                "shorten some right options, or make some wrong ones as full",
                "warning",
            )
        answers = [question.answer for question in bank.questions if isinstance(question, TrueFalse)]
        if len(answers) > 1 and len(set(answers)) == 1:
            yield Problem(
                bank.place.path,
                0,
                "statements-all-alike",
                f"all {len(answers)} statements are {'true' if answers[0] else 'false'}",
                "statements that are true, and others that are false",
                "turn one of them round",
            )


def every_question_asks_about_a_known_outcome(course: Course) -> Iterator[Problem]:
    """Questions name outcomes of the framework."""
    used = (
        used
        for _, question in _questions(course)
        for used in mentions((question.outcome,), question.place, "outcome")
    )
    return unknown(used, course.outcomes, "an outcome", FRAMEWORK, code="unknown-outcome")


def every_outcome_of_a_quiz_is_asked(course: Course) -> Iterator[Problem]:
    """A quiz asks about each of its outcomes, and about no other."""
    for bank in course.banks:
        quizzes = _quizzes(course.module_by_id[bank.id])
        asked = {question.outcome for question in bank.questions}
        for activity in quizzes:
            for outcome in activity.outcomes:
                if outcome not in asked:
                    yield Problem(
                        activity.place.path,
                        activity.place.line_of("outcomes"),
                        "outcome-not-asked",
                        f"no question of {bank.place.path} asks about `{outcome}`",
                        f"a question about each outcome of the quiz `{activity.id}`",
                        f"write a question with `outcome: {outcome}`, or take it from the quiz's outcomes",
                    )
        assessed = [outcome for activity in quizzes for outcome in activity.outcomes]
        for question in bank.questions if quizzes else ():
            if question.outcome in course.outcomes and question.outcome not in assessed:
                yield Problem(
                    question.place.path,
                    question.place.line_of("outcome"),
                    "outcome-not-assessed",
                    f"`{question.id}` asks about `{question.outcome}`, which is no outcome of `{quizzes[0].id}`",
                    f"one of {listed(assessed)} ({quizzes[0].place.path})",
                    "correct the outcome here, or add it to the quiz's outcomes there",
                )


def every_passage_exists(course: Course) -> Iterator[Problem]:
    """A question points to a heading on the page of an activity."""
    for _, question in _questions(course):
        if question.passage is None:
            continue
        name, _, anchor = question.passage.partition("#")
        path, line = question.place.path, question.place.line_of("passage")
        if any(one.activity.id == name for one in course.left_out):
            continue  # its page says that it is left out, and leads to the original
        module, activity = course.activity_by_id.get(name, (None, None))
        page = course.text_of(module, activity) if module and activity else None
        if page is None:
            fault = "is only planned so far" if activity and activity.planned else "has no page"
            yield Problem(
                path,
                line,
                "passage-page",
                f"the activity `{name}` {fault}" if activity else f"`{name}` is not the id of an activity",
                "`activity#heading`: an activity whose page answers the question"
                + ("" if activity else did_you_mean(name, course.activity_by_id)),
                "correct what stands before `#`",
            )
            continue
        headings = [heading.id for heading in page.headings if heading.id]
        if anchor not in headings:
            yield Problem(
                path,
                line,
                "passage-heading",
                f"{page.path} has no heading with the id `{anchor}`",
                f"one of {listed(headings)}{did_you_mean(anchor, headings)}",
                "correct what stands behind `#`",
            )


def every_scenario_comes_to_an_end(course: Course) -> Iterator[Problem]:
    """Its scenes are reached from the start, lead to scenes that exist, and none keeps anyone in a circle."""
    for _, question in _questions(course):
        if not isinstance(question, Scenario):
            continue
        scenes = {scene.id: scene for scene in question.scenes}
        used = [
            *mentions((question.start,), question.place, "start"),
            *(
                used
                for scene in question.scenes
                for choice in scene.choices
                if choice.leads_to is not None
                for used in mentions((choice.leads_to,), choice.place, "leads_to")
            ),
        ]
        yield from unknown(used, scenes, "a scene", f"the question `{question.id}`", code="unknown-scene")
        ways = {s.id: [c.leads_to for c in s.choices if c.leads_to is not None] for s in question.scenes}
        back = {name: [one for one in ways if name in ways[one]] for name in ways}
        reached = _reached((question.start,), ways)
        ends = [scene.id for scene in question.scenes if len(ways[scene.id]) < len(scene.choices)]
        ending = _reached(ends, back)
        for scene in question.scenes:
            path, line = scene.place.path, scene.place.line_of("id")
            if scene.id not in reached and question.start in scenes:
                yield Problem(
                    path,
                    line,
                    "scene-not-reached",
                    f"nothing leads to the scene `{scene.id}`",
                    f"a `leads_to: {scene.id}` in a scene that is reached from `{question.start}`",
                    "lead a choice here, or delete the scene",
                )
            if scene.id not in ending:
                yield Problem(
                    path,
                    line,
                    "scene-without-end",
                    f"from the scene `{scene.id}` one never comes to an end",
                    "a way to a choice without `leads_to`, which ends the scenario with its feedback",
                    "take `leads_to` from a choice",
                )


def every_scene_has_a_good_choice(course: Course) -> Iterator[Problem]:
    """In every scene one can choose well, and not all choices are as good."""
    for _, question in _questions(course):
        for scene in question.scenes if isinstance(question, Scenario) else ():
            qualities = {choice.quality for choice in scene.choices}
            if "good" not in qualities or len(qualities) == 1:
                yield Problem(
                    scene.place.path,
                    scene.place.line_of("choices"),
                    "scene-choices",
                    f"the choices of the scene `{scene.id}` are all {' or '.join(sorted(qualities))}",
                    "at least one that is good, and at least one that is not",
                    "change a choice and its `quality`",
                )


def every_list_to_sort_is_long_enough(course: Course) -> Iterator[Problem]:
    """There are at least three pairs to match and three steps to order."""
    for _, question in _questions(course):
        match question:
            case Matching():
                key, number = "pairs", len(question.pairs)
            case Ordering():
                key, number = "steps", len(question.steps)
            case _:
                continue
        if number < FEWEST_ENTRIES:
            yield Problem(
                question.place.path,
                question.place.line_of(key),
                "too-few-entries",
                f"`{question.id}` has {number} {key}",
                f"at least {FEWEST_ENTRIES}: two are guessed too easily",
                "add one, or ask in another way",
            )


def every_gap_is_there_once(course: Course) -> Iterator[Problem]:
    """The text of a fill-in question has one gap, in every language."""
    for _, question in _questions(course):
        for language in course.languages if isinstance(question, FillIn) else ():
            text = question.text.in_language(language, course.source_language).text
            if text.count(GAP) != 1 or f"{GAP}_" in text:
                yield Problem(
                    question.place.path,
                    question.place.line_of("text"),
                    "gap",
                    f"the text of `{question.id}` does not have one gap in the language `{language}`",
                    f"`{GAP}`, three low lines, once, where the missing words belong",
                    "put the gap into the text",
                )


def every_bank_is_large_enough(course: Course) -> Iterator[Problem]:
    """A bank has at least ten questions, of at least four kinds."""
    for bank in course.banks:
        kinds = {question.kind for question in bank.questions}
        if len(bank.questions) < FEWEST_QUESTIONS or len(kinds) < FEWEST_KINDS:
            yield Problem(
                bank.place.path,
                0,
                "small-bank",
                f"the bank has {counted(len(bank.questions), 'question', 'questions')} "
                f"of {counted(len(kinds), 'kind', 'kinds')}",
                f"at least {FEWEST_QUESTIONS} questions of at least {FEWEST_KINDS} kinds",
                "write more questions",
                "warning",
            )


def no_page_takes_the_place_of_a_key(course: Course) -> Iterator[Problem]:
    """The generator makes the page with the answers; no trainers' page has its name."""
    for document in course.documents:
        if document.area == "trainer" and document.name == KEY and document.module in course.bank_by_module:
            yield Problem(
                document.path,
                0,
                "key-page",
                f"the page with the answers to the quiz of `{document.module}` has this name",
                f"another name than `{KEY}.md`: that page is made from quizzes/{document.module}.yml",
                "rename the file, or delete it",
            )


def _quizzes(module: Module) -> list[Activity]:
    return [activity for activity in module.activities if activity.kind == "quiz"]


def _questions(course: Course) -> Iterator[tuple[QuestionBank, Question]]:
    return ((bank, question) for bank in course.banks for question in bank.questions)


Answer = tuple[str, Place, dict[str, Text]]
"""An answer's id, its place, and its words that must differ from those of its neighbours, by key."""


def _answers(question: Question) -> Iterator[tuple[str, list[Answer]]]:
    """What one can answer: groups of neighbours, with the name of their sort."""
    match question:
        case SingleChoice() | MultipleChoice():
            yield "option", [(one.id, one.place, {"text": one.text}) for one in question.options]
        case Matching():
            yield (
                "pair",
                [(one.id, one.place, {"left": one.left, "right": one.right}) for one in question.pairs],
            )
        case Ordering():
            yield "step", [(one.id, one.place, {"text": one.text}) for one in question.steps]
        case Scenario():
            yield "scene", [(one.id, one.place, {}) for one in question.scenes]
            for scene in question.scenes:
                yield "choice", [(one.id, one.place, {"text": one.text}) for one in scene.choices]


def _id_twice(one: Mention, other: Mention, sort: str, where: str) -> Problem:
    return Problem(
        one.path,
        one.line,
        "duplicate-id",
        f"`{one.name}` is already the id of another {sort} ({other.path}, line {other.line})",
        f"an id of its own for each {sort}, {where}",
        "give the newer of the two another id; the older one may already be in use",
    )


def _place_of_right(question: SingleChoice) -> int | None:
    """The index of the right option, from 0, where there is one."""
    return next((index for index, option in enumerate(question.options) if option.right), None)


def _right_is_longest(question: SingleChoice) -> bool:
    lengths = {option.id: len(str(option.text)) for option in question.options}
    longest = max(lengths.values())
    return (
        any(lengths[o.id] == longest for o in question.options if o.right) and len(set(lengths.values())) > 1
    )


def _reached(start: Iterable[str], ways: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """All that one comes to along the ways."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(ways.get(name, ()))
    return frozenset(found)
