"""Views of plans: the standard formats without dates, and the course as the planner in browsers reads it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.meetings import blocks_of, works_of
from ..model.module import Activity, Module
from ..model.planning import Event, Line, Plan, Task, Wish, plan
from ..model.programme import Block, MeetingFormat, Setting
from ..model.text import Wording
from .addresses import LEARNING, address_of
from .reference_views import title
from .standpoint import Standpoint, plain
from .views import LinkView

PLANNER = "planner"
"""The directive whose page plans."""


@dataclass(frozen=True)
class StepView:
    """A timed step of an activity's page."""

    title: Wording
    minutes: str


@dataclass(frozen=True)
class PlannedView:
    """An activity in a plan. `minutes` is worded; `number` is the same as a number of minutes."""

    id: str
    title: Wording
    url: str | None
    kind: str
    minutes: str
    number: int
    materials: tuple[Wording, ...]
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class LineView:
    """A part of a run sheet, `begins` to `ends` in minutes from the beginning; a break has no activity."""

    begins: int
    ends: int
    minutes: str
    activity: PlannedView | None


@dataclass(frozen=True)
class TaskView:
    """Own-time work, and when it is given out and due."""

    activity: PlannedView
    given: Wording
    due: Wording


@dataclass(frozen=True)
class EventView:
    """A session or a block. A block has days, a session lines."""

    id: str
    title: Wording
    minutes: str
    days: tuple[tuple[PlannedView, ...], ...]
    lines: tuple[LineView, ...]
    loose_breaks: str
    """Minutes of breaks that no gap between activities takes; empty where there are none."""
    materials: tuple[PlannedView, ...]
    """Activities that need some, in order."""
    sheets: tuple[LinkView, ...]
    """Trainers' pages of its modules."""


@dataclass(frozen=True)
class StandardPlanView:
    """The plan of a format, without dates."""

    id: str
    title: Wording
    summary: str
    events: tuple[EventView, ...]
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True)
class ChoiceView:
    """A choice in the planner's form: a format, a setting whose sessions may have any length, or a block."""

    id: str
    title: Wording


@dataclass(frozen=True)
class PlannerView:
    """`<!-- planner -->`."""

    locale: str
    course: Wording
    standard: tuple[StandardPlanView, ...]
    formats: tuple[ChoiceView, ...]
    settings: tuple[ChoiceView, ...]
    blocks: tuple[ChoiceView, ...]
    weekdays: tuple[tuple[int, str], ...]
    """ISO numbers and names."""


def planner_view(at: Standpoint) -> PlannerView:
    """The planner's form, and the plans of the standard formats for those without scripts."""
    days: Mapping[int, str] = at.words.locale.days["stand-alone"]["wide"]
    return PlannerView(
        locale=str(at.words.locale).replace("_", "-"),
        course=at.say(at.course.programme.title),
        standard=tuple(
            found for one in at.course.programme.formats if (found := _standard(at, one)) is not None
        ),
        formats=tuple(ChoiceView(one.id, at.say(one.title)) for one in at.course.programme.formats),
        settings=tuple(ChoiceView(one.id, at.say(one.title)) for one in _meetings(at)),
        blocks=tuple(ChoiceView(block.id, at.say(block.title)) for block in _blocks(at)),
        weekdays=tuple((number + 1, days[number]) for number in range(7)),
    )


def _meetings(at: Standpoint) -> list[Setting]:
    return [one for one in at.course.programme.settings if one.delivery == "meetings"]


def _blocks(at: Standpoint) -> list[Block]:
    return [block for setting in at.course.programme.settings for block in setting.blocks]


def _standard(at: Standpoint, one: MeetingFormat) -> StandardPlanView | None:
    """None where a national edition has an activity that is longer than the format's sessions."""
    words = at.words
    found = plan(works_of(at.course, one.setting), blocks_of(at.course), Wish(one.minutes, breaks=one.breaks))
    if not isinstance(found, Plan):
        return None
    titles = {event.id: _event_title(at, event) for event in found.events}
    order = {event.id: place for place, event in enumerate(found.events)}
    tasks = sorted(found.tasks, key=lambda task: order.get(task.before or "", len(order)))
    sessions = sum(event.number > 0 for event in found.events)
    count = words.ngettext("%(n)s session", "%(n)s sessions", sessions) % {"n": words.number(sessions)}
    return StandardPlanView(
        id=one.id,
        title=at.say(one.title),
        summary=f"{count} · {words.duration(one.minutes)} · "
        + words.gettext("plus %(minutes)s of breaks") % {"minutes": words.duration(one.breaks)},
        events=tuple(_event(at, event, titles[event.id]) for event in found.events),
        tasks=tuple(_task(at, task, titles) for task in tasks),
    )


def _event_title(at: Standpoint, event: Event) -> Wording:
    if event.number:
        return at.own(at.words.gettext("Session %(n)s") % {"n": at.words.number(event.number)})
    return next(at.say(block.title) for block in _blocks(at) if block.id == event.id)


def _event(at: Standpoint, event: Event, name: Wording) -> EventView:
    activities = {id: _planned(at, *at.course.activity_by_id[id]) for id in event.works}
    placed = sum(line.minutes for line in event.lines)
    loose = event.length - placed if event.lines else 0
    modules = dict.fromkeys(at.course.activity_by_id[id][0].id for id in event.works)
    return EventView(
        id=event.id,
        title=name,
        minutes=at.words.duration(event.minutes),
        days=() if event.number else tuple(tuple(activities[id] for id in day) for day in event.days),
        lines=tuple(_line(at, line, activities) for line in event.lines),
        loose_breaks=at.words.duration(loose) if loose else "",
        materials=tuple(one for one in activities.values() if one.materials),
        sheets=tuple(link for id in modules for link in _trainers_pages(at, at.course.module_by_id[id])),
    )


def _line(at: Standpoint, line: Line, activities: Mapping[str, PlannedView]) -> LineView:
    activity = activities[line.work] if line.work else None
    return LineView(line.at, line.at + line.minutes, at.words.duration(line.minutes), activity)


def _task(at: Standpoint, task: Task, titles: Mapping[str, Wording]) -> TaskView:
    words = at.words
    given = at.own(words.gettext("before the first meeting"))
    due = at.own(words.gettext("after the last meeting"))
    return TaskView(
        _planned(at, *at.course.activity_by_id[task.work]),
        titles[task.after] if task.after else given,
        titles[task.before] if task.before else due,
    )


def _planned(at: Standpoint, module: Module, activity: Activity) -> PlannedView:
    view = at.activity(module, activity)
    document = at.in_language(f"modules/{module.id}/{activity.id}.md")
    head, language = (document.head, document.language) if document else (None, at.words.language)
    return PlannedView(
        id=activity.id,
        title=view.title,
        url=view.url,
        kind=view.kind_title,
        minutes=view.minutes,
        number=activity.minutes,
        materials=tuple(Wording(plain(one), language) for one in head.materials) if head else (),
        steps=tuple(
            StepView(Wording(plain(heading.text), language), at.words.duration(heading.minutes))
            for heading in (document.headings if document else ())
            if heading.minutes is not None
        ),
    )


def _trainers_pages(at: Standpoint, module: Module) -> Iterator[LinkView]:
    """A module's run sheet, notes and slides; copies of single tasks are found on the tasks' own pages."""
    tasks = {activity.id for activity in module.activities}
    for document in at.course.source_documents:
        if document.area == "trainer" and document.module == module.id and document.name not in tasks:
            yield LinkView(title(at, document), at.addresses.to(address_of(document)))


def planning_files(seen_from: Callable[[str], Standpoint]) -> dict[str, str]:
    """What the planner's page fetches, where the course has one: path from the site's root → content."""
    at = seen_from(LEARNING)
    if PLANNER not in at.course.page_of_directive:
        return {}
    at = seen_from(at.directive_page(PLANNER))
    return {at.addresses.path(at.here, at.words.language) + "course.json": planning_data(at)}


def planning_data(at: Standpoint) -> str:
    """The course as JSON for the planner in browsers; only its page fetches it."""
    course = at.course
    return json.dumps(
        {
            "formats": [
                {"id": one.id, "setting": one.setting, "minutes": one.minutes, "breaks": one.breaks}
                for one in course.programme.formats
            ],
            "works": {setting.id: _works(at, setting) for setting in _meetings(at)},
            "blocks": [
                {"id": one.id, "days": one.days, "minutes": one.minutes, **_worded(at, at.say(one.title))}
                for one in _blocks(at)
            ],
            "modules": {module.id: _module(at, module) for module in course.modules},
            "activities": {
                activity.id: _activity(at, module, activity)
                for module in course.modules
                for activity in module.activities
            },
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _works(at: Standpoint, setting: Setting) -> list[dict[str, Any]]:
    return [
        {
            "id": work.id,
            "module": work.module,
            "minutes": work.minutes,
            "held": work.held,
            **({"after": work.after} if work.after else {}),
        }
        for work in works_of(at.course, setting.id)
    ]


def _worded(at: Standpoint, text: Wording) -> dict[str, str]:
    """A text, and its language where that is not the page's."""
    return {"text": text.text, **({"lang": text.language} if text.language != at.words.language else {})}


def _module(at: Standpoint, module: Module) -> dict[str, Any]:
    pages = [{"url": link.url, **_worded(at, link.title)} for link in _trainers_pages(at, module)]
    return {**_worded(at, at.say(module.title)), "pages": pages}


def _activity(at: Standpoint, module: Module, activity: Activity) -> dict[str, Any]:
    view = _planned(at, module, activity)
    return {
        **_worded(at, view.title),
        "kind": activity.kind,
        **({"url": view.url} if view.url else {}),
        **({"materials": [_worded(at, one) for one in view.materials]} if view.materials else {}),
        **(
            {"steps": [{**_worded(at, s.title), "time": s.minutes} for s in view.steps]} if view.steps else {}
        ),
    }
