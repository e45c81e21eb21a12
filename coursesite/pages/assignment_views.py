"""Views of homework that a trainer assigns: the page that makes the link, and the one that it opens."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.homework import Task, tasks_of
from .addresses import activity_address, sheet_address
from .standpoint import Standpoint
from .views import LanguageView, LinkView


@dataclass(frozen=True)
class AssignableView:
    """A task to choose."""

    id: str
    task: LinkView
    minutes: str


@dataclass(frozen=True)
class AssignableGroupView:
    """A module's tasks."""

    module: LinkView
    tasks: tuple[AssignableView, ...]


@dataclass(frozen=True)
class AssignView:
    """`<!-- assign -->`: the tasks to choose from, and the languages in which a link can open."""

    groups: tuple[AssignableGroupView, ...]
    languages: tuple[LanguageView, ...]
    """Each with the address of the page that the link opens."""
    locale: str


@dataclass(frozen=True)
class AssignedView:
    """`<!-- assigned -->`: what a script needs to show the tasks that a link names."""

    tasks: Mapping[str, Mapping[str, object]]
    """By id: title, its language where that is another, module, worded and plain minutes, addresses of page and sheet."""
    locale: str


def assign_view(at: Standpoint) -> AssignView:
    """All tasks by module."""
    groups = []
    for module in at.course.modules:
        tasks = tuple(_assignable(at, task) for task in tasks_of(at.course, module))
        if tasks:
            groups.append(AssignableGroupView(at.module_link(module), tasks))
    address = at.directive_page("assigned")
    return AssignView(
        groups=tuple(groups),
        languages=tuple(
            LanguageView(
                code=language.code,
                name=language.name,
                url=at.addresses.to(address, language=language.code),
                current=language.code == at.words.language,
                translated=True,
                note="",
                direction=language.direction,
            )
            for language in at.course.programme.languages
        ),
        locale=_locale(at),
    )


def _assignable(at: Standpoint, task: Task) -> AssignableView:
    link = at.activity_link(task.module, task.activity)
    return AssignableView(task.activity.id, link, at.words.duration(task.activity.minutes))


def assigned_view(at: Standpoint) -> AssignedView:
    """All tasks by id."""
    return AssignedView({task.activity.id: _task(at, task) for task in tasks_of(at.course)}, _locale(at))


def _task(at: Standpoint, task: Task) -> dict[str, object]:
    title = at.say(task.activity.title)
    other = {"lang": title.language} if title.language != at.words.language else {}
    return {
        "title": title.text,
        **other,
        "module": str(at.say(task.module.title)),
        "minutes": task.activity.minutes,
        "time": at.words.duration(task.activity.minutes),
        "url": at.addresses.to(activity_address(task.module, task.activity)),
        "sheet": at.addresses.to(sheet_address(task.module, task.activity)),
    }


def _locale(at: Standpoint) -> str:
    return at.words.browser_locale
