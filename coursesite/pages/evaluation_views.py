"""Trainers' tools around evaluation: what their templates show, and the data that their scripts fetch.

The data lie under an address with `trainer` in it, `trainer/collect.json` and `trainer/feedback.json`, one file a
language, and only where the course has the tool's page.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.document import Document
from ..model.module import Activity, Module
from .addresses import HOME
from .learning import course_data
from .standpoint import Standpoint
from .survey_views import surveys_data
from .views import LinkView

TRAINER = "trainer"


@dataclass(frozen=True)
class CollectView:
    """The collection of files. Its page is filled in the browser."""

    data_url: str


@dataclass(frozen=True)
class FeedbackGroupView:
    """A module's homework with criteria."""

    module: LinkView
    tasks: tuple[LinkView, ...]


@dataclass(frozen=True)
class FeedbackView:
    """Feedback sheets. Without a script, the tasks' own pages show the criteria."""

    data_url: str
    groups: tuple[FeedbackGroupView, ...]


def collect_view(at: Standpoint) -> CollectView:
    """Where the collection finds the course."""
    return CollectView(at.addresses.to(TRAINER) + "collect.json")


def feedback_view(at: Standpoint) -> FeedbackView:
    """The tasks that have criteria, and where the sheet finds them."""
    groups: dict[str, list[LinkView]] = {}
    for module, activity, _ in _tasks(at):
        groups.setdefault(module.id, []).append(at.activity_link(module, activity, "criteria"))
    return FeedbackView(
        at.addresses.to(TRAINER) + "feedback.json",
        tuple(
            FeedbackGroupView(at.module_link(at.course.module_by_id[id]), tuple(links))
            for id, links in groups.items()
        ),
    )


def evaluation_files(standpoint: Callable[[str], Standpoint]) -> dict[str, str]:
    """What the tools of one language fetch: path from the site's root → JSON. `standpoint` is that of an address."""
    data: Mapping[str, Callable[[Standpoint], object]] = {
        "collect": _collect_data,
        "feedback": _feedback_data,
    }
    files = {}
    for name, made in data.items():
        home = standpoint(HOME)
        if name in home.course.page_of_directive:
            at = standpoint(home.directive_page(name))
            path = at.addresses.path(TRAINER, at.words.language) + f"{name}.json"
            files[path] = json.dumps(made(at), ensure_ascii=False, separators=(",", ":"))
    return files


def _collect_data(at: Standpoint) -> dict[str, Any]:
    """The course as learners' own page has it, with the passages that answer questions, and the surveys."""
    data = course_data(at)
    for competency in data["competencies"]:
        for outcome in competency["outcomes"]:
            del outcome["indicators"]
    for bank in at.course.banks:
        for question in bank.questions:
            if question.id in data["questions"] and (url := _passage(at, question.passage)):
                data["questions"][question.id]["url"] = url
    return {**data, "surveys": surveys_data(at)}


def _passage(at: Standpoint, passage: str | None) -> str | None:
    activity, _, heading = (passage or "").partition("#")
    found = at.course.activity_by_id.get(activity)
    return at.activity_link(*found, heading).url if found else None


def _feedback_data(at: Standpoint) -> list[dict[str, Any]]:
    """Tasks with their criteria, by module."""
    modules: dict[str, dict[str, Any]] = {}
    for module, activity, document in _tasks(at):
        group = modules.setdefault(module.id, {"title": str(at.say(module.title)), "tasks": []})
        criteria = [{"id": one.id, "text": one.text} for one in document.head.criteria]
        other = {"lang": document.language} if document.language != at.words.language else {}
        link = at.activity_link(module, activity)
        group["tasks"].append(
            {"id": activity.id, "title": str(link.title), "url": link.url, "criteria": criteria, **other}
        )
    return list(modules.values())


def _tasks(at: Standpoint) -> Iterator[tuple[Module, Activity, Document]]:
    for module in at.course.modules:
        for activity in module.activities:
            document = at.in_language(f"modules/{module.id}/{activity.id}.md")
            if activity.kind == "homework" and document is not None and document.head.criteria:
                yield module, activity, document
