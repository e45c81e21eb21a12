"""Homework that trainees write: its task, its template, and the trainer's copy with a model answer.

A task is an activity of the kind `homework` whose page names `fields`. Its trainer's copy is
`modules/<module>/trainer/<task>.md`, with the headings

    ## A model answer      { #model-answer }
    ### <the field's label> { #field-<its id> }      for each field, in the template's order
    ## What to look for    { #look-for }
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .course import Course
from .document import Document
from .module import Activity, Module

MODEL_ANSWER = "model-answer"
LOOK_FOR = "look-for"


def field_anchor(field: str) -> str:
    """The id of the heading under which a model answer fills in a field."""
    return f"field-{field}"


@dataclass(frozen=True)
class Task:
    """A homework with its page in the source language."""

    module: Module
    activity: Activity
    document: Document

    @property
    def copy_path(self) -> str:
        """Where its trainer's copy stands."""
        return f"modules/{self.module.id}/trainer/{self.activity.id}.md"


def tasks_of(course: Course, module: Module | None = None) -> tuple[Task, ...]:
    """All tasks in the course's order, or those of one module."""
    modules = course.modules if module is None else (module,)
    return tuple(
        Task(one, activity, document)
        for one in modules
        for activity in one.activities
        if activity.kind == "homework"
        and (document := course.text_of(one, activity)) is not None
        and document.head.fields
    )


def copies_of(course: Course, task: Task) -> Mapping[str, Document]:
    """A task's trainer's copy by language; empty where none is written."""
    return course.pages.get(task.copy_path, {})


def task_of_copy(course: Course, document: Document) -> Task | None:
    """The task that a trainers' document is the copy of; None if it is something else."""
    module = course.module_by_id.get(document.module or "")
    if document.area != "trainer" or module is None:
        return None
    return next((task for task in tasks_of(course, module) if task.copy_path == document.key), None)
