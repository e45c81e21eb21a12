"""What trainees work on in a module, as its booklet of exercises gathers it."""

from .course import Course
from .document import Document
from .module import PRACTISING, Activity, Module


def exercises_of(course: Course, module: Module) -> tuple[tuple[Activity, Document], ...]:
    """The activities of a module in which trainees do something, in its order, each with its page.

    The page is in the source language, or an edition's own.
    """
    return tuple(
        (activity, document)
        for activity in module.activities
        if activity.kind in PRACTISING and (document := course.text_of(module, activity)) is not None
    )
