"""Timed steps: headings with minutes, which trainers run a session by."""

from collections.abc import Iterator

from ..model.adaptation import is_adapted
from ..model.course import Course
from ..model.document import Document
from ..model.module import STEPPED, Activity, Module
from ..model.problem import Problem
from .wording import difference, in_hours


def every_sequence_of_steps_takes_its_activitys_time(course: Course) -> Iterator[Problem]:
    """The steps on a page sum to the activity's minutes."""
    for module in course.modules:
        for activity in module.activities:
            for page in _pages_with_steps_of_their_own(course, module, activity):
                steps = [h for h in page.headings if h.minutes is not None]
                actual = sum(step.minutes or 0 for step in steps)
                if steps and actual != activity.minutes:
                    yield Problem(
                        page.path,
                        steps[0].line,
                        "steps-sum",
                        f"the steps on this page take {in_hours(actual)}, {difference(actual, activity.minutes)}",
                        f"{in_hours(activity.minutes)}, the minutes of `{activity.id}` "
                        f"({activity.place.path}, line {activity.place.line_of('minutes')})",
                        "change the minutes of a step, or those of the activity",
                    )


def every_page_of_a_stepped_kind_has_steps(course: Course) -> Iterator[Problem]:
    """A lecture, exercise, discussion, practice or supervision is written as a sequence of timed steps."""
    for module in course.modules:
        for activity in module.activities:
            for page in _pages_with_steps_of_their_own(course, module, activity):
                if activity.kind in STEPPED and all(h.minutes is None for h in page.headings):
                    yield Problem(
                        page.path,
                        0,
                        "steps-missing",
                        f"no heading on this page has minutes, and `{activity.id}` is of the kind {activity.kind}",
                        f"steps such as `### Draw alone {{ #draw-alone minutes=15 }}`, {in_hours(activity.minutes)} in all",
                        "write each step as a heading with its minutes, the debrief too",
                    )


def _pages_with_steps_of_their_own(course: Course, module: Module, activity: Activity) -> Iterator[Document]:
    """The activity's page in the source language or an edition's own, and those translations that adapt it."""
    for page in course.page_of(module, activity).values():
        if page is course.text_of(module, activity) or is_adapted(page):
            yield page
