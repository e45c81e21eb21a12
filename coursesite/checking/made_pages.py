"""No page has the address of one that the generator makes of a module."""

from collections.abc import Iterator

from ..model.course import Course
from ..model.problem import Problem

MADE_FOR_TRAINERS = frozenset({"show", "cards", "exercises"})
"""Names of pages that the generator makes below `trainer/` and the module's id; questions have a check of their own."""

MADE_FOR_TRAINEES = frozenset({"exercises"})
"""Names of pages that it makes below `modules/` and the module's id."""


def no_trainers_page_has_the_name_of_one_that_is_made(course: Course) -> Iterator[Problem]:
    """Trainers' pages have other names than those that are made of slides, cards and exercises."""
    for document in course.documents:
        if document.area == "trainer" and document.name in MADE_FOR_TRAINERS:
            yield Problem(
                document.path,
                0,
                "trainer-page-name",
                f"the generator makes a page named `{document.name}` for each module",
                "another name",
                "rename the file",
            )


def no_activity_has_the_name_of_a_page_that_is_made(course: Course) -> Iterator[Problem]:
    """An activity's id is the last part of its page's address, so it is none that the generator needs itself."""
    for module in course.modules:
        for activity in module.activities:
            if activity.id in MADE_FOR_TRAINEES:
                yield Problem(
                    activity.place.path,
                    activity.place.line_of("id"),
                    "activity-page-name",
                    f"the generator makes a page named `{activity.id}` for each module",
                    "another id, from which the address of the activity's page is made",
                    "rename the id here and, if the activity has a page or questions, their files",
                )
