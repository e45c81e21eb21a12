"""Hours: sums of activities against the programme, and the programme's own table against itself.

Minutes stand on activities only; the hours in `modules/programme.yml` say what must come out.
"""

from collections.abc import Iterator

from ..model.course import Course
from ..model.problem import Problem
from .wording import difference, in_hours, to_minutes


def every_module_adds_up_in_every_setting(course: Course) -> Iterator[Problem]:
    """The activities of a module in a setting take the hours that the programme gives them."""
    for entry in course.programme.modules:
        module = course.module_by_id.get(entry.id)
        if module is None:
            continue
        for setting in course.programme.settings:
            expected = to_minutes(entry.hours.get(setting.id, 0))
            actual = course.minutes(module, setting.id)
            if actual != expected:
                yield Problem(
                    module.place.path,
                    module.place.line_of("activities"),
                    "module-hours",
                    f"the activities of `{module.id}` in the setting `{setting.id}` take {in_hours(actual)}, "
                    f"{difference(actual, expected)}",
                    f"{in_hours(expected)} ({entry.place.path}, line {entry.place.line_of('hours')})",
                    "change the minutes of activities in this setting, or the module's hours in the programme",
                )


def every_setting_adds_up(course: Course) -> Iterator[Problem]:
    """The activities of all modules in a setting take the setting's hours."""
    for setting in course.programme.settings:
        expected = to_minutes(setting.hours)
        actual = course.minutes(setting=setting.id)
        if actual != expected:
            yield Problem(
                setting.place.path,
                setting.place.line_of("hours"),
                "setting-hours",
                f"all activities in the setting `{setting.id}` take {in_hours(actual)}, "
                f"{difference(actual, expected)}",
                in_hours(expected),
                "change the minutes of activities in this setting, or the setting's hours here",
            )


def the_programme_adds_up(course: Course) -> Iterator[Problem]:
    """All activities together take the programme's hours."""
    programme = course.programme
    expected = to_minutes(programme.hours)
    actual = course.minutes()
    if actual != expected:
        yield Problem(
            programme.place.path,
            programme.place.line_of("hours"),
            "programme-hours",
            f"all activities together take {in_hours(actual)}, {difference(actual, expected)}",
            in_hours(expected),
            "change the minutes of activities, or the programme's hours here",
        )


def the_table_adds_up_to_every_settings_hours(course: Course) -> Iterator[Problem]:
    """In the programme, the modules' hours in a setting sum to the setting's hours."""
    for setting in course.programme.settings:
        expected = to_minutes(setting.hours)
        actual = sum(to_minutes(entry.hours.get(setting.id, 0)) for entry in course.programme.modules)
        if actual != expected:
            yield Problem(
                setting.place.path,
                setting.place.line_of("hours"),
                "table-setting-hours",
                f"the hours that `modules` below gives to `{setting.id}` sum to {in_hours(actual)}, "
                f"{difference(actual, expected)}",
                in_hours(expected),
                "correct the hours of a module, or the setting's hours here",
            )


def the_table_adds_up_to_the_programmes_hours(course: Course) -> Iterator[Problem]:
    """In the programme, the settings' hours sum to the hours of the whole."""
    programme = course.programme
    expected = to_minutes(programme.hours)
    actual = sum(to_minutes(setting.hours) for setting in programme.settings)
    if actual != expected:
        yield Problem(
            programme.place.path,
            programme.place.line_of("hours"),
            "table-programme-hours",
            f"the hours of the settings below sum to {in_hours(actual)}, {difference(actual, expected)}",
            in_hours(expected),
            "correct the hours of a setting, or the programme's hours here",
        )
