"""Quizzes as pages see them: every question worded, its right answer beside it, and its order always the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from coursesite.model.course import Course
from coursesite.model.question import Matching, Ordering, Question, shuffled
from coursesite.pages.page import Page, languages_of, pages_of
from coursesite.pages.page_views import page_view
from coursesite.pages.quiz_views import quiz_view
from coursesite.pages.standpoint import Standpoint
from coursesite.pages.views import PageView, QuestionView
from coursesite.pages.words import load_words
from coursesite.reading import read_course

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "courses" / "tiny"
QUIZ = "modules/m2-hive/hive-quiz"
KEY = "trainer/m2-hive/quiz-key"


@pytest.fixture(scope="module")
def course() -> Course:
    reading = read_course(TINY)
    assert reading.course is not None
    assert reading.problems == ()
    return reading.course


def standpoint(course: Course, address: str = QUIZ, language: str = "en") -> Standpoint:
    spoken = next(one for one in course.programme.languages if one.code == language)
    return Standpoint(course, load_words(spoken, ROOT / "overrides" / "locales"), address)


def asked(course: Course, language: str = "en") -> dict[str, QuestionView]:
    view = quiz_view(standpoint(course, language=language), course.bank_by_module["m2-hive"])
    return {question.id: question for question in view.questions}


def page_at(course: Course, address: str) -> Page:
    return next(page for page in pages_of(course) if page.address == address)


def viewed(course: Course, address: str, language: str = "en") -> PageView:
    return page_view(standpoint(course, address, language), page_at(course, address), None, None)


class TestQuestions:
    def test_each_is_there_with_its_number_and_its_passage(self, course: Course) -> None:
        questions = list(asked(course).values())
        assert [one.id for one in questions] == [one.id for one in course.bank_by_module["m2-hive"].questions]
        assert [one.title for one in questions] == [f"Question {n}" for n in range(1, len(questions) + 1)]
        first = questions[0].passage
        assert first is not None
        assert (str(first.title), first.url) == (
            "Life of a colony: Three castes",
            "../../../modules/m1-bees/life-of-a-colony/#castes",
        )

    def test_disclosures_have_names_of_their_own(self, course: Course) -> None:
        questions = asked(course).values()
        names = [q.summary for q in questions] + [s.summary for q in questions for s in q.scenes]
        assert len(set(names)) == len(names)

    def test_every_option_has_a_verdict_and_feedback(self, course: Course) -> None:
        single = asked(course)["hive-queen"]
        assert [(a.id, a.mark, a.verdict) for a in single.answers] == [
            ("worker", "wrong", "Not right"),
            ("queen", "right", "Right"),
            ("drone", "wrong", "Not right"),
        ]
        assert all(str(answer.feedback) for answer in single.answers)

    def test_a_statement_says_whether_it_is_true_and_why(self, course: Course) -> None:
        statement = asked(course)["hive-alone"]
        assert [option.id for option in statement.options] == ["true", "false"]
        assert [(r.id, str(r.text[0])) for r in statement.remarks] == [
            ("answer", "False"),
            ("why", "She leaves it only to mate or to swarm."),
        ]

    def test_pairs_are_shuffled_on_the_right_only(self, course: Course) -> None:
        matching = asked(course)["hive-castes"]
        assert [row.id for row in matching.rows] == ["one", "many", "some"]
        assert [option.id for option in matching.options] != ["one", "many", "some"]
        assert [option.sign for option in matching.options] == ["A", "B", "C"]
        assert (str(matching.answers[0].text), str(matching.answers[0].match)) == ("Queen", "Lays eggs")

    def test_steps_are_shuffled_and_answered_in_order(self, course: Course) -> None:
        ordering = asked(course)["hive-year"]
        assert [row.id for row in ordering.rows] != ["look", "lift", "close"]
        assert sorted(row.id for row in ordering.rows) == ["close", "lift", "look"]
        assert [option.id for option in ordering.options] == ["1", "2", "3"]
        assert [answer.id for answer in ordering.answers] == ["look", "lift", "close"]

    def test_a_gap_divides_the_text(self, course: Course) -> None:
        fill_in = asked(course)["hive-word"]
        assert [str(part) for part in fill_in.text] == ["The sons of the queen are called ", "."]
        assert [str(text) for text in fill_in.remarks[0].text] == ["drones", "the drones"]

    def test_a_number_says_how_far_off_one_may_be(self, course: Course) -> None:
        bank = course.bank_by_module["m2-hive"]
        exact = next(question for question in bank.questions if question.id == "hive-count")
        near = exact.model_copy(update={"answer": 2.5, "tolerance": 0.5})
        changed = bank.model_copy(update={"questions": (exact, near)})
        views = quiz_view(standpoint(course), changed).questions
        assert [str(view.remarks[0].text[0]) for view in views] == ["1", "2.5 (from 2 to 3)"]

    def test_a_scenario_can_be_read_from_scene_to_scene(self, course: Course) -> None:
        scenario = asked(course)["hive-visit"]
        assert [(scene.id, scene.title) for scene in scenario.scenes] == [
            ("lid", "Scene 1"),
            ("sting", "Scene 2"),
        ]
        close, hurry = scenario.scenes[0].answers
        assert close.leads_to is None
        assert hurry.leads_to is not None
        assert (str(hurry.leads_to.title), hurry.leads_to.url) == ("Scene 2", "#question-hive-visit-sting")

    def test_a_self_rating_offers_the_frameworks_levels(self, course: Course) -> None:
        options = asked(course)["hive-rate"].options
        assert [(option.id, str(option.text)) for option in options] == [
            ("novice", "I lift an empty frame."),
            ("keeper", "I lift a frame full of bees and put it back where it was."),
        ]

    def test_a_reflection_has_an_answer_to_compare_with(self, course: Course) -> None:
        assert str(asked(course)["hive-think"].remarks[0].text[0]) == "I will wait for a warm day."

    def test_words_are_in_the_readers_language_or_say_which_they_are_in(self, course: Course) -> None:
        question = asked(course, "de")["hive-queen"]
        assert (question.text[0].text, question.text[0].language) == ("Wer legt die Eier?", "de")
        assert [option.text.language for option in question.options] == ["en", "de", "en"]
        assert [str(text) for text in asked(course, "de")["hive-word"].remarks[0].text] == ["Drohnen"]


class TestOrder:
    def test_is_the_same_each_time_and_never_the_one_given(self, course: Course) -> None:
        for question in course.bank_by_module["m2-hive"].questions:
            if isinstance(question, Matching):
                assert question.shown == question.shown != question.pairs
            if isinstance(question, Ordering):
                assert question.shown == question.shown != question.steps
                for name in ("a", "b", "c", "d", "e", "f"):
                    assert shuffled(name, question.steps) != question.steps

    def test_does_not_hang_on_the_order_given(self, course: Course) -> None:
        question = next(q for q in course.bank_by_module["m2-hive"].questions if isinstance(q, Ordering))
        orders = {
            tuple(step.id for step in shuffled("q", steps))
            for steps in (question.steps, question.steps[1:] + question.steps[:1])
        }
        assert len(orders) == 1


class TestVersion:
    def question(self, course: Course, id: str) -> Question:
        return next(one for one in course.bank_by_module["m2-hive"].questions if one.id == id)

    def test_changes_with_what_is_asked_or_right(self, course: Course) -> None:
        statement = self.question(course, "hive-alone")
        assert statement.version != statement.model_copy(update={"answer": True}).version
        single = self.question(course, "hive-queen")
        assert single.version != single.model_copy(update={"text": statement.text}).version

    def test_stays_with_feedback_passage_and_place(self, course: Course) -> None:
        statement, other = self.question(course, "hive-alone"), self.question(course, "hive-queen")
        update = {"why": other.text, "passage": "first-season#summer", "place": other.place}
        assert statement.version == statement.model_copy(update=update).version


class TestPages:
    def test_a_quiz_has_a_page_without_a_document(self, course: Course) -> None:
        view = viewed(course, QUIZ)
        assert (view.kind, str(view.title)) == ("activity", "Quiz: the hive")
        assert view.quiz is not None
        assert view.answers is None
        assert view.edit_url is None
        assert view.activity is not None
        assert [outcome.id for outcome in view.activity.outcomes] == ["observe-k1", "calm-s1"]
        assert view.previous is not None
        assert str(view.previous.title) == "Your first season"

    def test_the_answers_are_on_a_page_for_trainers(self, course: Course) -> None:
        view = viewed(course, KEY)
        assert (view.kind, str(view.title)) == ("trainer", "Answers to the quiz: The hive")
        assert view.quiz is None
        assert view.answers is not None
        assert [notice.kind for notice in view.notices] == ["trainer"]
        assert not page_at(course, KEY).listed
        assert page_at(course, QUIZ).listed

    def test_both_are_in_a_language_once_all_questions_are(self, course: Course) -> None:
        assert languages_of(course, page_at(course, QUIZ)) == {"en"}
        assert [notice.kind for notice in viewed(course, QUIZ, "de").notices] == ["not-translated"]
        bank = course.bank_by_module["m2-hive"]
        translated = bank.model_copy(update={"questions": bank.questions[:1]})
        shorter = replace(course, banks=(translated,))
        assert languages_of(shorter, page_at(shorter, KEY)) == {"en", "de"}
        assert [notice.kind for notice in viewed(shorter, QUIZ, "de").notices] == ["unreviewed"]

    def test_an_activity_with_questions_can_be_reached(self, course: Course) -> None:
        module = course.module_by_id["m2-hive"]
        quiz = next(activity for activity in module.activities if activity.id == "hive-quiz")
        talk = next(activity for activity in module.activities if activity.id == "look-back")
        at = standpoint(course, "modules/m2-hive")
        assert at.activity(module, quiz).url == "../../modules/m2-hive/hive-quiz/"
        assert at.activity(module, talk).url is None
