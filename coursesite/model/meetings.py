"""A course as the planner sees it: its activities in order, where each is held, and its blocks of days."""

from .course import Course
from .module import Activity, Module
from .planning import MEETINGS, OWN_TIME, Days, Work, meeting_order


def works_of(course: Course, setting: str) -> tuple[Work, ...]:
    """All activities in the programme's order, with the meetings of one setting.

    What is met in another setting of meetings is left out: each has a plan of its own.
    """
    held = {one.id: OWN_TIME for one in course.programme.settings if one.delivery == "own-time"}
    held[setting] = MEETINGS
    blocks = {
        (one.id, module): block.id
        for one in course.programme.settings
        for block in one.blocks
        for module in block.modules
    }
    return tuple(
        Work(activity.id, module.id, activity.minutes, where, activity.after)
        for module in course.modules
        for activity in module.activities
        if (where := blocks.get((activity.setting, module.id)) or held.get(activity.setting))
    )


def blocks_of(course: Course) -> tuple[Days, ...]:
    """All blocks of days."""
    return tuple(
        Days(block.id, block.days, block.minutes)
        for setting in course.programme.settings
        for block in setting.blocks
    )


def met_in(course: Course, setting: str) -> tuple[tuple[Module, Activity], ...]:
    """The activities of a setting's meetings, in the order in which groups meet them."""
    return tuple(course.activity_by_id[work.id] for work in meeting_order(works_of(course, setting)))
