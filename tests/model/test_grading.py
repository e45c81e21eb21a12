"""Answers are graded here and in browsers by the same rules: both read tests/cases/grading.json."""

import json
from pathlib import Path
from typing import Any

import pytest

from coursesite.flow import look_at
from coursesite.model.grading import grade, key_of

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests" / "cases" / "grading.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_grade(case: dict[str, Any]) -> None:
    found = grade(case["key"], case["given"])
    assert found.answered == case["answered"]
    assert found.score == pytest.approx(case["score"])
    assert found.parts == pytest.approx(case["parts"])


def test_every_kind_has_a_case_and_a_key() -> None:
    course = look_at(ROOT / "tests" / "courses" / "tiny").course
    assert course is not None
    keys = [key_of(question) for bank in course.banks for question in bank.questions]
    assert {key["kind"] for key in keys} <= {case["key"]["kind"] for case in CASES}
    for key in keys:
        known = next(case["key"] for case in CASES if case["key"]["kind"] == key["kind"])
        assert key.keys() == known.keys()
        assert not grade(key, None).answered
