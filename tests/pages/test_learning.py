"""What “My learning” knows of the course is the course: every activity, minute, outcome and question, once."""

import json
from pathlib import Path
from typing import Any

import pytest

from coursesite.flow import look_at
from coursesite.model.course import Course
from coursesite.pages.site import Site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def course() -> Course:
    found = look_at(ROOT / "tests" / "courses" / "tiny").course
    assert found is not None
    return found


def data_in(course: Course, language: str) -> dict[str, Any]:
    files = Site(course, ROOT / "overrides", ROOT / "overrides").files(language)
    path, text = next(
        (path, text) for path, text in files.items() if path.endswith("my-learning/course.json")
    )
    assert path == f"{'' if language == course.source_language else f'{language}/'}my-learning/course.json"
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


def test_minutes_add_up(course: Course) -> None:
    data = data_in(course, "en")
    assert data["minutes"] == course.minutes() == sum(one["minutes"] for one in data["settings"])
    for module in data["modules"]:
        assert module["minutes"] == sum(activity["minutes"] for activity in module["activities"])


def test_outcomes_and_questions_are_those_of_the_course(course: Course) -> None:
    data = data_in(course, "en")
    assert [o["id"] for c in data["competencies"] for o in c["outcomes"]] == list(course.outcomes)
    asked = {question.id: question.version for bank in course.banks for question in bank.questions}
    assert {id: question["version"] for id, question in data["questions"].items()} == asked


def test_activities_without_a_page_lead_nowhere(course: Course) -> None:
    data = data_in(course, "en")
    for module in data["modules"]:
        for activity in module["activities"]:
            ours, theirs = course.activity_by_id[activity["id"]]
            wanted = f"../modules/{ours.id}/{theirs.id}/" if course.has_page(ours, theirs) else None
            assert activity["url"] == wanted


def test_other_languages_have_the_same_ids_and_say_what_is_not_translated(course: Course) -> None:
    source, other = data_in(course, "en"), data_in(course, "de")
    assert source["questions"].keys() == other["questions"].keys()
    for id, question in other["questions"].items():
        assert question.get("lang") == (
            "en" if question["title"] == source["questions"][id]["title"] else None
        )
