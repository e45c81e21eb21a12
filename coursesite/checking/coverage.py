"""Coverage: every activity serves the framework, and every outcome is both taught and practised."""

from collections.abc import Iterator

from ..model.course import Course
from ..model.module import PRACTISING, TEACHING, Kind
from ..model.problem import Problem
from .wording import listed


def every_activity_has_an_outcome(course: Course) -> Iterator[Problem]:
    """Through its outcomes, an activity belongs to at least one competency."""
    for module in course.modules:
        for activity in module.activities:
            if not activity.outcomes:
                yield Problem(
                    activity.place.path,
                    activity.place.line_of("outcomes"),
                    "activity-without-competency",
                    f"the activity `{activity.id}` has no outcome, so it belongs to no competency",
                    "at least one outcome of modules/competencies.yml",
                    "add the ids of its outcomes: `outcomes: [ … ]`",
                )


def every_outcome_is_taught(course: Course) -> Iterator[Problem]:
    """Some reading or lecture teaches each outcome."""
    return _orphans(course, TEACHING, "teaches", code="outcome-not-taught")


def every_outcome_is_practised(course: Course) -> Iterator[Problem]:
    """Some exercise, discussion, reflection, homework, practice or supervision practises each outcome."""
    return _orphans(course, PRACTISING, "practises", code="outcome-not-practised")


def every_competency_of_a_module_is_touched(course: Course) -> Iterator[Problem]:
    """A module has an activity for each competency that it promises."""
    for module in course.modules:
        touched = {one.id for activity in module.activities for one in course.competencies_of(activity)}
        for name in module.competencies:
            if name in course.competencies and name not in touched:
                yield Problem(
                    module.place.path,
                    module.place.line_of("competencies"),
                    "module-competency-untouched",
                    f"no activity of the module `{module.id}` has an outcome of its competency `{name}`",
                    f"an activity with one of the outcomes {listed(o.id for o in course.competencies[name].outcomes)}",
                    "add such an outcome to an activity, or take the competency from the module's list",
                )


def _orphans(course: Course, kinds: frozenset[Kind], verb: str, *, code: str) -> Iterator[Problem]:
    reached = {
        outcome
        for module in course.modules
        for activity in module.activities
        if activity.kind in kinds
        for outcome in activity.outcomes
    }
    for competency in course.framework.competencies:
        for outcome in competency.outcomes:
            if outcome.id not in reached:
                yield Problem(
                    outcome.place.path,
                    outcome.place.line_of("id"),
                    code=code,
                    says=f"no activity {verb} the outcome `{outcome.id}`",
                    expected=f"at least one activity of these kinds: {', '.join(sorted(kinds))}",
                    mend=f"add `{outcome.id}` to the outcomes of such an activity",
                )
