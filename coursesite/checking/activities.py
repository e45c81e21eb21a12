"""Activities and their pages belong together, one to one."""

from collections.abc import Iterator

from ..model.course import Course
from ..model.problem import Problem
from .wording import did_you_mean

OVERVIEW = "index"


def every_activity_has_a_page(course: Course) -> Iterator[Problem]:
    """An activity has a page, or a quiz its questions, unless it says that this is only planned."""
    for module in course.modules:
        for activity in module.activities:
            language = f".{course.language}" if course.team_of(activity) else ""
            file = (
                f"quizzes/{module.id}.yml"
                if activity.kind == "quiz"
                else f"modules/{module.id}/{activity.id}{language}.md"
            )
            written = (
                course.bank_of(module, activity) is not None
                if activity.kind == "quiz"
                else course.text_of(module, activity) is not None
            )
            if not written and not activity.planned:
                yield Problem(
                    activity.place.path,
                    activity.place.line_of("id"),
                    "page-missing",
                    f"the activity `{activity.id}` has no {'questions' if activity.kind == 'quiz' else 'page'}",
                    f"the file `{file}`",
                    "write it; as long as it is not written, say `planned: true` here",
                )
            if written and activity.planned:
                yield Problem(
                    activity.place.path,
                    activity.place.line_of("planned"),
                    "planned-but-written",
                    f"the activity `{activity.id}` is `planned`, and `{file}` exists",
                    "`planned` only while it is not written",
                    "remove the line `planned`",
                )


def every_page_of_a_module_has_an_activity(course: Course) -> Iterator[Problem]:
    """What stands in a module's folder is its overview or the page of one of its activities."""
    for document in course.source_documents:
        module = course.module_by_id.get(document.module or "")
        if document.area != "module" or module is None:
            continue
        names = [activity.id for activity in module.activities]
        pages = {f"modules/{module.id}/{name}.md" for name in (OVERVIEW, *names)}
        if document.key not in pages:
            yield Problem(
                document.path,
                0,
                "page-without-activity",
                f"no activity of the module `{module.id}` has this page",
                f"the id of one of its activities as the file's name{did_you_mean(document.name, names)}",
                f"rename the file, or add an activity `{document.name}` to {module.place.path}",
            )


def every_module_has_an_overview(course: Course) -> Iterator[Problem]:
    """A module's folder holds an `index.md`."""
    for module in course.modules:
        path = f"modules/{module.id}/{OVERVIEW}.md"
        if course.source_language not in course.pages.get(path, {}):
            yield Problem(
                module.place.path,
                module.place.line_of("title"),
                "overview-missing",
                f"the module `{module.id}` has no overview",
                f"the file `{path}`",
                "write the overview: why the module matters, and what to expect",
            )


def no_activity_is_planned(course: Course) -> Iterator[Problem]:
    """In a release, every page is written."""
    for module in course.modules:
        for activity in module.activities:
            if activity.planned:
                yield Problem(
                    activity.place.path,
                    activity.place.line_of("planned"),
                    "planned-in-release",
                    f"the activity `{activity.id}` is only planned",
                    "a release in which every activity has its page",
                    "write its page, or its questions if it is a quiz, and remove `planned`; or wait with the release",
                )
