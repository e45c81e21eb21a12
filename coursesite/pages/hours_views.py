"""Views of time: hours by module and setting, the journey, meeting formats."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model.course import Course
from ..model.meetings import works_of
from ..model.module import Activity, Module
from ..model.planning import cut, meeting_order, prepared_for
from ..model.programme import Block, MeetingFormat, Setting
from ..model.text import Wording
from .standpoint import Standpoint
from .views import (
    ActivityView,
    BarView,
    FormatsView,
    FormatView,
    HoursCellView,
    HoursRowView,
    HoursView,
    JourneyView,
    SessionView,
    ShareView,
    StageView,
)

WIDTH = 100.0
"""Of a bar's drawing."""


def bar(
    at: Standpoint, title: Wording, modules: Sequence[Module], settings: Sequence[Setting], scale: int,
    url: str | None = None,
) -> BarView:  # fmt: skip
    """A bar of some modules' minutes in some settings; `scale` minutes fill the whole width."""
    shares: list[ShareView] = []
    offset, total = 0.0, 0
    for number, setting in enumerate(at.course.programme.settings, start=1):
        minutes = sum(at.course.minutes(module, setting.id) for module in modules)
        if setting not in settings or not minutes:
            continue
        width = round(WIDTH * minutes / scale, 3) if scale else 0.0
        shares.append(
            ShareView(setting.id, number, at.say(setting.title), at.words.duration(minutes), offset, width)
        )
        offset = round(offset + width, 3)
        total += minutes
    return BarView(title, at.words.duration(total), tuple(shares), url)


def module_bar(at: Standpoint, module: Module) -> BarView:
    """One module's hours by setting, on the scale of the longest module."""
    longest = max(at.course.minutes(m) for m in at.course.modules)
    url = at.addresses.to(at.module_address(module))
    return bar(at, at.say(module.title), (module,), at.course.programme.settings, longest, url)


def hours_view(at: Standpoint) -> HoursView:
    """The programme's hours as a picture and as a table."""
    settings = at.course.programme.settings
    total = at.course.minutes()
    whole = bar(at, at.say(at.course.programme.title), at.course.modules, settings, total)
    rows = tuple(
        HoursRowView(
            title=at.say(module.title),
            url=at.addresses.to(at.module_address(module)),
            cells=tuple(
                HoursCellView(at.words.duration(minutes), not minutes)
                for minutes in (at.course.minutes(module, setting.id) for setting in settings)
            ),
            total=at.words.duration(at.course.minutes(module)),
        )
        for module in at.course.modules
    )
    return HoursView(
        settings=whole.shares,
        bars=tuple(module_bar(at, module) for module in at.course.modules),
        rows=rows,
        totals=tuple(at.words.duration(at.course.minutes(None, setting.id)) for setting in settings),
        total=at.words.duration(total),
    )


def journey_view(at: Standpoint) -> JourneyView:
    """The programme in time: its modules in order, and each block of days where the planner puts it."""
    programme, modules = at.course.programme, at.course.module_by_id
    others = [setting for setting in programme.settings if setting.delivery != "blocks"]
    waiting = list(at.course.modules)
    stages: list[StageView] = []

    def between(number: int) -> None:
        """The meetings of the next modules, up to a number that has been reached."""
        held = tuple(waiting[: max(0, number - len(at.course.modules) + len(waiting))])
        del waiting[: len(held)]
        if held:
            titles = at.words.listing([str(at.say(setting.title)) for setting in others])
            stages.append(_stage(at, at.own(titles), "meetings", "", held, others))

    for reached, setting, block in sorted(_placed_blocks(at.course), key=lambda placed: placed[0]):
        between(reached)
        members = tuple(modules[name] for name in block.modules if name in modules)
        detail = at.words.ngettext("%(n)s day of %(hours)s", "%(n)s days of %(hours)s", block.days) % {
            "n": at.words.number(block.days),
            "hours": at.words.duration(block.minutes),
        }
        stages.append(_stage(at, at.say(block.title), "blocks", detail, members, [setting]))
    between(len(at.course.modules))
    return JourneyView(tuple(stages), at.words.duration(at.course.minutes()))


def _placed_blocks(course: Course) -> Iterator[tuple[int, Setting, Block]]:
    """Each block, and how many modules have had their meetings before it."""
    meetings = [setting.id for setting in course.programme.settings if setting.delivery == "meetings"]
    for setting in course.programme.settings:
        for block in setting.blocks:
            before = {id for one in meetings for id in prepared_for(block.id, works_of(course, one))}
            reached = [
                number
                for number, module in enumerate(course.modules, start=1)
                if any(activity.id in before for activity in module.activities)
            ]
            yield max(reached, default=0), setting, block


def _stage(
    at: Standpoint,
    title: Wording,
    delivery: str,
    detail: str,
    modules: Sequence[Module],
    settings: Sequence[Setting],
) -> StageView:
    longest = max(s.hours * 60 for s in at.course.programme.settings)
    picture = bar(at, title, modules, settings, int(longest))
    return StageView(
        title, delivery, picture.hours, detail, picture, tuple(at.module_link(m) for m in modules)
    )


def formats_view(at: Standpoint) -> FormatsView:
    """Each meeting format with the activities of its sessions."""
    return FormatsView(tuple(_format(at, one) for one in at.course.programme.formats))


def _format(at: Standpoint, one: MeetingFormat) -> FormatView:
    words = at.words
    sessions = tuple(
        SessionView(
            title=words.gettext("Session %(n)s") % {"n": words.number(number)},
            minutes=words.duration(sum(activity.minutes for _, activity in session)),
            activities=tuple(_line(at, module, activity) for module, activity in session),
        )
        for number, session in enumerate(sessions_of(at, one), start=1)
    )
    breaks = words.gettext("plus %(minutes)s of breaks") % {"minutes": words.duration(one.breaks)}
    return FormatView(
        id=one.id,
        title=at.say(one.title),
        sessions=words.ngettext("%(n)s session", "%(n)s sessions", one.sessions)
        % {"n": words.number(one.sessions)},
        minutes=words.duration(one.minutes),
        breaks=breaks if one.breaks else words.gettext("no breaks"),
        total=words.duration(one.sessions * one.minutes),
        plan=sessions,
    )


def _line(at: Standpoint, module: Module, activity: Activity) -> ActivityView:
    return at.activity(module, activity)


def sessions_of(at: Standpoint, one: MeetingFormat) -> list[list[tuple[Module, Activity]]]:
    """The activities of a format's setting, in order, as the planner cuts them."""
    works = meeting_order(works_of(at.course, one.setting))
    cuts = cut(works, one.minutes)
    return [[at.course.activity_by_id[work.id] for work in works[a:b]] for a, b in pairwise(cuts)]
