"""Homework and its trainer's copy belong together: a model answer fills in every field of the template."""

from collections.abc import Iterator

from ..model.course import Course
from ..model.document import Document
from ..model.homework import (
    LOOK_FOR,
    MODEL_ANSWER,
    Task,
    copies_of,
    field_anchor,
    task_of_copy,
    tasks_of,
)
from ..model.problem import Problem, Severity
from .wording import did_you_mean, listed


def every_model_answer_answers_a_task(course: Course) -> Iterator[Problem]:
    """A trainers' page with a model answer is named as a homework with fields, of its own module."""
    for document in course.source_documents:
        ids = [heading.id for heading in document.headings]
        if document.area != "trainer" or MODEL_ANSWER not in ids or task_of_copy(course, document):
            continue
        module = course.module_by_id.get(document.module or "")
        names = [task.activity.id for task in tasks_of(course, module)] if module else []
        yield Problem(
            document.path,
            0,
            "model-answer-without-task",
            f"`{document.name}` is not a homework with `fields` of the module `{document.module}`",
            f"the id of a task as the file's name: {listed(names)}{did_you_mean(document.name, names)}",
            "rename the file, or name `fields` in the head of the task's page",
        )


def every_trainers_copy_is_whole(course: Course) -> Iterator[Problem]:
    """A trainer's copy fills in each field once, in the template's order, and says what to look for."""
    for task in tasks_of(course):
        document = copies_of(course, task).get(course.source_language)
        if document is not None:
            yield from _lacks(task, document)


def _lacks(task: Task, document: Document) -> Iterator[Problem]:
    fields = [field_anchor(field.id) for field in task.document.head.fields]
    wanted = [MODEL_ANSWER, *fields, LOOK_FOR]
    given = [heading.id for heading in document.headings if heading.id]
    for id in wanted:
        if id not in given:
            yield Problem(
                document.path,
                0,
                "model-answer-incomplete",
                f"the heading `{{ #{id} }}` is missing",
                f"the headings {listed(wanted)}, in this order",
                f"write {'##' if id in {MODEL_ANSWER, LOOK_FOR} else '###'} and a title with `{{ #{id} }}`, and a text under it",
            )
    for heading in document.headings:
        if heading.id and heading.id.startswith("field-") and heading.id not in fields:
            yield Problem(
                document.path,
                heading.line,
                "model-answer-unknown-field",
                f"the template of `{task.activity.id}` has no field for `{heading.id}`",
                f"one of {listed(fields)}",
                f"correct the id, or add the field to {task.document.path}",
            )
    if not set(wanted) - set(given) and [id for id in given if id in wanted] != wanted:
        yield Problem(
            document.path,
            0,
            "model-answer-order",
            "the parts of the model answer stand in another order than the template",
            f"{listed(wanted)}",
            "move the parts, so that trainers can hold both side by side",
        )


def every_task_should_have_a_model_answer(course: Course) -> Iterator[Problem]:
    """While a course is being written, a task without a trainer's copy is worth a remark."""
    return _without_copy(course, "warning")


def every_task_has_a_model_answer(course: Course) -> Iterator[Problem]:
    """In a release, trainers have a copy of every task."""
    return _without_copy(course, "error")


def _without_copy(course: Course, severity: Severity) -> Iterator[Problem]:
    for task in tasks_of(course):
        if not copies_of(course, task).keys() & {course.source_language, course.language}:
            yield Problem(
                task.document.path,
                0,
                "model-answer-missing",
                f"trainers have no copy of the task `{task.activity.id}`",
                f"the file `{task.copy_path}` with a model answer, and what to look for",
                f"write it with the headings {listed([MODEL_ANSWER, 'field-…', LOOK_FOR])}; a copy of another task shows how",
                severity,
            )


def every_assignment_can_be_opened(course: Course) -> Iterator[Problem]:
    """A course in which trainers make links to homework has a page that opens them."""
    if "assigned" in course.page_of_directive:
        return
    for document in course.source_documents:
        for directive in document.directives:
            if directive.name == "assign":
                yield Problem(
                    document.path,
                    directive.line,
                    "assigned-page-missing",
                    "no page opens the links that are made here",
                    "`<!-- assigned -->` on a page in docs/ that trainees may read",
                    "write that page, and add it to the menu",
                )
