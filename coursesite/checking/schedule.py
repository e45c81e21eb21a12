"""Blocks and meeting formats: whether the activities can be cut into days and sessions as planned.

A cut is looked for only where the sum is right: where it is not, the sum is the problem.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.course import Course
from ..model.meetings import met_in
from ..model.module import Activity
from ..model.problem import Problem, counted
from ..model.programme import Block, Setting
from .wording import difference, in_hours, to_minutes


def only_settings_in_blocks_have_blocks(course: Course) -> Iterator[Problem]:
    """A setting has blocks exactly where its delivery is `blocks`."""
    for setting in course.programme.settings:
        if setting.delivery == "blocks" and not setting.blocks:
            yield Problem(
                setting.place.path,
                setting.place.line_of("delivery"),
                "block-missing",
                f"the setting `{setting.id}` is delivered in blocks, and has none",
                "`blocks`, each with its days, the minutes of a day, and its modules",
                "add `blocks`, or choose another delivery",
            )
        if setting.delivery != "blocks" and setting.blocks:
            yield Problem(
                setting.place.path,
                setting.place.line_of("blocks"),
                "block-delivery",
                f"the setting `{setting.id}` has blocks, and its delivery is `{setting.delivery}`",
                "blocks only where the delivery is `blocks`",
                "write `delivery: blocks`, or delete the blocks",
            )


def every_module_is_in_exactly_one_block(course: Course) -> Iterator[Problem]:
    """In a setting with blocks, each module that has activities there is in exactly one of them."""
    for setting in course.programme.settings:
        if not setting.blocks:
            continue
        times = Counter(module for block in setting.blocks for module in block.modules)
        for entry in course.programme.modules:
            module = course.module_by_id.get(entry.id)
            needed = module is not None and course.minutes(module, setting.id) > 0
            if times[entry.id] > 1 or (needed and not times[entry.id]):
                yield Problem(
                    setting.place.path,
                    setting.place.line_of("blocks"),
                    "module-in-blocks",
                    f"the module `{entry.id}` is in {counted(times[entry.id], 'block', 'blocks')} "
                    f"of the setting `{setting.id}`",
                    "each module with activities in this setting in exactly one block",
                    "correct the `modules` of the blocks",
                )


def every_block_keeps_the_programmes_order(course: Course) -> Iterator[Problem]:
    """A block lists its modules in the order in which the programme does."""
    order = [entry.id for entry in course.programme.modules]
    for _, block in _blocks(course):
        known = [module for module in block.modules if module in order]
        expected = sorted(known, key=order.index)
        if known != expected:
            yield Problem(
                block.place.path,
                block.place.line_of("modules"),
                "block-order",
                f"the block `{block.id}` lists its modules in another order than the programme",
                ", ".join(expected),
                "put them in this order, or change the order of the programme's `modules`",
            )


def every_block_fills_its_days(course: Course) -> Iterator[Problem]:
    """The activities of a block take its days, and none goes on from one day to the next."""
    for setting, block in _blocks(course):
        activities = _activities_of(course, block.modules, setting)
        expected = block.days * block.minutes
        actual = sum(activity.minutes for activity in activities)
        if actual != expected:
            yield Problem(
                block.place.path,
                block.place.line_of("days"),
                "block-hours",
                f"the activities of the block `{block.id}` take {in_hours(actual)}, {difference(actual, expected)}",
                f"{in_hours(expected)}: {counted(block.days, 'day', 'days')} of {in_hours(block.minutes)}",
                "change the minutes of activities, the block's modules, or its days",
            )
            continue
        for split in _splits(activities, block.minutes):
            yield _split_problem(split, "day", f"the block `{block.id}`", code="day-split")


def every_format_takes_the_hours_of_its_meetings(course: Course) -> Iterator[Problem]:
    """A format cuts a setting that is delivered in meetings, and its sessions take the setting's hours."""
    settings = {setting.id: setting for setting in course.programme.settings}
    for form in course.programme.formats:
        setting = settings.get(form.setting)
        if setting is None:
            continue
        if setting.delivery != "meetings":
            yield Problem(
                form.place.path,
                form.place.line_of("setting"),
                "format-delivery",
                f"the format `{form.id}` cuts the setting `{setting.id}`, whose delivery is `{setting.delivery}`",
                "a setting whose delivery is `meetings`",
                "name another setting, or delete the format",
            )
        expected, actual = to_minutes(setting.hours), form.sessions * form.minutes
        if actual != expected:
            yield Problem(
                form.place.path,
                form.place.line_of("sessions"),
                "meeting-hours",
                f"the format `{form.id}` takes {in_hours(actual)}: "
                f"{counted(form.sessions, 'session', 'sessions')} of {in_hours(form.minutes)}",
                f"{in_hours(expected)}, the hours of the setting `{setting.id}`",
                "change the number of sessions or their minutes; breaks come on top and do not count",
            )


def every_format_cuts_between_activities(course: Course) -> Iterator[Problem]:
    """No activity goes on from one session to the next, whichever format trainers choose."""
    settings = {setting.id: setting for setting in course.programme.settings}
    for form in course.programme.formats:
        if form.setting not in settings:
            continue
        activities = [activity for _, activity in met_in(course, form.setting)]
        if sum(activity.minutes for activity in activities) == form.sessions * form.minutes:
            for split in _splits(activities, form.minutes):
                yield _split_problem(split, "session", f"the format `{form.id}`", code="session-split")


def every_activity_that_follows_another_meets_in_the_same_setting(course: Course) -> Iterator[Problem]:
    """`after` names an activity of the same meetings, which keeps its own place."""
    meetings = {setting.id for setting in course.programme.settings if setting.delivery == "meetings"}
    for module in course.modules:
        for activity in module.activities:
            if activity.after is None:
                continue
            _, leader = course.activity_by_id.get(activity.after, (None, None))
            if (
                leader is None
                or leader.after is not None
                or leader.setting != activity.setting
                or activity.setting not in meetings
            ):
                yield Problem(
                    activity.place.path,
                    activity.place.line_of("after"),
                    "follows-nothing",
                    f"`{activity.id}` can't follow `{activity.after}` in the meetings of `{activity.setting}`",
                    "the id of an activity that is met in the same setting of meetings, and has no `after` itself",
                    "name another activity, or remove the line `after`",
                )


@dataclass(frozen=True)
class _Split:
    """An activity that goes on past the end of a part: `before` minutes lie in part `number`, the rest later."""

    activity: Activity
    number: int
    before: int


def _splits(activities: Sequence[Activity], length: int) -> Iterator[_Split]:
    """The activities that straddle an end, where each part has `length` minutes."""
    start = 0
    for activity in activities:
        part, into = divmod(start, length)
        if into + activity.minutes > length:
            yield _Split(activity, part + 1, length - into)
        start += activity.minutes


def _split_problem(split: _Split, part: str, whole: str, *, code: str) -> Problem:
    activity = split.activity
    after = activity.minutes - split.before
    return Problem(
        activity.place.path,
        activity.place.line_of("minutes"),
        code=code,
        says=f"`{activity.id}` goes on past the end of {part} {split.number} of {whole}: "
        f"{in_hours(split.before)} before it, {in_hours(after)} after it",
        expected=f"an activity that ends where {part} {split.number} ends",
        mend="change the order or the minutes of activities so that one ends there; the sum must stay",
    )


def _blocks(course: Course) -> Iterator[tuple[Setting, Block]]:
    return ((setting, block) for setting in course.programme.settings for block in setting.blocks)


def _activities_of(course: Course, modules: Iterable[str], setting: Setting) -> tuple[Activity, ...]:
    """Activities of these modules in this setting, in order; unknown modules are left out."""
    return tuple(
        activity
        for name in modules
        if name in course.module_by_id
        for activity in course.module_by_id[name].activities
        if activity.setting == setting.id
    )
