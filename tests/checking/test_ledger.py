"""The two tables that `check` prints."""

from pathlib import Path

import pytest

from coursesite.checking.ledger import CoverageRow, HoursRow, coverage_matrix, hours_ledger
from coursesite.model.course import Course
from coursesite.reading import read_course

TINY = Path(__file__).parents[1] / "courses" / "tiny"


@pytest.fixture(scope="module")
def tiny() -> Course:
    course = read_course(TINY).course
    assert course is not None
    return course


def test_hours_by_module_and_setting(tiny: Course) -> None:
    ledger = hours_ledger(tiny)
    assert ledger.settings == ("apiary", "evenings", "home")
    assert ledger.rows == (
        HoursRow("m1-bees", "Bees", (30, 30, 15), (30, 30, 15)),
        HoursRow("m2-hive", "The hive", (30, 60, 15), (30, 60, 15)),
    )
    assert ledger.whole == HoursRow("bees", "Beekeeping for beginners", (60, 90, 30), (60, 90, 30))
    assert (ledger.whole.total, ledger.whole.expected_total) == (180, 180)


def test_outcomes_by_module(tiny: Course) -> None:
    matrix = coverage_matrix(tiny)
    assert matrix.modules == ("m1-bees", "m2-hive")
    assert matrix.rows == (
        CoverageRow("observe", "observe-k1", ("T", "PA"), 45),
        CoverageRow("observe", "observe-s1", ("P", "T"), 55),
        CoverageRow("calm", "calm-s1", ("", "TPA"), 30),
        CoverageRow("calm", "calm-r1", ("P", "TP"), 85),
    )
