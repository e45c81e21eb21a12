"""Two tables about a course, as plain rows: its hours, and which modules cover which outcomes."""

from dataclasses import dataclass

from ..model.course import Course
from ..model.module import ASSESSING, PRACTISING, TEACHING
from .wording import to_minutes

SIGNS = (("T", TEACHING), ("P", PRACTISING), ("A", ASSESSING))
"""Letters for taught, practised and assessed."""


@dataclass(frozen=True)
class HoursRow:
    """Minutes of one module, or of the whole: as they are and as the programme wants them, by setting."""

    id: str
    title: str
    actual: tuple[int, ...]
    expected: tuple[int, ...]

    @property
    def total(self) -> int:
        """Minutes in all settings."""
        return sum(self.actual)

    @property
    def expected_total(self) -> int:
        """Minutes that the programme wants in all settings."""
        return sum(self.expected)


@dataclass(frozen=True)
class HoursLedger:
    """The programme's hours: a row for each module, and the whole. Columns are settings, in order."""

    settings: tuple[str, ...]
    rows: tuple[HoursRow, ...]
    whole: HoursRow


@dataclass(frozen=True)
class CoverageRow:
    """One outcome: for each module letters of `SIGNS` or nothing, and the minutes of activities that serve it."""

    competency: str
    outcome: str
    cells: tuple[str, ...]
    minutes: int


@dataclass(frozen=True)
class CoverageMatrix:
    """Outcomes by modules. Columns are modules, in order."""

    modules: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


def hours_ledger(course: Course) -> HoursLedger:
    """Actual and expected minutes by module and setting."""
    programme = course.programme
    settings = tuple(setting.id for setting in programme.settings)
    hours = {entry.id: entry.hours for entry in programme.modules}
    rows = tuple(
        HoursRow(
            module.id,
            str(module.title),
            tuple(course.minutes(module, setting) for setting in settings),
            tuple(to_minutes(hours[module.id].get(setting, 0)) for setting in settings),
        )
        for module in course.modules
    )
    whole = HoursRow(
        programme.id,
        str(programme.title),
        tuple(course.minutes(setting=setting) for setting in settings),
        tuple(to_minutes(setting.hours) for setting in programme.settings),
    )
    return HoursLedger(settings, rows, whole)


def coverage_matrix(course: Course) -> CoverageMatrix:
    """How each module treats each outcome."""
    rows = []
    for competency in course.framework.competencies:
        for outcome in competency.outcomes:
            serving = [
                [a for a in module.activities if outcome.id in a.outcomes] for module in course.modules
            ]
            rows.append(
                CoverageRow(
                    competency.id,
                    outcome.id,
                    tuple(
                        "".join(sign for sign, kinds in SIGNS if any(a.kind in kinds for a in activities))
                        for activities in serving
                    ),
                    sum(activity.minutes for activities in serving for activity in activities),
                )
            )
    return CoverageMatrix(tuple(module.id for module in course.modules), tuple(rows))
