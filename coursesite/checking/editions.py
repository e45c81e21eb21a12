"""What national teams add to the course and leave out: where they may, and under ids that nobody else has.

That hours, meetings, ids and outcomes come out right in every edition is found by the checks of these things.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from ..model.course import Course
from ..model.entity import Entity, Place
from ..model.module import Activity
from ..model.national import CHANGEABLE, ModuleEdition
from ..model.problem import Problem
from .mentions import Mention
from .wording import did_you_mean, listed


class _WithId(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Place: ...


def only_meetings_and_own_time_are_changed(course: Course) -> Iterator[Problem]:
    """What all teams do together stays the same for all."""
    settings = {setting.id: setting for setting in course.programme.settings}
    allowed = [setting.id for setting in course.programme.settings if setting.delivery in CHANGEABLE]
    for edition in _shared(course).editions:
        for entry, activity in _changed(course, edition):
            setting = settings.get(activity.setting)
            if setting is not None and setting.delivery not in CHANGEABLE:
                yield Problem(
                    edition.place.path,
                    entry.place.line_of("setting"),
                    "national-setting",
                    f"the activity `{activity.id}` is in the setting `{setting.id}`, which all national teams share",
                    f"changes in meetings and in one's own time only: {listed(allowed)}",
                    "leave this activity as it is; add or leave out others",
                )


def every_added_activity_has_its_place(course: Course) -> Iterator[Problem]:
    """An activity that a team adds comes after one of the same module."""
    for edition in _shared(course).editions:
        module = _shared(course).module_by_id[edition.module]
        known = [activity.id for activity in (*module.activities, *edition.add)]
        for added in edition.add:
            if added.after not in known or added.after == added.id:
                yield Problem(
                    edition.place.path,
                    added.place.line_of("after"),
                    "national-after",
                    f"`{added.after}` is not another activity of the module `{module.id}`",
                    f"the id of the activity that this one comes after{did_you_mean(added.after, known)}",
                    "correct the id",
                )


def no_added_activity_is_a_quiz(course: Course) -> Iterator[Problem]:
    """A module's questions belong to its one quiz, so that results can be compared."""
    for edition in _shared(course).editions:
        for added in edition.add:
            if added.kind == "quiz":
                yield Problem(
                    edition.place.path,
                    added.place.line_of("kind"),
                    "national-quiz",
                    f"the activity `{added.id}` is a quiz, and quizzes are the same for all national teams",
                    "any other kind",
                    "choose another kind, such as `survey` or `exercise`",
                )


def every_activity_that_is_left_out_exists(course: Course) -> Iterator[Problem]:
    """A team leaves out activities of the shared module, each once."""
    shared = _shared(course)
    for edition in shared.editions:
        known = [activity.id for activity in shared.module_by_id[edition.module].activities]
        seen: set[str] = set()
        for omission in edition.omit:
            if omission.id not in known or omission.id in seen:
                yield Problem(
                    edition.place.path,
                    omission.place.line_of("id"),
                    "national-omit",
                    f"`{omission.id}` is already left out"
                    if omission.id in seen
                    else f"the module `{edition.module}` has no activity `{omission.id}`",
                    f"the id of one of its activities, once{did_you_mean(omission.id, known)}",
                    "correct the id, or delete the entry",
                )
            seen.add(omission.id)


def every_national_id_is_given_once(course: Course) -> Iterator[Problem]:
    """What teams add has ids that no other team has taken: learners' progress hangs on them."""
    shared = _shared(course)
    given: list[tuple[str, Sequence[_WithId]]] = [
        ("activity", [added for edition in shared.editions for added in edition.add]),
        ("factor", [one for data in shared.nationals for one in data.factors]),
        ("term", [one for data in shared.nationals for one in data.terms]),
        ("source", [one for data in shared.nationals for one in data.sources]),
    ]
    for national in shared.nationals:
        given += [("service", national.services), ("law", national.laws)]
    for sort, entities in given:
        first: dict[str, Mention] = {}
        for entity in entities:
            here = Mention(entity.id, entity.place.path, entity.place.line_of("id"))
            other = first.setdefault(here.name, here)
            if other is not here:
                yield Problem(
                    here.path,
                    here.line,
                    "national-id-twice",
                    f"`{here.name}` is already the id of another {sort} ({other.path}, line {other.line})",
                    "ids that no other national team has taken, such as those that begin with the team's letters",
                    "give the newer of the two another id",
                )


def _shared(course: Course) -> Course:
    return course.base or course


def _changed(course: Course, edition: ModuleEdition) -> Iterator[tuple[Entity, Activity]]:
    """Entries of a team's file, each with the activity that it adds or leaves out."""
    yield from ((added, added) for added in edition.add)
    known = _shared(course).activity_by_id
    yield from ((one, known[one.id][1]) for one in edition.omit if one.id in known)
