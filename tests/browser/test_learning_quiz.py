"""Quizzes in the browser: answered by keyboard alone, graded, explained, and remembered."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.learner import (
    BLOCKED,
    answer_by_keyboard,
    entries,
    open_quiz,
    quiz_with,
    quizzes,
    reversed_questions,
)
from tests.browser.test_accessibility import faults_everywhere


def test_a_quiz_is_answered_by_keyboard_alone(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "single", "multiple", "matching", "ordering", "self-rating", "reflection")
    open_quiz(page, site_url + quiz.path)
    answer_by_keyboard(page, quiz)
    expect(page.locator(".quiz-summary")).to_be_focused()
    expect(page.locator(".quiz-summary")).not_to_contain_text("Not answered yet")
    all_points = len(quiz.graded)
    expect(page.locator(".quiz-score")).to_contain_text(f"{all_points} of {all_points}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f"#question-{quiz.graded[0]['id']}")).to_be_focused()


@pytest.mark.parametrize("kind", ["scenario", "fill-in", "numeric", "true-false"])
def test_every_kind_can_be_answered_by_keyboard(page: Page, site: Path, site_url: str, kind: str) -> None:
    quiz = quiz_with(site, kind)
    open_quiz(page, site_url + quiz.path)
    answer_by_keyboard(page, quiz)
    result = page.locator(f"#result-{quiz.of_kind(kind)['id']}")
    expect(result.locator(".result-verdict")).to_contain_text("Right")


def test_unanswered_questions_are_named_first(page: Page, site: Path, site_url: str) -> None:
    quiz = quizzes(site)[0]
    open_quiz(page, site_url + quiz.path)
    page.get_by_role("button", name="Check my answers").click()
    summary = page.locator(".quiz-summary")
    expect(summary).to_be_focused()
    expect(summary.locator("p").first).to_have_text("Not answered yet:")
    expect(summary.locator("li a")).to_have_count(len(quiz.questions))
    expect(page.locator(".result:visible")).to_have_count(0)


def test_the_verdict_is_in_words_and_tied_to_its_question(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "single")
    key = quiz.of_kind("single")
    wrong = next(option for option in key["options"] if option not in key["right"])
    open_quiz(page, site_url + quiz.path)
    question = page.locator(f"[data-question={key['id']}]")
    expect(question.locator(".answer")).to_be_hidden()
    question.locator(f"input[value={wrong}]").check()
    page.get_by_role("button", name="Check my answers").click()
    result = question.locator(".result")
    expect(result.locator(".result-verdict")).to_have_text("✗ Not right")
    assert str(result.get_attribute("id")) in str(
        question.locator("fieldset").get_attribute("aria-describedby")
    )
    expect(result.locator(".feedback")).to_have_count(1)
    expect(question.locator(".answer")).to_be_visible()
    question.locator(".answer summary").click()
    expect(question.locator(".answer .passage a")).to_be_visible()
    question.locator(f"input[value={key['right'][0]}]").check()
    expect(result).to_be_hidden()
    page.get_by_role("button", name="Check my answers").click()
    expect(result.locator(".result-verdict")).to_have_text("✓ Right")


def test_some_right_answers_count_in_part(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "multiple")
    key = quiz.of_kind("multiple")
    open_quiz(page, site_url + quiz.path)
    question = page.locator(f"[data-question={key['id']}]")
    question.locator(f"input[value={key['right'][0]}]").check()
    page.get_by_role("button", name="Check my answers").click()
    expect(question.locator(".result-verdict")).to_contain_text("~ Partly right · Points: 0.")


def test_a_scenario_goes_on_where_a_choice_leads(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "scenario")
    key = quiz.of_kind("scenario")
    open_quiz(page, site_url + quiz.path)
    question = page.locator(f"[data-question={key['id']}]")
    expect(question.locator(".scene:visible")).to_have_count(1)
    scene, seen = key["start"], []
    while scene:
        here = question.locator(f"[data-scene={scene}]")
        here.get_by_role("button", name="This is what I do").click()
        expect(here.locator("[role=status]")).to_have_text("Choose an answer first.")
        choice = next(iter(key["scenes"][scene]))
        here.locator(f"input[value={choice}]").check()
        here.get_by_role("button", name="This is what I do").click()
        expect(here.locator(".result")).to_be_focused()
        expect(here.locator(".result .verdict")).to_be_visible()
        seen.append(scene)
        scene = key["scenes"][scene][choice]["leads_to"]
        assert scene not in seen
        expect(question.locator(".scene:visible")).to_have_count(len(seen) + bool(scene))
    assert set(entries(page)[f"answer/{key['id']}"]["given"]) == set(seen)
    question.get_by_role("button", name="Begin this scenario again").click()
    expect(question.locator(".scene:visible")).to_have_count(1)


def test_answers_survive_reloading_another_language_and_another_order(
    page: Page, site: Path, site_url: str
) -> None:
    quiz = quiz_with(site, "single", "multiple", "matching", "ordering", "reflection", "self-rating")
    open_quiz(page, site_url + quiz.path)
    answer_by_keyboard(page, quiz)
    page.wait_for_timeout(600)
    before = entries(page)
    assert {f"answer/{question['id']}" for question in quiz.questions} <= before.keys()

    def shown() -> list[tuple[str, str, bool]]:
        found = page.evaluate(
            """() => [...document.querySelectorAll("[data-quiz] :is(input, select, textarea)")]
            .map(({ name, value, checked }) => [name, value, checked ?? false])"""
        )
        return sorted((name, value, bool(checked)) for name, value, checked in found)

    answered = shown()
    for address in (quiz.path, f"sv/{quiz.path}", f"it/{quiz.path}"):
        open_quiz(page, site_url + address)
        assert shown() == answered, address
        assert page.locator(".result-verdict").count() == len(quiz.graded)
    page.route(f"**/{quiz.path}", reversed_questions)
    open_quiz(page, site_url + quiz.path)
    first = page.locator("[data-question]").first.get_attribute("data-question")
    assert first == quiz.questions[-1]["id"]
    assert shown() == answered
    assert entries(page).keys() - {"place"} == before.keys() - {"place"}


def test_a_question_that_changed_since_says_so(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "single")
    key = quiz.of_kind("single")
    open_quiz(page, site_url + quiz.path)
    question = page.locator(f"[data-question={key['id']}]")
    question.locator(f"input[value={key['right'][0]}]").check()
    page.get_by_role("button", name="Check my answers").click()
    page.evaluate(
        """id => {
          const name = Object.keys(localStorage).find((key) => key.endsWith(`answer/${id}`));
          localStorage.setItem(name, localStorage.getItem(name).replace(/"of":"[^"]*"/, '"of":"of last year"'));
        }""",
        key["id"],
    )
    open_quiz(page, site_url + quiz.path)
    expect(question.locator(".result")).to_contain_text("This question has changed since you answered it.")
    expect(question.locator("input:checked")).to_have_count(1)
    page.get_by_role("button", name="Check my answers").click()
    open_quiz(page, site_url + quiz.path)
    expect(question.locator(".result-verdict")).to_have_text("✓ Right")


def test_two_tabs_lose_nothing(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "single", "reflection")
    one, two = [question for question in quiz.questions if question["kind"] == "single"][:2]
    open_quiz(page, site_url + quiz.path)
    other = page.context.new_page()
    open_quiz(other, site_url + quiz.path)
    page.locator(f"[data-question={one['id']}] input").first.check()
    other.locator(f"[data-question={two['id']}] input").first.check()
    expect(page.locator(f"[data-question={two['id']}] input").first).to_be_checked()
    expect(other.locator(f"[data-question={one['id']}] input").first).to_be_checked()
    text = f"#answer-{quiz.of_kind('reflection')['id']}"
    page.locator(text).fill("written in one tab")
    other.locator(text).fill("written in the other")
    page.wait_for_timeout(1000)
    (stored,) = [value for key, value in entries(page).items() if "text" in (value or {})]
    raw = json.dumps(page.evaluate("({ ...localStorage })"))
    assert stored["text"].startswith("written in")
    assert "written in one tab" in raw
    assert "written in the other" in raw


def test_a_reflection_is_kept_as_it_is_typed(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "reflection")
    open_quiz(page, site_url + quiz.path)
    page.locator(f"#answer-{quiz.of_kind('reflection')['id']}").fill("A thought.")
    page.goto(f"{site_url}my-learning/")
    expect(page.locator(".written-text")).to_have_text("A thought.")


def test_starting_again_clears_what_is_graded_only(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "single", "self-rating")
    open_quiz(page, site_url + quiz.path)
    single, own = quiz.of_kind("single")["id"], quiz.of_kind("self-rating")["id"]
    for id in (single, own):
        page.locator(f"[data-question={id}] input").first.check()
    page.get_by_role("button", name="Check my answers").click()
    page.get_by_role("button", name="Clear my answers and start again").click()
    expect(page.locator(f"[data-question={single}] input:checked")).to_have_count(0)
    expect(page.locator(f"[data-question={own}] input:checked")).to_have_count(1)
    expect(page.locator(f"#question-{quiz.questions[0]['id']}")).to_be_focused()
    assert entries(page)[f"answer/{single}"] is None


def test_with_storage_blocked_a_quiz_still_grades_and_says_that_nothing_is_kept(
    page: Page, site: Path, site_url: str
) -> None:
    quiz = quiz_with(site, "single")
    page.add_init_script(BLOCKED)
    open_quiz(page, site_url + quiz.path)
    page.locator(f"[data-question={quiz.of_kind('single')['id']}] input").first.check()
    page.get_by_role("button", name="Check my answers").click()
    expect(page.locator(".quiz-score")).to_be_visible()
    expect(page.locator(".quiz-limits")).to_contain_text("does not let pages keep anything")


def test_without_script_answers_stand_in_disclosures(browser: Browser, site: Path, site_url: str) -> None:
    quiz = quizzes(site)[0]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + quiz.path)
    expect(page.locator("[data-without-script]")).to_be_visible()
    expect(page.locator("[data-quiz] button, .done:visible")).to_have_count(0)
    page.locator(".answer summary").first.click()
    expect(page.locator(".answer[open] .feedback").first).to_be_visible()
    context.close()


def test_a_checked_quiz_is_accessible(page: Page, site: Path, site_url: str) -> None:
    quiz = quiz_with(site, "single", "multiple", "matching", "scenario")
    open_quiz(page, site_url + quiz.path)
    for group in page.locator("fieldset:visible:has([type=radio])").all():
        group.locator("input").first.check()
    scenario = page.locator("[data-kind=scenario]").first
    scenario.get_by_role("button", name="This is what I do").first.click()
    page.get_by_role("button", name="Check my answers").click()
    for answer in page.locator(".answer:visible summary").all():
        answer.click()
    assert faults_everywhere(page) == {}


def test_a_page_that_is_open_grades_and_remembers_without_a_network(
    page: Page, site: Path, site_url: str
) -> None:
    quiz = quiz_with(site, "single")
    key = quiz.of_kind("single")
    open_quiz(page, site_url + quiz.path)
    page.context.set_offline(True)
    page.locator(f"[data-question={key['id']}] input[value={key['right'][0]}]").check()
    page.get_by_role("button", name="Check my answers").click()
    expect(page.locator(f"#result-{key['id']} .result-verdict")).to_have_text("✓ Right")
    page.context.set_offline(False)
    page.reload()
    expect(page.locator(f"[data-question={key['id']}] input[value={key['right'][0]}]")).to_be_checked()
